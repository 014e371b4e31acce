internal import ThaiText

/// A doubtful date outside the measures: in the introduction, the minutes or a table.
struct OtherDoubt {
    let kind: DateDoubt.Kind
    let written: String
    let span: SourceSpan

    /// The doubtful dates of all text blocks and tables without measures.
    static func all(in report: Report) -> [OtherDoubt] {
        let scanner = DateScanner(
            context: DateContext(
                fiscalYear: report.fiscalYear, period: report.period.map { $0.start...max($0.start, $0.end) }))
        var doubts: [OtherDoubt] = []
        var mentions: [DateMention] = []
        // A cell that covers several rows stands in each of them.
        var seen: Set<SourceSpan> = []
        func scan(_ text: FieldText) {
            let span = report.span(of: text)
            guard seen.insert(span).inserted else { return }
            mentions.removeAll(keepingCapacity: true)
            scanner.scan(report.text, in: span.range, into: &mentions)
            for mention in mentions {
                for kind in DateDoubt.kinds(of: mention) {
                    doubts.append(
                        OtherDoubt(
                            kind: kind, written: String(decoding: report.text[mention.range], as: UTF8.self),
                            span: SourceSpan(mention.range)))
                }
            }
        }
        for block in report.blocks where block.kind != .picture { scan(block.text) }
        for table in report.tables {
            for case let cell? in table.rows.joined() { scan(cell) }
        }
        return doubts
    }
}

/// Dates that cannot be as they are written.
///
/// Example: `๓๑ เม.ย. ๖๔` gives `impossible-date`, `วันพุธที่ ๑๔ มีนาคม ๒๕๖๗` (a Thursday) `weekday-mismatch`.
struct DoubtRule: AuditRule {
    static let all: [any AuditRule] = [
        DoubtRule(
            description: RuleDescription(
                "impossible-date", thai: "วันที่ไม่มีในปฏิทิน", english: "a day that is not in the calendar"),
            kinds: [.impossible, .clamped]),
        DoubtRule(
            description: RuleDescription(
                "weekday-mismatch", thai: "วันในสัปดาห์ไม่ตรงกับวันที่", english: "a weekday that does not fit its date"),
            kinds: [.weekday]),
        DoubtRule(
            description: RuleDescription(
                "date-order", thai: "วันสิ้นสุดมาก่อนวันเริ่มต้น", english: "a period that ends before it begins"),
            kinds: [.reversed]),
    ]

    let description: RuleDescription
    let kinds: Set<DateDoubt.Kind>

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        return report.doubts.filter { kinds.contains($0.kind) }.map { doubt in
            let (thai, english) = Self.message(doubt.kind, report.string(doubt.text))
            return finding(
                thai: thai, english: english, measure: doubt.measure, field: doubt.field,
                span: report.span(of: doubt.text))
        }
            + subject.otherDoubts.filter { kinds.contains($0.kind) }.map { doubt in
                let (thai, english) = Self.message(doubt.kind, doubt.written)
                return finding(thai: thai, english: english, span: doubt.span)
            }
    }

    private static func message(_ kind: DateDoubt.Kind, _ written: String) -> (thai: String, english: String) {
        switch kind {
        case .impossible: ("ไม่มีวันที่ \"\(written)\" ในปฏิทิน", "\"\(written)\" is no day of the calendar")
        case .clamped:
            (
                "ไม่มีวันที่ใน \"\(written)\" จึงใช้วันสุดท้ายของเดือน",
                "\"\(written)\" ends on no day of the calendar; the last day of the month was taken"
            )
        case .weekday: ("วันในสัปดาห์ไม่ตรงกับวันที่ \"\(written)\"", "the weekday of \"\(written)\" is wrong")
        case .reversed: ("วันสิ้นสุดมาก่อนวันเริ่มต้นใน \"\(written)\"", "\"\(written)\" ends before it begins")
        }
    }
}

/// What was done outside the period that the report covers.
///
/// Example: a report of the six months to 31 March with a result of `๑๗ เมษายน`. Timeframes may reach further: a measure
/// that runs all year is reported at half year. Days only: a month or year may be meant loosely. What lies more than a
/// year off is the date of a law or an order.
struct OutsidePeriodRule: AuditRule {
    var description: RuleDescription {
        RuleDescription(
            "date-outside-period", thai: "วันที่อยู่นอกรอบการรายงาน", english: "a day outside the period of the report")
    }

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        guard let period = report.period else { return [] }
        var findings: [Finding] = []
        for index in report.measures.indices {
            for date in report.dates[report.measures[index].dates.range] {
                guard [.result, .outcome, .timeframe, .monitoring].contains(date.field),
                    let day = date.end, date.start == day || date.field == .timeframe && date.start == nil,
                    date.field != .timeframe || day != day.endOfMonth,
                    day > period.end, day.dayNumber <= period.end.dayNumber + 366
                else { continue }
                let written = report.string(date.text)
                findings.append(
                    finding(
                        thai: "\"\(written)\" อยู่หลังรอบการรายงานซึ่งสิ้นสุดวันที่ \(period.end)",
                        english: "\"\(written)\" lies after the period of the report, which ends on \(period.end)",
                        measure: index, field: date.field, span: report.span(of: date.text)))
            }
        }
        return findings
    }
}
