/// Which columns the lines of a row belong to, where each line is a cell or a part of one.
enum CellPlaces {
    /// The column of each line: in order, several lines may share one, columns may stay empty.
    ///
    /// `rests`: whether each line is known to go on with the one above. `mayEnd`: lines of running text may stand below the
    /// row; their place is behind the last column.
    static func columns(
        of kinds: [CellKind], rests: [Bool], among columns: [Segmentation.Column], mayEnd: Bool
    ) -> [Int] {
        let width = columns.count
        let places = mayEnd ? width + 1 : width
        func fit(_ kind: CellKind, _ column: Int) -> Int {
            column == width ? 0 : self.fit(kind, columns[column].match?.role ?? .extra)
        }
        var best = [[Int]](repeating: [Int](repeating: Int.min / 2, count: places), count: kinds.count)
        var from = [[Int]](repeating: [Int](repeating: 0, count: places), count: kinds.count)
        for (line, kind) in kinds.enumerated() {
            for column in 0..<places {
                let fit = fit(kind, column)
                if line == 0 {
                    best[0][column] = fit - column
                    continue
                }
                if rests[line] {
                    best[line][column] = best[line - 1][column]
                    from[line][column] = column
                    continue
                }
                for before in 0...column {
                    let score = best[line - 1][before] + fit + step(from: before, to: column, width: width)
                    if score > best[line][column] {
                        best[line][column] = score
                        from[line][column] = before
                    }
                }
            }
        }
        guard let last = best.last, let end = last.indices.max(by: { last[$0] < last[$1] }) else { return [] }
        // A line for each column is what a row looks like, unless their kinds say otherwise beyond doubt.
        if kinds.count == width, !rests.contains(true) {
            let plain = kinds.enumerated().reduce(0) { $0 + fit($1.element, $1.offset) }
            if last[end] < plain + 8 { return Array(0..<width) }
        }
        var result = [Int](repeating: end, count: kinds.count)
        for line in stride(from: kinds.count - 1, to: 0, by: -1) { result[line - 1] = from[line][result[line]] }
        return result
    }

    /// What the way from the column of one line to that of the next costs: skipping a column costs a little, sharing one
    /// a little more.
    static func step(from before: Int, to column: Int, width: Int) -> Int {
        if column == width { return before == width ? 0 : -1 }
        return before == column ? -2 : -(column - before - 1)
    }

    /// How well what a line holds agrees with what a column is for.
    static func fit(_ kind: CellKind, _ role: ColumnRole) -> Int {
        switch (kind, role) {
        case (.number, .number), (.outline, .number), (.code, .code), (.date, .timeframe), (.date, .deadline),
            (.date, .start), (.status, .status), (.percent, .status), (.unit, .responsible), (.money, .budget),
            (.money, .spent), (.money, .balance):
            6
        case (.list, .steps), (.status, .result): 4
        case (.text, .title), (.text, .steps), (.text, .result), (.text, .outcome), (.list, .result), (.list, .outcome):
            2
        case (.dash, _): 1
        case (.text, .number), (.text, .code), (.text, .timeframe), (.text, .responsible), (.unit, .number): -4
        default: 0
        }
    }
}
