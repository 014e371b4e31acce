extension DateGrammar {
    /// A quarter, half year or round, with its year before or behind it and its months in brackets.
    func period(at start: Int) -> (PartialDate, next: Int)? {
        if var (partial, next) = namedPeriod(at: start) {
            let hadNumber = next
            readPeriodYear(into: &partial, next: &next)
            guard partial.year != nil || partial.days != nil || hadNumber > start else { return nil }
            return (partial, next)
        }
        // ปีงบประมาณ พ.ศ. ๒๕๖๖ รอบ ๖ เดือน
        guard token(start).kind == .era || isYearWord(start) || isWord(start, .throughout),
            let (year, afterYear) = yearPoint(at: start), year.isYear, year.year != nil
        else { return nil }
        var index = afterYear
        if token(index).kind == .open || token(index).kind == .comma || token(index).kind == .colon { index += 1 }
        if isWord(index, .of) { index += 1 }
        if var (partial, next) = namedPeriod(at: index) {
            partial.year = year.year
            partial.isCalendar = partial.isCalendar || year.isCalendar
            partial.warnings.formUnion(year.warnings)
            partial.start = year.start
            readDays(into: &partial, next: &next)
            if token(index - 1).kind == .open, token(next).kind == .close { next += 1 }
            return (partial, next)
        }
        var partial = year
        var next = afterYear
        readDays(into: &partial, next: &next)
        return next > afterYear ? (partial, next) : nil
    }

    /// The year and the bracketed days behind a period's name, in either order.
    func readPeriodYear(into partial: inout PartialDate, next: inout Int) {
        apply(yearAfterPeriod(at: next), to: &partial, next: &next)
        readDays(into: &partial, next: &next)
        if partial.year == nil {
            if partial.days == nil { readYearBehindDays(into: &partial, next: &next) }
            apply(yearAfterPeriod(at: next), to: &partial, next: &next)
        }
        if partial.days == nil { readDays(into: &partial, next: &next) }
        partial.isFiscal = false
    }

    /// The year behind bracketed months that have none: ไตรมาสที่ ๑ (ตุลาคม – ธันวาคม) ปีงบประมาณ ๒๕๖๗.
    private func readYearBehindDays(into partial: inout PartialDate, next: inout Int) {
        guard !isWithinPeriod, token(next).kind == .open,
            let phrase = withinPeriod.phrase(at: next + 1, isNested: true), phrase.links == [.range],
            token(phrase.next).kind == .close, let year = yearAfterPeriod(at: phrase.next + 1)
        else { return }
        let open = next
        apply(year, to: &partial, next: &next)
        var behindDays = open
        readDays(into: &partial, next: &behindDays)
        partial.end = token(next - 1).end
    }

    /// The year of the period before `start`: … ปีงบประมาณ ๒๕๖๗, …/๒๕๖๗.
    func yearAfterPeriod(at start: Int) -> YearPhrase? {
        var index = start
        switch token(index).kind {
        case .slash, .comma, .open, .dot, .colon, .dash: index += 1
        default: break
        }
        while isWord(index, .of) { index += 1 }
        guard index > start ? true : isYearWord(index) || token(index).kind == .era || number(index)?.digits == 4,
            var phrase = yearPhrase(at: index, isAfterMonth: token(start).kind == .slash)
        else { return nil }
        if token(start).kind == .dash, !phrase.hasWord { return nil }
        if token(start).kind == .open {
            // (ปีงบประมาณ ๒๕๖๗) is a year, (๑ ตุลาคม …) a range.
            guard phrase.hasWord || phrase.hasEra, token(phrase.next).kind == .close else { return nil }
            phrase.next += 1
        }
        return phrase
    }

    /// This grammar for the days of a period, which have no days of their own: else each of a row of periods would be
    /// read again for every one before it.
    private var withinPeriod: DateGrammar {
        var grammar = self
        grammar.isWithinPeriod = true
        return grammar
    }

    /// The days in brackets behind a period's name: (๑ ตุลาคม ๒๕๖๖ – ๓๑ มีนาคม ๒๕๖๗).
    private func readDays(into partial: inout PartialDate, next: inout Int) {
        guard !isWithinPeriod else { return }
        var index = next
        let isOpen = token(index).kind == .open
        if isOpen || token(index).kind == .colon { index += 1 }
        while isWord(index, .of) { index += 1 }
        while let word = word(index), word == .from || word == .between || word == .outOf { index += 1 }
        if token(index).kind == .colon { index += 1 }
        guard
            token(index).kind == .number || token(index).kind == .month || isWord(index, .month)
                || isWord(index, .dayOf)
                || token(index).kind == .weekday
        else { return }
        guard var phrase = withinPeriod.phrase(at: index, isNested: true), phrase.points.count == 2,
            phrase.links[0] == .range
        else {
            return
        }
        let isYearWritten = phrase.points.contains { $0.year != nil }
        if !isYearWritten, let year = partial.year {
            phrase.fill(from: year, isFiscal: !partial.isCalendar)
        } else {
            phrase.fillYears(from: context)
        }
        guard let first = phrase.points[0].resolved().days?.first,
            let last = phrase.points[1].resolved().days?.last ?? phrase.points[1].clampedDay, first <= last
        else { return }
        partial.days = (first, last)
        partial.warnings.formUnion(phrase.points[0].resolved().warnings)
        if phrase.points[1].resolved().days == nil { partial.warnings.insert(.clamped) }
        next = phrase.next
        if token(next).kind == .close {
            if isOpen { next += 1 }
        }
        partial.end = token(next - 1).end
    }

    // MARK: - Names

    /// A period's name without its year.
    private func namedPeriod(at index: Int) -> (PartialDate, next: Int)? {
        switch word(index) {
        case .quarter: quarter(at: index)
        case .half: half(at: index, from: index)
        case .round: round(at: index)
        default: firstMonths(at: index, from: index)
        }
    }

    private func quarter(at start: Int) -> (PartialDate, next: Int)? {
        guard !isWord(start - 1, .every) else { return nil }
        var index = start + 1
        if isWord(index, .ordinal) { index += 1 }
        if token(index).kind == .colon { index += 1 }
        var value: Int
        switch word(index) {
        case .first: value = 1
        case .last: value = 4
        default:
            guard let number = number(index), number.digits <= 1 || number.digits == 2 && number.value <= 4,
                !isDecimal(index)
            else { return nil }
            value = Int(number.value)
        }
        if isWord(index + 1, .unit) || isWord(index + 1, .month) { value = -1 }
        guard value >= 0 else { return nil }
        return (PartialDate(.quarter(value), start: token(start).start, end: token(index).end), index + 1)
    }

    private func isDecimal(_ index: Int) -> Bool {
        isContinued(index) && token(index + 1).kind != .slash && token(index + 1).kind != .comma
    }

    /// A half: ครึ่งปีแรก, ครึ่งหลังของปี.
    private func half(at start: Int, from first: Int) -> (PartialDate, next: Int)? {
        var index = start + 1
        while isYearWord(index) || isWord(index, .of) { index += 1 }
        var isCalendar = false
        if isWord(index - 1, .calendarYear) { isCalendar = true }
        guard let last = isLast(&index) else { return nil }
        var partial = PartialDate(
            .months(first: last ? 6 : 0, count: 6), start: token(first).start, end: token(index - 1).end)
        partial.isCalendar = isCalendar
        return (partial, index)
    }

    /// Reads แรก, หลัง, ที่ ๑, ที่ ๒ behind a half.
    private func isLast(_ index: inout Int) -> Bool? {
        if isWord(index, .first) {
            index += 1
            return false
        }
        if isWord(index, .last) {
            index += 1
            return true
        }
        if isWord(index, .ordinal) || isWord(index, .serial), let number = number(index + 1),
            number.value == 1 || number.value == 2,
            number.digits <= 1
        {
            index += 2
            return number.value == 2
        }
        return nil
    }

    /// A round of months, or a numbered one: รอบ ๖ เดือนแรก, รอบ ๑๒ เดือน, รอบที่ ๑.
    private func round(at start: Int) -> (PartialDate, next: Int)? {
        var index = start + 1
        while isWord(index, .of) || isWord(index, .time) { index += 1 }
        if isWord(index, .half) { return half(at: index, from: start) }
        if isWord(index, .quarter) {
            guard let (named, next) = quarter(at: index) else { return nil }
            var partial = named
            partial.start = token(start).start
            return (partial, next)
        }
        if let found = firstMonths(at: index, from: start) { return found }
        guard isWord(index, .ordinal), let number = number(index + 1), number.digits <= 1,
            number.value == 1 || number.value == 2
        else { return nil }
        // The rounds of staff appraisal are half years; without a year or days they say nothing.
        let partial = PartialDate(
            .months(first: number.value == 2 ? 6 : 0, count: 6), start: token(start).start, end: number.end)
        var next = index + 2
        var probe = partial
        readPeriodYear(into: &probe, next: &next)
        guard probe.days != nil || (probe.year != nil && next > index + 3) else { return nil }
        return (partial, index + 2)
    }

    /// ๖ เดือนแรก; with รอบ before it also ๖ เดือน, ๙ เดือน, ๑๒ เดือน.
    private func firstMonths(at index: Int, from start: Int) -> (PartialDate, next: Int)? {
        guard let number = number(index), !continuesNumber(index) || start < index, isWord(index + 1, .month) else {
            return nil
        }
        var next = index + 2
        let last = isLast(&next)
        guard start < index || last != nil else { return nil }
        let count = Int(number.value)
        guard count == 3 || count == 6 || count == 9 || count == 12 else { return nil }
        let first = last == true ? 12 - count : 0
        return (
            PartialDate(.months(first: first, count: count), start: token(start).start, end: token(next - 1).end), next
        )
    }
}
