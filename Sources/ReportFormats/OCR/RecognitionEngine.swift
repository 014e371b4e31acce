internal import CTesseract
internal import Synchronization

/// What recognition saw: a character, or a letter with its marks.
struct RecognisedSymbol: Sendable {
    var text: String
    /// Its place in the picture, as far as the engine knows: it reads lines and places letters afterwards.
    var box: PixelBox
    /// From 0 to 1.
    var confidence: Float
}

/// A stretch that the engine set off as a word; in Thai that need not be one, nor must a blank stand beside it.
struct RecognisedWord: Sendable {
    var symbols: [RecognisedSymbol]
    var box: PixelBox

    var text: String { symbols.map(\.text).joined() }
}

/// Words on one line, from left to right.
struct RecognisedLine: Sendable {
    var words: [RecognisedWord]

    var box: PixelBox { words.dropFirst().reduce(words[0].box) { $0.union($1.box) } }
}

extension PixelBox {
    /// The box moved.
    func moved(right x: Int, down y: Int) -> PixelBox {
        PixelBox(left: left + x, top: top + y, right: right + x, bottom: bottom + y)
    }
}

/// Tesseract, with the Thai and the English model.
///
/// Loading the models takes longer than reading a cell: engines go back to a shelf and are used again.
final class RecognitionEngine {
    /// Tesseract's page segmentation mode 7: a picture is one line.
    private static let oneLine: Int32 = 7

    private let engine: OpaquePointer

    /// A cell takes less than a second, a page full of text 10 on a slow machine; what takes longer never ends.
    private static let timeLimit: Int32 = 60_000
    private static let shelf = Mutex<[Models: [Loan]]>([:])

    /// The models that it reads with.
    enum Models: String {
        case thaiAndEnglish = "tha+eng"
        case thai = "tha"
    }

    private let models: Models

    /// An engine that nobody uses.
    ///
    /// It may cross threads because an engine on the shelf is used by nobody, and whoever takes it has it alone.
    private struct Loan: @unchecked Sendable { var engine: OpaquePointer }

    /// An engine of the shelf, or a new one.
    ///
    /// - Throws: ``FormatProblem`` where Tesseract or its models are not installed.
    init(_ models: Models = .thaiAndEnglish) throws(FormatProblem) {
        self.models = models
        if let loan = Self.shelf.withLock({ $0[models]?.popLast() }) {
            engine = loan.engine
            return
        }
        var outcome: Int32 = 0
        guard let new = tesseract_engine_new(models.rawValue, &outcome) else {
            guard Int(outcome) == Int(tesseract_no_model) else { throw .missing("tesseract") }
            let models = Requirement.all.filter { $0.key.hasPrefix("tesseract-") }
            throw .missing(models.first { !$0.isMet }?.key ?? "tesseract-thai")
        }
        engine = new
    }

    deinit {
        let loan = Loan(engine: engine)
        Self.shelf.withLock { $0[models, default: []].append(loan) }
    }

    /// What stands in the picture of one line.
    ///
    /// - Throws: ``FormatProblem`` where reading took too long.
    func read(_ image: PageImage) throws(FormatProblem) -> [RecognisedLine] {
        var symbols: UnsafeMutablePointer<tesseract_symbol>?
        var count = 0
        let start = RecognitionClock.thread
        let outcome = image.pixels.withUnsafeBufferPointer { pixels in
            tesseract_engine_read(
                engine, pixels.baseAddress, Int32(image.width), Int32(image.height), Int32(image.width),
                Int32(image.dpi.rounded()), Self.oneLine, Self.timeLimit, &symbols, &count)
        }
        RecognitionClock.add(since: start)
        defer { tesseract_symbols_free(symbols) }
        guard Int(outcome) == Int(tesseract_ok) else {
            throw FormatProblem(
                .timeLimit, "recognising the text of a picture took longer than \(Self.timeLimit / 1000) seconds")
        }
        var lines: [RecognisedLine] = []
        for symbol in UnsafeBufferPointer(start: symbols, count: count) {
            if symbol.begins_line != 0 || lines.isEmpty { lines.append(RecognisedLine(words: [])) }
            if symbol.begins_word != 0 || lines[lines.count - 1].words.isEmpty {
                lines[lines.count - 1].words.append(
                    RecognisedWord(
                        symbols: [],
                        box: PixelBox(
                            left: Int(symbol.word_left), top: Int(symbol.word_top), right: Int(symbol.word_right),
                            bottom: Int(symbol.word_bottom))))
            }
            let line = lines.count - 1
            lines[line].words[lines[line].words.count - 1].symbols.append(
                RecognisedSymbol(
                    text: withUnsafeBytes(of: symbol.text) { bytes in
                        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                    },
                    box: PixelBox(
                        left: Int(symbol.left), top: Int(symbol.top), right: Int(symbol.right),
                        bottom: Int(symbol.bottom)),
                    confidence: min(1, max(0, symbol.confidence / 100))))
        }
        return lines
    }
}
