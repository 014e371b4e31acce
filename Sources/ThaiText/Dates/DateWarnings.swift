/// What is doubtful about a date that was read, or why it has no value.
public struct DateWarnings: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt16

    /// Makes a set from its bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The weekday that is written is not that of the date.
    public static let weekdayMismatch = DateWarnings(rawValue: 1 << 0)
    /// The calendar has no such day or time; there is no value.
    public static let impossibleDate = DateWarnings(rawValue: 1 << 1)
    /// The range ended on an impossible day, which was moved to the end of its month.
    public static let clamped = DateWarnings(rawValue: 1 << 2)
    /// The range was written with its end before its start; they were exchanged.
    public static let reversed = DateWarnings(rawValue: 1 << 3)
    /// The number of the year belongs to another era than the one that is written.
    public static let eraConflict = DateWarnings(rawValue: 1 << 4)
    /// A letter was read as a digit, or a misspelt month as the nearest month.
    public static let repaired = DateWarnings(rawValue: 1 << 5)
    /// The era (จ.ศ., ม.ศ., ฮ.ศ.) has no conversion here; there is no value.
    public static let unsupportedEra = DateWarnings(rawValue: 1 << 6)
    /// A date of the lunar calendar; there is no value.
    public static let unsupportedLunar = DateWarnings(rawValue: 1 << 7)
    /// The period never was (January of BE 2483, a fifth quarter); there is no value.
    public static let nonexistent = DateWarnings(rawValue: 1 << 8)
    /// The period's name and the days written beside it disagree; the days were taken.
    public static let periodConflict = DateWarnings(rawValue: 1 << 9)
    /// The year was not written, and came from the context.
    public static let inferredYear = DateWarnings(rawValue: 1 << 10)

    private static let allNames: [StaticString] = [
        "weekday-mismatch", "impossible-date", "clamped", "reversed", "era-conflict", "repaired", "unsupported-era",
        "unsupported-lunar", "nonexistent", "period-conflict", "inferred-year",
    ]

    /// The names in kebab case, in the order of the bits.
    public var names: [String] {
        Self.allNames.indices.filter { rawValue & (1 << UInt16($0)) != 0 }.map { "\(Self.allNames[$0])" }
    }
}
