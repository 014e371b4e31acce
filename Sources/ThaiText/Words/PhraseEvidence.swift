/// How often a text writes the same letters with a space in a place, and without it.
///
/// A phrase that is written together elsewhere in a document, at least as often as apart, has its space from a layout.
struct PhraseEvidence {
    /// How many letters on either side of the space make the phrase: fewer would be those of other phrases too.
    private static let side = 6
    private static let sideBytes = 3 * side
    /// More places than this are not remembered; a report has a few hundred different ones.
    private static let mostPhrases = 1 << 14

    private struct Count {
        var apart: UInt32 = 0
        var together: UInt32 = 0
    }

    private var counts: [UInt64: Count] = [:]
    /// A bit for each remembered phrase, its hash cut to 14 bits: most places of a text are none of them.
    private var filter = [UInt64](repeating: 0, count: 1 << 8)

    /// Learns how a text, in valid UTF-8, writes the phrases that it writes with a space at least once.
    mutating func learn(from text: [UInt8]) {
        counts.removeAll(keepingCapacity: true)
        for index in filter.indices { filter[index] = 0 }
        text.withUnsafeBufferPointer { bytes in
            countApart(bytes)
            if !counts.isEmpty { countTogether(bytes) }
        }
    }

    /// Whether the letters before `left` and behind `right` are written together elsewhere.
    func isWrittenTogether(_ left: Int, _ right: Int, in text: [UInt8]) -> Bool {
        guard !counts.isEmpty else { return false }
        return text.withUnsafeBufferPointer { bytes in
            guard let hash = Self.hash(bytes, left, right), let count = counts[hash] else { return false }
            return count.together >= max(count.apart, 1)
        }
    }

    private mutating func countApart(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = Self.sideBytes
        while index + Self.sideBytes < bytes.count {
            if bytes[index] == 0x20, bytes[index + 1] == 0xE0, bytes[index - 3] == 0xE0,
                let hash = Self.hash(bytes, index, index + 1),
                counts.count < Self.mostPhrases || counts[hash] != nil
            {
                counts[hash, default: Count()].apart += 1
                filter[Int(hash >> 58)] |= 1 << (hash >> 52 & 63)
            }
            index += 1
        }
    }

    private mutating func countTogether(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < bytes.count {
            guard let first = Self.letter(bytes, index) else {
                index += 1
                continue
            }
            // A window of letters goes over the run; what leaves it is taken out of the hash again.
            var hash: UInt64 = 0
            var start = index
            var letter = Optional(first)
            var length = 0
            while let next = letter {
                hash = hash &* Self.factor &+ UInt64(next)
                index += 3
                length += 1
                if length > 2 * Self.side {
                    let gone = Self.letter(bytes, start) ?? 0
                    hash = hash &- UInt64(gone) &* Self.reach
                    start += 3
                    length -= 1
                }
                if length == 2 * Self.side {
                    let mixed = Self.mix(hash)
                    if filter[Int(mixed >> 58)] >> (mixed >> 52 & 63) & 1 != 0 { counts[mixed]?.together += 1 }
                }
                letter = Self.letter(bytes, index)
            }
        }
    }

    // MARK: Hashes of letters

    private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// What the letter is multiplied by that leaves a full window.
    private static let reach: UInt64 = (0..<2 * side).reduce(1) { product, _ in product &* factor }

    private static func mix(_ hash: UInt64) -> UInt64 {
        let folded = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
        return folded ^ folded >> 32
    }

    private static func letter(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt8? {
        guard index >= 0, index + 2 < bytes.count, bytes[index] == 0xE0, bytes[index + 1] & 0xFE == 0xB8 else {
            return nil
        }
        let letter = (bytes[index + 1] & 1) << 6 | bytes[index + 2] & 0x3F
        return ThaiLetter.isWordLetter(letter) ? letter : nil
    }

    /// The hash of the letters before `left` and behind `right`; `nil` where there are too few.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ left: Int, _ right: Int) -> UInt64? {
        var hash: UInt64 = 0
        for part in [left - sideBytes, right] {
            for index in stride(from: part, to: part + sideBytes, by: 3) {
                guard let letter = letter(bytes, index) else { return nil }
                hash = hash &* factor &+ UInt64(letter)
            }
        }
        return mix(hash)
    }
}
