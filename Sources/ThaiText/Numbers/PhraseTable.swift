/// Phrases with meanings, found at or before an offset by their first or last Thai letter.
///
/// All bytes lie in one array, so that a look-up touches no other storage and counts no references.
struct PhraseTable<Meaning: Sendable>: Sendable {
    /// Which end of a phrase is held to the offset.
    enum Side: Sendable {
        /// Phrases begin at the offset.
        case after
        /// Phrases end at the offset.
        case before
    }

    private struct Entry: Sendable {
        let start: Int
        let count: Int
        let meaning: Meaning
    }

    private let side: Side
    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    /// For each Thai letter, where its entries begin; entry 0 is for phrases that begin or end with another character.
    private var buckets: [Int] = []

    /// A table of phrases; the longest of those that fit is the one found.
    ///
    /// Blanks and line breaks stand between the phrases of a meaning; a low line stands for a blank within one.
    init(_ side: Side, _ groups: [(Meaning, String)]) {
        self.side = side
        var phrases: [(key: Int, text: [UInt8], meaning: Meaning)] = []
        for (meaning, texts) in groups {
            for phrase in texts.utf8.split(whereSeparator: { $0 <= UInt8(ascii: " ") }) {
                let utf8 = phrase.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }
                let key = side == .after ? utf8.thaiLetter(at: 0) : utf8.thaiLetter(before: utf8.count)
                phrases.append((Int(key), utf8, meaning))
            }
        }
        phrases.sort { ($0.key, -$0.text.count) < ($1.key, -$1.text.count) }
        var next = 0
        for key in 0...128 {
            while next < phrases.count, phrases[next].key < key { next += 1 }
            buckets.append(next)
        }
        for phrase in phrases {
            entries.append(Entry(start: bytes.count, count: phrase.text.count, meaning: phrase.meaning))
            bytes += phrase.text
        }
    }

    /// The longest phrase that lies at `index` (or, in a table of phrases before, ends there) within `limits`.
    @inline(__always)
    func match(_ text: [UInt8], at index: Int, within limits: Range<Int>) -> (meaning: Meaning, length: Int)? {
        let letter = side == .after ? text.thaiLetter(at: index) : text.thaiLetter(before: index)
        let bucket = Int(letter)
        var entry = buckets[bucket]
        let last = buckets[bucket + 1]
        while entry < last {
            let candidate = entries[entry]
            let start = side == .after ? index : index - candidate.count
            let isInside = start >= limits.lowerBound && start + candidate.count <= limits.upperBound
            if isInside, holds(candidate, text, at: start) { return (candidate.meaning, candidate.count) }
            entry += 1
        }
        return nil
    }

    @inline(__always)
    private func holds(_ entry: Entry, _ text: [UInt8], at start: Int) -> Bool {
        var offset = 0
        while offset < entry.count {
            if text[start + offset] != bytes[entry.start + offset] { return false }
            offset += 1
        }
        return true
    }
}
