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

    /// Short titles differ by a letter and mean another thing; in bytes.
    private static let (shortest, longest) = (60, 900)

    /// The first 24 and the last 8 bytes of a title.
    private struct Ends: Hashable {
        var first: UInt64
        var second: UInt64
        var third: UInt64
        var last: UInt64

        /// One word of all four: hashing takes as long as there are words.
        func hash(into hasher: inout Hasher) {
            let ends = (first &* 0x9E37_79B9_7F4A_7C15 ^ second) &* 0xA076_1D64_78BD_642F
            hasher.combine((ends ^ ends >> 32 ^ third) &* 0xD6E8_FEB8_6659_FD93 ^ last)
        }

        /// The ends of a text of 24 bytes and more.
        init(_ text: [UInt8], _ range: Range<Int>) {
            (first, second, third, last) = text.withUnsafeBytes { bytes in
                func word(_ offset: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
                let start = range.lowerBound
                return (word(start), word(start + 8), word(start + 16), word(range.upperBound - 8))
            }
        }
    }

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        // The last title with a beginning and an end: few have both in common, and only these are held against it.
        var titles: [Ends: (measure: Int, isSlip: Bool)] = [:]
        titles.reserveCapacity(report.measures.count)
        var slips: [(measure: Int, other: Int, span: (Range<Int>, Range<Int>))] = []
        for index in report.measures.indices {
            guard let title = report.measures[index].title else { continue }
            let range = report.span(of: title).range
            guard range.count >= Self.shortest, range.count <= Self.longest else { continue }
            let ends = Ends(report.text, range)
            guard let known = titles.updateValue((index, false), forKey: ends),
                let other = report.measures[known.measure].title
            else { continue }
            if known.isSlip {
                // Of three titles of which the last is the first again, one is a slip and not two.
                titles[ends]?.isSlip = true
                continue
            }
            guard !report.text.areSame(range, report.span(of: other).range) else { continue }
            let key = PlainText.key(of: report.pieces[title.pieces.range], in: report.text)
            guard key.count >= Self.shortest,
                let difference = Self.slip(
                    key, PlainText.key(of: report.pieces[other.pieces.range], in: report.text))
            else { continue }
            slips.append((index, known.measure, difference))
            titles[ends]?.isSlip = true
        }
        // A report whose titles are all alike names things that differ by a letter.
        guard slips.count <= 2 else { return [] }
        return slips.compactMap { slip in
            guard let title = report.measures[slip.measure].title, let other = report.measures[slip.other].title else {
                return nil
            }
            let (written, before) = (
                Self.excerpt(of: title, slip.span.0, report), Self.excerpt(of: other, slip.span.1, report)
            )
            return finding(
                thai: "ชื่อมาตรการต่างกันเพียง \"\(written)\" กับ \"\(before)\"",
                english: "the titles are one but for \"\(written)\" here and \"\(before)\" there",
                measure: slip.measure, field: .title, span: report.span(of: title))
        }
    }

    /// Where two titles differ, if in one place, in at most two Thai letters there and one more or less.
    private static func slip(_ a: [UInt8], _ b: [UInt8]) -> (Range<Int>, Range<Int>)? {
        guard a != b, abs(a.count - b.count) <= 3 else { return nil }
        let shorter = min(a.count, b.count)
        var head = 0
        while head < shorter, a[head] == b[head] { head += 1 }
        head = min(a.whole(head), b.whole(head))
        var tail = 0
        while tail < shorter - head, a[a.count - 1 - tail] == b[b.count - 1 - tail] { tail += 1 }
        while tail > 0, a[a.count - tail] & 0xC0 == 0x80 { tail -= 1 }
        let (one, other) = (head..<a.count - tail, head..<b.count - tail)
        // A difference at the very end is that of a text that goes on.
        guard max(one.count, other.count) <= 6, tail >= 9, (a[one] + b[other]).allSatisfy({ $0 >= 0x80 }) else {
            return nil
        }
        return (one, other)
    }

    /// The part of a title around a place of its comparable form.
    private static func excerpt(of title: FieldText, _ place: Range<Int>, _ report: Report) -> String {
        let key = PlainText.key(of: report.pieces[title.pieces.range], in: report.text)
        return String(decoding: key[key.whole(place.lowerBound - 18)..<key.whole(place.upperBound + 18)], as: UTF8.self)
    }
}
