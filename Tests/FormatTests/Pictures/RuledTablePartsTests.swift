import Testing

@testable import ReportFormats

/// Tables that touch one another.
@Suite struct RuledTablePartsTests {
    /// A table of rows whose cells begin at these columns, 100 points wide each.
    private func table(_ rows: [[Int]], columns: Int) -> RuledTable {
        var cells: [RuledTable.Cell] = []
        for (row, starts) in rows.enumerated() {
            for (start, end) in zip(starts, starts.dropFirst() + [columns]) {
                cells.append(
                    RuledTable.Cell(
                        row: row, column: start, rowSpan: 1, columnSpan: end - start,
                        rect: PageRect(
                            left: Float(start) * 100, top: Float(row) * 20, right: Float(end) * 100,
                            bottom: Float(row + 1) * 20)))
            }
        }
        let rect = PageRect(left: 0, top: 0, right: Float(columns) * 100, bottom: Float(rows.count) * 20)
        return RuledTable(rect: rect, rows: rows.count, columns: columns, cells: cells)
    }

    /// The rows and columns of the parts.
    private func shapes(_ rows: [[Int]], columns: Int) -> [[Int]] {
        table(rows, columns: columns).parts.map { [$0.rows, $0.columns] }
    }

    @Test func otherColumnsBelowAreAnotherTable() {
        let rows = [[0, 2, 4], [0, 2, 4], [0, 1, 3], [0, 1, 3]]
        #expect(shapes(rows, columns: 6) == [[2, 3], [2, 3]])
        let below = table(rows, columns: 6).parts[1]
        #expect(below.cells.map(\.column) == [0, 1, 2, 0, 1, 2])
        #expect(below.cells.map(\.row) == [0, 0, 0, 1, 1, 1])
        #expect(below.cells.allSatisfy { $0.columnSpan == 1 })
        #expect(below.rect == PageRect(left: 0, top: 40, right: 600, bottom: 80))
    }

    @Test func aTextAcrossBeginsTheTableBelowIt() {
        #expect(shapes([[0, 2, 4], [0, 2, 4], [0], [0, 1, 3], [0, 1, 3]], columns: 6) == [[2, 3], [3, 3]])
    }

    @Test func aHeaderAtTheFootOfAPageBelongsToTheNextOne() {
        #expect(shapes([[0, 2, 4], [0, 2, 4], [0, 1, 3], [0]], columns: 6) == [[2, 3], [2, 3]])
    }

    @Test func mergedCellsAreNoOtherTable() {
        #expect(shapes([[0, 1, 4], [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]], columns: 5) == [[3, 5]])
        #expect(shapes([[0, 1, 2, 3], [0, 2, 3], [0, 1, 2, 3]], columns: 4) == [[3, 4]])
    }

    @Test func oneRowThatDiffersIsARowOfTheTable() {
        #expect(shapes([[0, 2, 4], [0, 2, 4], [0, 1, 3], [0, 2, 4]], columns: 6) == [[4, 6]])
    }
}
