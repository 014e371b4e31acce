/// What several reports show together: changes between periods, copied texts, and how far each body has come.
public struct AcrossAudit: Sendable {
    /// What was found, in the order of the reports that it is found in.
    public let findings: [AcrossFinding]
    /// For each body, its report of the latest period: indices into the reports, who has completed most first.
    public let league: [Int]
    /// How many bodies there are.
    public let bodies: Int

    /// Compares reports, in the order of the inputs.
    public init(_ reports: [ReportDigest]) {
        let found = PeriodComparison.findings(in: reports) + CopyFinder.findings(in: reports)
        findings = found.enumerated().sorted { ($0.element.report, $0.offset) < ($1.element.report, $1.offset) }
            .map(\.element)
        let groups = Bodies(reports).groups
        bodies = groups.count
        league = groups.compactMap { group in
            PeriodComparison.periods(of: group, in: reports).last ?? group.first
        }.filter { reports[$0].measures > 0 }
            .sorted { Self.isAhead(reports[$0], reports[$1], $0 < $1) }
    }

    /// Whether a body has come further than another: completed more, then more of what was due, then with fewer findings.
    private static func isAhead(_ left: ReportDigest, _ right: ReportDigest, _ otherwise: Bool) -> Bool {
        // A report that says of no measure how far it is says nothing against its body either.
        if (left.stated == 0) != (right.stated == 0) { return left.stated > 0 }
        let shares = [
            (left.completed * right.stated, right.completed * left.stated),
            (left.completedWhenDue * max(right.due, 1), right.completedWhenDue * max(left.due, 1)),
            (right.findings * left.measures, left.findings * right.measures),
        ]
        for (first, second) in shares where first != second { return first > second }
        return otherwise
    }
}
