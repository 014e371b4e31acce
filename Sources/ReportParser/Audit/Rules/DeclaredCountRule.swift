internal import ThaiText

/// A number of measures that the text declares and the report does not hold.
///
/// Example: `กำหนดมาตรการจำนวน ๘ มาตรการ` above a table of seven. A number that is far from that of the measures counts
/// something else.
struct DeclaredCountRule: AuditRule {
    var description: RuleDescription {
        RuleDescription(
            "declared-count-mismatch", thai: "จำนวนที่แจ้งไม่ตรงกับจำนวนในตาราง",
            english: "a declared number of measures that the report does not hold")
    }

    private static let sign = PlainText.key("จำนวน")
    private static let nouns = ["มาตรการ", "ประเด็น", "รายการ", "โครงการ", "กิจกรรม", "เรื่อง"].map { PlainText.key($0) }

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        let counts = Self.counts(report)
        guard let most = counts.max(), most >= 3 else { return [] }
        var findings: [Finding] = []
        for block in report.blocks where block.kind != .picture && block.kind != .tableHeader {
            let key = PlainText.key(of: report.pieces[block.text.pieces.range], in: report.text)
            var position = 0
            while position < key.count {
                guard key.hasPrefix(Self.sign, at: position) else {
                    position += key.characterLength(at: position)
                    continue
                }
                position += Self.sign.count
                let digits = key[position...].prefix { $0 &- 0x30 < 10 }
                guard (1...3).contains(digits.count), let count = Int(String(decoding: digits, as: UTF8.self)),
                    Self.nouns.contains(where: { key.hasPrefix($0, at: position + digits.count) }),
                    !counts.contains(count), abs(count - report.measures.count) <= 2
                else { continue }
                findings.append(
                    finding(
                        thai: "แจ้งว่ามี \(count) รายการ แต่พบ \(report.measures.count) รายการ",
                        english: "\(count) are declared, \(report.measures.count) stand in the report",
                        span: report.span(of: block.text)))
            }
        }
        return findings
    }

    /// What may be counted: all records, those of a kind, and those of the first level.
    private static func counts(_ report: Report) -> Set<Int> {
        var counts: Set<Int> = [report.measures.count]
        for kind in [Measure.Kind.measure, .indicator, .oitItem, .project] {
            counts.insert(report.measures.count { $0.kind == kind })
        }
        counts.insert(Set(report.measures.map(\.section)).count)
        return counts
    }
}
