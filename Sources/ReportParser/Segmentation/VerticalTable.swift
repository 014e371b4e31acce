/// A table that stands upright: labels in its first column, the values of one record after the other beside them.
struct VerticalTable {
    private var records: [LabelledRecord] = []
    /// Rows before the first record, and rows of one text between records.
    private var header: [Slice32] = []
    private var texts: [(before: Int, pieces: Slice32, level: Int)] = []
    /// The first label of the first record: where it stands again, another record begins.
    private var firstKey: [UInt8] = []
    /// The first of the records that stand side by side.
    private var transposed = 0

    /// Empty columns before the labels: the table is set in.
    private var indent: UInt16 = 0

    /// How many rows are looked at.
    private static let sample = 60

    /// Recognises an upright table: most of its rows begin with a label that is known.
    init?(_ rows: Range<Int>, columns: Int, in document: inout Document, matcher: inout HeadingMatcher) {
        indent =
            document.rows[rows].prefix(Self.sample).compactMap { document.cells.filled($0.cells).first?.column }.min()
            ?? 0
        let columns = columns - Int(indent)
        guard columns >= 2, columns <= 12, rows.count >= 3, standsUpright(rows, columns, in: document, &matcher)
        else { return nil }
        let isPaired = isPaired(rows, columns, in: document, &matcher)
        let isTransposed =
            columns > 3
            || columns == 3
                && document.rows[rows].prefix(Self.sample).filter { row in
                    cells(of: row, in: document).count == 3
                }.count * 2 > rows.count
        if isTransposed, !isPaired {
            for row in document.rows[rows] {
                takeTransposed(cells(of: row, in: document), in: document, &matcher)
            }
            return
        }
        let fields = document.rows[rows].flatMap { row in
            let cells = cells(of: row, in: document)
            return isPaired ? Self.pairs(of: cells) : [cells]
        }
        for (field, next) in zip(fields, fields.dropFirst().map(Optional.some) + [nil]) {
            take(field, above: next?.first, in: document, &matcher)
        }
    }

    /// Whether labels begin the rows, and no headings the columns.
    private func standsUpright(
        _ rows: Range<Int>, _ columns: Int, in document: Document, _ matcher: inout HeadingMatcher
    ) -> Bool {
        // Labels stand in the second row as in the others; the first may be a header.
        let second = document.cells[document.rows[rows.lowerBound + 1].cells.range].first { !$0.pieces.isEmpty }
        let isCounted = Self.countsAcross(document.rows[rows.lowerBound], in: document)
        guard let second, second.column == indent,
            columns == 2 || isCounted || Self.match(second, atLeast: Self.leastCertainty, document, &matcher) != nil
        else { return false }
        // A row of headings at the top heads columns.
        let heads = columns > 2 ? cells(of: document.rows[rows.lowerBound], in: document).dropFirst() : []
        let headings = heads.compactMap { cell -> ColumnRole? in
            let key = PlainText.key(of: cell.pieces, in: document, atMost: HeadingMatcher.longest)
            guard LineKind.recordHeading(key) == nil, let role = Self.match(cell, document, &matcher)?.role else {
                return nil
            }
            return role.isAction || role.isMoney ? role : nil
        }
        // The name of one state is a value.
        let states = headings.count(where: \.isTick)
        guard headings.count - (states == 1 ? 1 : 0) < 2 else { return false }
        var labelled = 0
        var classifier = CellClassifier()
        // Rows whose labels nobody knows, and whose values tell what they are.
        var told = 0
        var roles: Set<ColumnRole> = []
        var twoCells = 0
        for (index, row) in document.rows[rows].prefix(Self.sample).enumerated() {
            let cells = self.cells(of: row, in: document)
            guard cells.count >= 2 else { continue }
            twoCells += 1
            // Two headings side by side at the top are a header of the usual kind; below, a value may begin like one.
            if let label = Self.match(cells[0], atLeast: Self.leastCertainty, document, &matcher),
                index > 1 || index > 0 && columns == 2 || Self.match(cells[1], document, &matcher) == nil
            {
                labelled += 1
                roles.insert(label.role)
            } else if columns == 2 || isCounted,
                let role = Self.role(of: classifier.kind(of: document.pieces[cells[1].pieces.range], in: document.text))
            {
                told += 1
                roles.insert(role)
            }
        }
        // The names of states are labels of nothing: beside figures they make a summary.
        return labelled > 0 && (labelled + told) * 10 >= twoCells * 6 && roles.count(where: \.isLabel) >= 2
            && (labelled + told >= 3 || columns > 3 && labelled + told >= 2)
    }

