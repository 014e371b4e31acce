/// A box to tick, as it is drawn: a square frame, and nothing or a tick in it.
///
/// The engine knows no boxes: it reads them as letters, or not at all.
struct DrawnBox {
    /// What is in the frame.
    enum Content { case nothing, tick, fill }

    var content: Content
    /// Whether there is so little in the frame that it may be dirt.
    var isDoubtful: Bool
    /// Where it is on the page, a tick that reaches over the frame included.
    var box: PixelBox

    /// The sign for it.
    var text: String {
        switch content {
        case .nothing: "☐"
        case .tick: "☑"
        case .fill: "■"
        }
    }

    /// How high and wide the drawing may be, in letter heights: a tick may be larger than its frame.
    private static let sizes = 0.7...2.6
    /// How much of a side must be drawn, and how much longer one side may be than the other.
    private static let leastSide = 0.85, mostStretch = 1.35
    /// The share of ink in the frame from which on it is ticked, may be ticked, is filled.
    private static let ticked = 0.045, dirty = 0.015, filled = 0.85

    /// The box that a glyph is; null where it is something else.
    init?(_ glyph: InkGlyph, of page: GreyPicture, letter: Int) {
        let sizes = Int(Self.sizes.lowerBound * Double(letter))...Int(Self.sizes.upperBound * Double(letter))
        guard sizes.contains(glyph.box.width), sizes.contains(glyph.box.height), glyph.box.width >= 8,
            // With paper around it: a box that is all ink has nothing to tell its ink from.
            case let around = glyph.box.grown(by: 2).intersection(page.bounds), let mask = InkMask(page, in: around),
            let frame = Frame(mask, glyph: glyph.box.moved(right: -around.left, down: -around.top)),
            let share = frame.inkShare(in: mask)
        else { return nil }
        box = glyph.box
        content = share >= Self.filled ? .fill : share >= Self.ticked ? .tick : .nothing
        isDoubtful = share >= Self.dirty && share < Self.ticked
    }

    /// Four straight sides of about one length.
    private struct Frame {
        let columns: ClosedRange<Int>
        let rows: ClosedRange<Int>
        /// How thick its sides are drawn.
        let thickness: Int

        /// - Parameters:
        ///   - mask: the ink of the glyph, with some paper around it.
        ///   - glyph: where the glyph is in the mask.
        init?(_ mask: InkMask, glyph: PixelBox) {
            let whole = (columns: glyph.left...glyph.right - 1, rows: glyph.top...glyph.bottom - 1)
            // A tick may reach over the frame at the top and to the right.
            let sides = [whole, Self.belowTick(mask, glyph)].compactMap { $0 }
                .first { Self.isDrawn(mask, $0.columns, $0.rows) }
            guard let sides, Self.cornerShare(of: mask, sides.columns, sides.rows) > 0 else { return nil }
            (columns, rows) = Self.tight(mask, sides.columns, sides.rows)
            thickness = Self.thickness(of: mask, columns, rows)
        }

        /// How much ink the emptiest of the four corners holds, of what it could: none in a round letter's, nor at the
        /// open end of one.
        private static func cornerShare(
            of mask: InkMask, _ columns: ClosedRange<Int>, _ rows: ClosedRange<Int>
        ) -> Double {
            let side = max(2, min(columns.count, rows.count) / 8)
            let (left, right) = (columns.lowerBound..<columns.lowerBound + side, columns.upperBound - side + 1)
            let (top, bottom) = (rows.lowerBound..<rows.lowerBound + side, rows.upperBound - side + 1)
            let corners = [left, right..<right + side].flatMap { corner in
                [top, bottom..<bottom + side].map { edge in
                    corner.reduce(0) { $0 + mask.ink(in: $1, rows: edge) }
                }
            }
            return Double(corners.min() ?? 0) / Double(side * side)
        }

        /// The frame without the rows and columns at its edges that hold little of it: what the glyph's box has too much.
        private static func tight(
            _ mask: InkMask, _ columns: ClosedRange<Int>, _ rows: ClosedRange<Int>
        ) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
            let reach = reach(of: columns, rows)
            func isSide(column: Int) -> Bool {
                2 * mask.ink(in: column, rows: rows.lowerBound..<rows.upperBound + 1) >= rows.count
            }
            func isSide(row: Int) -> Bool {
                2 * columns.count { mask.hasInk(row, columns: $0..<$0 + 1) } >= columns.count
            }
            let left = columns.prefix(reach + 1).first(where: isSide(column:)) ?? columns.lowerBound
            let right = columns.suffix(reach + 1).last(where: isSide(column:)) ?? columns.upperBound
            let top = rows.prefix(reach + 1).first(where: isSide(row:)) ?? rows.lowerBound
            let bottom = rows.suffix(reach + 1).last(where: isSide(row:)) ?? rows.upperBound
            return (left...right, top...bottom)
        }

