internal import ReportParser

/// What a report says of itself, at the head of its page.
struct FactPane {
    private let report: Report
    private let marks: SourceMarks

    init(of report: Report, marks: SourceMarks) {
        self.report = report
        self.marks = marks
    }

    /// Writes the facts and the account of the characters.
    func write(to html: inout HTMLWriter) {
        html.markup("<section id=\"facts\" aria-labelledby=\"facts-h\">\n<h2 id=\"facts-h\" class=\"vh\">")
        html.phrase(.facts)
        html.markup("</h2>\n<dl class=\"facts\">\n")
        let agency = report.agency
        text(.agency, agency?.name, &html)
        text(.district, agency?.district, &html)
        text(.province, agency?.province, &html)
        if let year = report.fiscalYear {
            html.markup("<div><dt>")
            html.phrase(.fiscalYear)
            html.markup("</dt><dd>")
            html.both("\(year)", "\(year - 543) (\(year))")
            html.markup("</dd></div>\n")
        }
        if let period = report.period { write(period, &html) }
        html.markup("</dl>\n")
        writeCoverage(&html)
        html.markup("</section>\n")
    }

    private func text(_ phrase: ReviewPhrase, _ text: FieldText?, _ html: inout HTMLWriter) {
        guard let text else { return }
        html.markup("<div><dt>")
        html.phrase(phrase)
        html.markup("</dt><dd class=\"place k0\" id=\"")
        html.id(of: .fact(phrase))
        html.markup("\">")
        html.words(text, of: report)
        html.way(to: [text], in: report, marks)
        html.markup("</dd></div>\n")
    }

    private func write(_ period: ReportPeriod, _ html: inout HTMLWriter) {
        html.markup("<div><dt>")
        html.phrase(.period)
        html.markup("</dt><dd")
        // A period that is only inferred from the year stands nowhere.
        if period.text != nil {
            html.markup(" class=\"place k0\" id=\"")
            html.id(of: .fact(.period))
            html.markup("\"")
        }
        html.markup(">")
        html.days(period.start, period.end)
        if let months = period.months {
            html.markup(" <span class=\"meaning\">(")
            html.number(months)
            html.markup(" ")
            html.phrase(.months)
            html.markup(")</span>")
        }
        if let text = period.text { html.way(to: [text], in: report, marks) }
        html.markup("</dd></div>\n")
    }

    /// How many characters ended where: what the reader may check the page by.
    private func writeCoverage(_ html: inout HTMLWriter) {
        let coverage = report.coverage
        html.markup("<p class=\"coverage\">")
        html.phrase(.coverage)
        html.markup(" ")
        html.text(coverage.characters.grouped)
        html.markup(": ")
        for (phrase, count) in [
            (ReviewPhrase.inMeasures, coverage.measures), (.inTables, coverage.tables), (.inText, coverage.text),
            (.inFurniture, coverage.furniture), (.dropped, coverage.dropped),
        ] {
            html.phrase(phrase)
            html.markup(" ")
            html.text(count.grouped)
            if phrase != .dropped { html.markup(" · ") }
        }
        html.markup("</p>\n")
    }
}
