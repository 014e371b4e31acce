/// Finds out which side of a page is up.
enum PageOrientation {
    /// So many of the longest lines tell it.
    private static let sample = 3
    /// The engine is this sure of lines that stand upright, or another side is tried.
    private static let sure: Float = 0.975
    /// Another side must be better by this much.
    private static let margin: Float = 0.02

    /// The page turned by right angles so that its text stands upright; as it is where nothing tells.
    ///
    /// - Throws: ``FormatProblem`` where recognising takes too long.
    static func upright(_ image: PageImage, _ reader: LineReader) throws(FormatProblem) -> PageImage {
        let here = try certainty(of: image, reader)
        guard here > 0, here < sure else { return image }
        var best = (turns: 0, certainty: here + margin)
        for turns in 1...3 {
            let other = try certainty(of: image.turned(byRightAngles: turns), reader)
            if other > best.certainty { best = (turns, other) }
        }
        return image.turned(byRightAngles: best.turns)
    }

    /// How sure the engine is of some lines, from 0 to 1; 0 where there are none.
    static func certainty(of image: PageImage, _ reader: LineReader) throws(FormatProblem) -> Float {
        let image = image.turned(by: image.skew())
        let tables = RulingGrid.tables(on: image)
        let ink = InkPage(image, tables: tables)
        let lines = ink.lines(in: tables).sorted { $0.pieces.count > $1.pieces.count }
        var (sum, letters): (Float, Int) = (0, 0)
        for line in lines.prefix(sample) {
            let read = try reader.certainty(of: line, on: ink)
            sum += read.sum
            letters += read.letters
        }
        return letters > 0 ? sum / Float(letters) : 0
    }
}
