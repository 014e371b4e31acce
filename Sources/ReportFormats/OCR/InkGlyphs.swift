/// A letter with its marks, as it is drawn; touching letters are one.
struct InkGlyph {
    var box: PixelBox
    /// How high its tallest piece is: less than a letter for dots and strokes alone.
    var bodyHeight: Int
    /// How many columns are empty before it; 0 for the first.
    var gap: Int
}

extension InkLine {
    /// What stands beside each other on the line, from left to right.
    var glyphs: [InkGlyph] {
        var glyphs: [InkGlyph] = []
        for piece in pieces {
            // The marks of one letter may lean over the next one by a pixel.
            if let last = glyphs.last, piece.left < last.box.right - 1 {
                glyphs[glyphs.count - 1].box = last.box.union(piece)
                glyphs[glyphs.count - 1].bodyHeight = max(last.bodyHeight, piece.height)
            } else {
                glyphs.append(
                    InkGlyph(
                        box: piece, bodyHeight: piece.height,
                        gap: glyphs.last.map { max(0, piece.left - $0.box.right) } ?? 0))
            }
        }
        return glyphs
    }
}
