internal import ThaiText

/// Rows that the end of a page cuts in two: what their cells say when they are held against those above.
extension RowGrouper {
    /// Whether a row at the head of a page is the rest of the row above: a word or a list that a cell began there ends here.
    func isCut(_ row: Document.Row, from above: Document.Row, in document: Document) -> Bool {
        var words = WordCoverage()
        let cells = document.cells.filled(row.cells)
        return cells.contains { cell in
            let before = document.cells[above.cells.range].first { $0.column == cell.column && !$0.pieces.isEmpty }
            guard let before else { return false }
            return goesOn(cell.pieces, with: before.pieces, in: document)
                || isWordCut(between: before.pieces, and: cell.pieces, in: document, &words)
        }
    }

    /// Whether a cell ends a line of the list above and goes on with the next number: `๒.` behind the rest of `๑.`.
    ///
    /// A cell that begins with a number may begin a record whose list is counted on.
    private func goesOn(_ cell: Slice32, with above: Slice32, in document: Document) -> Bool {
        // What begins with no number has one in a further line at the earliest.
        guard cell.count > 1 else { return false }
        let lines = document.pieces[cell.range]
        guard let begin = lines.first, listNumber(of: begin, in: document) == nil,
            let first = lines.lazy.compactMap({ listNumber(of: $0, in: document) }).first,
            let last = document.pieces[above.range].reversed().lazy.compactMap({ listNumber(of: $0, in: document) })
                .first
        else { return false }
        return first > 1 && first == last + 1
    }

    /// The number of a list that a line begins with.
    private func listNumber(of piece: Piece, in document: Document) -> Int? {
        guard let reading = document.text.outlineNumber(at: Int(piece.span.start)), reading.style != .bare,
            reading.number.depth == 1
        else { return nil }
        return reading.number.first
    }

    /// So many letters on either side of the seam tell what word stands there.
    private static let context = 14

    /// Whether two texts have a word in common: letters that are none on either side are one when they stand together.
    private func isWordCut(
        between above: Slice32, and cell: Slice32, in document: Document, _ words: inout WordCoverage
    ) -> Bool {
        guard let last = document.pieces[above.range].last, let first = document.pieces[cell.range].first else {
            return false
        }
        let text = document.text
        var (start, end) = (Int(last.span.end), Int(first.span.start))
        for _ in 0..<Self.context {
            if start > Int(last.span.start), text.isThaiLetter(at: start - 3) { start -= 3 }
            if end < Int(first.span.end), text.isThaiLetter(at: end) { end += 3 }
        }
        let (left, right) = (text[start..<Int(last.span.end)], text[Int(first.span.start)..<end])
        guard !left.isEmpty, !right.isEmpty else { return false }
        let apart = words.unknown(in: left) + words.unknown(in: right)
        return apart > 0 && words.unknown(in: left + right) < apart
    }
}

extension [UInt8] {
    /// Whether a Thai letter, and no digit, stands at `index`.
    fileprivate func isThaiLetter(at index: Int) -> Bool {
        index >= 0 && thaiLetter(at: index) != ThaiLetter.none && digit(at: index).value < 0
    }
}

extension WordCoverage {
    /// How many letters of a text are in no word that is known.
    fileprivate mutating func unknown(in text: ArraySlice<UInt8>) -> Int {
        let text = Array(text)
        return count(in: 0..<text.count, of: text).unknown
    }
}
