extension DateGrammar {
    /// One date or period at `index`, and the index behind it.
    ///
    /// `previous` stands before a range's dash or a list's comma; its kind need not be said again (พ.ศ. ๒๕๖๑ – ๒๕๖๕).
    func point(at index: Int, after previous: PartialDate? = nil) -> (PartialDate, next: Int)? {
        if let previous, let found = continuedPoint(at: index, after: previous) { return found }
        if let found = lunarDate(at: index) { return found }
        if let found = period(at: index) { return found }
        if let found = yearPoint(at: index) { return found }
        return day(at: index)
    }

    /// A bare number behind a year or a quarter.
    private func continuedPoint(at start: Int, after previous: PartialDate) -> (PartialDate, next: Int)? {
        var index = start
        if isWord(index, .year) || isWord(index, .of) { index += 1 }
        if isWord(index, .ordinal), case .quarter = previous.unit { index += 1 }
        if token(index).kind == .era, token(index).code != DateEra.unsupported.rawValue, previous.isYear { index += 1 }
        guard let number = number(index), !isContinued(index) || isQuarterOfYear(index, after: previous) else {
            return nil
        }
        if case .quarter = previous.unit, number.digits <= 1, number.value >= 1, number.value <= 4 {
            var partial = PartialDate(.quarter(Int(number.value)), start: number.start, end: number.end)
            partial.isCalendar = previous.isCalendar
            var next = index + 1
            readPeriodYear(into: &partial, next: &next)
            return (partial, next)
        }
        guard previous.isYear, !isQuantity(index), !isWord(index + 1, .month), token(index + 1).kind != .month else {
            return nil
        }
        let isShort = number.digits == 2 && number.value >= 40 && (previous.year?.number ?? 0) > 2500
        guard number.digits == 4 || isShort else { return nil }
        var era: DateEra?
        if index > start, token(index - 1).kind == .era { era = DateEra(rawValue: token(index - 1).code) }
        guard let (year, conflict) = Self.year(number, era: era, isShort: isShort) else { return nil }
        var partial = PartialDate(previous.unit, start: token(start).start, end: number.end)
        partial.year = year
        partial.isFiscal = previous.isFiscal
        partial.isCalendar = previous.isCalendar
        partial.isBareEra = previous.isBareEra
        if conflict { partial.warnings.insert(.eraConflict) }
        return (partial, index + 1)
    }

    /// Whether a year stands behind the number of a quarter and a slash: ไตรมาส ๑ - ๓/๒๕๖๘.
    private func isQuarterOfYear(_ index: Int, after previous: PartialDate) -> Bool {
        guard case .quarter = previous.unit, token(index + 1).kind == .slash, let year = number(index + 2) else {
            return false
        }
        return year.digits == 4 && !isContinued(index + 2)
    }

    // MARK: - Days and months

    /// A day, a day's number, or a month, with as much of the year as is there.
    private func day(at start: Int) -> (PartialDate, next: Int)? {
        var index = start
        var weekday: Int?
        var hasPrefix = false
        if token(index).kind == .weekday {
            weekday = Int(token(index).code)
            index += 1
            if isWord(index, .ordinal) || token(index).kind == .comma || token(index).kind == .dot { index += 1 }
        }
        if isWord(index, .dayOf) {
            hasPrefix = true
            index += 1
            if token(index).kind == .weekday {
                weekday = Int(token(index).code)
                index += 1
                if isWord(index, .ordinal) { index += 1 }
            }
            if isWord(index, .ordinal) { index += 1 }
            if token(index).kind == .colon { index += 1 }
        }
        guard token(index).gap != .line || index == start || number(index) != nil || token(index).kind == .month else {
            return nil
        }
        let from = weekday == nil ? index : start
        if number(index) != nil, let (found, next) = numberedDay(at: index, hasPrefix: hasPrefix || weekday != nil) {
            var partial = found
            partial.weekday = weekday
            partial.start = token(from).start
            return (partial, next)
        }
        if let (found, next) = month(at: index) {
            var partial = found
            if partial.unit == .day { partial.weekday = weekday }
            guard weekday == nil && !hasPrefix || partial.unit == .day else { return nil }
            partial.start = token(from).start
            return (partial, next)
        }
        return nil
    }

