/// A number written in words: สามพันสี่ร้อยห้าสิบหก, ยี่สิบเอ็ดล้าน, สองจุดเจ็ดห้า.
struct WordNumber {
    /// The number.
    var value: ExactDecimal
    /// Where the character after its last word begins.
    var end: Int
    /// How many words it took.
    var wordCount: Int
    /// Whether it begins with ร้อย or more without a digit before it: ร้อยยี่สิบ.
    var omitsHead: Bool
    /// Whether it is made of powers only, as in the unit ล้านบาท or the name แสน.
    var isBarePower: Bool
    /// Whether it is ร้อยเอ็ด, the province.
    var isRoiEt: Bool
    /// The power of ten of the last word, where that stands for everything before it too: 6 in สองล้าน, 0 in สองล้านห้า.
    var exponent: Int

    /// Reads the number that begins at `index`; `nil` where no number word stands there.
    ///
    /// One blank may stand between two words. Words that do not go on with the number (สอง after สอง) are left.
    init?(_ text: [UInt8], at index: Int, to end: Int, _ vocabulary: NumberVocabulary) {
        var reader = WordNumberReader(text: text, end: end, vocabulary: vocabulary, position: index)
        guard reader.readWhole() else { return nil }
        let total = reader.finish()
        guard var value = ExactDecimal(significand: total) else { return nil }
        exponent = reader.exponent
        omitsHead = reader.omitsHead
        isBarePower = reader.isBarePower
        isRoiEt = reader.isRoiEt
        if let part = reader.readFraction(after: value) {
            value = part.value
            exponent = part.exponent
            isBarePower = false
        }
        self.value = value
        self.end = reader.position
        wordCount = reader.wordCount
    }
}

/// The state of reading one ``WordNumber``.
private struct WordNumberReader {
    let text: [UInt8]
    let end: Int
    let vocabulary: NumberVocabulary
    /// Where the last word that belongs to the number ends.
    var position: Int
    var wordCount = 0
    var omitsHead = false
    var isBarePower = true
    var isRoiEt = false
    var exponent = 0

    /// What blocks that are closed by ล้าน add up to.
    private var total: Int128 = 0
    /// How many ล้าน closed the last block; the next block must have fewer, or multiplies all before it.
    private var closedMillions = 0
    /// The block being read, below a million.
    private var block: Int128 = 0
    /// The last power read in the block; 6 where there was none, 0 after units.
    private var lastPower = 6
    /// A digit whose power may follow, and where the word before it ended.
    private var pending: (digit: Int, start: Int)?
    /// The head without a digit and the one digit after it: พันห้า is 1,500.
    private var headPower = 0

    init(text: [UInt8], end: Int, vocabulary: NumberVocabulary, position: Int) {
        self.text = text
        self.end = end
        self.vocabulary = vocabulary
        self.position = position
    }

    /// The word at the next place where one may stand: here, or after a blank within a number.
    func nextWord(at index: Int, first: Bool) -> (word: NumberWord, end: Int)? {
        var start = index
        // Two blanks are a wide space; more are a column's edge.
        for _ in 0..<2 where !first && start < end { start += text.blankLength(at: start) }
        return text.numberWord(at: start, to: end, vocabulary)
    }

    /// Reads words as long as they go on with one whole number.
    mutating func readWhole() -> Bool {
        while let next = nextWord(at: position, first: wordCount == 0) {
            guard take(next.word, at: position) else { break }
            position = next.end
            wordCount += 1
            if case .digit(0) = next.word { break }
        }
        return wordCount > 0
    }

    /// Adds a word to the number; false where it does not go on with it.
    private mutating func take(_ word: NumberWord, at start: Int) -> Bool {
        switch word {
        case .digit(0):
            guard wordCount == 0 else { return false }
            isBarePower = false
            lastPower = 0
        case .digit(let digit):
            guard pending == nil, lastPower > 0 else { return false }
            pending = (digit, start)
            isBarePower = false
        case .finalOne:
            guard wordCount > 0, pending == nil, lastPower > 0 else { return false }
            isRoiEt = isBarePower && wordCount == 1 && lastPower == 2
            block += 1
            lastPower = 0
            isBarePower = false
        case .twenty:
            guard pending == nil, lastPower > 1 else { return false }
            block += 20
            lastPower = 1
            isBarePower = false
        case .power(let power): return takePower(power)
        case .million: return takeMillion(start)
        case .point, .half, .wholeHalf, .percentLabel: return false
        }
        exponent = 0
        return true
    }

    private mutating func takePower(_ power: Int) -> Bool {
        guard power < lastPower else {
            dropPending()
            return false
        }
        var digit = 1
        if let pending {
            digit = pending.digit
        } else if power > 1 {
            // สองล้านแสน is no number: only the first word may do without its digit.
            guard wordCount == 0 else { return false }
            omitsHead = true
            headPower = power
        } else {
            isBarePower = false
        }
        pending = nil
        block += Int128(digit) * WordNumberReader.power(power)
        exponent = block == Int128(digit) * WordNumberReader.power(power) && total == 0 ? power : 0
        lastPower = power
        return true
    }

