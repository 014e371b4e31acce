extension DateTokenizer {
    /// Digits past this many are no part of a date.
    private static let mostDigits = 9

    /// A run of digits, in which O, o, l and I may stand for 0 and 1.
    mutating func readNumber() {
        let start = currentPosition
        var token = DateToken(kind: .number, gap: currentGap, start: start, end: start)
        var index = start
        while index < bounds.upperBound {
            let (value, length) = text.digit(at: index)
            if value >= 0 {
                take(value, into: &token)
                index += length
            } else if let value = letterAsDigit(at: index), continuesNumber(after: index + 1) {
                take(value, into: &token)
                token.isRepaired = true
                index += 1
            } else {
                break
            }
        }
        token.end = min(index, bounds.upperBound)
        if token.digits <= 3, let end = groupsEnd(from: token.end) {
            token.kind = .other
            token.end = end
        }
        add(token)
    }

    private func take(_ digit: Int, into token: inout DateToken) {
        if token.digits >= Self.mostDigits {
            token.value = -1
            return
        }
        token.digits += 1
        token.value = token.value * 10 + Int32(digit)
    }

    /// The digit that the letter at `index` is often read for.
    func letterAsDigit(at index: Int) -> Int? {
        guard index < bounds.upperBound else { return nil }
        switch text[index] {
        case 0x4F, 0x6F: return 0
        case 0x6C, 0x49: return 1
        default: return nil
        }
    }

    /// Whether a digit, another such letter or no letter at all stands at `index`.
    private func continuesNumber(after index: Int) -> Bool {
        guard index < bounds.upperBound else { return true }
        let (symbol, _) = text.dateSymbol(at: index)
        return !DateSymbol.isLatin(symbol) || letterAsDigit(at: index) != nil
    }

    /// Where the thousands of an amount (๒,๕๖๗ or 1,234,567.00) end.
    private func groupsEnd(from start: Int) -> Int? {
        var end = start
        while end < bounds.upperBound, text[end] == 0x2C {
            var index = end + 1
            var digits = 0
            while digits < 4, case let (value, length) = text.digit(at: index), value >= 0, index < bounds.upperBound {
                digits += 1
                index += length
            }
            guard digits == 3 else { break }
            end = index
        }
        return end > start ? min(end, bounds.upperBound) : nil
    }

    /// A number in words, where the token before asks for one.
    mutating func readNumberWords() -> Bool {
        let start = currentPosition
        let isAsked = asksForNumber
        guard DateNumberWords.mayBegin(text.thaiLetter(at: start), isAsked: isAsked),
            let (value, end) = DateNumberWords.number(in: text, at: start, end: bounds.upperBound)
        else { return false }
        guard isAsked || isFollowedByMonths(end) else { return false }
        add(DateToken(kind: .number, gap: currentGap, value: Int32(value), start: start, end: end))
        return true
    }

    private var asksForNumber: Bool {
        guard let last = tokens.last else { return false }
        switch last.kind {
        case .era: return true
        case .word:
            switch DateWord(rawValue: last.code) {
            case .dayOf, .ordinal, .quarter, .round, .month, .year, .fiscalYear, .until, .and, .within: return true
            default: return false
            }
        case .dash, .month, .number: return true
        default: return false
        }
    }

    private static let monthWord = Array("เดือน".utf8)

    private func isFollowedByMonths(_ end: Int) -> Bool {
        text.hasPrefix(Self.monthWord, at: text.skipBlanks(from: end, to: bounds.upperBound))
    }
}
