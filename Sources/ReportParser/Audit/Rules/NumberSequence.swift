internal import ThaiText

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
    }

    private var last: [String: Int] = [:]
    private var followers: [String: Int] = [:]
    private var slips: [(level: String, slip: Slip)] = []

    /// Adds the next number of the list.
    mutating func add(_ number: String, place: Int) {
        let parts = number.split(separator: ".")
        guard let value = parts.last.flatMap({ Int($0) }) else { return }
        let level = parts.dropLast().joined(separator: ".")
        defer { last[level] = value }
        guard let previous = last[level] else { return }
        let before = level.isEmpty ? "\(previous)" : "\(level).\(previous)"
        switch value - previous {
        case 1: followers[Self.family(parts.count), default: 0] += 1
        case 0: slips.append((level, Slip(kind: .duplicate, before: before, number: number, place: place)))
        case 2...3: slips.append((level, Slip(kind: .gap, before: before, number: number, place: place)))
        case 4...: followers[Self.family(parts.count), default: 0] -= 2
        default:
            // The list begins anew, and so do those within it.
            if level.isEmpty { last.removeAll() }
        }
    }

    private static func family(_ depth: Int) -> String { "\(depth)" }

    /// What is wrong, in order.
    func findSlips() -> [Slip] {
        var gaps: [String: Int] = [:]
        for (_, slip) in slips where slip.kind == .gap { gaps[Self.depth(slip), default: 0] += 1 }
        return slips.map(\.slip).filter { slip in
            slip.kind == .duplicate || followers[Self.depth(slip), default: 0] >= gaps[Self.depth(slip), default: 0]
        }
    }

    private static func depth(_ slip: Slip) -> String { family(slip.number.split(separator: ".").count) }
}
