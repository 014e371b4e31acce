/// Goes over the numbers of a list, in their order, and says where they skip or repeat.
///
/// `1 2 3 3 4` repeats 3, `3.1 3.3` skips 3.2. Numbers that begin anew (`1 2 1 2`) are two lists. Each level counts on
/// its own. A selection (`2 5 9`) skips nothing: in a list that counts on, most numbers follow the one before.
struct NumberSequence {
    /// What is wrong between two numbers.
    struct Slip {
        enum Kind { case gap, duplicate }
        var kind: Kind
        var before: String
        var number: String
        /// What the list counts: what was added as the place of the number.
        var place: Int
        /// How many numbers stand in `number`: 2 in `3.1`.
        fileprivate var depth: Int
    }

    /// Most numbers are plain ones, and few lists have any others: their level is held apart.
    private var lastPlain: Int?
    private var last: [String: Int] = [:]
    /// How many numbers follow the one before, by their depth less one.
    private var followers: [Int] = []
    private var slips: [Slip] = []

    /// Adds the next number of the list, figures with points between; any other counts nothing.
    mutating func add(_ number: String, place: Int) {
        if let value = Int(figures: number) { return add(value, written: number, place: place) }
        let parts = number.split(separator: ".")
        guard let value = parts.last.flatMap({ Int($0) }) else { return }
        guard parts.count > 1 else { return add(value, written: number, place: place) }
        let level = parts.dropLast().joined(separator: ".")
        defer { last[level] = value }
        guard let previous = last[level] else { return }
        compare(value, previous, depth: parts.count, place) { (before: "\(level).\(previous)", number: number) }
    }

    /// Adds a number without points.
    ///
    /// - Parameters:
    ///   - value: the number.
    ///   - written: how it stands in the list.
    ///   - place: where it stands.
    mutating func add(_ value: Int, written: @autoclosure () -> String, place: Int) {
        defer { lastPlain = value }
        guard let previous = lastPlain else { return }
        compare(value, previous, depth: 1, place) { (before: "\(previous)", number: written()) }
        // The list begins anew, and so do those within it.
        if value < previous, !last.isEmpty { last.removeAll() }
    }

    private mutating func compare(
        _ value: Int, _ previous: Int, depth: Int, _ place: Int, _ words: () -> (before: String, number: String)
    ) {
        switch value - previous {
        case 1: countFollowers(1, depth)
        case 0...3:
            let (before, number) = words()
            slips.append(
                Slip(
                    kind: value == previous ? .duplicate : .gap, before: before, number: number, place: place,
                    depth: depth))
        case 4...: countFollowers(-2, depth)
        default: break
        }
    }

    private mutating func countFollowers(_ count: Int, _ depth: Int) {
        while followers.count < depth { followers.append(0) }
        followers[depth - 1] += count
    }

    /// What is wrong, in order.
    func findSlips() -> [Slip] {
        guard !slips.isEmpty else { return [] }
        var gaps: [Int: Int] = [:]
        for slip in slips where slip.kind == .gap { gaps[slip.depth, default: 0] += 1 }
        return slips.filter { slip in
            let following = slip.depth <= followers.count ? followers[slip.depth - 1] : 0
            return slip.kind == .duplicate || following >= gaps[slip.depth, default: 0]
        }
    }
}

extension Int {
    /// The number that at most 18 ASCII figures write; null for any other text.
    fileprivate init?(figures: String) {
        var text = figures
        // The bytes of a short string in place: its view gives them one by one, at ten times the cost.
        let value = text.withUTF8 { figures -> Int? in
            guard (1...18).contains(figures.count) else { return nil }
            var value = 0
            for byte in figures {
                guard byte &- 0x30 < 10 else { return nil }
                value = value * 10 + Int(byte &- 0x30)
            }
            return value
        }
        guard let value else { return nil }
        self = value
    }
}
