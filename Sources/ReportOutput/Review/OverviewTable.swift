internal import ReportParser

/// The table over all reports, a row each.
struct OverviewTable {
    private let entries: [ReviewEntry]

    init(_ entries: [ReviewEntry]) { self.entries = entries }

    private static let columns: [(phrase: ReviewPhrase, isNumber: Bool)] = [
        (.report, false), (.agency, false), (.province, false), (.fiscalYear, true), (.records, true),
        (.completedShare, true), (.error, true), (.warning, true), (.info, true),
    ]

    /// Writes the table and its filters.
    func write(to html: inout HTMLWriter) throws {
        html.markup("<section id=\"reports\" tabindex=\"-1\" aria-labelledby=\"reports-h\">\n<h2 id=\"reports-h\">")
        html.phrase(.reports)
        html.markup(" <span class=\"count\">")
        html.number(entries.count)
        html.markup("</span></h2>\n")
        writeFilters(&html)
        html.markup("<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-labelledby=\"reports-h\">")
        html.markup("<table class=\"list\" id=\"table\"><thead><tr>")
        for column in Self.columns {
            html.markup("<th scope=\"col\" aria-sort=\"none\"")
            if column.isNumber { html.markup(" class=\"figure\"") }
            html.markup("><button type=\"button\" class=\"sort\">")
            html.phrase(column.phrase)
            html.markup("<span class=\"arrow\" aria-hidden=\"true\"></span></button></th>")
        }
        html.markup("</tr></thead>\n<tbody>\n")
        for entry in entries {
            write(entry, &html)
            try html.flushIfLarge()
        }
        html.markup("</tbody></table></div>\n<p class=\"more\"><button type=\"button\" id=\"more\" hidden>")
        html.phrase(.showMore)
        html.markup("</button></p>\n<p class=\"nothing\" hidden>")
        html.phrase(.nothingShown)
        html.markup("</p>\n</section>\n")
    }

    private func writeFilters(_ html: inout HTMLWriter) {
        html.beginFilters(hint: .searchReports)
        html.markup("<span class=\"vh\" id=\"severity-l\">")
        html.phrase(.severity)
        html.markup("</span><select id=\"severity\" autocomplete=\"off\" aria-labelledby=\"severity-l\">")
        html.option("", .allReports)
        html.option("-", .withoutFindings)
        for severity in Finding.Severity.all { html.option("\(severity.name)", severity.phrase) }
        html.markup("</select>\n<span class=\"vh\" id=\"rule-l\">")
        html.phrase(.rule)
        html.markup("</span><select id=\"rule\" autocomplete=\"off\" aria-labelledby=\"rule-l\">")
        html.option("", .allRules)
        for rule in Set(entries.flatMap(\.rules.keys)).sorted() {
            html.markup("<option>")
            html.text(rule)
            html.markup("</option>")
        }
        html.markup("</select>\n<button type=\"reset\">")
        html.phrase(.reset)
        html.markup("</button>\n<output id=\"shown\" aria-live=\"polite\"></output></form>\n")
    }

    private func write(_ entry: ReviewEntry, _ html: inout HTMLWriter) {
        html.markup("<tr data-rules=\"")
        for rule in entry.rules.keys.sorted() {
            html.value(rule)
            html.markup(" ")
        }
        html.markup("\" data-severities=\"")
        for severity in Finding.Severity.all where entry.severities[severity] != nil {
            html.markup(severity.name)
            html.markup(" ")
        }
        html.markup("\"><th scope=\"row\"><a href=\"")
        html.path(entry.page)
        html.markup("\">")
        html.text(entry.name)
        html.markup("</a></th><td lang=\"th\">")
        html.text(entry.agency ?? "")
        html.markup("</td><td lang=\"th\">")
        html.text(entry.province ?? "")
        html.markup("</td>")
        year(of: entry, &html)
        figure(entry.measures, &html)
        html.markup("<td class=\"figure bar\" data-v=\"")
        html.number(entry.saysStates ? entry.completed * 10_000 / entry.measures : -1)
        html.markup("\">")
        if entry.saysStates {
            StateBar(entry.states, of: entry.measures).write(to: &html)
        } else if entry.measures > 0 {
            html.markup("<span class=\"meaning\">")
            html.phrase(.noStatus)
            html.markup("</span>")
        }
        html.markup("</td>")
        for severity in Finding.Severity.all { figure(entry.severities[severity] ?? 0, of: severity, &html) }
        html.markup("</tr>\n")
    }

    private func year(of entry: ReviewEntry, _ html: inout HTMLWriter) {
        html.markup("<td class=\"figure\" data-v=\"")
        html.number((entry.fiscalYear ?? 0) * 100 + (entry.months ?? 0))
        html.markup("\">")
        if let year = entry.fiscalYear {
            html.both("\(year)", "\(year - 543)")
            if let months = entry.months {
                html.markup(" <span class=\"meaning\">")
                html.number(months)
                html.markup(" ")
                html.phrase(.months)
                html.markup("</span>")
            }
        }
        html.markup("</td>")
    }

    private func figure(_ number: Int, of severity: Finding.Severity? = nil, _ html: inout HTMLWriter) {
        html.markup("<td class=\"figure ")
        if let severity { html.markup(number > 0 ? severity.name : "nil") }
        html.markup("\" data-v=\"")
        html.number(number)
        html.markup("\">")
        if let severity, number > 0 {
            html.markup("<span class=\"sign\" aria-hidden=\"true\">")
            html.markup(severity.sign)
            html.markup("</span> ")
        }
        html.text(number.grouped)
        html.markup("</td>")
    }
}
