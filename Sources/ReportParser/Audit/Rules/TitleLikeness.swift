internal import ThaiText

/// Tells how like a title is to each of a list: by the share of pairs of neighbouring letters that both have (Dice 1945).
struct TitleLikeness: Sendable {
    /// The numbers of the titles and how many pairs each has.
    private let titles: [(number: Int, pairs: Int)]
    /// The places in `titles` of those that have a pair.
    private var owners: [UInt64: [UInt8]] = [:]

    /// For a list of at most 256 titles, in their comparable form.
    init(_ titles: [(number: Int, title: [UInt8])]) {
        precondition(titles.count <= 256)
        let pairs = titles.map { Self.pairs(of: $0.title) }
        self.titles = zip(titles, pairs).map { ($0.number, $1.count) }
        for (place, pairs) in pairs.enumerated() {
            for pair in pairs { owners[pair, default: []].append(UInt8(place)) }
        }
    }

    /// The likeness of a title, in its comparable form, to each of the list: from 0 to 1.
    func likenesses(of title: [UInt8]) -> [(number: Int, likeness: Double)] {
        let pairs = Self.pairs(of: title)
        var common = [Int](repeating: 0, count: titles.count)
        for pair in pairs {
            for place in owners[pair] ?? [] { common[Int(place)] += 1 }
        }
        return zip(titles, common).map { title, common in
            (title.number, common == 0 ? 0 : 2 * Double(common) / Double(title.pairs + pairs.count))
        }
    }

    /// The pairs of neighbouring letters of a title, each once.
    private static func pairs(of key: [UInt8]) -> [UInt64] {
        let letters = EditDistance.letters(Array(key.prefix(600)))
        var pairs = zip(letters, letters.dropFirst()).map { UInt64($0) << 32 | UInt64($1) }
        pairs.sort()
        var last: UInt64?
        pairs.removeAll { pair in
            defer { last = pair }
            return pair == last
        }
        return pairs
    }
}
