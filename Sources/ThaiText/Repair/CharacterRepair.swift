/// Mends what can be told from a letter and its neighbours: marks out of order or cut off, glyphs at private code points,
/// characters that nobody sees, forms of other scripts.
///
/// One pass; sound text costs a table look-up a letter. Line breaks, tabs and runs of spaces stay, so that what a layout
/// says is still there; where columns are to be kept, a gap of two spaces or more is widened by what was taken away
/// before it in its line.
struct CharacterRepair: ~Copyable {
    private let text: [UInt8]
    private var builder: RepairBuilder
    private var cluster = LetterCluster()
    private var words = WordEvidence()
    private var mojibake = Mojibake()
    /// What stands before ``position``.
    private var previous = LetterClass.other
    /// Where the last consonant stands, with nothing behind it but what may belong to it; -1 for none.
    private var consonant = -1
    private var position = 0
    private let keepsColumns: Bool
    /// The spaces that were taken away in this line and are still to be made up for.
    private var owedColumns = 0
    /// The letters and bytes of a mended cluster, kept for their room.
    private var mended: [UInt8] = []
    private var encoded: [UInt8] = []

    private init(_ text: [UInt8], keepsColumns: Bool) {
        self.text = text
        self.keepsColumns = keepsColumns
        builder = RepairBuilder(text)
    }

    /// The text with its characters mended.
    static func repair(_ text: [UInt8], keepsColumns: Bool) -> RepairedText {
        // What is put back there makes clusters whole, which would be mended otherwise here.
        let whole = LostVowels.repair(text)
        var repair = CharacterRepair(whole.bytes, keepsColumns: keepsColumns)
        repair.run()
        return whole.followed(by: repair.builder.finish())
    }

    private mutating func run() {
        while skipSoundText() {
            let byte = text[position]
            if byte == 0xE0 {
                mendThai()
            } else if byte == 0x20, owedColumns > 0, previous != .saraE, previous != .leadingVowel {
                widenGap()
            } else if byte == 0x20 {
                mendDetachedVowel()
            } else {
                mendForeign()
            }
        }
    }

