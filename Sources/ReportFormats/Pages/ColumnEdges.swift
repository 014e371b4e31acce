/// Where the columns of a table begin and end on its page.
struct ColumnEdges {
    /// From the left edge of the table to its right one.
    let places: [Float]

    /// Edges of one table on two pages miss each other by less, in points.
    private static let miss: Float = 4

    /// The edges that the cells of a table have.
    init(of table: RuledTable) {
        var places = [Float?](repeating: nil, count: table.columns + 1)
        for cell in table.cells {
            places[cell.column] = cell.rect.left
            places[cell.column + cell.columnSpan] = cell.rect.right
        }
        // What no cell begins or ends at stands where the edge before it does.
        var last = table.rect.left
        self.places = places.map { place in
            last = place ?? last
            return last
        }
    }

    var columns: Int { places.count - 1 }

    /// For each edge of a table that goes on with this one on the next page, the edge of this one that it is.
    ///
    /// A page may show fewer columns than the table has: where a column has no lines because all of it is empty, or
    /// where each row has merged cells.
    ///
    /// - Returns: `nil` where the columns are as many, or the table is another one.
    func edges(of next: ColumnEdges) -> [Int]? {
        guard next.columns < columns, next.columns >= 2, next.columns * 2 >= columns else { return nil }
        var found: [Int] = []
        for place in next.places {
            guard let edge = places.indices.first(where: { abs(places[$0] - place) <= Self.miss }),
                edge > found.last ?? -1
            else { return nil }
            found.append(edge)
        }
        return found.first == 0 && found.last == columns ? found : nil
    }
}
