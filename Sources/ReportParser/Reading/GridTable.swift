internal import ThaiText

/// Tables drawn with `+`, `-` and `|`, or with the box drawing signs of Unicode.
///
/// A rule ends a row; the lines between two rules are the lines of its cells. What stands in a frame of one cell is text.
enum GridTable {
    /// Reads the table whose first rule is `line`; null where it is no rule or no row follows.
    static func read(_ text: [UInt8], from line: LineScan, into document: inout Document) -> Int? {
        guard isRule(text, line), line.next < text.count else { return nil }
        let second = LineScan(text, from: line.next)
        guard isRow(text, second) else { return nil }
        if cells(of: second, in: text).ranges.count == 1 { return readFrame(text, from: line, into: &document) }
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
            } else if isRow(text, next) {
                let (ranges, bars) = cells(of: next, in: text)
                for bar in bars { document.markup(bar) }
                lines.append(ranges)
            } else {
                break
            }
            stop = next.next
        }
        columns = max(columns, flush(&lines, text, &document))
        document.appendTable(rowsFrom: firstRow, dialect: .grid, columns: columns)
        return stop
    }

    /// Reads the lines in a frame; those below a rule stand apart.
    private static func readFrame(_ text: [UInt8], from line: LineScan, into document: inout Document) -> Int {
        document.markup(line.content)
        var stop = line.next
        var isApart = true
        while stop < text.count {
            let next = LineScan(text, from: stop)
            guard !next.isBlank else { break }
            if isRule(text, next) {
                document.markup(next.content)
                isApart = true
            } else if isRow(text, next) {
                let bars = cells(of: next, in: text).bars
                // A bar within the line is a sign of its text.
                guard let left = bars.first, let right = bars.last else { break }
                document.markup(left)
                document.markup(right)
                let inner = text.trimmed(left.upperBound..<right.lowerBound)
                let indent = VisualColumns.width(of: left.upperBound..<inner.lowerBound, in: text)
                document.appendLine(inner, of: text, indent: indent, blanksBefore: isApart ? 1 : 0)
                isApart = isApart && inner.isEmpty
            } else {
                break
            }
            stop = next.next
        }
        return stop
    }

    /// `+----+----+`, also with `=` or `:`.
    private static func isRule(_ text: [UInt8], _ line: LineScan) -> Bool {
        guard line.content.count >= 3 else { return false }
        var corners = 0
        var index = line.content.lowerBound
        while index < line.content.upperBound {
            if text[index] == 0x20 {
                index += 1
            } else if let (sign, length) = BoxDrawing.sign(at: index, in: text) {
                if sign == .corner { corners += 1 }
                index += length
            } else {
                return false
            }
        }
        return corners >= 2
    }

    /// Whether a line begins with a bar and has another one.
    private static func isRow(_ text: [UInt8], _ line: LineScan) -> Bool {
        guard !line.isBlank, case let first = BoxDrawing.bar(at: line.content.lowerBound, in: text), first > 0 else {
            return false
        }
        return (line.content.lowerBound + first..<line.content.upperBound).contains {
            BoxDrawing.bar(at: $0, in: text) > 0
        }
    }

    /// The cells of a line, and the bars around them.
    private static func cells(of line: LineScan, in text: [UInt8]) -> (ranges: [Range<Int>], bars: [Range<Int>]) {
        var ranges: [Range<Int>] = []
        var bars: [Range<Int>] = []
        var index = line.content.lowerBound
        while index < line.content.upperBound {
            let length = BoxDrawing.bar(at: index, in: text)
            if length > 0 {
                if let last = bars.last { ranges.append(text.trimmed(last.upperBound..<index)) }
                bars.append(index..<index + length)
            }
            index += max(1, length)
        }
        if let last = bars.last, last.upperBound < line.content.upperBound {
            ranges.append(text.trimmed(last.upperBound..<line.content.upperBound))
        }
        return (ranges, bars)
    }

    /// Makes rows of the lines of their cells; returns the number of columns.
    private static func flush(_ lines: inout [[Range<Int>]], _ text: [UInt8], _ document: inout Document) -> Int {
        defer { lines.removeAll(keepingCapacity: true) }
        for rows in fields(of: lines) { appendRow(rows, text, &document) }
        return lines.map(\.count).max() ?? 0
    }

    /// So many labels between two rules stand in rows of their own.
    private static let fewestFields = 4

    /// The lines of each row between two rules: one row, but for a form whose labels stand below one another.
    private static func fields(of lines: [[Range<Int>]]) -> [ArraySlice<[Range<Int>]>] {
        let starts = lines.indices.filter { lines[$0].first?.isEmpty == false }
        guard lines.allSatisfy({ $0.count == 2 }), starts.count >= fewestFields, starts.first == 0 else {
            return lines.isEmpty ? [] : [lines[...]]
        }
        return zip(starts, starts.dropFirst() + [lines.count]).map { lines[$0..<$1] }
    }

    private static func appendRow(_ lines: ArraySlice<[Range<Int>]>, _ text: [UInt8], _ document: inout Document) {
        guard let columns = lines.map(\.count).max(), columns > 0 else { return }
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
    }
}
