internal import ThaiText

/// Appending rows, cells and lines to the flat tables of a document.
extension Document {
    /// Adds a cell of one run of text and returns it.
    mutating func appendCell(
        _ range: Range<Int>, of text: [UInt8], column: Int, lineEnd: Piece.Joint = .line
    ) {
        let first = pieces.count
        var inline = InlineMarkup(lineEnd: lineEnd)
        inline.append(range, of: text, joint: .none, to: &self)
        appendCell(piecesFrom: first, column: column)
    }

    /// Adds a cell that stood in quotes; of each doubled quote inside, the second is markup.
    mutating func appendQuotedCell(_ range: Range<Int>, of text: [UInt8], column: Int) {
        let first = pieces.count
        var inline = InlineMarkup(lineEnd: .line)
        var start = range.lowerBound
        var position = start
        var joint = Piece.Joint.none
        while position + 1 < range.upperBound {
            guard text[position] == 0x22, text[position + 1] == 0x22 else {
                position += 1
                continue
            }
            inline.append(start..<position + 1, of: text, joint: joint, to: &self)
            markup(position + 1..<position + 2)
            position += 2
            start = position
            joint = text.blankLength(at: start) > 0 ? .space : .none
        }
        inline.append(start..<range.upperBound, of: text, joint: joint, to: &self)
        appendCell(piecesFrom: first, column: column)
    }

    /// Adds a cell of one run of text that holds no markup.
    mutating func appendPlainCell(_ range: Range<Int>, column: Int) {
        pieces.append(Piece(range))
        appendCell(piecesFrom: pieces.count - 1, column: column)
    }

    /// Adds a cell over the pieces appended since `first`; one without pieces is left out.
    mutating func appendCell(piecesFrom first: Int, column: Int, columnSpan: Int = 1, rowSpan: Int = 1) {
        guard pieces.count > first || rowSpan > 1 || columnSpan > 1 else { return }
        if pieces.count == first + 1, Self.isPlaceholder(pieces[first].span.range, in: text) {
            markup(pieces.removeLast().span.range)
            return
        }
        cells.append(
            Cell(
                pieces: Slice32(first..<pieces.count), column: UInt16(clamping: column),
                columnSpan: UInt16(clamping: columnSpan), rowSpan: UInt16(clamping: rowSpan)))
    }

    /// What data tools write into cells that are empty: `NaN`, `None`, `Unnamed: 3`.
    ///
    /// A function of the text alone: as a method it would copy the document, tables and all, for every cell.
    private static func isPlaceholder(_ range: Range<Int>, in text: [UInt8]) -> Bool {
        let first = text[range.lowerBound]
        guard range.count <= 12, first == 0x4E || first == 0x6E || first == 0x3C || first == 0x55 else { return false }
        let word = text[range]
        if range.count <= 4 { return placeholders.contains { word.elementsEqual($0) } }
        return word.starts(with: unnamed)
            && word.dropFirst(unnamed.count).allSatisfy { $0 == 0x20 || $0 &- 0x30 < 10 }
    }

    private static let placeholders = ["NaN", "nan", "None", "NaT", "null", "<NA>"].map { Array($0.utf8) }
    private static let unnamed = Array("Unnamed:".utf8)

    /// Adds a row over the cells appended since `first`.
    mutating func appendRow(cellsFrom first: Int, isApart: Bool, isHeading: Bool = false) {
        rows.append(Row(cells: Slice32(first..<cells.count), isApart: isApart, isHeading: isHeading))
    }

    /// Adds a line of text.
    ///
    /// `indent`: the columns before it; `headingLevel`: as markdown marks it, 0 where it is no heading.
    mutating func appendLine(
        _ content: Range<Int>, of text: [UInt8], indent: Int, blanksBefore: Int, headingLevel: Int = 0
    ) {
        let first = pieces.count
        var inline = InlineMarkup()
        inline.append(content, of: text, joint: .none, to: &self)
        guard pieces.count > first else { return }
        blocks.append(
            .line(
                Line(
                    pieces: Slice32(first..<pieces.count), indent: UInt16(clamping: indent),
                    width: UInt16(clamping: VisualColumns.width(of: content, in: text)),
                    blanksBefore: UInt16(clamping: blanksBefore), headingLevel: UInt8(headingLevel),
                    isBold: inline.isBold)))
    }

    /// Closes a table over the rows appended since `first`.
    mutating func appendTable(rowsFrom first: Int, dialect: Dialect, columns: Int) {
        guard rows.count > first else { return }
        blocks.append(.table(Slice32(first..<rows.count), dialect: dialect, columns: columns))
    }
}

/// Rules drawn with dashes between the rows of a table.
enum TableRule {
    /// Whether a cell is part of a rule: two or more of `-`, `=`, `_`, `:` or `—` and nothing else.
    static func isRule(_ range: Range<Int>, in text: [UInt8]) -> Bool {
        var strokes = 0
        var position = range.lowerBound
        while position < range.upperBound {
            switch text[position] {
            case 0x2D, 0x3D, 0x5F, 0x3A: strokes += 1
            case 0x20: break
            case 0xE2
            where position + 2 < range.upperBound && text[position + 1] == 0x80
                && (text[position + 2] == 0x93 || text[position + 2] == 0x94):
                strokes += 1
                position += 2
            default: return false
            }
            position += 1
        }
        return strokes >= 2
    }
}
