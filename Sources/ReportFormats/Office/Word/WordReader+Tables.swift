extension WordReader {
    /// Reads a `w:tbl`.
    mutating func readTable(_ reader: XMLPullReader) throws(FormatProblem) -> OfficeTable {
        var table = OfficeTable()
        try readRows(reader, into: &table)
        // Only rows from the top on are repeated; Word takes no notice of a mark further down.
        if let first = table.rows.firstIndex(where: { !$0.isHeading }) {
            for index in table.rows.indices[first...] { table.rows[index].isHeading = false }
        } else {
            // Where each row is one to be repeated, none is.
            for index in table.rows.indices { table.rows[index].isHeading = false }
        }
        table.joinContinuedCells()
        return table
    }

    private mutating func readRows(_ reader: XMLPullReader, into table: inout OfficeTable) throws(FormatProblem) {
        let all = reader.children
        while try reader.next(in: all) {
            switch WordTag(reader) {
            case .tr: if let row = try readRow(reader) { table.rows.append(row) }
            case .dropped: break
            case .p, .tbl:
                // Where a damaged document holds text between rows.
                var cell = OfficeTable.Cell(column: 0)
                try readBlock(reader, into: &cell.blocks)
                table.rows.append(OfficeTable.Row(cells: [cell]))
            default: try readRows(reader, into: &table)
            }
        }
    }

    /// Reads a `w:tr`; `nil` for one that is not shown.
    private mutating func readRow(_ reader: XMLPullReader) throws(FormatProblem) -> OfficeTable.Row? {
        var row = OfficeTable.Row()
        var state = RowState()
        try readCells(reader, into: &row, &state)
        return state.isShown ? row : nil
    }

    private struct RowState {
        var column = 0
        var isShown = true
    }

    private mutating func readCells(
        _ reader: XMLPullReader, into row: inout OfficeTable.Row, _ state: inout RowState
    ) throws(FormatProblem) {
        let all = reader.children
        while try reader.next(in: all) {
            switch WordTag(reader) {
            case .trPr:
                let properties = reader.children
                while try reader.next(in: properties) {
                    switch reader.name {
                    case "tblHeader": row.isHeading = reader.isOn
                    case "gridBefore": state.column += max(0, min(reader.integer("val") ?? 0, OfficeLimits.columns))
                    case "hidden": state.isShown = !reader.isOn
                    case "del": state.isShown = false
                    default: break
                    }
                }
            case .tc: try readCell(reader, into: &row, &state)
            case .dropped: break
            case .p, .tbl: break
            default: try readCells(reader, into: &row, &state)
            }
        }
    }

    private mutating func readCell(
        _ reader: XMLPullReader, into row: inout OfficeTable.Row, _ state: inout RowState
    ) throws(FormatProblem) {
        cells += 1
        try OfficeLimits.check(cells: cells, in: reader.part)
        var cell = OfficeTable.Cell(column: state.column)
        var goesOnLeft = false
        var isDeleted = false
        let outside = unfinished
        unfinished = nil
        let all = reader.children
        while try reader.next(in: all) {
            guard WordTag(reader) == .tcPr else {
                try readBlock(reader, into: &cell.blocks)
                continue
            }
            let properties = reader.children
            while try reader.next(in: properties) {
                switch reader.name {
                case "gridSpan": cell.columnSpan = Self.span(reader)
                // A mark without a value goes on, as does every other word than `restart`.
                case "vMerge": cell.continuesAbove = reader.attribute("val") != "restart"
                case "hMerge": goesOnLeft = reader.attribute("val") != "restart"
                case "cellDel": isDeleted = true
                default: break
                }
            }
        }
        if let rest = unfinished { cell.blocks.append(.paragraph(rest.paragraph)) }
        unfinished = outside
        cell.blocks.removeAll { block in
            if case .paragraph(let paragraph) = block { paragraph.isBlank } else { false }
        }
        state.column = min(state.column + cell.columnSpan, OfficeLimits.columns)
        guard !isDeleted else { return }
        if goesOnLeft, let last = row.cells.indices.last {
            row.cells[last].columnSpan += cell.columnSpan
            row.cells[last].blocks += cell.blocks
        } else {
            row.cells.append(cell)
        }
    }

    private static func span(_ reader: XMLPullReader) -> Int {
        max(1, min(reader.integer("val") ?? 1, OfficeLimits.columns))
    }
}
