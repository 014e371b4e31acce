/// How often a text writes the same letters with a space in a place, and without it.
///
/// A phrase that is written together elsewhere in a document, at least as often as apart, has its space from a layout.
struct PhraseEvidence {
    /// How many letters on either side of the space make the phrase: fewer would be those of other phrases too.
    private static let side = 6
    private static let sideBytes = 3 * side
    private static let phraseBytes = 2 * sideBytes
    /// A text is looked at in windows of seven letters, each six letters behind the last.
    ///
    /// Of the windows of a phrase, which begin with its first to its sixth letter and hold letters of both sides, one is
    /// always among them.
    private static let windowBytes = 21
    private static let stepBytes = 18
    private static var windowStarts: StrideTo<Int> { stride(from: 0, to: sideBytes, by: 3) }
    private static let lastWindowStart = sideBytes - 3
    /// Of more phrases than this in a text the later ones are not learnt; a report has a few hundred.
    private static let mostPhrases = 1 << 14

    /// How often a phrase stands in the text.
    private struct Count {
        var hash: UInt64 = 0
        var apart: UInt32 = 0
        var together: UInt32 = 0
    }

    /// The phrases by their hashes, in a power of two of places, open addressing; a hash of 0 marks an empty place.
    private var counts: [Count] = []
    private var phrases = 0
    /// A bit for the hash of each window of the phrases: most windows of a text are none of them.
    private var filter: [UInt64] = []

    /// Learns how a text, in valid UTF-8, writes the phrases that it writes with a space at least once.
    mutating func learn(from text: [UInt8]) {
        phrases = 0
        guard text.count > Self.phraseBytes else { return }
        // A report has a space in a phrase of its own every few hundred bytes.
        var places = 64
        while places < min(text.count / 32, 2 * Self.mostPhrases) { places *= 2 }
        // Sixteen bits a place make one in a hundred windows look like one that is not there.
        counts.removeAll(keepingCapacity: true)
        counts.append(contentsOf: repeatElement(Count(), count: places))
        filter.removeAll(keepingCapacity: true)
        filter.append(contentsOf: repeatElement(0, count: places / 4))
        text.withUnsafeBytes { bytes in
            text.forEachOffset(of: 0x20) { countApart($0, bytes) }
            if phrases > 0 { countTogether(bytes) }
        }
    }

    /// Whether the letters before `left` and behind `right` are written together elsewhere.
    func isWrittenTogether(_ left: Int, _ right: Int, in text: [UInt8]) -> Bool {
        guard phrases > 0 else { return false }
        return text.withUnsafeBytes { bytes in
            guard Self.isPhrase(bytes, left, right) else { return false }
            let count = counts[place(of: Self.hash(bytes, left - Self.sideBytes, right))]
            return count.together >= max(count.apart, 1)
        }
    }

    /// The place of a phrase in ``counts``, or the empty one where it would be.
    private func place(of hash: UInt64) -> Int {
        var place = Int(truncatingIfNeeded: hash) & (counts.count - 1)
        while counts[place].hash != hash, counts[place].hash != 0 { place = (place + 1) & (counts.count - 1) }
        return place
    }

    private mutating func countApart(_ space: Int, _ bytes: UnsafeRawBufferPointer) {
        guard phrases * 2 < counts.count, Self.isPhrase(bytes, space, space + 1) else { return }
        let hash = Self.hash(bytes, space - Self.sideBytes, space + 1)
        let place = place(of: hash)
        counts[place].apart += 1
        guard counts[place].hash == 0 else { return }
        counts[place].hash = hash
        phrases += 1
        var letters: [36 of UInt8] = .init(repeating: 0)
        for index in 0..<Self.sideBytes {
            letters[index] = bytes[space - Self.sideBytes + index]
            letters[Self.sideBytes + index] = bytes[space + 1 + index]
        }
        withUnsafeBytes(of: &letters) { letters in
            for start in Self.windowStarts {
                let window = window(letters, start)
                filter[window >> 6] |= 1 << UInt64(window & 63)
            }
        }
    }

