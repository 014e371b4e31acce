/// The text that a PDF holds beside the picture of each page.
struct TextLayer: Sendable {
    /// A stretch of text as the page's program writes it: often some letters of a word only, or a mark by itself.
    struct Run: Sendable {
        var text: String
        /// From the pen's place before it to that behind it; marks above and below letters take no width.
        var rect: PageRect
    }

    /// A page of it.
    struct Page: Sendable {
        /// The size of the page in points.
        var width: Float, height: Float
        /// In the order in which the page's program writes them, which keeps marks at their letters.
        var runs: [Run] = []
    }

    /// The pages, the first one first; as many as the program could read.
    var pages: [Page] = []

    /// Text of so many runs is no report; a page has some hundreds to some thousands.
    static let mostRuns = 3_000_000

    /// For a page a second of processor time is a hundred times what one takes.
    private static func limits(pages: Int) -> ProgramLimits {
        ProgramLimits(
            seconds: 120 + 2 * pages, processorSeconds: 30 + pages / 2, memoryBytes: 2 << 30, outputBytes: 512 << 20)
    }

    /// Reads the text layer of a file.
    ///
    /// - Throws: ``FormatProblem`` where the file is damaged beyond reading, or takes too much.
    init(of file: borrowing MemoryFile, pages count: Int) throws(FormatProblem) {
        var parser = BoundingBoxParser()
        // In raw order, that of the page's program: in the order of their places, marks come off their letters.
        let end = try ExternalProgram.pdftotext.run(
            ["-bbox", "-raw", "-q", "-enc", "UTF-8", MemoryFile.standardInput, "-"], input: file,
            limits: Self.limits(pages: count)
        ) { bytes throws(FormatProblem) in try parser.append(bytes) }
        guard end.isSuccess else { throw PDFInfo.problem(of: end, program: .pdftotext) }
        pages = parser.pages
    }
}
