internal import ThaiText

/// Comma or semicolon separated values.
///
/// All of the file but the lines above and below the values is one table; quoted cells may hold line ends.
struct SeparatedValues {
    private let separator: UInt8
    /// Where the values stand: behind the title of the report, before its notes and signatures.
    let range: Range<Int>

    /// How many records are looked at to tell values from prose.
    private static let sample = 60
    /// How many lines of text may stand above the values.
    private static let mostTitles = 10

    /// Recognises a file of separated values: most records have the same three or more fields.
    init?(sniffing text: [UInt8]) {
        for separator: UInt8 in [0x2C, 0x3B] {
            guard let start = Self.start(of: text, by: separator) else { continue }
            self.separator = separator
            range = start..<Self.end(of: text, from: start, by: separator)
            return
        }
        return nil
    }

    /// Where the last line ends that a separator or a quote shows to belong to the values.
    private static func end(of text: [UInt8], from start: Int, by separator: UInt8) -> Int {
        let last = text[start...].lastIndex { $0 == separator || $0 == 0x22 } ?? text.count
        return text[last...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count
    }

    /// Where the values begin, in a text whose records mostly have as many fields.
    private static func start(of text: [UInt8], by separator: UInt8) -> Int? {
        var counts: [Int: Int] = [:]
        var records = 0
        var titles = 0
        var facts = 0
        var quoted = 0
        var scanner = RecordScanner(text: text, separator: separator, position: text.skipBOM)
        var fields: [Range<Int>] = []
        var start = 0
        var isQuoted = false
        while records < sample, scanner.next(&fields) {
            guard !fields.allSatisfy(\.isEmpty) else { continue }
            // Tabs or pipes that part the same lines are another dialect; a comma in their cells proves nothing.
            if fields.count == 1, let only = fields.first, text[only].contains(0x09) || text[only].first == 0x3C {
                return nil
            }
            // Lines above the values: the title of the report, without a separator for each column.
            if records == 0, fields.count == 1, let only = fields.first, titles < mostTitles {
                titles += 1
                // A quoted title is a value like those below it.
                isQuoted = isQuoted || text[only].first == 0x22
                if !isQuoted { start = scanner.position }
                continue
            }
            // `report_round,รอบ 12 เดือน`: facts of the report above wider records.
            if records == 0, fields.count == 2, facts + titles < mostTitles, text[fields[0]].first != 0x22 {
                facts += 1
                start = scanner.position
                continue
            }
            records += 1
            if fields.count > 1, fields.allSatisfy({ text[$0].first == 0x22 }) { quoted += 1 }
            counts[fields.count, default: 0] += 1
        }
        guard records >= 3, let common = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
            common.key >= (facts > 0 ? 5 : 3)
        else { return nil }
        // Below several lines of text three or four fields may be a list in prose, unless all records agree in them.
        let others = records - common.value - (counts[1] ?? 0)
        let isLikely = titles <= 1 || common.key >= 5 || others == 0 && (common.key == 4 || common.value >= 4)
        let isQuotedThroughout = quoted >= 3 && quoted * 10 >= (records - (counts[1] ?? 0)) * 9
        return isQuotedThroughout || isLikely && common.value * 10 >= records * 7 ? start : nil
    }

    /// Reads the values from `start` on as one table; returns where they end.
    func read(_ text: [UInt8], from start: Int, into document: inout Document) -> Int {
        let firstRow = document.rows.count
        var columns = 0
        var isApart = false
        var scanner = RecordScanner(text: text, separator: separator, position: max(start, text.skipBOM))
        var fields: [Range<Int>] = []
        while scanner.position < range.upperBound, scanner.next(&fields) {
            let firstCell = document.cells.count
            for (column, field) in fields.enumerated() {
                if column > 0 {
                    let before = fields[column - 1].upperBound
                    document.markup(before..<before + 1)
                }
                let inner = unquoted(field, text, &document)
                guard !inner.isEmpty else { continue }
                if inner == text.trimmed(field) {
                    document.appendCell(inner, of: text, column: column)
                } else {
                    document.appendQuotedCell(inner, of: text, column: column)
                }
            }
            columns = max(columns, fields.count)
            if document.cells.count > firstCell {
                document.appendRow(cellsFrom: firstCell, isApart: isApart)
                isApart = false
            } else {
                isApart = true
            }
        }
        if let start = scanner.unclosedQuote {
            document.problems.append(
                ReadProblem(kind: .unclosedQuote, span: SourceSpan(start..<start + 1), count: 1))
        }
        document.appendTable(rowsFrom: firstRow, dialect: .separated, columns: columns)
        return scanner.position
    }

    /// A field without the quotes around it.
    private func unquoted(_ field: Range<Int>, _ text: [UInt8], _ document: inout Document) -> Range<Int> {
        let trimmed = text.trimmed(field)
        guard trimmed.count >= 2, text[trimmed.lowerBound] == 0x22, text[trimmed.upperBound - 1] == 0x22 else {
            return trimmed
        }
        document.markup(trimmed.lowerBound..<trimmed.lowerBound + 1)
        document.markup(trimmed.upperBound - 1..<trimmed.upperBound)
        return trimmed.lowerBound + 1..<trimmed.upperBound - 1
    }
}

/// Walks the records of separated values.
private struct RecordScanner {
    let text: [UInt8]
    let separator: UInt8
    var position: Int
    /// Where a quote opens that no quote closes.
    var unclosedQuote: Int?

    /// A quoted field longer than this has lost its closing quote, and its quote is taken for a plain sign.
    private static let longestField = 1 << 16

    /// Takes the next record; false at the end of the text.
    mutating func next(_ fields: inout [Range<Int>]) -> Bool {
        fields.removeAll(keepingCapacity: true)
        guard position < text.count else { return false }
        var start = position
        while true {
            if position < text.count, text[position] == 0x22, position == start {
                if let closing = quoteEnd(from: position) {
                    position = closing
                } else {
                    unclosedQuote = unclosedQuote ?? position
                    position += 1
                }
                continue
            }
            guard position < text.count, text[position] != 0x0A, text[position] != 0x0D else {
                fields.append(start..<position)
                if position < text.count, text[position] == 0x0D, position + 1 < text.count, text[position + 1] == 0x0A
                {
                    position += 1
                }
                position = min(position + 1, text.count)
                return true
            }
            if text[position] == separator {
                fields.append(start..<position)
                start = position + 1
            }
            position += 1
        }
    }

    private func quoteEnd(from start: Int) -> Int? {
        var cursor = start + 1
        let limit = min(text.count, start + Self.longestField)
        while cursor < limit {
            if text[cursor] == 0x22 {
                guard cursor + 1 < text.count, text[cursor + 1] == 0x22 else { return cursor + 1 }
                cursor += 1
            }
            cursor += 1
        }
        return nil
    }
}

extension [UInt8] {
    /// Where the text begins behind a byte order mark.
    var skipBOM: Int { starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }
}
