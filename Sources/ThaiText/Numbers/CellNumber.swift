/// Fast readers for table cells that hold one number and nothing else.
extension [UInt8] {
    /// The number that fills `range`; `nil` where anything else stands there.
    ///
    /// Thai, ASCII and mixed digits, commas between groups of three, a point, a sign, brackets for a number below zero
    /// as accountants write it, and `.-` for "no satang": `๑,๒๓๔.๕๐`, `-8`, `(1,200.00)`, `๔๐,๐๐๐.-`. Blanks at the ends
    /// do not matter. A whole number with a zero in front (`๐๑๘`) is a code or a telephone number and gives `nil`.
    public func decimal(in range: Range<Int>) -> ExactDecimal? {
        let cell = trimmed(wholeCharacters(in: range))
        guard let first = cell.first, let last = cell.last else { return nil }
        if self[first] == UInt8(ascii: "(") {
            guard last > first, self[last] == UInt8(ascii: ")") else { return nil }
            let inner = trimmed(first + 1..<last)
            guard minusLength(at: inner.lowerBound) == 0 else { return nil }
            return unsignedDecimal(in: inner).map { -$0 }
        }
        let minus = minusLength(at: first)
        if minus > 0 { return unsignedDecimal(in: first + minus..<cell.upperBound).map { -$0 } }
        let plus = self[first] == UInt8(ascii: "+") ? 1 : 0
        return unsignedDecimal(in: first + plus..<cell.upperBound)
    }

    /// The amount in baht that fills `range`: a number as ``decimal(in:)`` reads it, with or without `฿` or `THB` before
    /// it or `บาท`, `บาทถ้วน`, `บ.` or `THB` after it.
    ///
    /// Commas that character recognition made points of are known by the digits behind them: `62.500.00`, `145.000`.
    public func money(in range: Range<Int>) -> ExactDecimal? {
        let cell = withoutBaht(range)
        guard let numeral = Numeral(self, at: cell.lowerBound, to: cell.upperBound), numeral.end == cell.upperBound,
            numeral.lacksComma
        else { return decimal(in: cell) }
        return numeral.value.multiplied(byPowerOfTen: 3)
    }

    /// Whether the amount that fills `range` is one with points in place of commas, which ``money(in:)`` reads as commas.
    public func hasPointsForCommas(in range: Range<Int>) -> Bool {
        let cell = withoutBaht(range)
        guard let numeral = Numeral(self, at: cell.lowerBound, to: cell.upperBound) else { return false }
        return numeral.isRepaired || numeral.lacksComma && numeral.end == cell.upperBound
    }

    /// What is left of `range` without blanks and the sign or word for baht.
    private func withoutBaht(_ range: Range<Int>) -> Range<Int> {
        var cell = trimmed(wholeCharacters(in: range))
        let before = bahtSignLength(at: cell.lowerBound)
        if before > 0 {
            guard cell.lowerBound + before <= cell.upperBound else { return cell }
            cell = trimmed(cell.lowerBound + before..<cell.upperBound)
        } else {
            for unit in Self.bahtEndings where cell.count > unit.count {
                let start = cell.upperBound - unit.count
                guard hasPrefix(unit, at: start) else { continue }
                cell = trimmed(cell.lowerBound..<start)
                break
            }
        }
        return cell
    }

    private static let bahtEndings: [[UInt8]] = ["บาทถ้วน", "บาท", "บ.", "THB", "฿"].map { Array($0.utf8) }

    /// The length of `฿` or `THB` at `index`, 0 where neither stands.
    func bahtSignLength(at index: Int) -> Int {
        if thaiLetter(at: index) == ThaiLetter.baht { return 3 }
        guard index + 3 <= count, self[index] == UInt8(ascii: "T"), self[index + 1] == UInt8(ascii: "H"),
            self[index + 2] == UInt8(ascii: "B")
        else { return 0 }
        return 3
    }

    /// `range` within the text, without a character that its end cuts in two.
    ///
    /// What reads characters of several bytes can then trust that they end by the end of the range.
    func wholeCharacters(in range: Range<Int>) -> Range<Int> {
        let range = range.clamped(to: 0..<count)
        var end = range.upperBound
        while end > range.lowerBound, end < count, self[end] & 0xC0 == 0x80 { end -= 1 }
        return range.lowerBound..<end
    }

    /// The length of a minus sign or of a dash used as one (`-`, U+2010 to U+2014, U+2212, U+FE63, U+FF0D) at `index`, 0
    /// where none stands.
    func minusLength(at index: Int) -> Int {
        guard index < count else { return 0 }
        if self[index] == UInt8(ascii: "-") { return 1 }
        guard self[index] >= 0xE2, index + 2 < count else { return 0 }
        switch (self[index], self[index + 1], self[index + 2]) {
        case (0xE2, 0x80, 0x90...0x94), (0xE2, 0x88, 0x92), (0xEF, 0xB9, 0xA3), (0xEF, 0xBC, 0x8D): return 3
        default: return 0
        }
    }

    /// The length of `.-`, `,-` or `/-` at `index`, which close an amount that has no satang.
    func noSatangLength(at index: Int, to end: Int) -> Int {
        guard index + 1 < end else { return 0 }
        switch self[index] {
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "/"):
            let dash = minusLength(at: index + 1)
            return dash > 0 && index + 1 + dash <= end ? 1 + dash : 0
        default: return 0
        }
    }

    private func unsignedDecimal(in range: Range<Int>) -> ExactDecimal? {
        guard let numeral = Numeral(self, at: range.lowerBound, to: range.upperBound) else { return nil }
        if numeral.hasPaddingZero, numeral.fractionDigits == 0 || !numeral.value.isBelowOne { return nil }
        if numeral.end == range.upperBound { return numeral.value }
        let closing = numeral.fractionDigits == 0 ? noSatangLength(at: numeral.end, to: range.upperBound) : 0
        return closing > 0 && numeral.end + closing == range.upperBound ? numeral.value : nil
    }
}

extension ExactDecimal {
    /// Whether the distance to zero is less than one.
    var isBelowOne: Bool { self < ExactDecimal(1) && self > ExactDecimal(-1) }
}