    private mutating func countTogether(_ bytes: UnsafeRawBufferPointer) {
        var index = 0
        let end = bytes.count - Self.windowBytes
        while index <= end {
            guard bytes[index] == 0xE0 else {
                index += 1
                continue
            }
            // Where the window ends in other characters it is none of a phrase, and the next one begins behind it.
            let window = window(bytes, index)
            if filter[window >> 6] >> UInt64(window & 63) & 1 != 0 { countPhrases(around: index, bytes) }
            index += Self.stepBytes
            while index <= end, bytes[index] & 0xC0 == 0x80 { index += 1 }
        }
    }

    private mutating func countPhrases(around index: Int, _ bytes: UnsafeRawBufferPointer) {
        for offset in Self.windowStarts {
            let start = index - offset
            guard start >= 0, start + Self.phraseBytes <= bytes.count else { continue }
            // All windows of a phrase are known: another one tells most of those apart that are none.
            let other = window(
                bytes, start + (offset == 0 ? Self.lastWindowStart : 0))
            guard filter[other >> 6] >> UInt64(other & 63) & 1 != 0 else { continue }
            let place = place(of: Self.hash(bytes, start, start + Self.sideBytes))
            if counts[place].hash != 0 { counts[place].together += 1 }
        }
    }

    // MARK: Hashes

    /// Whether letters enough stand before `left` and behind `right`.
    private static func isPhrase(_ bytes: UnsafeRawBufferPointer, _ left: Int, _ right: Int) -> Bool {
        guard left >= sideBytes, right + sideBytes <= bytes.count, areThai(bytes, right),
            areThai(bytes, left - sideBytes)
        else { return false }
        for offset in stride(from: 0, to: sideBytes, by: 3) {
            guard isWordLetter(bytes, right + offset), isWordLetter(bytes, left - 3 - offset) else { return false }
        }
        return true
    }

    /// Whether the six letters at `index` are of the Thai block: the bits that are the same in all of them are looked at
    /// in eight bytes at a time.
    @inline(__always)
    private static func areThai(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Bool {
        let first = word(bytes, index) & 0xFEFF_00FE_FF00_FEFF ^ 0xB8E0_00B8_E000_B8E0
        let second = word(bytes, index + 8) & 0xFF00_FEFF_00FE_FF00 ^ 0xE000_B8E0_00B8_E000
        let third = word(bytes, index + 10) & 0x00FE_FF00_FEFF_00FE ^ 0x00B8_E000_B8E0_00B8
        return first | second | third == 0
    }

    /// Whether words consist of such letters as the one at `index`, which is of the Thai block.
    @inline(__always)
    private static func isWordLetter(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Bool {
        ThaiLetter.isWordLetter((bytes[index + 1] & 1) << 6 | bytes[index + 2] & 0x3F)
    }

    @inline(__always)
    private static func word(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    /// The hash of eighteen bytes and eighteen others.
    private static func hash(_ bytes: UnsafeRawBufferPointer, _ left: Int, _ right: Int) -> UInt64 {
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
        for index in [left, left + 8, left + 10, right, right + 8, right + 10] {
            hash = (hash ^ word(bytes, index)) &* 0xD6E8_FEB8_6659_FD93
            hash ^= hash >> 32
        }
        return hash | 1
    }

    /// The place in the filter of the 21 bytes at `index`.
    @inline(__always)
    private func window(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int {
        let mixed =
            (Self.word(bytes, index) &* 0x9E37_79B9_7F4A_7C15) ^ (Self.word(bytes, index + 8) &* 0xA076_1D64_78BD_642F)
            ^ Self.word(bytes, index + 13)
        return Int(truncatingIfNeeded: (mixed &* 0xD6E8_FEB8_6659_FD93) >> 32) & (filter.count * 64 - 1)
    }
}
