/// What a table is about: the role of each column, and whether its rows are records.
struct TableReading {
    enum Kind { case measures, projects, budget, score, other }

    let kind: Kind
    let roles: [ColumnRole?]
    /// Whether columns have the roles of results and of numbers.
    let hasResults: Bool
    let hasNumbers: Bool
    /// Whether a column tells states, or columns of ticks do.
    let hasStates: Bool
    /// Whether a column tells times.
    let hasTimes: Bool
    /// Whether the subject of a row is an indicator.
    let isAboutIndicators: Bool
    /// Whether the heading of the titles reads `มาตรการ (ผู้รับผิดชอบ)`.
    let hasUnitsInTitles: Bool
    /// How sure the roles are, 0 to 1.
    let certainty: Double
    /// By which power of ten the plain figures of each column are raised for baht.
    let moneyPowers: [Int]

    init(
        kind: Kind, roles: [ColumnRole?], isAboutIndicators: Bool, hasUnitsInTitles: Bool, certainty: Double,
        moneyPowers: [Int]
    ) {
        self.kind = kind
        self.roles = roles
        self.isAboutIndicators = isAboutIndicators
        self.hasUnitsInTitles = hasUnitsInTitles
        self.certainty = certainty
        self.moneyPowers = moneyPowers
        hasResults = roles.contains(.result)
        hasNumbers = roles.contains(.number)
        hasStates = roles.contains { $0?.tellsState == true }
        hasTimes = roles.contains { $0?.isTime ?? false }
    }
}
