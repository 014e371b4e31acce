/// Reading valid UTF-8 in place, by byte offsets.
///
/// Every offset that these functions take or give is the first byte of a character, or the end of the text.
extension [UInt8] {
    /// The Thai letter at `index` (see ``ThaiLetter``), or ``ThaiLetter/none`` where another character stands.
    @inlinable
    public func thaiLetter(at index: Int) -> UInt8 {
        guard index + 2 < count, self[index] == 0xE0 else { return ThaiLetter.none }
        let middle = self[index + 1]
        guard middle == 0xB8 || middle == 0xB9 else { return ThaiLetter.none }
        return ((middle & 1) << 6) | (self[index + 2] & 0x3F)
    }

    /// The Thai letter that ends at `index`, or ``ThaiLetter/none``.
    @inlinable
    public func thaiLetter(before index: Int) -> UInt8 {
        index >= 3 ? thaiLetter(at: index - 3) : ThaiLetter.none
    }

    /// The length in bytes of the character at `index`: 1 to 4.
    @inlinable
    public func characterLength(at index: Int) -> Int {
        let lead = self[index]
        return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }

    /// Where the character before `index` begins.
    @inlinable
    public func characterStart(before index: Int) -> Int {
        var start = index - 1
        while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
        return start
    }

    /// The value, 0 to 9, and length of the ASCII or Thai digit at `index`; a value of -1 where there is none.
    @inlinable
    public func digit(at index: Int) -> (value: Int, length: Int) {
        guard index < count else { return (-1, 0) }
        let byte = self[index]
        if byte &- 0x30 < 10 { return (Int(byte) - 0x30, 1) }
        guard byte == 0xE0 else { return (-1, 0) }
        let letter = thaiLetter(at: index)
        return ThaiLetter.isDigit(letter) ? (Int(letter - ThaiLetter.digitZero), 3) : (-1, 0)
    }

    /// The value, 0 to 9, and length of the ASCII or Thai digit that ends at `index`; a value of -1 where there is none.
    @inlinable
    public func digit(before index: Int) -> (value: Int, length: Int) {
        guard index > 0 else { return (-1, 0) }
        let byte = self[index - 1]
        if byte &- 0x30 < 10 { return (Int(byte) - 0x30, 1) }
        let letter = thaiLetter(before: index)
        return ThaiLetter.isDigit(letter) ? (Int(letter - ThaiLetter.digitZero), 3) : (-1, 0)
    }

    /// The length of the blank character at `index`, 0 where another character stands.
    ///
    /// Blank are space, tab, line feed, carriage return, vertical tab, form feed, U+0085, U+00A0, U+2000 to U+200B,
    /// U+2028, U+2029, U+202F, U+205F, U+2060, U+3000 and U+FEFF: what is white space to a reader, visible or not.
    @inlinable
    public func blankLength(at index: Int) -> Int {
        guard index < count else { return 0 }
        let byte = self[index]
        if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) { return 1 }
        if byte < 0xC2 { return 0 }
        return wideBlankLength(at: index)
    }

    @usableFromInline
    func wideBlankLength(at index: Int) -> Int {
        guard index + 1 < count else { return 0 }
        if self[index] == 0xC2 { return self[index + 1] == 0xA0 || self[index + 1] == 0x85 ? 2 : 0 }
        guard index + 2 < count else { return 0 }
        let tail = (self[index + 1], self[index + 2])
        switch self[index] {
        case 0xE2:
            if tail.0 == 0x80 {
                return (tail.1 >= 0x80 && tail.1 <= 0x8B) || tail.1 == 0xA8 || tail.1 == 0xA9 || tail.1 == 0xAF ? 3 : 0
            }
            return tail.0 == 0x81 && (tail.1 == 0x9F || tail.1 == 0xA0) ? 3 : 0
        case 0xE3: return tail.0 == 0x80 && tail.1 == 0x80 ? 3 : 0
        case 0xEF: return tail.0 == 0xBB && tail.1 == 0xBF ? 3 : 0
        default: return 0
        }
    }

    /// `index`, kept within the text and put back to the start of the character that it would cut: the one offset here
    /// that need not be the start of a character.
    @inlinable
    public func whole(_ index: Int) -> Int {
        var index = Swift.min(Swift.max(index, 0), count)
        while index > 0, index < count, self[index] & 0xC0 == 0x80 { index -= 1 }
        return index
    }

    /// The first offset at or after `index`, at most `end`, where no blank stands.
    @inlinable
    public func skipBlanks(from index: Int, to end: Int) -> Int {
        var position = index
        while position < end {
            let length = blankLength(at: position)
            if length == 0 { break }
            position += length
        }
        return Swift.min(position, end)
    }

    /// `range` without the blanks at its ends.
    @inlinable
    public func trimmed(_ range: Range<Int>) -> Range<Int> {
        // Most ranges begin and end with a Thai letter or another visible character.
        if range.count >= 3, !mayBeBlank(self[range.lowerBound]) {
            let last = self[range.upperBound - 1]
            if last < 0x80 ? last > 0x20 : self[range.upperBound - 3] == 0xE0 { return range }
        }
        let start = skipBlanks(from: range.lowerBound, to: range.upperBound)
        var end = range.upperBound
        while end > start {
            let last = characterStart(before: end)
            if blankLength(at: last) == 0 { break }
            end = last
        }
        return start..<Swift.max(start, end)
    }

    /// Whether a character that begins with such a byte may be blank.
    @inlinable
    func mayBeBlank(_ byte: UInt8) -> Bool { byte <= 0x20 || byte >= 0xC2 && byte != 0xE0 }

    /// Whether `pattern` stands at `index`.
    @inlinable
    public func hasPrefix(_ pattern: [UInt8], at index: Int) -> Bool {
        guard index >= 0, index + pattern.count <= count else { return false }
        for offset in 0..<pattern.count where self[index + offset] != pattern[offset] { return false }
        return true
    }
}
