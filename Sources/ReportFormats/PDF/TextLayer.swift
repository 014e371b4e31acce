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
        /// How wide the second half of ำ is, in widths of a letter, where it has no name of its own; else 0.
        var halfWidth: Float = 0
    }

    /// The pages, the first one first; as many as the program could read.
    var pages: [Page] = []

    /// Text of so many runs is no report; a page has some hundreds to some thousands.
    static let mostRuns = 3_000_000

    /// Reads the text layer of a file.
    ///
    /// - Throws: ``FormatProblem`` where the file is damaged beyond reading, or takes too much.
    init(of file: borrowing MemoryFile, pages count: Int) throws(FormatProblem) {
        var parser = BoundingBoxParser()
        // In raw order, that of the page's program: in the order of their places, marks come off their letters.
        let end = try ExternalProgram.pdftotext.run(
            ["-bbox", "-raw", "-q", "-enc", "UTF-8", MemoryFile.standardInput, "-"], input: file,
            limits: ProgramLimits(
                fileBytes: file.count, pages: count, memoryBytes: 1 << 30, outputBytes: 512 << 20)
        ) { bytes throws(FormatProblem) in try parser.append(bytes) }
        guard end.isSuccess else { throw PDFInfo.problem(of: end, program: .pdftotext) }
        pages = parser.pages
        let width = Self.halfWidth(in: pages)
        if width > 0 { for index in pages.indices { pages[index].halfWidth = width } }
    }

    /// The width of the half of ำ that is drawn and has no name, in widths of a letter; 0 where it has one.
    ///
    /// Some fonts draw ำ as a ring, which has its name, and a form of า, which has none: as much white follows each ำ.
    private static func halfWidth(in pages: [Page]) -> Float {
        var gaps: [Float] = []
        for page in pages {
            let ratio = page.letterRatio
            for (run, next) in zip(page.runs, page.runs.dropFirst()) {
                let letters = run.text.unicodeScalars
                if letters.dropLast().contains("\u{0E33}") { return 0 }
                guard letters.last == "\u{0E33}", run.rect.isOnLine(of: next.rect), next.rect.left >= run.rect.right
                else { continue }
                gaps.append((next.rect.left - run.rect.right) / max(ratio * run.rect.height, 0.1))
            }
        }
        guard gaps.count >= 3, let least = gaps.min(), (0.5...1.2).contains(least) else { return 0 }
        return least
    }
}
