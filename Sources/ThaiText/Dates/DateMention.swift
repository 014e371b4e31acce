/// A date, period or time that a text names, with its place.
///
/// A list (`มีนาคม ๒๕๖๗ และ กันยายน ๒๕๖๗`) gives one mention a member. What looks like a date but is none has neither
/// a start nor an end, and says why in its ``warnings``.
public struct DateMention: Hashable, Sendable {
    /// What was named.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A day, with or without a time.
        case date
        /// A month.
        case month
        /// A calendar year.
        case year
        /// A fiscal year, 1 October to 30 September.
        case fiscalYear = "fiscal_year"
        /// From a day to a day; either may be open.
        case range
        /// A last acceptable day; there is no start.
        case deadline
        /// Three months.
        case quarter
        /// Six months.
        case half
        /// A time of day, or a span of them, without a day.
        case time
    }

    /// How fine the words are that name the date.
    public enum Precision: String, Hashable, Sendable, CaseIterable {
        /// To the minute.
        case time
        /// To the day.
        case day
        /// To the month.
        case month
        /// To three months.
        case quarter
        /// To six months.
        case half
        /// To the calendar or fiscal year.
        case year
    }

    /// What was named.
    public var kind: Kind
    /// The first day; `nil` for a deadline, a range with an open start and a time.
    public var start: CivilDate?
    /// The last day; `nil` for a range with an open end and a time.
    public var end: CivilDate?
    /// The time of day, where one is written; the first of a span.
    public var startTime: ClockTime?
    /// The last time of day, where a span is written.
    public var endTime: ClockTime?
    /// How fine the words are.
    public var precision: Precision
    /// The calendar of the year as written.
    public var calendar: DateCalendar
    /// Whether it is one of several that were named together.
    public var isListMember: Bool
    /// What is doubtful.
    public var warnings: DateWarnings
    /// The place in the scanned text, in bytes.
    public var range: Range<Int>

    /// Makes a mention.
    public init(
        kind: Kind, start: CivilDate? = nil, end: CivilDate? = nil, startTime: ClockTime? = nil,
        endTime: ClockTime? = nil, precision: Precision, calendar: DateCalendar = .buddhist,
        isListMember: Bool = false, warnings: DateWarnings = [], range: Range<Int>
    ) {
        self.kind = kind
        self.start = start
        self.end = end
        self.startTime = startTime
        self.endTime = endTime
        self.precision = precision
        self.calendar = calendar
        self.isListMember = isListMember
        self.warnings = warnings
        self.range = range
    }

    /// Whether there is a date or a time.
    public var hasValue: Bool { start != nil || end != nil || startTime != nil }
}
