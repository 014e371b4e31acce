internal import ThaiText

/// HTML that stands in extracted text.
///
/// A table, or a whole page. Tags nest as they come; nothing here recurses.
struct HTMLReader {
    private let text: [UInt8]
    private var document: Document
    private var position: Int
    private let end: Int
    /// The tables that are open, the outermost first.
    ///
    /// A table inside a cell is read as further text of that cell.
    private var openTables = 0
    private var firstRow = 0
    private var columns = 0
    private var firstCell = -1
    private var column = 0
    private var rowIsHeading = true
    /// The cell that is open, and the span that its tag gives it.
    private var cellPieces = -1
    private var cellColumns = 1
    private var cellRows = 1
    /// Columns that a cell of an earlier row still covers: how many rows more.
    private var covered: [Int: Int] = [:]
    private var inline = InlineMarkup(lineEnd: .space)
    private var pendingJoint = Piece.Joint.none
    private var listDepth = 0
    private var linePieces = -1
    private var headingLevel = 0

    /// More nesting than this is no document that a person made; deeper tables are read as text of their cell.
    private static let deepest = 64

    /// Columns behind this one are not followed from row to row.
    private static let widest = 1024

    private init(_ text: [UInt8], from position: Int, document: Document) {
        self.text = text
        self.document = document
        self.position = position
        end = text.count
    }

    /// Reads the table or page whose first tag opens `line`; null where that tag opens neither.
    ///
    /// `lastTable` is where the last `<table` of the text begins: a page without one ahead is read line by line.
    static func read(
        _ text: [UInt8], from line: LineScan, lastTable: Int, into document: inout Document
    ) -> Int? {
        guard let tag = HTMLTag.read(text, at: line.content.lowerBound, end: text.count) else { return nil }
        let isPage: Bool
        switch tag.name {
        case .table where !tag.isClosing: isPage = false
        case .document, .comment: isPage = true
        case .block where !tag.isClosing: isPage = true
        default: return nil
        }
        if isPage, lastTable < tag.range.upperBound { return nil }
        var reader = HTMLReader(text, from: line.content.lowerBound, document: document)
        document = Document(text: [])
        let stop = reader.readAll(untilTableEnds: !isPage)
        document = reader.document
        return stop
    }

    /// Where the last `<table` tag of a text begins, -1 where it has none.
    static func lastTable(in text: [UInt8]) -> Int {
        var last = -1
        let name = Array("table".utf8)
        text.forEachOffset(of: 0x3C) { offset in
            guard offset + 6 < text.count else { return }
            if name.indices.allSatisfy({ text[offset + 1 + $0] | 0x20 == name[$0] }) { last = offset }
        }
        return last
    }

    private mutating func readAll(untilTableEnds: Bool) -> Int {
        var start = position
        while position < end {
            guard text[position] == 0x3C, let tag = HTMLTag.read(text, at: position, end: end) else {
                position += 1
                continue
            }
            let isMark = tag.name == .inline || tag.name == .bold || tag.name == .input || tag.name == .unknown
            guard !isMark else {
                position = tag.range.upperBound
                continue
            }
            take(start..<position)
            document.markup(tag.range)
            position = tag.range.upperBound
            if tag.name == .opaque, !tag.isClosing { skipOpaque() }
            handle(tag)
            start = position
            if untilTableEnds, openTables == 0 { return position }
        }
        take(start..<end)
        let isOpen = openTables > 0
        while openTables > 0 { closeTable() }
        closeLine()
        if isOpen {
            document.problems.append(
                ReadProblem(kind: .unclosedMarkup, span: SourceSpan(text.characterStart(before: end)..<end), count: 1))
        }
        return end
    }

    private mutating func handle(_ tag: HTMLTag) {
        switch (tag.name, tag.isClosing) {
        case (.table, false): openTable()
        case (.table, true): if openTables > 0 { closeTable() }
        case (.row, false) where openTables == 1: openRow()
        case (.row, true) where openTables == 1: closeRow()
        case (.cell, false) where openTables == 1, (.headCell, false) where openTables == 1: openCell(tag)
        case (.cell, true) where openTables == 1, (.headCell, true) where openTables == 1: closeCell()
        case (.heading, let closing) where openTables == 0:
            closeLine()
            headingLevel = closing ? 0 : tag.level
        case (.tableGroup, _), (.document, _), (.comment, _), (.opaque, _): if openTables == 0 { closeLine() }
        case (.list, let closing) where openTables > 0:
            listDepth += closing ? -1 : 1
            pendingJoint = max(pendingJoint, .line)
        case (.listItem, false) where openTables > 0: pendingJoint = listDepth > 1 ? .subitem : .item
        case (.paragraph, _), (.lineBreak, _), (.list, _), (.listItem, _), (.block, _), (.heading, _):
            if openTables == 0 { closeLine() } else { pendingJoint = max(pendingJoint, .line) }
        case (.cell, _), (.headCell, _), (.row, _): pendingJoint = max(pendingJoint, .line)
        default: break
        }
    }

