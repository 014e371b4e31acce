public import ThaiText

/// What a reader makes of a file: its text, and the blocks that its format tells apart.
///
/// Nothing here knows what a measure is. All parts lie in flat tables that point into one another by slices, so that a
/// table of a hundred thousand rows costs a handful of allocations.
public struct Document: Sendable {
    /// A cell of a table.
    public struct Cell: Sendable, BitwiseCopyable {
        /// The pieces of its text.
        public var pieces: Slice32
        /// Its column, counted from 0.
        public var column: UInt16
        /// How many columns it covers, at least 1.
        public var columnSpan: UInt16
        /// How many rows it covers, at least 1.
        public var rowSpan: UInt16
        /// Whether the cell stands in an earlier row and covers this one too: its text is that row's.
        var isCovering = false
    }

    /// A row of a table as it stands in the source: a line, or a `<tr>`.
    public struct Row: Sendable, BitwiseCopyable {
        /// Its cells, from left to right; a cell that holds nothing may be left out.
        public var cells: Slice32
        /// Whether a blank line, a rule or a page break stands before it.
        public var isApart: Bool
        /// Whether the markup says that it holds headings (`<th>`).
        public var isHeading: Bool
    }

    /// How the source writes a table.
    public enum Dialect: UInt8, Sendable, BitwiseCopyable {
        /// Cells parted by tabs.
        case tabs
        /// Cells parted by `|`, as in Markdown.
        case pipes
        /// Comma or semicolon separated values.
        case separated
        /// An HTML `<table>`, or a table of another format that tells its cells apart.
        case html
        /// Boxes drawn with `+`, `-` and `|`.
        case grid
        /// Columns aligned by spaces. A row is a line, and a cell may go on in the next row.
        case aligned
    }

    /// A part of the document, in reading order.
    public enum Block: Sendable, BitwiseCopyable {
        /// A line of text outside tables.
        case line(Line)
        /// A table: a slice of ``Document/rows``.
        case table(Slice32, dialect: Dialect, columns: Int)
        /// A page break (form feed).
        case pageBreak
        /// Text that the format itself sets apart: the head or foot of pages, navigation.
        case furniture(Slice32, Furniture.Kind)
    }

    /// A line of text outside tables.
    public struct Line: Sendable, BitwiseCopyable {
        /// The pieces of its text.
        public var pieces: Slice32
        /// How many columns of space stand before the text; marks above and below letters take none.
        public var indent: UInt16
        /// How many columns the text takes, spaces inside counted.
        public var width: UInt16
        /// How many blank lines stand before it.
        public var blanksBefore: UInt16
        /// The level of a heading that its markup marks (`## `, `<h2>`): 1 to 6, or 0.
        public var headingLevel: UInt8
        /// Whether its markup sets it in bold.
        public var isBold: Bool
        /// Whether the page ends between the line above and this one; the segmenter sees that.
        public var isBelowBreak = false
    }

    /// The decoded text.
    ///
    /// All spans count its bytes.
    public let text: [UInt8]
    /// The blocks in reading order.
    public internal(set) var blocks: [Block] = []
    /// The rows of all tables.
    public internal(set) var rows: [Row] = []
    /// The cells of all rows.
    public internal(set) var cells: [Cell] = []
    /// The pieces of all cells and lines.
    public internal(set) var pieces: [Piece] = []
    /// What the syntax of the dialects took: tags, pipes, quotes, rules.
    public internal(set) var markup: [SourceSpan] = []
    /// What was wrong with the file as such.
    public internal(set) var problems: [ReadProblem] = []
    /// Where on its pages the text stands, for a format with pages.
    public internal(set) var pages: PageMap?
    /// The number of pages, for a format with pages.
    public internal(set) var pageCount: Int?
    /// The encoding of the file's characters, for formats that come in several.
    public internal(set) var encoding: DecodedText.Encoding?
    /// Whether the text is Markdown, where that was asked for.
    var knownMarkdown: Bool?

    /// How the text came about, where its characters had to be repaired; spans count the bytes of the repaired text.
    public let repair: RepairedText?

    /// An empty document over a decoded text.
    public init(text: [UInt8]) {
        self.text = text
        repair = nil
    }

    /// An empty document over a repaired text.
    public init(_ repaired: RepairedText) {
        text = repaired.bytes
        repair = repaired.isUnchanged ? nil : repaired
    }
}

/// Something wrong with a file that reading went past.
public struct ReadProblem: Sendable, Hashable, BitwiseCopyable {
    /// The kind of problem; the raw value is the finding's rule id.
    public enum Kind: String, Sendable, BitwiseCopyable {
        /// Bytes that the encoding has no character for; U+FFFD stands for them.
        case undecodableBytes = "undecodable-bytes"
        /// NUL bytes among the text.
        case nulBytes = "nul-bytes"
        /// A quoted cell without its closing quote.
        case unclosedQuote = "unclosed-quote"
        /// A table or tag that the file ends inside of.
        case unclosedMarkup = "unclosed-markup"
        /// Markup nested deeper than any document is.
        case deepNesting = "deep-nesting"
        /// A long cell that covers so many rows that the rest of them go without its text.
        case coveringText = "covering-text"
        /// A page whose text layer is worse than what recognition reads, which was taken instead.
        case unsoundTextLayer = "unsound-text-layer"
        /// A page whose text layer seems damaged; recognition reads no better, so the layer was kept.
        case doubtfulTextLayer = "doubtful-text-layer"
        /// A page that could not be drawn within the limits: its text was read without its ruling lines.
        case undrawnPage = "undrawn-page"
        /// A page that had to be recognised and could not be: its picture is all that is known of it.
        case unreadPage = "unread-page"
    }

    /// What is wrong.
    public var kind: Kind
    /// Where, in the decoded text.
    public var span: SourceSpan
    /// How often, where that can be counted.
    public var count: Int
}

extension [Document.Cell] {
    /// The cells of a row that hold anything.
    ///
    /// Of the cells alone: as a method of the document it would hold all of its tables for every row.
    func filled(_ row: Slice32) -> [Document.Cell] {
        var filled: [Document.Cell] = []
        filled.reserveCapacity(Int(row.count))
        for index in row.range where !self[index].pieces.isEmpty { filled.append(self[index]) }
        return filled
    }
}

extension Document {
    /// Adds the pieces of one text and returns their slice.
    mutating func append(pieces new: some Sequence<Piece>) -> Slice32 {
        let first = pieces.count
        pieces.append(contentsOf: new)
        return Slice32(first..<pieces.count)
    }

    /// Makes room for what a table of usual rows holds: lists that grow by doubling touch their memory twice.
    mutating func reserve() {
        // What is reserved and not used costs nothing.
        pieces.reserveCapacity(text.count / 20)
        cells.reserveCapacity(text.count / 20)
        rows.reserveCapacity(text.count / 120)
    }

    mutating func markup(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        if let last = markup.last, Int(last.end) == range.lowerBound {
            markup[markup.count - 1].end = UInt32(truncatingIfNeeded: range.upperBound)
        } else {
            markup.append(SourceSpan(range))
        }
    }

    /// The span that holds all pieces of a slice; empty where the slice is.
    ///
    /// The pieces of several cells need not stand in the order of the source.
    func span(of slice: Slice32) -> SourceSpan {
        guard let first = pieces[slice.range].first else { return SourceSpan(0..<0) }
        var span = first.span
        for piece in pieces[slice.range].dropFirst() {
            span.start = min(span.start, piece.span.start)
            span.end = max(span.end, piece.span.end)
        }
        return span
    }
}
