internal import ReportParser
internal import ThaiText

/// A value in a cell of a flat table: what CSV, XLSX and SQLite have in common.
enum FlatValue: Hashable {
    case null
    /// Text in UTF-8.
    case text([UInt8])
    case integer(Int)
    case decimal(ExactDecimal)
    /// A share of 1.
    case share(Double)
    case date(CivilDate)

    init(_ value: String?) { self = value.map { .text(Array($0.utf8)) } ?? .null }

    init(_ value: Int?) { self = value.map { .integer($0) } ?? .null }

    init(_ value: ExactDecimal?) { self = value.map { .decimal($0) } ?? .null }

    init(_ value: CivilDate?) { self = value.map { .date($0) } ?? .null }

    /// A text of a report; one that is empty is none.
    init(_ text: FieldText?, of report: Report) {
        guard let text, !text.pieces.isEmpty || report.replacement(of: text) != nil else {
            self = .null
            return
        }
        var bytes: [UInt8] = []
        report.append(text, to: &bytes)
        self = .text(bytes)
    }

    /// Several texts as one; none where there is no text.
    init(_ texts: [[UInt8]], separator: String) {
        self = texts.isEmpty ? .null : .text(Array(texts.joined(separator: Array(separator.utf8))))
    }
}
