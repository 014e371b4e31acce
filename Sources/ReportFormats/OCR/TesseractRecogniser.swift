/// Recognises the text of page pictures with Tesseract.
struct TesseractRecogniser: PageRecogniser {
    /// More than 200 dots an inch take longer and read nothing better.
    let dpi = 200

    /// Made when the first page comes.
    private var reader: LineReader?

    /// A picture of more than this many dots an inch is read at half of them.
    private static let mostDPI: Float = 320

    mutating func content(of image: PageImage, page: Int) throws(FormatProblem) -> PageContent {
        var reader = try lineReader()
        defer { self.reader = reader }
        let prepared = try PageOrientation.upright(image.reduced(to: Self.mostDPI), reader)
        var words: [PageWord] = []
        for line in prepared.lines { words += try reader.words(of: line, on: prepared.ink) }
        let image = prepared.image
        let isLegible = Legibility.isLegible(words)
        return PageContent(
            number: page, width: Float(image.width) * image.pointsPerPixel,
            height: Float(image.height) * image.pointsPerPixel, tables: isLegible ? prepared.tables : [],
            words: isLegible ? words : [], turn: prepared.turn, isUnread: !isLegible)
    }

    private mutating func lineReader() throws(FormatProblem) -> LineReader {
        if let reader { return reader }
        let made = try LineReader()
        reader = made
        return made
    }
}
