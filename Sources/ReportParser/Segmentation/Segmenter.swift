/// Finds what a reader sees in a document: tables with their headers and rows, headings, records with labelled fields.
package struct Segmenter {
    var result: Segmentation
    private var headers = HeaderDetector()
    private var grouper = RowGrouper()
    /// The table whose rows may go on in the next table block.
    private var open: OpenTable?
    /// Lines of text since the last table.
    private var zone: [Document.Line] = []
    /// Lines seen so far, to know a running head by its repetition.
    private var seenLines: [[UInt8]: Int] = [:]
    /// Whether the line above is a page number or a running head.
    private var followsFurniture = false
    private var followsRule = false
    /// Whether a page break, a page number or the end of a table stands since the last row.
    private var isBelowBreak = false

    private struct OpenTable {
        var index: Int
        var header: HeaderDetector.Header?
        var layout: RowGrouper.Layout
        /// The rows of the source that make each row so far: the parts of the row that is still open.
        var parts: [Int] = []
        var kind = Segmentation.Row.Kind.record
        /// Cells of earlier rows that cover the next ones: the column, the pieces, and how many rows more.
        var covering: [(cell: Document.Cell, left: Int)] = []
        /// Those of them that cover the first part of the row that is still open.
        var coveringRow: [Document.Cell] = []
        /// The line above a table without titles that names its one record.
        var titleLine: Slice32?
    }

    /// The segmentation of a document.
    package static func segment(_ document: Document) -> Segmentation {
        var segmenter = Segmenter(result: Segmentation(document: document))
        for index in segmenter.result.document.blocks.indices { segmenter.takeBlock(index) }
        segmenter.closeTable()
        segmenter.closeZone(beforeTable: false)
        return segmenter.result
    }

    private init(result: Segmentation) {
        self.result = result
        self.result.rows.reserveCapacity(result.document.rows.count)
        self.result.cells.reserveCapacity(result.document.cells.count)
    }

    private mutating func takeBlock(_ index: Int) {
        switch result.document.blocks[index] {
        case .pageBreak: isBelowBreak = true
        case .line(let line): take(line, isApart: isApart(index))
        case .table(let rows, let dialect, let columns): takeTable(rows.range, dialect: dialect, columns: columns)
        }
    }

    /// Whether gaps, tables or page breaks stand on both sides of the line that is block `index`.
    private func isApart(_ index: Int) -> Bool {
        guard case .line(let line) = result.document.blocks[index], line.blanksBefore > 0 || index == 0 else {
            return false
        }
        guard index + 1 < result.document.blocks.count, case .line(let next) = result.document.blocks[index + 1] else {
            return true
        }
        return next.blanksBefore > 0
    }

    private mutating func take(_ line: Document.Line, isApart: Bool) {
        let key = PlainText.key(of: result.document.pieces[line.pieces.range], in: result.document.text)
        // A bare number within a block of lines is a cell or the number of a list.
        let isBare = key.allSatisfy { $0 &- 0x30 < 10 }
        let isBelowFurniture = followsFurniture
        followsFurniture = true
        if isBelowFurniture, seenLines[key] != nil {
            furniture(.runningHead, line.pieces)
            return
        }
        seenLines[key, default: 0] += 1
        if LineKind.isPageNumber(key), isApart || !isBare {
            isBelowBreak = true
            takeHeadAbove()
            furniture(.pageNumber, line.pieces)
        } else if LineKind.isCatchword(key) {
            furniture(.catchword, line.pieces)
        } else if LineKind.isRule(key) {
            furniture(.rule, line.pieces)
            followsFurniture = false
            followsRule = true
        } else {
            followsFurniture = false
            var line = line
            if followsRule { line.blanksBefore = max(line.blanksBefore, 1) }
            followsRule = false
            // The gap that a page's end leaves is none of the text's.
            if isBelowFurniture, let last = zone.last, last.width >= 45 { line.blanksBefore = 0 }
            zone.append(line)
        }
    }

    /// Takes the line above a page number for a running head, where it has stood there before.
    private mutating func takeHeadAbove() {
        guard let last = zone.last, last.blanksBefore > 0 else { return }
        let key = PlainText.key(of: result.document.pieces[last.pieces.range], in: result.document.text)
        guard (seenLines[key] ?? 0) > 1, LineKind.sectionLevel(key) == nil else { return }
        zone.removeLast()
        furniture(.runningHead, last.pieces)
    }

    /// Furniture keeps its place among the lines around it only where the order can be told: before the zone.
    private mutating func furniture(_ kind: Furniture.Kind, _ pieces: Slice32) {
        result.segments.append(.furniture(kind, pieces))
    }

    // MARK: Lines

    private mutating func closeZone(beforeTable: Bool) {
        guard !zone.isEmpty else { return }
        let lines = zone
        zone.removeAll(keepingCapacity: true)
        // Moved, not copied: a copy of what the matcher knows would cost more than most zones.
        var prose = ProseSegmenter(
            lines: lines, isBeforeTable: beforeTable, hadTable: !result.tables.isEmpty, matcher: headers.matcher)
        headers.matcher = HeadingMatcher()
        prose.segment(into: &result)
        headers.matcher = prose.matcher
    }

    /// Whether the lines since the last table are the running head of a page, so that the table goes on below them.
    private func isRunningHead() -> Bool {
        isBelowBreak && zone.count <= 2
            && zone.allSatisfy { line in
                let key = PlainText.key(of: result.document.pieces[line.pieces.range], in: result.document.text)
                return LineKind.sectionLevel(key) == nil && (LineKind.isAboutReport(key) || line.indent > 8)
            }
    }

    // MARK: Tables

    private mutating func takeTable(_ rows: Range<Int>, dialect: Document.Dialect, columns: Int) {
        if let vertical = VerticalTable(rows, columns: columns, in: &result.document, matcher: &headers.matcher) {
            closeTable()
            closeZone(beforeTable: true)
            vertical.append(to: &result)
            return
        }
        if dialect == .pipes || dialect == .tabs, rows.count <= 2, takeAsLine(rows) { return }
        var body = rows
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
        } else if takeAsText(rows, columns: columns) {
            return
        } else {
            startTable(nil, dialect: dialect, rows: rows, columns: columns)
        }
        if dialect == .aligned { body = withoutPageFoot(body) }
        for row in body where !takeAsHeader(row, in: body) { take(row) }
        isBelowBreak = false
    }

    /// Takes a row that repeats the header of the open table in the midst of its rows.
    private mutating func takeAsHeader(_ row: Int, in rows: Range<Int>) -> Bool {
        guard let known = open?.header, known.rows.count == 1,
            let first = result.document.cells[result.document.rows[row].cells.range].first(where: { !$0.pieces.isEmpty }
            ),
            Int(first.column) < known.keys.count,
            let start = result.document.pieces[first.pieces.range].first?.span.start,
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

    /// The rows of an aligned table without the page number and the running head of the next page at its end.
    private mutating func withoutPageFoot(_ rows: Range<Int>) -> Range<Int> {
        for row in rows.suffix(4).reversed() {
            let cells = result.document.cells[result.document.rows[row].cells.range].filter { !$0.pieces.isEmpty }
            guard let last = cells.last, cells.count <= 3, isFurniture(last),
                cells.count == 1 || result.document.rows[row].isApart
            else { continue }
            furniture(.pageNumber, rowPieces(row))
            for head in row + 1..<rows.upperBound { furniture(.runningHead, rowPieces(head)) }
            return rows.lowerBound..<row
        }
        return rows
    }

    /// Takes the rows of a table that is none as lines: a spreadsheet's title rows, or one line with a tab in it.
    private mutating func takeAsText(_ rows: Range<Int>, columns: Int) -> Bool {
        let isLine = rows.count == 1 && columns <= 3
        let isTitles = rows.allSatisfy { row in
            result.document.cells[result.document.rows[row].cells.range].filter { !$0.pieces.isEmpty }.count <= 1
        }
        guard isLine || isTitles else { return false }
        for (offset, row) in rows.enumerated() {
            let pieces = rowPieces(row)
            guard !pieces.isEmpty else { continue }
            take(
                Document.Line(
                    pieces: pieces, indent: 0, width: 0, blanksBefore: offset == 0 ? 1 : 0, headingLevel: 0,
                    isBold: false),
                isApart: false)
        }
        return true
    }

    /// One line with pipes or tabs among lines of text, whose cells are labelled fields, is such a line.
    private mutating func takeAsLine(_ rows: Range<Int>) -> Bool {
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

    private func goesOn(_ table: OpenTable, with rows: Range<Int>, columns: Int, dialect: Document.Dialect) -> Bool {
        guard dialect == table.layout.dialect, table.header != nil else { return false }
        return columns == table.layout.columns || (columns < table.layout.columns && columns >= 3 && dialect != .html)
    }

    private mutating func startTable(
        _ header: HeaderDetector.Header?, dialect: Document.Dialect, rows: Range<Int>, columns: Int
    ) {
        closeTable()
        let titleLine = header.flatMap { takeTitleLine(above: $0.columns) }
        closeZone(beforeTable: true)
        var table = Segmentation.Table(
            columns: header?.columns ?? .init(repeating: Segmentation.Column(), count: columns))
        table.rows = Slice32(result.rows.count..<result.rows.count)
        if let header {
            for row in header.captions { takeCaption(row, &table) }
            for row in header.rows { result.segments.append(.text(.tableHeader, rowPieces(row), level: 0)) }
        }
        let layout = grouper.layout(
            table.columns, rows: (header?.rows.upperBound ?? rows.lowerBound)..<rows.upperBound, dialect: dialect,
            in: result.document)
        var next = OpenTable(index: result.tables.count, header: header, layout: layout)
        name(&next, &table, titleLine)
        open = next
        result.segments.append(.table(result.tables.count))
        result.tables.append(table)
    }

    /// Takes the numbered line right above a table whose columns name no subject: it names the table's one record.
    private mutating func takeTitleLine(above columns: [Segmentation.Column]) -> Slice32? {
        let roles = columns.compactMap(\.match?.role)
        guard !roles.contains(.title), !roles.contains(.section), !roles.contains(.code),
            roles.filter(\.isAction).count >= 2,
            let last = zone.last
        else { return nil }
        let key = PlainText.key(of: result.document.pieces[last.pieces.range], in: result.document.text)
        guard key.count < 400, LineKind.recordHeading(key) != nil || LineKind.isNumbered(key) else { return nil }
        zone.removeLast()
        return last.pieces
    }

    /// Gives a table the line that names its record as the title of its first row.
    private func name(_ open: inout OpenTable, _ table: inout Segmentation.Table, _ line: Slice32?) {
        guard let line else { return }
        open.titleLine = line
        open.layout.isSingleRecord = true
        table.columns.append(
            Segmentation.Column(match: HeadingMatcher.Match(role: .title, certainty: 1)))
    }

    /// The next part of a table below a heading of its own: a new table with the same columns.
    private mutating func startTable(like table: OpenTable) {
        let columns = table.header?.columns ?? result.tables[table.index].columns
        closeTable()
        let titleLine = takeTitleLine(above: columns)
        closeZone(beforeTable: true)
        var next = Segmentation.Table(columns: columns)
        next.rows = Slice32(result.rows.count..<result.rows.count)
        var layout = table.layout
        layout.isSingleRecord = false
        var opened = OpenTable(index: result.tables.count, header: table.header, layout: layout)
        name(&opened, &next, titleLine)
        open = opened
        result.segments.append(.table(result.tables.count))
        result.tables.append(next)
    }

    /// A row above a header: the caption, a section, or text about the report.
    private mutating func takeCaption(_ row: Int, _ table: inout Segmentation.Table) {
        let pieces = rowPieces(row)
        let key = PlainText.key(of: result.document.pieces[pieces.range], in: result.document.text)
        let level = LineKind.sectionLevel(key)
        result.segments.append(.text(level == nil ? .paragraph : .heading, pieces, level: level ?? 0))
        if level == nil { table.caption = pieces }
    }

    private mutating func rowPieces(_ row: Int) -> Slice32 {
        let cells = result.document.cells[result.document.rows[row].cells.range].filter { !$0.pieces.isEmpty }
        if cells.count == 1, let only = cells.first { return only.pieces }
        var pieces: [Piece] = []
        for cell in cells {
            for (index, piece) in result.document.pieces[cell.pieces.range].enumerated() {
                var piece = piece
                if index == 0, !pieces.isEmpty { piece.joint = .space }
                pieces.append(piece)
            }
        }
        return result.document.append(pieces: pieces)
    }

    private mutating func take(_ index: Int) {
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
        let verdict = grouper.verdict(
            row, layout: table.layout, hasRowBefore: !table.parts.isEmpty && table.kind == .record,
            isBelowBreak: isBelowBreak, covered: table.covering,
            above: table.parts.last.map { result.document.rows[$0] }, in: result.document)
        if verdict == .continuation {
            table.parts.append(index)
        } else {
            flush(&table)
            table.parts.append(index)
            table.coveringRow = table.covering.map(\.cell)
            table.kind =
                verdict == .section ? .section : verdict == .total ? .total : verdict == .note ? .note : .record
        }
        // The text of a section row is a heading; it covers no field of the rows below.
        if table.layout.dialect == .html { cover(with: verdict == .section ? nil : row, &table) }
        isBelowBreak = false
    }

    private func isFurniture(_ cell: Document.Cell) -> Bool {
        guard cell.columnSpan > 1 || cell.column > 0 else { return false }
        let key = PlainText.key(of: result.document.pieces[cell.pieces.range], in: result.document.text)
        guard let first = key.first else { return false }
        // A bare number may be the value of a cell; one with dashes or the word for page is not.
        return LineKind.isPageNumber(key) && (first == 0x2D || first >= 0x80)
    }

    private func cover(with row: Document.Row?, _ table: inout OpenTable) {
        for index in table.covering.indices { table.covering[index].left -= 1 }
        table.covering.removeAll { $0.left <= 0 }
        guard let row else { return }
        for cell in result.document.cells[row.cells.range] where cell.rowSpan > 1 && !cell.pieces.isEmpty {
            table.covering.append((cell, Int(cell.rowSpan) - 1))
        }
    }

    /// Makes one row of the parts gathered so far.
    private mutating func flush(_ table: inout OpenTable) {
        guard let firstPart = table.parts.first else { return }
        let first = result.cells.count
        if table.parts.count == 1 {
            for cell in result.document.cells[result.document.rows[firstPart].cells.range] where !cell.pieces.isEmpty {
                result.cells.append(Segmentation.Cell(column: cell.column, pieces: cell.pieces))
            }
        } else {
            join(table.parts)
        }
        if table.kind == .record, let line = table.titleLine.take() {
            let column = result.tables[table.index].columns.count - 1
            result.cells.append(Segmentation.Cell(column: UInt16(clamping: column), pieces: line))
        }
        if !table.coveringRow.isEmpty {
            let own = Set(result.cells[first...].map(\.column))
            for covering in table.coveringRow where !own.contains(covering.column) {
                result.cells.append(
                    Segmentation.Cell(column: covering.column, isCovering: true, pieces: covering.pieces))
            }
        }
        result.rows.append(Segmentation.Row(kind: table.kind, cells: Slice32(first..<result.cells.count)))
        result.tables[table.index].rows.count += 1
        table.parts.removeAll(keepingCapacity: true)
    }

    private mutating func join(_ parts: [Int]) {
        var columns: [UInt16: [Piece]] = [:]
        for part in parts {
            for cell in result.document.cells[result.document.rows[part].cells.range] where !cell.pieces.isEmpty {
                var pieces = columns[cell.column] ?? []
                for (index, piece) in result.document.pieces[cell.pieces.range].enumerated() {
                    var piece = piece
                    if index == 0, !pieces.isEmpty { piece.joint = .wrap }
                    pieces.append(piece)
                }
                columns[cell.column] = pieces
            }
        }
        for column in columns.keys.sorted() {
            guard let pieces = columns[column] else { continue }
            result.cells.append(
                Segmentation.Cell(column: column, pieces: result.document.append(pieces: pieces)))
        }
    }

    /// Ends the open table.
    ///
    /// The rows of a table lie side by side, so this comes before any row of another.
    private mutating func closeTable() {
        guard var table = open else { return }
        flush(&table)
        open = nil
    }
}
