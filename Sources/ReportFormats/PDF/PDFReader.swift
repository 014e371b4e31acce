internal import ReportParser

/// Reads PDF files: the ruled tables from the pages' pictures, the text from the text layer where it is sound, else by
/// recognition.
struct PDFReader: ~Copyable {
    /// The resolution of the pictures in which ruling lines are looked for, and of those that tell whether to look.
    private static let dpi = 150, sketchDPI = 75
    /// After so many pages that could not be drawn the rest goes undrawn: each of them takes all the time that it may.
    private static let mostUndrawn = 2

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - recogniser: reads the pages whose text layer is missing or unsound.
    /// - Returns: the document, with a place for each word.
    /// - Throws: ``FormatProblem`` where the file cannot be read, or has no text.
    static func read(_ bytes: [UInt8], recogniser: (any PageRecogniser)? = nil) throws(FormatProblem) -> Document {
        let file = try MemoryFile(bytes)
        var reader = try PDFReader(of: file, recogniser)
        try reader.readPages(of: file)
        return try reader.finish()
    }

    private let layer: TextLayer
    private let soundness: [TextLayerSoundness]
    private var recogniser: (any PageRecogniser)?
    private var assembler: PageAssembler
    /// What the pages with a sound layer hold besides, as far as it was looked at.
    private var sketches: [PageSketch?]
    /// The page that comes next, counted from 1.
    private var next = 1
    private var undrawn = 0
    /// Why a page without a sound layer could not be read, for a file of which nothing can.
    private var cause: FormatProblem?

    private init(of file: borrowing MemoryFile, _ recogniser: (any PageRecogniser)?) throws(FormatProblem) {
        let info = try PDFInfo(of: file)
        let layer = try TextLayer(of: file, pages: info.pages)
        var furniture = RunningLines()
        for page in layer.pages { furniture.learn(PageLine.lines(of: page.words(with: [])), height: page.height) }
        // Pages that the program could not read have no layer.
        soundness =
            Array(TextLayerSoundness.judge(layer).prefix(info.pages))
            + repeatElement(.missing, count: max(0, info.pages - layer.pages.count))
        assembler = PageAssembler(furniture: furniture)
        sketches = Array(repeating: nil, count: soundness.count)
        self.layer = layer
        self.recogniser = recogniser
    }

    /// Reads all pages; a page that cannot be drawn is read without its picture, and so are the rest after some.
    private mutating func readPages(of file: borrowing MemoryFile) throws(FormatProblem) {
        while next <= soundness.count {
            guard undrawn < Self.mostUndrawn else {
                readUndrawn()
                continue
            }
            let kind = soundness[next - 1]
            if let sketch = sketches[next - 1], sketch.isPlain {
                assembler.add(content(of: next, sketch))
                next += 1
                continue
            }
            let isSketch = kind != .unsound && sketches[next - 1] == nil
            let last = isSketch ? lastToSketch(next) : lastLike(next)
            let dpi = isSketch ? Self.sketchDPI : kind == .sound ? Self.dpi : recogniser?.dpi ?? Self.dpi
            let first = next
            var reading: FormatProblem?
            do throws(FormatProblem) {
                try PagePictures.draw(file, pages: first...last, dpi: dpi, isSketch: isSketch) {
                    page, image throws(FormatProblem) in
                    if isSketch {
                        sketches[page - 1] = PageSketch(image, words: words(of: page))
                        return
                    }
                    do throws(FormatProblem) {
                        try read(page, of: file, kind, image)
                    } catch {
                        // What reading throws ends it all; what drawing throws concerns a page.
                        reading = error
                        throw error
                    }
                    next = page + 1
                }
                // Pages that it left out without a word.
                if isSketch ? sketches[first - 1] == nil : next <= last { readUndrawn() }
            } catch {
                if let reading { throw reading }
                guard error.code != .missingProgram else { throw error }
                cause = cause ?? error
                undrawn += 1
                if isSketch ? sketches[first - 1] == nil : next <= last { readUndrawn() }
            }
        }
    }

    /// The last page of those that are looked at together with `page` first.
    private func lastToSketch(_ page: Int) -> Int {
        var last = page
        while last < soundness.count, soundness[last] != .unsound, sketches[last] == nil { last += 1 }
        return last
    }

