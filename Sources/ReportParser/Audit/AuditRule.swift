/// A rule of the audit: one kind of thing that may be wrong in a report.
///
/// A rule reads the report and nothing else, takes time in proportion to it, and would rather miss a slip than accuse a
/// report that is right: an auditor who meets three false alarms stops reading. Rules ask measures for their fields by
/// index: to name a measure is to copy all of it, which cost more than most rules did.
protocol AuditRule: Sendable {
    /// What the rule is called and what it finds.
    var description: RuleDescription { get }

    /// What the rule finds in a report.
    func findings(in subject: AuditSubject) -> [Finding]
}

/// What a rule of the audit is called, how much its findings matter and what they say.
public struct RuleDescription: Sendable, Hashable {
    /// The id, in kebab case: `numbering-gap`.
    public let id: String
    /// How much its findings matter.
    public let severity: Finding.Severity
    /// What it finds, in Thai.
    public let thai: String
    /// What it finds, in English.
    public let english: String

    init(_ id: String, _ severity: Finding.Severity = .warning, thai: String, english: String) {
        self.id = id
        self.severity = severity
        self.thai = thai
        self.english = english
    }

    /// The same rule with findings of another severity.
    public func with(_ severity: Finding.Severity) -> RuleDescription {
        RuleDescription(id, severity, thai: thai, english: english)
    }
}

/// What the rules look at: a report, and what was wrong with its file.
struct AuditSubject {
    let report: Report
    let problems: [ReadProblem]
    /// The measures of each list, by their indices: those whose kinds stand in one table.
    let groups: [[Int]]
    /// Doubtful dates outside the measures.
    let otherDoubts: [OtherDoubt]
    /// Where lists skip or repeat a number.
    let slips: NumberSlips

    init(_ report: Report, problems: [ReadProblem] = []) {
        self.report = report
        self.problems = problems
        groups = Self.groups(of: report)
        otherDoubts = OtherDoubt.all(in: report)
        slips = NumberSlips(report, groups: groups)
    }

    /// Whether a row has the code of an item makes no other list of it.
    private static func groups(of report: Report) -> [[Int]] {
        var groups: [[Int]] = [[], [], []]
        for index in report.measures.indices {
            switch report.measures[index].kind {
            case .measure, .oitItem: groups[0].append(index)
            case .indicator: groups[1].append(index)
            case .project: groups[2].append(index)
            }
        }
        return groups
    }
}

extension AuditRule {
    /// A finding of this rule.
    func finding(
        thai: String, english: String, measure: Int? = nil, field: MeasureField? = nil, span: SourceSpan?
    ) -> Finding {
        Finding(
            rule: description.id, severity: description.severity, thai: thai, english: english, measure: measure,
            field: field?.rawValue, span: span)
    }
}
