internal import ThaiText

/// Rows of cells parted by tabs, as spreadsheets and table extractors write them.
enum TabTable {
    /// How far a quoted cell may run, in lines, before the quote is taken for a plain sign.
    private static let longestQuotedCell = 200
    /// In bytes: longer lines are running text.
    private static let longestSection = 300

    /// Reads the table that begins with `line`; returns where it stops.
    static func read(_ text: [UInt8], from line: LineScan, into document: inout Document) -> Int {
        let firstRow = document.rows.count
        var columns = 0
        var line = line
        var fields: [Range<Int>] = []
        // Cells of the row read last, for a row that a line break inside a cell cuts in two.
        var open = 0
        var isSection = false
        while true {
            var stop = line.next
            fields.removeAll(keepingCapacity: true)
            split(text, line, &stop, &fields)
            if fields.allSatisfy({ $0.isEmpty || TableRule.isRule($0, in: text) }) {
                for field in fields { document.markup(field) }
            } else if open > 0,
                open < columns && open + fields.count - 1 == columns && line.leadingTabs < 2
                    || fields.count == 1 && line.tabs == 0 && !isSection && !opensQuotedRow(text, line)
            {
                join(fields, to: &document, text: text, at: open - 1)
                open += fields.count - 1
            } else {
                let firstCell = document.cells.count
                for (column, field) in fields.enumerated() where !field.isEmpty {
                    if text[field.lowerBound] == 0x22, case let inner = unquoted(field, text, &document), inner != field
                    {
                        document.appendQuotedCell(inner, of: text, column: column)
                    } else if line.mayHoldMarkup || text[field.lowerBound] == 0x22 {
                        document.appendCell(field, of: text, column: column)
                    } else {
                        document.appendPlainCell(field, column: column)
                    }
                }
                document.appendRow(cellsFrom: firstCell, isApart: false)
                columns = max(columns, fields.count)
                // A section is whole, however few its cells.
                open = isSection ? columns : fields.count
            }
            guard stop < text.count else { return finish(stop, firstRow, columns, &document) }
            let next = LineScan(text, from: stop)
            let opensRow = opensQuotedRow(text, next)
            let isRest =
                !next.isBlank && !opensRow && document.rows.count > firstRow + 1
                && (open < columns || startsItem(text, next) || columns == 2 && standsBetweenFields(text, next))
                && !isPageNumber(text, next)
            isSection = !isRest && isSectionRow(text, next)
            let goesOn = next.tabs + next.leadingTabs > 0 || isRest || isSection || opensRow
            guard !next.isBlank, goesOn, !next.hasPageBreak else { return finish(stop, firstRow, columns, &document) }
            line = next
        }
    }

    /// Whether a line begins with a quoted cell of several lines, behind which a row goes on.
    private static func opensQuotedRow(_ text: [UInt8], _ line: LineScan) -> Bool {
        guard !line.isBlank, line.tabs + line.leadingTabs == 0, text[line.content.lowerBound] == 0x22,
            let end = quoteEnd(text, from: line.content.lowerBound)
        else { return false }
        return end > line.content.upperBound && end < text.count && text[end] == 0x09
    }

    /// Whether a line begins with a bullet: the next item of the list in the last cell.
    private static func startsItem(_ text: [UInt8], _ line: LineScan) -> Bool {
        Bullet.length(at: line.content.lowerBound, in: text) > 0
    }

    /// In bytes: what goes on with the value of a field is short, or it would be a text of its own.
    private static let longestRest = 150

    /// Whether a line without a tab stands between two fields of a form, and neither counts nor heads what follows: the
    /// second line of a value.
    private static func standsBetweenFields(_ text: [UInt8], _ line: LineScan) -> Bool {
        guard line.tabs + line.leadingTabs == 0, line.content.count <= longestRest, !line.hasPageBreak,
            line.next < text.count, case let below = LineScan(text, from: line.next), below.tabs == 1,
            below.leadingTabs == 0
        else { return false }
        var key: [UInt8] = []
        PlainText.appendKey(of: line.content, in: text, to: &key)
        return LineKind.sectionLevel(key) == nil && LineKind.recordHeading(key) == nil && !LineKind.isNumbered(key)
            && !LineKind.isCount(key)
    }

    /// Whether a line is the heading of a section that covers the whole row: a row of cells stands below it.
    private static func isSectionRow(_ text: [UInt8], _ line: LineScan) -> Bool {
        guard !line.isBlank, line.tabs + line.leadingTabs == 0, line.content.count <= longestSection,
            line.next < text.count, LineScan(text, from: line.next).tabs > 0
        else { return false }
        var key: [UInt8] = []
        PlainText.appendKey(of: line.content, in: text, to: &key)
        return LineKind.sectionLevel(key) != nil
    }

    /// Whether a line is a page number that says so: a bare number may be a cell.
    private static func isPageNumber(_ text: [UInt8], _ line: LineScan) -> Bool {
        guard line.content.count <= 60, text.digit(at: line.content.lowerBound).value < 0 else { return false }
        var key: [UInt8] = []
        PlainText.appendKey(of: line.content, in: text, to: &key)
        return LineKind.isPageNumber(key)
    }

