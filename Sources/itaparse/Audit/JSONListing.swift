internal import ReportOutput
internal import ReportParser

/// Findings for programs: a JSON object a line.
struct JSONListing: AuditListing {
    private let sink: ListingSink

    init(_ sink: ListingSink) { self.sink = sink }

    func add(_ report: AuditedReport) throws {
        guard !report.findings.isEmpty else { return }
        try sink.write(
            JSONWriter.bytes { json in
                for placed in report.findings {
                    let finding = placed.finding
                    json.beginObject()
                    json.string("path", report.path)
                    json.int("line", placed.lines?.lowerBound)
                    json.int("page", placed.page)
                    json.string("rule", finding.rule)
                    json.string("severity", finding.severity.rawValue)
                    json.string("th", finding.thai)
                    json.string("en", finding.english)
                    json.int("measure", finding.measure.map { $0 + 1 })
                    json.string("field", finding.field)
                    if let bytes = placed.bytes {
                        json.pair("bytes", bytes.lowerBound, bytes.upperBound)
                    } else {
                        json.null("bytes")
                    }
                    json.endObject()
                    json.endLine()
                }
            })
    }

    func add(_ problem: FileProblem) {}

    func finish() -> [Finding.Severity] { [] }
}
