/// The likeliest way to make glyphs of a word's pieces: a digit that broke is two of them, of two that touch each is one.
struct GlyphPath {
    private let pieces: GlyphPieces
    private let picture: GreyPicture
    private let classifier: DigitClassifier

    /// How many pieces a glyph can be.
    private static let most = 3

    /// What a glyph that is no digit costs, as a probability: two digits that touch are surely no digit, but better two.
    private static let unknown = 0.05

    /// What it costs that a glyph is more than one piece, as a probability: strokes seldom break.
    private static let broken = 0.3

    init(_ pieces: GlyphPieces, of picture: GreyPicture, with classifier: DigitClassifier) {
        self.pieces = pieces
        self.picture = picture
        self.classifier = classifier
    }

    /// The glyphs from left to right.
    mutating func glyphs() -> [(box: PixelBox, shape: DigitRun.Shape)] {
        let count = pieces.boxes.count
        // For each number of pieces the best probability, and the glyph that ends there.
        var best: [(chance: Double, from: Int, box: PixelBox, shape: DigitRun.Shape)?] = [nil]
        for end in 1...max(1, count) {
            best.append(nil)
            for start in stride(from: end - 1, through: max(0, end - Self.most), by: -1) {
                guard let box = joined(start..<end), start == 0 || best[start] != nil else { break }
                let (shape, chance) = shape(of: box)
                let whole = (best[start]?.chance ?? 1) * chance * (end - start > 1 ? Self.broken : 1)
                if whole > best[end]?.chance ?? -1 {
                    best[end] = (whole, start, box, shape)
                }
            }
            // The chances of a long word are too small for a number; only their ratios count, and only to the next few.
            rescale(&best, upTo: end)
        }
        var result: [(PixelBox, DigitRun.Shape)] = []
        var place = count
        while place > 0, let glyph = best[place] {
            result.append((glyph.box, glyph.shape))
            place = glyph.from
        }
        return result.reversed()
    }

    private func rescale(
        _ best: inout [(chance: Double, from: Int, box: PixelBox, shape: DigitRun.Shape)?], upTo end: Int
    ) {
        guard let chance = best[end]?.chance, chance < 1e-100, end >= Self.most else { return }
        for index in (end - Self.most + 1)...end {
            best[index]?.chance *= 1e100
        }
    }

    /// The box of some pieces; null where a gap or their width parts them for sure.
    private func joined(_ range: Range<Int>) -> PixelBox? {
        let parts = pieces.boxes[range]
        guard var box = parts.first else { return nil }
        for part in parts.dropFirst() {
            // Broken strokes lie close together, and what is far lower or higher is another glyph.
            guard (part.left - box.right) * 8 <= pieces.tallest else { return nil }
            box = PixelBox(
                left: min(box.left, part.left), top: min(box.top, part.top), right: max(box.right, part.right),
                bottom: max(box.bottom, part.bottom))
        }
        return parts.count == 1 || box.width * 10 <= pieces.tallest * 16 ? box : nil
    }

    /// What the ink in a box is, and how likely.
    private func shape(of box: PixelBox) -> (DigitRun.Shape, Double) {
        if let mark = smallMark(box) { return (.mark(mark), 1) }
        let padded = PixelBox(left: box.left - 1, top: box.top - 1, right: box.right + 1, bottom: box.bottom + 1)
        let reading = classifier.reading(of: picture, in: padded)
        if let best = reading.best { return (.digit(reading), best.probability) }
        if isSlash(box) { return (.mark("/"), 0.5) }
        return (.unknown(reading), reading.otherProbability * Self.unknown)
    }

    /// The mark that something much smaller than a digit is.
    private func smallMark(_ box: PixelBox) -> Character? {
        let height = pieces.tallest
        guard box.height * 20 < height * 11 else { return nil }
        let line = self.line
        // A dash is flat and in the middle.
        if box.width * 2 > box.height * 3, box.height * 4 < height {
            return box.bottom <= line - height / 8 ? "-" : nil
        }
        guard box.width * 5 < height * 2, box.bottom * 5 > line * 5 - height else { return nil }
        if box.height * 10 < height * 3, box.bottom <= line + height / 10 { return "." }
        return box.top * 2 > line * 2 - height && box.height * 10 < height * 6 ? "," : nil
    }

    /// The row that the tall pieces stand on: the middle one of their ends.
    private var line: Int {
        let ends = pieces.boxes.filter { $0.height * 20 >= pieces.tallest * 11 }.map(\.bottom).sorted()
        return ends.isEmpty ? pieces.origin.bottom : ends[ends.count / 2]
    }

    /// Whether the ink leans from the upper right to the lower left in one thin stroke.
    private func isSlash(_ box: PixelBox) -> Bool {
        guard box.height * 5 >= pieces.tallest * 4, box.width * 6 >= box.height, box.width <= box.height else {
            return false
        }
        let origin = pieces.origin
        let columns = max(0, box.left - origin.left)..<(box.right - origin.left)
        let spans = (box.top - origin.top..<box.bottom - origin.top).compactMap {
            pieces.mask.span(of: $0, columns: columns)
        }
        guard spans.count * 10 >= box.height * 9, let top = spans.first, let bottom = spans.last else { return false }
        let thin = spans.count { $0.count * 9 <= box.width * 5 }
        return thin * 10 >= spans.count * 9 && top.lowerBound > bottom.upperBound
    }
}
