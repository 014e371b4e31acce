internal import ThaiText

/// Measures that a report tells of in two tables: what is planned in one, what was done in the other.
extension Mapper {
    /// The measures of a table, and the roles of its columns.
    struct Part {
        var measures: Range<Int>
        var roles: [ColumnRole?]
    }

    /// Notes the measures of a table from `first` on; one that goes on below a heading or a page's end is one part.
    mutating func notePart(from first: Int, _ reading: TableReading) {
        guard first < report.measures.count else { return }
        if let last = parts.last, last.measures.upperBound == first, last.roles == reading.roles {
            parts[parts.count - 1].measures = last.measures.lowerBound..<report.measures.count
        } else {
            parts.append(Part(measures: first..<report.measures.count, roles: reading.roles))
        }
    }

    /// Whether a table tells more of the measures of an earlier one, which its rows name by their numbers alone:
    /// `เลขมาตรการ | สถานะ | ผลการดำเนินการ`.
    func goesOn(_ table: Segmentation.Table, _ reading: TableReading, of segmentation: Segmentation) -> Bool {
        guard !reading.roles.contains(.title), let column = reading.roles.firstIndex(of: .number),
            reading.roles.contains(where: { $0?.isAction == true || $0?.isMoney == true })
        else { return false }
        let rows = segmentation.rows[table.rows.range].filter { $0.kind == .record }
        let numbers = rows.map { row -> String? in
            let cell = segmentation.document.cells[row.cells.range].first { Int($0.column) == column }
            let key = cell.map { PlainText.key(of: $0.pieces, in: segmentation.document, atMost: 12) }
            return key.flatMap { LineKind.ordinal($0) }.map { "\($0)" }
        }
        guard numbers.count >= Self.fewestInPart, !numbers.contains(nil) else { return false }
        let told = Set(reading.roles.compactMap(\.self)).subtracting([.number, .section, .extra])
        return parts.suffix(Self.nearbyParts).contains { part in
            let known = part.measures.map { report.measures[$0].number }
            return Set(known).count == known.count && Set(numbers).isSubset(of: known)
                && part.roles.contains(.title) && told.isDisjoint(with: part.roles.compactMap(\.self))
        }
    }

    /// Joins the records of a table to those of an earlier one, where each of them has the number and the title of one
    /// there and tells nothing that is told there.
    mutating func joinParts() {
        guard parts.count > 1 else { return }
        var partners: [Int: Int] = [:]
        // Of each name: the first measure that has it, and the table that it stands in.
        var named: [ByteKey: (measure: Int, part: Int)] = [:]
        for (index, part) in parts.enumerated() {
            let names = part.measures.map { name(of: report.measures[$0]) }
            if part.measures.count >= Self.fewestInPart, let pairs = pairs(of: part.measures, names, with: named) {
                partners.merge(pairs) { first, _ in first }
            }
            for (measure, name) in zip(part.measures, names) where report.measures[measure].title != nil {
                for name in [name, numberName(of: report.measures[measure])].compactMap(\.self)
                where named[ByteKey(name)] == nil {
                    named[ByteKey(name)] = (measure, index)
                }
            }
        }
        guard !partners.isEmpty else { return }
        for (later, earlier) in partners.sorted(by: { $0.key < $1.key }) { join(later, to: earlier) }
        var places: [Int: Int] = [:]
        var kept: [Measure] = []
        for (index, measure) in report.measures.enumerated() where partners[index] == nil {
            places[index] = kept.count
            kept.append(measure)
        }
        for index in report.doubts.indices {
            let measure = report.doubts[index].measure
            if let place = places[partners[measure] ?? measure] { report.doubts[index].measure = place }
        }
        report.measures = kept
    }

    /// What goes on with an earlier table stands not far below it.
    private static let nearbyParts = 8
    /// One record alone may be another one of the same name.
    private static let fewestInPart = 2

