internal import ThaiText

/// Rows of cells parted by pipes, as in Markdown: with a rule under the header, without one, or with one anywhere.
enum PipeTable {
    /// Reads the table that begins with `line`; null where the pipes of that line make no table.
    static func read(_ text: [UInt8], from line: LineScan, into document: inout Document) -> Int? {
        guard isRow(text, line) || line.pipes >= 2 || isTwoColumned(text, line) else { return nil }
        // A pipe at the start of a line closes an empty cell where the first line has none.
        let hasEdges = text[line.content.lowerBound] == 0x7C
        let fewest = line.pipes == 1 ? 1 : 2
        let firstRow = document.rows.count
        var columns = 0
        var line = line
        var fields: [Range<Int>] = []
        while true {
            fields.removeAll(keepingCapacity: true)
            var stop = line.next
            split(text, line, &stop, columns: columns, hasEdges: hasEdges, &fields, &document)
            if fields.allSatisfy({ $0.isEmpty || TableRule.isRule($0, in: text) }) {
                for field in fields { document.markup(field) }
            } else {
                let firstCell = document.cells.count
                for (column, field) in fields.enumerated() where !field.isEmpty {
                    if line.mayHoldMarkup || stop != line.next {
                        document.appendCell(field, of: text, column: column, lineEnd: .wrap)
                    } else {
                        document.appendPlainCell(field, column: column)
                    }
                }
                document.appendRow(cellsFrom: firstCell, isApart: false)
            }
            columns = max(columns, fields.count)
            guard stop < text.count else { return finish(stop, firstRow, columns, &document) }
            let next = LineScan(text, from: stop)
            guard !next.isBlank, !next.hasPageBreak,
                isRow(text, next) || next.pipes >= fewest || hasEdges && goesOn(text, next, columns: columns)
            else {
                return finish(stop, firstRow, columns, &document)
            }
            line = next
        }
    }

    private static func finish(_ stop: Int, _ firstRow: Int, _ columns: Int, _ document: inout Document) -> Int {
        document.appendTable(rowsFrom: firstRow, dialect: .pipes, columns: columns)
        return stop
    }

    /// Whether a line begins with a pipe and holds another one.
    private static func isRow(_ text: [UInt8], _ line: LineScan) -> Bool {
        line.pipes >= 2 && text[line.content.lowerBound] == 0x7C
    }

    /// Whether a line begins a row whose first cell goes on in the next lines: `| กลุ่มงานศูนย์ดำรงธรรม⏎และกลุ่มงานอำนวยการ | ๔ | …`.
    private static func goesOn(_ text: [UInt8], _ line: LineScan, columns: Int) -> Bool {
        guard line.pipes == 1, columns > 1, text[line.content.lowerBound] == 0x7C else { return false }
        var (end, stop) = (line.content.upperBound, line.next)
        extend(text, &end, &stop, missing: columns + 1 - line.pipes)
        return stop > line.next
    }

    /// Whether a line with one pipe is a row: one pipe may be a sign of a sentence, but not in three lines on end.
    private static func isTwoColumned(_ text: [UInt8], _ line: LineScan) -> Bool {
        var next = line
        for _ in 0..<2 {
            guard next.next < text.count else { return false }
            next = LineScan(text, from: next.next)
            guard !next.isBlank, next.pipes == 1 else { return false }
        }
        return line.pipes == 1
    }

    /// The cells of a row, trimmed.
    ///
    /// A row that lacks its closing pipe and cells goes on in the next lines.
    private static func split(
        _ text: [UInt8], _ line: LineScan, _ stop: inout Int, columns: Int, hasEdges: Bool,
        _ fields: inout [Range<Int>],
        _ document: inout Document
    ) {
        let hasEdges = hasEdges && text[line.content.lowerBound] == 0x7C
        var end = line.content.upperBound
        if hasEdges, columns > 0, text[end - 1] != 0x7C, line.pipes < columns {
            extend(text, &end, &stop, missing: columns + 1 - line.pipes)
        }
        var start = line.content.lowerBound
        var position = start
        if hasEdges {
            document.markup(start..<start + 1)
            start += 1
            position += 1
        }
        while position < end {
            if text[position] == 0xE0 {
                position += 3
                continue
            }
            if text[position] == 0x7C, position == line.content.lowerBound || text[position - 1] != 0x5C {
                fields.append(text.trimmed(start..<position))
                document.markup(position..<position + 1)
                start = position + 1
            }
            position += 1
        }
        if start < end || !hasEdges { fields.append(text.trimmed(start..<end)) }
    }

    /// Takes further lines into a row until its missing pipes are found; leaves it as it is where they are not.
    private static func extend(_ text: [UInt8], _ end: inout Int, _ stop: inout Int, missing: Int) {
        var missing = missing
        var cursor = stop
        for _ in 0..<50 where cursor < text.count {
            let next = LineScan(text, from: cursor)
            guard !next.isBlank, text[next.content.lowerBound] != 0x7C else { return }
            missing -= next.pipes
            cursor = next.next
            guard missing > 0 else {
                if missing == 0 {
                    end = next.content.upperBound
                    stop = next.next
                }
                return
            }
        }
    }
}
