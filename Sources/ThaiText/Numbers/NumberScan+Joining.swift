/// Numbers that two or more terms make together: fractions, ratios and ranges.
extension NumberScan {
    /// The quotient of the two numerals with one sign between them that fill `start..<end`.
    func ratio(at start: Int, end: Int) -> NumberTerm? {
        guard let first = Numeral(text, at: start, to: end), let second = Numeral(text, at: first.end + 1, to: end),
            let value = first.value.divided(by: second.value)
        else { return nil }
        return NumberTerm(value: value, end: end)
    }

    /// The fraction or ratio that `term` begins: ๓ ใน ๔, สามส่วนสี่, ๑ : ๓, ๒ ๑/๒, สองเศษหนึ่งส่วนสอง.
    func fraction(from term: NumberTerm, label: NumberLabel?) -> NumberTerm? {
        guard let first = term.integer, first >= 0, first <= 1000, term.exponent <= 1 else { return nil }
        let gap = skipSpaces(from: term.end)
        if let part = text.vulgarFraction(at: gap), gap < end, let sum = term.value + part.value {
            return NumberTerm(value: sum, end: gap + part.length)
        }
        if gap > term.end, let part = properFraction(at: gap), let sum = term.value + part.value {
            return NumberTerm(value: sum, end: part.end)
        }
        if gap > term.end, gap < end, text[gap] == UInt8(ascii: ":"), label != .ordinal, term.integerDigits > 0 {
            return quotient(term, at: skipSpaces(from: gap + 1), isProper: false)
        }
        if let half = half(after: term) { return half }
        guard gap < end, let joint = vocabulary.joints.match(text, at: gap, within: gap..<end) else { return nil }
        let next = skipSpaces(from: gap + joint.length)
        switch joint.meaning {
        case .fraction: return quotient(term, at: next, isProper: true)
        case .ratio: return quotient(term, at: next, isProper: false)
        case .remainder:
            guard let upper = self.term(at: next), upper.integer != nil else { return nil }
            let lower = skipSpaces(from: upper.end)
            guard lower < end, let part = vocabulary.joints.match(text, at: lower, within: lower..<end),
                part.meaning == .fraction,
                let fraction = quotient(upper, at: skipSpaces(from: lower + part.length), isProper: true),
                let sum = term.value + fraction.value
            else { return nil }
            return NumberTerm(value: sum, end: fraction.end)
        case .span, .list: return nil
        }
    }

    /// `term` and ครึ่ง after it, or after the word that it counts: สองครึ่ง, สามวันครึ่ง.
    private func half(after term: NumberTerm) -> NumberTerm? {
        var position = term.end
        if let counter = vocabulary.followers.match(text, at: position, within: position..<max(position, end)),
            counter.meaning == .counter
        {
            position += counter.length
        }
        guard let word = text.numberWord(at: position, to: end, vocabulary), word.word == .half,
            after(word.end) == .edge, let half = ExactDecimal(significand: 5, scale: 1), let sum = term.value + half
        else { return nil }
        return NumberTerm(value: sum, end: word.end)
    }

    /// `term` divided by the whole number at `index`; a proper fraction is less than one.
    private func quotient(_ term: NumberTerm, at index: Int, isProper: Bool) -> NumberTerm? {
        guard let divisor = self.term(at: index), let lower = divisor.integer, let upper = term.integer, lower > 0,
            lower <= 10_000, !divisor.hasPaddingZero, !isProper || upper < lower, monthEnd(at: divisor.end) == nil,
            let value = term.value.divided(by: divisor.value)
        else { return nil }
        // A divisor with a sign and a digit after it is the beginning of a date or document number.
        if text.digit(at: index).value >= 0 {
            let cluster = cluster(at: index)
            if cluster.slashes + cluster.dashes + cluster.colons + cluster.dots > 0 { return nil }
        }
        return NumberTerm(value: value, end: divisor.end)
    }

    /// A fraction such as `๑/๒` at `index`, as it follows a whole number.
    private func properFraction(at index: Int) -> NumberTerm? {
        guard text.digit(at: index, to: end).value >= 0 else { return nil }
        let cluster = cluster(at: index)
        guard cluster.runs == 2, cluster.slashes == 1, cluster.longestRun <= 2,
            let fraction = ratio(at: index, end: cluster.end), fraction.value < ExactDecimal(1)
        else { return nil }
        return fraction
    }

    /// What comes of looking for a second end after a number.
    enum Span {
        /// There is none.
        case none
        /// The number is the first end of a range.
        case range(low: ExactDecimal, high: ExactDecimal, unit: NumberMention.Unit?, end: Int)
        /// The digits up to here are no quantity: a date, a time, or ends that stand the wrong way round.
        case nothing(end: Int, isDate: Bool)
    }

