internal import ThaiText

/// Joins a table of results to the table of the measures that it speaks of by their numbers.
///
/// Some reports tell in one table what was planned, and in a later one, row for row, what came of it: number, result,
/// state. Such a row names no subject of its own, or says the title once more; it is the end of the row that bears its
/// number or title.
struct TableJoin {
    /// A row of the plan: its table, and where it stands in ``Segmentation/rows``.
    private typealias Place = (table: Int, row: Int)

    /// The table whose rows name the measures, in parts where sections part it.
    private struct Plan {
        var tables: [Int] = []
        var roles: Set<ColumnRole> = []
        var rows: [Int: Place] = [:]
        /// The row of each title, and the titles that several rows bear.
        var titles: [ByteKey: Place] = [:]
        var sharedTitles: Set<ByteKey> = []
        /// Whether numbers begin anew, in each section for one, so that they name no row.
        var isAmbiguous = false
        /// How many of the tables are in `rows`: most plans are never asked for theirs.
        var known = 0
        /// The headings of the table that was joined last, and where its columns stand in those of each part.
        var joined: (headings: [Slice32], offsets: [Int: Int], link: Link)?
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

    /// Takes a table of titles for the one that later tables may speak of.
    private mutating func learn(_ index: Int, in result: Segmentation) {
        let table = result.tables[index]
        let roles = Self.roles(of: table)
        guard roles.contains(.title), !table.rows.isEmpty,
            roles.contains(.number) || roles.compactMap(\.self).filter(\.isAction).count >= 2
        else { return }
        if let last = plan.tables.last,
            result.tables[last].columns.map(\.heading) != table.columns.map(\.heading)
        {
            plan = Plan()
        }
        plan.tables.append(index)
        plan.roles = Set(roles.compactMap(\.self))
    }

    /// Looks up which rows of the plan bear which numbers and titles.
    private mutating func learnRows(in result: Segmentation) {
        defer { plan.known = plan.tables.count }
        for index in plan.tables[plan.known...] {
            let table = result.tables[index]
            let roles = Self.roles(of: table)
            for row in table.rows.range where result.rows[row].kind == .record {
                if let column = roles.firstIndex(of: .number),
                    let number = Self.number(Self.key(of: result.rows[row], at: column, in: result)),
                    plan.rows.updateValue((index, row), forKey: number) != nil
                {
                    plan.isAmbiguous = true
                }
                guard let column = roles.firstIndex(of: .title) else { continue }
                let title = ByteKey(Self.key(of: result.rows[row], at: column, in: result))
                if plan.titles.updateValue((index, row), forKey: title) != nil { plan.sharedTitles.insert(title) }
            }
        }
    }

    // MARK: Results

    /// How the rows of a table name the rows of the plan that they speak of, and which cells say what those say.
    private struct Link {
        /// The columns that the plan has too: what they say stands with the measure already.
        var repeated: Set<Int>
        /// The roles of the columns that tell something new.
        var facts: Set<ColumnRole>
        var title: Int?
    }

    private static func link(of table: Segmentation.Table, to plan: Plan) -> Link {
        let roles = roles(of: table)
        let repeated = Set(roles.indices.dropFirst().filter { roles[$0].map { plan.roles.contains($0) } ?? false })
        let facts = Set(roles.indices.dropFirst().filter { !repeated.contains($0) }.compactMap { roles[$0] })
        return Link(repeated: repeated, facts: facts.subtracting([.extra]), title: roles.firstIndex(of: .title))
    }

    /// The row of the plan that a row of results names by its number, or else by its title.
    private func place(of row: Segmentation.Row, _ link: Link, in result: Segmentation) -> Place? {
        if let number = Self.number(Self.key(of: row, at: 0, in: result)) { return plan.rows[number] }
        guard let column = link.title else { return nil }
        let title = ByteKey(Self.key(of: row, at: column, in: result))
        return plan.sharedTitles.contains(title) ? nil : plan.titles[title]
    }

