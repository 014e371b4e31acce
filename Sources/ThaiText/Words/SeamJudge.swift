/// Two runs of Thai letters with a space between them.
struct Seam {
    /// How many letters on either side decide.
    private static let context = 20

    /// The letters before the space and behind it, in bytes of the text.
    let left: Range<Int>
    let right: Range<Int>
    /// Whether what stands before the space is a person's name or follows an abbreviation, such as a rank.
    let isName: Bool
    /// Whether the letters behind the space end with a full stop after two or three at most: พ.ศ., อบต.
    let isAbbreviation: Bool

    /// A number that differs, as good as always, between seams that may have different verdicts.
    let hash: UInt64

    init(from leftEnd: Int, to rightStart: Int, in text: [UInt8]) {
        let least = leftEnd - 3 * Self.context
        let most = rightStart + 3 * Self.context
        // Letters are looked at four at a time and go into the hash on the way: a report has a space every few words, and
        // each comes by here.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var (start, end) = (leftEnd, rightStart)
        text.withUnsafeBytes { bytes in
            let first = max(least, 2)
            while start - 9 > first, let four = Self.fourWordLetters(at: start - 12, of: bytes) {
                hash = (hash ^ four) &* 0x9FB2_1C65_1E98_DF25
                start -= 12
            }
            while start - 3 > first, let pair = Self.wordLetters(at: start - 6, of: bytes) {
                hash = (hash ^ pair) &* 0x9FB2_1C65_1E98_DF25
                start -= 6
            }
            while start > first, let letter = Self.wordLetter(at: start - 3, of: bytes) {
                hash = (hash ^ letter) &* 0x9FB2_1C65_1E98_DF25
                start -= 3
            }
            hash = (hash ^ hash >> 32 ^ 0x8000) &* 0x9FB2_1C65_1E98_DF25
            while end + 9 < most, let four = Self.fourWordLetters(at: end, of: bytes) {
                hash = (hash ^ four) &* 0x9FB2_1C65_1E98_DF25
                end += 12
            }
            while end + 3 < most, let pair = Self.wordLetters(at: end, of: bytes) {
                hash = (hash ^ pair) &* 0x9FB2_1C65_1E98_DF25
                end += 6
            }
            while end < most, end + 2 < bytes.count, let letter = Self.wordLetter(at: end, of: bytes) {
                hash = (hash ^ letter) &* 0x9FB2_1C65_1E98_DF25
                end += 3
            }
        }
        left = start..<leftEnd
        right = rightStart..<end
        isName = start > least && Self.followsTitle(start, in: text)
        isAbbreviation = right.count <= 9 && end < text.count && text[end] == UInt8(ascii: ".")
        hash = (hash ^ hash >> 32 ^ (isName ? 1 : 0) ^ (isAbbreviation ? 2 : 0)) &* 0x9FB2_1C65_1E98_DF25
        // Never 0, which marks an empty place.
        self.hash = hash ^ hash >> 32 | 2
    }

    /// The letter that begins at `index`, if words consist of such.
    @inline(__always)
    private static func wordLetter(at index: Int, of bytes: UnsafeRawBufferPointer) -> UInt64? {
        guard bytes[index] == 0xE0, bytes[index + 1] & 0xFE == 0xB8 else { return nil }
        let letter = (bytes[index + 1] & 1) << 6 | bytes[index + 2] & 0x3F
        return ThaiLetter.isWordLetter(letter) ? UInt64(letter) : nil
    }

    /// The letter that begins at `index` and the three behind it, a byte each, if words consist of such; null also at the
    /// text's end.
    @inline(__always)
    private static func fourWordLetters(at index: Int, of bytes: UnsafeRawBufferPointer) -> UInt64? {
        guard index + 12 <= bytes.count else { return nil }
        let head = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let tail = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index + 4, as: UInt64.self))
        // The bits that are the same in every letter of the block, in the first eight bytes and in the last.
        let headDifference = head & 0xFEFF_00FE_FF00_FEFF ^ 0xB8E0_00B8_E000_B8E0
        let tailDifference = tail & 0x00FE_FF00_FEFF_00FE ^ 0x00B8_E000_B8E0_00B8
        guard headDifference | tailDifference == 0 else { return nil }
        let letters =
            (head >> 2 & 0x40 | head >> 16 & 0x3F) | (head >> 26 & 0x40 | head >> 40 & 0x3F) << 8
            | (tail >> 18 & 0x40 | tail >> 32 & 0x3F) << 16 | (tail >> 42 & 0x40 | tail >> 56 & 0x3F) << 24
        return areWordLetters(letters) ? letters : nil
    }

    /// Whether words consist of such letters as four are, a byte each (see ``ThaiLetter/isWordLetter(_:)``).
    @inline(__always)
    private static func areWordLetters(_ letters: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101
        let high = ones &* 0x80
        // A sum reaches the high bit of its byte where that is another letter than the one that is none of words.
        func differ(from letter: UInt8) -> UInt64 { (letters ^ ones &* UInt64(letter)) &+ ones &* 0x7F }
        let isOther =
            differ(from: ThaiLetter.none) & differ(from: ThaiLetter.paiyannoi) & differ(from: ThaiLetter.maiYamok)
            & differ(from: ThaiLetter.baht)
        let isLate = letters &+ ones &* (0x80 - 0x4F)
        return isOther & ~isLate & high == high
    }

    /// The letter that begins at `index` and the one behind it, if words consist of such; null also at the text's end.
    @inline(__always)
    private static func wordLetters(at index: Int, of bytes: UnsafeRawBufferPointer) -> UInt64? {
        guard index + 8 <= bytes.count else { return nil }
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        guard word & 0xFE_FF00_FEFF == 0xB8_E000_B8E0 else { return nil }
        let first = UInt8(truncatingIfNeeded: (word >> 8 & 1) << 6 | word >> 16 & 0x3F)
        let second = UInt8(truncatingIfNeeded: (word >> 32 & 1) << 6 | word >> 40 & 0x3F)
        guard ThaiLetter.isWordLetter(first), ThaiLetter.isWordLetter(second) else { return nil }
        return UInt64(first) << 8 | UInt64(second)
    }

    /// Whether a title (นาง สมใจ) or an abbreviation (ดร.สมใจ) stands before the word that begins at `start`.
    private static func followsTitle(_ start: Int, in text: [UInt8]) -> Bool {
        guard start > 0 else { return false }
        if text[start - 1] == UInt8(ascii: ".") { return true }
        guard text[start - 1] == 0x20 else { return false }
        var before = start - 1
        while start - before < 40, ThaiLetter.isWordLetter(text.thaiLetter(before: before)) { before -= 3 }
        return PersonalTitles.contains(text[before..<start - 1])
    }
}

