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

    private static let signs = [
        "รวมทั้งสิ้น", "รวมทั้งหมด", "ทั้งสิ้น", "จำนวน", "มาตรการไว้", "กำหนดมาตรการไว้", "กำหนดมาตรการ", "รวม",
    ].map { PlainText.key($0) }
    private static let nouns = ["มาตรการ", "ประเด็น", "รายการ", "โครงการ", "กิจกรรม", "เรื่อง"].map { PlainText.key($0) }

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        let counts = Self.counts(subject)
        guard let most = counts.max(), most >= 3 else { return [] }
        var findings: [Finding] = []
        for block in report.blocks where block.kind != .picture && block.kind != .tableHeader {
            let key = PlainText.key(of: report.pieces[block.text.pieces.range], in: report.text)
            var position = 0
            while position < key.count {
                guard let sign = Self.signs.first(where: { key.hasPrefix($0, at: position) }) else {
                    position += key.characterLength(at: position)
                    continue
                }
                position += sign.count
                let digits = key[position...].prefix { $0 &- 0x30 < 10 }
                guard (1...3).contains(digits.count), let count = Int(String(decoding: digits, as: UTF8.self)),
                    Self.nouns.contains(where: { key.hasPrefix($0, at: position + digits.count) }),
                    !counts.contains(count), counts.contains(where: { abs(count - $0) <= 2 && $0 >= 3 })
                else { continue }
                let found = counts.min { (abs(count - $0), $0) < (abs(count - $1), $1) } ?? most
                findings.append(
                    finding(
                        thai: "แจ้งว่ามี \(count) รายการ แต่พบ \(found) รายการ",
                        english: "\(count) are declared, \(found) stand in the report",
                        span: report.span(of: block.text)))
            }
        }
        return findings
    }

    /// What may be counted: all records, and those of each list.
    private static func counts(_ subject: AuditSubject) -> Set<Int> {
        Set([subject.report.measures.count] + subject.groups.map(\.count))
    }
}
