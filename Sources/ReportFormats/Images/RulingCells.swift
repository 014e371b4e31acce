/// The cells between the lines of one table.
struct RulingCells {
    private let lines: RulingLines
    /// Where the level and upright lines stand, in pixels; at least two of each.
    private let rows: [Int], columns: [Int]
    /// How far a line may lie from its place in them.
    private let tolerance: Int

    /// Lines closer than this, in points, are one.
    private static let leastCell: Float = 4
    /// Where lines stick out by more than this, the table is open on that side: its border is not drawn.
    private static let openSide: Float = 8
    /// How much of the edge between two cells must be drawn: more than a tall letter on the way of a line.
    private static let leastDrawn = 0.78

    /// `nil` where the lines enclose nothing.
    init?(_ lines: RulingLines, on image: PageImage) {
        self.lines = lines
        tolerance = image.pixels(Self.leastCell, atLeast: 4)
        let open = image.pixels(Self.openSide, atLeast: 6)
        rows = Self.places(
            of: lines.level, closerThan: tolerance, open: open, from: lines.upright.map(\.start).min(),
            to: lines.upright.map(\.end).max())
        columns = Self.places(
            of: lines.upright, closerThan: tolerance, open: open, from: lines.level.map(\.start).min(),
            to: lines.level.map(\.end).max())
        guard rows.count > 1, columns.count > 1 else { return nil }
    }

    private static func places(
        of lines: [RulingLine], closerThan tolerance: Int, open: Int, from start: Int?, to end: Int?
    ) -> [Int] {
        var places: [Int] = []
        var weight = 0
        for line in lines.sorted(by: { $0.place < $1.place }) {
            if let last = places.last, line.place - last <= tolerance {
                places[places.count - 1] = (last * weight + line.place * line.length) / max(1, weight + line.length)
                weight += line.length
            } else {
                places.append(line.place)
                weight = line.length
            }
        }
        if let start, let first = places.first, first - start > open { places.insert(start, at: 0) }
        if let end, let last = places.last, end - last > open { places.append(end) }
        return places
    }

    /// The table; `nil` where it has one cell only: a frame.
    func table(on image: PageImage) -> RuledTable? {
        let width = columns.count - 1
        let height = rows.count - 1
        var sets = DisjointSets(width * height)
        for row in 0..<height {
            for column in 0..<width {
                let place = row * width + column
                if column > 0, !isDrawn(lines.upright, at: columns[column], from: rows[row], to: rows[row + 1]) {
                    sets.join(place, place - 1)
                }
                if row > 0, !isDrawn(lines.level, at: rows[row], from: columns[column], to: columns[column + 1]) {
                    sets.join(place, place - width)
                }
            }
        }
        var owners = (0..<width * height).map { sets.root(of: $0) }
        var cells: [RuledTable.Cell] = []
        for row in 0..<height {
            for column in 0..<width where owners[row * width + column] >= 0 {
                let owner = owners[row * width + column]
                // What is joined without being a rectangle is cut into some.
                var right = column + 1
                while right < width, owners[row * width + right] == owner { right += 1 }
                var bottom = row + 1
                while bottom < height, (column..<right).allSatisfy({ owners[bottom * width + $0] == owner }) {
                    bottom += 1
                }
                for line in row..<bottom { for place in column..<right { owners[line * width + place] = -1 } }
                cells.append(
                    RuledTable.Cell(
                        row: row, column: column, rowSpan: bottom - row, columnSpan: right - column,
                        rect: rect(rows: row..<bottom, columns: column..<right, on: image)))
            }
        }
        guard cells.count > 1 else { return nil }
        return RuledTable(
            rect: rect(rows: 0..<height, columns: 0..<width, on: image), rows: height, columns: width, cells: cells)
    }

    private func rect(rows range: Range<Int>, columns places: Range<Int>, on image: PageImage) -> PageRect {
        image.rect(
            of: PixelBox(
                left: columns[places.lowerBound], top: rows[range.lowerBound], right: columns[places.upperBound],
                bottom: rows[range.upperBound]))
    }

    /// Whether enough of an edge is drawn: nearly as much as of its line as a whole, which may be dashed or torn.
    private func isDrawn(_ lines: [RulingLine], at place: Int, from start: Int, to end: Int) -> Bool {
        let here = lines.filter { abs($0.place - place) <= tolerance && $0.start < end && $0.end > start }
        let density = here.map(\.density).max() ?? 0
        var drawn = 0
        var reached = start
        for stroke in here.flatMap(\.strokes).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            let from = max(reached, stroke.lowerBound)
            let to = min(end, stroke.upperBound)
            guard to > from else { continue }
            drawn += to - from
            reached = to
        }
        return drawn > 0 && Double(drawn) >= Self.leastDrawn * density * Double(end - start)
    }
}