    /// Goes on to the next place that needs a look; false at the end of the text.
    private mutating func skipSoundText() -> Bool {
        text.withUnsafeBufferPointer { bytes in
            let words = UnsafeRawBufferPointer(bytes)
            return LetterClass.ofLetter.withUnsafeBufferPointer { classes in
                LetterClass.unsound.withUnsafeBufferPointer { unsound in
                    var index = position
                    var before = previous
                    var base = consonant
                    var owed = owedColumns
                    defer {
                        owedColumns = owed
                        position = index
                        previous = before
                        consonant = base
                    }
                    while index < bytes.count {
                        // Two letters at a time, as long as they are sound.
                        while index &+ 8 <= bytes.count {
                            let word = UInt64(
                                littleEndian: words.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                            guard word & 0xFE_FF00_FEFF == 0xB8_E000_B8E0 else { break }
                            let first = classes[Int(truncatingIfNeeded: (word >> 8 & 1) << 6 | word >> 16 & 0x3F)]
                            let second = classes[Int(truncatingIfNeeded: (word >> 32 & 1) << 6 | word >> 40 & 0x3F)]
                            let pairs =
                                unsound[Int(before.rawValue)] &>> UInt16(first.rawValue)
                                | unsound[Int(first.rawValue)] &>> UInt16(second.rawValue)
                            guard pairs & 1 == 0 else { break }
                            base = second == .consonant ? index &+ 3 : first == .consonant ? index : base
                            before = second
                            index &+= 6
                        }
                        let byte = bytes[index]
                        if byte == 0xE0, index + 2 < bytes.count, bytes[index + 1] & 0xFE == 0xB8 {
                            let letter = (bytes[index + 1] & 1) << 6 | bytes[index + 2] & 0x3F
                            let kind = classes[Int(letter)]
                            if unsound[Int(before.rawValue)] >> UInt16(kind.rawValue) & 1 != 0 { return true }
                            if kind == .consonant { base = index }
                            before = kind
                            index += 3
                        } else if byte < 0x80 {
                            if byte == 0x20 {
                                if before == .saraE || before == .leadingVowel { return true }
                                if owed > 0, index + 1 < bytes.count, bytes[index + 1] == 0x20 { return true }
                                before = .space
                            } else {
                                if byte == 0x0A { owed = 0 }
                                before = .other
                            }
                            index += 1
                        } else {
                            if byte != 0xE0, byte < 0xF0 || byte == 0xEF, Self.mayNeedRepair(bytes, index) {
                                return true
                            }
                            before = .other
                            index += byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                        }
                    }
                    index = bytes.count
                    return false
                }
            }
        }
    }

    /// Whether a character that is neither ASCII nor Thai is one of those that are mended.
    private static func mayNeedRepair(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        switch bytes[index] {
        // Latin-1, which mojibake consists of, U+00A0, U+00AD; accents that stand by themselves.
        case 0xC2, 0xC3, 0xCC, 0xCD: return true
        case 0xE1: return index + 1 < bytes.count && bytes[index + 1] == 0x9A
        // Spaces, zero-width characters; not the dashes and quotation marks between them.
        case 0xE2:
            guard index + 2 < bytes.count else { return false }
            let last = bytes[index + 2]
            return bytes[index + 1] == 0x80
                ? last < 0x90 || last >= 0xAA && last <= 0xAF : bytes[index + 1] == 0x81 && last >= 0x9F
        case 0xE3: return index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80
        // Private code points, full-width forms, U+FEFF.
        case 0xEF: return true
        default: return false
        }
    }

    // MARK: Thai

    private mutating func mendThai() {
        let letter = text.thaiLetter(at: position)
        let kind = LetterClass.ofLetter[Int(letter)]
        if previous == .saraE, kind == .saraE {
            // เเ, the last of a longer run of เ.
            replaceVowel(upTo: position + 3, with: Self.saraAe, kind: .doubledVowel)
            previous = .leadingVowel
        } else if !mendCluster() {
            pass(kind, 3)
        }
    }

    /// Mends the consonant before ``position`` with all that belongs to it; false where nothing is to be done.
    private mutating func mendCluster() -> Bool {
        let hasConsonant = consonant >= builder.copied && consonant >= 0
        let start = hasConsonant ? consonant : position
        guard cluster.read(at: start, hasConsonant: hasConsonant, reaching: position, in: text) else { return false }
        let base = hasConsonant ? text.thaiLetter(at: start) : ThaiLetter.none
        var vowel = ThaiLetter.saraAa
        if cluster.isAmbiguous {
            guard let told = vowelBehindSpace(of: base) else { return false }
            vowel = told
        }
        cluster.mended(vowel: vowel, consonant: base, into: &mended)
        dropSecondVowel(of: base)
        position = cluster.range.upperBound
        previous = LetterClass.ofLetter[Int(mended.last ?? base)]
        guard !cluster.isSound(mended) else { return true }
        if keepsColumns { owedColumns += cluster.cuts }
        builder.replace(cluster.range, with: encode(base), kind: cluster.damage(mended))
        consonant = -1
        return true
    }

    /// Keeps one of two vowels above or below a consonant, which bears one only, where the words around it tell which:
    /// `ปีึงบประมาณ`, as character recognition reads a smeared mark.
    private mutating func dropSecondVowel(of base: UInt8) {
        let places = mended.indices.filter { Self.isVowelMark(mended[$0]) }
        guard base != ThaiLetter.none, places.count == 2 else { return }
        words.look(from: cluster.range.lowerBound, to: cluster.range.upperBound, in: text, behind: builder)
        let choices = places.reversed().map { place in
            var letters = mended
            letters.remove(at: place)
            return letters
        }
        let costs = choices.map { words.unknownLetters(with: base, $0) }
        guard costs[0] != costs[1] else { return }
        mended = choices[costs[0] < costs[1] ? 0 : 1]
    }

    /// Whether a letter is ั, or one of ิ to ู.
    private static func isVowelMark(_ letter: UInt8) -> Bool { letter == 0x31 || 0x34...0x39 ~= letter }

    /// Whether the า that a space parts from `base` is one or was ำ, told from the words around it; `nil` where it is a
    /// letter by itself.
    private mutating func vowelBehindSpace(of base: UInt8) -> UInt8? {
        let range = cluster.range
        words.look(from: range.lowerBound, to: range.upperBound, in: text, behind: builder)
        cluster.mended(vowel: ThaiLetter.saraAm, consonant: base, into: &mended)
        let saraAm = words.unknownLetters(with: base, mended)
        cluster.mended(vowel: ThaiLetter.saraAa, consonant: base, into: &mended)
        let saraAa = words.unknownLetters(with: base, mended)
        if !ThaiLetter.isWordLetter(text.thaiLetter(at: range.upperBound)) {
            // With nothing behind it, it may be a letter that is spoken of, or one of a heading with spaced letters.
            let next = range.upperBound + text.spaceLength(at: range.upperBound)
            let isSpaced =
                ThaiLetter.isWordLetter(text.thaiLetter(at: next))
                && !ThaiLetter.isWordLetter(text.thaiLetter(at: next + 3))
            if isSpaced || min(saraAm, saraAa) > 0 { return nil }
        }
        return saraAm <= saraAa ? ThaiLetter.saraAm : ThaiLetter.saraAa
    }

    /// The bytes of the mended letters behind `base`.
    private func encode(_ base: UInt8) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(3 * mended.count + 3)
        if base != ThaiLetter.none { bytes.appendThai(base) }
        for letter in mended { bytes.appendThai(letter) }
        return bytes
    }

