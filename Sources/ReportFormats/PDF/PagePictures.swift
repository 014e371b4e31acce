/// Draws the pages of a PDF.
enum PagePictures {
    /// Draws pages one after the other and hands over each as soon as it is there.
    ///
    /// - Parameters:
    ///   - file: the PDF.
    ///   - pages: their numbers, counted from 1.
    ///   - dpi: pixels an inch.
    ///   - isSketch: whether a coarse picture will do, in which every line is at least a pixel thick.
    ///   - take: is given each page.
    /// - Throws: ``FormatProblem`` where a page cannot be drawn within the limits, and what `take` throws.
    static func draw(
        _ file: borrowing MemoryFile, pages: ClosedRange<Int>, dpi: Int, isSketch: Bool = false,
        take: (_ page: Int, PageImage) throws(FormatProblem) -> Void
    ) throws(FormatProblem) {
        var parser = GraymapStream(dpi: Float(dpi))
        var page = pages.lowerBound
        let end = try ExternalProgram.pdftoppm.run(
            (isSketch ? ["-aa", "no", "-aaVector", "no"] : []) + [
                "-gray", "-q", "-r", String(dpi), "-f", String(pages.lowerBound), "-l", String(pages.upperBound),
                MemoryFile.standardInput,
            ], input: file, limits: limits(file, pages: pages.count)
        ) { bytes throws(FormatProblem) in
            var rest = bytes[...]
            while let image = try parser.next(&rest) {
                try take(page, image)
                page += 1
            }
        }
        guard end.isSuccess else { throw PDFInfo.problem(of: end, program: .pdftoppm) }
    }

    /// The picture of a page of A4 at 200 dots an inch takes 4 MB.
    private static func limits(_ file: borrowing MemoryFile, pages: Int) -> ProgramLimits {
        ProgramLimits(
            fileBytes: file.count, pages: pages, memoryBytes: 1 << 30, outputBytes: (256 << 20) + pages * (32 << 20))
    }
}

/// Cuts a stream of binary PGM pictures (`P5`) into pictures.
private struct GraymapStream {
    private let dpi: Float
    private var head: [UInt8] = []
    private var size: (width: Int, height: Int)?
    private var pixels: [UInt8] = []

    init(dpi: Float) { self.dpi = dpi }

    /// The next picture, where it is whole with what `bytes` holds; what was used is taken off them.
    mutating func next(_ bytes: inout Slice<UnsafeRawBufferPointer>) throws(FormatProblem) -> PageImage? {
        while size == nil {
            guard let byte = bytes.popFirst() else { return nil }
            head.append(byte)
            try readHead()
        }
        guard let size else { return nil }
        let missing = min(size.width * size.height - pixels.count, bytes.count)
        pixels.append(contentsOf: bytes.prefix(missing))
        bytes = bytes.dropFirst(missing)
        guard pixels.count == size.width * size.height else { return nil }
        let image = PageImage(width: size.width, height: size.height, pixels: pixels, dpi: dpi)
        self.size = nil
        pixels = []
        return image
    }

    /// `P5`, width, height and 255, each with one blank behind it.
    private mutating func readHead() throws(FormatProblem) {
        guard let last = head.last, last == 0x20 || last == 0x0A else {
            if head.count > 64 { throw FormatProblem(.damaged, "pdftoppm wrote no picture") }
            return
        }
        let words = head.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }).map { String(decoding: $0, as: UTF8.self) }
        guard words.count == 4 else { return }
        guard words[0] == "P5", words[3] == "255", let width = Int(words[1]), let height = Int(words[2]), width > 0,
            height > 0, width <= PageImage.mostPixels / height
        else { throw FormatProblem(.tooLarge, "the picture of a page would have \(words[1]) x \(words[2]) pixels") }
        size = (width, height)
        head = []
        pixels.reserveCapacity(width * height)
    }
}
