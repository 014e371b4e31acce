/// Recognises the text of page pictures, line by line.
///
/// Lines are cut out of their cells by their own ink, and read one at a time: the engine reads short lines badly that
/// it has to find itself, and takes marks of neighbouring lines for lines.
struct PageRecogniser {
    private let engine: RecognitionEngine
    /// For words that the English model may have claimed wrongly.
    private let thai: RecognitionEngine
    private let digits = DigitReader()

    /// A recogniser; one for each worker, as it is not to be shared.
    ///
    /// - Throws: ``FormatProblem`` where Tesseract or its models are not installed.
    init() throws(FormatProblem) {
        engine = try RecognitionEngine(.thaiAndEnglish)
        thai = try RecognitionEngine(.thai)
    }

    /// What stands on a page.
    ///
    /// - Parameters:
    ///   - page: the picture, straight and upright.
    ///   - tables: its tables (``RulingGrid/tables(on:)``).
    ///   - number: which page it is, counted from 1.
    /// - Throws: ``FormatProblem`` where recognising takes too long.
    func content(
        of page: PageImage, tables: [RuledTable], number: Int
    ) throws(FormatProblem) -> PageContent {
        let ink = InkPage(page, tables: tables)
        var words: [PageWord] = []
        for pieces in regions(of: ink, tables: tables) {
            for line in InkLines(pieces, on: ink.image).lines { words += try read(line, of: ink) }
        }
        return PageContent(
            number: number, width: Float(page.width) * page.pointsPerPixel,
            height: Float(page.height) * page.pointsPerPixel, tables: tables, words: words)
    }

    /// What is drawn in each cell, and behind them what is drawn outside tables.
    private func regions(of ink: InkPage, tables: [RuledTable]) -> [[PixelBox]] {
        let cells = tables.flatMap(\.cells).map { ink.image.box(of: $0.rect) }
        var regions: [[PixelBox]] = Array(repeating: [], count: cells.count + 1)
        for piece in ink.pieces {
            let (x, y) = ((piece.left + piece.right) / 2, (piece.top + piece.bottom) / 2)
            let index = cells.firstIndex { $0.left <= x && x < $0.right && $0.top <= y && y < $0.bottom }
            if let index, isRest(piece, of: cells[index], on: ink.image) { continue }
            regions[index ?? cells.count].append(piece)
        }
        return regions
    }

    /// Whether a piece is what was left of a ruling line that does not lie quite straight.
    private func isRest(_ piece: PixelBox, of cell: PixelBox, on image: PageImage) -> Bool {
        let near = image.pixels(2, atLeast: 3)
        let thin = image.pixels(1.5, atLeast: 2)
        let isAtSide = piece.left - cell.left <= near || cell.right - piece.right <= near
        let isAtEnd = piece.top - cell.top <= near || cell.bottom - piece.bottom <= near
        return isAtSide && piece.width <= thin || isAtEnd && piece.height <= thin
    }

    private func read(_ line: InkLine, of ink: InkPage) throws(FormatProblem) -> [PageWord] {
        let picture = LinePicture(line.pieces, of: ink.image)
        let glyphs = line.glyphs
        var units = try units(of: picture, line, glyphs, with: engine)
        if LatinCheck.isNeeded(for: units) {
            units = LatinCheck.corrected(units, by: try self.units(of: picture, line, glyphs, with: thai))
        }
        return LineTokens.tokens(of: glyphs, read: units, letter: line.letterHeight).map { token in
            let read = digits.read(token, glyphs: glyphs, in: picture, letter: line.letterHeight)
            let boxes = glyphs[token.glyphs].map(\.box)
            return PageWord(
                text: read.units.map(\.text).joined(),
                rect: ink.image.rect(of: boxes.dropFirst().reduce(boxes[0]) { $0.union($1) }),
                confidence: read.units.map(\.confidence).min() ?? 0, isDoubtful: read.isDoubtful)
        }
    }
    /// What an engine reads in a line, aligned with what is drawn.
    private func units(
        of picture: LinePicture, _ line: InkLine, _ glyphs: [InkGlyph], with engine: RecognitionEngine
    ) throws(FormatProblem) -> [LetterUnit] {
        let symbols = try engine.read(picture.image, as: .line).flatMap(\.words).flatMap(\.symbols).map { symbol in
            var symbol = symbol
            symbol.box = symbol.box.moved(right: picture.left, down: picture.top)
            return symbol
        }
        var units = LetterUnit.units(of: symbols)
        GlyphAlignment.align(&units, with: glyphs, letter: line.letterHeight)
        return units
    }
}
