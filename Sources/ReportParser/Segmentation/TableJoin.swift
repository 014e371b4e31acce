/// Joins a table of results to the table of the measures that it speaks of by their numbers.
///
/// Some reports tell in one table what was planned, and in a later one, row for row, what came of it: number, result,
/// state. Such a row names no subject of its own; it is the end of the row that bears its number.
struct TableJoin {
    /// The table whose rows name the measures, in parts where sections part it.
    private struct Plan {
        var tables: [Int] = []
        var roles: Set<ColumnRole> = []
        /// The row of each number: the table and the place in ``Segmentation/rows``.
        var rows: [Int: (table: Int, row: Int)] = [:]
        /// Whether numbers begin anew, in each section for one, so that they name no row.
        var isAmbiguous = false
        /// How many of the tables are in `rows`: most plans are never asked for theirs.
        var known = 0
        /// The headings of the table that was joined last, and where its columns stand in those of each part.
        var joined: (headings: [Slice32], offsets: [Int: Int])?
    }

    private var plan = Plan()
    /// The cells that further tables add to a row.
    private var additions: [Int: [Document.Cell]] = [:]
    /// The tables whose rows changed, and the rows that went to another table.
    private var changed: Set<Int> = []
    private var moved: Set<Int> = []

    /// Joins the tables of a segmentation.
    static func join(_ result: inout Segmentation) {
        var join = TableJoin()
        for index in result.tables.indices where !result.tables[index].isLabelled {
            if join.speaksOfPlan(result.tables[index], in: result) {
                join.take(index, in: &result)
            } else {
                join.learn(index, in: result)
            }
        }
        join.settle(&result)
    }

    private static func roles(of table: Segmentation.Table) -> [ColumnRole?] {
        table.columns.map { column in column.match.flatMap { $0.certainty >= 0.55 ? $0.role : nil } }
    }

    /// The comparable form of the cell that a row has in a column.
    private static func key(of row: Segmentation.Row, at column: Int, in result: Segmentation) -> [UInt8] {
        guard let cell = result.document.cells[row.cells.range].first(where: { Int($0.column) == column }) else {
            return []
        }
        return PlainText.key(of: result.document.pieces[cell.pieces.range], in: result.document.text)
    }

    /// The number that a cell holds and nothing else: `๑`, `1.`, `มาตรการที่ 1`.
    private static func number(_ key: [UInt8]) -> Int? {
        LineKind.ordinal(key, from: LineKind.recordHeading(key)?.word ?? 0)
    }

    // MARK: Plans

    /// Takes a table with numbers and titles for the one that later tables may speak of.
    private mutating func learn(_ index: Int, in result: Segmentation) {
        let table = result.tables[index]
        let roles = Self.roles(of: table)
        guard roles.contains(.number), roles.contains(.title), !table.rows.isEmpty else { return }
        if let last = plan.tables.last,
            result.tables[last].columns.map(\.heading) != table.columns.map(\.heading)
        {
            plan = Plan()
        }
        plan.tables.append(index)
        plan.roles = Set(roles.compactMap(\.self))
    }

    /// Looks up which rows of the plan bear which numbers.
    private mutating func learnNumbers(in result: Segmentation) {
        defer { plan.known = plan.tables.count }
        for index in plan.tables[plan.known...] {
            let table = result.tables[index]
            guard let column = Self.roles(of: table).firstIndex(of: .number) else { continue }
            for row in table.rows.range where result.rows[row].kind == .record {
                guard let number = Self.number(Self.key(of: result.rows[row], at: column, in: result)) else { continue }
                if plan.rows.updateValue((index, row), forKey: number) != nil { plan.isAmbiguous = true }
            }
        }
    }

    // MARK: Results

    /// Whether the rows of a table speak of measures by their numbers, which stand in its first column.
    private mutating func speaksOfPlan(_ table: Segmentation.Table, in result: Segmentation) -> Bool {
        let roles = Self.roles(of: table)
        guard !plan.tables.isEmpty, !plan.isAmbiguous, roles.count >= 2, roles[0] == .number || roles[0] == .title
        else { return false }
        let facts = Self.facts(of: table)
        let goesOn = plan.joined?.headings == table.columns.map(\.heading)
        guard facts.contains(where: Self.isFact), goesOn || facts.isDisjoint(with: plan.roles),
            facts.isDisjoint(with: [.title, .section, .code, .number, .steps])
        else { return false }
        learnNumbers(in: result)
        guard !plan.isAmbiguous else { return false }
        var seen: Set<Int> = []
        for row in result.rows[table.rows.range] where row.kind == .record {
            guard let number = Self.number(Self.key(of: row, at: 0, in: result)), let place = plan.rows[number],
                !(goesOn && additions[place.row] != nil), seen.insert(number).inserted
            else { return false }
        }
        // `มาตรการที่` over numbers says what they are. Below `ลำดับ` they may count something else, states for one:
        // there each measure must have its row, and its result.
        if roles[0] == .title { return seen.count >= 2 }
        return seen.count >= 2 && seen.count == plan.rows.count && facts.contains(.result)
    }

    private static func facts(of table: Segmentation.Table) -> Set<ColumnRole> {
        Set(roles(of: table).dropFirst().compactMap(\.self)).subtracting([.extra])
    }

    /// Whether a column says what came of a measure.
    private static func isFact(_ role: ColumnRole) -> Bool {
        switch role {
        case .result, .outcome, .status, .tick: true
        default: false
        }
    }

    /// Gives the cells of the rows of a table to the rows of the plan that bear their numbers.
    private mutating func take(_ index: Int, in result: inout Segmentation) {
        let table = result.tables[index]
        let headings = table.columns.map(\.heading)
        var offsets = plan.joined?.headings == headings ? plan.joined?.offsets ?? [:] : [:]
        if offsets.isEmpty {
            for part in plan.tables {
                offsets[part] = result.tables[part].columns.count
                result.tables[part].columns += table.columns
                changed.insert(part)
            }
        }
        plan.joined = (headings, offsets)
        plan.roles.formUnion(Self.facts(of: table))
        for row in table.rows.range where result.rows[row].kind == .record {
            guard let number = Self.number(Self.key(of: result.rows[row], at: 0, in: result)),
                let place = plan.rows[number], let offset = offsets[place.table]
            else { continue }
            for var cell in result.document.cells[result.rows[row].cells.range] {
                if cell.column == 0 {
                    // The number stands with the measure already.
                    result.segments.append(.furniture(.repeatedCell, cell.pieces))
                } else {
                    cell.column = UInt16(clamping: Int(cell.column) + offset)
                    additions[place.row, default: []].append(cell)
                }
            }
            moved.insert(row)
        }
        changed.insert(index)
    }

    /// Writes the rows of the changed tables anew: the rows of a table lie side by side, and so do the cells of a row.
    private func settle(_ result: inout Segmentation) {
        for index in changed.sorted() {
            let first = result.rows.count
            for row in result.tables[index].rows.range where !moved.contains(row) {
                var new = result.rows[row]
                if let more = additions[row] {
                    let cells = Array(result.document.cells[new.cells.range]) + more
                    new.cells = Slice32(result.document.cells.count..<result.document.cells.count + cells.count)
                    result.document.cells += cells
                }
                result.rows.append(new)
            }
            result.tables[index].rows = Slice32(first..<result.rows.count)
        }
    }
}
