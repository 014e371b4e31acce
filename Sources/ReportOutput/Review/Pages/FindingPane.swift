internal import ReportParser

/// The findings of a page as a list, the gravest first, each with the way to its place and its record.
struct FindingPane {
    private let report: Report
    private let marks: SourceMarks
    private let rules: [String: RuleDescription]

    init(of report: Report, marks: SourceMarks) {
        self.report = report
        self.marks = marks
        rules = Dictionary(ReportParser.rules.map { ($0.id, $0) }) { first, _ in first }
    }

    /// Writes the pane.
    func write(to html: inout HTMLWriter) throws {
        html.beginPanel("findings", .findings, count: report.findings.count)
        html.markup("<ol class=\"findings\">\n")
        for severity in Finding.Severity.all {
            for (index, finding) in report.findings.enumerated() where finding.severity == severity {
                write(finding, index, &html)
                try html.flushIfLarge()
            }
        }
        html.markup("</ol>\n<p class=\"nothing\"")
        if !report.findings.isEmpty { html.markup(" hidden") }
        html.markup(">")
        html.phrase(.noFindings)
        html.markup("</p>\n</section>\n")
    }

    private func write(_ finding: Finding, _ index: Int, _ html: inout HTMLWriter) {
        html.markup("<li class=\"finding ")
        html.markup(finding.severity.name)
        html.markup("\" id=\"f")
        html.number(index + 1)
        html.markup("\" tabindex=\"-1\" data-severities=\"")
        html.markup(finding.severity.name)
        html.markup("\" data-rules=\"")
        html.value(finding.rule)
        if let measure = finding.measure {
            html.markup("\" data-status=\"")
            html.markup(report.measures[measure].status?.state.name ?? "none")
        }
        html.markup("\"><p class=\"message\">")
        html.severity(finding.severity)
        html.markup(" ")
        html.both(finding.thai, finding.english)
        html.markup("</p>\n<p class=\"meta\">")
        writeRule(finding.rule, &html)
        if let span = finding.span {
            html.markup(" <a class=\"go\" href=\"#")
            let line = report.lines.line(at: Int(span.start))
            if let start = marks.range(of: span)?.lowerBound {
                html.markup("b")
                html.number(start)
            } else {
                html.markup("L")
                html.number(line)
            }
            html.markup("\"><span aria-hidden=\"true\">↤ </span>")
            html.phrase(.line)
            html.markup(" ")
            html.number(line)
            html.markup("</a>")
        }
        if let measure = finding.measure {
            html.markup(" <a class=\"go\" href=\"#m")
            html.number(measure + 1)
            html.markup("\">")
            html.phrase(.record)
            html.markup(" ")
            html.number(measure + 1)
            html.markup("</a>")
        }
        html.markup("</p></li>\n")
    }

    private func writeRule(_ id: String, _ html: inout HTMLWriter) {
        html.markup("<code>")
        html.text(id)
        html.markup("</code>")
        guard let rule = rules[id] else { return }
        html.markup(" <span class=\"rule\">")
        html.both(rule.thai, rule.english)
        html.markup("</span>")
    }
}

extension HTMLWriter {
    /// Writes a finding beside what it is about, with the way to its place in the list.
    mutating func flag(_ index: Int, of report: Report) {
        let finding = report.findings[index]
        markup("<a class=\"note ")
        markup(finding.severity.name)
        markup("\" href=\"#f")
        number(index + 1)
        markup("\">")
        severity(finding.severity)
        markup(" ")
        both(finding.thai, finding.english)
        markup("</a>")
    }
}
