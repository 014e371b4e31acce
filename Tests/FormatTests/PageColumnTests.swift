import ReportParser
import Testing

@testable import ReportFormats

/// Tables that go on on the next page, as the assembler of pages puts them together.
@Suite struct PageColumnTests {
    /// A table of rows whose cells begin at these places; the last one is the table's right edge.
    private func table(_ edges: [Float], rows: [[String]]) -> (RuledTable, [PageWord]) {
        var cells: [RuledTable.Cell] = []
        var words: [PageWord] = []
        for (row, texts) in rows.enumerated() {
            let (top, bottom) = (50 + 20 * Float(row), 70 + 20 * Float(row))
            for (column, text) in texts.enumerated() {
                cells.append(
                    RuledTable.Cell(
                        row: row, column: column, rowSpan: 1, columnSpan: 1,
                        rect: PageRect(left: edges[column], top: top, right: edges[column + 1], bottom: bottom)))
                let left = edges[column] + 2
                words.append(
                    PageWord(
                        text: text,
                        rect: PageRect(left: left, top: top + 4, right: left + 10, bottom: bottom - 4)))
            }
        }
        let rect = PageRect(left: edges[0], top: 50, right: edges[edges.count - 1], bottom: 50 + 20 * Float(rows.count))
        return (RuledTable(rect: rect, rows: rows.count, columns: edges.count - 1, cells: cells), words)
    }

    /// The columns at which the cells of each row begin.
    private func columns(_ pages: [([Float], [[String]])], below text: String? = nil) -> [[Int]] {
        var assembler = PageAssembler()
        for (number, (edges, rows)) in pages.enumerated() {
            let (table, words) = table(edges, rows: rows)
            let line = text.map {
                PageWord(text: $0, rect: PageRect(left: 10, top: 500, right: 90, bottom: 512))
            }
            assembler.add(
                PageContent(
                    number: number + 1, width: 595, height: 842, tables: [table],
                    words: words + (line.map { [$0] } ?? [])))
        }
        let document = assembler.finish()
        return document.rows.map { row in document.cells[row.cells.range].map { Int($0.column) } }
    }

    private let whole: ([Float], [[String]]) = ([10, 100, 200, 300, 400], [["a", "b", "c", "d"]])

    @Test func fewerColumnsStandWhereTheTableHasThem() {
        #expect(columns([whole, ([11, 99, 301, 400], [["a", "c", "d"]])]) == [[0, 1, 2, 3], [0, 1, 3]])
        // A page number between the pages changes nothing.
        #expect(
            columns([whole, ([10, 200, 300, 400], [["a", "c", "d"]])], below: "- 12 -") == [[0, 1, 2, 3], [0, 2, 3]])
    }

    @Test func theTableGoesOnOverAPageThatLacksColumns() {
        let narrow: ([Float], [[String]]) = ([10, 100, 300, 400], [["a", "b", "d"]])
        #expect(columns([whole, narrow, narrow]) == [[0, 1, 2, 3], [0, 1, 3], [0, 1, 3]])
    }

    @Test func anotherTableKeepsItsColumns() {
        // Other outer edges, an edge of its own, text between the two.
        #expect(columns([whole, ([10, 100, 300, 380], [["a", "c", "d"]])]).last == [0, 1, 2])
        #expect(columns([whole, ([10, 150, 300, 400], [["a", "c", "d"]])]).last == [0, 1, 2])
        #expect(columns([whole, ([10, 100, 300, 400], [["a", "c", "d"]])], below: "text").last == [0, 1, 2])
    }
}
