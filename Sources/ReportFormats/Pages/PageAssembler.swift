internal import ReportParser
internal import ThaiText

/// Puts pages together to a document: the cells of ruled tables, tables that only the places of their words tell, and
/// lines of text in reading order.
struct PageAssembler: ~Copyable {
    private var builder = DocumentBuilder()
    private let furniture: RunningLines
    private var page = 0
    /// The columns of the table that the next page may go on with, and the page on which it was last.
    private var above: (edges: ColumnEdges, page: Int)?
    /// How the page was turned to be read.
    private var turn: PageTurn?
    /// Tells the words that lines begin with.
    private var breaker = try? WordSegmenter(.words)

    /// An assembler that sets the lines of `furniture` apart from the text.
    init(furniture: RunningLines = RunningLines()) { self.furniture = furniture }

    /// Adds the next page.
    ///
    /// - Parameters:
    ///   - content: what is seen on it.
    ///   - problem: what was wrong with it.
    mutating func add(_ content: PageContent, problem: ReadProblem.Kind? = nil) {
        guard !content.isUnread else {
            addUnread(content.number)
            return
        }
        builder.beginPage()
        turn = content.turn
        page = content.number
        let start = builder.byteCount
        var inside: [CellPlace: [PageWord]] = [:]
        var outside: [PageWord] = []
        for word in content.words where !word.text.isEmpty {
            if let place = CellPlace(of: word.rect, in: content.tables) {
                inside[place, default: []].append(word)
            } else {
                outside.append(word)
            }
        }
        let blocks = PageBlocks.blocks(of: PageLine.lines(of: outside), around: content.tables)
        for block in blocks {
            switch block {
            case .ruled(let table): add(content.tables[table], inside, table)
            case .aligned(let table):
                above = nil
                add(table)
            case .lines(let lines): add(lines, on: content)
            }
        }
        if let problem { builder.add(problem, in: start..<builder.byteCount) }
    }

    /// Adds a page of which nothing could be read.
    mutating func addUnread(_ number: Int) {
        builder.beginPage()
        page = number
        builder.add(.unreadPage)
    }

    /// The document of all pages.
    consuming func finish() -> Document { builder.finish() }

    /// Whether no page had text.
    var isEmpty: Bool { builder.byteCount <= page }

    // MARK: Tables

    private mutating func add(_ table: RuledTable, _ words: [CellPlace: [PageWord]], _ index: Int) {
        builder.beginTable()
        var edges = ColumnEdges(of: table)
        let places = above.flatMap { $0.page == page - 1 ? $0.edges.edges(of: edges) : nil } ?? Array(0...table.columns)
        if let above, places.count - 1 < above.edges.columns, places.last == above.edges.columns { edges = above.edges }
        above = (edges, page)
        var row = -1
        for (number, cell) in table.cells.enumerated() {
            if cell.row != row {
                row = cell.row
                builder.beginRow()
            }
            let (left, right) = (places[cell.column], places[cell.column + cell.columnSpan])
            builder.beginCell(at: left, columnSpan: right - left, rowSpan: cell.rowSpan)
            let lines = PageLine.lines(of: words[CellPlace(table: index, cell: number)] ?? [])
            let room = LineRoom(lines, in: cell.rect, &breaker)
            for (place, line) in lines.enumerated() {
                append(line, joint: place > 0 ? room.joint(before: place) : .none)
            }
        }
        builder.endTable()
    }

    private mutating func add(_ table: AlignedColumns) {
        builder.beginTable(ofLines: true)
        for row in table.rows {
            builder.beginRow()
            for (column, cell) in row.enumerated() {
                guard let cell else { continue }
                builder.beginCell(at: column)
                append(cell)
            }
        }
        builder.endTable()
    }

    // MARK: Lines

    private mutating func add(_ lines: [PageLine], on content: PageContent) {
        guard let first = lines.first else { return }
        let left = lines.reduce(first.rect.left) { min($0, $1.rect.left) }
        let pitch = PageBlocks.pitch(of: lines)
        var last: PageLine?
        for line in lines {
            if furniture.contains(line, on: content) {
                builder.beginFurniture()
            } else {
                // A page number parts no table.
                if line.words.contains(where: \.hasLetters) { above = nil }
                let gap = last.map { line.rect.middleY - $0.rect.middleY } ?? 0
                let blanks = pitch > 0 ? Int((gap / pitch - 0.5).rounded(.down)) : 0
                builder.beginLine(
                    indent: Int(((line.rect.left - left) / line.letterWidth).rounded()),
                    blanksBefore: max(0, min(blanks, 20)))
            }
            append(line)
            last = line
        }
    }

    /// Adds the words of a line; the first one is parted from what stands before by `joint`.
    private mutating func append(_ line: PageLine, joint first: Piece.Joint = .none) {
        var end = line.rect.left
        for (index, word) in line.words.enumerated() {
            let rect = word.rect
            // Parts of one word may stand in an order of their own, and not side by side.
            let joint: Piece.Joint = index == 0 ? first : rect.left - end > 0.15 * line.letterWidth ? .space : .none
            let place = turn?.inFile(rect) ?? rect
            builder.append(
                word.text, joint: joint,
                at: PageBox(page: page, left: place.left, top: place.top, right: place.right, bottom: place.bottom),
                confidence: word.confidence, isDoubtful: word.isDoubtful)
            end = max(end, rect.right)
        }
    }
}

extension PageWord {
    /// Whether more than figures and signs stand in it.
    fileprivate var hasLetters: Bool {
        text.unicodeScalars.contains { $0.properties.isAlphabetic }
    }
}
