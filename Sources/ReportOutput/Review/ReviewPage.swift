public import ReportParser

/// The page of a report: its source on the left, its records, findings and other tables on the right.
///
/// A page holds all that it needs and asks for nothing from outside. Whoever reads it without scripts loses the filters
/// and the keys, and nothing else.
public struct ReviewPage {
    private let report: Report
    private let overview: String
    private let language: ReviewLanguage

    /// - Parameters:
    ///   - report: what the page is about.
    ///   - name: the path of the page below the folder of the pages, with `/` between its parts.
    ///   - language: the language that it shows first.
    public init(of report: Report, name: String, language: ReviewLanguage) {
        self.report = report
        self.language = language
        overview = String(repeating: "../", count: name.utf8.count { $0 == 0x2F }) + ReviewOverview.name
    }

    /// Writes the page.
    ///
    /// - Parameter sink: takes the bytes, some 64 KiB at a time.
    /// - Throws: what `sink` throws.
    public func write(to sink: @escaping (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        var html = HTMLWriter(language: language, to: sink)
        let runs = RecordRun.all(in: report)
        let marks = SourceMarks(of: report, runs: runs)
        let frame = ReviewFrame(title: title, kind: .report, scripts: [.common, .report])
        frame.begin(&html)
        writeHeader(marks, &html)
        html.markup("<main class=\"split\">\n")
        var source = SourcePane(of: report, marks: marks)
        try source.write(to: &html)
        html.markup("<div class=\"pane reading\" id=\"reading\">\n")
        FactPane(of: report, marks: marks).write(to: &html)
        ReviewFilters(report: report).write(to: &html)
        let flags = FindingIndex(of: report)
        try RecordPane(of: report, marks: marks, runs: runs, flags: flags).write(to: &html)
        try FindingPane(of: report, marks: marks).write(to: &html)
        try TablePane(of: report, marks: marks, findings: source.findingsOfCells).write(to: &html)
        html.markup("</div>\n</main>\n")
        frame.end(&html)
        try html.flush()
    }

    private var title: String {
        let name = report.agency.map { report.string($0.name) } ?? report.source.name
        return [name, report.fiscalYear.map { "\($0)" }].compactMap(\.self).joined(separator: " ")
    }

    private func writeHeader(_ marks: SourceMarks, _ html: inout HTMLWriter) {
        html.markup("<header class=\"top\">\n<a class=\"back\" href=\"")
        html.path(overview)
        html.markup("\"><span aria-hidden=\"true\">←</span> ")
        html.phrase(.backToOverview)
        html.markup("</a>\n<div class=\"name\"><h1 class=\"place\" id=\"")
        html.id(of: .fact(.title))
        html.markup("\"><span lang=\"th\">")
        html.text(report.title.map { report.string($0) } ?? title)
        html.markup("</span>")
        if let title = report.title { html.way(to: [title], in: report, marks) }
        html.markup("</h1>\n<p class=\"file\"><span class=\"words\">")
        html.text(report.source.name)
        html.markup("</span> <code title=\"SHA-256\">")
        html.text(String(report.source.sha256.prefix(12)))
        html.markup("</code></p></div>\n")
        ReviewFrame.writeTools(&html)
        html.markup("</header>\n")
    }
}
