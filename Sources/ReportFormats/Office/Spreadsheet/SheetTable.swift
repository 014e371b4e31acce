internal import ReportParser

/// The cells of a sheet as it shows them.
struct SheetTable: Sendable {
    struct Cell: Sendable {
        /// Counted from 0.
        var column: Int
        var columnSpan = 1, rowSpan = 1
        var text: String
    }

    struct Row: Sendable {
        /// Counted from 0; rows without text are left out.
        var index: Int
        var cells: [Cell]
    }

    /// The name on its tab.
    var name: String
    /// In the order of the sheet.
    var rows: [Row] = []
    /// What stands on the sheet outside of cells: text boxes.
    var boxes: [String] = []
    /// The heads and feet of its pages.
    var margins: [String] = []

    /// Gives the upper left cell of a merged range its size.
    mutating func merge(rows rowRange: ClosedRange<Int>, columns: ClosedRange<Int>) {
        let first = firstRow(from: rowRange.lowerBound)
        guard first < rows.count, rows[first].index == rowRange.lowerBound,
            let cell = rows[first].cells.firstIndex(where: { $0.column == columns.lowerBound })
        else { return }
        rows[first].cells[cell].columnSpan = columns.count
        // Rows without text are no rows of the table.
        rows[first].cells[cell].rowSpan = firstRow(from: rowRange.upperBound + 1) - first
    }

    /// Makes the heights of cells count the rows that hold text, as a table has no others.
    mutating func trimRowSpans() {
        for row in rows.indices {
            for cell in rows[row].cells.indices where rows[row].cells[cell].rowSpan > 1 {
                rows[row].cells[cell].rowSpan = firstRow(from: rows[row].index + rows[row].cells[cell].rowSpan) - row
            }
        }
    }

    /// The place of the first row whose number is at least `index`.
    private func firstRow(from index: Int) -> Int {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].index < index { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Hands the sheet to a builder: its name, titles above the table as lines, the table, and lines below it.
    func write(to builder: inout DocumentBuilder) {
        guard !rows.isEmpty || !boxes.isEmpty || !margins.isEmpty else { return }
        if Self.isUsual(name) { builder.beginFurniture() } else { builder.beginLine(headingLevel: 1) }
        builder.append(name)
        let first = rows.firstIndex { $0.cells.count > 1 } ?? rows.count
        let last = rows.lastIndex { $0.cells.count > 1 } ?? rows.count - 1
        write(lines: rows[..<first], to: &builder)
        if first <= last, first < rows.count {
            builder.beginTable()
            for row in rows[first...last] {
                builder.beginRow()
                for cell in row.cells {
                    builder.beginCell(at: cell.column, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan)
                    builder.append(cell.text)
                }
            }
            builder.endTable()
            write(lines: rows[(last + 1)...], to: &builder)
        }
        for box in boxes {
            builder.beginLine()
            builder.append(box)
        }
        for margin in margins {
            builder.beginFurniture()
            builder.append(margin)
        }
    }

    private func write(lines: ArraySlice<Row>, to builder: inout DocumentBuilder) {
        var last: Int?
        for row in lines {
            builder.beginLine(blanksBefore: last.map { row.index - $0 - 1 } ?? 0)
            for cell in row.cells { builder.append(cell.text) }
            last = row.index
        }
    }

    /// Whether a program gave the sheet its name: `Sheet1`, `แผ่น1`.
    private static func isUsual(_ name: String) -> Bool {
        for word in ["sheet", "แผ่นงาน", "แผ่น", "ชีต", "table", "tabelle"] where name.lowercased().hasPrefix(word) {
            return name.unicodeScalars.dropFirst(word.unicodeScalars.count).allSatisfy {
                $0 == " " || (0x30...0x39).contains($0.value)
            }
        }
        return false
    }
}
