internal import ThaiText

/// Times of day in the wrong order.
///
/// Example: `เวลา ๑๓.๓๐ - ๐๙.๐๐ น.`, or minutes that begin with `เริ่มประชุมเวลา ๑๓.๓๐ น.` and end with `ปิดประชุมเวลา ๑๑.๐๐ น.`.
struct ClockTimeRule: AuditRule {
    var description: RuleDescription {
        RuleDescription("time-order", thai: "เวลาสิ้นสุดมาก่อนเวลาเริ่มต้น", english: "times of day in the wrong order")
    }

    private static let time = PhraseSearch(Array("เวลา".utf8))
    private static let openings = ["เริ่มประชุม", "เปิดประชุม", "เปิดการประชุม"].map { PhraseSearch(Array($0.utf8)) }
    private static let closings = ["ปิดประชุม", "ปิดการประชุม", "เลิกประชุม", "เลิกการประชุม"].map {
        PhraseSearch(Array($0.utf8))
    }
    /// How far before `เวลา` the word for the beginning or the end may stand, and how far behind it the time, in bytes.
    private static let near = (before: 60, behind: 60)

    func findings(in subject: AuditSubject) -> [Finding] {
        let text = subject.report.text
        let scanner = DateScanner()
        var findings: [Finding] = []
        var opening: ClockTime?
        var mentions: [DateMention] = []
        subject.forEachPlace(of: Self.time) { place in
            let next = place + Self.time.phrase.count
            // `ระยะเวลา` and the like name no time of day.
            let digit = text.skipBlanks(from: next, to: text.count)
            guard text.digit(at: digit).value >= 0 else { return }
            mentions.removeAll(keepingCapacity: true)
            scanner.scan(text, in: place..<text.whole(digit + Self.near.behind), into: &mentions)
            guard let mention = mentions.first, let start = mention.startTime else { return }
            let span = SourceSpan(mention.range)
            if let end = mention.endTime, end < start {
                findings.append(order(start, end, span))
                return
            }
            let before = text.whole(place - Self.near.before)..<place
            if Self.closings.contains(where: { $0.first(in: text, before) != nil }) {
                if let begun = opening, start < begun { findings.append(order(begun, start, span)) }
                opening = nil
            } else if Self.openings.contains(where: { $0.first(in: text, before) != nil }) {
                opening = start
            }
        }
        return findings
    }

    private func order(_ start: ClockTime, _ end: ClockTime, _ span: SourceSpan) -> Finding {
        finding(
            thai: "เวลาสิ้นสุด \(end) น. มาก่อนเวลาเริ่มต้น \(start) น.",
            english: "it ends at \(end), before it begins at \(start)",
            span: span)
    }
}
