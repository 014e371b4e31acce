internal import ReportParser

/// The ways to the parts of a page, and what narrows down its records and findings.
struct ReviewFilters {
    let report: Report

    /// Writes the bar.
    func write(to html: inout HTMLWriter) {
        html.markup("<nav class=\"tabs\" id=\"tabs\">")
        for (id, phrase, count) in [
            ("records", ReviewPhrase.records, report.measures.count), ("findings", .findings, report.findings.count),
            ("tables", .tables, report.tables.count),
        ] {
            html.markup("<a href=\"#")
            html.value(id)
            html.markup("\" id=\"tab-")
            html.value(id)
            html.markup("\">")
            html.phrase(phrase)
            html.markup(" <span class=\"count\">")
            html.number(count)
            html.markup("</span></a>")
        }
        html.markup("</nav>\n")
        html.beginFilters(hint: .searchHint)
        let severities = Set(report.findings.map(\.severity))
        choice("severity", .severity, .allSeverities, Finding.Severity.all.filter(severities.contains), &html) {
            severity, html in
            html.option("\(severity.name)", severity.phrase)
        }
        let rules = Set(report.findings.map(\.rule)).sorted()
        choice("rule", .rule, .allRules, rules, &html) { rule, html in
            html.markup("<option>")
            html.text(rule)
            html.markup("</option>")
        }
        let states = Set(report.measures.map { $0.status?.state })
        choice("status", .status, .allStatuses, (StatusState.allCases + [nil]).filter(states.contains), &html) {
            state, html in
            html.option("\(state?.name ?? "none")", state?.phrase ?? .noStatus)
        }
        html.markup("<button type=\"reset\">")
        html.phrase(.reset)
        html.markup("</button>\n<output id=\"shown\" aria-live=\"polite\"></output></form>\n")
    }

    private func choice<Value>(
        _ id: String, _ label: ReviewPhrase, _ all: ReviewPhrase, _ values: [Value], _ html: inout HTMLWriter,
        _ option: (Value, inout HTMLWriter) -> Void
    ) {
        html.markup("<span class=\"vh\" id=\"")
        html.value(id)
        html.markup("-l\">")
        html.phrase(label)
        html.markup("</span><select autocomplete=\"off\" id=\"")
        html.value(id)
        html.markup("\" aria-labelledby=\"")
        html.value(id)
        html.markup("-l\">")
        html.option("", all)
        if id == "severity", !values.isEmpty { html.option("-", .withoutFindings) }
        for value in values { option(value, &html) }
        html.markup("</select>\n")
    }
}
