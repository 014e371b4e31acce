/// What a report says about the time it is about: it gives a year to dates that are written without one.
public struct DateContext: Hashable, Sendable {
    /// The fiscal year (พ.ศ.) of the report, if known.
    public var fiscalYear: Int?
    /// The first and last day that the report is about, if known.
    public var period: ClosedRange<CivilDate>?

    /// Makes a context; without arguments, dates without a year have no value.
    public init(fiscalYear: Int? = nil, period: ClosedRange<CivilDate>? = nil) {
        self.fiscalYear = fiscalYear
        self.period = period
    }

    /// Whether anything is known.
    var isEmpty: Bool { fiscalYear == nil && period == nil }

    /// The fiscal year, from the period's last day where it is not said.
    var effectiveFiscalYear: Int? { fiscalYear ?? period?.upperBound.fiscalYear }

    /// The year of a month that is written without one.
    func year(ofMonth month: Int) -> CalendarYear? {
        if let period {
            for year in Set([period.lowerBound.year, period.upperBound.year]).sorted() {
                guard let first = CivilDate(year: year, month: month, day: 1) else { continue }
                if first.endOfMonth >= period.lowerBound, first <= period.upperBound {
                    return CalendarYear(calendar: .buddhist, number: year + 543)
                }
            }
        }
        guard let fiscal = effectiveFiscalYear else { return nil }
        return CalendarYear(calendar: .buddhist, number: month >= 10 ? fiscal - 1 : fiscal)
    }
}
