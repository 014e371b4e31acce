internal import ReportOutput
internal import ReportParser

/// What several reports show together, once all of them are read.
struct AcrossListing: AuditListing {
    enum Form { case text(TextStyle), json }

    private let sink: ListingSink
    private let choice: RuleChoice
    private let form: Form
    private var digests: [ReportDigest] = []

    init(_ sink: ListingSink, _ choice: RuleChoice, form: Form) {
        self.sink = sink
        self.choice = choice
        self.form = form
    }

    mutating func add(_ report: AuditedReport) {
        if let digest = report.digest { digests.append(digest) }
    }

    func add(_ problem: FileProblem) {}

    func finish() throws -> [Finding.Severity] {
        let audit = AcrossAudit(digests)
        let findings = audit.findings.compactMap { finding -> AcrossFinding? in
            guard let severity = choice.severity(finding.rule, usually: finding.severity) else { return nil }
            var finding = finding
            finding.severity = severity
            return finding
        }
        switch form {
        case .text(let style): try sink.write(AcrossText(digests, audit, findings, style).text)
        case .json: try sink.write(AcrossJSON.bytes(digests, audit, findings))
        }
        return findings.map(\.severity)
    }
}
