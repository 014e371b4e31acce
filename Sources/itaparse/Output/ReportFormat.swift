/// A form that reports are written in.
enum ReportFormat: String, CaseIterable, Sendable {
    /// A JSON object a report.
    case json
    /// A JSON object a measure, one a line.
    case jsonl
    /// A row a measure, for spreadsheets.
    case csv
    /// An Excel workbook.
    case xlsx
    /// An SQLite database.
    case sqlite

    /// Whether all reports may go to one file.
    var isCombined: Bool { self != .json }

    /// Whether only a file can hold it: it is no stream, and one for all reports is what people want of it.
    var isFileOnly: Bool { self == .xlsx || self == .sqlite }

    /// The format that a file's name asks for by its suffix.
    init?(suffixOf path: String) {
        guard let found = Self.allCases.first(where: { path.hasSuffix(".\($0.rawValue)") }) else { return nil }
        self = found
    }
}
