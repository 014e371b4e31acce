/// Deciding what a number is, and keeping it.
extension NumberScan {
    /// Takes the number that begins with `term`, with whatever joins on to it, and keeps it unless it is a date, year or time.
    mutating func finish(_ first: NumberTerm, start: Int, before: Before) {
        var term = first
        position = max(position, term.end)
        let isChained = isChained(start, before)
        let label = isChained && (before.label == nil || before.label == .count) ? chain.label : before.label
        if let fraction = fraction(from: term, label: label) { term = fraction }
        if skipsDate(term, start: start, label: label, isChained: isChained) { return }
        var measured = measured(term)
        if measured.unit == .baht, term.lacksComma, measured.value == term.value,
            let amount = term.value.multiplied(byPowerOfTen: 3)
        {
            measured.value = amount
            term.isRepaired = true
        }
        var low = measured.value
        var unit = measured.unit
        position = max(position, measured.end)
        switch span(from: term, measured, label: label) {
        case .none: break
        case .nothing(let end, let isDate):
            if isDate, isChained { mentions.removeSubrange(chain.firstMention...) }
            position = max(position, end)
            chain = Chain()
            return
        case .range(let from, let high, let rangeUnit, let end):
            position = max(position, end)
            unit = rangeUnit ?? self.unit(of: label)
            let range = start..<position
            record(
                NumberMention(
                    kind: .range, value: .range(low: from, high: high), unit: unit, range: range,
                    isRepaired: term.isRepaired),
                label: label, isChained: isChained)
            return
        }
        if unit == nil { unit = self.unit(of: label) }
        let sign = signStart(start, before)
        if sign != nil { low = -low }
        var mention = NumberMention(
            kind: kind(low, unit: unit, label: label), value: .number(low), unit: unit,
            range: (sign ?? start)..<max(measured.end, term.end), isRepaired: term.isRepaired)
        // ข้อ ๒.๑๐ is no two and a tenth.
        if label == .ordinal, unit == nil, term.fractionDigits > 0, !term.isGrouped, term.exponent == 0,
            let outline = text.outlineNumber(at: start, to: end), outline.number.depth == 2
        {
            mention.kind = .outline
            mention.value = .outline(outline.number)
        }
        record(mention, label: label, isChained: isChained)
    }

    /// Keeps a number that nothing joins on to.
    mutating func emit(_ term: NumberTerm, start: Int, label: NumberLabel?) {
        let measured = measured(term)
        let unit = measured.unit ?? unit(of: label)
        position = max(position, measured.end)
        let mention = NumberMention(
            kind: kind(measured.value, unit: unit, label: label), value: .number(measured.value), unit: unit,
            range: start..<position)
        record(mention, label: label, isChained: false)
    }

    /// Keeps an item code found at `start`.
    mutating func record(_ code: ItemCode.Reading, at start: Int) {
        position = start + code.length
        let mention = NumberMention(
            kind: .code, value: .code(code.code), range: start..<position, isRepaired: code.isRepaired)
        record(mention, label: nil, isChained: false)
    }

    /// Keeps an outline number found at `start`.
    mutating func record(_ outline: OutlineNumber.Reading, at start: Int) {
        position = start + outline.length
        let mention = NumberMention(kind: .outline, value: .outline(outline.number), range: start..<position)
        record(mention, label: nil, isChained: false)
    }

    /// Keeps a mention, unless it says the one before it again in brackets: ๕,๐๐๐ บาท (ห้าพันบาทถ้วน).
    mutating func record(_ mention: NumberMention, label: NumberLabel?, isChained: Bool) {
        let start = mention.range.lowerBound
        if let last = mentions.last, last.value == mention.value, isOpenBracket(before: start),
            followsDirectly(last, text.characterStart(before: openBracketEnd(before: start))),
            last.unit == nil || mention.unit == nil || last.unit == mention.unit
        {
            mentions[mentions.count - 1].range = last.range.lowerBound..<mention.range.upperBound
            if last.unit == nil, mention.unit != nil {
                mentions[mentions.count - 1].unit = mention.unit
                mentions[mentions.count - 1].kind = mention.kind
            }
            chain.end = mention.range.upperBound
            return
        }
        if isChained {
            shareUnit(mention.unit)
        } else {
            chain.firstMention = mentions.count
            chain.label = label
        }
        chain.end = mention.range.upperBound
        mentions.append(mention)
    }

    /// Gives the unit of a list's last member to the others: ๑๐๐, ๒๐๐ และ ๓๐๐ บาท.
    private mutating func shareUnit(_ unit: NumberMention.Unit?) {
        guard let unit else { return }
        for index in mentions[chain.firstMention...].indices where mentions[index].unit == nil {
            guard mentions[index].kind == .integer || mentions[index].kind == .decimal else { continue }
            mentions[index].unit = unit
            mentions[index].kind = unit == .baht ? .money : .percent
        }
    }