/// Whether a space stands inside a word.
struct SeamJudge: ~Copyable {
    /// Words that are written to what follows them: a space behind one of them is never the author's.
    private static let boundWords: Set<[UInt8]> = Set(["การ", "ความ", "ผู้", "นัก"].map(letters))
    /// The least letters of a word that may have been cut behind its first letter or before its last.
    private static let leastLettersAroundOne = 4

    private var lattice = WordLattice()

    /// What the letters around a space say of it.
    enum Verdict {
        /// They are better read as words when they are written together.
        case insideWord
        /// It stands behind a name or before an abbreviation: nothing else can make it the layout's.
        case author
        /// They are words on both sides.
        case betweenWords
    }

    /// What the words on both sides say of the space.
    mutating func judge(_ seam: Seam, in text: [UInt8]) -> Verdict {
        guard !seam.isName, !seam.isAbbreviation else { return .author }
        lattice.load { text.appendLetters(seam.right, to: &$0) }
        let right = lattice.cost
        let unknownRight = lattice.unknownLetters
        lattice.load { text.appendLetters(seam.left, to: &$0) }
        let separate = lattice.cost + right
        let words = lattice.words
        if let first = words.first, PersonalTitles.contains(letters: first) {
            // Behind a title stands a name, unless the title is only the beginning of a word: นาย กเทศมนตรี.
            if first.count < seam.left.count / 3 || unknownRight == 0 || seam.right.count == 3 { return .author }
        }
        if let last = words.last, Self.boundWords.contains(Array(last)), unknownRight * 3 < seam.right.count / 3 {
            return .insideWord
        }
        lattice.load {
            text.appendLetters(seam.left, to: &$0)
            text.appendLetters(seam.right, to: &$0)
        }
        guard lattice.cost < separate, let word = lattice.word(across: seam.left.count / 3) else {
            return .betweenWords
        }
        // A letter by itself is an abbreviation or a bullet as often as a part of a word.
        let isAlone = seam.left.count == 3 || seam.right.count == 3
        return !isAlone || word.count >= Self.leastLettersAroundOne ? .insideWord : .betweenWords
    }

    /// The word that a space stands in, or the two that it stands between, from the first to the last of their bytes.
    mutating func place(of seam: Seam, in text: [UInt8]) -> Range<Int> {
        lattice.load {
            text.appendLetters(seam.left, to: &$0)
            text.appendLetters(seam.right, to: &$0)
        }
        let middle = seam.left.count / 3
        var start = 0
        var end = 0
        for word in lattice.words {
            if end < middle { start = end }
            end += word.count
            if end > middle { break }
        }
        return seam.left.lowerBound + 3 * start..<seam.right.lowerBound + 3 * max(end - middle, 0)
    }

    private static func letters(_ word: String) -> [UInt8] {
        let bytes = Array(word.utf8)
        var letters: [UInt8] = []
        bytes.appendLetters(0..<bytes.count, to: &letters)
        return letters
    }
}

/// The titles that Thai names begin with.
enum PersonalTitles {
    private static let names = [
        "นาย", "นาง", "นางสาว", "เด็กชาย", "เด็กหญิง", "ว่าที่ร้อยตรี", "ว่าที่", "ร้อยตรี", "ร้อยโท", "ร้อยเอก", "พันตรี",
        "พันโท", "พันเอก", "จ่าเอก", "จ่าโท", "สิบเอก", "สิบโท", "สิบตรี", "ดาบตำรวจ",
    ].map { Array($0.utf8) }
    private static let inLetters: Set<[UInt8]> = Set(
        names.map { name in
            var letters: [UInt8] = []
            name.appendLetters(0..<name.count, to: &letters)
            return letters
        })

    /// Whether UTF-8 text is a title.
    static func contains(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count >= 9 else { return false }
        return names.contains { $0.count == text.count && text.elementsEqual($0) }
    }

    /// Whether letters are a title.
    static func contains(letters: ArraySlice<UInt8>) -> Bool { inLetters.contains(Array(letters)) }
}

extension [UInt8] {
    /// Adds the Thai letters of `range` to `letters`, a byte each.
    func appendLetters(_ range: Range<Int>, to letters: inout [UInt8]) {
        var index = range.lowerBound
        while index < range.upperBound {
            letters.append(thaiLetter(at: index))
            index += 3
        }
    }
}
