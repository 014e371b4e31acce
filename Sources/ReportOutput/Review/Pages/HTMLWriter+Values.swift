internal import ReportParser
internal import ThaiText

/// The values of records.
extension HTMLWriter {
    /// Writes a value as a reader wants it: what it means, and its words where they are not the same.
    mutating func value(_ value: ReviewField.Value, of report: Report) {
        switch value {
        case .code(let code): text(code.description)
        case .number(let number): text(number)
        case .text(let text): words(text, of: report)
        case .step(let step):
            markup("<span class=\"step d")
            number(min(Int(step.depth), 4))
            markup("\">")
            if let number = step.number {
                markup("<b>")
                text(number)
                markup("</b> ")
            }
            words(step.text, of: report)
            markup("</span>")
        case .timeframe(let timeframe):
            words(timeframe.text, of: report)
            meaning(timeframe.start, timeframe.end)
        case .status(let status):
            state(status.state)
            markup(" ")
            words(status.text, of: report)
        case .budget(let budget): money(of: budget)
        case .extra(let extra): words(extra.text, of: report)
        case .date(let date):
            words(date.text, of: report)
            meaning(date.start, date.end)
        case .amount(let amount):
            words(amount.text, of: report)
            markup(" <span class=\"meaning\">= ")
            money(amount.baht)
            markup("</span>")
        case .address(let address): link(report.string(address))
        }
    }

    /// Writes a text of the report, its lines as lines.
    mutating func words(_ text: FieldText, of report: Report) {
        markup("<span class=\"words\" lang=\"th\">")
        self.text(report.string(text))
        markup("</span>")
    }

    private mutating func meaning(_ start: CivilDate?, _ end: CivilDate?) {
        guard start != nil || end != nil else { return }
        markup(" <span class=\"meaning\">= ")
        days(start, end)
        markup("</span>")
    }

    private mutating func money(of budget: Budget) {
        var isFirst = true
        for (phrase, amount) in [
            (ReviewPhrase.approved, budget.approved), (.disbursed, budget.disbursed), (.remaining, budget.remaining),
        ] {
            guard let amount else { continue }
            if !isFirst { markup(" · ") }
            isFirst = false
            self.phrase(phrase)
            markup(" ")
            money(amount)
        }
    }

    /// Writes an address; only one of the web becomes a link, which says nothing of where it was followed from.
    private mutating func link(_ address: String) {
        let isWeb = address.hasPrefix("https://") || address.hasPrefix("http://")
        guard isWeb else { return text(address) }
        markup("<a class=\"web\" rel=\"noopener noreferrer nofollow external\" href=\"")
        value(address)
        markup("\">")
        text(address)
        markup("</a>")
    }

    /// Writes the link to where texts stand in the source; nothing where they have no place.
    ///
    /// Where space is scarce (`isShort`) the number of the line is for screen readers alone.
    mutating func way(to texts: [FieldText], in report: Report, _ marks: SourceMarks, isShort: Bool = false) {
        guard let first = texts.first(where: { !$0.pieces.isEmpty }), let start = marks.start(of: texts) else { return }
        let line = report.lines.line(at: Int(report.span(of: first).start))
        markup(" <a class=\"go\" href=\"#b")
        number(start)
        markup("\">")
        hidden(.toSource)
        markup("<span aria-hidden=\"true\">↤</span>")
        if isShort { markup("<span class=\"vh\">") }
        number(line)
        if isShort { markup("</span>") }
        markup("</a>")
    }
}

extension ReviewField.Slot {
    var phrase: ReviewPhrase {
        switch self {
        case .code: .code
        case .number: .number
        case .title: .title
        case .steps: .steps
        case .responsible: .responsible
        case .timeframe: .timeframe
        case .status: .status
        case .result: .result
        case .outcome: .outcome
        case .monitoring: .monitoring
        case .requirement: .requirement
        case .budget: .budget
        case .extra: .extra
        case .dates: .dates
        case .amounts: .amounts
        case .urls: .urls
        }
    }

    /// The colour of its values, on both sides of a page.
    var tint: StaticString {
        switch self {
        case .code, .number, .title, .requirement: "k1"
        case .steps: "k2"
        case .responsible: "k3"
        case .timeframe, .dates: "k4"
        case .status, .result, .outcome, .monitoring: "k5"
        case .budget, .extra, .amounts, .urls: "k6"
        }
    }
}

extension Measure.Kind {
    var phrase: ReviewPhrase {
        switch self {
        case .measure: .measure
        case .indicator: .indicatorKind
        case .oitItem: .oitItem
        case .project: .project
        }
    }
}
