internal import ThaiText

/// Rows of words in columns that stand below each other on a terminal; marks of Thai take no column.
struct TextTable {
    /// A column: numbers stand at its right edge, words at its left.
    enum Column { case number, words }

    private let columns: [Column]
    private let indentation: String
    private var rows: [[String]] = []
    /// The rows that stand above the others.
    private var headings: Set<Int> = []

    init(_ columns: [Column], indentation: Int = 4) {
        self.columns = columns
        self.indentation = String(repeating: " ", count: indentation)
    }

    /// Adds a row; as many cells as there are columns.
    mutating func add(_ cells: String...) { rows.append(cells) }

    /// Adds a row of headings.
    mutating func addHeadings(_ cells: String...) {
        headings.insert(rows.count)
        rows.append(cells)
    }

    /// The lines of the table, without what would steer the terminal.
    func lines(_ style: TextStyle = .plain) -> [String] {
        let cells = rows.map { $0.map(VisibleText.line) }
        let widths = columns.indices.map { column in
            cells.map { LetterColumns.count(in: $0[column]) }.max() ?? 0
        }
        return cells.enumerated().map { index, row in
            var line = indentation
            for (column, cell) in row.enumerated() {
                let padding = String(repeating: " ", count: widths[column] - LetterColumns.count(in: cell))
                switch columns[column] {
                case .number: line += padding + cell
                case .words: line += column + 1 < row.count ? cell + padding : cell
                }
                if column + 1 < row.count { line += "  " }
            }
            return headings.contains(index) ? style.paint(line, .aside) : line
        }
    }
}

/// Texts of reports on a terminal.
enum VisibleText {
    /// A text on one line, without what would steer the terminal.
    static func line(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: steers) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(steers(scalar) ? " " : scalar) }
        return String(scalars)
    }

    /// Controls, and the marks that turn the direction of writing.
    private static func steers(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// A text that takes at most `width` columns, its end cut off with `…` where it is longer.
    static func cut(_ text: String, to width: Int) -> String {
        let text = line(text)
        guard LetterColumns.count(in: text) > width else { return text }
        var scalars = String.UnicodeScalarView()
        var columns = 0
        for scalar in text.unicodeScalars {
            if !LetterColumns.isMark(scalar.value) { columns += 1 }
            if columns >= width { break }
            scalars.append(scalar)
        }
        return String(scalars) + "…"
    }
}
