/// A calendar that years are counted in.
public enum DateCalendar: String, Hashable, Sendable {
    /// พ.ศ., with years from 1 January (BE 2484 and later).
    case buddhist
    /// ค.ศ.
    case gregorian
    /// ร.ศ., with years from 1 April.
    case rattanakosin
    /// พ.ศ. before 2484, with years from 1 April.
    case oldStyle = "old-style"
}

/// A year as it was written, in its calendar.
struct CalendarYear: Hashable, Sendable {
    /// The first year of the Buddhist Era that began on 1 January.
    static let firstModern = 2484

    var calendar: DateCalendar
    var number: Int

    init(calendar: DateCalendar, number: Int) {
        self.calendar = calendar == .buddhist && number < Self.firstModern ? .oldStyle : calendar
        self.number = number
    }

    /// The year before.
    var previous: CalendarYear { shifted(by: -1) }
    /// The year after.
    var next: CalendarYear { shifted(by: 1) }

    private func shifted(by years: Int) -> CalendarYear {
        CalendarYear(calendar: calendar == .oldStyle ? .buddhist : calendar, number: number + years)
    }

    /// The Gregorian year that a month of this year falls in; `nil` where the year had no such month.
    func gregorian(month: Int) -> Int? {
        switch calendar {
        case .gregorian: number
        case .buddhist: number - 543
        case .oldStyle where number == Self.firstModern - 1 && month < 4: nil
        case .oldStyle: month < 4 ? number - 542 : number - 543
        case .rattanakosin: month < 4 ? number + 1782 : number + 1781
        }
    }

    /// The Gregorian year that most of this year falls in.
    var nominalGregorian: Int {
        switch calendar {
        case .gregorian: number
        case .buddhist, .oldStyle: number - 543
        case .rattanakosin: number + 1781
        }
    }

    /// The first and last day of the calendar year.
    var days: (first: CivilDate, last: CivilDate)? {
        let year = nominalGregorian
        switch calendar {
        case .buddhist, .gregorian:
            return Self.span(from: (year, 1), to: (year, 12))
        case .oldStyle where number == Self.firstModern - 1:
            return Self.span(from: (year, 4), to: (year, 12))
        case .oldStyle, .rattanakosin:
            return Self.span(from: (year, 4), to: (year + 1, 3))
        }
    }

    /// The first and last day of `count` months of the fiscal year, from its month `first` (0 is October).
    func fiscalMonths(first: Int, count: Int) -> (first: CivilDate, last: CivilDate)? {
        let year = nominalGregorian
        let last = first + count - 1
        return Self.span(
            from: (first < 3 ? year - 1 : year, (first + 9) % 12 + 1),
            to: (last < 3 ? year - 1 : year, (last + 9) % 12 + 1))
    }

    /// The first and last day of `count` months of the calendar year, from its month `first` (0 is January).
    func calendarMonths(first: Int, count: Int) -> (first: CivilDate, last: CivilDate)? {
        Self.span(from: (nominalGregorian, first + 1), to: (nominalGregorian, first + count))
    }

    private static func span(
        from start: (year: Int, month: Int), to end: (year: Int, month: Int)
    ) -> (first: CivilDate, last: CivilDate)? {
        guard let first = CivilDate(year: start.year, month: start.month, day: 1),
            let last = CivilDate(year: end.year, month: end.month, day: 1)
        else { return nil }
        return (first, last.endOfMonth)
    }
}
