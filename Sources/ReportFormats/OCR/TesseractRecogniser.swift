/// Recognises the text of page pictures with Tesseract.
struct TesseractRecogniser: PageRecogniser {
    /// More than 200 dots an inch take longer and read nothing better.
    let dpi = 200

    /// Made when the first page comes.
    private var reader: LineReader?

    /// A picture of more than this many dots an inch is read at half of them.
    private static let mostDPI: Float = 320

    mutating func content(of image: PageImage, page: Int) throws(FormatProblem) -> PageContent {
        let reader = try lineReader()
        let upright = try PageOrientation.upright(image.reduced(to: Self.mostDPI), reader)
        let image = upright.turned(by: upright.skew())
        let tables = RulingGrid.tables(on: image)
        let ink = InkPage(image, tables: tables)
        var words: [PageWord] = []
        for line in ink.lines(in: tables) { words += try reader.words(of: line, on: ink) }
        return PageContent(
            number: page, width: Float(image.width) * image.pointsPerPixel,
            height: Float(image.height) * image.pointsPerPixel, tables: tables, words: words)
    }

    private mutating func lineReader() throws(FormatProblem) -> LineReader {
        if let reader { return reader }
        let made = try LineReader()
        reader = made
        return made
    }
}
