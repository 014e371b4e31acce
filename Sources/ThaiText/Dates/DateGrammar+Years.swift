extension DateGrammar {
    /// A year, and what the words before its number say of it.
    struct YearPhrase {
        var year: CalendarYear
        var isFiscal = false
        var isCalendar = false
        var hasEra = false
        /// Whether a word for year stands before it.
        var hasWord = false
        var warnings: DateWarnings = []
        var next: Int
    }

    /// The year at `start`, with the words for year and era that may stand before its number.
    ///
    /// After a month two digits are enough; after a day and a month nothing but a time makes them a quantity.
    func yearPhrase(
        at start: Int, isAfterMonth: Bool = false, isAfterDay: Bool = false, isEnglish: Bool = false
    ) -> YearPhrase? {
        var index = start
        var phrase = YearPhrase(year: CalendarYear(calendar: .buddhist, number: 0), next: start)
        while let word = word(index) {
            switch word {
            case .fiscalYear: phrase.isFiscal = true
            case .calendarYear: phrase.isCalendar = true
            case .year:
                if phrase.hasWord, token(index).end - token(index).start < 10, !phrase.isFiscal { return nil }
            case .budget where (isWord(index + 1, .year) || token(index + 1).kind == .era) || phrase.hasWord:
                phrase.isFiscal = true
            case .of where phrase.hasWord || isAfterMonth || index == start: index += 1; continue
            default: return nil
            }
            phrase.hasWord = true
            index += 1
            if index - start > 4 { return nil }
        }
        var era: DateEra?
        if token(index).kind == .era {
            era = DateEra(rawValue: token(index).code)
            index += 1
            if token(index).kind == .dot, number(index + 1) != nil { index += 1 }
            phrase.hasEra = true
        }
        guard var number = number(index), !continuesNumber(index) || era != nil || isAfterMonth, !isContinued(index)
        else { return nil }
        if index > start, number.gap == .line, era == nil, !phrase.hasWord, !isAfterMonth { return nil }
        var next = index + 1
        if let joined = splitYear(at: index) {
            number = joined
            next = index + 2
            phrase.warnings.insert(.repaired)
        }
        if number.isRepaired { phrase.warnings.insert(.repaired) }
        let isTwoDigitsEnough =
            isAfterMonth || era == .buddhist || phrase.hasWord && (phrase.isFiscal || number.value >= 50)
        guard let (year, conflict) = Self.year(number, era: era, isShort: isTwoDigitsEnough, isEnglish: isEnglish)
        else {
            return nil
        }
        if number.digits == 2, era == nil, isQuantity(index, isAfterDay: isAfterDay) { return nil }
        if number.digits == 4, word(next) == .unit, era == nil, !phrase.hasWord, !isAfterMonth { return nil }
        phrase.year = year
        if conflict { phrase.warnings.insert(.eraConflict) }
        if era == .gregorian, !phrase.isFiscal { phrase.isCalendar = true }
        phrase.next = next
        return phrase
    }

    /// A year whose digits were parted: ๒๕ ๖๗.
    private func splitYear(at index: Int) -> DateToken? {
        guard let first = number(index), first.digits == 2, first.value == 25, let second = number(index + 1),
            second.digits == 2, second.gap == .blank, !isContinued(index + 1), !isQuantity(index + 1)
        else { return nil }
        var joined = first
        joined.value = first.value * 100 + second.value
        joined.digits = 4
        joined.end = second.end
        return joined
    }

    /// Whether the number at `index` counts something, or is an hour.
    ///
    /// After a day and a month only a time is likelier than a year.
    func isQuantity(_ index: Int, isAfterDay: Bool = false) -> Bool {
        let next = token(index + 1)
        let isAlone = token(index + 2).kind != .other || token(index + 2).gap != .none
        switch word(index + 1) {
        case .clock, .minute: return true
        case .unit where token(index).value < 40: return next.gap != .line && isAlone
        case .unit, .day, .month, .moonDay, .every: return !isAfterDay && next.gap != .line && isAlone
        case .serial: return !isAfterDay && next.gap != .line && isAlone && number(index + 2) == nil
        case .year:
            return !isAfterDay && next.end - next.start < 10 && number(index + 2) == nil
                && token(index + 2).kind != .era
        default: break
        }
        guard next.gap == .none, token(index + 2).gap == .none, number(index + 2) != nil else { return false }
        return next.kind == .dot || next.kind == .colon || next.kind == .slash
    }

    /// The year that a number names, and whether its era contradicts it.
    static func year(
        _ number: DateToken, era: DateEra?, isShort: Bool, isEnglish: Bool = false
    ) -> (year: CalendarYear, isConflict: Bool)? {
        let value = Int(number.value)
        let digits = number.digits == 0 ? (value >= 1000 ? 4 : value >= 100 ? 3 : 2) : Int(number.digits)
        switch era {
        case .rattanakosin:
            guard value >= 1, value <= 260, digits <= 3 else { return nil }
            return (CalendarYear(calendar: .rattanakosin, number: value), false)
        case .unsupported: return nil
        case .buddhist:
            if digits == 2, isShort { return (CalendarYear(calendar: .buddhist, number: 2500 + value), false) }
            guard digits == 4, value >= 1800, value <= 2799 else { return nil }
            return (CalendarYear(calendar: .buddhist, number: value), value < 2110)
        case .gregorian:
            if digits == 2 { return (CalendarYear(calendar: .gregorian, number: 2000 + value), false) }
            guard digits == 4, value >= 1700, value <= 2699 else { return nil }
            return (CalendarYear(calendar: .gregorian, number: value), value >= 2400)
        case nil:
            if digits == 2, isShort {
                if isEnglish, value < 40 { return (CalendarYear(calendar: .gregorian, number: 2000 + value), false) }
                return (CalendarYear(calendar: .buddhist, number: 2500 + value), false)
            }
            guard digits == 4 else { return nil }
            if value >= 2400, value <= 2699 { return (CalendarYear(calendar: .buddhist, number: value), false) }
            if value >= 1800, value <= 2100 { return (CalendarYear(calendar: .gregorian, number: value), false) }
            return nil
        }
    }

    /// A calendar or fiscal year on its own, at `index`.
    func yearPoint(at index: Int) -> (PartialDate, next: Int)? {
        let first = token(index)
        var start = index
        if isWord(index, .schoolYear) { return nil }
        if first.kind == .era, first.code == DateEra.unsupported.rawValue {
            guard let number = number(index + 1) else { return nil }
            var partial = PartialDate(.year, start: first.start, end: number.end)
            partial.warnings = .unsupportedEra
            return (partial, index + 2)
        }
        if isWord(index, .throughout) { start += 1 }
        guard first.kind == .era || isYearWord(start) else { return nil }
        if let phrase = yearPhrase(at: start) {
            if !phrase.hasEra, !phrase.isFiscal, isAfterDuration(index) { return nil }
            var partial = PartialDate(
                phrase.isFiscal ? .fiscalYear : .year, start: first.start, end: token(phrase.next - 1).end)
            partial.year = phrase.year
            partial.isFiscal = phrase.isFiscal
            partial.isCalendar = phrase.isCalendar
            partial.warnings = phrase.warnings
            partial.isBareEra = !phrase.hasWord
            return (partial, phrase.next)
        }
        return contextYear(at: start, from: index)
    }

    func isYearWord(_ index: Int) -> Bool {
        switch word(index) {
        case .year, .calendarYear, .fiscalYear, .budget: true
        default: false
        }
    }

    /// Whether a number stands before the word for year: ๕ ปี.
    private func isAfterDuration(_ index: Int) -> Bool {
        number(index - 1) != nil && token(index).end - token(index).start < 10 && token(index - 1).digits <= 2
    }

    /// ตลอดปีงบประมาณ, ภายในปีงบประมาณนี้: the report's own year.
    private func contextYear(at index: Int, from start: Int) -> (PartialDate, next: Int)? {
        guard let fiscal = context.effectiveFiscalYear, isYearWord(index), !isWord(index, .budget) else { return nil }
        var next = index + 1
        var isThis = start < index
        if isWord(next, .this) || isWord(next, .present) {
            next += 1
            isThis = true
        }
        switch word(start - 1) {
        case .within, .before, .endOf, .until: isThis = true
        default: break
        }
        guard isThis, number(next) == nil, !isAfterDuration(index) else { return nil }
        var partial = PartialDate(.fiscalYear, start: token(start).start, end: token(next - 1).end)
        partial.year = CalendarYear(calendar: .buddhist, number: fiscal)
        partial.isFiscal = true
        partial.warnings = .inferredYear
        return (partial, next)
    }
}
