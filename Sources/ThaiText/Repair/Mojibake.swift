/// Thai whose bytes were read in a Latin encoding: `¡Í§¤ÅÑ§` for กองคลัง.
///
/// The bytes were TIS-620, one a letter, or UTF-8, three a letter; they were read as Latin-1 or as Windows-1252, whose
/// quotation marks, dashes and letters take the places that Latin-1 leaves to control characters. What the bytes say in
/// Thai is believed where it consists of known words.
struct Mojibake: ~Copyable {
    /// Fewer letters than this are believed only behind others that were.
    private static let leastLetters = 3

    private var lattice = WordLattice()
    private var bytes: [UInt8] = []
    /// Where each of the bytes ends in the text.
    private var ends: [Int] = []
    private var hasFound = false
    /// Up to where a run was looked at and not believed.
    private var doubtedEnd = 0

    /// A letter that was read as one or more characters of a Latin encoding.
    struct Letter {
        /// Where these stand.
        let range: Range<Int>
        /// The letter in UTF-8.
        let bytes: ArraySlice<UInt8>
    }

    /// The letters of the run of such characters at `index`; `nil` where it is sound Latin text.
    mutating func read(at index: Int, in text: [UInt8]) -> [Letter]? {
        guard index >= doubtedEnd, text[index] == 0xC2 || text[index] == 0xC3 else { return nil }
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        var position = index
        while let found = Self.byte(at: position, in: text) {
            bytes.append(found.byte)
            position += found.length
            ends.append(position)
        }
        if let thai = utf8() { return letters(thai, from: index, bytesEach: 3) }
        if let thai = tis620() { return letters(thai, from: index, bytesEach: 1) }
        doubtedEnd = position
        return nil
    }

    /// The letters of `thai`, each of which was `bytesEach` of the run's bytes.
    private func letters(_ thai: [UInt8], from index: Int, bytesEach: Int) -> [Letter] {
        var letters: [Letter] = []
        var start = index
        var offset = 0
        var byte = 0
        while offset < thai.count {
            byte += bytesEach
            let length = thai.characterLength(at: offset)
            letters.append(Letter(range: start..<ends[byte - 1], bytes: thai[offset..<offset + length]))
            start = ends[byte - 1]
            offset += length
        }
        return letters
    }

    /// The text that the bytes at the beginning of the run are in UTF-8, where they are Thai.
    private mutating func utf8() -> [UInt8]? {
        var length = 0
        while length + 2 < bytes.count, bytes[length] == 0xE0, bytes[length + 1] & 0xFE == 0xB8,
            bytes[length + 2] & 0xC0 == 0x80
        { length += 3 }
        guard length > 0 else { return nil }
        hasFound = true
        return Array(bytes[0..<length])
    }

    /// The text that the bytes of the run are in TIS-620, where they are words.
    private mutating func tis620() -> [UInt8]? {
        guard bytes.count >= Self.leastLetters || hasFound else { return nil }
        var unknown = 0
        var thai: [UInt8] = []
        for byte in bytes {
            guard (0xA1...0xDA).contains(byte) || (0xDF...0xFB).contains(byte) || byte == 0xA0 else { return nil }
            if byte == 0xA0 { thai.append(0x20) } else { thai.appendThai(byte - 0xA0) }
        }
        // Blanks, digits and signs part the words.
        var letters = 0
        for run in bytes.split(whereSeparator: { !ThaiLetter.isWordLetter($0 &- 0xA0) }) {
            lattice.load { $0.append(contentsOf: run.map { $0 - 0xA0 }) }
            unknown += lattice.unknownLetters
            letters += run.count
        }
        guard hasFound || (letters >= Self.leastLetters && unknown * 4 <= letters) else { return nil }
        hasFound = true
        return thai
    }

    /// The byte that was read as the character at `index`.
    private static func byte(at index: Int, in text: [UInt8]) -> (byte: UInt8, length: Int)? {
        guard index + 1 < text.count else { return nil }
        switch text[index] {
        case 0xC2: return (text[index + 1], 2)
        case 0xC3: return (text[index + 1] + 0x40, 2)
        case 0xC5, 0xC6, 0xCB, 0xE2:
            let length = text.characterLength(at: index)
            guard index + length <= text.count else { return nil }
            for (place, character) in windows1252.enumerated() where text.hasPrefix(character, at: index) {
                return (UInt8(0x80 + place), length)
            }
            return nil
        default: return nil
        }
    }

    /// The characters of Windows-1252 at 0x80 to 0x9F; a full stop where it has none.
    private static let windows1252: [[UInt8]] = "€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ".map { Array($0.utf8) }
}
