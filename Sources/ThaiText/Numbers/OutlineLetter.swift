/// The letter or Roman numeral that counts a heading or a list entry: `ก.`, `(ข)`, `c)`, `II.`, `iv)`.
public struct OutlineLetter: Hashable, Sendable {
    /// The place in its alphabet, 1 for ก and a; `nil` for a numeral of several letters.
    public let place: Int?
    /// The value as a Roman numeral; `nil` where it is none.
    ///
    /// `i`, `v` and `x` may be either: what stands before them in their list tells.
    public let roman: Int?
    /// Whether the letter is a Thai one.
    public let isThai: Bool
    /// The letter without what stands around it, in lower case.
    public let text: String
    /// What stands around the letter; never ``OutlineNumber/Style/bare``.
    public let style: OutlineNumber.Style
    /// The bytes from the index to the end of what closes the letter.
    public let length: Int

    /// Whether a list may begin with the letter.
    public var isFirst: Bool { place == 1 || roman == 1 }

    /// Whether the letter comes next in a list behind `last`.
    ///
    /// Thai lists leave out ฃ, ฅ, and often ฆ.
    public func follows(_ last: OutlineLetter) -> Bool {
        guard isThai == last.isThai, style == last.style else { return false }
        if let roman, let before = last.roman, roman == before + 1 { return true }
        guard let place, let before = last.place else { return false }
        return place == before + 1 || isThai && place == before + 2
    }
}

extension [UInt8] {
    /// The letter of a list entry that begins at `index`; `nil` for the first letter of an abbreviation (`ก.พ.`, `A.B.`).
    ///
    /// What stands before the index is for the caller to judge.
    public func outlineLetter(at index: Int, to end: Int? = nil) -> OutlineLetter? {
        let end = Swift.min(end ?? count, count)
        guard index >= 0, index < end else { return nil }
        let isOpen = self[index] == UInt8(ascii: "(")
        let start = isOpen ? skipBlanks(from: index + 1, to: end) : index
        let thai = thaiLetter(at: start)
        var position = start
        if ThaiLetter.isConsonant(thai) {
            position += 3
        } else {
            while position < end, position - start < 6, self[position].isLatinLetter { position += 1 }
        }
        let close = isOpen ? skipBlanks(from: position, to: end) : position
        guard position > start, close < end else { return nil }
        let style: OutlineNumber.Style
        switch self[close] {
        case UInt8(ascii: ")"): style = isOpen ? .brackets : .closingBracket
        case UInt8(ascii: ".") where !isOpen && endsCount(at: close + 1, to: end, isThai: thai != ThaiLetter.none):
            style = .dot
        default: return nil
        }
        let letters = self[start..<position].map { $0.isLatinLetter ? $0 | 0x20 : $0 }
        let place = thai != ThaiLetter.none ? Self.place(of: thai) : letters.count == 1 ? Int(letters[0]) - 0x60 : nil
        let roman = thai == ThaiLetter.none ? Self.roman(letters) : nil
        guard place != nil || roman != nil else { return nil }
        return OutlineLetter(
            place: place, roman: roman, isThai: thai != ThaiLetter.none,
            text: String(decoding: letters, as: UTF8.self), style: style, length: close + 1 - index)
    }

    /// Whether a point before `index` closes a count and does not shorten a word: `ก. จัดทำ`, and not `ก.พ.` or `ก. พ. ๖๖`.
    private func endsCount(at index: Int, to end: Int, isThai: Bool) -> Bool {
        let start = skipBlanks(from: index, to: end)
        guard start < end else { return true }
        if !isThai { return start > index }
        var position = start
        var hasVowel = false
        // An abbreviation goes on with another point within a few letters, or ends without a vowel.
        for _ in 0..<3 {
            let letter = thaiLetter(at: position)
            guard letter != ThaiLetter.none else { return start > index || hasVowel }
            hasVowel = hasVowel || !ThaiLetter.isConsonant(letter)
            position += 3
            if position < end, self[position] == UInt8(ascii: ".") { return false }
        }
        return true
    }

    /// The place of a consonant among those that lists count with.
    private static func place(of letter: UInt8) -> Int? {
        // ฃ and ฅ are no longer written.
        if letter == 0x03 || letter == 0x05 { return nil }
        return Int(letter) - (letter > 0x05 ? 2 : letter > 0x03 ? 1 : 0)
    }

    /// The value of a Roman numeral in lower case, as far as headings count.
    private static func roman(_ letters: [UInt8]) -> Int? {
        numerals.firstIndex(of: letters).map { $0 + 1 }
    }

    private static let numerals = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv",
    ].map { Array($0.utf8) }
}