    /// Whether two fields stand in each row, a label and a value side by side twice: `ผู้รับผิดชอบ | กองคลัง | งบประมาณ | 5,000`.
    private func isPaired(
        _ rows: Range<Int>, _ columns: Int, in document: Document, _ matcher: inout HeadingMatcher
    ) -> Bool {
        guard columns == 4 else { return false }
        var pairs = 0
        var full = 0
        for row in document.rows[rows].prefix(Self.sample) {
            let cells = cells(of: row, in: document)
            guard cells.count >= 3, cells[2].column == 2 else { continue }
            full += 1
            let labels = [cells[0], cells[2]].compactMap {
                Self.match($0, atLeast: Self.leastCertainty, document, &matcher)
            }
            if labels.count == 2, labels[0].role != labels[1].role || labels[0].role == .extra { pairs += 1 }
        }
        return pairs >= 2 && pairs * 3 >= full * 2
    }

    /// The two fields of such a row.
    private static func pairs(of cells: [Document.Cell]) -> [[Document.Cell]] {
        let first = cells.filter { $0.column < 2 }
        let second = cells.filter { $0.column >= 2 }.map { cell in
            var cell = cell
            cell.column -= 2
            return cell
        }
        return [first, second].filter { !$0.isEmpty }
    }

    /// `มาตรการส่งเสริมคุณธรรมและความโปร่งใส`: of a long heading only the first word is known.
    private static let leastCertainty = 0.6

    private static func match(
        _ cell: Document.Cell, atLeast least: Double = 0.7, _ document: Document, _ matcher: inout HeadingMatcher
    ) -> HeadingMatcher.Match? {
        let key = PlainText.key(of: document.pieces[cell.pieces.range], in: document.text)
        guard let match = matcher.match(key), match.certainty >= least else { return nil }
        return match
    }

    /// The cells of a row that hold anything, their columns counted from that of the labels.
    private func cells(of row: Document.Row, in document: Document) -> [Document.Cell] {
        var cells = document.cells.filled(row.cells)
        if indent > 0 { for index in cells.indices { cells[index].column -= indent } }
        return cells
    }

    /// Whether the row at the top counts the columns: `ที่ | 1 | 2 | 3`.
    private static func countsAcross(_ row: Document.Row, in document: Document) -> Bool {
        let numbers = document.cells.filled(row.cells).dropFirst().map {
            LineKind.ordinal(PlainText.key(of: $0.pieces, in: document, atMost: 12))
        }
        return numbers.count >= 2
            && zip(numbers, numbers.dropFirst()).allSatisfy { first, next in first.map { $0 + 1 == next } ?? false }
    }

    /// What a value of a kind is, whatever its label says.
    private static func role(of kind: CellKind) -> ColumnRole? {
        switch kind {
        case .date: .timeframe
        case .unit: .responsible
        case .status: .status
        case .list: .steps
        default: nil
        }
    }

    /// Whether the table tells of one record, and no row of it holds a name for it alone.
    var isOfOneRecord: Bool { records.count == 1 && records[0].title.isEmpty && texts.isEmpty }

    /// Whether the first row names the one record.
    ///
    /// What is called a subject further down (`เป้าหมาย | …⏎สิ่งที่ทำ | …`) is what was done.
    var hasTitle: Bool {
        records.contains { $0.fields.first { $0.role != .number && $0.role != .code }?.role == .title }
    }