    /// A leading vowel stands before the space at ``position``: with a consonant behind it, it was cut off.
    private mutating func mendDetachedVowel() {
        let next = LetterClass.ofLetter[Int(text.thaiLetter(at: position + 1))]
        if previous == .saraE, next == .saraE,
            LetterClass.ofLetter[Int(text.thaiLetter(at: position + 4))] == .consonant
        {
            replaceVowel(upTo: position + 4, with: Self.saraAe, kind: .doubledVowel)
            previous = .leadingVowel
            return
        }
        guard next == .consonant else { return pass(.space, 1) }
        if keepsColumns { owedColumns += 1 }
        replaceVowel(upTo: position + 1, with: nil, kind: .detachedVowel)
    }

    private static let saraAe: [UInt8] = [0xE0, 0xB9, 0x81]

    /// Puts `letter`, or the leading vowel itself, in the place of the leading vowel before ``position`` and of all that
    /// follows up to `end`.
    private mutating func replaceVowel(upTo end: Int, with letter: [UInt8]?, kind: Repair.Kind) {
        let start = position - 3
        if start >= builder.copied {
            replace(start..<end, with: letter ?? Array(text[start..<position]), kind: kind)
        } else {
            // The vowel is mended text itself, the last of it.
            if let letter { builder.replaceLast(letter) }
            builder.extendLast(by: end - position)
            position = end
            previous = .other
            consonant = -1
        }
    }

    private mutating func widenGap() {
        replace(position..<position, with: repeatElement(0x20, count: owedColumns), kind: nil)
        owedColumns = 0
        previous = .space
    }

    // MARK: Other scripts

    private mutating func mendForeign() {
        if let letters = mojibake.read(at: position, in: text) {
            for letter in letters { replace(letter.range, with: letter.bytes, kind: .mojibake) }
        } else if text.spaceLength(at: position) > 0 {
            let length = text.spaceLength(at: position)
            if belongsToConsonant(at: position + length), mendCluster() { return }
            replace(position..<position + length, with: [0x20], kind: .spaceKind)
            previous = .space
        } else if text.invisibleLength(at: position) > 0 {
            mendInvisible(text.invisibleRunLength(at: position))
        } else if PrivateUseGlyphs.letter(at: position, in: text) != ThaiLetter.none {
            mendGlyph()
        } else if let ascii = FullWidthForms.ascii(at: position, in: text) {
            replace(position..<position + 3, with: [ascii], kind: .fullWidth)
        } else if let accented = LatinAccents.composed(at: position, in: text),
            accented.range.lowerBound >= builder.copied
        {
            replace(accented.range, with: accented.bytes, kind: .decomposed)
        } else {
            pass(.other, text.characterLength(at: position))
        }
    }

    /// Takes invisible characters away.
    ///
    /// What stands before them, or behind them, is the mended place, so that each character of the text has its place in
    /// the repaired one.
    private mutating func mendInvisible(_ length: Int) {
        let end = position + length
        if belongsToConsonant(at: end), mendCluster() { return }
        let before = position > 0 ? text.characterStart(before: position) : 0
        if position == builder.copied, let last = builder.output.last, last != 0x20 {
            builder.extendLast(by: length)
            position = end
            previous = .other
        } else if before >= builder.copied, before < position, text.blankLength(at: before) == 0 {
            replace(before..<end, with: Array(text[before..<position]), kind: .invisible)
        } else if end < text.count, text[end] > 0x20, text[end] < 0x80 || text.thaiLetter(at: end) != ThaiLetter.none {
            let next = end + text.characterLength(at: end)
            let letter = text.thaiLetter(at: end)
            replace(position..<next, with: Array(text[end..<next]), kind: .invisible)
            previous = LetterClass.ofLetter[Int(letter)]
        } else {
            pass(.other, length)
        }
    }

    private mutating func mendGlyph() {
        let letter = PrivateUseGlyphs.letter(at: position, in: text)
        let kind = LetterClass.ofLetter[Int(letter)]
        if kind.belongsToConsonant, mendCluster() { return }
        var bytes: [UInt8] = []
        bytes.appendThai(letter)
        // A mark may follow that is to be held against this letter; it is its own cluster then.
        replace(position..<position + 3, with: bytes, kind: .privateUse)
        previous = kind
    }

    private func belongsToConsonant(at index: Int) -> Bool {
        let plain = text.thaiLetter(at: index)
        let letter = plain == ThaiLetter.none ? PrivateUseGlyphs.letter(at: index, in: text) : plain
        return LetterClass.ofLetter[Int(letter)].belongsToConsonant
    }

    // MARK: Steps

    private mutating func replace(_ range: Range<Int>, with bytes: some Collection<UInt8>, kind: Repair.Kind?) {
        builder.replace(range, with: bytes, kind: kind)
        position = range.upperBound
        previous = .other
        consonant = -1
    }

    private mutating func pass(_ kind: LetterClass, _ length: Int) {
        position += length
        previous = kind
    }
}

extension [UInt8] {
    /// Adds a Thai letter in UTF-8.
    mutating func appendThai(_ letter: UInt8) {
        append(0xE0)
        append(0xB8 | letter >> 6)
        append(0x80 | letter & 0x3F)
    }
}
