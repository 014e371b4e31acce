internal import ThaiText

/// Finds what a reader sees in a document: tables with their headers and rows, headings, records with labelled fields.
package struct Segmenter: ~Copyable {
    var result: Segmentation
    /// Where words end; made when a line of text asks for it first.
    private var spaces: LayoutSpaces?
    var headers = HeaderDetector()
    var grouper = RowGrouper()
    /// The table whose rows may go on in the next table block.
    var open: OpenTable?
    /// Lines of text since the last table.
    var zone: [Document.Line] = []
    /// Lines seen so far, to know a running head by its repetition.
    var seenLines: [ByteKey: Int] = [:]
    /// The first lines of the document that are long enough to tell it from others.
    private var coverKeys: [[UInt8]] = []
    /// In bytes of the comparable form.
    private static let shortestCoverLine = 60
    private let runningHeads: RunningHeads
    /// Whether a gap stands before nearly every line, as in tables whose cells were extracted as paragraphs.
    private let hasEvenGaps: Bool
    /// Whether the line above is a page number or a running head.
    var followsFurniture = false
    var followsRule = false
    /// The bytes of cells that were given once more to a row that they cover.
    private var coveringBytes = 0
    /// Where the cells stand that were given no more, in `problems` of the document.
    private var coveringProblems: [UInt32: Int] = [:]
    /// Whether a page break, a page number or the end of a table stands since the last row.
    var isBelowBreak = false
    /// The last number that counted a row of cells; null before a heading of numbers.
    private var lastRowNumber: Int?
    /// Whether a page ends above the next line of text.
    private var endsPage = false

    struct OpenTable {
        var index: Int
        var header: HeaderDetector.Header?
        var layout: RowGrouper.Layout
        /// The rows of the source that make each row so far: the parts of the row that is still open.
        var parts: [Int] = []
        var kind = Segmentation.Row.Kind.record
        /// Cells of earlier rows that cover the next ones: the column, the pieces, and how many rows more.
        var covering: [(cell: Document.Cell, left: Int)] = []
        /// Those of them that cover the first part of the row that is still open.
        var coveringRow: [Document.Cell] = []
        /// The line above a table without titles that names its one record.
        var titleLine: Slice32?
        /// Where the rows end that are being taken.
        var rowsEnd = 0
        /// How rows look that are records beyond doubt.
        var plainRow: PlainRow?

        /// The rows among ``parts`` that are further lines of the record as their author wrote it, none of the layout's:
        /// in CSV and HTML, where no line end of the layout cuts rows in two, those that fill the column of steps alone
        /// or stand beside a title that covers them.
        var furtherLines: Set<Int> = []
        /// The column of steps: what a further line holds there is a step.
        var stepColumn: Int? { layout.steps ?? layout.activities }

        /// Whether `row`, which goes on with the row above it, is a further line of the record.
        func isFurtherLine(_ row: Document.Row, in document: Document) -> Bool {
            guard layout.dialect == .separated || layout.dialect == .html else { return false }
            if covering.contains(where: { Int($0.cell.column) == layout.title }) { return true }
            let filled = document.cells.filled(row.cells)
            return filled.count == 1 && filled.first.map { Int($0.column) } == stepColumn
        }

        init(index: Int, header: HeaderDetector.Header?, layout: RowGrouper.Layout) {
            self.index = index
            self.header = header
            self.layout = layout
            plainRow = PlainRow(layout)
        }
    }

    /// The segmentation of a document.
    package static func segment(_ document: consuming Document) -> Segmentation {
        var segmenter = Segmenter(result: Segmentation(document: consume document))
        for index in segmenter.result.document.blocks.indices { segmenter.takeBlock(index) }
        segmenter.closeTable()
        segmenter.closeZone(beforeTable: false)
        TableJoin.join(&segmenter.result)
        return segmenter.result
    }

    private init(result: consuming Segmentation) {
        self.result = result
        runningHeads = RunningHeads(of: self.result.document)
        hasEvenGaps = Self.hasEvenGaps(self.result.document)
        self.result.rows.reserveCapacity(result.document.rows.count)
    }

    /// Whether a row may have the text of a cell that covers it; says so in a problem where not.
    ///
    /// A cell of half a file that covers a thousand rows would make records of five hundred times the file.
    mutating func mayRepeat(_ cell: Document.Cell) -> Bool {
        let span = result.document.span(of: cell.pieces)
        let bytes = coveringBytes + span.range.count
        if bytes <= (1 << 20) + 8 * result.document.text.count {
            coveringBytes = bytes
            return true
        }
        if let known = coveringProblems[span.start] {
            result.document.problems[known].count += 1
        } else {
            coveringProblems[span.start] = result.document.problems.count
            result.document.problems.append(ReadProblem(kind: .coveringText, span: span, count: 1))
        }
        return false
    }

    private mutating func takeBlock(_ index: Int) {
        switch result.document.blocks[index] {
        case .pageBreak:
            isBelowBreak = true
            endsPage = true
        case .furniture(let pieces, let kind): furniture(kind, pieces)
        case .line(let line): take(line, isApart: !countsRow(line, index) && isApart(index) && !countsRecord(index))
        case .table(let rows, let dialect, let columns): takeTable(rows.range, dialect: dialect, columns: columns)
        }
    }

    private static func hasEvenGaps(_ document: borrowing Document) -> Bool {
        var lines = 0
        var apart = 0
        for block in document.blocks {
            guard case .line(let line) = block else { continue }
            lines += 1
            if line.blanksBefore > 0 { apart += 1 }
        }
        return ProseSegmenter.areEven(apart, of: lines)
    }

    /// Whether a bare number counts a record and no page: the label of a title stands below it.
    private mutating func countsRecord(_ index: Int) -> Bool {
        guard index + 1 < result.document.blocks.count, case .line(let line) = result.document.blocks[index],
            case .line(let next) = result.document.blocks[index + 1],
            LineKind.ordinal(PlainText.key(of: line.pieces, in: result.document, atMost: 12)) != nil
        else { return false }
        let match = headers.matcher.match(PlainText.key(of: next.pieces, in: result.document, atMost: 120))
        return match.map { $0.role == .title && $0.certainty >= 0.94 } ?? false
    }

    /// No number and no heading of numbers is longer, in bytes.
    private static let longestCount = 60

    /// Whether a bare number counts a row of cells and no page: the heading of numbers stood alone on a line, and it is
    /// the next.
    private mutating func countsRow(_ line: Document.Line, _ index: Int) -> Bool {
        guard result.document.span(of: line.pieces).range.count < Self.longestCount else { return false }
        let key = PlainText.key(of: line.pieces, in: result.document, atMost: Self.longestCount)
        guard let number = LineKind.ordinal(key) else {
            if let match = headers.matcher.match(key), match.role == .number, match.certainty >= 1 {
                lastRowNumber = lastRowNumber ?? 0
            }
            return false
        }
        // The number that stood last may stand once more; that of a page stands above what the page repeats.
        guard let last = lastRowNumber, number == last + 1 || number == last + 2 || number == last && last > 0,
            number != last || !isAboveRepeated(index)
        else { return false }
        lastRowNumber = number
        return true
    }

    /// Whether the line below block `index` is one that stood further up.
    private func isAboveRepeated(_ index: Int) -> Bool {
        guard index + 1 < result.document.blocks.count, case .line(let next) = result.document.blocks[index + 1] else {
            return true
        }
        let key = PlainText.key(of: next.pieces, in: result.document, atMost: 200)
        return seenLines[ByteKey(key)] != nil && key.count > 3
    }

    /// Whether gaps, tables or page breaks stand on both sides of the line that is block `index`.
    private func isApart(_ index: Int) -> Bool {
        // Where all lines are apart, a bare number may be the first cell of a row.
        guard !hasEvenGaps || lastRowNumber != nil && isAboveRepeated(index) else { return false }
        guard case .line(let line) = result.document.blocks[index], line.blanksBefore > 0 || index == 0 else {
            return false
        }
        guard index + 1 < result.document.blocks.count, case .line(let next) = result.document.blocks[index + 1] else {
            return true
        }
        return next.blanksBefore > 0 || lastRowNumber != nil && isAboveRepeated(index)
    }

    mutating func take(_ line: Document.Line, isApart: Bool) {
        let key = PlainText.key(of: result.document.pieces[line.pieces.range], in: result.document.text)
        // A bare number within a block of lines is a cell or the number of a list.
        let isBare = key.allSatisfy { $0 &- 0x30 < 10 } || LineKind.ordinal(key) != nil
        let isBelowFurniture = followsFurniture
        followsFurniture = true
        // A number, a dash or a state below a page's head is a cell.
        let isCell = isBare || key == [0x2D] || Vocabulary.standard.statuses.meaning(of: key) != nil
        if isBelowFurniture, !isCell, seenLines[ByteKey(key)] != nil || repeatsCover(key) {
            furniture(.runningHead, line.pieces)
            return
        }
        seenLines[ByteKey(key), default: 0] += 1
        if coverKeys.count < 3, key.count >= Self.shortestCoverLine { coverKeys.append(key) }
        if LineKind.isPageNumber(key), isApart || !isBare {
            isBelowBreak = true
            endsPage = true
            takeHeadAbove()
            furniture(.pageNumber, line.pieces)
        } else if LineKind.isPageHead(result.document.span(of: line.pieces).range, in: result.document.text)
            || runningHeads.contains(line, in: result.document)
        {
            isBelowBreak = true
            endsPage = true
            // The head of the page is said with its number: what stands below is text.
            followsFurniture = false
            furniture(.runningHead, line.pieces)
        } else if LineKind.isCatchword(key) {
            furniture(.catchword, line.pieces)
        } else if LineKind.isRule(key) {
            furniture(.rule, line.pieces)
            followsFurniture = false
            followsRule = true
        } else {
            followsFurniture = false
            var line = line
            if followsRule { line.blanksBefore = max(line.blanksBefore, 1) }
            followsRule = false
            // The gap that a page's end leaves is none of the text's.
            if isBelowFurniture, let last = zone.last, last.width >= 45 { line.blanksBefore = 0 }
            line.isBelowBreak = endsPage
            endsPage = false
            zone.append(line)
        }
    }

    /// Whether a line says what the first lines of the document say, and more: `แบบติดตาม…   โรงพยาบาล…` on each page.
    private func repeatsCover(_ key: [UInt8]) -> Bool { coverKeys.contains { key.starts(with: $0) } }

    /// Takes the line above a page number for a running head, where it has stood there before.
    private mutating func takeHeadAbove() {
        guard let last = zone.last, last.blanksBefore > 0 else { return }
        let key = PlainText.key(of: result.document.pieces[last.pieces.range], in: result.document.text)
        guard (seenLines[ByteKey(key)] ?? 0) > 1, LineKind.sectionLevel(key) == nil else { return }
        zone.removeLast()
        furniture(.runningHead, last.pieces)
    }

    /// Furniture keeps its place among the lines around it only where the order can be told: before the zone.
    mutating func furniture(_ kind: Furniture.Kind, _ pieces: Slice32) {
        result.segments.append(.furniture(kind, pieces))
    }

    // MARK: Lines

    mutating func closeZone(beforeTable: Bool) {
        guard !zone.isEmpty else { return }
        let lines = zone
        zone.removeAll(keepingCapacity: true)
        // Moved, not copied: a copy of what the matcher knows would cost more than most zones.
        var prose = ProseSegmenter(
            lines: lines, isBeforeTable: beforeTable, hadTable: !result.tables.isEmpty, matcher: headers.matcher)
        headers.matcher = HeadingMatcher()
        prose.segment(into: &result, spaces: &spaces)
        headers.matcher = prose.matcher
    }

    /// Whether the lines since the last table are the running head of a page, so that the table goes on below them.
    func isRunningHead() -> Bool {
        isBelowBreak && zone.count <= 2
            && zone.allSatisfy { line in
                let key = PlainText.key(of: result.document.pieces[line.pieces.range], in: result.document.text)
                return LineKind.sectionLevel(key) == nil && (LineKind.isAboutReport(key) || line.indent > 8)
            }
    }
}
