/// Finds the tables that ruling lines draw on a page.
enum RulingGrid {
    /// Tables are told on a page that stands straight (``PageImage/turned(by:)``).
    ///
    /// - Returns: the tables from the top down, in points of the picture.
    static func tables(on image: PageImage) -> [RuledTable] {
        tables(of: RulingLines(image), on: image)
    }

    /// More lines than this on a page draw a picture, or are there to take our time.
    private static let mostLines = 2_000
    /// Lines that meet may miss each other by this many points.
    private static let miss: Float = 3.5
    /// A tall letter between two lines, as high as a row of one line of text, comes nearly as close to both.
    private static let shortUpright: Float = 32, shortMiss: Float = 1.6
    /// Lines of at least so many points may end at no other line, as at the open sides of a table.
    private static let looseLevel: Float = 120, looseUpright: Float = 40

    static func tables(of lines: RulingLines, on image: PageImage) -> [RuledTable] {
        guard lines.level.count + lines.upright.count <= mostLines else { return [] }
        let miss = image.pixels(miss, atLeast: 3)
        let (level, upright) = anchored(lines, miss: miss, on: image)
        var groups = DisjointSets(level.count + upright.count)
        for (first, line) in level.enumerated() {
            for (second, other) in upright.enumerated() where meets(line, other, miss) {
                groups.join(first, level.count + second)
            }
        }
        var members: [Int: RulingLines] = [:]
        for (index, line) in level.enumerated() {
            members[groups.root(of: index), default: RulingLines(level: [], upright: [])].level.append(line)
        }
        for (index, line) in upright.enumerated() {
            members[groups.root(of: level.count + index), default: RulingLines(level: [], upright: [])].upright
                .append(line)
        }
        return members.values.compactMap { RulingCells($0, on: image)?.table(on: image) }.flatMap(\.parts)
            .sorted { ($0.rect.top, $0.rect.left, $0.rect.right) < ($1.rect.top, $1.rect.left, $1.rect.right) }
    }

    /// The lines that may belong to a table: those that end at lines across them, and long ones that meet one.
    private static func anchored(
        _ lines: RulingLines, miss: Int, on image: PageImage
    ) -> (level: [RulingLine], upright: [RulingLine]) {
        var (level, upright) = (lines.level, lines.upright)
        var before: Int
        repeat {
            before = level.count + upright.count
            upright = upright.filter { line in
                let miss = line.length < image.pixels(shortUpright) ? image.pixels(shortMiss, atLeast: 2) : miss
                return isAnchored(
                    line, at: level.filter { meets($0, line, miss) }.map(\.place), miss: miss,
                    loose: image.pixels(looseUpright))
            }
            level = level.filter { line in
                isAnchored(
                    line, at: upright.filter { meets(line, $0, miss) }.map(\.place), miss: miss,
                    loose: image.pixels(looseLevel))
            }
        } while level.count + upright.count < before
        return (level, upright)
    }

    /// Strokes of letters touch no line, or one.
    private static func isAnchored(_ line: RulingLine, at places: [Int], miss: Int, loose: Int) -> Bool {
        guard let first = places.min(), let last = places.max() else { return false }
        if line.length >= loose { return true }
        return abs(first - line.start) <= miss && abs(last - line.end) <= miss && last - first > 2 * miss
    }

    private static func meets(_ level: RulingLine, _ upright: RulingLine, _ miss: Int) -> Bool {
        upright.place >= level.start - miss && upright.place <= level.end + miss
            && level.place >= upright.start - miss && level.place <= upright.end + miss
    }
}

/// Sets that are joined until no two of them have a member in common.
struct DisjointSets {
    private var parents: [Int]

    /// As many sets of one member.
    init(_ count: Int) { parents = Array(0..<count) }

    /// The member that stands for the set of `index`.
    mutating func root(of index: Int) -> Int {
        var root = index
        while parents[root] != root {
            parents[root] = parents[parents[root]]
            root = parents[root]
        }
        return root
    }

    /// Joins the sets of two members; the lower root stands for both.
    mutating func join(_ first: Int, _ second: Int) {
        let (a, b) = (root(of: first), root(of: second))
        parents[max(a, b)] = min(a, b)
    }
}
