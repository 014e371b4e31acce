/// Dashes that stand alone in a cell, where there is nothing to report.
///
/// They are too flat to tell a line, and the engine reads them as anything; their picture says it all.
enum LoneDashes {
    /// How wide and how thick dashes are, in points: wider ones are ruling lines, narrower ones specks.
    private static let widths: ClosedRange<Float> = 1.8...9, thickest: Float = 1.8
    /// How sure a dash is that the picture alone tells.
    static let confidence: Float = 0.9

    /// What lies so near to the edge of its cell, in points, may be what is left of a ruling line.
    private static let edge: Float = 3

    /// The lines of dashes among the pieces of a cell without text, from the top down.
    static func lines(of pieces: [PixelBox], in cell: PixelBox, on image: PageImage) -> [InkLine] {
        let edge = image.pixels(edge)
        let widths = image.pixels(Self.widths.lowerBound)...image.pixels(Self.widths.upperBound)
        let thickest = image.pixels(Self.thickest, atLeast: 2)
        let dashes = pieces.filter { piece in
            widths.contains(piece.width) && piece.height <= thickest && piece.width * 2 >= piece.height * 3
                && piece.top - cell.top > edge && cell.bottom - piece.bottom > edge
        }
        var lines: [InkLine] = []
        for dash in dashes.sorted(by: { ($0.top, $0.left) < ($1.top, $1.left) }) {
            if let last = lines.indices.last, abs(lines[last].pieces[0].top - dash.top) <= thickest {
                lines[last].pieces.append(dash)
                lines[last].pieces.sort { $0.left < $1.left }
            } else {
                lines.append(InkLine(pieces: [dash], letterHeight: max(1, 2 * dash.width), isDashes: true))
            }
        }
        return lines
    }

    /// The words of a line of dashes: those that stand close together are one.
    static func words(of line: InkLine, on image: PageImage) -> [PageWord] {
        var words: [(text: String, box: PixelBox)] = []
        for dash in line.pieces {
            if let last = words.last, dash.left - last.box.right <= dash.width {
                words[words.count - 1] = (last.text + "-", last.box.union(dash))
            } else {
                words.append(("-", dash))
            }
        }
        return words.map { PageWord(text: $0.text, rect: image.rect(of: $0.box), confidence: confidence) }
    }
}
