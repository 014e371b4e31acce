/// How a table begins: its header, its captions, and the line above it that names its one record.
extension Segmenter {
    mutating func startTable(
        _ header: HeaderDetector.Header?, dialect: Document.Dialect, rows: Range<Int>, columns: Int
    ) {
        closeTable()
        var header = header
        if var columns = header?.columns, let last = header?.rows.upperBound {
            HeadingContext.settle(&columns, over: last..<max(last, rows.upperBound), in: result.document)
            header?.columns = columns
        }
        let titleLine = header.flatMap { takeTitleLine(above: $0.columns) }
        closeZone(beforeTable: true)
        var table = Segmentation.Table(
            columns: header?.columns ?? .init(repeating: Segmentation.Column(), count: columns))
        table.rows = Slice32(result.rows.count..<result.rows.count)
        if let header {
            for row in header.captions { takeCaption(row, &table) }
            for row in header.rows { result.segments.append(.text(.tableHeader, rowPieces(row), level: 0)) }
        }
        let layout = grouper.layout(
            table.columns, rows: (header?.rows.upperBound ?? rows.lowerBound)..<rows.upperBound, dialect: dialect,
            in: result.document)
        var next = OpenTable(index: result.tables.count, header: header, layout: layout)
        name(&next, &table, titleLine)
        open = next
        result.segments.append(.table(result.tables.count))
        result.tables.append(table)
    }

    /// Takes the numbered line right above a table whose columns name no subject: it names the table's one record.
    mutating func takeTitleLine(above columns: [Segmentation.Column]) -> Slice32? {
        let roles = columns.compactMap(\.match?.role)
        guard !roles.contains(.title), !roles.contains(.section), !roles.contains(.code),
            roles.filter(\.isAction).count >= 2, !roles.contains(.number) || roles.contains(.steps)
        else { return nil }
        return takeNumberedLine(onlyNumber: false)
    }

    /// Takes the last line of the zone where it counts a record: `มาตรการที่ ๑ …`, `๒. …`, and only `บัตรที่ ๑` where the
    /// record has a name.
    mutating func takeNumberedLine(onlyNumber: Bool) -> Slice32? {
        guard let last = zone.last else { return nil }
        let key = PlainText.key(of: result.document.pieces[last.pieces.range], in: result.document.text)
        let heading = LineKind.recordHeading(key)
        if onlyNumber, heading == nil { return takeCountBehindName(of: last) }
        guard key.count < 400, heading != nil || !onlyNumber && LineKind.isNumbered(key),
            !onlyNumber || key.count - (heading?.end ?? 0) <= 2
        else { return nil }
        zone.removeLast()
        return last.pieces
    }

    /// Takes the heading right above a table of one record that has no name of its own.
    mutating func takeHeadingLine() -> Slice32? {
        guard let last = zone.last, last.headingLevel > 1 else { return nil }
        let key = PlainText.key(of: last.pieces, in: result.document, atMost: 400)
        guard key.count < 400, LineKind.sectionLevel(key) == nil, !LineKind.isAboutReport(key) else { return nil }
        zone.removeLast()
        return last.pieces
    }

    /// Takes the count that a line of the zone ends with, and leaves what it stands behind: `แบบฟอร์ม ปปช.๒ มาตรการที่ ๑`.
    private mutating func takeCountBehindName(of line: Document.Line) -> Slice32? {
        let text = result.document.text
        let range = result.document.span(of: line.pieces).range
        let starts = range.reversed().filter { $0 > range.lowerBound && text[$0 - 1] == 0x20 }.prefix(
            Self.mostWordsOfCount)
        let count = starts.first { start in
            var key: [UInt8] = []
            PlainText.appendKey(of: start..<range.upperBound, in: text, to: &key)
            return LineKind.recordHeading(key).map { key.count - $0.end <= 2 } ?? false
        }
        guard let count else { return nil }
        let name = result.document.clip(line.pieces, to: range.lowerBound..<count)
        let number = result.document.clip(line.pieces, to: count..<range.upperBound)
        zone[zone.count - 1].pieces = result.document.append(pieces: name)
        return result.document.append(pieces: number)
    }

    /// A count has no more words: `มาตรการ ที่ ๑`.
    private static let mostWordsOfCount = 3

    /// Gives a table the line that names its record as the title of its first row.
    func name(_ open: inout OpenTable, _ table: inout Segmentation.Table, _ line: Slice32?) {
        guard let line else { return }
        open.titleLine = line
        open.layout.isSingleRecord = true
        open.plainRow = nil
        table.columns.append(
            Segmentation.Column(match: HeadingMatcher.Match(role: .title, certainty: 1)))
    }

    /// The next part of a table below a heading of its own: a new table with the same columns.
    mutating func startTable(like table: OpenTable) {
        let columns = table.header?.columns ?? result.tables[table.index].columns
        closeTable()
        let titleLine = takeTitleLine(above: columns)
        closeZone(beforeTable: true)
        var next = Segmentation.Table(columns: columns)
        next.rows = Slice32(result.rows.count..<result.rows.count)
        var layout = table.layout
        layout.isSingleRecord = false
        var opened = OpenTable(index: result.tables.count, header: table.header, layout: layout)
        name(&opened, &next, titleLine)
        open = opened
        result.segments.append(.table(result.tables.count))
        result.tables.append(next)
    }

    /// A row above a header: the caption, a section, or text about the report.
    mutating func takeCaption(_ row: Int, _ table: inout Segmentation.Table) {
        let pieces = rowPieces(row)
        let key = PlainText.key(of: result.document.pieces[pieces.range], in: result.document.text)
        let level = LineKind.sectionLevel(key)
        result.segments.append(.text(level == nil ? .paragraph : .heading, pieces, level: level ?? 0))
        if level == nil { table.caption = pieces }
    }
}
