/// One number as written, before what stands around it is looked at: ๒.๗๕ ล้าน, ๔ ล้าน ๒ แสน, สามพัน.
struct NumberTerm {
    /// The number.
    var value: ExactDecimal
    /// Where it ends.
    var end: Int
    /// The power of ten that the last word multiplied everything before it by; 0 where there was none.
    var exponent = 0
    /// How many digits stand before the point; 0 for a number in words.
    var integerDigits = 0
    /// How many digits stand after it.
    var fractionDigits = 0
    /// Whether commas group the digits.
    var isGrouped = false
    /// Whether a zero stands before another digit.
    var hasPaddingZero = false
    /// Whether letters were read as digits, or points as commas.
    var isRepaired = false
    /// Whether an amount of money would have a comma where this has a point.
    var lacksComma = false

    /// Whether the number is digits alone, whole and ungrouped.
    var isPlainNumeral: Bool { integerDigits > 0 && fractionDigits == 0 && !isGrouped && exponent == 0 }

    /// The number as an `Int`, where it is whole.
    var integer: Int? { value.integer }
}

extension NumberScan {
    /// The term that begins at `index`, digits or words.
    ///
    /// Words must end where a word may end; what stands before them is for the caller to judge.
    func term(at index: Int) -> NumberTerm? {
        guard index < end else { return nil }
        if text.digit(at: index, to: end).value >= 0 { return numeralTerm(at: index) }
        guard let words = WordNumber(text, at: index, to: end, vocabulary), after(words.end) != .letters,
            !words.isBarePower
        else { return nil }
        return withPowers(NumberTerm(words))
    }

    /// The term with ครึ่ง or กว่าล้าน after its words.
    private func withPowers(_ first: NumberTerm) -> NumberTerm {
        guard text.hasPrefix(Self.more, at: first.end) else { return withHalf(first) }
        let powers = powerWords(after: first.end)
        guard powers.exponent > 0, after(powers.end) != .letters,
            let raised = first.value.multiplied(byPowerOfTen: powers.exponent)
        else { return first }
        var term = first
        term.value = raised
        term.end = powers.end
        term.exponent = powers.exponent
        return term
    }

    /// The powers after a number, which กว่า may part from it: ๒๐ กว่าล้าน.
    private func powerWords(after index: Int) -> (exponent: Int, end: Int) {
        let gap = skipSpaces(from: index)
        return text.powerWords(
            at: text.hasPrefix(Self.more, at: gap) ? gap + Self.more.count : index, to: end, vocabulary)
    }

    private static let more = Array("กว่า".utf8)

    /// The term that begins with the digit at `index`.
    func numeralTerm(at index: Int) -> NumberTerm? {
        guard let numeral = Numeral(text, at: index, to: end, lenient: true) else { return nil }
        var term = NumberTerm(numeral)
        let powers = powerWords(after: term.end)
        guard powers.exponent > 0, after(powers.end) != .letters,
            let raised = term.value.multiplied(byPowerOfTen: powers.exponent)
        else { return term }
        term.value = raised
        term.end = powers.end
        term.exponent = powers.exponent
        term.lacksComma = false
        return addLowerTerms(withHalf(term))
    }

    /// Adds what goes on below the last power: ๔ ล้าน ๒ แสน, ๓ หมื่น ๕๐๐ บาท, ๒ ล้านห้าแสน.
    private func addLowerTerms(_ first: NumberTerm) -> NumberTerm {
        var term = first
        var limit = first.exponent
        while limit > 0 {
            let start = skipSpaces(from: term.end)
            var next: NumberTerm
            if let numeral = Numeral(text, at: start, to: end) {
                next = NumberTerm(numeral)
                let powers = text.powerWords(at: numeral.end, to: end, vocabulary)
                next.end = powers.end
                next.exponent = powers.exponent
            } else if let words = WordNumber(text, at: start, to: end, vocabulary), !words.isBarePower {
                next = NumberTerm(words)
                next.exponent = 0
            } else {
                break
            }
            let after = after(next.end)
            guard after != .letters, next.exponent < limit,
                // Without a power of its own it goes on with the number only where a unit closes both.
                next.exponent > 0 || after == .word(.baht),
                let value = next.value.multiplied(byPowerOfTen: next.exponent),
                let one = ExactDecimal(1).multiplied(byPowerOfTen: limit), value < one, let sum = term.value + value
            else { break }
            term.value = sum
            term.end = next.end
            term.exponent = 0
            limit = next.exponent
        }
        return term
    }

    /// Adds ครึ่ง after a million or more: สองล้านครึ่ง.
    private func withHalf(_ first: NumberTerm) -> NumberTerm {
        guard first.exponent >= 3, let word = text.numberWord(at: first.end, to: end, vocabulary), word.word == .half,
            after(word.end) != .letters,
            let half = ExactDecimal(5).multiplied(byPowerOfTen: first.exponent - 1), let sum = first.value + half
        else { return first }
        var term = first
        term.value = sum
        term.end = word.end
        return term
    }
}

extension NumberTerm {
    init(_ numeral: Numeral) {
        value = numeral.value
        end = numeral.end
        integerDigits = numeral.integerDigits
        fractionDigits = numeral.fractionDigits
        isGrouped = numeral.isGrouped
        hasPaddingZero = numeral.hasPaddingZero
        isRepaired = numeral.isRepaired
        lacksComma = numeral.lacksComma
    }

    init(_ words: WordNumber) {
        value = words.value
        end = words.end
        exponent = words.exponent
    }
}