    private static func finish(_ stop: Int, _ firstRow: Int, _ columns: Int, _ document: inout Document) -> Int {
        document.appendTable(rowsFrom: firstRow, dialect: .tabs, columns: columns)
        return stop
    }

    /// The cells of a row, trimmed.
    ///
    /// A quoted cell may run over line ends; `stop` then moves behind its last line.
    private static func split(_ text: [UInt8], _ line: LineScan, _ stop: inout Int, _ fields: inout [Range<Int>]) {
        var start = line.range.lowerBound
        var position = start
        var end = line.range.upperBound
        while position <= end {
            if position == start, position < end, text[position] == 0x22, let closing = quoteEnd(text, from: position) {
                position = closing
                if closing > end {
                    let last = LineScan(text, from: closing)
                    end = last.range.upperBound
                    stop = last.next
                }
            }
            if position == start, position < end, let closing = paragraphEnd(text, from: position), closing > end {
                position = closing
                let last = LineScan(text, from: closing)
                end = last.range.upperBound
                stop = last.next
            }
            if position < end { position = text.firstOffset(of: 0x09, in: position..<end) }
            fields.append(text.trimmed(start..<position))
            start = position + 1
            position = start
        }
    }

    /// Whether a row begins with a cell that is a paragraph over several lines: `<p>๒.๑ มาตรการ…⏎…</p>⇥…`.
    static func beginsWithParagraph(_ line: LineScan, of text: [UInt8]) -> Bool {
        guard line.tabs == 0, let end = paragraphEnd(text, from: line.content.lowerBound) else { return false }
        return end > line.range.upperBound && end < text.count && text[end] == 0x09
    }

    private static let paragraphStart = Array("<p>".utf8)
    private static let paragraphClose = Array("</p>".utf8)

    /// Behind the tag that closes the paragraph beginning at `start`, where no tab stands within it.
    private static func paragraphEnd(_ text: [UInt8], from start: Int) -> Int? {
        guard text[start] == 0x3C, text.hasPrefix(paragraphStart, at: start) else { return nil }
        var position = start + paragraphStart.count
        var lines = 0
        while position < text.count, text[position] != 0x09, lines < longestQuotedCell {
            if text[position] == 0x0A { lines += 1 }
            if text[position] == 0x3C {
                if text.hasPrefix(paragraphClose, at: position) { return position + paragraphClose.count }
                if text.hasPrefix(paragraphStart, at: position) { return nil }
            }
            position += 1
        }
        return nil
    }

    /// Behind the quote that closes the cell beginning at `start`, where that quote ends the cell.
    private static func quoteEnd(_ text: [UInt8], from start: Int) -> Int? {
        var position = start + 1
        var lines = 0
        while position < text.count, lines < longestQuotedCell {
            if text[position] == 0x22 {
                if position + 1 < text.count, text[position + 1] == 0x22 {
                    position += 2
                    continue
                }
                let next = position + 1
                return next == text.count || text[next] == 0x09 || text[next] == 0x0A || text[next] == 0x0D ? next : nil
            }
            if text[position] == 0x09 { return nil }
            if text[position] == 0x0A { lines += 1 }
            position += 1
        }
        return nil
    }

    /// A cell without the quotes around it.
    private static func unquoted(_ field: Range<Int>, _ text: [UInt8], _ document: inout Document) -> Range<Int> {
        guard field.count >= 2, text[field.lowerBound] == 0x22, text[field.upperBound - 1] == 0x22,
            quoteEnd(text, from: field.lowerBound) == field.upperBound
        else { return field }
        document.markup(field.lowerBound..<field.lowerBound + 1)
        document.markup(field.upperBound - 1..<field.upperBound)
        return field.lowerBound + 1..<field.upperBound - 1
    }

    /// Adds the cells of a broken-off line to the row before: the first goes on with that row's last cell.
    private static func join(_ fields: [Range<Int>], to document: inout Document, text: [UInt8], at column: Int) {
        guard var row = document.rows.last else { return }
        for (offset, field) in fields.enumerated() where !field.isEmpty {
            let goesOn = offset == 0 && document.cells.last.map { Int($0.column) == column } ?? false
            guard goesOn, var cell = document.cells.last, !row.cells.isEmpty else {
                document.appendCell(field, of: text, column: column + offset)
                row.cells.count = UInt32(document.cells.count) - row.cells.first
                continue
            }
            let first = document.pieces.count
            var inline = InlineMarkup()
            // A unit on a line of its own is another one.
            let isUnit = Vocabulary.standard.unitHeads.longestPhrase(in: text, at: field.lowerBound) != nil
            inline.append(field, of: text, joint: isUnit ? .line : .wrap, to: &document)
            if document.pieces.count > first { document.pieces[first].joint = isUnit ? .line : .wrap }
            cell.pieces.count = UInt32(document.pieces.count) - cell.pieces.first
            document.cells[document.cells.count - 1] = cell
        }
        document.rows[document.rows.count - 1] = row
    }
}
