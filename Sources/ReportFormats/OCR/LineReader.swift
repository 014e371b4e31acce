/// Reads lines of text that were cut out of their page.
///
/// Lines are cut out by their own ink and read one at a time: the engine reads short lines badly that it has to find
/// itself, and takes marks of neighbouring lines for lines.
struct LineReader {
    private let engine: RecognitionEngine
    /// For words that the English model may have claimed wrongly.
    private let thai: RecognitionEngine
    private let digits = DigitReader()
    /// The years that were read so far.
    private var years = ReportYears()

    /// A reader; one for each worker, as it is not to be shared.
    ///
    /// - Throws: ``FormatProblem`` where Tesseract or its models are not installed.
    init() throws(FormatProblem) {
        engine = try RecognitionEngine(.thaiAndEnglish)
        thai = try RecognitionEngine(.thai)
    }

    /// The words of a line, in points of the page.
    ///
    /// - Throws: ``FormatProblem`` where recognising takes too long.
    mutating func words(of line: InkLine, on ink: InkPage) throws(FormatProblem) -> [PageWord] {
        if line.isDashes { return LoneDashes.words(of: line, on: ink.image) }
        let (rest, boxes) = line.separatingBoxes(on: ink.grey)
        let boxWords = boxes.map { box in
            PageWord(
                text: box.text, rect: ink.image.rect(of: box.box), confidence: Self.drawnBox,
                isDoubtful: box.isDoubtful)
        }
        var words: [PageWord] = []
        if let rest { words = try letterWords(of: rest, on: ink) }
        return boxes.isEmpty ? words : (words + boxWords).sorted { $0.rect.left < $1.rect.left }
    }

    /// How sure a box is that the picture alone tells.
    private static let drawnBox: Float = 0.95

    /// The words of a line that holds nothing but letters.
    private mutating func letterWords(of line: InkLine, on ink: InkPage) throws(FormatProblem) -> [PageWord] {
        let picture = LinePicture(line.pieces, of: ink.image)
        let glyphs = line.glyphs
        var units = try units(of: picture, line, glyphs, with: engine)
        if LatinCheck.isNeeded(for: units) {
            units = LatinCheck.corrected(units, by: try self.units(of: picture, line, glyphs, with: thai))
        }
        units = LostRing.restored(units, glyphs: glyphs, letter: line.letterHeight)
        let tokens = LineTokens.tokens(of: glyphs, read: units, letter: line.letterHeight)
        return tokens.enumerated().map { index, token in
            var read = digits.read(
                token, after: index > 0 ? tokens[index - 1].text : "", glyphs: glyphs, in: picture,
                letter: line.letterHeight)
            read.settle(before: index + 1 < tokens.count ? tokens[index + 1].text : "", knowing: years)
            if let number = read.certainNumber { years.add(number) }
            let boxes = glyphs[token.glyphs].map(\.box)
            return PageWord(
                text: read.text, rect: ink.image.rect(of: boxes.dropFirst().reduce(boxes[0]) { $0.union($1) }),
                confidence: read.units.map(\.confidence).min() ?? 0, isDoubtful: read.isDoubtful)
        }
    }

    /// How sure the engine is of a line as a whole, and of how many letters.
    func certainty(of line: InkLine, on ink: InkPage) throws(FormatProblem) -> (sum: Float, letters: Int) {
        let picture = LinePicture(line.pieces, of: ink.image)
        let symbols = try engine.read(picture.image).flatMap(\.words).flatMap(\.symbols)
        return (symbols.reduce(0) { $0 + $1.confidence }, symbols.count)
    }

    /// What an engine reads in a line, aligned with what is drawn.
    private func units(
        of picture: LinePicture, _ line: InkLine, _ glyphs: [InkGlyph], with engine: RecognitionEngine
    ) throws(FormatProblem) -> [LetterUnit] {
        let symbols = try engine.read(picture.image).flatMap(\.words).flatMap(\.symbols).map { symbol in
            var symbol = symbol
            symbol.box = symbol.box.moved(right: picture.left, down: picture.top)
            return symbol
        }
        var units = LetterUnit.units(of: symbols)
        GlyphAlignment.align(&units, with: glyphs, letter: line.letterHeight)
        return units
    }
}
