internal import ReportParser

/// A paragraph as its program shows it, the number of a list before it.
struct OfficeParagraph: Sendable {
    /// Line feeds are line ends that the author made.
    var text = ""
    /// 1 to 6, or 0 for running text.
    var headingLevel = 0
    /// Whether all of its text is bold.
    var isBold = false
    /// How far it is indented, in widths of a letter.
    var indent = 0
    /// The level of the list that it is an item of, counted from 0; `nil` for other paragraphs.
    var listLevel: Int?

    /// Whether nothing of it is to be seen.
    var isBlank: Bool { text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D } }
}

/// A part of an office document in reading order.
enum OfficeBlock: Sendable {
    case paragraph(OfficeParagraph)
    case table(OfficeTable)
    case pageBreak
}

/// A table of an office document; it is held until its end, since only the rows below a cell tell how far it reaches.
struct OfficeTable: Sendable {
    struct Cell: Sendable {
        /// Counted from 0.
        var column: Int
        /// How many it covers, at least 1.
        var columnSpan = 1, rowSpan = 1
        /// Whether it belongs to the cell above it.
        var continuesAbove = false
        var blocks: [OfficeBlock] = []
    }

    struct Row: Sendable {
        var cells: [Cell] = []
        /// Whether it is repeated at the head of each page.
        var isHeading = false
    }

    var rows: [Row] = []

    /// Gives the cells that others continue their height, and the text that stands in the others.
    mutating func joinContinuedCells() {
        var owners: [Int: (row: Int, cell: Int)] = [:]
        for row in rows.indices {
            var open: [Int: (row: Int, cell: Int)] = [:]
            for index in rows[row].cells.indices {
                let cell = rows[row].cells[index]
                guard cell.continuesAbove, let owner = owners[cell.column] else {
                    rows[row].cells[index].continuesAbove = false
                    open[cell.column] = (row, index)
                    continue
                }
                rows[owner.row].cells[owner.cell].rowSpan = row - owner.row + 1
                rows[owner.row].cells[owner.cell].blocks += cell.blocks
                open[cell.column] = owner
            }
            rows[row].cells.removeAll { $0.continuesAbove }
            owners = open
        }
    }
}

extension [OfficeBlock] {
    /// The texts of a cell, each with what parts it from the text before.
    var cellRuns: [(text: String, joint: Piece.Joint)] {
        var runs: [(text: String, joint: Piece.Joint)] = []
        for block in self {
            switch block {
            case .paragraph(let paragraph):
                guard !paragraph.isBlank else { continue }
                let joint: Piece.Joint =
                    switch paragraph.listLevel {
                    case nil: .line
                    case 0?: .item
                    default: .subitem
                    }
                runs.append((paragraph.text, joint))
            case .table(let table): runs += table.lines.map { ($0, .line) }
            case .pageBreak: break
            }
        }
        return runs
    }
}

extension OfficeTable {
    /// A line a row, for a table that stands where no table can.
    var lines: [String] {
        rows.compactMap { row in
            let cells = row.cells.map { $0.blocks.cellRuns.map(\.text).joined(separator: " ") }
            let line = cells.filter { !$0.isEmpty }.joined(separator: " ")
            return line.isEmpty ? nil : line
        }
    }

    /// What stands in a table of a single cell that frames a table; `nil` for other tables.
    var framed: [OfficeBlock]? {
        guard rows.count == 1, rows[0].cells.count == 1 else { return nil }
        let blocks = rows[0].cells[0].blocks
        return blocks.contains { if case .table = $0 { true } else { false } } ? blocks : nil
    }
}