    private func kind(_ value: ExactDecimal, unit: NumberMention.Unit?, label: NumberLabel?) -> NumberMention.Kind {
        switch unit {
        case .baht: .money
        case .percent: .percent
        case nil: value.isWhole ? (label == .ordinal ? .ordinal : .integer) : .decimal
        }
    }

    private func unit(of label: NumberLabel?) -> NumberMention.Unit? {
        switch label {
        case .percent: .percent
        case .money: .baht
        default: nil
        }
    }

    /// Where the minus sign or ลบ that belongs to the number at `start` begins.
    private func signStart(_ start: Int, _ before: Before) -> Int? {
        if before.label == .minus { return before.start }
        if before.label == .percent {
            let more = self.before(before.start)
            if more.label == .minus { return more.start }
        }
        guard start > limits.lowerBound else { return nil }
        let sign = text.characterStart(before: start)
        guard sign >= limits.lowerBound, sign + text.minusLength(at: sign) == start, sign < start else { return nil }
        if sign == limits.lowerBound { return sign }
        let last = text.characterStart(before: sign)
        return text.blankLength(at: last) > 0 || text[last] == UInt8(ascii: "(") ? sign : nil
    }

    /// Whether only a comma or a word such as และ stands between the list and the number at `start`.
    private func isChained(_ start: Int, _ before: Before) -> Bool {
        guard chain.end >= 0, start > chain.end, start - chain.end < 64 else { return false }
        var position = skipSpaces(from: chain.end)
        let gap = position
        if position < start, text[position] == UInt8(ascii: ",") { position = skipSpaces(from: position + 1) }
        if position < start, let joint = vocabulary.joints.match(text, at: position, within: position..<start),
            joint.meaning == .list || joint.meaning == .span
        {
            position = skipSpaces(from: position + joint.length)
        }
        guard position > gap else { return false }
        return position == start || (before.label != nil && before.start == position)
    }

    /// Moves past a date, year or time of day that `term` is a part of; false where it is none.
    private mutating func skipsDate(_ term: NumberTerm, start: Int, label: NumberLabel?, isChained: Bool) -> Bool {
        guard term.integerDigits > 0, term.exponent == 0, !term.isGrouped else { return false }
        if term.fractionDigits == 0, term.integerDigits <= 2, let month = monthEnd(at: term.end) {
            if isChained { mentions.removeSubrange(chain.firstMention...) }
            position = max(position, dateEnd(afterMonth: month))
            chain = Chain()
            return true
        }
        if term.fractionDigits == 2 || term.fractionDigits == 0, term.integerDigits <= 2,
            let hours = hourMarkEnd(at: term.end)
        {
            position = max(position, hours)
            return true
        }
        guard isYear(term, start: start, label: label) else { return false }
        chain.end = term.end
        chain.label = .year
        chain.firstMention = mentions.count
        // The years of พ.ศ. ๒๕๖๖ - ๒๕๗๐ are one period.
        let dash = skipSpaces(from: term.end)
        let length = text.minusLength(at: dash)
        let second = skipSpaces(from: dash + length)
        if length > 0, let year = Numeral(text, at: second, to: end), year.fractionDigits == 0 {
            position = max(position, year.end)
            chain.end = position
        }
        return true
    }

    private func isYear(_ term: NumberTerm, start: Int, label: NumberLabel?) -> Bool {
        guard term.fractionDigits == 0, let value = term.integer else { return false }
        let isLong = term.integerDigits == 4 && value >= 1800 && value <= 2800
        let isShort = term.integerDigits == 2 && value >= 40
        guard isLong || isShort else { return false }
        if label == .year { return true }
        var gap = start
        while gap > limits.lowerBound, text[gap - 1] == 0x20, start - gap < 3 { gap -= 1 }
        if gap > limits.lowerBound, text[gap - 1] == UInt8(ascii: ".") { gap -= 1 }
        return vocabulary.monthEndings.match(text, at: gap, within: limits) != nil && (isLong || gap < start)
    }

    /// Whether `(` stands before `index`, blanks left out.
    private func isOpenBracket(before index: Int) -> Bool {
        let end = openBracketEnd(before: index)
        return end > limits.lowerBound && text[end - 1] == UInt8(ascii: "(")
    }

    private func openBracketEnd(before index: Int) -> Int {
        var position = index
        while position > limits.lowerBound, text[position - 1] == 0x20, index - position < 3 { position -= 1 }
        return position
    }

    /// Whether nothing but blanks and a word of counting stands between a mention and `index`.
    func followsDirectly(_ mention: NumberMention, _ index: Int) -> Bool {
        var position = skipSpaces(from: mention.range.upperBound)
        guard position < index else { return position == index }
        guard let word = vocabulary.followers.match(text, at: position, within: position..<index),
            word.meaning == .counter
        else { return false }
        position = skipSpaces(from: position + word.length)
        return position == index
    }
}
