/// Characters that take no room on a page, and spaces of other kinds than U+0020.
extension [UInt8] {
    /// The length in bytes of the invisible character at `index`; 0 where another character stands.
    ///
    /// Invisible are U+00AD (soft hyphen), U+200B to U+200F (zero-width spaces, joiners and marks of direction),
    /// U+202A to U+202E, U+2060 to U+2064, U+2066 to U+2069 and U+FEFF. A joiner between pictures (emoji) is theirs.
    func invisibleLength(at index: Int) -> Int {
        guard index + 1 < count, self[index] >= 0xC2 else { return 0 }
        if self[index] == 0xC2 { return self[index + 1] == 0xAD ? 2 : 0 }
        guard index + 2 < count else { return 0 }
        let last = self[index + 2]
        switch (self[index], self[index + 1]) {
        case (0xE2, 0x80):
            if last == 0x8D, index >= 4, self[index - 4] >= 0xF0 || self[index - 3] == 0xEF { return 0 }
            return (0x8B...0x8F).contains(last) || (0xAA...0xAE).contains(last) ? 3 : 0
        case (0xE2, 0x81): return (0xA0...0xA4).contains(last) || (0xA6...0xA9).contains(last) ? 3 : 0
        case (0xEF, 0xBB): return last == 0xBF ? 3 : 0
        default: return 0
        }
    }

    /// The length in bytes of the invisible characters at `index`.
    func invisibleRunLength(at index: Int) -> Int {
        var position = index
        while true {
            let length = invisibleLength(at: position)
            if length == 0 { return position - index }
            position += length
        }
    }

    /// The length in bytes of the space of any kind at `index`; 0 where another character stands, tabs included.
    func spaceLength(at index: Int) -> Int {
        index < count && self[index] == 0x20 ? 1 : foreignSpaceLength(at: index)
    }

    /// The length in bytes of the space at `index` that is none of ASCII's; 0 where another character stands.
    ///
    /// Such are U+00A0, U+1680, U+2000 to U+200A, U+202F, U+205F and U+3000.
    func foreignSpaceLength(at index: Int) -> Int {
        guard index + 1 < count, self[index] >= 0xC2 else { return 0 }
        if self[index] == 0xC2 { return self[index + 1] == 0xA0 ? 2 : 0 }
        guard index + 2 < count else { return 0 }
        let last = self[index + 2]
        switch (self[index], self[index + 1]) {
        case (0xE1, 0x9A): return last == 0x80 ? 3 : 0
        case (0xE2, 0x80): return (0x80...0x8A).contains(last) || last == 0xAF ? 3 : 0
        case (0xE2, 0x81): return last == 0x9F ? 3 : 0
        case (0xE3, 0x80): return last == 0x80 ? 3 : 0
        default: return 0
        }
    }
}
