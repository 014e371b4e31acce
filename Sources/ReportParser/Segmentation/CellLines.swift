internal import ThaiText

/// A table that was extracted one cell a line: its headings on lines of their own, then the cells of row after row.
struct CellLines {
    /// The lines of the header.
    let header: Range<Int>
    private let columns: [Segmentation.Column]
    private let keys: [[UInt8]]

    /// So many lines of a running head may stand between the end of a page and the repeated header.
    private static let mostHeadLines = 3

    /// Recognises such a table by its header.
    init?(_ lines: [ProseSegmenter.Line], matcher: inout HeadingMatcher) {
        guard let found = CellLineHeader(in: lines, matcher: &matcher) else { return nil }
        header = found.lines
        columns = found.columns
        keys = lines[found.lines].map(\.key)
    }

    /// Adds the table to a segmentation; `text` takes lines that are no cells.
    func append(
        to result: inout Segmentation, lines: [ProseSegmenter.Line],
        text: (Range<Int>, inout Segmentation) -> Void
    ) {
        result.segments.append(
            .text(.tableHeader, result.document.append(pieces: joined(header, lines, result.document)), level: 0))
        startTable(&result)
        var isBelowBreak = false
        let rows = CellLineRows(lines, from: header.upperBound, columns: columns, in: result.document)
        func finish(_ row: inout [Int], _ result: inout Segmentation) {
            appendRow(row, mayEnd: rows.mayEnd(row), lines: lines, to: &result, text: text)
            row.removeAll()
        }
        var row: [Int] = []
        var index = header.upperBound
        while index < lines.count {
            if let start = repeatedHeader(at: index, in: lines) {
                for head in index..<start {
                    result.segments.append(.furniture(.runningHead, lines[head].line.pieces))
                }
                let pieces = joined(start..<start + keys.count, lines, result.document)
                result.segments.append(.furniture(.repeatedHeader, result.document.append(pieces: pieces)))
                index = start + keys.count
                isBelowBreak = true
                continue
            }
            isBelowBreak = isBelowBreak || lines[index].line.isBelowBreak
            var end = index + 1
            while end < lines.count, !rows.isSeam(end, since: index), repeatedHeader(at: end, in: lines) == nil {
                end += 1
            }
            switch rows.verdict(index..<end, isBelowBreak: isBelowBreak && !row.isEmpty) {
            case .row:
                finish(&row, &result)
                row = Array(index..<end)
            case .rest: row += index..<end
            case .section(let level):
                finish(&row, &result)
                result.segments.append(.text(.heading, lines[index].line.pieces, level: level))
                startTable(&result)
            case .text:
                finish(&row, &result)
                text(index..<end, &result)
                startTable(&result)
            }
            isBelowBreak = false
            index = end
        }
        finish(&row, &result)
    }

    /// Where the header stands once more, at `index` or below the running head of a new page; null where it does not.
    private func repeatedHeader(at index: Int, in lines: [ProseSegmenter.Line]) -> Int? {
        if isHeader(index, in: lines) { return index }
        // The name of the body and of the report, as each page repeats them.
        let isNamed = LineKind.isAgency(lines[index].key) && LineKind.speaksOfReport(lines[index].key)
        guard lines[index].line.isBelowBreak || isNamed else { return nil }
        for start in index + 1...index + Self.mostHeadLines where isHeader(start, in: lines) {
            let isHead = (index..<start).allSatisfy { LineKind.sectionLevel(lines[$0].key) == nil }
            return isHead ? start : nil
        }
        return nil
    }

    private func isHeader(_ start: Int, in lines: [ProseSegmenter.Line]) -> Bool {
        start + keys.count <= lines.count && keys.indices.allSatisfy { lines[start + $0].key == keys[$0] }
    }

    private func startTable(_ result: inout Segmentation) {
        var table = Segmentation.Table(columns: columns)
        table.rows = Slice32(result.rows.count..<result.rows.count)
        result.segments.append(.table(result.tables.count))
        result.tables.append(table)
    }

    private func joined(_ range: some Sequence<Int>, _ lines: [ProseSegmenter.Line], _ document: Document) -> [Piece] {
        var pieces: [Piece] = []
        for index in range { pieces.join(document.pieces[lines[index].line.pieces.range], by: .line) }
        return pieces
    }

    /// Gives the lines of a row to the columns in order, so that kinds and roles agree best.
    ///
    /// `mayEnd`: text may stand below the row with nothing between; `text` takes it.
    private func appendRow(
        _ row: [Int], mayEnd: Bool, lines: [ProseSegmenter.Line], to result: inout Segmentation,
        text: (Range<Int>, inout Segmentation) -> Void
    ) {
        guard !row.isEmpty else { return }
        var classifier = CellClassifier()
        let kinds = row.map {
            classifier.kind(of: result.document.pieces[lines[$0].line.pieces.range], in: result.document.text)
        }
        let places = CellPlaces.columns(
            of: kinds, rests: row.map { lines[$0].isRest }, among: columns, mayEnd: mayEnd)
        let first = result.document.cells.count
        var index = 0
        while index < row.count, places[index] < columns.count {
            var pieces = Array(result.document.pieces[lines[row[index]].line.pieces.range])
            var end = index + 1
            while end < row.count, places[end] == places[index] {
                let joint: Piece.Joint = isWrapped(kinds[end], columns[places[index]]) ? .wrap : .line
                pieces.join(result.document.pieces[lines[row[end]].line.pieces.range], by: joint)
                end += 1
            }
            let slice = end == index + 1 ? lines[row[index]].line.pieces : result.document.append(pieces: pieces)
            result.appendCell(slice, column: places[index])
            index = end
        }
        result.rows.append(Segmentation.Row(kind: .record, cells: Slice32(first..<result.document.cells.count)))
        result.tables[result.tables.count - 1].rows.count += 1
        while index < row.count {
            var end = index + 1
            while end < row.count, row[end] == row[end - 1] + 1 { end += 1 }
            text(row[index]..<row[end - 1] + 1, &result)
            index = end
        }
    }

    /// Whether a further line of a cell goes on with the sentence above it; units and steps stand on lines of their own.
    private func isWrapped(_ kind: CellKind, _ column: Segmentation.Column) -> Bool {
        guard kind != .list else { return false }
        switch column.match?.role {
        case .title, .result, .outcome: return true
        default: return false
        }
    }
}
