/// Rows of tables whose columns are aligned by spaces: each line of the source is a row of the document.
extension RowGrouper {
    mutating func verdictOfAligned(
        _ row: Document.Row, _ cells: [Document.Cell], _ layout: Layout, _ hasRowBefore: Bool, in document: Document
    ) -> Verdict {
        guard hasRowBefore else { return .record }
        // Where gaps part the rows, those that begin one are known by now.
        if layout.gapsPartRows { return .continuation }
        if let number = layout.number, layout.isNumbered {
            return isOrdinal(cell(number, of: row, in: document), in: document) ? .record : .continuation
        }
        if layout.hasCountedTitles, let title = layout.title {
            return isCounted(cell(title, of: row, in: document), in: document) ? .record : .continuation
        }
        let hasTitle = layout.title.map { !cell($0, of: row, in: document).isEmpty } ?? (cells.first?.column == 0)
        if layout.hasGaps { return row.isApart && hasTitle ? .record : .continuation }
        // Without blank lines, a row begins where its title and its facts begin together.
        let facts = layout.facts.filter { !cell($0, of: row, in: document).isEmpty }
        return hasTitle && facts.count * 2 >= layout.facts.count && !facts.isEmpty ? .record : .continuation
    }

    /// Whether all groups of lines between gaps look like a row: each has a title somewhere, and a number, or a unit, a
    /// time or a state.
    ///
    /// Cells that are centred in their row begin above its title where they are higher than the title.
    func gapsPartRows(_ rows: ArraySlice<Document.Row>, _ layout: Layout, in document: Document) -> Bool {
        guard layout.hasGaps, layout.title != nil, !layout.facts.isEmpty else { return false }
        let groups = Self.groups(of: rows).filter { !isAside($0, layout, in: document) }
        // A number tells where rows begin, unless it stands lower than the first line of its row.
        let isNumberEnough = groups.allSatisfy { group in
            group.first.map { row in layout.number.map { !cell($0, of: row, in: document).isEmpty } ?? false } ?? false
        }
        guard groups.count >= 2, !isNumberEnough else { return false }
        return groups.allSatisfy { looksLikeRow($0, layout, in: document) }
    }

    /// Whether lines between two gaps have a title among them, and a unit, a time or a state.
    func looksLikeRow(_ group: ArraySlice<Document.Row>, _ layout: Layout, in document: Document) -> Bool {
        guard let title = layout.title, holds(title, group, in: document) else { return false }
        if let number = layout.number {
            return group.count { isOrdinal(cell(number, of: $0, in: document), in: document) } == 1
        }
        return layout.facts.contains { holds($0, group, in: document) }
    }

    private static func groups(of rows: ArraySlice<Document.Row>) -> [ArraySlice<Document.Row>] {
        var groups: [ArraySlice<Document.Row>] = []
        var start = rows.startIndex
        for index in rows.indices.dropFirst() where rows[index].isApart {
            groups.append(rows[start..<index])
            start = index
        }
        return start < rows.endIndex ? groups + [rows[start...]] : groups
    }

    private func holds(_ column: Int, _ group: ArraySlice<Document.Row>, in document: Document) -> Bool {
        group.contains { !cell(column, of: $0, in: document).isEmpty }
    }

    /// Whether a group is one line with one text or a sum: a section, a page number, the end of the table.
    private func isAside(_ group: ArraySlice<Document.Row>, _ layout: Layout, in document: Document) -> Bool {
        guard group.count == 1, let row = group.first else { return false }
        let cells = document.cells.filled(row.cells)
        guard cells.count > 1, let first = cells.first else { return true }
        return isTotal(cells, PlainText.key(of: first.pieces, in: document, atMost: 200), layout, in: document)
    }
}
