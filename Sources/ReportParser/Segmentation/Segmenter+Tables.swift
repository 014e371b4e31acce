/// Table blocks: which of them begin a table, which go on with the one before, which are lines of text.
extension Segmenter {
    mutating func takeTable(_ rows: Range<Int>, dialect: Document.Dialect, columns: Int) {
        var rest = rows
        while dialect == .separated, let seam = seam(in: rest, columns: columns) {
            takePart(rest.lowerBound..<seam, dialect: dialect, columns: columns)
            rest = seam..<rows.upperBound
        }
        takePart(rest, dialect: dialect, columns: columns)
    }

    /// Takes rows that are one table or go on with one.
    private mutating func takePart(_ rows: Range<Int>, dialect: Document.Dialect, columns: Int) {
        if var vertical = VerticalTable(rows, columns: columns, in: &result.document, matcher: &headers.matcher) {
            closeTable()
            if vertical.isOfOneRecord,
                let line = takeNumberedLine(onlyNumber: vertical.hasTitle)
                    ?? (vertical.hasTitle ? nil : takeHeadingLine())
            {
                vertical.name(by: line, in: result.document)
            }
            closeZone(beforeTable: true)
            vertical.append(to: &result)
            return
        }
        if dialect == .pipes || dialect == .tabs, rows.count <= 2, takeAsPageHead(rows) || takeAsLine(rows) { return }
        if let end = endOfOpenTable(in: rows, columns: columns, dialect: dialect) {
            for line in zone { furniture(.runningHead, line.pieces) }
            zone.removeAll()
            open?.rowsEnd = end
            for row in rows.lowerBound..<end { take(row) }
            isBelowBreak = false
            return takePart(end..<rows.upperBound, dialect: dialect, columns: columns)
        }
        var body = rows
        takePicturesInTable()
        let isWithoutText = zone.isEmpty || isRunningHead()
        if let table = open, let known = table.header,
            let height = headers.repeats(known, at: rows, in: result.document)
        {
            if isWithoutText {
                for line in zone { furniture(.runningHead, line.pieces) }
                zone.removeAll()
                isBelowBreak = true
            } else {
                startTable(like: table)
            }
            for row in rows.prefix(height) { furniture(.repeatedHeader, rowPieces(row)) }
            body = rows.dropFirst(height)
        } else if let header = headers.header(of: rows, columns: columns, dialect: dialect, in: &result.document) {
            startTable(header, dialect: dialect, rows: rows, columns: columns)
            body = header.rows.upperBound..<rows.upperBound
        } else if let table = open, isWithoutText, goesOn(table, with: rows, columns: columns, dialect: dialect) {
            for line in zone { furniture(.runningHead, line.pieces) }
            zone.removeAll()
            isBelowBreak = true
            if takeAsHeaderEnd(rows, dialect: dialect) { body = rows.dropFirst() }
        } else if takeAsText(rows, columns: columns) {
            return
        } else if let table = open, goesOn(table, below: zone, columns: columns, dialect: dialect) {
            startTable(like: table)
        } else {
            startTable(nil, dialect: dialect, rows: rows, columns: columns)
        }
        if dialect == .aligned { body = withoutPageFoot(body) }
        let known = open?.header
        open?.rowsEnd = body.upperBound
        for row in body where !takeAsHeader(row, known) { take(row) }
        isBelowBreak = false
    }

    /// Where another table begins in the values of a file: a header of other columns below an empty line.
    private mutating func seam(in rows: Range<Int>, columns: Int) -> Int? {
        var hasHeader = false
        for row in rows.dropFirst() {
            let above = result.document.rows[row - 1]
            hasHeader = hasHeader || headers.isHeader(above, columns: columns, in: result.document)
            guard hasHeader, result.document.rows[row].isApart, filledCells(of: row) >= Self.fewestHeadings else {
                continue
            }
            if headers.isHeader(result.document.rows[row], columns: columns, in: result.document) { return row }
        }
        return nil
    }

    /// So many headings in a row are a header, whatever stood above it.
    private static let fewestHeadings = 4

    /// Takes the description of a picture between two parts of a table, which goes on behind it.
    private mutating func takePicturesInTable() {
        guard open?.header != nil, let first = zone.first else { return }
        let document = result.document
        let keys = zone.map { PlainText.key(of: document.pieces[$0.pieces.range], in: document.text) }
        guard LineKind.isPicture(keys[0]), keys.allSatisfy(LineKind.isForeign), first.blanksBefore > 0 else { return }
        for line in zone { result.segments.append(.text(.picture, line.pieces, level: 0)) }
        zone.removeAll()
        isBelowBreak = true
    }

