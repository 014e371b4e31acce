extension OpenDocumentReader {
    /// Reads a `table:table` of a text document.
    mutating func readTable(_ reader: XMLPullReader) throws(FormatProblem) -> OfficeTable {
        var table = OfficeTable()
        try readRows(reader, isHeading: false, into: &table)
        return table
    }

    private mutating func readRows(
        _ reader: XMLPullReader, isHeading: Bool, into table: inout OfficeTable
    ) throws(FormatProblem) {
        let all = reader.children
        while try reader.next(in: all) {
            switch reader.name {
            case "table-row":
                let count = max(1, reader.integer("number-rows-repeated") ?? 1)
                let row = try readRow(reader, isHeading: isHeading)
                // Rows are repeated where they are alike, which rows of text seldom are.
                let isEmpty = row.cells.allSatisfy { $0.blocks.isEmpty }
                for _ in 0..<(isEmpty ? 1 : count) {
                    table.rows.append(row)
                    cells += row.cells.count
                    try OfficeLimits.check(cells: cells, in: reader.part)
                }
            case "table-header-rows": try readRows(reader, isHeading: true, into: &table)
            case "table-rows", "table-row-group": try readRows(reader, isHeading: isHeading, into: &table)
            default: break
            }
        }
    }

    private mutating func readRow(_ reader: XMLPullReader, isHeading: Bool) throws(FormatProblem) -> OfficeTable.Row {
        var row = OfficeTable.Row(isHeading: isHeading)
        var column = 0
        let all = reader.children
        while try reader.next(in: all) {
            let repeats = max(1, min(reader.integer("number-columns-repeated") ?? 1, OfficeLimits.columns))
            guard reader.name == "table-cell" else {
                column = min(column + repeats, OfficeLimits.columns)
                continue
            }
            let columnSpan = max(1, min(reader.integer("number-columns-spanned") ?? 1, OfficeLimits.columns))
            let rowSpan = max(1, min(reader.integer("number-rows-spanned") ?? 1, OfficeLimits.cells))
            var blocks = try readBlocks(reader)
            blocks.removeAll { block in
                if case .paragraph(let paragraph) = block { paragraph.isBlank } else { false }
            }
            for _ in 0..<(blocks.isEmpty ? 1 : repeats) {
                row.cells.append(
                    OfficeTable.Cell(column: column, columnSpan: columnSpan, rowSpan: rowSpan, blocks: blocks))
                column = min(column + 1, OfficeLimits.columns)
                try OfficeLimits.check(cells: cells + row.cells.count, in: reader.part)
            }
            if blocks.isEmpty { column = min(column + repeats - 1, OfficeLimits.columns) }
        }
        return row
    }

    // MARK: Sheets

    /// What of a sheet's rows and columns has been gone past.
    struct SheetPlace {
        var row = 0
        /// Columns that are not shown.
        var hidden: Set<Int> = []
        var column = 0
    }

    /// Reads a `table:table` of a workbook.
    mutating func readSheetTable(_ reader: XMLPullReader) throws(FormatProblem) -> SheetTable? {
        var table = SheetTable(name: reader.attribute("name") ?? "")
        var place = SheetPlace()
        try readSheetRows(reader, into: &table, &place)
        table.trimRowSpans()
        return table.rows.isEmpty && table.boxes.isEmpty ? nil : table
    }

    private mutating func readSheetRows(
        _ reader: XMLPullReader, into table: inout SheetTable, _ place: inout SheetPlace
    ) throws(FormatProblem) {
        let all = reader.children
        while try reader.next(in: all) {
            let isShown = !["collapse", "filter"].contains(reader.attribute("visibility"))
            switch reader.name {
            case "table-column":
                let count = max(1, min(reader.integer("number-columns-repeated") ?? 1, CellRange.mostColumns))
                if !isShown, place.column < CellRange.mostColumns {
                    place.hidden.formUnion(place.column..<min(place.column + count, CellRange.mostColumns))
                }
                place.column += count
            case "table-row":
                let count = max(1, min(reader.integer("number-rows-repeated") ?? 1, CellRange.mostRows))
                guard isShown, place.row < CellRange.mostRows else {
                    place.row += count
                    continue
                }
                let found = try readSheetCells(reader, hidden: place.hidden)
                if !found.isEmpty {
                    for repeated in 0..<count {
                        cells += found.count
                        try OfficeLimits.check(cells: cells, in: reader.part)
                        table.rows.append(SheetTable.Row(index: place.row + repeated, cells: found))
                    }
                }
                place.row += count
            case "table-header-rows", "table-rows", "table-row-group", "table-columns", "table-header-columns",
                "table-column-group":
                try readSheetRows(reader, into: &table, &place)
            case "shapes":
                var blocks: [OfficeBlock] = []
                let shapes = reader.children
                while try reader.next(in: shapes) { try readBlock(reader, into: &blocks) }
                table.boxes += blocks.cellRuns.map(\.text)
            default: break
            }
        }
    }

    private mutating func readSheetCells(
        _ reader: XMLPullReader, hidden: Set<Int>
    ) throws(FormatProblem) -> [SheetTable.Cell] {
        var found: [SheetTable.Cell] = []
        var column = 0
        let all = reader.children
        while try reader.next(in: all) {
            let repeats = max(1, min(reader.integer("number-columns-repeated") ?? 1, CellRange.mostColumns))
            defer { column += repeats }
            guard reader.name == "table-cell", column < CellRange.mostColumns else { continue }
            let columnSpan = max(1, min(reader.integer("number-columns-spanned") ?? 1, CellRange.mostColumns))
            let rowSpan = max(1, min(reader.integer("number-rows-spanned") ?? 1, CellRange.mostRows))
            let value =
                reader.attribute("string-value") ?? reader.attribute("date-value") ?? reader.attribute("value") ?? ""
            var lines: [String] = []
            let parts = reader.children
            while try reader.next(in: parts) { if reader.name == "p" { lines.append(try plainText(reader)) } }
            let text = lines.isEmpty ? value : lines.joined(separator: "\n")
            guard !text.utf8.allSatisfy({ $0 <= 0x20 }) else { continue }
            for place in column..<min(column + repeats, CellRange.mostColumns) where !hidden.contains(place) {
                found.append(SheetTable.Cell(column: place, columnSpan: columnSpan, rowSpan: rowSpan, text: text))
                try OfficeLimits.check(cells: cells + found.count, in: reader.part)
            }
        }
        return found
    }
}
