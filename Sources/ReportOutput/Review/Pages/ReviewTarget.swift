/// Something on the right of a page that stands somewhere in the source on its left.
enum ReviewTarget: Hashable, Sendable {
    /// A fact of the report.
    case fact(ReviewPhrase)
    /// The heading of a run of records: its place among the runs.
    case group(Int)
    /// A value of a record: the index of the measure, the field, and which of its values.
    case field(Int, ReviewField.Slot, Int)
    /// The caption of another table, by its index.
    case caption(Int)
    /// A heading of a column of another table.
    case column(Int, Int)
    /// A cell of another table: table, row, column.
    case cell(Int, Int, Int)
}

extension HTMLWriter {
    /// Writes the `id` by which a page knows a target.
    mutating func id(of target: ReviewTarget) {
        switch target {
        case .fact(let fact): text("r-\(fact.rawValue)")
        case .group(let index):
            markup("g")
            number(index + 1)
        case .field(let measure, let slot, let index):
            markup("m")
            number(measure + 1)
            text("-\(slot.rawValue)")
            if index > 0 {
                markup("-")
                number(index + 1)
            }
        case .caption(let table):
            markup("t")
            number(table + 1)
        case .column(let table, let column):
            markup("t")
            number(table + 1)
            markup("-h-")
            number(column + 1)
        case .cell(let table, let row, let column):
            markup("t")
            number(table + 1)
            markup("-")
            number(row + 1)
            markup("-")
            number(column + 1)
        }
    }
}