    /// Whether the rows of a table speak of measures by the numbers or titles that stand in its first column.
    private mutating func speaksOfPlan(_ table: Segmentation.Table, in result: Segmentation) -> Bool {
        let roles = Self.roles(of: table)
        guard !plan.tables.isEmpty, !plan.isAmbiguous, roles.count >= 2, roles[0] == .number || roles[0] == .title
        else { return false }
        let goesOn = plan.joined?.headings == table.columns.map(\.heading)
        var link = Self.link(of: table, to: plan)
        // The next part of the table joined last tells what that one told.
        if goesOn { link = plan.joined?.link ?? link }
        guard link.facts.contains(where: Self.isFact), link.facts.isDisjoint(with: [.section, .code, .number, .steps])
        else { return false }
        learnRows(in: result)
        guard !plan.isAmbiguous else { return false }
        var seen: Set<Int> = []
        var namesByNumber = true
        for row in result.rows[table.rows.range] where row.kind == .record {
            guard let place = place(of: row, link, in: result), !(goesOn && additions[place.row] != nil),
                seen.insert(place.row).inserted, repeats(row, place, link, roles, in: result)
            else { return false }
            if Self.number(Self.key(of: row, at: 0, in: result)) == nil { namesByNumber = false }
        }
        // `มาตรการที่` over numbers says what they are. Below `ลำดับ` they may count something else, states for one:
        // there each measure must have its row, and its result, or the titles are the plan's.
        if roles[0] == .title || !namesByNumber || link.title.map({ link.repeated.contains($0) }) ?? false {
            return seen.count >= 2
        }
        return seen.count >= 2 && seen.count == plan.rows.count && link.facts.contains(.result)
    }

    /// Whether the columns that the plan has too say in a row what they say there, or nothing.
    private func repeats(
        _ row: Segmentation.Row, _ place: Place, _ link: Link, _ roles: [ColumnRole?], in result: Segmentation
    ) -> Bool {
        let planRoles = Self.roles(of: result.tables[place.table])
        return link.repeated.allSatisfy { column in
            let key = Self.key(of: row, at: column, in: result)
            guard !key.isEmpty else { return true }
            guard let planColumn = planRoles.firstIndex(of: roles[column]) else { return false }
            return Self.alike(key, Self.key(of: result.rows[place.row], at: planColumn, in: result))
        }
    }

    /// Whether two cells say the same but for a letter in thirty, or the one begins as the other does.
    private static func alike(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        if a == b { return true }
        if min(a.count, b.count) >= 45, a.starts(with: b) || b.starts(with: a) { return true }
        let allowed = max(a.count, b.count) / 3 / 30
        return allowed > 0 && EditDistance.whole(a, b, atMost: allowed) <= allowed
    }

    /// Whether a column says what came of a measure.
    private static func isFact(_ role: ColumnRole) -> Bool {
        switch role {
        case .result, .outcome, .status, .tick: true
        default: false
        }
    }

    /// Gives the cells of the rows of a table to the rows of the plan that bear their numbers or titles.
    private mutating func take(_ index: Int, in result: inout Segmentation) {
        let table = result.tables[index]
        let headings = table.columns.map(\.heading)
        let goesOn = plan.joined?.headings == headings
        let link = goesOn ? plan.joined?.link ?? Self.link(of: table, to: plan) : Self.link(of: table, to: plan)
        var offsets = goesOn ? plan.joined?.offsets ?? [:] : [:]
        if offsets.isEmpty {
            for part in plan.tables {
                offsets[part] = result.tables[part].columns.count
                result.tables[part].columns += table.columns
                changed.insert(part)
            }
        }
        plan.joined = (headings, offsets, link)
        plan.roles.formUnion(link.facts)
        for row in table.rows.range where result.rows[row].kind == .record {
            guard let place = place(of: result.rows[row], link, in: result), let offset = offsets[place.table]
            else { continue }
            for var cell in result.document.cells[result.rows[row].cells.range] {
                if cell.column == 0 || link.repeated.contains(Int(cell.column)) {
                    // It stands with the measure already.
                    if !cell.isCovering { result.segments.append(.furniture(.repeatedCell, cell.pieces)) }
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
