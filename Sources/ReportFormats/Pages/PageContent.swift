/// A rectangle of a page, in points (1/72 inch) from its upper left corner.
struct PageRect: Hashable, Sendable {
    var left: Float, top: Float, right: Float, bottom: Float

    var width: Float { right - left }
    var height: Float { bottom - top }
}

/// A run of text without blanks, and where it stands.
struct PageWord: Sendable {
    var text: String
    var rect: PageRect
    /// How sure the reading is, from 0 to 1; 1 for what the file itself holds.
    var confidence: Float = 1
    /// Whether another reading of a digit in it is nearly as likely.
    var isDoubtful = false
}

/// A table whose cells are parted by ruling lines.
struct RuledTable: Sendable {
    struct Cell: Sendable {
        /// Counted from 0.
        var row: Int, column: Int
        /// How many it covers, at least 1.
        var rowSpan: Int, columnSpan: Int
        /// What its ruling lines enclose.
        var rect: PageRect
    }

    var rect: PageRect
    var rows: Int
    var columns: Int
    /// The cells by row, then by column.
    var cells: [Cell]
}

/// What is seen on a page, whether its text layer or recognition told it.
///
/// Its places are those of the page as it is to be read: upright and straight. Where ``turn`` says that it lies
/// otherwise in the file, ``PageAssembler`` turns the places of words back, so that boxes in reports are those of the
/// file, whatever a scan was turned by to be read.
struct PageContent: Sendable {
    /// Counted from 1.
    var number: Int
    /// The size of the page in points.
    var width: Float, height: Float
    /// From the top down.
    var tables: [RuledTable]
    /// The words inside and outside the tables, in no particular order.
    var words: [PageWord]
    /// How the page was turned to be read; `nil` where it lies in the file as it is read.
    var turn: PageTurn?
    /// Whether there is something on it that could not be read.
    var isUnread = false
}
