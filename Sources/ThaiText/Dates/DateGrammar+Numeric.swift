extension DateGrammar {
    /// A date in numbers alone: ๑๕/๖/๒๕๖๗, 30-09-67, ๗.๒.๒๕๖๗, 2023-10-01.
    func numericDate(at index: Int) -> (PartialDate, next: Int)? {
        guard let first = number(index), let second = number(index + 2), let third = number(index + 4) else {
            return nil
        }
        let mark = token(index + 1)
        guard mark.kind == token(index + 3).kind, mark.kind == .slash || mark.kind == .dash || mark.kind == .dot,
            second.digits >= 1, second.digits <= 2, !continuesNumber(index), !isLongCode(index + 4, mark.kind)
        else { return nil }
        let isGlued = (index + 1...index + 4).allSatisfy { token($0).gap == .none }
        if first.digits == 4 {
            guard isGlued, third.digits == 2, let (year, _) = Self.year(first, era: nil, isShort: false) else {
                return nil
            }
            return numericDate(index, day: third, month: second, year: year, isRepaired: first.isRepaired)
        }
        guard first.digits >= 1, first.digits <= 2 else { return nil }
        guard isGlued || mark.kind == .slash || third.digits == 4 else { return nil }
        if (index + 1...index + 4).contains(where: { token($0).gap == .line }) { return nil }
        let isYearSure =
            third.digits == 4 || mark.kind == .slash || (mark.kind == .dash && second.value <= 12)
            || (third.digits == 2 && third.value >= 50 && third.value < 80)
        guard isYearSure, third.digits == 2 || third.digits == 4,
            let (year, _) = Self.year(third, era: nil, isShort: true)
        else { return nil }
        return numericDate(index, day: first, month: second, year: year, isRepaired: third.isRepaired)
    }

    private func numericDate(
        _ index: Int, day: DateToken, month: DateToken, year: CalendarYear, isRepaired: Bool
    ) -> (PartialDate, next: Int) {
        var partial = PartialDate(.day, start: token(index).start, end: token(index + 4).end)
        partial.day = Int(day.value)
        partial.month = Int(month.value)
        partial.year = year
        if isRepaired || day.isRepaired || month.isRepaired { partial.warnings.insert(.repaired) }
        var next = index + 5
        readTime(into: &partial, next: &next)
        return (partial, next)
    }

    /// Whether more of a telephone or identity number follows the number at `index`.
    private func isLongCode(_ index: Int, _ mark: DateToken.Kind) -> Bool {
        let next = token(index + 1)
        return next.kind == mark && next.gap == .none && token(index + 2).kind == .number
            && token(index + 2).gap == .none
            && !(mark == .dash && token(index + 4).kind == mark)
    }
}
