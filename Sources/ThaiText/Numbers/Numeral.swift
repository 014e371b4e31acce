/// A number written in digits, as it was found: `๒๕๖๗`, `๘,๕๐๐`, `3.75`, `๒5๖7`, or `62.500.00` where commas became points.
struct Numeral {
    /// The number, without the sign that may stand before it.
    var value: ExactDecimal
    /// Where the character after the numeral begins.
    var end: Int
    /// How many digits stand before the point.
    var integerDigits: Int
    /// How many digits stand after the point, zeros at the end included.
    var fractionDigits: Int
    /// Whether commas group the digits in threes, or points that were commas.
    var isGrouped: Bool
    /// Whether a zero stands before another digit, as in codes and telephone numbers and in no quantity.
    var hasPaddingZero: Bool
    /// Whether letters had to be read as digits, or points as commas.
    var isRepaired: Bool

    /// Whether this is an amount with three digits behind a point that must have been a comma: satang have two.
    var lacksComma: Bool {
        fractionDigits == 3 && integerDigits <= 3 && !isGrouped && !hasPaddingZero && !value.isBelowOne
    }

    /// Reads the numeral that begins at `index`.
    ///
    /// Commas are part of it only where they cut off exactly three digits (`๒,๔` stops before the comma), a point only
    /// where a digit follows. `nil` where no digit stands or there are too many.
    init?(_ text: [UInt8], at index: Int, to end: Int, lenient: Bool = false) {
        var reader = NumeralReader(text: text, position: index, end: min(end, text.count), lenient: lenient)
        guard let numeral = reader.read() else { return nil }
        self = numeral
    }

    /// For ``NumeralReader``.
    fileprivate init(
        value: ExactDecimal, end: Int, integerDigits: Int, fractionDigits: Int, isGrouped: Bool, hasPaddingZero: Bool,
        isRepaired: Bool
    ) {
        self.value = value
        self.end = end
        self.integerDigits = integerDigits
        self.fractionDigits = fractionDigits
        self.isGrouped = isGrouped
        self.hasPaddingZero = hasPaddingZero
        self.isRepaired = isRepaired
    }
}

/// The state of reading one ``Numeral``.
private struct NumeralReader {
    let text: [UInt8]
    var position: Int
    let end: Int
    let lenient: Bool
    var significand: Int128 = 0
    var isRepaired = false

    mutating func read() -> Numeral? {
        let start = position
        let first = text.digit(at: start, to: end)
        var count = readDigits()
        guard count > 0, count <= ExactDecimal.maximumDigits else { return nil }
        let points = first.value > 0 && count <= 3 ? pointGroups() : 0
        for _ in 0..<points where count <= ExactDecimal.maximumDigits {
            position += 1
            count += readDigits()
        }
        let arePoints = points > 0
        var isGrouped = arePoints
        if arePoints { isRepaired = true }
        while count <= ExactDecimal.maximumDigits, isGrouped || count <= 3, groupFollows() {
            position += groupSignLength()
            count += readDigits()
            isGrouped = true
        }
        guard count <= ExactDecimal.maximumDigits else { return nil }
        var fraction = (scale: 0, digits: 0)
        if position < end, text[position] == UInt8(ascii: ".") || arePoints && text[position] == UInt8(ascii: ","),
            digitEnd(at: position + 1) > position + 1
        {
            fraction = readFraction(room: ExactDecimal.maximumDigits - count)
            if fraction.digits < 0 { return nil }
        }
        return Numeral(
            value: ExactDecimal(lowest: significand, scale: fraction.scale), end: position, integerDigits: count,
            fractionDigits: fraction.digits, isGrouped: isGrouped, hasPaddingZero: first.value == 0 && count > 1,
            isRepaired: isRepaired)
    }

    /// Reads digits up to the next other character, or one more than a number may have.
    private mutating func readDigits() -> Int {
        var count = 0
        // One digit too many is enough to know; reading on would take too long where numerals are tried again and again.
        while position < end, count <= ExactDecimal.maximumDigits {
            var digit = text.digit(at: position, to: end)
            if digit.value < 0 {
                guard lenient, let letter = text.digitLetter(at: position, to: end) else { break }
                digit = (letter, 1)
                isRepaired = true
            }
            count += 1
            if count <= ExactDecimal.maximumDigits {
                significand = significand &* 10 &+ Int128(digit.value)
            }
            position += digit.length
        }
        return count
    }

