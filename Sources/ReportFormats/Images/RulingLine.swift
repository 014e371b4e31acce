/// A straight line on a page, level or upright, in pixels.
struct RulingLine: Hashable, Sendable {
    /// The middle of its stroke: its row where it is level, its column where it is upright.
    var place: Int
    /// From where to where it goes: columns where it is level, rows where it is upright.
    var start: Int, end: Int
    /// How thick its stroke is.
    var thickness: Int
    /// The stretches of it that are drawn, in order; between them are gaps that were bridged.
    var strokes: [Range<Int>] = []

    /// How much of it is drawn, from 0 to 1.
    var density: Double { length > 0 ? Double(strokes.reduce(0) { $0 + $1.count }) / Double(length) : 0 }

    var length: Int { end - start }
}

/// The lines that are drawn on a page.
struct RulingLines: Sendable {
    /// The level ones, from the top down.
    var level: [RulingLine]
    /// The upright ones, from left to right.
    var upright: [RulingLine]

    /// Joins the pieces of broken and dashed lines, and the two strokes of double ones.
    ///
    /// - Parameters:
    ///   - lines: pieces in any order.
    ///   - apart: how many pixels the strokes of one line may lie apart.
    ///   - gap: how long a gap in a line may be.
    /// - Returns: the lines.
    static func joined(_ lines: [RulingLine], apart: Int, gap: Int) -> [RulingLine] {
        var joined: [RulingLine] = []
        // Those that a later piece may still go on.
        var open: [Int] = []
        for line in lines.sorted(by: { ($0.place, $0.start) < ($1.place, $1.start) }) {
            open.removeAll { line.place - joined[$0].place > apart }
            var merged = line
            var weight = line.length
            for index in open.reversed()
            where joined[index].start <= merged.end + gap && merged.start <= joined[index].end + gap {
                let other = joined[index]
                let sum = weight + other.length
                merged = RulingLine(
                    place: sum > 0 ? (merged.place * weight + other.place * other.length) / sum : merged.place,
                    start: min(merged.start, other.start), end: max(merged.end, other.end),
                    thickness: max(merged.thickness, other.thickness))
                weight = merged.length
                joined[index].end = joined[index].start - 1
                open.removeAll { $0 == index }
            }
            open.append(joined.count)
            joined.append(merged)
        }
        return joined.filter { $0.length > 0 }
    }
}
