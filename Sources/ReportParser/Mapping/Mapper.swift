internal import ThaiText

/// Gives the parts of a report their meaning: segments become facts, measures, tables and text.
package struct Mapper: ~Copyable {
    var report: Report
    var ledger = Ledger()
    var spaces = LayoutSpaces()
    /// The cell that is being read; its buffers serve one cell after the other.
    var cell = CellText()
    var statuses = StatusReader()
    var splitter = ItemSplitter()
    let units = UnitReader()
    let numbers = NumberScanner()
    var dates = DateScanner()
    var mentions: [DateMention] = []
    var times = CellMemo<[DateMention]>()
    var unitLists = CellMemo<(units: [Range<Int>], marks: [Range<Int>])>()
    var states = CellMemo<StatusState?>()
    var boxes = CellMemo<StatusReader.Reading?>()
    private var tableReader = TableReader()
    private var readings: [ByteKey: TableReading] = [:]
    /// The headings in force, the outermost first.
    private var headings: [(level: Int, text: FieldText)] = []
    /// Index into ``Report/sections`` of ``headings``, and of a section column's last value below them.
    var section = 0
    private var cellSection: [Piece] = []
    /// The indicator that the headings of a section name, for the section asked for last.
    var indicatorOfSection: (section: Int, indicator: Int32?)?
    var record = RecordDraft()
    /// The tables of measures so far.
    var parts: [Part] = []
    /// The comparable form of the beginning of the title that is being read.
    var titleKey: [UInt8] = []

    /// The report that a segmented document holds.
    package static func map(_ segmentation: Segmentation, source: ReportSource) -> Report {
        var mapper = Mapper(segmentation, source: source)
        mapper.spaces.learn(from: mapper.report.text)
        mapper.readFacts(of: segmentation)
        mapper.report.measures.reserveCapacity(segmentation.rows.count)
        mapper.report.pieces.reserveCapacity(mapper.report.pieces.count + segmentation.document.cells.count * 2)
        mapper.report.steps.reserveCapacity(segmentation.rows.count)
        mapper.report.texts.reserveCapacity(segmentation.rows.count)
        mapper.report.extras.reserveCapacity(segmentation.rows.count * 2)
        for segment in segmentation.segments { mapper.take(segment, of: segmentation) }
        mapper.joinParts()
        for span in segmentation.document.markup {
            mapper.ledger.give(span, to: .furniture, in: mapper.report.text)
        }
        mapper.report.markup = segmentation.document.markup
        mapper.report.coverage = mapper.ledger.coverage(of: mapper.report)
        if mapper.report.coverage.dropped > 0 {
            mapper.placeTheRest()
            mapper.report.coverage = mapper.ledger.coverage(of: mapper.report)
        }
        return mapper.report
    }

    private init(_ segmentation: borrowing Segmentation, source: ReportSource) {
        report = Report(source: source, document: segmentation.document)
    }

    // MARK: Texts

    /// Loads pieces of the document into ``cell``.
    mutating func load(_ slice: Slice32, of segmentation: Segmentation) {
        cell.load(slice.range, of: segmentation.document.pieces, of: report.text, spaces: &spaces)
    }

    /// The text of a range of ``cell``, as a value that owns its characters where `owner` is given.
    mutating func text(_ range: Range<Int>, owner: Ledger.Owner?) -> FieldText? {
        guard !range.isEmpty else { return nil }
        let first = report.pieces.count
        cell.append(piecesOf: range, to: &report.pieces)
        guard report.pieces.count > first else { return nil }
        if let owner {
            for index in first..<report.pieces.count {
                let span = report.pieces[index].span
                ledger.give(span, to: owner, in: report.text)
                if owner == .measures { record.extend(span) }
            }
            if owner == .measures, cell.hasLayoutSpace { record.hasLayoutSpace = true }
        }
        return FieldText(pieces: Slice32(first..<report.pieces.count))
    }

    /// The text of pieces of the document, read as running text.
    mutating func text(_ slice: Slice32, of segmentation: Segmentation, owner: Ledger.Owner) -> FieldText? {
        load(slice, of: segmentation)
        return text(cell.all, owner: owner)
    }

    // MARK: Segments

    private mutating func take(_ segment: Segmentation.Segment, of segmentation: Segmentation) {
        switch segment {
        case .text(let kind, let slice, let level):
            guard let text = text(slice, of: segmentation, owner: .text) else { return }
            report.blocks.append(TextBlock(kind: kind, text: text))
            if kind == .heading { enter(text, level: level) }
        case .furniture(let kind, let slice):
            guard let text = text(slice, of: segmentation, owner: .furniture) else { return }
            report.furniture.append(Furniture(kind: kind, text: text))
        case .table(let index): take(segmentation.tables[index], of: segmentation)
        }
    }

    /// Puts a heading in force: it ends those of its own level and of inner ones.
    private mutating func enter(_ text: FieldText, level: Int) {
        while let last = headings.last, last.level >= level { headings.removeLast() }
        headings.append((level, text))
        report.sections.append(headings.map(\.text))
        section = report.sections.count - 1
        cellSection = []
    }

    /// Puts the value of a section column in force below the headings.
    mutating func enterCellSection(_ text: FieldText) {
        let pieces = Array(report.pieces[text.pieces.range])
        guard pieces.map(\.span) != cellSection.map(\.span) else { return }
        cellSection = pieces
        report.sections.append(headings.map(\.text) + [text])
        section = report.sections.count - 1
    }

    private mutating func take(_ table: Segmentation.Table, of segmentation: Segmentation) {
        guard !table.rows.isEmpty else { return }
        let reading = reading(of: table, segmentation)
        // The value of a section column holds for its own table.
        let outer = (section, cellSection)
        defer { if reading.roles.contains(.section) { (section, cellSection) = outer } }
        if goesOn(table, reading, of: segmentation) { return takeRecords(table, reading, of: segmentation) }
        switch reading.kind {
        case .measures, .projects: takeRecords(table, reading, of: segmentation)
        case .budget: takeOther(table, .budget, segmentation.rows[table.rows.range], of: segmentation)
        case .score: takeOther(table, .score, segmentation.rows[table.rows.range], of: segmentation)
        case .other: takeOther(table, .other, segmentation.rows[table.rows.range], of: segmentation)
        }
    }

    /// What a table is about.
    ///
    /// Parts of one table that stand under the same headings are read alike, so the reading of a part with enough
    /// rows serves the others.
    private mutating func reading(of table: Segmentation.Table, _ segmentation: Segmentation) -> TableReading {
        guard !table.isLabelled, table.columns.contains(where: { !$0.heading.isEmpty }) else {
            return tableReader.read(table, of: segmentation)
        }
        var key: [UInt8] = []
        for column in table.columns {
            PlainText.appendKey(of: segmentation.document.pieces[column.heading.range], in: report.text, to: &key)
            key.append(0)
        }
        if let known = readings[ByteKey(key)] { return known }
        let reading = tableReader.read(table, of: segmentation)
        if table.rows.count >= Self.tellingRows { readings[ByteKey(key)] = reading }
        return reading
    }

    /// So many rows show what the columns of a table hold.
    private static let tellingRows = 2

    private mutating func takeRecords(
        _ table: Segmentation.Table, _ reading: TableReading, of segmentation: Segmentation
    ) {
        let subjects: Set<ColumnRole> = [.title, .number, .code]
        if table.isLabelled, Set(reading.roles.compactMap(\.self)).isDisjoint(with: subjects), reading.roles.count < 3 {
            return takeProse(table, of: segmentation)
        }
        // The headings of a table stand in a text block of their own; here they only name the extra fields.
        var names: [FieldText?] = []
        for column in table.columns {
            load(column.heading, of: segmentation)
            names.append(text(cell.all, owner: table.isLabelled ? .measures : nil))
        }
        let first = report.measures.count
        defer { if !table.isLabelled, reading.kind != .projects { notePart(from: first, reading) } }
        for row in segmentation.rows[table.rows.range] {
            switch row.kind {
            case .record: takeRecord(row, table, reading, names, of: segmentation)
            case .section: takeSection(row, of: segmentation)
            case .total: takeOther(table, .totals, [row][...], of: segmentation)
            case .note:
                for cell in segmentation.document.cells[row.cells.range] where !cell.isCovering {
                    guard let text = text(cell.pieces, of: segmentation, owner: .text) else { continue }
                    report.blocks.append(TextBlock(kind: .note, text: text))
                }
            }
        }
    }

    /// One or two fields that name no measure are a sentence that begins with the word of a label.
    private mutating func takeProse(_ table: Segmentation.Table, of segmentation: Segmentation) {
        for row in segmentation.rows[table.rows.range] {
            for (column, heading) in table.columns.enumerated() {
                var pieces = Array(segmentation.document.pieces[heading.heading.range])
                for cell in segmentation.document.cells[row.cells.range] where Int(cell.column) == column {
                    pieces.join(segmentation.document.pieces[cell.pieces.range], by: .space)
                }
                cell.load(pieces.indices, of: pieces, of: report.text, spaces: &spaces)
                guard let text = text(cell.all, owner: .text) else { continue }
                report.blocks.append(TextBlock(kind: .paragraph, text: text))
            }
        }
    }

    private mutating func takeSection(_ row: Segmentation.Row, of segmentation: Segmentation) {
        var parts: [Piece] = []
        var said: [UInt8] = []
        for cell in segmentation.document.cells[row.cells.range] where !cell.isCovering {
            // A heading that the extractor repeated in every cell it covered is said once.
            let key = PlainText.key(of: segmentation.document.pieces[cell.pieces.range], in: report.text)
            if !parts.isEmpty, key == said {
                if let text = text(cell.pieces, of: segmentation, owner: .furniture) {
                    report.furniture.append(Furniture(kind: .repeatedCell, text: text))
                }
                continue
            }
            said = key
            parts.join(segmentation.document.pieces[cell.pieces.range], by: .space)
        }
        cell.load(parts.indices, of: parts, of: report.text, spaces: &spaces)
        guard let text = text(cell.all, owner: .text) else { return }
        report.blocks.append(TextBlock(kind: .heading, text: text))
        let key = PlainText.key(of: report.pieces[text.pieces.range], in: report.text)
        enter(text, level: LineKind.sectionLevel(key) ?? 7)
    }

    private mutating func takeOther(
        _ table: Segmentation.Table, _ kind: OtherTable.Kind, _ rows: ArraySlice<Segmentation.Row>,
        of segmentation: Segmentation
    ) {
        var columns: [FieldText?] = []
        for column in table.columns {
            load(column.heading, of: segmentation)
            columns.append(text(cell.all, owner: nil))
        }
        var other = OtherTable(kind: kind, caption: nil, columns: columns, rows: [], span: SourceSpan(0..<0))
        if let caption = table.caption {
            load(caption, of: segmentation)
            other.caption = text(cell.all, owner: nil)
        }
        var span: SourceSpan?
        for row in rows {
            var cells = [FieldText?](repeating: nil, count: table.columns.count)
            for source in segmentation.document.cells[row.cells.range] {
                load(source.pieces, of: segmentation)
                guard let text = text(cell.all, owner: source.isCovering ? nil : .tables) else { continue }
                // Cells behind the last column of a ragged row widen it.
                while cells.count <= Int(source.column) { cells.append(nil) }
                if cells[Int(source.column)] == nil {
                    cells[Int(source.column)] = text
                } else {
                    // Columns behind the last that can be counted stand side by side.
                    cells.append(text)
                }
                let own = report.span(of: text)
                span = span?.union(own) ?? own
            }
            other.rows.append(cells)
        }
        other.span = span ?? SourceSpan(0..<0)
        report.tables.append(other)
    }

    /// Text that no stage placed is kept as blocks of its own.
    private mutating func placeTheRest() {
        for run in ledger.unowned(in: report.text) {
            report.pieces.append(Piece(run))
            let text = FieldText(pieces: Slice32(report.pieces.count - 1..<report.pieces.count))
            ledger.give(SourceSpan(run), to: .text, in: report.text)
            report.blocks.append(TextBlock(kind: .unplaced, text: text))
        }
    }
}
