internal import ThaiText

/// Two measures whose titles are one but for a letter or two.
///
/// Example: `คู่มือการยืมทรัพย์สินทางราชการ` and `คู่มือการยื่นทรัพย์สินทางราชการ` (ยืม: to borrow, ยื่น: to hand in). Figures and Latin
/// letters tell titles apart (รอบที่ ๑ and รอบที่ ๒, IIT and EIT), so these must be alike.
struct TitleRule: AuditRule {
    var description: RuleDescription {
        RuleDescription(
            "title-inconsistent", thai: "ชื่อมาตรการเดียวกันสะกดต่างกัน",
            english: "titles that are one but for a letter or two")
    }

    /// How many letters two titles have in common before they differ, and how many titles with these are looked at.
    private static let (head, most) = (8, 8)
    /// Short titles differ by a letter and mean another thing.
    private static let shortest = 20

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        var groups: [[UInt32]: [(measure: Int, letters: [UInt32])]] = [:]
        var findings: [Finding] = []
        for (index, measure) in report.measures.enumerated() {
            guard let title = measure.title else { continue }
            let key = PlainText.key(of: report.pieces[title.pieces.range], in: report.text)
            guard key.count >= Self.shortest * 3, key.count <= 900 else { continue }
            let letters = EditDistance.letters(key)
            let group = groups[Array(letters.prefix(Self.head)), default: []]
            if group.contains(where: { $0.letters == letters }) { continue }
            if let other = group.last(where: { Self.isSlip(letters, $0.letters) }),
                let first = report.measures[other.measure].title
            {
                findings.append(
                    finding(
                        thai: "ชื่อ \"\(report.string(title))\" ต่างจาก \"\(report.string(first))\" เพียงเล็กน้อย",
                        english: "\"\(report.string(title))\" is \"\(report.string(first))\" but for a letter or two",
                        measure: index, field: .title, span: report.span(of: title)))
            }
            groups[Array(letters.prefix(Self.head)), default: []].append((index, letters))
            if group.count >= Self.most { groups[Array(letters.prefix(Self.head))]?.removeFirst() }
        }
        return findings.count <= 2 ? findings : []
    }

    /// Whether two titles differ in one place, in at most two Thai letters and one more or less.
    private static func isSlip(_ a: [UInt32], _ b: [UInt32]) -> Bool {
        guard a.count >= shortest, b.count >= shortest, abs(a.count - b.count) <= 1 else { return false }
        let shorter = min(a.count, b.count)
        var head = 0
        while head < shorter, a[head] == b[head] { head += 1 }
        var tail = 0
        while tail < shorter - head, a[a.count - 1 - tail] == b[b.count - 1 - tail] { tail += 1 }
        let (one, other) = (a[head..<a.count - tail], b[head..<b.count - tail])
        // A difference at the very end is that of a number or of a text that goes on.
        return max(one.count, other.count) <= 2 && tail >= 3 && (one + other).allSatisfy { $0 > 0xFFFF && !isDigit($0) }
    }

    /// Whether a letter, its UTF-8 bytes as a number, is a Thai digit.
    private static func isDigit(_ letter: UInt32) -> Bool { (0xE0B990...0xE0B999).contains(letter) }
}