    /// The range that `first` begins.
    func span(from first: NumberTerm, _ measured: Measured, label: NumberLabel?) -> Span {
        guard var opening = spanOpening(after: measured.end, label: label) else {
            return spanAfterCounter(from: first, measured, label: label)
        }
        opening.needsCounter = false
        return span(from: first, measured, opening)
    }

    /// A range whose first end has a word of counting: ๒๐ คน ถึง ๓๐ คน.
    private func spanAfterCounter(from first: NumberTerm, _ measured: Measured, label: NumberLabel?) -> Span {
        let gap = skipSpaces(from: measured.end)
        guard measured.unit == nil, gap < end,
            let counter = vocabulary.followers.match(text, at: gap, within: gap..<end), counter.meaning == .counter,
            var opening = spanOpening(after: gap + counter.length, label: label)
        else { return .none }
        opening.needsCounter = true
        return span(from: first, measured, opening)
    }

    /// The dash or word between the two ends of a range.
    private struct SpanOpening {
        /// Where the second end begins.
        var next: Int
        var isDash: Bool
        /// Whether no blank stands beside the dash.
        var isTight: Bool
        /// Whether the second end must have a word of counting after it.
        var needsCounter = false
    }

    private func spanOpening(after index: Int, label: NumberLabel?) -> SpanOpening? {
        let gap = skipSpaces(from: index)
        guard gap < end else { return nil }
        var opening: SpanOpening
        let dash = text.minusLength(at: gap)
        if dash > 0 || text[gap] == UInt8(ascii: "~") {
            let length = max(dash, 1)
            let next = skipSpaces(from: gap + length)
            opening = SpanOpening(next: next, isDash: true, isTight: gap == index && next == gap + length)
        } else if let joint = vocabulary.joints.match(text, at: gap, within: gap..<end),
            joint.meaning == .span || (joint.meaning == .list && label == .between)
        {
            opening = SpanOpening(next: skipSpaces(from: gap + joint.length), isDash: false, isTight: false)
        } else {
            return nil
        }
        if let again = vocabulary.repeatedLabels.match(
            text, at: opening.next, within: opening.next..<max(opening.next, end))
        {
            opening.next = skipSpaces(from: opening.next + again.length)
        }
        return opening
    }

    private func span(from first: NumberTerm, _ measured: Measured, _ opening: SpanOpening) -> Span {
        guard let second = term(at: opening.next), !first.hasPaddingZero || first.fractionDigits > 0,
            !second.hasPaddingZero || second.fractionDigits > 0
        else { return .none }
        if second.integerDigits > 0 {
            let cluster = cluster(at: opening.next)
            if cluster.dashes + cluster.slashes + cluster.colons > 0 || cluster.dots > 1 { return .none }
            if second.end < end, text[second.end].isLatinLetter, !isLatinUnit(at: second.end) { return .none }
        }
        if first.isPlainNumeral, second.isPlainNumeral, let month = monthEnd(at: second.end) {
            return .nothing(end: dateEnd(afterMonth: month), isDate: true)
        }
        if first.fractionDigits == 2 || second.fractionDigits == 2, let hours = hourMarkEnd(at: second.end) {
            return .nothing(end: hours, isDate: false)
        }
        let high = self.measured(second)
        if opening.needsCounter, after(high.end) != .word(.counter) { return .none }
        var low = measured.value
        // ๑ - ๒ ล้านบาท: the power is said once for both.
        if first.exponent == 0, second.exponent > 1, measured.unit == nil,
            let raised = low.multiplied(byPowerOfTen: second.exponent), raised <= high.value
        {
            low = raised
        }
        guard low <= high.value else {
            return opening.isDash && opening.isTight ? .nothing(end: high.end, isDate: false) : .none
        }
        return .range(low: low, high: high.value, unit: high.unit ?? measured.unit, end: high.end)
    }

    /// Where a date ends whose month ends at `index`: after the year, if one follows.
    func dateEnd(afterMonth index: Int) -> Int {
        var position = skipSpaces(from: index)
        for mark in Self.yearMarks where text.hasPrefix(mark, at: position) {
            position = skipSpaces(from: position + mark.count)
            break
        }
        guard text.digit(at: position, to: end).value >= 0 else { return index }
        let cluster = cluster(at: position)
        return cluster.firstDigits == 2 || cluster.firstDigits == 4 ? yearEnd(at: position) : index
    }

    /// Where the digits at `index` end, whatever stands after them.
    private func yearEnd(at index: Int) -> Int {
        var position = index
        while true {
            let digit = text.digit(at: position, to: end)
            if digit.value < 0 { return position }
            position += digit.length
        }
    }

    private static let yearMarks: [[UInt8]] = ["พ.ศ.", "ค.ศ.", "ปี"].map { Array($0.utf8) }
}
