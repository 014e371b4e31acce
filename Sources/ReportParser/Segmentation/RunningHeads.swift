internal import ThaiText

/// The running heads of a document whose pages are counted in them: one text on every page, and a number that grows.
struct RunningHeads {
    /// Fewer pages tell no running head from two lines that are alike.
    private static let fewestPages = 3
    /// So many blanks part the number from the text.
    private static let widestWordSpace = 2

    private var texts: Set<[UInt8]> = []

    init(of document: Document) {
        var counts: [[UInt8]: (last: Int, pages: Int)] = [:]
        for block in document.blocks {
            guard case .line(let line) = block, let head = Self.head(line, in: document) else { continue }
            let known = counts[head.text]
            // The number of each page is the next one; else it says something else.
            let pages = known.map { $0.last + 1 == head.page && $0.pages > 0 ? $0.pages + 1 : 0 } ?? 1
            counts[head.text] = (head.page, pages)
        }
        for (text, count) in counts where count.pages >= Self.fewestPages { texts.insert(text) }
    }

    /// Whether a line is one of them.
    func contains(_ line: Document.Line, in document: Document) -> Bool {
        guard !texts.isEmpty, let head = Self.head(line, in: document) else { return false }
        return texts.contains(head.text)
    }

    /// The text of a line in comparable form, and the number that a wide blank parts from it at the line's end.
    private static func head(_ line: Document.Line, in document: Document) -> (text: [UInt8], page: Int)? {
        let range = document.span(of: line.pieces).range
        let text = document.text
        var start = range.upperBound
        var digits = 0
        while start > range.lowerBound, digits < 4 {
            let digit = text.digit(before: start)
            guard digit.value >= 0 else { break }
            start -= digit.length
            digits += 1
        }
        guard digits > 0 else { return nil }
        var end = start
        while end > range.lowerBound, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
        guard end > range.lowerBound, start - end > widestWordSpace || text[end] == 0x09, start > end else {
            return nil
        }
        var page = 0
        var position = start
        while position < range.upperBound {
            let digit = text.digit(at: position)
            page = page * 10 + digit.value
            position += digit.length
        }
        var key: [UInt8] = []
        PlainText.appendKey(of: range.lowerBound..<end, in: text, to: &key)
        return (key, page)
    }
}