        /// How far from its place a side may be drawn.
        private static func reach(of columns: ClosedRange<Int>, _ rows: ClosedRange<Int>) -> Int {
            max(1, min(columns.count, rows.count) / 14)
        }

        /// The frame that the lower side tells: as wide as it is, up to the first row with as long a stroke.
        private static func belowTick(
            _ mask: InkMask, _ glyph: PixelBox
        ) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>)? {
            func stroke(_ row: Int) -> Int {
                let start = (glyph.left...glyph.left + 1).first { mask.hasInk(row, columns: $0..<$0 + 1) }
                return start.map { ($0..<glyph.right).prefix { mask.hasInk(row, columns: $0..<$0 + 1) }.count } ?? 0
            }
            let bottom = glyph.bottom - 1
            let width = max(stroke(bottom), stroke(bottom - 1))
            guard width >= 8, let top = (glyph.top..<bottom).first(where: { stroke($0) * 10 >= width * 9 }) else {
                return nil
            }
            return (glyph.left...glyph.left + width - 1, top...bottom)
        }

        /// Whether ink stands along all four sides, which are of about one length.
        private static func isDrawn(_ mask: InkMask, _ columns: ClosedRange<Int>, _ rows: ClosedRange<Int>) -> Bool {
            let (width, height) = (Double(columns.count), Double(rows.count))
            guard min(width, height) >= 8, max(width, height) <= DrawnBox.mostStretch * min(width, height) else {
                return false
            }
            // A thin side that does not lie quite straight is drawn on two rows.
            let reach = reach(of: columns, rows)
            let sides = [
                rows.count { mask.hasInk($0, columns: around(columns.lowerBound, reach, mask.width)) },
                rows.count { mask.hasInk($0, columns: around(columns.upperBound, reach, mask.width)) },
                columns.count { mask.ink(in: $0, rows: around(rows.lowerBound, reach, mask.height)) > 0 },
                columns.count { mask.ink(in: $0, rows: around(rows.upperBound, reach, mask.height)) > 0 },
            ]
            return zip(sides, [height, height, width, width]).allSatisfy {
                Double($0) >= DrawnBox.leastSide * $1
            }
        }

        /// The share of ink within the frame; null where this is no frame but a letter.
        func inkShare(in mask: InkMask) -> Double? {
            // What is all ink has no sides to tell it from; what has thick ones and is not all ink is a letter.
            let isThick = thickness * 5 > min(columns.count, rows.count)
            let margin = isThick ? 0 : thickness + 1
            let inner = rows.lowerBound + margin..<rows.upperBound - margin + 1
            let within = columns.lowerBound + margin..<columns.upperBound - margin + 1
            let ink = within.reduce(0) { $0 + mask.ink(in: $1, rows: inner) }
            let share = Double(ink) / Double(inner.count * within.count)
            let isFilled = share >= DrawnBox.filled && Self.cornerShare(of: mask, columns, rows) > 0.5
            return isThick && !isFilled ? nil : share
        }

        /// How much ink stands at the sides, by the median of the rows and columns that cross the middle.
        private static func thickness(of mask: InkMask, _ columns: ClosedRange<Int>, _ rows: ClosedRange<Int>) -> Int {
            let runs = rows.dropFirst(rows.count / 4).dropLast(rows.count / 4).flatMap { row in
                [
                    columns.prefix { mask.hasInk(row, columns: $0..<$0 + 1) }.count,
                    columns.reversed().prefix { mask.hasInk(row, columns: $0..<$0 + 1) }.count,
                ]
            }
            return median(runs) ?? 1
        }

        private static func around(_ place: Int, _ reach: Int, _ end: Int) -> Range<Int> {
            max(0, place - reach)..<min(end, place + reach + 1)
        }

        private static func median(_ values: [Int]) -> Int? {
            values.isEmpty ? nil : values.sorted()[values.count / 2]
        }
    }
}

extension InkLine {
    /// The boxes to tick on the line, and the line without them; null for the line where there is nothing else on it.
    func separatingBoxes(on page: GreyPicture?) -> (line: InkLine?, boxes: [DrawnBox]) {
        guard let page else { return (self, []) }
        let boxes = glyphs.compactMap { DrawnBox($0, of: page, letter: letterHeight) }
        guard !boxes.isEmpty else { return (self, []) }
        var line = self
        line.pieces.removeAll { piece in
            boxes.contains { $0.box.left <= piece.left && piece.right <= $0.box.right }
        }
        return (line.pieces.isEmpty ? nil : line, boxes)
    }
}
