internal import Glibc

/// Reads what `pdftotext -bbox` writes: pages, and words with their boxes.
///
/// It looks like XHTML and need not be any: what fonts say that their glyphs mean goes through it. So it is read for the
/// two elements that count, and anything else is passed over.
struct BoundingBoxParser {
    private(set) var pages: [TextLayer.Page] = []
    private var runs = 0
    /// What came behind the last whole element.
    private var rest: [UInt8] = []

    private static let page = Array("<page ".utf8)
    private static let word = Array("<word ".utf8)
    private static let wordEnd = Array("</word>".utf8)
    /// A word, its tags included, that is longer than this is none.
    private static let longestElement = 1 << 20

    /// Takes the next bytes.
    mutating func append(_ bytes: UnsafeRawBufferPointer) throws(FormatProblem) {
        rest += bytes
        var done = 0
        while let start = rest[done...].firstIndex(of: 0x3C) {
            let left = rest[start...]
            if left.starts(with: Self.word) {
                guard let end = left.firstRange(of: Self.wordEnd) else {
                    done = start
                    break
                }
                try takeWord(rest[start..<end.lowerBound])
                done = end.upperBound
            } else if left.starts(with: Self.page) {
                guard let end = left.firstIndex(of: 0x3E) else {
                    done = start
                    break
                }
                takePage(rest[start..<end])
                done = end + 1
            } else if left.count < Self.word.count {
                done = start
                break
            } else {
                done = start + 1
            }
        }
        if done == 0, rest.count > Self.longestElement {
            throw FormatProblem(.damaged, "the text layer of page \(pages.count) cannot be read: a word has no end")
        }
        rest.removeFirst(done)
    }

    private mutating func takePage(_ element: ArraySlice<UInt8>) {
        let numbers = Self.numbers(element)
        guard numbers.count >= 2 else { return }
        pages.append(TextLayer.Page(width: numbers[0], height: numbers[1]))
    }

    private mutating func takeWord(_ element: ArraySlice<UInt8>) throws(FormatProblem) {
        guard !pages.isEmpty, let close = element.firstIndex(of: 0x3E) else { return }
        let numbers = Self.numbers(element[..<close])
        let text = Self.text(element[(close + 1)...])
        guard numbers.count >= 4, !text.isEmpty else { return }
        runs += 1
        guard runs <= TextLayer.mostRuns else {
            throw FormatProblem(.tooLarge, "the text layer has more than \(TextLayer.mostRuns) words")
        }
        // Glyphs may be set backwards and upside down.
        let rect = PageRect(
            left: min(numbers[0], numbers[2]), top: min(numbers[1], numbers[3]), right: max(numbers[0], numbers[2]),
            bottom: max(numbers[1], numbers[3]))
        pages[pages.count - 1].runs.append(TextLayer.Run(text: text, rect: rect))
    }

    /// The numbers in quotation marks, in their order.
    private static func numbers(_ element: ArraySlice<UInt8>) -> [Float] {
        element.split(separator: 0x22, omittingEmptySubsequences: false).enumerated().compactMap { index, part in
            guard index % 2 == 1, part.count < 64 else { return nil }
            // Far out of every page is far enough.
            let value = Float(String(decoding: part, as: UTF8.self)) ?? 0
            return value.isFinite ? max(-1e6, min(1e6, value)) : 0
        }
    }

    private static let references: [(name: [UInt8], byte: UInt8)] = [
        ("amp", 0x26), ("lt", 0x3C), ("gt", 0x3E), ("quot", 0x22), ("apos", 0x27), ("#39", 0x27),
    ].map { (Array($0.0.utf8), $0.1) }

    /// The text with its references resolved and without control characters, which stand for nothing on a page.
    private static func text(_ escaped: ArraySlice<UInt8>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(escaped.count)
        var position = escaped.startIndex
        while position < escaped.endIndex {
            let byte = escaped[position]
            position += 1
            if byte == 0x26, let end = escaped[position...].prefix(6).firstIndex(of: 0x3B),
                let reference = references.first(where: { $0.name.elementsEqual(escaped[position..<end]) })
            {
                bytes.append(reference.byte)
                position = end + 1
            } else if byte >= 0x20, byte != 0x7F {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
