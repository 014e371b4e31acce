/// What a reader sees in a document: headings, running text, tables with their headers and rows.
package struct Segmentation {
    /// A part of the report, in reading order.
    enum Segment {
        /// Text outside tables. Level 0 is no heading; the lower the level, the further out the heading.
        case text(TextBlock.Kind, Slice32, level: Int)
        /// Text that belongs to the page.
        case furniture(Furniture.Kind, Slice32)
        /// Index into ``Segmentation/tables``.
        case table(Int)
    }

    /// A column of a table.
    struct Column {
        /// The pieces of its heading; empty where it has none.
        var heading = Slice32.empty
        /// What the heading says.
        var match: HeadingMatcher.Match?
    }

    /// A table as its author meant it: its parts on several pages are one.
    struct Table {
        var columns: [Column]
        /// Slice of ``Segmentation/rows``.
        var rows = Slice32.empty
        /// The heading right above it.
        var caption: Slice32?
        /// Whether the headings stand beside the values of a single record, and belong to it.
        var isLabelled = false
    }

    /// A row of a table: one record, however many lines of the source it takes.
    struct Row {
        enum Kind { case record, section, total, note }

        var kind: Kind
        /// Slice of ``Segmentation/cells``.
        var cells: Slice32
    }

    /// A cell of a row.
    struct Cell {
        var column: UInt16
        /// Whether the cell stands in an earlier row and covers this one too: its text is that row's.
        var isCovering = false
        /// Slice of the document's pieces.
        var pieces: Slice32
    }

    var document: Document
    var segments: [Segment] = []
    var tables: [Table] = []
    var rows: [Row] = []
    var cells: [Cell] = []

    init(document: consuming Document) {
        self.document = document
    }
}
