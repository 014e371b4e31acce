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
            guard let sides else { return nil }
            (columns, rows) = sides
            thickness = Self.thickness(of: mask, columns, rows)
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
            let reach = max(1, Int(min(width, height)) / 14)
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

        /// The share of ink within the frame; null where there is no room in it.
        func inkShare(in mask: InkMask) -> Double? {
            let margin = thickness + 1
            guard columns.count > 2 * margin + 2, rows.count > 2 * margin + 2 else {
                // What is all ink has no sides to tell it from.
                return columns.count >= 8 ? 1 : nil
            }
            let inner = rows.lowerBound + margin..<rows.upperBound - margin + 1
            let within = columns.lowerBound + margin..<columns.upperBound - margin + 1
            let ink = within.reduce(0) { $0 + mask.ink(in: $1, rows: inner) }
            return Double(ink) / Double(inner.count * within.count)
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
