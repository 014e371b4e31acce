internal import ThaiText

/// A responsible unit whose name is that of another one but for a letter or two.
///
/// Example: `กองคลง` where eight measures name `กองคลัง`. A name that stands in one measure alone is no slip: units differ
/// from body to body, and no list knows them all.
struct UnknownUnitRule: AuditRule {
    var description: RuleDescription {
        RuleDescription(
            "unknown-unit", .info, thai: "ชื่อส่วนงานต่างจากที่ใช้ในรายงาน",
            english: "a unit whose name is that of another one but for a letter or two")
    }

    /// Units that others may be held against: those of a body are few, and comparing all with all takes too long.
    private static let mostUnits = 40

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        var counts: [ByteKey: Int] = [:]
        var rows: [(measure: Int, text: FieldText, key: ByteKey)] = []
        for (index, measure) in report.measures.enumerated() {
            for text in report.texts[measure.responsible.range] {
                let key = ByteKey(PlainText.key(of: report.pieces[text.pieces.range], in: report.text))
                guard key.bytes.count >= 15, key.bytes.count <= 120 else { continue }
                counts[key, default: 0] += 1
                rows.append((index, text, key))
            }
        }
        let usual = counts.filter { $0.value >= 3 }.map(\.key)
            .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }.prefix(Self.mostUnits)
        guard !usual.isEmpty else { return [] }
        var findings: [Finding] = []
        for row in rows where counts[row.key] == 1 {
            guard let other = usual.first(where: { Self.isSlip(row.key.bytes, $0.bytes) }),
                let name = rows.first(where: { $0.key == other })
            else { continue }
            let (written, right) = (report.string(row.text), report.string(name.text))
            findings.append(
                finding(
                    thai: "\"\(written)\" น่าจะเป็น \"\(right)\" ซึ่งพบ \(counts[other] ?? 0) แห่ง",
                    english: "\"\(written)\" is probably \"\(right)\", which stands \(counts[other] ?? 0) times",
                    measure: row.measure, field: .responsible, span: report.span(of: row.text)))
        }
        return findings
    }

    /// Whether a name is another one but for a letter, or two of a long one; figures tell units apart.
    private static func isSlip(_ name: [UInt8], _ other: [UInt8]) -> Bool {
        let limit = other.count >= 45 ? 2 : 1
        guard name.filter({ $0 < 0x80 }) == other.filter({ $0 < 0x80 }) else { return false }
        return EditDistance.whole(name, other, atMost: limit) <= limit
    }
}
