internal import ThaiText

/// What is known of a table before its rows are judged: from its headings, and from what its first rows hold.
extension RowGrouper {
    /// The layout of a table with the given header.
    mutating func layout(
        _ columns: [Segmentation.Column], rows: Range<Int>, dialect: Document.Dialect, in document: Document
    ) -> Layout {
        var layout = Layout(dialect: dialect, columns: columns.count)
        for (index, column) in columns.enumerated() {
            guard let match = column.match, match.certainty >= 0.55 else { continue }
            switch match.role {
            case .number where layout.number == nil: layout.number = index
            case .title where layout.title == nil: layout.title = index
            case .title where layout.activities == nil: layout.activities = index
            case .section where layout.section == nil: layout.section = index
            case .steps where layout.steps == nil: layout.steps = index
            case .responsible, .timeframe, .deadline, .start, .status: layout.facts.append(index)
            default: break
            }
            switch match.role {
            case .timeframe, .deadline, .start, .status: layout.times.append(index)
            default: break
            }
            if match.role.isAction { layout.isMeasureTable = true }
        }
        if layout.title == nil { layout.title = layout.section }
        let sample = document.rows[rows].prefix(200)
        layout.hasGaps = sample.dropFirst().filter(\.isApart).count * 5 >= sample.count
        layout.gapsPartRows = dialect == .aligned && gapsPartRows(sample, layout, in: document)
        if layout.number == nil, layout.facts.count >= 2 {
            layout.hasContinuations = sample.contains { row in
                let cells = document.cells.filled(row.cells)
                return cells.count >= 2 && layout.facts.allSatisfy { cell($0, of: row, in: document).isEmpty }
            }
        }
        if let first = columns.first?.match?.role, first == .number || first == .code {
            let numbered = sample.count { isOrdinal(cell(0, of: $0, in: document), in: document) }
            layout.beginsWithNumbers = numbered > 1 && numbered * (dialect == .aligned ? 8 : 2) >= sample.count
        }
        layout.isHeadless = columns.allSatisfy { $0.heading.isEmpty && $0.match == nil }
        if dialect == .aligned, layout.number == nil, let title = layout.title {
            let counted = sample.filter { isCounted(cell(title, of: $0, in: document), in: document) }
            layout.hasCountedTitles =
                counted.count > 1
                && counted.allSatisfy { row in
                    layout.facts.contains { !cell($0, of: row, in: document).isEmpty }
                }
        }
        layout.counter = counter(of: sample, layout, columns, in: document)
        layout.isCounterCertain = sample.count > 1
        if let number = layout.number {
            layout.hasSubnumbers = sample.contains { row in
                let key = PlainText.key(
                    of: document.pieces[cell(number, of: row, in: document).range], in: document.text)
                return zip(key, key.dropFirst()).contains { $0 == 0x2E && $1 &- 0x30 < 10 }
            }
            var numbered = 0
            var titled = 0
            var timed = 0
            var timedAndNumbered = 0
            for row in sample {
                if layout.times.contains(where: { !cell($0, of: row, in: document).isEmpty }) {
                    timed += 1
                    if isOrdinal(cell(number, of: row, in: document), in: document) { timedAndNumbered += 1 }
                }
                if isOrdinal(cell(number, of: row, in: document), in: document) { numbered += 1 }
                if let title = layout.title, !cell(title, of: row, in: document).isEmpty { titled += 1 }
            }
            layout.isStrictlyNumbered = timed > 0 && timedAndNumbered * 10 >= timed * 9
            layout.isNumbered = numbered > 0 && numbered * 10 >= min(titled, sample.count) * 3
        }
        return layout
    }

    /// The column of numbers or codes, perhaps before the titles, where no more than a row in five goes without.
    private func counter(
        of rows: ArraySlice<Document.Row>, _ layout: Layout, _ columns: [Segmentation.Column], in document: Document
    ) -> Int? {
        guard !rows.isEmpty else { return nil }
        let codes = columns.firstIndex { $0.match?.role == .code }
        return [layout.number, codes, 0, layout.title].compactMap(\.self).first { column in
            let counted = rows.count { isCounted(cell(column, of: $0, in: document), in: document) }
            return counted * 5 >= rows.count * 4
        }
    }
}
