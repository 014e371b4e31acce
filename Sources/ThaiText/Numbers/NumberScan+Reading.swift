/// Reading what begins at ``NumberScan/position``. Each function moves that forward.
extension NumberScan {
    /// Reads what begins with a digit.
    mutating func readNumeral() {
        let start = position
        if text[start] == UInt8(ascii: "0"), let code = text.itemCode(at: start, to: end) {
            record(code, at: start)
            return
        }
        let before = before(start)
        if start >= clearedEnd || before.label == .identifier {
            let cluster = cluster(at: start)
            if let identifierEnd = identifierEnd(at: start, cluster, before) {
                position = max(identifierEnd, cluster.end)
                chain = Chain()
                return
            }
            if cluster.slashes + cluster.colons > 0 {
                position = cluster.end
                if let fraction = ratio(at: start, end: cluster.end) { finish(fraction, start: start, before: before) }
                return
            }
            if cluster.dashes == 0 { clearedEnd = cluster.end }
        }
        guard let term = numeralTerm(at: start) else {
            position = cluster(at: start).end
            return
        }
        position = term.end
        if skipsAsPart(term, start: start, before: before) { return }
        finish(term, start: start, before: before)
    }

    /// Whether `term` is only a part of something that is no quantity; then ``position`` is moved past that.
    private mutating func skipsAsPart(_ term: NumberTerm, start: Int, before: Before) -> Bool {
        if term.hasPaddingZero, term.fractionDigits == 0 {
            let isWhole = start == content.lowerBound && term.end == content.upperBound
            return !isWhole && before.label != .ordinal
        }
        guard term.end < end, term.exponent == 0 else { return false }
        let byte = text[term.end]
        let digitFollows = text.digit(at: term.end + 1, to: end).value >= 0
        if byte == UInt8(ascii: "."), digitFollows {
            readOutline(at: start)
            return true
        }
        // ๑,๐๐๐,๒๐ is neither grouped nor a list.
        if byte == UInt8(ascii: ","), digitFollows, term.isGrouped {
            position = cluster(at: start).end
            return true
        }
        if byte.isLatinLetter, !isLatinUnit(at: term.end) {
            position = latinTokenEnd(from: term.end)
            return true
        }
        return standsBeforeHeading(term, start: start)
    }

    /// Reads `๑. ` or `๑) ` at the beginning of a line as the number of a list entry.
    private mutating func standsBeforeHeading(_ term: NumberTerm, start: Int) -> Bool {
        guard term.isPlainNumeral, term.integerDigits <= 2, term.end + 1 < end, isLineStart(start),
            let found = text.outlineNumber(at: start, to: end), found.style == .dot || found.style == .closingBracket
        else { return false }
        record(found, at: start)
        return true
    }

    private func isLineStart(_ index: Int) -> Bool {
        var position = index
        while position > limits.lowerBound {
            let byte = text[position - 1]
            if byte == 0x0A || byte == 0x0D { return true }
            guard byte == 0x20 || byte == 0x09, index - position < 64 else { return false }
            position -= 1
        }
        return true
    }

    /// Reads digits with two points or more: an outline number, or a date, address or version.
    private mutating func readOutline(at start: Int) {
        let clusterEnd = cluster(at: start).end
        guard let found = text.outlineNumber(at: start, to: end), found.number.parts.allSatisfy({ $0 < 100 }) else {
            position = clusterEnd
            return
        }
        record(found, at: start)
    }

    /// Reads what begins with a letter that number words begin with.
    mutating func readWord() {
        let start = position
        guard let first = text.numberWord(at: start, to: end, vocabulary) else {
            position += 3
            return
        }
        switch first.word {
        case .percentLabel, .point, .finalOne: position = first.end
        case .half: readHalf(after: first.end)
        case .wholeHalf:
            position = first.end
            if after(first.end) != .letters { emitHalf(exponent: 0, start: start) }
        case .digit, .twenty, .power, .million:
            guard let words = WordNumber(text, at: start, to: end, vocabulary) else {
                position = first.end
                return
            }
            position = words.end
            let before = before(start)
            if let range = approximateRange(words, start: start) {
                record(range, label: nil, isChained: false)
                return
            }
            guard accepts(words, start: start, before: before) else { return }
            var term = NumberTerm(words)
            if let whole = self.term(at: start) { term = whole }
            finish(term, start: start, before: before)
        }
    }

