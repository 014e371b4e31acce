internal import ReportOutput
internal import ReportParser

/// Findings as a SARIF log.
final class SARIFListing: AuditListing {
    private var log: SARIFLog

    init(_ sink: ListingSink, _ choice: RuleChoice) {
        let rules = ReportParser.rules.compactMap { rule in
            choice.severity(rule.id, usually: rule.severity).map { rule.with($0) }
        }
        log = SARIFLog(rules: rules) { try sink.write($0) }
    }

    func add(_ report: AuditedReport) throws { try log.add(report.findings, in: report.artifact) }

    func add(_ problem: FileProblem) {
        log.add(failureOf: problem.file, code: problem.code.name, text: problem.message)
    }

    func finish() throws -> [Finding.Severity] {
        try log.finish()
        return []
    }
}
