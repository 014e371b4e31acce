/// A page made ready to be read: straight, its tables found, its lines cut out.
struct PreparedPage {
    let image: PageImage
    let tables: [RuledTable]
    let ink: InkPage
    let lines: [InkLine]
    /// How it was turned.
    let turn: PageTurn

    /// Prepares a page that stands upright, or does so after some right angles.
    init(_ page: PageImage, rightAngles: Int = 0) {
        let page = page.turned(byRightAngles: rightAngles).evenlyLit()
        let skew = page.skew()
        image = page.turned(by: skew)
        turn = PageTurn(
            rightAngles: rightAngles, degrees: skew, width: Float(image.width) * image.pointsPerPixel,
            height: Float(image.height) * image.pointsPerPixel)
        tables = RulingGrid.tables(on: image)
        ink = InkPage(image, tables: tables)
        lines = ink.lines(in: tables)
    }
}

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
    static func upright(_ image: PageImage, _ reader: LineReader) throws(FormatProblem) -> PreparedPage {
        var best = PreparedPage(image)
        var least = try certainty(of: best, reader)
        guard least > 0, least < sure else { return best }
        least += margin
        for turns in 1...3 {
            let other = PreparedPage(image, rightAngles: turns)
            let found = try certainty(of: other, reader)
            if found > least { (best, least) = (other, found) }
        }
        return best
    }

    /// How sure the engine is of some lines, from 0 to 1; 0 where there are none.
    static func certainty(of page: PreparedPage, _ reader: LineReader) throws(FormatProblem) -> Float {
        let lines = page.lines.filter { !$0.isDashes }.sorted { $0.pieces.count > $1.pieces.count }
        var (sum, letters): (Float, Int) = (0, 0)
        for line in lines.prefix(sample) {
            let read = try reader.certainty(of: line, on: page.ink)
            sum += read.sum
            letters += read.letters
        }
        return letters > 0 ? sum / Float(letters) : 0
    }
}
