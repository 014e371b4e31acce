internal import ReportParser
internal import ThaiText

/// The records of a page, in runs under their headings, each value with the way to its place.
struct RecordPane {
    let report: Report
    let marks: SourceMarks
    private let runs: [RecordRun]
    private let flags: FindingIndex

    init(of report: Report, marks: SourceMarks, runs: [RecordRun], flags: FindingIndex) {
        self.report = report
        self.marks = marks
        self.runs = runs
        self.flags = flags
    }

    /// Writes the pane.
    func write(to html: inout HTMLWriter) throws {
        html.beginPanel("records", .records, count: report.measures.count)
        for (index, run) in runs.enumerated() {
            html.markup("<div class=\"group\">\n")
            writeHeadings(of: run, index, &html)
            for measure in run.measures {
                write(measure, isUnderHeading: !run.places.isEmpty, &html)
                try html.flushIfLarge()
            }
            html.markup("</div>\n")
        }
        html.markup(report.measures.isEmpty ? "<p class=\"nothing\">" : "<p class=\"nothing\" hidden>")
        html.phrase(report.measures.isEmpty ? .noRecords : .nothingShown)
        html.markup("</p>\n</section>\n")
    }

    private func writeHeadings(of run: RecordRun, _ index: Int, _ html: inout HTMLWriter) {
        guard !run.places.isEmpty else { return }
        html.markup("<h3 class=\"place\" id=\"")
        html.id(of: .group(index))
        html.markup("\">")
        for (number, heading) in run.section.enumerated() {
            if number > 0 { html.markup("<span class=\"sep\"> › </span>") }
            html.markup("<span lang=\"th\">")
            html.text(report.string(heading))
            html.markup("</span>")
        }
        // The name of an indicator is as a rule the heading itself.
        if let indicator = run.indicator {
            let name = indicator.name.map { report.string($0) } ?? ""
            let isSaid = run.section.contains { report.string($0).contains(name) }
            let parts = [indicator.instrument, indicator.number, isSaid ? nil : name].compactMap(\.self)
            if !parts.isEmpty {
                html.markup(" <span class=\"chip\">")
                html.text(parts.filter { !$0.isEmpty }.joined(separator: " "))
                html.markup("</span>")
            }
        }
        html.way(to: run.places, in: report, marks)
        html.markup("</h3>\n")
    }

    // MARK: One record

    private func write(_ index: Int, isUnderHeading: Bool, _ html: inout HTMLWriter) {
        let measure = report.measures[index]
        let findings = flags[measure: index]
        let first = report.lines.line(at: Int(measure.span.start))
        let last = report.lines.line(at: max(Int(measure.span.start), Int(measure.span.end) - 1), near: first)
        html.markup("<article class=\"record\" id=\"m")
        html.number(index + 1)
        // A name of its own: the heading is not there for a screen reader as long as it is out of sight.
        html.markup("\" tabindex=\"-1\" aria-label=\"")
        html.number(index + 1)
        html.markup(" ")
        html.value(measure.title.map { report.string($0) } ?? "")
        html.markup("\" data-lines=\"")
        html.number(first)
        html.markup(" ")
        html.number(last)
        html.markup("\" data-status=\"")
        html.markup(measure.status?.state.name ?? "none")
        html.markup("\" data-severities=\"")
        for severity in Finding.Severity.all
        where findings.contains(where: { report.findings[$0].severity == severity }) {
            html.markup(severity.name)
            html.markup(" ")
        }
        html.markup("\" data-rules=\"")
        for finding in findings {
            html.value(report.findings[finding].rule)
            html.markup(" ")
        }
        html.markup("\">\n")
        let fields = ReviewField.all(of: measure, in: report)
        writeHead(index, measure, fields, lines: first...last, isUnderHeading: isUnderHeading, &html)
        let inHead: Set<ReviewField.Slot> = [.code, .number, .title]
        let names = Set(fields.filter { !inHead.contains($0.slot) }.map(\.slot.rawValue))
        writeFlags(findings.filter { !names.contains(report.findings[$0].field ?? "") }, &html)
        html.markup("<dl>\n")
        var label: String?
        let shown = fields.filter { !inHead.contains($0.slot) }
        for (place, field) in shown.enumerated() {
            label = write(field, of: index, follows: label, &html)
            guard place + 1 == shown.count || shown[place + 1].slot != field.slot else { continue }
            writeFlags(findings.filter { report.findings[$0].field == field.slot.rawValue }, in: "dd", &html)
        }
        writeRepairs(measure, &html)
        html.markup("</dl>\n</article>\n")
    }

    // MARK: Fields

    /// What stands before a value: the name of its field, or the heading that the report gives it.
    private func label(of field: ReviewField) -> String {
        if case .extra(let extra) = field.value {
            let name = ExtraValues.name(of: extra, in: report)
            return String(decoding: name, as: UTF8.self)
        }
        return field.slot.rawValue
    }

    /// Writes a value below its label, unless the value before it has the same; returns the label.
    private func write(_ field: ReviewField, of index: Int, follows: String?, _ html: inout HTMLWriter) -> String {
        let label = label(of: field)
        if label != follows {
            html.markup("<dt>")
            if case .extra(let extra) = field.value {
                if ExtraValues.isNamed(extra, in: report) {
                    html.markup("<span lang=\"th\">")
                    html.text(label)
                    html.markup("</span>")
                } else {
                    html.phrase(.column)
                    html.markup(" ")
                    html.number(extra.column + 1)
                }
            } else {
                html.phrase(field.slot.phrase)
            }
            html.markup("</dt>\n")
        }
        html.markup("<dd class=\"place ")
        html.markup(field.slot.tint)
        html.markup("\" id=\"")
        html.id(of: .field(index, field.slot, field.index))
        html.markup("\">")
        html.value(field.value, of: report)
        html.way(to: field.places, in: report, marks)
        html.markup("</dd>\n")
        return label
    }

    private func writeRepairs(_ measure: Measure, _ html: inout HTMLWriter) {
        guard !measure.repairs.isEmpty else { return }
        html.markup("<dt>")
        html.phrase(.repairs)
        html.markup("</dt>\n")
        for repair in report.repairs[measure.repairs.range] {
            html.markup("<dd class=\"repair\"><del lang=\"th\">")
            html.text(repair.from)
            html.markup("</del> → <ins lang=\"th\">")
            html.text(repair.to)
            html.markup("</ins> <code>")
            html.text(repair.kind)
            html.markup("</code></dd>\n")
        }
    }

    /// Writes findings beside what they are about.
    private func writeFlags(_ findings: [Int], in element: StaticString = "div", _ html: inout HTMLWriter) {
        for index in findings {
            html.markup("<")
            html.markup(element)
            html.markup(" class=\"flag\">")
            html.flag(index, of: report)
            html.markup("</")
            html.markup(element)
            html.markup(">\n")
        }
    }
}

/// Which findings are about which record.
struct FindingIndex {
    private var byMeasure: [Int: [Int]] = [:]

    init(of report: Report) {
        for (index, finding) in report.findings.enumerated() {
            if let measure = finding.measure { byMeasure[measure, default: []].append(index) }
        }
    }

    /// The indices of the findings about a record, in the order of the report.
    subscript(measure index: Int) -> [Int] { byMeasure[index] ?? [] }
}
