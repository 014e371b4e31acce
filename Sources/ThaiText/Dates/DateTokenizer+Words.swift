extension DateTokenizer {
    mutating func readThai(_ symbol: UInt8, _ length: Int) {
        let isInWord = isInOtherWord
        let next = currentPosition + length
        let second = next < bounds.upperBound ? text.dateSymbol(at: next).symbol : DateSymbol.blank
        var match: DateVocabulary.Match?
        // น alone is a spelling, and a symbol that any other may follow.
        if vocabulary.mayBegin(symbol, second) || symbol == Self.clockLetter {
            match = vocabulary.longestMatch(in: text, at: currentPosition, end: bounds.upperBound)
        }
        if let match, match.entry.kind != .word, accepts(match) { return take(match) }
        let isWhole = match.map { isEndOfWord($0.end) } ?? false
        if !isInWord, !isWhole, readMisspeltMonth() || readNumberWords() { return }
        if let match, match.entry.kind == .word, accepts(match) { return take(match) }
        if isInWord { extendOther(to: next) } else { append(.other, length) }
        extendOther(to: endOfOtherLetters(from: currentPosition))
    }

    /// Whether no Thai letter stands at `index`: the spelling before it is the whole of a word, and no misspelt other one.
    private func isEndOfWord(_ index: Int) -> Bool {
        index >= bounds.upperBound || !DateSymbol.isThaiLetter(text.dateSymbol(at: index).symbol)
    }

    /// Where the letters at `start` end that no spelling of a date begins with.
    private func endOfOtherLetters(from start: Int) -> Int {
        var index = start
        guard index < bounds.upperBound else { return index }
        var (symbol, length) = text.dateSymbol(at: index)
        while DateSymbol.isThaiLetter(symbol), symbol != Self.clockLetter, index + length < bounds.upperBound {
            let (second, secondLength) = text.dateSymbol(at: index + length)
            if vocabulary.mayBegin(symbol, second) { break }
            index += length
            (symbol, length) = (second, secondLength)
        }
        return index
    }

    private static let clockLetter: UInt8 = 0x19

    mutating func readLatin() {
        let start = currentPosition
        if text[start] == 0x54, tokens.last?.kind == .number, currentGap == .none, text.digit(at: start + 1).value >= 0
        {
            // 2023-10-01T13:30
            return add(
                DateToken(
                    kind: .word, gap: .none, code: DateWord.time.rawValue, start: start, end: start + 1))
        }
        if start == bounds.lowerBound || !endsInLatin(before: start) {
            if letterAsDigit(at: start) != nil, isNumber(from: start) { return readNumber() }
            if let end = dayInLetters(at: start) { return readLetters(to: end) }
            let match = vocabulary.longestMatch(in: text, at: start, end: bounds.upperBound)
            if let match, accepts(match) { return take(match) }
        } else if tokens.last?.kind == .number,
            let match = vocabulary.longestMatch(in: text, at: start, end: bounds.upperBound), accepts(match)
        {
            return take(match)
        }
        var index = start
        while index < bounds.upperBound, DateSymbol.isLatin(DateSymbol.ofASCII(text[index])) { index += 1 }
        append(.other, index - start)
    }

    /// Where letters that stand for a day's two digits end, before a month: lO ตุลาคม.
    private func dayInLetters(at start: Int) -> Int? {
        guard letterAsDigit(at: start) == 1, letterAsDigit(at: start + 1) != nil else { return nil }
        let end = start + 2
        let next = text.skipBlanks(from: end, to: bounds.upperBound)
        guard next > end, next < bounds.upperBound, text[next] == 0xE0,
            let match = vocabulary.longestMatch(in: text, at: next, end: bounds.upperBound), match.entry.kind == .month
        else { return nil }
        return end
    }

    private mutating func readLetters(to end: Int) {
        var token = DateToken(kind: .number, gap: currentGap, isRepaired: true, start: currentPosition, end: end)
        for index in currentPosition..<end { token.value = token.value * 10 + Int32(letterAsDigit(at: index) ?? 0) }
        token.digits = 2
        add(token)
    }

    private func endsInLatin(before index: Int) -> Bool {
        index > 0 && text[index - 1] < 0x80 && DateSymbol.isLatin(DateSymbol.ofASCII(text[index - 1]))
    }

    /// Whether letters that look like digits lead to a digit.
    private func isNumber(from start: Int) -> Bool {
        var index = start
        while letterAsDigit(at: index) != nil, index - start < 3 { index += 1 }
        return index < bounds.upperBound && text.digit(at: index).value >= 0
    }

    // MARK: - Matches

    private mutating func take(_ match: DateVocabulary.Match) {
        var token = DateToken(
            kind: match.entry.kind, gap: currentGap, style: match.entry.style, code: match.entry.code,
            start: currentPosition, end: match.end)
        if token.kind == .month {
            // สิงหาคม์, มกราคมา: a mark or vowel too many.
            while token.style == .full, token.end < bounds.upperBound,
                case let letter = text.thaiLetter(at: token.end), letter != ThaiLetter.none,
                letter <= ThaiLetter.nikhahit,
                !ThaiLetter.canBeginWord(letter)
            {
                token.end += 3
                token.isRepaired = true
            }
            token.isRepaired = token.isRepaired || token.style == .misspelt
        }
        add(token)
    }

    private func accepts(_ match: DateVocabulary.Match) -> Bool {
        let next = match.end < bounds.upperBound ? text.dateSymbol(at: match.end).symbol : DateSymbol.other
        let isLatin = text[currentPosition] < 0x80 && DateSymbol.isLatin(DateSymbol.ofASCII(text[currentPosition]))
        if isLatin {
            return !(DateSymbol.isLatin(next) && text[match.end - 1] != 0x2E)
                && !(match.isInterrupted && match.entry.kind == .month)
        }
        let endsInDot = text[match.end - 1] == 0x2E || text[match.end - 1] == 0x2C
        switch match.entry.kind {
        case .month:
            switch match.entry.style {
            case .dotted, .short, .bare:
                if match.entry.style != .dotted, isGluedToThai { return false }
                if endsInDot { return !isInitials(from: currentPosition, to: match.end) }
                return !DateSymbol.isThaiLetter(next) && !isInitials(from: currentPosition, to: match.end)
            default: return true
            }
        case .era:
            let isWord = match.end - currentPosition > 15
            if isWord { return true }
            return (endsInDot || !DateSymbol.isThaiLetter(next)) && !(isGluedToThai && !endsInDot)
        case .word where match.entry.code == DateWord.clock.rawValue:
            guard let last = tokens.last, last.kind == .number else { return false }
            return endsInDot
                ? !startsInitial(at: match.end) : !DateSymbol.isThaiLetter(next) || match.end - currentPosition > 6
        default: return true
        }
    }

    /// Whether a Thai letter that belongs to no token stands right before.
    private var isGluedToThai: Bool {
        guard currentGap == .none else { return false }
        guard let last = tokens.last else {
            let letter = text.thaiLetter(before: currentPosition)
            return currentPosition > bounds.lowerBound && letter != ThaiLetter.none && !ThaiLetter.isDigit(letter)
        }
        let letter = text.thaiLetter(before: currentPosition)
        return last.kind == .other && letter != ThaiLetter.none && !ThaiLetter.isDigit(letter)
    }

    /// Whether the abbreviation is a piece of a longer row of initials (ก.พ.ร., อ.ก.ค.).
    private func isInitials(from start: Int, to end: Int) -> Bool {
        if currentGap == .none, start > bounds.lowerBound, text[start - 1] == 0x2E,
            tokens.isEmpty || tokens.last?.kind == .dot || tokens.last?.kind == .other,
            ThaiLetter.isConsonant(text.thaiLetter(before: start - 1))
        {
            return true
        }
        return startsInitial(at: end)
    }

    /// Whether a letter with a dot stands at `index`, which is no era and no month.
    private func startsInitial(at index: Int) -> Bool {
        guard index + 3 < bounds.upperBound, ThaiLetter.isConsonant(text.thaiLetter(at: index)), text[index + 3] == 0x2E
        else { return false }
        return vocabulary.longestMatch(in: text, at: index, end: bounds.upperBound) == nil
    }

    // MARK: - Misspelt months

    /// A word near a month's name, before a year.
    private mutating func readMisspeltMonth() -> Bool {
        let start = currentPosition
        guard !isGluedToThai else { return false }
        var index = start
        var count = 0
        var set: UInt64 = 0
        while index < bounds.upperBound, count <= MonthGuess.longestWord + 1 {
            let (symbol, length) = text.dateSymbol(at: index)
            guard DateSymbol.isThaiLetter(symbol) else { break }
            set |= 1 << UInt64(symbol & 63)
            count += 1
            index += length
        }
        if index < bounds.upperBound, text[index] == 0x2E, count > 4 {
            // The era follows without a space: กันยำยนพ.ศ.
            count -= 1
            index -= 3
        }
        guard MonthGuess.lengths.contains(count), MonthGuess.isNearMonth(set), index <= bounds.upperBound,
            isBeforeYear(index)
        else { return false }
        var letters: [UInt8] = []
        var letter = start
        while letter < index {
            let (symbol, length) = text.dateSymbol(at: letter)
            letters.append(symbol)
            letter += length
        }
        guard let month = MonthGuess.month(near: letters) else { return false }
        add(
            DateToken(
                kind: .month, gap: currentGap, style: .misspelt, code: month, isRepaired: true, start: start, end: index
            ))
        return true
    }

    private func isBeforeYear(_ end: Int) -> Bool {
        let index = text.skipBlanks(from: end, to: bounds.upperBound)
        guard index < bounds.upperBound else { return false }
        let (symbol, _) = text.dateSymbol(at: index)
        if symbol == DateSymbol.digit || symbol == DateSymbol.dash { return true }
        guard let match = vocabulary.longestMatch(in: text, at: index, end: bounds.upperBound) else { return false }
        switch match.entry.kind {
        case .era: return true
        case .word: return match.entry.code == DateWord.until.rawValue || match.entry.code == DateWord.year.rawValue
        default: return false
        }
    }
}
