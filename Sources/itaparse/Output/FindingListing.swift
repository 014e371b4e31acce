internal import ReportOutput
internal import ReportParser
internal import ThaiText

/// Writes findings: for people a report a paragraph and a summary at the end, for programs a finding a line.
struct FindingListing {
    let format: AuditCommand.Format
    private var reports = 0
    private var clean = 0
    private var counts: [String: Int] = [:]

    init(format: AuditCommand.Format) { self.format = format }

    /// Writes the findings of a report.
    mutating func write(_ findings: [Finding], of report: Report, path: String) throws(FileProblem) {
        reports += 1
        if findings.isEmpty { clean += 1 }
        for finding in findings { counts[finding.rule, default: 0] += 1 }
        switch format {
        case .text: try Terminal.out(Self.text(findings, report, path))
        case .json: try Self.writeJSON(findings, report, path)
        }
    }

    /// Writes what all reports have in common.
    func finish() throws(FileProblem) {
        guard format == .text else { return }
        let total = counts.values.reduce(0, +)
        var lines = ["\(Self.count(total, "finding")) in \(Self.count(reports, "report")), \(clean) without any"]
        for (rule, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            let number = "\(count)"
            lines.append(String(repeating: " ", count: max(0, 6 - number.count)) + number + "  " + rule)
        }
        try Terminal.out(lines.joined(separator: "\n") + "\n")
    }

    private static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    /// The line of a finding, where it has a place.
    private static func line(_ finding: Finding, _ report: Report) -> Int? {
        finding.span.map { report.lines.line(at: Int($0.start)) }
    }

    private static func text(_ findings: [Finding], _ report: Report, _ path: String) -> String {
        guard !findings.isEmpty else { return "" }
        var lines = [visible(path)]
        for severity in [Finding.Severity.error, .warning, .info] {
            let group = findings.filter { $0.severity == severity }
            if group.isEmpty { continue }
            lines.append("  \(severity.rawValue):")
            for finding in group {
                let place = line(finding, report).map { "\(visible(path)):\($0)" } ?? visible(path)
                let measure = finding.measure.map { " (\(name(of: $0, report)))" } ?? ""
                lines.append("    \(place): \(finding.rule)\(visible(measure)): \(visible(finding.english))")
                lines.append("      \(visible(finding.thai))")
            }
        }
        return lines.joined(separator: "\n") + "\n\n"
    }

    /// What a measure is called in a line: its number, else its code, else its place.
    private static func name(of index: Int, _ report: Report) -> String {
        let measure = report.measures[index]
        if let number = measure.number { return "measure \(number)" }
        if let code = measure.code { return code.description }
        return "record \(index + 1)"
    }

    /// A text on one line, without what would steer the terminal.
    private static func visible(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            scalars.append(scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? " " : scalar)
        }
        return String(scalars)
    }

    private static func writeJSON(_ findings: [Finding], _ report: Report, _ path: String) throws(FileProblem) {
        let bytes = JSONWriter.bytes { json in
            for finding in findings {
                json.beginObject()
                json.string("path", path)
                json.int("line", line(finding, report))
                json.string("rule", finding.rule)
                json.string("severity", finding.severity.rawValue)
                json.string("th", finding.thai)
                json.string("en", finding.english)
                json.int("measure", finding.measure.map { $0 + 1 })
                json.string("field", finding.field)
                if let range = finding.span.map({ report.sourceRange(of: $0) }) {
                    json.pair("bytes", range.lowerBound, range.upperBound)
                } else {
                    json.null("bytes")
                }
                json.endObject()
                json.endLine()
            }
        }
        try bytes.withUnsafeBufferPointer { (bytes) throws(FileProblem) in
            try OutputFile.writeToStandardOutput(bytes)
        }
    }
}
