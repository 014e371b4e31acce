/// Where the rows begin in lines that nothing parts, each a cell or a part of one.
extension CellPlaces {
    /// Whether a row begins at each line: the lines are given to the columns of row after row so that their kinds and the
    /// roles of these agree best.
    ///
    /// `rests`: whether each line is known to go on with the one above. `isOutside`: whether a line looks like a heading between rows, or like a text below them. Time grows with the number
    /// of lines.
    static func rowStarts(
        of kinds: [CellKind], rests: [Bool], isOutside: [Bool], among columns: [Segmentation.Column]
    ) -> [Bool] {
        let width = columns.count
        let outside = width
        var best = [Int](repeating: Int.min / 2, count: width + 1)
        best[outside] = 0
        // Of each line and column: the column of the line before, and whether a row begins between them.
        var from = [UInt8](repeating: 0, count: kinds.count * (width + 1))
        var begins = [Bool](repeating: false, count: kinds.count * (width + 1))
        for (line, kind) in kinds.enumerated() {
            if rests[line], line > 0 {
                for column in 0...width { from[line * (width + 1) + column] = UInt8(column) }
                continue
            }
            let end = best.indices.max { leave($0, best, width) < leave($1, best, width) } ?? outside
            var next = [Int](repeating: Int.min / 2, count: width + 1)
            for column in 0..<width {
                // What a row lacks before its first cell, it lacks for certain.
                next[column] = leave(end, best, width) - 2 * column
                from[line * (width + 1) + column] = UInt8(end)
                begins[line * (width + 1) + column] = true
                for before in 0...column {
                    let score = best[before] + step(from: before, to: column, width: width)
                    guard score > next[column] else { continue }
                    next[column] = score
                    from[line * (width + 1) + column] = UInt8(before)
                    begins[line * (width + 1) + column] = false
                }
                next[column] += fit(kind, columns[column].match?.role ?? .extra)
            }
            next[outside] = leave(end, best, width) + (isOutside[line] ? 8 : -6)
            from[line * (width + 1) + outside] = UInt8(end)
            best = next
        }
        var starts = [Bool](repeating: false, count: kinds.count)
        var column = best.indices.max { leave($0, best, width) < leave($1, best, width) } ?? outside
        for line in kinds.indices.reversed() {
            starts[line] = begins[line * (width + 1) + column]
            column = Int(from[line * (width + 1) + column])
        }
        return starts
    }

    /// What it is worth to end a row behind a column: each column that stays empty costs.
    private static func leave(_ column: Int, _ best: [Int], _ width: Int) -> Int {
        column == width ? best[column] : best[column] - (width - 1 - column)
    }
}
