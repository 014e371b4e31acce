/// The rows of the open table: the rows of the source that make each of them.
extension Segmenter {
    mutating func take(_ index: Int) {
        if takePlainRecord(index) { return }
        if Self.isRule(
            result.document.rows[index], cells: result.document.cells, of: result.document.pieces,
            result.document.text)
        {
            furniture(.rule, rowPieces(index))
            return
        }
        // Taken out while it changes, so that its lists are never copied.
        guard var table = open.take() else { return }
        defer { open = table }
        let row = result.document.rows[index]
        var first: Document.Cell?
        var filled = 0
        for cell in row.cells.range where !result.document.cells[cell].pieces.isEmpty {
            first = first ?? result.document.cells[cell]
            filled += 1
        }
        if filled == 0, table.covering.isEmpty { return }
        if filled == 1, let only = first, isFurniture(only) {
            furniture(.pageNumber, only.pieces)
            isBelowBreak = true
            return
        }
        if filled == 1, let only = first, isPageHead(only, at: index, of: table) {
            return furniture(.runningHead, only.pieces)
        }
        let verdict =
            table.plainRow?.holds(
                row, cells: result.document.cells, of: result.document.pieces, result.document.text) == true
            ? .record
            : filled == 1 && isRestOfSection(first, below: table)
                ? .continuation
                : grouper.verdict(
                    row, layout: table.layout, hasRowBefore: !table.parts.isEmpty && table.kind == .record,
                    isBelowBreak: isBelowBreak, covered: table.covering,
                    above: table.parts.last.map { result.document.rows[$0] },
                    kindAbove: table.parts.isEmpty ? .record : table.kind, group: group(from: index, of: table),
                    in: result.document)
        if verdict == .continuation {
            if table.isFurtherLine(row, in: result.document) { table.furtherLines.insert(index) }
            table.parts.append(index)
        } else {
            flush(&table)
            table.parts.append(index)
            table.coveringRow = table.covering.map(\.cell)
            table.kind =
                verdict == .section ? .section : verdict == .total ? .total : verdict == .note ? .note : .record
        }
        // The text of a section row is a heading, that of a note no field: they cover nothing in the rows below.
        if table.layout.dialect == .html {
            cover(with: verdict == .record || verdict == .continuation ? row : nil, &table)
        }
        isBelowBreak = false
    }

    /// Whether a text stands alone between the number of a page and a gap: the head of that page.
    private func isPageHead(_ cell: Document.Cell, at index: Int, of table: OpenTable) -> Bool {
        guard isBelowBreak, table.layout.dialect == .aligned, !table.parts.isEmpty, cell.column > 0, index > 0,
            index + 1 < table.rowsEnd, result.document.rows[index + 1].isApart,
            let above = result.document.cells.filled(result.document.rows[index - 1].cells).first
        else { return false }
        let key = PlainText.key(of: cell.pieces, in: result.document, atMost: 200)
        return LineKind.sectionLevel(key) == nil
            && LineKind.isPageNumber(PlainText.key(of: above.pieces, in: result.document, atMost: 60))
    }

    /// The rows from `index` on that no gap parts; none where gaps do not part the rows of the table.
    private func group(from index: Int, of table: OpenTable) -> ArraySlice<Document.Row> {
        guard table.layout.gapsPartRows, index < table.rowsEnd else { return [] }
        let rows = result.document.rows[index..<table.rowsEnd]
        return rows[..<(rows.dropFirst().firstIndex(where: \.isApart) ?? rows.endIndex)]
    }

    /// Whether a text alone in its row, at the head of a page, is the rest of the heading at the foot of the page above.
    private func isRestOfSection(_ cell: Document.Cell?, below table: OpenTable) -> Bool {
        guard isBelowBreak, table.kind == .section, !table.parts.isEmpty, let cell,
            cell.column == 0 || Int(cell.columnSpan) * 2 > table.layout.columns
        else { return false }
        let key = PlainText.key(of: cell.pieces, in: result.document, atMost: 200)
        return key.count < 200 && LineKind.sectionLevel(key) == nil && !LineKind.isNumbered(key)
    }

