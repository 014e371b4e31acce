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
        /// Slice of the document's cells: those of a row of the source, or new ones.
        var cells: Slice32
    }

    var document: Document
    var segments: [Segment] = []
    var tables: [Table] = []
    var rows: [Row] = []

    init(document: consuming Document) {
        self.document = document
    }

    /// Adds a cell of a row that is none of the source.
    mutating func appendCell(_ pieces: Slice32, column: Int, isCovering: Bool = false) {
        document.cells.append(
            Document.Cell(
                pieces: pieces, column: UInt16(clamping: column), columnSpan: 1, rowSpan: 1, isCovering: isCovering))
    }
}
