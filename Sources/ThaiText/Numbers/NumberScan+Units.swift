/// Units after a number.
extension NumberScan {
    /// A number with the unit after it.
    struct Measured {
        /// The number in that unit: satang are turned to baht.
        var value: ExactDecimal
        /// The unit; `nil` where none is known.
        var unit: NumberMention.Unit?
        /// Where the unit ends, or the number where there is none.
        var end: Int
    }

    /// The unit after `term`: %, บาท, `.-`, บาท and สตางค์.
    func measured(_ term: NumberTerm) -> Measured {
        let bare = Measured(value: term.value, unit: nil, end: term.end)
        let gap = text.skipBlanks(from: term.end, to: end)
        let percent = text.percentSignLength(at: gap)
        if percent > 0, gap < end { return Measured(value: term.value, unit: .percent, end: gap + percent) }
        if term.fractionDigits == 0, term.integerDigits > 0 {
            let mark = text.noSatangLength(at: term.end, to: end)
            // `๕.-๓` is no price.
            if mark > 0, text.digit(at: term.end + mark, to: end).value < 0 {
                let markEnd = term.end + mark
                let word = text.skipBlanks(from: markEnd, to: end)
                if let baht = bahtEnd(at: word) { return Measured(value: term.value, unit: .baht, end: baht) }
                return Measured(value: term.value, unit: .baht, end: markEnd)
            }
        }
        if let baht = bahtEnd(at: gap) {
            return withSatang(Measured(value: term.value, unit: .baht, end: baht))
        }
        guard let found = vocabulary.followers.match(text, at: gap, within: gap..<max(gap, end)) else {
            return latinUnit(term, at: gap) ?? bare
        }
        switch found.meaning {
        case .millionBaht:
            guard let baht = term.value.multiplied(byPowerOfTen: 6) else { return bare }
            return Measured(value: baht, unit: .baht, end: gap + found.length)
        case .percent: return Measured(value: term.value, unit: .percent, end: gap + found.length)
        case .satang, .salueng:
            guard let part = baht(term.value, of: found.meaning) else { return bare }
            return Measured(value: part, unit: .baht, end: gap + found.length)
        default: return bare
        }
    }

    /// Where the word or sign for baht at `index` ends, ถ้วน included; `nil` where none stands.
    private func bahtEnd(at index: Int) -> Int? {
        guard index < end else { return nil }
        if text.thaiLetter(at: index) == ThaiLetter.baht { return index + 3 }
        guard let found = vocabulary.followers.match(text, at: index, within: index..<end), found.meaning == .baht
        else {
            return nil
        }
        let wordEnd = index + found.length
        let exactly = text.skipBlanks(from: wordEnd, to: end)
        return text.hasPrefix(Self.exactly, at: exactly) ? min(exactly + Self.exactly.count, end) : wordEnd
    }

    private static let exactly = Array("ถ้วน".utf8)

    /// Adds the satang that follow: ๘๐ บาท ๕๐ สตางค์.
    private func withSatang(_ baht: Measured) -> Measured {
        let start = skipSpaces(from: baht.end)
        guard let part = term(at: start), part.value < ExactDecimal(100), part.exponent <= 1 else { return baht }
        let gap = skipSpaces(from: part.end)
        guard let found = vocabulary.followers.match(text, at: gap, within: gap..<max(gap, end)),
            let satang = self.baht(part.value, of: found.meaning), let sum = baht.value + satang
        else { return baht }
        return Measured(value: sum, unit: .baht, end: gap + found.length)
    }

    /// `value` satang or salueng in baht; `nil` for other units.
    private func baht(_ value: ExactDecimal, of unit: NumberFollower) -> ExactDecimal? {
        switch unit {
        case .satang: return value.multiplied(byPowerOfTen: -2)
        case .salueng:
            guard let count = value.integer, count < 1000 else { return nil }
            return ExactDecimal(significand: Int128(count) * 25, scale: 2)
        default: return nil
        }
    }

    /// THB, Baht and percent in Latin letters.
    private func latinUnit(_ term: NumberTerm, at index: Int) -> Measured? {
        guard index < end, text[index].isLatinLetter else { return nil }
        let word = text.latinWord(at: index, to: end)
        switch word.letters {
        case 0x746862, 0x62616874:  // thb, baht
            return Measured(value: term.value, unit: .baht, end: index + word.length)
        case 0x70_6572_6365_6E74:  // percent
            return Measured(value: term.value, unit: .percent, end: index + word.length)
        default: return nil
        }
    }

    /// Whether digits may be followed by the Latin word at `index` without a blank and still count something: `5km`, `500THB`.
    func isLatinUnit(at index: Int) -> Bool {
        let word = text.latinWord(at: index, to: end)
        let after = index + word.length
        if after < end, text.digit(at: after, to: end).value >= 0 || text[after] == UInt8(ascii: "_") { return false }
        switch word.letters {
        case 0x746862, 0x62616874, 0x70_6572_6365_6E74: return true
        case 0x6B6D, 0x636D, 0x6D6D, 0x6D, 0x6B67, 0x67, 0x6D67: return true  // km cm mm m kg g mg
        case 0x6D62, 0x6762, 0x7462, 0x6B62: return true  // MB GB TB KB
        case 0x7374, 0x6E64, 0x7264, 0x7468: return true  // st nd rd th
        default: return false
        }
    }
}

extension [UInt8] {
    /// The Latin word at `index`: its letters in lower case, first in the highest place, and its length.
    ///
    /// Words of more than eight letters have no letters.
    func latinWord(at index: Int, to end: Int) -> (letters: UInt64, length: Int) {
        var letters: UInt64 = 0
        var length = 0
        while index + length < end, self[index + length].isLatinLetter {
            letters = letters << 8 | UInt64(self[index + length] | 0x20)
            length += 1
        }
        return (length <= 8 ? letters : 0, length)
    }
}