    /// Whether all cells of a row hold dashes and nothing else: the rule of a table that was once plain text.
    ///
    /// A function of the type: a call on the segmenter holds all of it, row for row.
    private static func isRule(
        _ row: Document.Row, cells: [Document.Cell], of pieces: [Piece], _ text: [UInt8]
    ) -> Bool {
        var isLong = false
        for index in row.cells.range where !cells[index].pieces.isEmpty {
            let slice = cells[index].pieces
            guard text[pieces[Int(slice.first)].span.range.lowerBound] == 0x2D else { return false }
            let key = PlainText.key(of: slice, pieces: pieces, in: text, atMost: 1024)
            // A narrow column has two; one says that there is nothing.
            guard key.count >= 2, key.allSatisfy({ $0 == 0x2D }) else { return false }
            isLong = isLong || LineKind.isRule(key)
        }
        return isLong
    }

    /// Takes a row that is a record beyond doubt, below one that no further row can belong to: most rows are such.
    ///
    /// What is known of the table stays where it is: to take it out for each row costs more than the row.
    private mutating func takePlainRecord(_ index: Int) -> Bool {
        // A row of HTML may cover those below it.
        guard let plain = open?.plainRow, open?.layout.dialect != .html, let table = open?.index, let kind = open?.kind,
            open?.covering.isEmpty == true, open?.coveringRow.isEmpty == true, open?.titleLine == nil,
            let parts = open?.parts.count, parts <= 1,
            plain.holds(
                result.document.rows[index], cells: result.document.cells, of: result.document.pieces,
                result.document.text)
        else { return false }
        if parts == 1, let above = open?.parts.first {
            appendRow(kind, of: above, to: table)
            open?.parts[0] = index
        } else {
            open?.parts.append(index)
        }
        open?.kind = .record
        isBelowBreak = false
        return true
    }

    /// Makes a row of the table of one row of the source.
    private mutating func appendRow(_ kind: Segmentation.Row.Kind, of row: Int, to table: Int) {
        let own = result.document.rows[row].cells
        let first = result.document.cells.count
        let isWhole = !Self.hasEmptyCell(own.range, of: result.document.cells)
        if !isWhole { appendCells(of: row) }
        let cells = isWhole ? own : Slice32(first..<result.document.cells.count)
        result.rows.append(Segmentation.Row(kind: kind, cells: cells))
        result.tables[table].rows.count += 1
    }

    /// Whether a cell holds nothing.
    ///
    /// A function of the type: a call on the segmenter holds all of it, row for row.
    private static func hasEmptyCell(_ range: Range<Int>, of cells: [Document.Cell]) -> Bool {
        for index in range where cells[index].pieces.isEmpty { return true }
        return false
    }

    /// Adds the cells of a row of the source once more, without those that hold nothing.
    private mutating func appendCells(of row: Int) {
        for index in result.document.rows[row].cells.range {
            let cell = result.document.cells[index]
            guard !cell.pieces.isEmpty else { continue }
            result.appendCell(cell.pieces, column: Int(cell.column))
        }
    }

    func isFurniture(_ cell: Document.Cell) -> Bool {
        guard cell.columnSpan > 1 || cell.column > 0 else { return false }
        let key = PlainText.key(of: result.document.pieces[cell.pieces.range], in: result.document.text)
        guard let first = key.first else { return false }
        // A bare number may be the value of a cell; one with dashes or the word for page is not.
        return LineKind.isPageNumber(key) && (first == 0x2D || first >= 0x80)
    }