    /// Gives the one record the line above the table, which names or counts it.
    mutating func name(by line: Slice32, in document: Document) {
        records[0].title = Array(document.pieces[line.range])
        records[0].numberByTitle(in: document)
        guard !records[0].title.isEmpty else { return }
        for index in records[0].fields.indices where records[0].fields[index].role == .title {
            records[0].fields[index].role = records[0].roles.contains(.steps) ? .extra : .steps
        }
    }

    /// Takes a row; `below`: the first cell of the next one.
    private mutating func take(
        _ cells: [Document.Cell], above below: Document.Cell?, in document: Document, _ matcher: inout HeadingMatcher
    ) {
        guard let first = cells.first else { return }
        if cells.count == 2, isHeader(cells, in: document) {
            header = cells.map(\.pieces)
            return
        }
        let label = first.column == 0 ? Self.match(first, atLeast: Self.leastCertainty, document, &matcher) : nil
        // `ปัญหาอุปสรรค | `: a label that nothing was written beside names no record.
        let isEmptyField = label?.role == .extra && records.last?.fields.isEmpty == false
        if cells.count == 1, !isEmptyField, label == nil || !(label?.role.isAction ?? false) {
            if first.column > 0, !records.isEmpty {
                records[records.count - 1].extend(document.pieces[first.pieces.range], joint: .wrap)
                return
            }
            let key = PlainText.key(of: document.pieces[first.pieces.range], in: document.text)
            if isRest(key, above: below, in: document, &matcher) {
                records[records.count - 1].extend(document.pieces[first.pieces.range], joint: .line)
                return
            }
            if let level = LineKind.sectionLevel(key), LineKind.recordHeading(key) == nil {
                texts.append((records.count, first.pieces, level))
            } else {
                var record = LabelledRecord()
                record.title = Array(document.pieces[first.pieces.range])
                records.append(record)
            }
            return
        }
        // `ข้อตกลงที่ 1 | …`: what is counted is named beside its count.
        let isCounted = label == nil && cells.count == 2 && first.column == 0 && counts(first, in: document)
        // `ใบติดตาม | มาตรการที่ ๑`: the value counts the record.
        let isCount = label?.role != .number && cells.count == 2 && countsRecord(cells[1], in: document)
        let role = isCount ? .number : label?.role ?? (isCounted ? .title : .extra)
        let key = PlainText.key(of: document.pieces[first.pieces.range], in: document.text)
        if records.isEmpty { firstKey = key }
        let isNew =
            records.last.map { last in
                (key == firstKey && !last.fields.isEmpty)
                    || (role == .title
                        && (last.roles.contains(.title)
                            || last.fields.first?.role != .number && last.fields.contains { $0.role.isAction }))
                    || (role == .number && !last.fields.isEmpty) || (role != .extra && last.roles.contains(role))
                    || (role == .code && last.fields.contains { $0.role.isAction })
            } ?? true
        if isNew { records.append(LabelledRecord()) }
        var value: [Piece] = []
        for cell in cells.dropFirst() { value.join(document.pieces[cell.pieces.range], by: .space) }
        records[records.count - 1].fields.append(
            LabelledRecord.Field(
                role: role, certainty: label?.certainty ?? 0.5, label: Array(document.pieces[first.pieces.range]),
                value: value))
    }

    /// Whether a text alone in its row is a further line of the value above it: a label follows that is not the first of a
    /// record.
    private func isRest(
        _ key: [UInt8], above below: Document.Cell?, in document: Document, _ matcher: inout HeadingMatcher
    ) -> Bool {
        guard let below, below.column == 0, records.last?.fields.isEmpty == false,
            LineKind.sectionLevel(key) == nil, LineKind.recordHeading(key) == nil,
            PlainText.key(of: document.pieces[below.pieces.range], in: document.text) != firstKey,
            let label = Self.match(below, document, &matcher)
        else { return false }
        return label.role.isLabel && !(records.last?.roles.contains(label.role) ?? false)
    }

