internal import ThaiText

/// Tells how like a title is to each of a list: by the share of pairs of neighbouring letters that both have (Dice 1945).
struct TitleLikeness: Sendable {
    /// The pairs of neighbouring letters of a title, each once, in order.
    struct Pairs: Sendable {
        fileprivate let values: [UInt64]

        /// The pairs of a title in its comparable form.
        init(of key: [UInt8]) {
            let letters = EditDistance.letters(key.count > 600 ? Array(key.prefix(600)) : key)
            var pairs = letters.indices.dropFirst().map { UInt64(letters[$0 - 1]) << 32 | UInt64(letters[$0]) }
            pairs.sort()
            var last: UInt64?
            pairs.removeAll { pair in
                defer { last = pair }
                return pair == last
            }
            values = pairs
        }

        /// How many pairs two titles have in common.
        fileprivate func countCommon(with other: Pairs) -> Int {
            var (count, place, otherPlace) = (0, 0, 0)
            while place < values.count, otherPlace < other.values.count {
                let (pair, otherPair) = (values[place], other.values[otherPlace])
                if pair == otherPair { count += 1 }
                if pair <= otherPair { place += 1 }
                if otherPair <= pair { otherPlace += 1 }
            }
            return count
        }
    }

    /// The titles that have a pair: a stretch of ``owners``.
    private struct Entry: Sendable {
        var pair: UInt64
        var owners: Range<Int32>
    }

    /// The numbers of the titles and the pairs of each.
    private let titles: [(number: Int, pairs: Pairs)]
    /// The places in `titles` of those that have each pair, one pair behind the other.
    private var owners: [UInt8] = []
    private var entries: [Entry] = []
    /// Indices into `entries` by the hash of a pair, -1 where none is; a power of two, open addressing.
    private var slots: [Int32] = []

    /// For a list of at most 256 titles, in their comparable form.
    init(_ titles: [(number: Int, title: [UInt8])]) {
        precondition(titles.count <= 256)
        let pairs = titles.map { Pairs(of: $0.title) }
        self.titles = zip(titles, pairs).map { ($0.number, $1) }
        let owned = pairs.enumerated().flatMap { place, pairs in pairs.values.map { (pair: $0, place: UInt8(place)) } }
            .sorted { ($0.pair, $0.place) < ($1.pair, $1.place) }
        owners = owned.map(\.place)
        for (index, entry) in owned.enumerated() {
            if index == 0 || owned[index - 1].pair != entry.pair {
                entries.append(Entry(pair: entry.pair, owners: Int32(index)..<Int32(index)))
            }
            let owners = entries[entries.count - 1].owners
            entries[entries.count - 1].owners = owners.lowerBound..<owners.upperBound + 1
        }
        var places = 2
        while places < entries.count * 2 { places *= 2 }
        slots = [Int32](repeating: -1, count: places)
        for (index, entry) in entries.enumerated() { slots[slot(of: entry.pair)] = Int32(index) }
    }

    /// The slot of a pair, or the empty one where it would be.
    private func slot(of pair: UInt64) -> Int {
        // The high bits of the product depend on all bits of the pair.
        var slot = Int(truncatingIfNeeded: pair &* 0x9E37_79B9_7F4A_7C15 >> 32) & (slots.count - 1)
        while slots[slot] >= 0, entries[Int(slots[slot])].pair != pair { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    /// The likeness of a title to each of the list: from 0 to 1.
    func likenesses(of title: Pairs) -> [(number: Int, likeness: Double)] {
        var common = [Int](repeating: 0, count: titles.count)
        for pair in title.values {
            let index = slots[slot(of: pair)]
            guard index >= 0 else { continue }
            for owner in entries[Int(index)].owners { common[Int(owners[Int(owner)])] += 1 }
        }
        return zip(titles, common).map { listed, common in
            (listed.number, Self.likeness(listed.pairs, title, common: common))
        }
    }

    /// The likeness of a title to the one of the list that has a number, to the most like of several; 0 to none.
    func likeness(of title: Pairs, toNumber number: Int) -> Double {
        var best = 0.0
        for listed in titles where listed.number == number {
            best = max(best, Self.likeness(listed.pairs, title, common: listed.pairs.countCommon(with: title)))
        }
        return best
    }

    private static func likeness(_ a: Pairs, _ b: Pairs, common: Int) -> Double {
        common == 0 ? 0 : 2 * Double(common) / Double(a.values.count + b.values.count)
    }
}
