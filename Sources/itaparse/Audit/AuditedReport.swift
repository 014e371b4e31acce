internal import ReportOutput
internal import ReportParser

/// What an audit keeps of a report: its findings with their places, and what a summary counts.
struct AuditedReport: Sendable {
    let path: String
    /// The size of the file in bytes.
    let size: Int
    /// The findings that the user wants.
    let findings: [PlacedFinding]
    let artifact: SARIFLog.Artifact
    /// The body, its province, as the report writes them.
    let body: String?
    let province: String?
    /// How many measures are in each state; null for those whose report does not say.
    let states: [StatusState?: Int]
    /// How many findings a reviewer dismissed.
    let dismissed: Int
    /// What is compared with other reports, where that is wanted.
    let digest: ReportDigest?

    /// - Parameters:
    ///   - path: the file.
    ///   - report: what stands in it.
    ///   - choice: the findings that are wanted.
    ///   - wantsDigest: whether the report is to be compared with others.
    init(path: String, _ report: Report, _ choice: RuleChoice, wantsDigest: Bool) {
        self.path = path
        size = report.source.bytes
        let wanted = choice.wanted(report.findings)
        findings = wanted.map { PlacedFinding($0, of: report) }
        artifact = SARIFLog.Artifact(path: path, report)
        body = report.agency.map { report.string($0.name) }
        province = report.agency?.province.map { report.string($0) }
        dismissed = report.review?.entries.reduce(0) { $0 + $1.dismissed } ?? 0
        var states: [StatusState?: Int] = [:]
        for measure in report.measures { states[measure.status?.state, default: 0] += 1 }
        self.states = states
        digest = wantsDigest ? ReportDigest(of: report, path: path, findings: wanted.count) : nil
    }
}