    private func countsRecord(_ cell: Document.Cell, in document: Document) -> Bool {
        let key = PlainText.key(of: cell.pieces, in: document, atMost: 120)
        return LineKind.recordHeading(key).map { key.count - $0.end <= 2 } ?? false
    }

    private func counts(_ cell: Document.Cell, in document: Document) -> Bool {
        LineKind.countedName(PlainText.key(of: document.pieces[cell.pieces.range], in: document.text)) != nil
    }

    /// Takes a row that tells one field of every record: a record stands in each column behind the first.
    private mutating func takeTransposed(
        _ cells: [Document.Cell], in document: Document, _ matcher: inout HeadingMatcher
    ) {
        guard let first = cells.first else { return }
        guard first.column == 0 else { return takeCounts(cells, in: document) }
        let label = Self.match(first, atLeast: Self.leastCertainty, document, &matcher)
        // `ที่ | 4 | 5 | 6` below the first records: further ones stand below them.
        if let label, label.role != .extra, records.dropFirst(transposed).first?.fields.first?.role == label.role {
            transposed = records.count
        }
        let isHeader = records.count == transposed
        for cell in cells.dropFirst() {
            let index = transposed + Int(cell.column) - 1
            while records.count <= index { records.append(LabelledRecord()) }
            let pieces = Array(document.pieces[cell.pieces.range])
            let key = PlainText.key(of: document.pieces[cell.pieces.range], in: document.text)
            if isHeader, LineKind.recordHeading(key) != nil {
                // `มาตรการที่ 1` above a column names the record where no row does.
                records[index].fields.append(
                    LabelledRecord.Field(role: .number, certainty: 1, label: [], value: pieces))
                continue
            }
            records[index].fields.append(
                LabelledRecord.Field(
                    role: label?.role ?? .extra, certainty: label?.certainty ?? 0.5,
                    label: [], value: pieces))
        }
        header.append(first.pieces)
    }

    /// Takes a row without a label, which counts the records below it: ` | มาตรการที่ 1 | มาตรการที่ 2`.
    private mutating func takeCounts(_ cells: [Document.Cell], in document: Document) {
        let isNext = records.dropFirst(transposed).contains { !$0.fields.isEmpty }
        if isNext { transposed = records.count }
        for cell in cells {
            let index = transposed + Int(cell.column) - 1
            while records.count <= index { records.append(LabelledRecord()) }
            let key = PlainText.key(of: document.pieces[cell.pieces.range], in: document.text)
            records[index].fields.append(
                LabelledRecord.Field(
                    role: LineKind.isCount(key) ? .number : .extra, certainty: 1, label: [],
                    value: Array(document.pieces[cell.pieces.range])))
        }
    }

    /// `หัวข้อ | รายละเอียด`: the header of an upright table, not a record of that name.
    private func isHeader(_ cells: [Document.Cell], in document: Document) -> Bool {
        let key = PlainText.key(of: document.pieces[cells[1].pieces.range], in: document.text)
        return records.isEmpty && Self.headings.meaning(of: key) != nil
    }

    private static let headings = PhraseTable(words: [
        "รายละเอียด", "ข้อมูล", "คำอธิบาย", "เนื้อหา", "รายละเอียดข้อมูล", "รายการ", "description",
    ])

    /// Adds the records to a segmentation.
    func append(to result: inout Segmentation) {
        for slice in header { result.segments.append(.text(.tableHeader, slice, level: 0)) }
        var next = 0
        for (index, record) in records.enumerated() {
            while next < texts.count, texts[next].before <= index {
                result.segments.append(.text(.heading, texts[next].pieces, level: texts[next].level))
                next += 1
            }
            var record = record
            record.numberByTitle(in: result.document)
            record.append(to: &result)
        }
        for text in texts[next...] { result.segments.append(.text(.heading, text.pieces, level: text.level)) }
    }
}