    /// A date that begins with the number at `index`.
    private func numberedDay(at index: Int, hasPrefix: Bool) -> (PartialDate, next: Int)? {
        guard let number = number(index) else { return nil }
        if let found = numericDate(at: index) { return found }
        guard hasPrefix || !isWord(index - 1, .serial) else { return nil }
        var next = index + 1
        if isWord(next, .englishOrdinal), token(next).gap == .none { next += 1 }
        let afterNumber = next
        // 15-ม.ค.-67, ๑/ม.ค./๖๗, ๑.ม.ค.๖๗
        switch token(next).kind {
        case .dash, .slash: if token(next + 1).kind == .month, isTight(next) { next += 1 }
        case .dot, .comma:
            if token(next + 1).kind == .month, token(next).gap == .none, token(next + 1).gap == .none { next += 1 }
        default: break
        }
        let separator = token(afterNumber).kind
        if isWord(next, .of) { next += 1 }
        if isWord(next, .month) { next += 1 }
        if isWord(next, .of) { next += 1 }
        if token(next).kind == .colon { next += 1 }
        if token(next).kind == .month {
            return dayOfMonth(number, at: next, separator: next > afterNumber ? separator : .end)
        }
        if hasPrefix, let found = numberedMonth(number, at: afterNumber, monthAt: next) { return found }
        guard number.digits <= 2, number.value >= 1, number.value <= 31, !isContinued(index) else { return nil }
        return (PartialDate(.dayNumber, day: number), afterNumber)
    }

    /// วันที่ ๕ เดือน ๑๐ พ.ศ. ๒๕๖๖
    private func numberedMonth(_ day: DateToken, at afterDay: Int, monthAt index: Int) -> (PartialDate, next: Int)? {
        guard index > afterDay, isWord(index - 1, .month), let month = number(index), month.digits <= 2,
            month.value >= 1, month.value <= 12, let phrase = yearPhrase(at: index + 1, isAfterMonth: true)
        else { return nil }
        var partial = PartialDate(.day, start: day.start, end: token(phrase.next - 1).end)
        partial.day = Int(day.value)
        partial.month = Int(month.value)
        var next = index
        apply(phrase, to: &partial, next: &next)
        return (partial, next)
    }

    private func dayOfMonth(
        _ number: DateToken, at index: Int, separator: DateToken.Kind
    ) -> (PartialDate, next: Int)? {
        // A number too long for a day is a code or a year, and the month stands alone.
        guard number.digits <= 3 else { return nil }
        let month = token(index)
        var partial = PartialDate(.day, start: number.start, end: month.end)
        partial.day = Int(number.value)
        partial.month = Int(month.code)
        if number.isRepaired || month.isRepaired { partial.warnings.insert(.repaired) }
        var next = index + 1
        readYear(afterMonthAt: index, separator: separator, into: &partial, next: &next)
        if partial.year == nil, month.style == .bare || month.style == .misspelt, context.isEmpty { return nil }
        readTime(into: &partial, next: &next)
        return (partial, next)
    }

    /// A month without a day, or an English one before it: มีนาคม ๒๕๖๗, June 30, 2023.
    private func month(at start: Int) -> (PartialDate, next: Int)? {
        var index = start
        let hasWord = isWord(index, .month)
        if hasWord { index += 1 }
        if hasWord, token(index).kind == .colon || isWord(index, .of) { index += 1 }
        if hasWord, let found = numericMonth(at: index, from: start) { return found }
        let month = token(index)
        guard month.kind == .month else { return nil }
        var partial = PartialDate(.month, start: token(start).start, end: month.end)
        partial.month = Int(month.code)
        partial.isBareMonth = !hasWord && month.style != .full
        if month.isRepaired { partial.warnings.insert(.repaired) }
        var next = index + 1
        if month.style == .english, let day = number(next), day.digits <= 2, !isContinued(next) {
            var after = next + 1
            if isWord(after, .englishOrdinal) { after += 1 }
            if token(after).kind == .comma { after += 1 }
            if let phrase = yearPhrase(at: after), !phrase.hasWord {
                partial.unit = .day
                partial.day = Int(day.value)
                apply(phrase, to: &partial, next: &next)
                readTime(into: &partial, next: &next)
                return (partial, next)
            }
        }
        readYear(afterMonthAt: index, separator: .end, into: &partial, next: &next)
        if isWord(index - 1, .serial) || isAfterOffice(month) && !hasWord { return nil }
        if partial.year == nil, month.style == .bare || month.style == .misspelt, !hasWord { return nil }
        return (partial, next)
    }

