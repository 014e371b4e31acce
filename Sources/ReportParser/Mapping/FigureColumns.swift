internal import ThaiText

/// Columns of figures, whose headings promise words or marks.
enum FigureColumns {
    /// Gives columns of figures the roles that their figures can fill.
    static func settle(_ roles: inout [ColumnRole?], _ contents: [ColumnContents]) {
        setResultsAside(&roles, contents)
        setStatesAside(&roles, contents)
        settleChart(&roles, contents)
    }

    /// Whether the columns of states hold counts of measures.
    ///
    /// A 1 may stand for a tick: it does where each row has but one, or where nothing but 1 and 0 stands in them.
    static func countStates(_ roles: [ColumnRole?], _ contents: [ColumnContents]) -> Bool {
        let ticks = roles.indices.filter { roles[$0]?.isTick == true && contents[$0].filled > 0 }
        guard ticks.count >= 2, ticks.allSatisfy({ contents[$0].areFigures }) else { return false }
        let rows = contents[ticks[0]].rows
        let isOneARow = ticks.reduce(0) { $0 + contents[$1].filled } <= rows
        return !isOneARow && (rows == 1 || ticks.contains { contents[$0].signs < contents[$0].filled })
    }

    /// Sets columns of figures aside that words tell better: `ผล (%)` of each quarter beside `ผลการดำเนินงาน`.
    private static func setResultsAside(_ roles: inout [ColumnRole?], _ contents: [ColumnContents]) {
        let results = roles.indices.filter { roles[$0] == .result || roles[$0] == .outcome }
        let figures = results.filter { contents[$0].areFigures }
        // One column of figures alone is the result, for want of a better one; of several none is.
        if figures.count > 1 || results.contains(where: { contents[$0].filled > 0 && !contents[$0].areFigures }) {
            for column in figures { roles[column] = .extra }
        }
    }

    /// `ความก้าวหน้า (ร้อยละ)` beside `สถานะ`: the column that names states in words tells the state.
    private static func setStatesAside(_ roles: inout [ColumnRole?], _ contents: [ColumnContents]) {
        let states = roles.indices.filter { roles[$0] == .status }
        guard states.contains(where: { contents[$0].filled > 0 && !contents[$0].areFigures }) else { return }
        for column in states where contents[column].areFigures { roles[column] = .extra }
    }

    /// Figures in the months or quarters of a chart are no marks of time, where a time stands beside them or hardly a
    /// cell is empty: they tell how far a measure has come, or what it cost.
    private static func settleChart(_ roles: inout [ColumnRole?], _ contents: [ColumnContents]) {
        let chart = roles.indices.filter { column in
            guard contents[column].areFigures else { return false }
            switch roles[column] {
            case .month, .quarter: return true
            default: return false
            }
        }
        let hasTime = roles.contains { $0 == .timeframe || $0 == .deadline || $0 == .start }
        let isFull = chart.count >= 2 && chart.contains { contents[$0].isFull }
        guard hasTime || isFull else { return }
        for column in chart { roles[column] = .extra }
        // Of progress in percent the last that is told counts.
        let hasState = roles.contains { $0?.tellsState == true }
        if !hasState, isFull, chart.allSatisfy({ contents[$0].filled == 0 || contents[$0].arePercentages }),
            let last = chart.last(where: { contents[$0].isFull })
        {
            roles[last] = .status
        }
    }
}

extension ColumnContents {
    /// Whether hardly a row has nothing in this column.
    fileprivate var isFull: Bool { rows > 0 && filled * 5 >= rows * 4 }
}