    /// Where a table begins below the last rows of the open one, on a page that both share without a gap; `nil` where
    /// all rows are of one table.
    private mutating func endOfOpenTable(
        in rows: Range<Int>, columns: Int, dialect: Document.Dialect
    ) -> Int? {
        guard isBelowBreak, let table = open, rows.count >= 2, zone.isEmpty || isRunningHead(),
            goesOn(table, with: rows, columns: columns, dialect: dialect)
        else { return nil }
        let header = rows.prefix(HeaderDetector.mostCaptions + 1).first {
            headers.isHeader(result.document.rows[$0], columns: columns, in: result.document)
        }
        guard var end = header else { return nil }
        // What stands alone in its row above a header is its caption.
        while end > rows.lowerBound, filledCells(of: end - 1) <= 1 { end -= 1 }
        return end > rows.lowerBound ? end : nil
    }

    private func filledCells(of row: Int) -> Int {
        result.document.cells[result.document.rows[row].cells.range].count { !$0.pieces.isEmpty }
    }

    /// Takes a row that repeats the header of the open table in the midst of its rows.
    mutating func takeAsHeader(_ row: Int, _ known: HeaderDetector.Header?) -> Bool {
        guard let known else { return false }
        guard known.rows.count == 1 else { return takeAsHeaderRow(row, known) }
        guard let first = Self.firstCell(of: result.document.rows[row], in: result.document.cells),
            Int(first.column) < known.keys.count,
            case let start = result.document.pieces[Int(first.pieces.first)].span.start,
            known.keys[Int(first.column)].first == result.document.text[Int(start)]
        else { return false }
        let key = PlainText.key(of: result.document.pieces[first.pieces.range], in: result.document.text)
        guard key == known.keys[Int(first.column)],
            headers.repeats(known, at: row..<row + 1, in: result.document) != nil
        else { return false }
        furniture(.repeatedHeader, rowPieces(row))
        isBelowBreak = true
        return true
    }

    /// Takes a row that repeats one of the rows of a header of several.
    private mutating func takeAsHeaderRow(_ row: Int, _ known: HeaderDetector.Header) -> Bool {
        let document = result.document
        let cells = document.cells.filled(document.rows[row].cells)
        guard cells.count >= Self.fewestRepeated, let first = cells.first else { return false }
        func key(_ cell: Document.Cell) -> [UInt8] { PlainText.key(of: cell.pieces, in: document, atMost: 400) }
        let isRepeated = known.rows.contains { header in
            let headings = document.cells.filled(document.rows[header].cells)
            guard headings.count == cells.count, headings[0].column == first.column, key(headings[0]) == key(first)
            else {
                return false
            }
            return zip(headings, cells).allSatisfy { $0.column == $1.column && key($0) == key($1) }
        }
        guard isRepeated else { return false }
        furniture(.repeatedHeader, rowPieces(row))
        isBelowBreak = true
        return true
    }

    /// Two cells may be alike by chance.
    private static let fewestRepeated = 3

    /// The first cell of a row that holds anything.
    ///
    /// A function of the type: a call on the segmenter holds all of it, row for row.
    private static func firstCell(of row: Document.Row, in cells: [Document.Cell]) -> Document.Cell? {
        for index in row.cells.range where !cells[index].pieces.isEmpty { return cells[index] }
        return nil
    }

    /// Takes the first row of a page for the end of the header that stands alone at the foot of the page above.
    private mutating func takeAsHeaderEnd(_ rows: Range<Int>, dialect: Document.Dialect) -> Bool {
        guard var table = open, table.parts.isEmpty, result.tables[table.index].rows.isEmpty, let known = table.header,
            let first = rows.first,
            let header = headers.completed(known, by: result.document.rows[first], in: &result.document)
        else { return false }
        result.segments.append(.text(.tableHeader, rowPieces(first), level: 0))
        result.tables[table.index].columns = header.columns
        let layout = grouper.layout(header.columns, rows: rows.dropFirst(), dialect: dialect, in: result.document)
        table = OpenTable(index: table.index, header: header, layout: layout)
        open = table
        return true
    }

    /// The head of a page may stand in a few cells: the body, the report, the year.
    private static let mostCellsOfHead = 3

    /// The rows of an aligned table without the page number and the running head of the next page at its end.
    mutating func withoutPageFoot(_ rows: Range<Int>) -> Range<Int> {
        for row in rows.suffix(4).reversed() {
            let cells = result.document.cells.filled(result.document.rows[row].cells)
            guard let last = cells.last, cells.count <= 3,
                isFurniture(last) && (cells.count == 1 || result.document.rows[row].isApart)
                    || cells.count == 1 && result.document.rows[row].isApart && isBareNumber(last)
            else { continue }
            // Rows of cells below it are those of the next page, not its head.
            let most = min(Self.mostCellsOfHead, (open?.layout.columns ?? 0) - 1)
            guard (row + 1..<rows.upperBound).allSatisfy({ filledCells(of: $0) <= most }) else { return rows }
            furniture(.pageNumber, rowPieces(row))
            for head in row + 1..<rows.upperBound { furniture(.runningHead, rowPieces(head)) }
            return rows.lowerBound..<row
        }
        return rows
    }

