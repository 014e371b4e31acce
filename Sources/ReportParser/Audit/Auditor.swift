/// Says what is wrong or doubtful in a report.
package enum Auditor {
    /// All rules, in the order in which their findings stand.
    static let rules: [any AuditRule] =
        ReadingRule.all + [ConfidenceRule(), NoMeasuresRule()] + DoubtRule.all + [
            NumberingRule(finds: .gap), NumberingRule(finds: .duplicate), MalformedNumberRule(), DeclaredCountRule(),
            OutsidePeriodRule(), PeriodRule(), YearRule(), DeadlinePassedRule(), StatusBeforeDeadlineRule(),
            ClockTimeRule(), SumRule(), DuplicateTotalRule(), PercentageRule(), OverBudgetRule(),
            MissingFieldRule.responsible, MissingFieldRule.timeframe, MissingFieldRule.status, MissingResultRule(),
            UnknownUnitRule(), AgencyNameRule(), PlaceMismatchRule(), PlaceRule(), CodeTitleRule(),
            DuplicateCodeRule(), MissingItemRule(), CrossReferenceRule(), HeadingRule(), TitleRule(),
            RepeatedWordRule(), CopiedTextRule(), TruncatedTextRule(),
        ]

    /// The findings of all rules, in the order of the rules.
    package static func findings(of report: Report, problems: [ReadProblem]) -> [Finding] {
        let subject = AuditSubject(report, problems: problems)
        return rules.flatMap { $0.findings(in: subject) }
    }
}

extension ReportParser {
    /// The rules of the audit, in the order in which their findings stand.
    public static var rules: [RuleDescription] { Auditor.rules.map(\.description) + RuleDescription.ofReviews }
}
