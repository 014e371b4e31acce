/// Tables that touch: one that stands right below another shares its ruling lines and none of its columns.
extension RuledTable {
    /// Columns of their own tell a table: so many edges that the other has not, and so few that both have.
    private static let fewestOwn = 2, mostShared = 1.0 / 3

    /// The tables that this is, from the top down; itself alone where its columns go through.
    var parts: [RuledTable] {
        let edges = (0..<rows).map(edges(of:))
        var starts = [0]
        var (known, last): (Set<Int>, Set<Int>) = ([], [])
        for row in 0..<rows where !edges[row].isEmpty {
            if isOther(edges[row], than: known, last: last), isKept(edges[row], below: row, in: edges),
                isDrawnThrough(above: row)
            {
                // A text across the table names what is below it.
                var start = row
                while start - 1 > starts[starts.count - 1], edges[start - 1].isEmpty { start -= 1 }
                starts.append(start)
                known = []
            }
            known.formUnion(edges[row])
            last = edges[row]
        }
        guard starts.count > 1 else { return [self] }
        return zip(starts, starts.dropFirst() + [rows]).compactMap { part(rows: $0..<$1) }
    }

    /// Where cells of a row begin, the first one left out.
    private func edges(of row: Int) -> Set<Int> {
        Set(cells.filter { $0.column > 0 && $0.row <= row && row < $0.row + $0.rowSpan }.map(\.column))
    }

    private func isOther(_ edges: Set<Int>, than known: Set<Int>, last: Set<Int>) -> Bool {
        let shared = Double(edges.intersection(known).count)
        return edges.subtracting(known).count >= Self.fewestOwn && last.subtracting(edges).count >= Self.fewestOwn
            && shared <= Self.mostShared * Double(min(edges.count, known.count))
    }

    /// Whether the next row of several cells has the same edges, if there is one: a single row that differs is a row of
    /// the table, but for the last one, which may be a header at the foot of a page.
    private func isKept(_ edges: Set<Int>, below row: Int, in all: [Set<Int>]) -> Bool {
        guard let next = all[(row + 1)...].first(where: { !$0.isEmpty }) else { return true }
        return next.isSubset(of: edges) || edges.isSubset(of: next)
    }

    /// Whether no cell reaches over the line above a row.
    private func isDrawnThrough(above row: Int) -> Bool {
        !cells.contains { $0.row < row && row < $0.row + $0.rowSpan }
    }

    /// Some rows as a table with the columns that they have; `nil` where they hold one cell only.
    private func part(rows range: Range<Int>) -> RuledTable? {
        var cells = cells.filter { range.contains($0.row) }
        guard let first = cells.first, cells.count > 1 else { return nil }
        let edges = Set(cells.map(\.column)).sorted()
        for index in cells.indices {
            let (left, right) = (cells[index].column, cells[index].column + cells[index].columnSpan)
            cells[index].row -= range.lowerBound
            cells[index].column = edges.count { $0 < left }
            cells[index].columnSpan = max(1, edges.count { $0 >= left && $0 < right })
        }
        let rect = cells.dropFirst().reduce(first.rect) { $0.union($1.rect) }
        return RuledTable(rect: rect, rows: range.count, columns: edges.count, cells: cells)
    }
}
