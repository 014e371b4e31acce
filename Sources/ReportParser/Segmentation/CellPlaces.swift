/// Which columns the lines of a row belong to, where each line is a cell or a part of one.
enum CellPlaces {
    /// The column of each line: in order, several lines may share one, columns may stay empty.
    static func columns(of kinds: [CellKind], among columns: [Segmentation.Column]) -> [Int] {
        let width = columns.count
        if kinds.count == width { return Array(0..<width) }
        var best = [[Int]](repeating: [Int](repeating: Int.min / 2, count: width), count: kinds.count)
        var from = [[Int]](repeating: [Int](repeating: 0, count: width), count: kinds.count)
        for (line, kind) in kinds.enumerated() {
            for column in 0..<width {
                let fit = fit(kind, columns[column].match?.role ?? .extra)
                if line == 0 {
                    best[0][column] = fit - column
                    continue
                }
                for before in 0...column {
                    // Skipping a column costs a little, sharing one a little more.
                    let step = before == column ? -2 : -(column - before - 1)
                    let score = best[line - 1][before] + fit + step
                    if score > best[line][column] {
                        best[line][column] = score
                        from[line][column] = before
                    }
                }
            }
        }
        guard let last = best.last, let end = last.indices.max(by: { last[$0] < last[$1] }) else { return [] }
        var places = [Int](repeating: end, count: kinds.count)
        for line in stride(from: kinds.count - 1, to: 0, by: -1) { places[line - 1] = from[line][places[line]] }
        return places
    }

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
