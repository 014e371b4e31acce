/// A date or period as far as its own words say it; the words around it may give the rest.
struct PartialDate {
    /// What the words name.
    enum Unit: Equatable {
        /// A day's number alone, which takes its month from what follows.
        case dayNumber
        case day, month, year, fiscalYear
        case quarter(Int)
        /// Months of a fiscal or calendar year, from 0.
        case months(first: Int, count: Int)
    }

    var unit: Unit
    var day = 0
    var month = 0
    var year: CalendarYear?
    /// Whether ``year`` is a fiscal year.
    var isFiscal = false
    /// Whether a calendar year is said, so that quarters and halves count from January.
    var isCalendar = false
    var weekday: Int?
    var startTime: ClockTime?
    var endTime: ClockTime?
    /// The days that stand in brackets behind the name of a period.
    var days: (first: CivilDate, last: CivilDate)?
    var warnings: DateWarnings = []
    /// Whether the year is an era and a number alone, which may be part of a law's name.
    var isBareEra = false
    /// Whether it is an abbreviated month and nothing else, easily something else.
    var isBareMonth = false
    /// Whether the words are ค่ำ of the moon, or an era without conversion.
    var isUnsupported: Bool { !warnings.isDisjoint(with: [.unsupportedEra, .unsupportedLunar]) }
    /// The place of the words, in bytes.
    var start: Int
    var end: Int

    init(_ unit: Unit, start: Int, end: Int) {
        self.unit = unit
        self.start = start
        self.end = end
    }

    /// Whether a year has to come from elsewhere.
    var needsYear: Bool { year == nil && days == nil && unit != .dayNumber && !isUnsupported }

    var isYear: Bool { unit == .year || unit == .fiscalYear }

    var precision: DateMention.Precision {
        switch unit {
        case .dayNumber, .day: startTime == nil ? .day : .time
        case .month: .month
        case .year, .fiscalYear: .year
        case .quarter: .quarter
        case .months(_, let count): count == 12 ? .year : count == 3 ? .quarter : .half
        }
    }

    var kind: DateMention.Kind {
        switch unit {
        case .dayNumber, .day: return .date
        case .month: return .month
        case .year: return .year
        case .fiscalYear: return .fiscalYear
        case .quarter: return .quarter
        case .months(_, let count):
            return count == 12 ? .fiscalYear : count == 9 ? .range : count == 3 ? .quarter : .half
        }
    }

    /// The days; without a value where the calendar has none, and the reason is in `warnings`.
    func resolved() -> (days: (first: CivilDate, last: CivilDate)?, warnings: DateWarnings) {
        if isUnsupported { return (nil, warnings) }
        if let days {
            guard year != nil, let named = namedDays, named != days else { return (days, warnings) }
            return (days, warnings.union(.periodConflict))
        }
        guard let year else { return (nil, warnings) }
        switch unit {
        case .dayNumber: return (nil, warnings)
        case .day:
            guard let gregorian = gregorianYear(year) else { return (nil, warnings.union(.nonexistent)) }
            guard let date = CivilDate(year: gregorian, month: month, day: day) else {
                return (nil, warnings.union(.impossibleDate))
            }
            let isMismatch = weekday.map { $0 != date.weekday } ?? false
            return ((date, date), isMismatch ? warnings.union(.weekdayMismatch) : warnings)
        default:
            guard let named = namedDays else { return (nil, warnings.union(.nonexistent)) }
            return (named, warnings)
        }
    }

    /// The last day of the month where the day is past it, for the end of a range.
    var clampedDay: CivilDate? {
        guard unit == .day, day > 0, day <= 31, let year, let gregorian = gregorianYear(year) else { return nil }
        return CivilDate(year: gregorian, month: month, day: 1)?.endOfMonth
    }

    private func gregorianYear(_ year: CalendarYear) -> Int? {
        (isFiscal && month >= 10 ? year.previous : year).gregorian(month: month)
    }

    private var namedDays: (first: CivilDate, last: CivilDate)? {
        guard let year else { return nil }
        switch unit {
        case .dayNumber, .day: return nil
        case .month:
            guard let gregorian = gregorianYear(year), let first = CivilDate(year: gregorian, month: month, day: 1)
            else { return nil }
            return (first, first.endOfMonth)
        case .year: return year.days
        case .fiscalYear: return year.fiscalMonths(first: 0, count: 12)
        case .quarter(let number):
            guard number >= 1, number <= 4 else { return nil }
            return months(of: year, first: 3 * (number - 1), count: 3)
        case .months(let first, let count): return months(of: year, first: first, count: count)
        }
    }

    private func months(
        of year: CalendarYear, first: Int, count: Int
    ) -> (first: CivilDate, last: CivilDate)? {
        isCalendar ? year.calendarMonths(first: first, count: count) : year.fiscalMonths(first: first, count: count)
    }
}