    /// A month by its number: เดือน ๑๐/๒๕๖๖.
    private func numericMonth(at index: Int, from start: Int) -> (PartialDate, next: Int)? {
        guard let month = number(index), month.digits <= 2, month.value >= 1, month.value <= 12,
            token(index + 1).kind == .slash || token(index + 1).kind == .dash, let year = number(index + 2),
            year.digits == 4,
            let (value, _) = Self.year(year, era: nil, isShort: false)
        else { return nil }
        var partial = PartialDate(.month, start: token(start).start, end: year.end)
        partial.month = Int(month.value)
        partial.year = value
        return (partial, index + 3)
    }

    /// The year behind the month at `index`.
    private func readYear(
        afterMonthAt index: Int, separator: DateToken.Kind, into partial: inout PartialDate, next: inout Int
    ) {
        let month = token(index)
        var start = index + 1
        switch token(start).kind {
        case .comma: start += 1
        case .dot where token(start).gap == .none && number(start + 1)?.digits == 4: start += 1
        case .dash, .slash, .dot:
            // 15-ม.ค.-67; but ๑ ต.ค. - ๓๑ มี.ค. is a range.
            if separator == token(start).kind || (separator == .end && isTight(start) && token(start).kind != .dash)
                || (separator == .end && isMonthDashYear(start, month))
            {
                start += 1
            }
        case .close where token(start + 1).kind == .era: start += 1
        default: break
        }
        guard
            let phrase = yearPhrase(
                at: start, isAfterMonth: true, isAfterDay: partial.unit == .day, isEnglish: month.style == .english)
        else { return }
        // A month's abbreviation that is easily something else needs a whole year, or a day before it.
        if month.style == .bare, partial.unit == .month, phrase.year.number == 0 { return }
        let last = token(phrase.next - 1)
        if last.digits == 2, !phrase.hasEra, last.gap == .line, partial.unit == .month { return }
        // `ต.ค. ๑๕ พ.ย.`: a day of the next month; a number that is no day is the year.
        if last.digits == 2, last.value <= 31, !phrase.hasEra, token(phrase.next).kind == .month { return }
        apply(phrase, to: &partial, next: &next)
    }

    /// Whether the dash at `index` joins a month to its year: ต.ค.-66, Oct-23.
    private func isMonthDashYear(_ index: Int, _ month: DateToken) -> Bool {
        guard isTight(index), let year = number(index + 1), token(index + 2).kind != .month, !isWord(index + 2, .month)
        else { return false }
        if year.digits == 4 { return true }
        return year.digits == 2 && token(index).gap == .none && (year.value >= 40 || month.style == .english)
    }

    /// Whether the mark at `index` stands between its neighbours as part of one date, without or with even space.
    func isTight(_ index: Int) -> Bool {
        token(index).gap == token(index + 1).gap && token(index).gap != .line
    }

    func apply(_ phrase: YearPhrase?, to partial: inout PartialDate, next: inout Int) {
        guard let phrase else { return }
        partial.year = phrase.year
        partial.isFiscal = phrase.isFiscal
        partial.isCalendar = partial.isCalendar || phrase.isCalendar
        partial.warnings.formUnion(phrase.warnings)
        partial.end = max(partial.end, token(phrase.next - 1).end)
        next = phrase.next
    }
}

extension PartialDate {
    /// A day's number alone.
    init(_ unit: Unit, day number: DateToken) {
        self.init(unit, start: number.start, end: number.end)
        day = Int(number.value)
        if number.isRepaired { warnings.insert(.repaired) }
    }
}