    /// The words of the layer; none for a page that it lacks.
    private func words(of page: Int) -> [PageWord] {
        page <= layer.pages.count ? layer.pages[page - 1].words(with: []) : []
    }

    /// The last page of those that are read like `page`.
    private func lastLike(_ page: Int) -> Int {
        let (kind, sketch) = (soundness[page - 1], sketches[page - 1]?.isPlain)
        var last = page
        while last < soundness.count, soundness[last] == kind, sketches[last]?.isPlain == sketch { last += 1 }
        return last
    }

    /// Reads the next page without its picture.
    private mutating func readUndrawn() {
        if soundness[next - 1] == .missing {
            assembler.addUnread(next)
        } else {
            let page = layer.pages[next - 1]
            assembler.add(
                PageContent(
                    number: next, width: page.width, height: page.height, tables: [], words: page.words(with: [])),
                problem: soundness[next - 1] == .sound ? .undrawnPage : .doubtfulTextLayer)
        }
        next += 1
    }

    private mutating func read(
        _ number: Int, of file: borrowing MemoryFile, _ kind: TextLayerSoundness, _ image: PageImage
    ) throws(FormatProblem) {
        if kind != .sound, image.isBlank {
            assembler.add(PageContent(number: number, width: 0, height: 0, tables: [], words: []))
            return
        }
        guard kind != .missing else {
            if let content = try recogniser?.content(of: image, page: number) {
                assembler.add(content)
                if content.isUnread {
                    cause = cause ?? FormatProblem(.noText, "no text can be read in the pictures of the PDF's pages")
                }
            } else {
                assembler.addUnread(number)
                cause =
                    cause
                    ?? FormatProblem(
                        .noText, "the PDF has no text layer: its pages are pictures, which have to be recognised")
            }
            return
        }
        let own = content(of: number, image)
        if kind == .unsound {
            let read = try recogniser?.content(of: image, page: number)
            if let read, Readability(of: read) > Readability(of: own) {
                assembler.add(read, problem: .unsoundTextLayer)
            } else {
                assembler.add(own, problem: .doubtfulTextLayer)
            }
        } else if recogniser != nil, PageInk.isMostlyUnread(image, own), let read = try recognise(number, of: file) {
            assembler.add(own.completed(by: read))
        } else {
            assembler.add(own)
        }
    }

    /// What recognition sees on a page of which the layer tells little; `nil` where it cannot be drawn for it, or
    /// nothing is read.
    private mutating func recognise(
        _ number: Int, of file: borrowing MemoryFile
    ) throws(FormatProblem) -> PageContent? {
        guard var reader = recogniser else { return nil }
        var found: PageContent?
        var problem: FormatProblem?
        do throws(FormatProblem) {
            try PagePictures.draw(file, pages: number...number, dpi: reader.dpi) { page, image throws(FormatProblem) in
                do throws(FormatProblem) {
                    found = try reader.content(of: image, page: page)
                } catch {
                    problem = error
                    throw error
                }
            }
        } catch {
            // The text of the layer is there without it.
            if let problem, problem.code == .missingProgram { throw problem }
        }
        recogniser = reader
        return found.flatMap { $0.words.isEmpty ? nil : $0 }
    }

    private func content(of number: Int, _ sketch: PageSketch) -> PageContent {
        PageContent(
            number: number, width: sketch.width, height: sketch.height, tables: [],
            words: words(of: number))
    }

    private func content(of number: Int, _ image: PageImage) -> PageContent {
        let tables = RulingGrid.tables(on: image)
        // The picture stands as the page is looked at; the layer gives its size before it is turned.
        return PageContent(
            number: number, width: Float(image.width) * image.pointsPerPixel,
            height: Float(image.height) * image.pointsPerPixel, tables: tables,
            words: layer.pages[number - 1].words(with: tables))
    }

    private consuming func finish() throws(FormatProblem) -> Document {
        guard !assembler.isEmpty else {
            throw cause ?? FormatProblem(.noText, "the pages of the PDF are empty")
        }
        return assembler.finish()
    }
}

extension PageImage {
    /// Whether nothing is on the page that could be text.
    var isBlank: Bool { !pixels.contains { $0 < 128 } }
}
