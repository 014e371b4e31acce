/// Dates that are named together, and what joins them.
struct DatePhrase {
    /// What stands between two dates.
    enum Link { case range, list }

    var points: [PartialDate]
    /// One fewer than the points.
    var links: [Link] = []
    /// The index of the token behind.
    var next: Int

    // MARK: - Filling

    /// Gives each date the month and year that a later one, or else an earlier one, says for all.
    mutating func fill() {
        for index in points.indices.reversed().dropFirst() {
            let later = points[index + 1]
            if points[index].unit == .dayNumber {
                points[index].unit = .day
                points[index].month = later.month
                takeYear(of: later, at: index)
            } else if points[index].needsYear, later.year != nil {
                takeYear(of: later, at: index)
                if !later.isFiscal || points[index].isYear, isAfter(points[index], later) {
                    points[index].year = later.year?.previous
                }
            }
        }
        for index in points.indices.dropFirst() where points[index].needsYear {
            let earlier = points[index - 1]
            guard earlier.year != nil else { continue }
            takeYear(of: earlier, at: index)
            if !earlier.isFiscal, isAfter(earlier, points[index]) { points[index].year = earlier.year?.next }
        }
    }

    private mutating func takeYear(of other: PartialDate, at index: Int) {
        points[index].year = other.year
        points[index].isFiscal = other.isFiscal
        points[index].isCalendar = points[index].isCalendar || other.isCalendar
    }

    private func isAfter(_ left: PartialDate, _ right: PartialDate) -> Bool {
        func first(_ partial: PartialDate) -> CivilDate? { partial.resolved().days?.first ?? partial.clampedDay }
        guard let start = first(left), let end = first(right) else { return false }
        return start > end
    }

    /// Gives dates without a year that of a fiscal or calendar year.
    mutating func fill(from year: CalendarYear, isFiscal: Bool) {
        for index in points.indices where points[index].needsYear {
            points[index].year = year
            points[index].isFiscal = isFiscal
        }
    }

    /// Gives dates without a year that of the report.
    mutating func fillYears(from context: DateContext) {
        guard !context.isEmpty else { return }
        for index in points.indices where points[index].needsYear {
            switch points[index].unit {
            case .day, .month:
                points[index].year = context.year(ofMonth: points[index].month)
            case .quarter, .months:
                guard let fiscal = context.effectiveFiscalYear else { continue }
                points[index].year = CalendarYear(calendar: .buddhist, number: fiscal)
            default: continue
            }
            points[index].warnings.insert(.inferredYear)
        }
    }
}