    private mutating func takeMillion(_ start: Int) -> Bool {
        if let pending { block += Int128(pending.digit) }
        pending = nil
        let repeats = block == 0 && closedMillions > 0 && lastPower == 6
        if block == 0, !repeats {
            guard wordCount == 0 else { return false }
            omitsHead = true
            headPower = 6
            block = 1
        }
        // หนึ่งล้านสองแสนล้าน is 1,200,000 millions, หนึ่งล้านล้านห้าแสนล้าน a million and a half of them.
        if repeats, block == 0 {
            guard let raised = millions(total) else { return false }
            total = raised
            closedMillions += 1
        } else if closedMillions > 1 {
            guard let raised = millions(block) else { return false }
            total += raised
            closedMillions = 1
        } else {
            guard let raised = millions(total + block) else { return false }
            total = raised
            closedMillions += 1
        }
        block = 0
        lastPower = 6
        exponent = 6 * closedMillions
        return true
    }

    /// Leaves a digit to whatever follows it.
    private mutating func dropPending() {
        guard let dropped = pending else { return }
        position = dropped.start
        wordCount -= 1
        pending = nil
    }

    /// The whole number, once no more words follow.
    func finish() -> Int128 {
        guard let pending else { return total + block }
        // Nobody says พันห้า for 1,005 or ล้านห้า for 1,000,005.
        if omitsHead, wordCount == 2, headPower > 2 {
            return total + block + Int128(pending.digit) * WordNumberReader.power(headPower - 1)
        }
        return total + block + Int128(pending.digit)
    }

    /// Reads จุด, the digits after it and the powers that follow those: สองจุดเจ็ดห้า, หนึ่งจุดห้าล้าน.
    mutating func readFraction(after whole: ExactDecimal) -> (value: ExactDecimal, exponent: Int)? {
        guard let point = nextWord(at: position, first: false), point.word == .point else { return nil }
        var digits: Int128 = 0
        var scale = 0
        var index = point.end
        while scale < 12, let next = nextWord(at: index, first: false), case .digit(let digit) = next.word {
            digits = digits * 10 + Int128(digit)
            scale += 1
            index = next.end
        }
        // จุดเจ็ดสิบห้า says the digits as one number.
        if let next = nextWord(at: index, first: false), next.word == .twenty || next.word == .power(1), scale <= 1 {
            var tens = WordNumberReader(
                text: text, end: end, vocabulary: vocabulary, position: text.skipBlanks(from: point.end, to: end))
            guard tens.readWhole() else { return nil }
            digits = tens.finish()
            guard digits < 100 else { return nil }
            scale = 2
            index = tens.position
        }
        guard scale > 0, let fraction = ExactDecimal(significand: digits, scale: scale), let value = whole + fraction
        else {
            return nil
        }
        position = index
        wordCount += 1
        let powers = text.powerWords(at: index, to: end, vocabulary)
        guard powers.exponent > 0, let raised = value.multiplied(byPowerOfTen: powers.exponent) else {
            return (value, 0)
        }
        position = powers.end
        return (raised, powers.exponent)
    }

    private static func power(_ exponent: Int) -> Int128 {
        var power: Int128 = 1
        for _ in 0..<exponent { power *= 10 }
        return power
    }

    /// `number` millions; `nil` beyond 10^30, which no text means.
    private func millions(_ number: Int128) -> Int128? {
        number < 1_000_000_000_000_000_000_000_000 ? number * 1_000_000 : nil
    }
}

extension [UInt8] {
    /// The number word that begins at `index`.
    @inline(__always)
    func numberWord(at index: Int, to end: Int, _ vocabulary: NumberVocabulary) -> (word: NumberWord, end: Int)? {
        guard let found = vocabulary.words.match(self, at: index, within: index..<Swift.max(index, end)) else {
            return nil
        }
        let after = index + found.length
        // A vowel or mark that follows belongs to the last letter: สามัคคี and สามารถ are other words.
        let next = after + 3 <= end ? thaiLetter(at: after) : ThaiLetter.none
        if ThaiLetter.isMark(next) || (next >= ThaiLetter.saraA && next <= ThaiLetter.saraAm) { return nil }
        return (found.meaning, after)
    }

    /// The words ร้อย to ล้าน that multiply the number before `index` (แสน, พันล้าน), blanks before them included.
    ///
    /// The exponent is 0 and the end is `index` where none stands or where they are part of another word (พันธกิจ).
    func powerWords(at index: Int, to end: Int, _ vocabulary: NumberVocabulary) -> (exponent: Int, end: Int) {
        let reader = WordNumberReader(text: self, end: end, vocabulary: vocabulary, position: index)
        var exponent = 0
        var position = index
        while exponent < 18, let next = reader.nextWord(at: position, first: false) {
            switch next.word {
            case .power(let power) where power > 1 && exponent == 0: exponent = power
            case .million: exponent += 6
            default: return (exponent, position)
            }
            position = next.end
        }
        return (exponent, position)
    }
}
