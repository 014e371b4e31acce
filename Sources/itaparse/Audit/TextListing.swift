internal import ReportOutput
internal import ReportParser

/// Findings for people: a report a paragraph, and a summary at the end.
struct TextListing: AuditListing {
    private let sink: ListingSink
    private let style: TextStyle
    private var summary = AuditSummary()

    init(_ sink: ListingSink, _ style: TextStyle) {
        self.sink = sink
        self.style = style
    }

    mutating func add(_ report: AuditedReport) throws {
        summary.add(report)
        guard !report.findings.isEmpty else { return }
        var lines = [style.paint(VisibleText.line(report.path), .heading)]
        for severity in [Finding.Severity.error, .warning, .info] {
            let group = report.findings.filter { $0.finding.severity == severity }
            if group.isEmpty { continue }
            lines.append("  " + style.paint("\(severity.rawValue):", severity.role))
            for placed in group { lines += self.lines(placed, report.path) }
        }
        try sink.write(lines.joined(separator: "\n") + "\n\n")
    }

    private func lines(_ placed: PlacedFinding, _ path: String) -> [String] {
        let finding = placed.finding
        let path = VisibleText.line(path)
        // Who looks for a finding in a PDF turns pages; its lines are those of the extracted text.
        let place =
            placed.page.map { "\(path), page \($0)" } ?? placed.lines.map { "\(path):\($0.lowerBound)" } ?? path
        let measure = placed.measureName.map { " (\(VisibleText.line($0)))" } ?? ""
        return [
            "    \(style.paint("\(place):", .aside)) \(style.paint(finding.rule, finding.severity.role))\(measure): "
                + VisibleText.line(finding.english),
            "      " + style.paint(VisibleText.line(finding.thai), .aside),
        ]
    }

    mutating func add(_ problem: FileProblem) { summary.addFailure() }

    mutating func finish() throws -> [Finding.Severity] {
        try sink.write(summary.lines(style).joined(separator: "\n") + "\n")
        return []
    }
}

extension Finding.Severity {
    /// Its colour.
    var role: TextStyle.Role {
        switch self {
        case .error: .error
        case .warning: .warning
        case .info: .info
        }
    }
}
