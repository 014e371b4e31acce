internal import ReportParser

/// The tables of a report that hold no measures, each cell with the way to its place.
struct TablePane {
    private let report: Report
    private let marks: SourceMarks
    private let findings: [ReviewTarget: [Int]]

    /// The pane of `report`, whose cells are evidence of `findings`.
    init(of report: Report, marks: SourceMarks, findings: [ReviewTarget: [Int]]) {
        self.report = report
        self.marks = marks
        self.findings = findings
    }

    /// Writes the pane.
    func write(to html: inout HTMLWriter) throws {
        html.beginPanel("tables", .tables, count: report.tables.count)
        for (index, table) in report.tables.enumerated() { try write(table, index, &html) }
        if report.tables.isEmpty {
            html.markup("<p class=\"nothing\">")
            html.phrase(.noTables)
            html.markup("</p>\n")
        }
        html.markup("</section>\n")
    }

    private func write(_ table: OtherTable, _ index: Int, _ html: inout HTMLWriter) throws {
        html.markup("<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-labelledby=\"t")
        html.number(index + 1)
        html.markup("-c\">\n<table><caption id=\"t")
        html.number(index + 1)
        html.markup("-c\"><span class=\"place k0\" id=\"")
        html.id(of: .caption(index))
        html.markup("\">")
        html.phrase(table.kind.phrase)
        if let caption = table.caption {
            html.markup(" <span lang=\"th\">")
            html.text(report.string(caption))
            html.markup("</span>")
            html.way(to: [caption], in: report, marks)
        }
        html.markup("</span></caption>\n")
        if table.columns.contains(where: { $0 != nil }) {
            html.markup("<thead><tr>")
            for (column, heading) in table.columns.enumerated() {
                html.markup("<th scope=\"col\" class=\"place k0\" id=\"")
                html.id(of: .column(index, column))
                html.markup("\">")
                cell(heading, &html)
                html.markup("</th>")
            }
            html.markup("</tr></thead>\n")
        }
        html.markup("<tbody>\n")
        for (row, cells) in table.rows.enumerated() {
            html.markup("<tr>")
            for (column, text) in cells.enumerated() {
                html.markup("<td class=\"place\" id=\"")
                html.id(of: .cell(index, row, column))
                html.markup("\">")
                cell(text, &html)
                for finding in findings[.cell(index, row, column)] ?? [] { html.flag(finding, of: report) }
                html.markup("</td>")
            }
            html.markup("</tr>\n")
            try html.flushIfLarge()
        }
        html.markup("</tbody></table>\n</div>\n")
    }

    private func cell(_ text: FieldText?, _ html: inout HTMLWriter) {
        guard let text else { return }
        html.words(text, of: report)
        html.way(to: [text], in: report, marks, isShort: true)
    }
}

extension OtherTable.Kind {
    fileprivate var phrase: ReviewPhrase {
        switch self {
        case .budget: .budgetTable
        case .score: .scoreTable
        case .totals: .totalsTable
        case .other: .otherTable
        }
    }
}
