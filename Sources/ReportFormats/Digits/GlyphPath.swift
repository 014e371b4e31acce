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
        let count = pieces.pieces.count
        // For each number of pieces the best probability, and the glyph that ends there.
        var best: [(chance: Double, from: Int, box: PixelBox, shape: DigitRun.Shape)?] = [nil]
        for end in 1...max(1, count) {
            best.append(nil)
            for start in stride(from: end - 1, through: max(0, end - Self.most), by: -1) {
                guard let piece = joined(start..<end) else { break }
                let (shape, chance) = shape(of: piece)
                let whole = (best[start]?.chance ?? 1) * chance * cost(of: start..<end)
                if whole > best[end]?.chance ?? -1 {
                    best[end] = (whole, start, piece.box, shape)
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

    /// Some pieces as one; null where a gap or their width parts them for sure.
    private func joined(_ range: Range<Int>) -> GlyphPieces.Piece? {
        let parts = pieces.pieces[range]
        guard var piece = parts.first else { return nil }
        for part in parts.dropFirst() {
            // Broken strokes lie close together.
            guard (part.box.left - piece.box.right) * 8 <= pieces.tallest else { return nil }
            piece = GlyphPieces.Piece(box: piece.box.union(part.box), patch: nil)
        }
        return parts.count == 1 || piece.box.width * 10 <= pieces.tallest * 16 ? piece : nil
    }

    /// How likely some pieces are one glyph, whatever they look like.
    private func cost(of range: Range<Int>) -> Double {
        let parts = pieces.pieces[range]
        guard parts.count > 1, let first = parts.first else { return 1 }
        return first.firstCut != nil && parts.allSatisfy { $0.firstCut == first.firstCut } ? 1 : Self.broken
    }

    /// What a piece is, and how likely.
    private func shape(of piece: GlyphPieces.Piece) -> (DigitRun.Shape, Double) {
        let box = piece.box
        if let (mark, isSure) = smallMark(box) { return (.mark(mark, isSure: isSure), 1) }
        let padded = PixelBox(left: box.left - 1, top: box.top - 1, right: box.right + 1, bottom: box.bottom + 1)
        let reading = classifier.reading(of: picture, in: padded)
        if let best = reading.best { return (.digit(reading), best.probability) }
        // The tail of a ๗ that broke off leans as well.
        let isWhole = piece.patch != nil
        if isSlash(piece) { return (.mark("/", isSure: isWhole), isWhole ? 0.2 : 0.06) }
        return (.unknown(reading), reading.otherProbability * Self.unknown)
    }

    /// The mark that something much smaller than a digit is, and whether it can be no other.
    private func smallMark(_ box: PixelBox) -> (Character, isSure: Bool)? {
        let height = pieces.tallest
        let line = pieces.line
        guard box.height * 20 < height * 11 else { return nil }
        // A dash is flat and in the middle.
        if box.width * 2 > box.height * 3, box.height * 4 < height {
            return box.bottom <= line - height / 8 ? ("-", box.width * 4 >= height) : nil
        }
        guard box.width * 5 < height * 2, box.bottom * 5 > line * 5 - height, box.top * 2 > line * 2 - height else {
            return nil
        }
        // A comma is longer than wide and hangs below the line; a full stop is neither.
        let isLong = box.height * 2 > box.width * 3
        let isLow = (box.bottom - line) * 10 > height
        if isLong || isLow { return (",", isLong && isLow) }
        // The tail of a comma may be too faint to be ink.
        return (".", box.height * 5 <= box.width * 6 && box.bottom <= line)
    }

    /// Whether ink leans from the upper right to the lower left in one straight stroke.
    private func isSlash(_ piece: GlyphPieces.Piece) -> Bool {
        let box = piece.box
        guard box.height * 5 >= pieces.tallest * 4, box.width * 6 >= box.height, box.width <= box.height else {
            return false
        }
        let left = box.left - pieces.origin.left
        let top = box.top - pieces.origin.top
        // Twice the middle of each row's ink.
        let middles = (top..<top + box.height).compactMap { row -> Int? in
            // The ink of a patch of its own, since a slash leans over what stands beside it.
            let span = pieces.mask.span(of: row, columns: left..<left + box.width, in: piece.patch)
            guard let span, span.count * 4 <= box.width * 3 else { return nil }
            return span.lowerBound + span.upperBound
        }
        guard middles.count * 10 >= box.height * 9, let top = middles.first, let bottom = middles.last,
            (top - bottom) * 3 >= box.width * 2
        else { return false }
        return middles.indices.allSatisfy { index in
            let straight = top + (bottom - top) * index / middles.count
            return abs(middles[index] - straight) * 2 <= box.width
        }
    }
}
