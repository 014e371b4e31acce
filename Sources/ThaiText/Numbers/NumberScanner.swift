/// Finds the numbers in Thai text: digits, words, money, percentages, ordinals, ranges, outline numbers and item codes.
///
/// What only looks like a number gives nothing: names (จังหวัดร้อยเอ็ด), words (เก้าอี้), telephone and document numbers, dates,
/// years and times of day. Members of a list (ข้อ ๒, ๔ และ ๖) are one mention each.
///
/// ```swift
/// NumberScanner().scan(Array("งบประมาณ ๒.๗๕ ล้านบาท".utf8)).first?.value.description   // "2750000"
/// ```
///
/// A scan takes time in proportion to the text, whatever stands in it, and allocates nothing unless it finds a number.
public struct NumberScanner: Sendable {
    private let vocabulary = NumberVocabulary.standard

    /// A scanner; making one costs nothing after the first.
    public init() {}

    /// What a cell is known to hold, by its place.
    public enum Hint: String, Hashable, Sendable, CaseIterable {
        /// The number of a heading or list entry.
        case outline
        /// An ITA item code.
        case code
    }

    /// The numbers in `range` of a text in UTF-8, in their order; all of the text by default.
    public func scan(_ text: [UInt8], in range: Range<Int>? = nil) -> [NumberMention] {
        let limits = text.wholeCharacters(in: range ?? 0..<text.count)
        var scan = NumberScan(text: text, limits: limits, vocabulary: vocabulary)
        scan.run()
        return scan.mentions
    }

    /// The numbers in `range` where the place of the text tells what they are: `๐๑๘` is a code in a column of codes, `๑.๑๐` an
    /// outline number in front of a heading.
    ///
    /// With ``Hint/outline``, the first outline number or nothing. With ``Hint/code``, the codes; once there is one, others
    /// need a shape that is nothing else.
    public func read(_ text: [UInt8], as hint: Hint, in range: Range<Int>? = nil) -> [NumberMention] {
        let limits = text.trimmed(text.wholeCharacters(in: range ?? 0..<text.count))
        switch hint {
        case .outline: return firstOutline(text, limits).map { [$0] } ?? []
        case .code: return codes(text, limits)
        }
    }

    private func firstOutline(_ text: [UInt8], _ limits: Range<Int>) -> NumberMention? {
        var index = limits.lowerBound
        while index < limits.upperBound {
            let isOpen =
                text[index] == UInt8(ascii: "(")
                && text.digit(at: text.skipBlanks(from: index + 1, to: limits.upperBound)).value >= 0
            if isOpen || text.digit(at: index, to: limits.upperBound).value >= 0 { break }
            index += 1
        }
        if let spaced = spacedOutline(text, limits) {
            return NumberMention(kind: .outline, value: .outline(spaced.number), range: limits)
        }
        guard let found = text.outlineNumber(at: index, to: limits.upperBound) else { return nil }
        return NumberMention(kind: .outline, value: .outline(found.number), range: index..<index + found.length)
    }

    /// The outline number of a cell that holds digits, points and blanks and nothing else: `๔. ๒ .๑`.
    private func spacedOutline(_ text: [UInt8], _ limits: Range<Int>) -> OutlineNumber.Reading? {
        var squeezed: [UInt8] = []
        var index = limits.lowerBound
        var lastWasDigit = false
        var gap = false
        while index < limits.upperBound {
            let blank = text.blankLength(at: index)
            let digit = text.digit(at: index)
            if blank > 0 {
                gap = true
                index += blank
                continue
            }
            guard digit.value >= 0 || text[index] == UInt8(ascii: ".") else { return nil }
            // Two numbers with a blank between them are two numbers.
            if gap, lastWasDigit, digit.value >= 0 { return nil }
            gap = false
            lastWasDigit = digit.value >= 0
            squeezed.append(lastWasDigit ? UInt8(0x30 + digit.value) : text[index])
            index += lastWasDigit ? digit.length : 1
        }
        guard squeezed.count < limits.count, let found = squeezed.outlineNumber(at: 0) else { return nil }
        return OutlineNumber.Reading(number: found.number, style: found.style, length: limits.count)
    }

