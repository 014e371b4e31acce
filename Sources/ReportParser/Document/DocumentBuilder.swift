public import ThaiText

/// Builds the document of a format whose text has to be extracted first: DOCX, PDF, page images, HTML pages.
///
/// The extracted text grows with each call and becomes the source that spans refer to: cells are parted by tabs,
/// lines and rows by line feeds, pages by form feeds. Its characters are repaired at the end, as those of a text file.
///
/// ```swift
/// var builder = DocumentBuilder()
/// builder.beginLine(headingLevel: 1)
/// builder.append("รายงานผล")
/// builder.beginTable()
/// builder.beginRow(isHeading: true)
/// builder.beginCell()
/// builder.append("มาตรการ")
/// let document = builder.finish()
/// ```
///
/// Whatever begins ends what was open on its level: a row ends the row before it, a line ends a table.
public struct DocumentBuilder: Sendable {
    private struct Run {
        var range: Range<Int>
        var joint: Piece.Joint
    }

    private enum Part {
        case pageBreak
        case furniture(Furniture.Kind, runs: Range<Int>)
        case line(Document.Line, runs: Range<Int>)
        case table(ofLines: Bool)
        case row(isHeading: Bool)
        case cell(column: Int, columnSpan: Int, rowSpan: Int, runs: Range<Int>)
        case tableEnd(columns: Int)
    }

    private var text: [UInt8] = []
    private var runs: [Run] = []
    private var parts: [Part] = []
    private var pages = PageMap()
    private var problems: [ReadProblem] = []
    private var open: Part?
    private var firstRun = 0
    private var isInTable = false
    private var column = 0
    private var columns = 0
    private var row = 0
    /// For each column the first row, counted from the table's first, that no cell of an earlier row covers.
    private var covered: [Int: Int] = [:]
    /// The page that text is added for, counted from 1; 0 for formats without pages.
    public private(set) var page = 0

    /// The encoding of the file's characters, for formats that come in several.
    public var encoding: DecodedText.Encoding?

    /// A builder of an empty document.
    public init() {}

    /// How many bytes the extracted text has so far.
    public var byteCount: Int { text.count }

    // MARK: Structure

    /// Begins a page; text that goes on over it stays one text where it looks so.
    public mutating func beginPage() {
        endBlock()
        page += 1
        guard page > 1 else { return }
        separate(by: 0x0C)
        parts.append(.pageBreak)
    }

    /// Ends the page without a new number, for formats that break pages but do not count them.
    public mutating func breakPage() {
        endBlock()
        separate(by: 0x0C)
        parts.append(.pageBreak)
    }

    /// Begins a line of text, or a paragraph, outside tables.
    ///
    /// - Parameters:
    ///   - headingLevel: 1 to 6 where the format marks a heading, else 0.
    ///   - isBold: whether all of it is bold.
    ///   - indent: how far it is indented, in widths of a letter.
    ///   - blanksBefore: how many empty lines stand above it.
    public mutating func beginLine(headingLevel: Int = 0, isBold: Bool = false, indent: Int = 0, blanksBefore: Int = 0)
    {
        endBlock()
        open(
            .line(
                Document.Line(
                    pieces: .empty, indent: UInt16(clamping: indent), width: 0,
                    blanksBefore: UInt16(clamping: blanksBefore), headingLevel: UInt8(clamping: headingLevel),
                    isBold: isBold), runs: 0..<0))
    }

    /// Begins text that belongs to the page and not to the report: a head or foot, a page number.
    ///
    /// - Parameter kind: what it is.
    public mutating func beginFurniture(_ kind: Furniture.Kind = .runningHead) {
        endBlock()
        open(.furniture(kind, runs: 0..<0))
    }

    /// Begins a table.
    ///
    /// - Parameter ofLines: whether a row is a line of the page, so that a cell may go on in the next row.
    public mutating func beginTable(ofLines: Bool = false) {
        endBlock()
        isInTable = true
        columns = 0
        row = -1
        covered = [:]
        parts.append(.table(ofLines: ofLines))
    }

    /// Begins a row of the table that is open.
    public mutating func beginRow(isHeading: Bool = false) {
        precondition(isInTable, "a row outside a table")
        close()
        row += 1
        column = 0
        separate(by: 0x0A)
        parts.append(.row(isHeading: isHeading))
    }

    /// Begins a cell of the row that is open.
    ///
    /// - Parameters:
    ///   - place: its column, counted from 0; the next free one where it is left out.
    ///   - columnSpan: how many columns it covers, at least 1.
    ///   - rowSpan: how many rows it covers, at least 1.
    public mutating func beginCell(at place: Int? = nil, columnSpan: Int = 1, rowSpan: Int = 1) {
        precondition(isInTable, "a cell outside a table")
        close()
        if let place { column = place } else { while let end = covered[column], end > row { column += 1 } }
        if case .row? = parts.last {} else { text.append(0x09) }
        open(.cell(column: column, columnSpan: columnSpan, rowSpan: rowSpan, runs: 0..<0))
        let end = min(column + max(columnSpan, 1), Self.widest)
        if rowSpan > 1 { for covering in column..<max(column, end) { covered[covering] = row + rowSpan } }
        column = end
        columns = max(columns, end)
    }

    /// Ends the table that is open, if one is.
    public mutating func endTable() { endBlock() }

    /// Columns behind this one are not told apart.
    static let widest = 1024

    // MARK: Text