    func cover(with row: Document.Row?, _ table: inout OpenTable) {
        for index in table.covering.indices { table.covering[index].left -= 1 }
        table.covering.removeAll { $0.left <= 0 }
        guard let row else { return }
        for cell in result.document.cells[row.cells.range] where cell.rowSpan > 1 && !cell.pieces.isEmpty {
            table.covering.append((cell, Int(cell.rowSpan) - 1))
        }
    }

    /// Makes one row of the parts gathered so far.
    mutating func flush(_ table: inout OpenTable) {
        guard let firstPart = table.parts.first else { return }
        defer {
            table.parts.removeAll(keepingCapacity: true)
            table.furtherLines.removeAll(keepingCapacity: true)
        }
        let title = table.kind == .record ? table.titleLine.take() : nil
        if table.parts.count == 1, title == nil, table.coveringRow.isEmpty {
            return appendRow(table.kind, of: firstPart, to: table.index)
        }
        let first = result.document.cells.count
        if table.parts.count == 1 {
            appendCells(of: firstPart)
        } else {
            join(table.parts, of: table)
        }
        if let title { result.appendCell(title, column: result.tables[table.index].columns.count - 1) }
        if !table.coveringRow.isEmpty {
            let own = Set(result.document.cells[first...].map(\.column))
            for covering in table.coveringRow where !own.contains(covering.column) && mayRepeat(covering) {
                result.appendCell(covering.pieces, column: Int(covering.column), isCovering: true)
            }
        }
        result.rows.append(Segmentation.Row(kind: table.kind, cells: Slice32(first..<result.document.cells.count)))
        result.tables[table.index].rows.count += 1
    }

    /// Joins rows of the source column by column.
    mutating func join(_ parts: [Int], of table: OpenTable) {
        var columns: [UInt16: [Piece]] = [:]
        for part in parts {
            let isFurther = table.furtherLines.contains(part)
            for cell in result.document.cells[result.document.rows[part].cells.range] where !cell.pieces.isEmpty {
                var pieces = columns[cell.column] ?? []
                let isStep = isFurther && Int(cell.column) == table.stepColumn
                // The first step is an item as soon as there is a second.
                if isStep, !pieces.isEmpty { pieces[0].joint = .item }
                pieces.join(
                    result.document.pieces[cell.pieces.range], by: isStep ? .item : isFurther ? .line : .wrap)
                columns[cell.column] = pieces
            }
        }
        for column in columns.keys.sorted() {
            guard let pieces = columns[column] else { continue }
            result.appendCell(result.document.append(pieces: pieces), column: Int(column))
        }
    }

    /// Ends the open table.
    ///
    /// The rows of a table lie side by side, so this comes before any row of another.
    mutating func closeTable() {
        guard var table = open else { return }
        flush(&table)
        open = nil
    }
}

/// How a row looks that is a record beyond doubt: it has a number, a title, and most of the other cells.
struct PlainRow {
    private let number: Int
    private let title: Int
    private let columns: Int

    /// Null where no row of the table is beyond doubt.
    init?(_ layout: RowGrouper.Layout) {
        guard let number = layout.number, let title = layout.title, number != title, layout.columns >= 4,
            !layout.isSingleRecord, !layout.gapsPartRows
        else { return nil }
        (self.number, self.title, columns) = (number, title, layout.columns)
    }

    /// Whether a row looks so.
    func holds(_ row: Document.Row, cells: [Document.Cell], of pieces: [Piece], _ text: [UInt8]) -> Bool {
        guard Int(row.cells.count) * 2 > columns else { return false }
        var hasNumber = false
        var hasTitle = false
        for index in row.cells.range {
            let cell = cells[index]
            if Int(cell.column) == number {
                hasNumber = !cell.pieces.isEmpty && RowGrouper.isOrdinal(pieces[Int(cell.pieces.first)].span, in: text)
            }
            if Int(cell.column) == title { hasTitle = !cell.pieces.isEmpty }
        }
        return hasNumber && hasTitle
    }
}
