import Testing

@testable import ReportFormats

@Suite struct RulingGridTests {
    private let columns = [100, 300, 700, 1100]
    private let rows = [200, 260, 400, 600]

    /// Row, column, and how many of each a cell covers.
    private func spans(_ table: RuledTable?) -> [[Int]] {
        table?.cells.map { [$0.row, $0.column, $0.rowSpan, $0.columnSpan] } ?? []
    }

    private let plain = (0..<3).flatMap { row in (0..<3).map { [row, $0, 1, 1] } }

    @Test func everyCellOfAGridIsFound() throws {
        var drawing = Drawing()
        drawing.grid(columns: columns, rows: rows)
        let tables = RulingGrid.tables(on: drawing.image)
        #expect(tables.count == 1)
        #expect(spans(tables.first) == plain)
        let cell = try #require(tables.first?.cells.first)
        // 100 pixels at 150 an inch are 48 points.
        #expect(abs(cell.rect.left - 48) < 1)
        #expect(abs(cell.rect.bottom - 260 * 0.48) < 1)
        #expect(RulingLines.mayExist(on: drawing.image))
    }

    @Test(arguments: [
        (thickness: 1, level: UInt8(200), dash: nil as [Int]?), (2, 120, nil), (5, 0, nil), (1, 0, [8, 4]),
        (2, 0, [20, 4]),
    ])
    func greyThickAndDashedLinesAreFound(thickness: Int, level: UInt8, dash: [Int]?) {
        var drawing = Drawing()
        drawing.grid(
            columns: columns, rows: rows, thickness: thickness, level: level, dash: dash.map { ($0[0], $0[1]) })
        #expect(spans(RulingGrid.tables(on: drawing.image).first) == plain)
    }

    @Test func linesOnNoisyPaperAreFound() {
        var drawing = Drawing()
        drawing.grid(columns: columns, rows: rows, thickness: 2, level: 60)
        drawing.addNoise(12)
        let tables = RulingGrid.tables(on: drawing.image)
        #expect(tables.map { spans($0) } == [plain])
    }

    @Test func doubleLinesAreOne() {
        var drawing = Drawing()
        drawing.grid(columns: columns, rows: rows)
        drawing.grid(columns: columns.map { $0 + 4 }, rows: rows.map { $0 + 4 })
        #expect(spans(RulingGrid.tables(on: drawing.image).first) == plain)
    }

    @Test func missingEdgesMergeCells() {
        var drawing = Drawing()
        drawing.grid(columns: columns, rows: rows)
        // The first row is one cell, and the first column goes on from the second row to the third.
        for column in columns[1...2] { drawing.fill(column..<column + 1, 202..<259, level: 255) }
        drawing.fill(102..<299, 400..<401, level: 255)
        #expect(
            spans(RulingGrid.tables(on: drawing.image).first) == [
                [0, 0, 1, 3], [1, 0, 2, 1], [1, 1, 1, 1], [1, 2, 1, 1], [2, 1, 1, 1], [2, 2, 1, 1],
            ])
    }

    @Test func tornLinesAreWhole() {
        var drawing = Drawing()
        drawing.grid(columns: columns, rows: rows)
        for column in [350, 500, 640, 900] { drawing.fill(column..<column + 10, 395..<405, level: 255) }
        drawing.fill(295..<305, 450..<460, level: 255)
        #expect(spans(RulingGrid.tables(on: drawing.image).first) == plain)
    }

    @Test func sidesThatAreNotDrawnAreThere() {
        var drawing = Drawing()
        drawing.grid(columns: columns, rows: rows)
        for column in [100, 1100] { drawing.fill(column..<column + 1, 201..<600, level: 255) }
        #expect(spans(RulingGrid.tables(on: drawing.image).first) == plain)
    }

    @Test func tablesApartAreApart() {
        var drawing = Drawing()
        drawing.grid(columns: [100, 400, 700], rows: [100, 200, 300])
        drawing.grid(columns: [100, 600, 1100], rows: [360, 460])
        #expect(RulingGrid.tables(on: drawing.image).map { [$0.rows, $0.columns] } == [[2, 2], [1, 2]])
    }

    @Test func framesShadesAndLoneLinesAreNoTables() {
        var drawing = Drawing()
        drawing.grid(columns: [60, 1180], rows: [60, 1700])
        drawing.fill(200..<900, 300..<420, level: 200)
        drawing.level(800, 200..<900, thickness: 2)
        #expect(RulingGrid.tables(on: drawing.image).isEmpty)
        #expect(!RulingLines.mayExist(on: Drawing().image))
    }

    @Test func moreLinesThanATableHasAreAPicture() {
        var drawing = Drawing()
        drawing.grid(columns: Array(stride(from: 0, to: 1240, by: 8)), rows: Array(stride(from: 0, to: 1754, by: 8)))
        // No claim on what is found: it must end.
        for table in RulingGrid.tables(on: drawing.image) { #expect(!table.cells.isEmpty) }
    }

    @Test func aPageAskewIsSetStraight() {
        var drawing = Drawing()
        drawing.grid(columns: columns, rows: rows + [700, 800, 900, 1000], thickness: 2)
        // Lines of text, more or less: what tells the angle.
        for row in stride(from: 1100, to: 1600, by: 40) {
            for column in stride(from: 100, to: 1100, by: 14) { drawing.fill(column..<column + 9, row..<row + 14) }
        }
        let askew = drawing.image.turned(by: 2)
        let angle = askew.skew()
        #expect(abs(angle + 2) < 0.1)
        #expect(RulingGrid.tables(on: askew.turned(by: angle)).map { [$0.rows, $0.columns] } == [[7, 3]])
    }
}
