internal import ThaiText

/// Tables drawn with `+`, `-` and `|`.
///
/// A rule ends a row; the lines between two rules are the lines of its cells.
enum GridTable {
    /// Reads the table whose first rule is `line`; null where it is no rule or no row follows.
    static func read(_ text: [UInt8], from line: LineScan, into document: inout Document) -> Int? {
        guard isRule(text, line), line.next < text.count else { return nil }
        let second = LineScan(text, from: line.next)
        guard second.pipes >= 2, text[second.content.lowerBound] == 0x7C else { return nil }
        let firstRow = document.rows.count
        var columns = 0
        var lines: [[Range<Int>]] = []
        document.markup(line.content)
        var stop = line.next
        while stop < text.count {
            let next = LineScan(text, from: stop)
            guard !next.isBlank else { break }
            if isRule(text, next) {
                document.markup(next.content)
                columns = max(columns, flush(&lines, text, &document))
            } else if text[next.content.lowerBound] == 0x7C, next.pipes >= 2 {
                lines.append(cells(text, next, &document))
            } else {
                break
            }
            stop = next.next
        }
        columns = max(columns, flush(&lines, text, &document))
        document.appendTable(rowsFrom: firstRow, dialect: .grid, columns: columns)
        return stop
    }

    /// `+----+----+`, also with `=` or `:`.
    private static func isRule(_ text: [UInt8], _ line: LineScan) -> Bool {
        guard line.content.count >= 3 else { return false }
        var corners = 0
        for index in line.content {
            switch text[index] {
            case 0x2B: corners += 1
            case 0x2D, 0x3D, 0x3A, 0x20, 0x7C: break
            default: return false
            }
        }
        return corners >= 2
    }

    private static func cells(_ text: [UInt8], _ line: LineScan, _ document: inout Document) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = line.content.lowerBound + 1
        document.markup(line.content.lowerBound..<start)
        for position in start..<line.content.upperBound where text[position] == 0x7C && text[position - 1] != 0x5C {
            result.append(text.trimmed(start..<position))
            document.markup(position..<position + 1)
            start = position + 1
        }
        if start < line.content.upperBound { result.append(text.trimmed(start..<line.content.upperBound)) }
        return result
    }

    /// Makes one row of the lines of its cells; returns its number of columns.
    private static func flush(_ lines: inout [[Range<Int>]], _ text: [UInt8], _ document: inout Document) -> Int {
        defer { lines.removeAll(keepingCapacity: true) }
        guard let columns = lines.map(\.count).max(), columns > 0 else { return 0 }
        let firstCell = document.cells.count
        for column in 0..<columns {
            let firstPiece = document.pieces.count
            var inline = InlineMarkup()
            for line in lines where column < line.count && !line[column].isEmpty {
                inline.append(line[column], of: text, joint: .wrap, to: &document)
            }
            document.appendCell(piecesFrom: firstPiece, column: column)
        }
        document.appendRow(cellsFrom: firstCell, isApart: false)
        return columns
    }
}