    /// The measure of one earlier table that each of the later ones is; null where one is none of them, or both tell the
    /// same.
    private func pairs(
        of later: Range<Int>, _ names: [[UInt8]?], with named: [ByteKey: (measure: Int, part: Int)]
    ) -> [Int: Int]? {
        var pairs: [Int: Int] = [:]
        var taken: Set<Int> = []
        var part: Int?
        for (index, name) in zip(later, names) {
            guard let name, let found = named[ByteKey(name)], part ?? found.part == found.part,
                taken.insert(found.measure).inserted,
                fields(of: report.measures[found.measure]).isDisjoint(with: fields(of: report.measures[index]))
            else { return nil }
            part = found.part
            pairs[index] = found.measure
        }
        return pairs
    }

    /// What names a measure in a table that tells more of it: its number.
    private func numberName(of measure: Measure) -> [UInt8]? { measure.number.map { Array($0.utf8) } }

    /// The number and the title of a measure in comparable form.
    private func name(of measure: Measure) -> [UInt8]? {
        guard let title = measure.title else { return numberName(of: measure) }
        return Array((measure.number ?? "").utf8) + [0]
            + PlainText.key(of: report.pieces[title.pieces.range], in: report.text)
    }

    /// What a measure tells besides its name.
    private func fields(of measure: Measure) -> Set<String> {
        var fields: Set<String> = []
        if !measure.steps.isEmpty { fields.insert("steps") }
        if !measure.responsible.isEmpty { fields.insert("responsible") }
        if measure.timeframe != nil { fields.insert("timeframe") }
        if measure.status != nil { fields.insert("status") }
        if measure.result != nil { fields.insert("result") }
        if measure.outcome != nil { fields.insert("outcome") }
        if measure.monitoring != nil { fields.insert("monitoring") }
        if measure.requirement != nil { fields.insert("requirement") }
        if let budget = measure.budget.map({ report.budgets[Int($0)] }) {
            if budget.approved != nil { fields.insert("approved") }
            if budget.disbursed != nil { fields.insert("disbursed") }
            if budget.remaining != nil { fields.insert("remaining") }
        }
        return fields
    }

    /// Gives the fields of a later record to an earlier one, and its title as a mark.
    private mutating func join(_ later: Int, to earlier: Int) {
        var (measure, more) = (report.measures[earlier], report.measures[later])
        measure.code = measure.code ?? more.code
        if measure.steps.isEmpty { measure.steps = more.steps }
        if measure.responsible.isEmpty { measure.responsible = more.responsible }
        measure.timeframe = measure.timeframe ?? more.timeframe
        measure.status = measure.status ?? more.status
        measure.result = measure.result ?? more.result
        measure.outcome = measure.outcome ?? more.outcome
        measure.monitoring = measure.monitoring ?? more.monitoring
        measure.requirement = measure.requirement ?? more.requirement
        if let own = measure.budget, let other = more.budget.map({ report.budgets[Int($0)] }) {
            let budget = report.budgets[Int(own)]
            report.budgets[Int(own)] = Budget(
                approved: budget.approved ?? other.approved, disbursed: budget.disbursed ?? other.disbursed,
                remaining: budget.remaining ?? other.remaining)
        } else {
            measure.budget = measure.budget ?? more.budget
        }
        if let title = more.title {
            more.places = Self.joined(
                more.places, Self.append([ExtraField(field: .marks, heading: nil, text: title)], to: &report.extras),
                in: &report.extras)
        }
        measure.places = Self.joined(measure.places, more.places, in: &report.extras)
        measure.extra = Self.joined(measure.extra, more.extra, in: &report.extras)
        measure.dates = Self.joined(measure.dates, more.dates, in: &report.dates)
        measure.amounts = Self.joined(measure.amounts, more.amounts, in: &report.amounts)
        measure.urls = Self.joined(measure.urls, more.urls, in: &report.urls)
        measure.repairs = Self.joined(measure.repairs, more.repairs, in: &report.repairs)
        measure.confidence = min(measure.confidence, more.confidence)
        measure.span = measure.span.union(more.span)
        report.measures[earlier] = measure
    }

    /// One slice that holds what two hold.
    private static func joined<Element>(_ first: Slice32, _ second: Slice32, in table: inout [Element]) -> Slice32 {
        if second.isEmpty { return first }
        if first.isEmpty { return second }
        return append(Array(table[first.range]) + table[second.range], to: &table)
    }
}
