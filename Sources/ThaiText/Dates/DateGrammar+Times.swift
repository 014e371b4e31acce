extension DateGrammar {
    /// A time or a span of times, and whether its words leave no doubt.
    struct TimePhrase {
        var start: ClockTime?
        var end: ClockTime?
        var isSure: Bool
        var next: Int
    }

    /// A time on its own.
    func time(at start: Int) -> (TimePhrase, hasWord: Bool)? {
        var index = start
        let hasWord = isWord(index, .time)
        if hasWord { index += 1 }
        if hasWord, token(index).kind == .colon { index += 1 }
        if hasWord, isWord(index, .from) || isWord(index, .between) || isWord(index, .of) || isWord(index, .dayOf) {
            index += 1
        }
        guard let first = clock(at: index) else { return nil }
        var phrase = first
        var next = first.next
        if token(next).kind == .dash || isWord(next, .until) {
            next += 1
            if isWord(next, .until) { next += 1 }
            if isWord(next, .time) { next += 1 }
            if let second = clock(at: next) {
                phrase.end = second.start
                phrase.isSure = phrase.isSure || second.isSure
                phrase.next = second.next
                if second.start == nil { phrase.start = nil }
            }
        }
        guard phrase.isSure || hasWord else { return nil }
        return (phrase, hasWord)
    }

    /// One time: ๑๐.๓๐ น., 10:30, ๙ นาฬิกา ๓๐ นาที.
    private func clock(at index: Int) -> TimePhrase? {
        guard let hour = number(index), hour.digits >= 1, hour.digits <= 2 || hour.digits == 4, !continuesNumber(index),
            hour.start == 0 || text[hour.start - 1] != 0x2B
        else { return nil }
        let mark = token(index + 1)
        if hour.digits <= 2, mark.kind == .dot || mark.kind == .colon, mark.gap == .none,
            let minute = number(index + 2),
            minute.digits == 2, token(index + 2).gap == .none
        {
            var next = index + 3
            if mark.kind == .colon, token(next).kind == .colon, token(next).gap == .none, let second = number(next + 1),
                second.digits == 2
            {
                next += 2
            }
            let goesOn =
                token(next).gap == .none && token(next + 1).kind == .number && token(next + 1).gap == .none
                && (token(next).kind == .dot || token(next).kind == .colon)
            if goesOn { return nil }
            let isClock = isWord(next, .clock)
            if isClock { next += 1 }
            return TimePhrase(
                start: ClockTime(hour: Int(hour.value), minute: Int(minute.value)),
                isSure: isClock || (mark.kind == .colon && hour.value <= 24), next: next)
        }
        guard isWord(index + 1, .clock) else { return nil }
        if hour.digits == 4 {
            return TimePhrase(
                start: ClockTime(hour: Int(hour.value) / 100, minute: Int(hour.value) % 100), isSure: true,
                next: index + 2)
        }
        if let minute = number(index + 2), isWord(index + 3, .minute) {
            return TimePhrase(
                start: ClockTime(hour: Int(hour.value), minute: Int(minute.value)), isSure: true, next: index + 4)
        }
        return TimePhrase(start: ClockTime(hour: Int(hour.value), minute: 0), isSure: true, next: index + 2)
    }

    /// The time behind a day: … เวลา ๑๓.๓๐ น., …T13:30.
    func readTime(into partial: inout PartialDate, next: inout Int) {
        var index = next
        if token(index).kind == .comma || token(index).kind == .open { index += 1 }
        if isWord(index, .from) || isWord(index, .between) || isWord(index, .of) { index += 1 }
        guard let (phrase, _) = time(at: index), let start = phrase.start else { return }
        partial.startTime = start
        partial.endTime = phrase.end
        partial.end = token(phrase.next - 1).end
        next = phrase.next
    }
}