    /// Where a digit at `index` ends, `index` where there is none.
    private func digitEnd(at index: Int) -> Int {
        guard index < end else { return index }
        let digit = text.digit(at: index, to: end)
        if digit.value >= 0 { return index + digit.length }
        return lenient && text.digitLetter(at: index, to: end) != nil ? index + 1 : index
    }

    /// The length of a comma, or of a narrow or unbreakable blank, which stand only within a number; 0 for anything else.
    private func groupSignLength() -> Int {
        guard position < end else { return 0 }
        switch text[position] {
        case UInt8(ascii: ","): return 1
        case 0xC2: return position + 1 < end && text[position + 1] == 0xA0 ? 2 : 0
        case 0xE2:
            guard position + 2 < end, text[position + 1] == 0x80 else { return 0 }
            return text[position + 2] == 0x89 || text[position + 2] == 0xAF ? 3 : 0
        default: return 0
        }
    }

    /// Whether a comma and exactly three digits follow.
    private func groupFollows() -> Bool {
        let sign = groupSignLength()
        return sign > 0 && threeDigitsEnd(at: position + sign) != nil
    }

    /// Where three digits that stand at `index` end; `nil` where there are more or fewer.
    private func threeDigitsEnd(at index: Int) -> Int? {
        var index = index
        for _ in 0..<3 {
            let next = digitEnd(at: index)
            if next == index { return nil }
            index = next
        }
        return digitEnd(at: index) == index ? index : nil
    }

    /// How many groups of three digits follow, each behind a point that character recognition made of a comma.
    ///
    /// One group is a fraction, unless satang or `.-` end the number; those may stand behind a comma, as in `62.500,00`.
    private func pointGroups() -> Int {
        var (groups, index) = (0, position)
        while index < end, text[index] == UInt8(ascii: "."), let next = threeDigitsEnd(at: index + 1) {
            groups += 1
            index = next
        }
        guard groups > 0 else { return 0 }
        guard index < end, text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ",") else {
            return groups > 1 ? groups : 0
        }
        if text.noSatangLength(at: index, to: end) > 0 { return groups }
        let first = digitEnd(at: index + 1)
        let second = digitEnd(at: first)
        let areSatang = first > index + 1 && second > first && digitEnd(at: second) == second
        let goesOn = second < end && text[second] == UInt8(ascii: ".") && digitEnd(at: second + 1) > second + 1
        return areSatang && !goesOn ? groups : 0
    }

    /// Reads the point and what follows, leaving zeros at the end out of the significand.
    private mutating func readFraction(room: Int) -> (scale: Int, digits: Int) {
        position += 1
        var scale = 0
        var digits = 0
        while position < end {
            let digit = text.digit(at: position, to: end)
            if digit.value < 0 { break }
            if digits == 2 * ExactDecimal.maximumDigits { return (0, -1) }
            digits += 1
            position += digit.length
            if digit.value == 0 { continue }
            guard digits <= room else { return (0, -1) }
            while scale < digits {
                significand = significand &* 10
                scale += 1
            }
            significand = significand &+ Int128(digit.value)
        }
        return (scale, digits)
    }
}

extension [UInt8] {
    /// The value, 0 to 9, and length of the digit that stands at `index` and ends by `end`; a value of -1 where none does.
    @inline(__always)
    func digit(at index: Int, to end: Int) -> (value: Int, length: Int) {
        guard index < end else { return (-1, 0) }
        let digit = digit(at: index)
        return index + digit.length <= end ? digit : (-1, 0)
    }

    /// The digit that character recognition took for the letter at `index`, which must have a digit before it.
    ///
    /// `O` and `o` count anywhere before a digit, a comma, a point or the end of the word (`๓o๐`, `๕OO`); `l`, `I` and `S` only
    /// between two digits.
    func digitLetter(at index: Int, to end: Int) -> Int? {
        let value: Int
        switch self[index] {
        case UInt8(ascii: "O"), UInt8(ascii: "o"): value = 0
        case UInt8(ascii: "l"), UInt8(ascii: "I"): value = 1
        case UInt8(ascii: "S"): value = 5
        default: return nil
        }
        if digit(at: index + 1, to: end).value >= 0 { return value }
        guard value == 0 else { return nil }
        var next = index + 1
        while next < end, self[next] == UInt8(ascii: "O") || self[next] == UInt8(ascii: "o") { next += 1 }
        return next < end && (self[next].isLatinLetter || self[next] == UInt8(ascii: "_")) ? nil : value
    }
}

extension UInt8 {
    /// Whether the byte is A to Z or a to z.
    var isLatinLetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
