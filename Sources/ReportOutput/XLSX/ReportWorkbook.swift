internal import CXLSXWriter
public import ReportParser
internal import ThaiText

/// Writes reports to an Excel workbook: a sheet of measures, one of findings, one of the cells of other tables.
///
/// Rows go to the disk as they come, so that memory stays flat. Texts are cells of text, never formulas.
public final class ReportWorkbook {
    private var book: UnsafeMutablePointer<lxw_workbook>?
    private var measures: Worksheet
    private var findings: Worksheet
    private var tables: Worksheet

    /// Begins the workbook that is to stand at `path`; nothing is there before ``finish()``.
    public init(_ path: String) throws(WorkbookProblem) {
        var options = lxw_workbook_options()
        options.constant_memory = UInt8(LXW_TRUE.rawValue)
        guard let book = workbook_new_opt(path, &options) else { throw WorkbookProblem("no memory for the workbook") }
        self.book = book
        let formats = WorkbookFormats(book)
        measures = try Worksheet("measures", headings: MeasureColumn.all.map(\.name), in: book, formats)
        findings = try Worksheet(
            "findings",
            headings: ["file", "line", "measure_id", "severity", "rule", "field", "message_th", "message_en"],
            in: book, formats)
        tables = try Worksheet(
            "tables", headings: ["file", "table", "kind", "caption", "row", "column", "heading", "text"], in: book,
            formats)
    }

    deinit {
        if let book { lxw_workbook_free(book) }
    }

    /// Adds the rows of a report.
    public func write(_ report: Report) throws(WorkbookProblem) {
        let file = FlatValue(report.source.name)
        for row in MeasureRow.all(of: report) {
            try measures.append(MeasureColumn.all.map { $0.value(row) })
        }
        for finding in report.findings {
            let line = finding.span.map { report.lines.line(at: Int($0.start)) }
            let measure = finding.measure.map { MeasureID(report.measures[$0], of: report).description }
            try findings.append([
                file, FlatValue(line), FlatValue(measure), FlatValue(finding.severity.rawValue),
                FlatValue(finding.rule),
                FlatValue(finding.field), FlatValue(finding.thai), FlatValue(finding.english),
            ])
        }
        for (index, table) in report.tables.enumerated() {
            let caption = FlatValue(table.caption, of: report)
            for (row, cells) in table.rows.enumerated() {
                for (column, cell) in cells.enumerated() {
                    let text = FlatValue(cell, of: report)
                    guard text != .null else { continue }
                    let heading = column < table.columns.count ? table.columns[column] : nil
                    try tables.append([
                        file, .integer(index + 1), FlatValue(table.kind.rawValue), caption, .integer(row + 1),
                        .integer(column + 1), FlatValue(heading, of: report), text,
                    ])
                }
            }
        }
    }

    /// Writes the file.
    public func finish() throws(WorkbookProblem) {
        guard let book else { return }
        self.book = nil
        measures.finish()
        findings.finish()
        tables.finish()
        let status = workbook_close(book)
        if status != LXW_NO_ERROR { throw WorkbookProblem(String(cString: lxw_strerror(status))) }
    }
}
