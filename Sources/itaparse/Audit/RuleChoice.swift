internal import ReportParser

/// Which findings a user wants, and how grave they are to that user.
struct RuleChoice: Sendable {
    /// The rules of `--rule` that look at one report, and those that compare reports: each kind is chosen by itself, so
    /// that a comparison still counts the findings of each report.
    private let only: (report: Set<String>, across: Set<String>)
    private let without: Set<String>
    private let levels: [String: AuditConfiguration.Level]

    /// - Parameters:
    ///   - only: the rules of `--rule`; empty for all. They win over what the configuration switches off.
    ///   - without: the rules of `--no-rule`, which win over all else.
    ///   - configuration: what a file says of rules.
    /// - Throws: ``UsageError`` for a rule that is not there.
    init(only: [String], without: [String], configuration: AuditConfiguration) throws(UsageError) {
        for id in only + without { try Self.check(id) }
        self.only = (Set(only).subtracting(Self.acrossIDs), Set(only).intersection(Self.acrossIDs))
        self.without = Set(without)
        levels = configuration.levels
    }

    /// The rules that compare reports.
    static let acrossIDs = Set(ReportParser.acrossRules.map(\.id))

    /// All rules that there are: those of a report and those of several.
    static let rules = ReportParser.rules + ReportParser.acrossRules

    /// Refuses a rule that is not there.
    static func check(_ id: String) throws(UsageError) {
        guard !rules.contains(where: { $0.id == id }) else { return }
        let close = rules.map(\.id).min { Spelling.distance($0, id) < Spelling.distance($1, id) } ?? ""
        throw UsageError(
            "unknown rule '\(id)'\(Spelling.distance(close, id) <= 4 ? "; did you mean \(close)?" : "; see itaparse rules")"
        )
    }

    /// The severity that findings of a rule have, null where they are not wanted.
    func severity(_ rule: String, usually severity: Finding.Severity) -> Finding.Severity? {
        if without.contains(rule) { return nil }
        let only = Self.acrossIDs.contains(rule) ? only.across : only.report
        if !only.isEmpty, !only.contains(rule) { return nil }
        switch levels[rule] {
        case nil: return severity
        case .off: return only.contains(rule) ? severity : nil
        case .info: return .info
        case .warning: return .warning
        case .error: return .error
        }
    }

    /// The findings that are wanted, as grave as they are to the user.
    func wanted(_ findings: [Finding]) -> [Finding] {
        findings.compactMap { finding in
            guard let severity = severity(finding.rule, usually: finding.severity) else { return nil }
            var finding = finding
            finding.severity = severity
            return finding
        }
    }
}
