internal import ReportParser

/// Reads PDF files: the ruled tables from the pages' pictures, the text from the text layer where it is sound, else by
/// recognition.
struct PDFReader {
    /// The resolution of the pictures in which ruling lines are looked for.
    private static let dpi = 150

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - recogniser: reads the pages whose text layer is missing or unsound.
    /// - Returns: the document, with a place for each word.
    /// - Throws: ``FormatProblem`` where the file cannot be read, or has no text.
    static func read(_ bytes: [UInt8], recogniser: (any PageRecogniser)? = nil) throws(FormatProblem) -> Document {
        let file = try MemoryFile(bytes)
        let info = try PDFInfo(of: file)
        let layer = try TextLayer(of: file, pages: info.pages)
        var furniture = RunningLines()
        for page in layer.pages { furniture.learn(PageLine.lines(of: page.words(with: [])), height: page.height) }
        var assembler = PageAssembler(furniture: furniture)
        var recogniser = recogniser
        var (isUnread, isIllegible) = (false, false)
        // Pages that the program could not read have no layer.
        let soundness =
            TextLayerSoundness.judge(layer).prefix(info.pages)
            + repeatElement(.missing, count: max(0, info.pages - layer.pages.count))
        var next = 1
        while next <= info.pages {
            let kind = soundness[next - 1]
            let last = (next...info.pages).first { soundness[$0 - 1] != kind }.map { $0 - 1 } ?? info.pages
            try PagePictures.draw(file, pages: next...last, dpi: kind == .sound ? dpi : recogniser?.dpi ?? dpi) {
                page, image throws(FormatProblem) in
                if kind == .sound {
                    assembler.add(content(of: layer.pages[page - 1], number: page, image))
                } else if image.isBlank {
                    assembler.add(PageContent(number: page, width: 0, height: 0, tables: [], words: []))
                } else if let content = try recogniser?.content(of: image, page: page) {
                    assembler.add(content, isUnsound: kind == .unsound)
                    if content.isUnread { isIllegible = true }
                } else if kind == .unsound {
                    assembler.add(content(of: layer.pages[page - 1], number: page, image), isUnsound: true)
                } else {
                    assembler.addUnread(page)
                    isUnread = true
                }
            }
            next = last + 1
        }
        guard !assembler.isEmpty else {
            throw FormatProblem(
                .noText,
                isUnread
                    ? "the PDF has no text layer: its pages are pictures, which have to be recognised"
                    : isIllegible
                        ? "no text can be read in the pictures of the PDF's pages" : "the pages of the PDF are empty")
        }
        return assembler.finish()
    }

    private static func content(of page: TextLayer.Page, number: Int, _ image: PageImage) -> PageContent {
        let tables = RulingGrid.tables(on: image)
        return PageContent(
            number: number, width: page.width, height: page.height, tables: tables, words: page.words(with: tables))
    }
}

extension PageImage {
    /// Whether nothing is on the page that could be text.
    var isBlank: Bool { !pixels.contains { $0 < 128 } }
}
