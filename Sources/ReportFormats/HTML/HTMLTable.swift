/// A `<table>`: its rows and cells, and whether it holds data or only places the parts of a page.
struct HTMLTable {
    struct Cell {
        var node: Int
        var columnSpan: Int
        var rowSpan: Int
    }

    struct Row {
        var cells: [Cell] = []
        /// 0 for the head, 1 for bodies, 2 for the foot: the order in which browsers show them.
        var part: Int
        /// Rows of different groups are not covered by one cell.
        var group: Int
        var isHidden = false
    }

    private(set) var rows: [Row] = []
    private(set) var captions: [Int] = []
    /// Texts between the cells, which browsers show above the table.
    private(set) var strays: [Int] = []
    /// What is hidden between the cells.
    private(set) var hidden: [Int] = []
    private let node: Int

    /// Browsers take no more columns for one cell.
    private static let widestSpan = 1000
    private static let tallestSpan = 65534

    init(_ node: Int, in tree: HTMLTree, regions: PageRegions) {
        self.node = node
        var index = node + 1
        var part = 1
        var group = 0
        var groupEnd = 0
        var rowEnd = 0
        var hiddenRowEnd = 0
        while index < tree.end(of: node) {
            if index >= groupEnd, groupEnd > 0 {
                part = 1
                group += 1
                groupEnd = 0
            }
            let end = tree.end(of: index)
            let element = tree.element(index)
            switch element {
            case .thead, .tbody, .tfoot:
                part = element == .thead ? 0 : element == .tfoot ? 2 : 1
                group += 1
                groupEnd = end
                index += 1
            case .tr:
                rows.append(Row(part: part, group: group, isHidden: regions.kind(of: index) == .hidden))
                rowEnd = end
                if rows[rows.count - 1].isHidden { hiddenRowEnd = end }
                index += 1
            case .td, .th:
                if index < hiddenRowEnd || regions.kind(of: index) == .hidden {
                    hidden.append(index)
                } else {
                    if rows.isEmpty || index >= rowEnd { rows.append(Row(part: part, group: group)) }
                    rowEnd = max(rowEnd, tree.end(of: Int(tree.nodes[index].parent)))
                    let columns = tree.number(.columnSpan, of: index) ?? 1
                    let rowSpan = tree.number(.rowSpan, of: index) ?? 1
                    rows[rows.count - 1].cells.append(
                        Cell(
                            node: index, columnSpan: min(max(columns, 1), Self.widestSpan),
                            // 0 is as many as there are.
                            rowSpan: rowSpan == 0 ? Self.tallestSpan : min(max(rowSpan, 1), Self.tallestSpan)))
                }
                index = end
            case .caption:
                captions.append(index)
                index = end
            case .text:
                if tree.text[tree.bytes(of: index)].contains(where: { $0 > 0x20 }) { strays.append(index) }
                index = end
            case .table, .input, .select, .textarea, .button, .img:
                strays.append(index)
                index = end
            default:
                if regions.kind(of: index) == .hidden {
                    hidden.append(index)
                    index = end
                } else {
                    index += 1
                }
            }
        }
        order()
    }

    /// Puts the rows in the order in which they are shown, and cuts cells that reach beyond their group.
    private mutating func order() {
        rows = rows.filter { !$0.isHidden }
        if rows.contains(where: { $0.part != 1 }) {
            rows = [0, 1, 2].flatMap { part in rows.filter { $0.part == part } }
        }
        var groupEnd = rows.count
        for index in rows.indices.reversed() {
            if index + 1 < rows.count, rows[index].group != rows[index + 1].group { groupEnd = index + 1 }
            for cell in rows[index].cells.indices where rows[index].cells[cell].rowSpan > 1 {
                rows[index].cells[cell].rowSpan = min(rows[index].cells[cell].rowSpan, groupEnd - index)
            }
        }
    }

    /// The largest number of cells in a row, as far as it counts.
    private var width: Int { rows.map { $0.cells.reduce(0) { $0 + $1.columnSpan } }.max() ?? 0 }

    /// Whether the table places the parts of a page and holds no data.
    ///
    /// Such a table says so, has one column, holds headings of the page, or has most of its text in another table.
    func isLayout(in tree: HTMLTree, regions: PageRegions) -> Bool {
        if let role = tree.attribute(.role, of: node)?.lowercased(), role == "presentation" || role == "none" {
            return true
        }
        let hasHeadCells = rows.contains { row in row.cells.contains { tree.element($0.node) == .th } }
        if hasHeadCells || !captions.isEmpty || rows.contains(where: { $0.part == 0 }) { return false }
        if width <= 1 || regions.headings(in: node) > 0 { return true }
        return regions.tables(in: node) > 1 && holdsLargerTable(in: tree, regions: regions)
    }

    private func holdsLargerTable(in tree: HTMLTree, regions: PageRegions) -> Bool {
        let letters = regions.letters(in: node)
        for cell in rows.lazy.flatMap(\.cells) {
            var index = cell.node + 1
            while index < tree.end(of: cell.node) {
                if tree.element(index) == .table {
                    if regions.letters(in: index) * 2 > letters { return true }
                    index = tree.end(of: index)
                } else {
                    index += 1
                }
            }
        }
        return false
    }
}