    private func codes(_ text: [UInt8], _ limits: Range<Int>) -> [NumberMention] {
        var mentions: [NumberMention] = []
        var index = limits.lowerBound
        while index < limits.upperBound {
            let support: ItemCode.Support = mentions.isEmpty ? .full : .none
            if let found = text.itemCode(at: index, to: limits.upperBound, support: support) {
                let range = index..<index + found.length
                mentions.append(
                    NumberMention(kind: .code, value: .code(found.code), range: range, isRepaired: found.isRepaired))
                index = range.upperBound
            } else if text[index] == 0xE0, text.thaiLetter(at: index) != ThaiLetter.none {
                index += 3
            } else {
                index += 1
            }
        }
        return mentions
    }
}

/// One pass over a text.
struct NumberScan {
    let text: [UInt8]
    let limits: Range<Int>
    let vocabulary: NumberVocabulary
    /// What `limits` holds apart from blanks at its ends.
    let content: Range<Int>
    var position: Int
    var mentions: [NumberMention] = []
    /// The list that the last numbers belong to.
    var chain = Chain()
    /// Where a run of digits and signs that was looked over and found harmless ends; it need not be looked over again.
    var clearedEnd = 0

    /// Numbers joined by commas or และ, which share a label and a unit.
    struct Chain {
        /// Where the last member ends; -1 where there is no list.
        var end = -1
        /// What stood before the first member.
        var label: NumberLabel?
        /// The index of the first member's mention.
        var firstMention = 0
    }

    init(text: [UInt8], limits: Range<Int>, vocabulary: NumberVocabulary) {
        self.text = text
        self.limits = limits
        self.vocabulary = vocabulary
        content = text.trimmed(limits)
        position = content.lowerBound
    }

    /// Where the text to scan ends.
    var end: Int { content.upperBound }

    /// Goes over the text once; each step moves ``position`` forward.
    mutating func run() {
        while position < end {
            let byte = text[position]
            if byte == 0xE0 {
                // A character that the range cuts in two, or that is no valid UTF-8, is passed over.
                guard position + 3 <= end else { break }
                let letter = text.thaiLetter(at: position)
                if ThaiLetter.isDigit(letter) {
                    readNumeral()
                } else if vocabulary.canBeginNumber(letter) {
                    readWord()
                } else {
                    position += letter == ThaiLetter.none ? 1 : 3
                }
            } else if byte < 0x80 {
                if byte &- 0x30 < 10 {
                    readNumeral()
                } else if byte.isLatinLetter {
                    readLatin()
                } else if byte == UInt8(ascii: "(") {
                    readBracket()
                } else {
                    position += 1
                }
            } else if let fraction = text.vulgarFraction(at: position), position + fraction.length <= end {
                let start = position
                position += fraction.length
                emit(NumberTerm(value: fraction.value, end: position), start: start, label: nil)
            } else {
                position += 1
            }
        }
    }

    /// The end of the blanks at `index`, line breaks excepted: numbers are not joined over the end of a line.
    func skipSpaces(from index: Int) -> Int {
        var position = index
        while position < end {
            let length = text.blankLength(at: position)
            if length == 0 || text[position] == 0x0A || text[position] == 0x0D { break }
            position += length
        }
        return min(position, end)
    }
}

extension [UInt8] {
    /// The value and length of a fraction that is one character (½, ¾, ⅓) at `index`.
    func vulgarFraction(at index: Int) -> (value: ExactDecimal, length: Int)? {
        guard index + 1 < count, self[index] == 0xC2 || self[index] == 0xE2 else { return nil }
        let parts: (Int, Int)
        if self[index] == 0xC2 {
            switch self[index + 1] {
            case 0xBC: parts = (1, 4)
            case 0xBD: parts = (1, 2)
            case 0xBE: parts = (3, 4)
            default: return nil
            }
        } else {
            guard index + 2 < count, self[index + 1] == 0x85 else { return nil }
            switch self[index + 2] {
            case 0x93: parts = (1, 3)
            case 0x94: parts = (2, 3)
            case 0x95...0x98: parts = (Int(self[index + 2]) - 0x94, 5)
            case 0x99: parts = (1, 6)
            case 0x9A: parts = (5, 6)
            case 0x9B...0x9E: parts = (2 * (Int(self[index + 2]) - 0x9B) + 1, 8)
            default: return nil
            }
        }
        guard let value = ExactDecimal(parts.0).divided(by: ExactDecimal(parts.1)) else { return nil }
        return (value, self[index] == 0xC2 ? 2 : 3)
    }
}