    /// Scripts and styles are no text of the report: their source is markup.
    private mutating func skipOpaque() {
        let start = position
        while position < end {
            if text[position] == 0x3C, let tag = HTMLTag.read(text, at: position, end: end), tag.name == .opaque,
                tag.isClosing
            {
                break
            }
            position += 1
        }
        document.markup(start..<position)
    }

    private mutating func take(_ range: Range<Int>) {
        guard !text.trimmed(range).isEmpty else { return }
        if openTables > 0, cellPieces < 0 {
            // Text between the cells of a table: browsers put it before the table, we keep it as a cell of its own.
            openStrayCell()
        } else if openTables == 0, linePieces < 0 {
            linePieces = document.pieces.count
            inline = InlineMarkup(lineEnd: .space)
        }
        inline.append(range, of: text, joint: pendingJoint, to: &document)
        pendingJoint = .none
    }

    private mutating func closeLine() {
        defer {
            linePieces = -1
            pendingJoint = .none
        }
        guard linePieces >= 0, document.pieces.count > linePieces else { return }
        let slice = Slice32(linePieces..<document.pieces.count)
        let width = VisualColumns.width(of: document.span(of: slice).range, in: text)
        document.blocks.append(
            .line(
                Document.Line(
                    pieces: slice, indent: 0, width: UInt16(clamping: width), blanksBefore: 1,
                    headingLevel: UInt8(headingLevel), isBold: inline.isBold)))
    }

    private mutating func openTable() {
        if openTables == 0 {
            closeLine()
            firstRow = document.rows.count
            columns = 0
            covered = [:]
            firstCell = -1
        } else if openTables == Self.deepest {
            document.problems.append(
                ReadProblem(kind: .deepNesting, span: SourceSpan(position..<position), count: 1))
        } else {
            pendingJoint = .line
        }
        openTables += 1
    }

    private mutating func closeTable() {
        openTables -= 1
        guard openTables == 0 else {
            pendingJoint = .line
            return
        }
        closeRow()
        document.appendTable(rowsFrom: firstRow, dialect: .html, columns: columns)
    }

    private mutating func openRow() {
        closeRow()
        firstCell = document.cells.count
        column = 0
        rowIsHeading = true
    }

    private mutating func closeRow() {
        closeCell()
        guard firstCell >= 0 else { return }
        if document.cells.count > firstCell {
            document.appendRow(cellsFrom: firstCell, isApart: false, isHeading: rowIsHeading)
        }
        firstCell = -1
        covered = covered.compactMapValues { $0 > 1 ? $0 - 1 : nil }
    }

    private mutating func openCell(_ tag: HTMLTag) {
        closeCell()
        if firstCell < 0 { openRow() }
        while covered[column] != nil { column += 1 }
        if tag.name == .cell { rowIsHeading = false }
        cellPieces = document.pieces.count
        cellColumns = tag.columnSpan
        cellRows = tag.rowSpan
        inline = InlineMarkup(lineEnd: .space)
        pendingJoint = .none
        listDepth = 0
    }

    private mutating func openStrayCell() {
        if firstCell < 0 { openRow() }
        cellPieces = document.pieces.count
        cellColumns = 1
        cellRows = 1
        rowIsHeading = false
        inline = InlineMarkup(lineEnd: .space)
    }

    private mutating func closeCell() {
        guard cellPieces >= 0 else { return }
        document.appendCell(piecesFrom: cellPieces, column: column, columnSpan: cellColumns, rowSpan: cellRows)
        if cellRows > 1 {
            // The row that opens the cell counts down with the others.
            for covering in column..<max(column, min(column + cellColumns, Self.widest)) {
                covered[covering] = cellRows
            }
        }
        column += cellColumns
        columns = max(columns, column)
        cellPieces = -1
        pendingJoint = .none
    }
}