    /// The range that two digits in a row mean before a word of counting: สองสามวัน.
    private mutating func approximateRange(_ words: WordNumber, start: Int) -> NumberMention? {
        guard words.wordCount == 1, let low = words.value.integer, low >= 1, low < 9,
            let second = text.numberWord(at: words.end, to: end, vocabulary), second.word == .digit(low + 1),
            after(second.end) == .word(.counter)
        else { return nil }
        position = second.end
        return NumberMention(
            kind: .range, value: .range(low: words.value, high: ExactDecimal(low + 1)), range: start..<second.end)
    }

    /// Reads ครึ่ง and what follows: ครึ่งล้าน is a number, ครึ่งปี a time.
    private mutating func readHalf(after wordEnd: Int) {
        let start = position
        position = wordEnd
        let powers = text.powerWords(at: wordEnd, to: end, vocabulary)
        if powers.exponent > 0, after(powers.end) != .letters {
            position = powers.end
            emitHalf(exponent: powers.exponent, start: start)
        } else if after(wordEnd) == .edge, !before(start).touches {
            emitHalf(exponent: 0, start: start)
        }
    }

    private mutating func emitHalf(exponent: Int, start: Int) {
        guard let half = ExactDecimal(significand: 5, scale: 1)?.multiplied(byPowerOfTen: exponent) else { return }
        emit(NumberTerm(value: half, end: position, exponent: exponent), start: start, label: nil)
    }

    /// Reads what begins with a Latin letter: an item code, a unit before its amount, or a word, whose digits are no numbers.
    mutating func readLatin() {
        if let code = text.itemCode(at: position, to: end) {
            record(code, at: position)
        } else if text.bahtSignLength(at: position) > 0, !text[min(position + 3, end - 1)].isLatinLetter {
            position += 3
        } else {
            position = latinTokenEnd(from: position)
        }
    }

    /// Where a word of Latin letters, digits and the signs of addresses ends.
    private func latinTokenEnd(from index: Int) -> Int {
        var position = index
        while position < end {
            if text[position].isLatinLetter || text[position] &- 0x30 < 10 {
                position += 1
                continue
            }
            guard text[position].joinsLatin, position + 1 < end,
                text[position + 1].isLatinLetter || text[position + 1] &- 0x30 < 10 || text[position + 1].joinsLatin
            else { break }
            position += 1
        }
        return max(position, index + 1)
    }

    /// Reads what begins with an opening bracket: an amount below zero that is all of the text, or the number of a list entry.
    mutating func readBracket() {
        let start = position
        position += 1
        if start == content.lowerBound, text[content.upperBound - 1] == UInt8(ascii: ")"),
            let numeral = Numeral(text, at: text.skipBlanks(from: start + 1, to: end), to: end),
            numeral.isGrouped || numeral.fractionDigits > 0, let value = text.decimal(in: content)
        {
            position = content.upperBound
            let kind: NumberMention.Kind = value.isWhole ? .integer : .decimal
            record(NumberMention(kind: kind, value: .number(value), range: content), label: nil, isChained: false)
            return
        }
        guard let found = text.outlineNumber(at: start, to: end), found.style == .brackets,
            found.number.parts.allSatisfy({ $0 < 100 }), !found.number.text.utf8.starts(with: [0x30])
        else { return }
        if found.number.depth == 1, let last = mentions.last, let number = last.number,
            number == ExactDecimal(found.number.first), followsDirectly(last, start)
        {
            // สาม (๓) says one number twice.
            mentions[mentions.count - 1].range = last.range.lowerBound..<start + found.length
            position = start + found.length
            return
        }
        record(found, at: start)
    }
}

extension UInt8 {
    /// Whether the byte may stand inside a web or mail address, a file name or a model number.
    fileprivate var joinsLatin: Bool {
        switch self {
        case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "_"),
            UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: "&"), UInt8(ascii: "#"),
            UInt8(ascii: "%"), UInt8(ascii: "~"), UInt8(ascii: "+"):
            true
        default: false
        }
    }
}