    /// Takes the rows of a table that is none as lines: a spreadsheet's title rows, or one line with a tab in it.
    mutating func takeAsText(_ rows: Range<Int>, columns: Int) -> Bool {
        let isLine = rows.count == 1 && columns <= 3
        let isTitles = rows.allSatisfy { row in
            result.document.cells.filled(result.document.rows[row].cells).count <= 1
        }
        guard isLine || isTitles else { return false }
        for (offset, row) in rows.enumerated() {
            let pieces = rowPieces(row)
            guard !pieces.isEmpty else { continue }
            // The cells of a drawn row stand one after the other; its lines of text go across them.
            result.document.pieces[pieces.range].sort { $0.span.start < $1.span.start }
            take(
                Document.Line(
                    pieces: pieces, indent: 0, width: 0,
                    blanksBefore: offset == 0 && isBelowBlankLine(pieces) ? 1 : 0, headingLevel: 0, isBold: false),
                isApart: false)
        }
        return true
    }

    /// Takes one row whose last cell is the number of the page for the head of that page:
    /// `เทศบาลเมือง… | รายงานผล ITA ๒๕๖๘ | หน้า ๔`.
    private mutating func takeAsPageHead(_ rows: Range<Int>) -> Bool {
        let cells = rows.first.map { result.document.cells.filled(result.document.rows[$0].cells) } ?? []
        guard rows.count == 1, (2...4).contains(cells.count), let row = rows.first, let last = cells.last,
            isFurniture(last)
        else { return false }
        furniture(.runningHead, rowPieces(row))
        isBelowBreak = true
        return true
    }

    /// Whether a cell that is not the first of its row holds a number of a page and no sign beside it.
    private func isBareNumber(_ cell: Document.Cell) -> Bool {
        cell.column > 0 && LineKind.isPageNumber(PlainText.key(of: cell.pieces, in: result.document, atMost: 40))
    }

    /// Whether nothing stands in the line above a text.
    private func isBelowBlankLine(_ pieces: Slice32) -> Bool {
        let text = result.document.text
        var position = result.document.span(of: pieces).range.lowerBound
        var lineEnds = 0
        while position > 0, lineEnds < 2 {
            position -= 1
            if text[position] == 0x0A {
                lineEnds += 1
            } else if lineEnds > 0, text[position] > 0x20 {
                return false
            }
        }
        return true
    }

    /// One line with pipes or tabs among lines of text, whose cells are labelled fields, is such a line.
    mutating func takeAsLine(_ rows: Range<Int>) -> Bool {
        for row in rows {
            let cells = result.document.cells[result.document.rows[row].cells.range]
            let labelled = cells.filter { cell in
                LabelFinder.hasLabel(cell.pieces, in: result.document, matcher: &headers.matcher)
            }
            guard labelled.count * 2 >= cells.count, !labelled.isEmpty, cells.count < 6 else { return false }
        }
        for row in rows {
            for (offset, cell) in result.document.cells[result.document.rows[row].cells.range].enumerated() {
                zone.append(
                    Document.Line(
                        pieces: cell.pieces, indent: offset == 0 ? 0 : 1, width: 0, blanksBefore: 0, headingLevel: 0,
                        isBold: false))
            }
        }
        return true
    }

    func goesOn(_ table: OpenTable, with rows: Range<Int>, columns: Int, dialect: Document.Dialect) -> Bool {
        guard dialect == table.layout.dialect, table.header != nil else { return false }
        return columns == table.layout.columns || (columns < table.layout.columns && columns >= 3 && dialect != .html)
    }

    /// Whether rows without a header of their own go on with a table below the heading of its next part.
    private func goesOn(
        _ table: OpenTable, below lines: [Document.Line], columns: Int, dialect: Document.Dialect
    ) -> Bool {
        guard let header = table.header, header.columns.count == columns, dialect == table.layout.dialect,
            dialect != .aligned, columns >= 3, let last = lines.last, lines.count <= 2
        else { return false }
        let key = PlainText.key(of: result.document.pieces[last.pieces.range], in: result.document.text)
        return key.count <= 200 && (LineKind.sectionLevel(key) != nil || LineKind.isNumbered(key))
    }

    mutating func rowPieces(_ row: Int) -> Slice32 {
        let cells = result.document.cells.filled(result.document.rows[row].cells)
        if cells.count == 1, let only = cells.first { return only.pieces }
        var pieces: [Piece] = []
        for cell in cells {
            pieces.join(result.document.pieces[cell.pieces.range], by: .space)
        }
        return result.document.append(pieces: pieces)
    }
}