    /// Adds text to the line, cell or furniture that is open; outside of them it begins a line.
    ///
    /// - Parameters:
    ///   - string: the text. Line feeds in it are line ends that the author made.
    ///   - joint: what parts it from the text before it.
    ///   - box: its place on the page.
    ///   - confidence: how sure the reading is, 0 to 1.
    ///   - isDoubtful: whether another reading of a digit in it is nearly as likely.
    public mutating func append(
        _ string: some StringProtocol, joint: Piece.Joint = .none, at box: PageBox? = nil, confidence: Float = 1,
        isDoubtful: Bool = false
    ) {
        guard !string.isEmpty else { return }
        if open == nil { if isInTable { beginCell() } else { beginLine() } }
        let joint = runs.count > firstRun || joint == .item ? joint : .none
        if runs.count > firstRun {
            switch joint {
            case .none: break
            case .space: text.append(0x20)
            case .fill, .wrap, .line, .item, .subitem: text.append(0x0A)
            }
        }
        let start = text.count
        text.append(contentsOf: string.utf8)
        if runs.count > firstRun, joint <= .space {
            // Words of one line are one run: `( )` is a box though its brackets are two words.
            runs[runs.count - 1].range = runs[runs.count - 1].range.lowerBound..<text.count
        } else {
            runs.append(Run(range: start..<text.count, joint: joint))
        }
        guard let box else { return }
        pages.append(
            PageMap.Entry(
                span: SourceSpan(start..<text.count), box: box, confidence: confidence, isDoubtful: isDoubtful))
    }

    /// Says that something is wrong with what was read so far, or with `range` of the extracted text.
    public mutating func add(_ kind: ReadProblem.Kind, in range: Range<Int>? = nil, count: Int = 1) {
        let place = range ?? text.count..<text.count
        problems.append(ReadProblem(kind: kind, span: SourceSpan(place), count: count))
    }

    private mutating func open(_ part: Part) {
        if case .cell = part {} else { separate(by: 0x0A) }
        open = part
        firstRun = runs.count
    }

    private mutating func separate(by sign: UInt8) {
        if let last = text.last, last != sign || sign == 0x0C { text.append(sign) }
    }

    /// Ends the line, cell or furniture that is open.
    private mutating func close() {
        guard let part = open else { return }
        let runs = firstRun..<runs.count
        switch part {
        case .line(let line, _): if !runs.isEmpty { parts.append(.line(line, runs: runs)) }
        case .furniture(let kind, _): if !runs.isEmpty { parts.append(.furniture(kind, runs: runs)) }
        case .cell(let column, let columnSpan, let rowSpan, _):
            parts.append(.cell(column: column, columnSpan: columnSpan, rowSpan: rowSpan, runs: runs))
        case .pageBreak, .table, .row, .tableEnd: break
        }
        open = nil
    }

    private mutating func endBlock() {
        close()
        guard isInTable else { return }
        parts.append(.tableEnd(columns: columns))
        isInTable = false
    }

    // MARK: The document

    /// The document, its characters repaired.
    public consuming func finish() -> Document {
        endBlock()
        if text.last != 0x0A, !text.isEmpty { text.append(0x0A) }
        let repaired = TextRepair.repairCharacters(of: text)
        var document = Document(repaired)
        document.pages = pages.entries.isEmpty ? nil : pages
        document.pageCount = page > 0 ? page : nil
        document.encoding = encoding
        document.problems = problems.map { problem in
            var problem = problem
            problem.span = Self.span(problem.span.range, in: repaired)
            return problem
        }
        var firstRow = 0
        var firstCell = 0
        var heading: Bool?
        var dialect = Document.Dialect.html
        for part in parts {
            switch part {
            case .pageBreak: document.blocks.append(.pageBreak)
            case .furniture(let kind, let runs):
                let pieces = append(runs, of: repaired, to: &document)
                if !pieces.isEmpty { document.blocks.append(.furniture(pieces, kind)) }
            case .line(var line, let runs):
                line.pieces = append(runs, of: repaired, to: &document)
                guard !line.pieces.isEmpty else { continue }
                line.width = UInt16(
                    clamping: VisualColumns.width(of: document.span(of: line.pieces).range, in: document.text))
                document.blocks.append(.line(line))
            case .table(let ofLines):
                dialect = ofLines ? .aligned : .html
                firstRow = document.rows.count
                heading = nil
            case .row(let isHeading):
                if let heading { document.closeRow(cellsFrom: firstCell, isHeading: heading) }
                heading = isHeading
                firstCell = document.cells.count
            case .cell(let column, let columnSpan, let rowSpan, let runs):
                let first = document.pieces.count
                _ = append(runs, of: repaired, to: &document)
                document.appendCell(piecesFrom: first, column: column, columnSpan: columnSpan, rowSpan: rowSpan)
            case .tableEnd(let columns):
                if let heading { document.closeRow(cellsFrom: firstCell, isHeading: heading) }
                heading = nil
                document.appendTable(rowsFrom: firstRow, dialect: dialect, columns: columns)
            }
        }
        return document
    }

    private func append(_ range: Range<Int>, of repaired: RepairedText, to document: inout Document) -> Slice32 {
        let first = document.pieces.count
        var inline = InlineMarkup(lineEnd: .line, knowsBoxesOnly: true)
        for run in runs[range] {
            inline.append(
                Self.span(run.range, in: repaired).range, of: repaired.bytes, joint: run.joint, to: &document)
        }
        return Slice32(first..<document.pieces.count)
    }

    private static func span(_ range: Range<Int>, in repaired: RepairedText) -> SourceSpan {
        SourceSpan(repaired.offset(ofSource: range.lowerBound)..<repaired.offset(ofSource: range.upperBound))
    }
}

extension Document {
    fileprivate mutating func closeRow(cellsFrom first: Int, isHeading: Bool) {
        guard cells.count > first else { return }
        appendRow(cellsFrom: first, isApart: false, isHeading: isHeading)
    }
}
