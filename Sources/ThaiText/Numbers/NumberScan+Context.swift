/// What stands before and after a number.
extension NumberScan {
    /// The words before a number.
    struct Before {
        /// What the last of them says.
        var label: NumberLabel?
        /// Where that word begins.
        var start: Int
        /// Whether a Thai letter stands directly before the number, so that a number word may be the end of another word.
        var touches: Bool
    }

    /// Where the words before the next number may begin: behind the unit of the last one (`๔ ลบ.` is no minus).
    private var floor: Int { max(limits.lowerBound, mentions.last?.range.upperBound ?? 0) }

    /// What stands before the number that begins at `index`.
    func before(_ index: Int) -> Before {
        let letter = text.thaiLetter(before: index)
        let touches =
            index > limits.lowerBound && letter != ThaiLetter.none && !ThaiLetter.isDigit(letter)
            && letter != ThaiLetter.paiyannoi && letter != ThaiLetter.maiYamok && letter != ThaiLetter.baht
        var position = index
        var blanks = 0
        var signs = 0
        while position > floor {
            if let label = label(before: position), !isDuration(label.meaning, position - label.length, index) {
                return Before(label: label.meaning, start: position - label.length, touches: touches)
            }
            let last = text.characterStart(before: position)
            if text.blankLength(at: last) > 0, blanks < 3 {
                blanks += 1
            } else if text[last].closesLabel, signs < 2 {
                signs += 1
            } else {
                break
            }
            position = last
        }
        return Before(label: nil, start: index, touches: touches)
    }

    /// Whether ปี before a number is the unit of another one: ๖ ปี ๒๐ วัน.
    private func isDuration(_ label: NumberLabel, _ start: Int, _ index: Int) -> Bool {
        guard label == .year, !text.hasPrefix(Self.era, at: start) else { return false }
        var position = start
        while position > limits.lowerBound, text[position - 1] == 0x20, start - position < 3 { position -= 1 }
        return text.digit(before: position).value >= 0
    }

    private func label(before index: Int) -> (meaning: NumberLabel, length: Int)? {
        let room = floor..<max(floor, index)
        guard let found = vocabulary.labels.match(text, at: index, within: room) else { return nil }
        let start = index - found.length
        // COVID does not end with ID.
        if text[start].isLatinLetter, start > limits.lowerBound, text[start - 1].isLatinLetter { return nil }
        return found
    }

    /// The letter that the Buddhist Era begins with, written out or short.
    private static let era = Array("พ".utf8)

    /// What stands after a number word.
    enum After: Equatable {
        /// Letters that make it part of another word.
        case letters
        /// The end, a blank, or a sign.
        case edge
        /// A word that may follow a number.
        case word(NumberFollower)

        /// Whether a unit of money or a percent sign follows.
        var isUnit: Bool {
            switch self {
            case .word(.baht), .word(.millionBaht), .word(.satang), .word(.salueng), .word(.percent): true
            default: false
            }
        }
    }

    /// What stands after the number word that ends at `index`.
    func after(_ index: Int) -> After {
        let gap = text.skipBlanks(from: index, to: end)
        guard gap < end else { return .edge }
        if text.percentSignLength(at: gap) > 0 { return .word(.percent) }
        if let found = vocabulary.followers.match(text, at: gap, within: gap..<end) {
            if gap == index || found.meaning != .joint { return .word(found.meaning) }
            return .edge
        }
        return gap == index && text.thaiLetter(at: index) != ThaiLetter.none ? .letters : .edge
    }

    /// Whether the words from `start`, read as `number`, are a number there and not part of a name or another word.
    func accepts(_ number: WordNumber, start: Int, before: Before) -> Bool {
        let after = after(number.end)
        if after == .letters || before.label == .name || before.label == .identifier { return false }
        let isWhole = start == content.lowerBound && number.end == content.upperBound
        if number.isRoiEt { return after.isUnit || before.label == .percent }
        if number.wordCount == 1, number.value == .zero {
            return isWhole || after.isUnit || before.label == .percent || before.label == .money
        }
        if number.isBarePower {
            if isWhole || before.label == .percent { return true }
            // ล้านบาท and พันบาท are units of a column more often than amounts.
            guard after == .word(.baht), !before.touches else { return false }
            return text.hasPrefix(Self.bahtExactly, at: number.end) || ![3, 6, 12].contains(number.exponent)
        }
        if number.wordCount == 1, number.value == ExactDecimal(1) {
            return acceptsOne(number, start: start, before, after)
        }
        guard before.touches, before.label == nil else { return true }
        if number.omitsHead { return false }
        return after.isUnit || after == .word(.counter)
    }

    /// Whether หนึ่ง is a number: it is an article in ส่วนหนึ่งของ, อย่างหนึ่งอย่างใด and หนึ่งในจังหวัด.
    private func acceptsOne(_ number: WordNumber, start: Int, _ before: Before, _ after: After) -> Bool {
        if after.isUnit { return true }
        if after == .word(.joint) {
            let term = NumberTerm(number)
            if fraction(from: term, label: before.label) != nil { return true }
            if case .range = span(from: term, measured(term), label: before.label) { return true }
            return false
        }
        if after == .word(.counter) {
            let counter = text.skipBlanks(from: number.end, to: end)
            let length = vocabulary.followers.match(text, at: counter, within: counter..<end)?.length ?? 0
            return !text.hasPrefix(Self.whichever, at: counter + length)
        }
        if before.touches, before.label == .count { return text.hasPrefix(Self.amount, at: before.start) }
        return !before.touches || before.label != nil
    }

    private static let whichever = Array("ใด".utf8)
    private static let amount = Array("จำนวน".utf8)
    private static let bahtExactly = Array("บาทถ้วน".utf8)

    /// Whether a month's name stands at `index`, after blanks.
    func monthEnd(at index: Int) -> Int? {
        let start = skipSpaces(from: index)
        return vocabulary.months.match(text, at: start, within: start..<max(start, end)).map { start + $0.length }
    }

    /// Where the word for hours (นาฬิกา or its short form) ends that stands at `index`, after blanks.
    ///
    /// What is before it is a time of day.
    func hourMarkEnd(at index: Int) -> Int? {
        let start = skipSpaces(from: index)
        for mark in Self.hourMarks where text.hasPrefix(mark, at: start) {
            return min(start + mark.count, end)
        }
        return nil
    }

    private static let hourMarks: [[UInt8]] = ["น.", "นาฬิกา"].map { Array($0.utf8) }
}

extension UInt8 {
    /// Whether the byte may stand between a label and its number: `โทร.`, `(ร้อยละ: ๘๐)`.
    fileprivate var closesLabel: Bool {
        self == UInt8(ascii: ".") || self == UInt8(ascii: ":") || self == UInt8(ascii: "(")
            || self == UInt8(ascii: "\"")
    }
}

extension [UInt8] {
    /// The length of `%` or its wide form at `index`, 0 where neither stands.
    func percentSignLength(at index: Int) -> Int {
        guard index < count else { return 0 }
        if self[index] == UInt8(ascii: "%") { return 1 }
        guard self[index] == 0xEF, index + 2 < count else { return 0 }
        return self[index + 1] == 0xBC && self[index + 2] == 0x85 ? 3 : 0
    }
}
