public import ThaiText

/// Reads extracted text, whatever dialects it mixes, into a ``Document``.
///
/// One pass over the lines: each table dialect recognises its first line, takes the lines that belong to it, and hands
/// back where it stopped. What no dialect takes is a line of text.
public struct TextReader {
    /// The decoded text, its characters repaired.
    let text: [UInt8]
    /// Where reading stands.
    var position = 0
    var document: Document
    private var blankLines = 0
    private lazy var lastTable = HTMLReader.lastTable(in: text)

    private init(_ text: RepairedText) {
        self.text = text.bytes
        document = Document(text)
        document.reserve()
    }

    /// The document that stands in a text of less than 4 GiB (see ``DecodedText``), its characters repaired.
    public static func read(_ text: RepairedText) -> Document {
        var reader = TextReader(text)
        reader.readAll()
        return reader.document
    }

    private mutating func readAll() {
        noteNulBytes()
        if let values = SeparatedValues(sniffing: text) {
            // The title above the values is no table, whatever signs are in it.
            readLines(to: values.range.lowerBound, withTables: false)
            position = values.read(text, from: position, into: &document)
        }
        readLines(to: text.count, withTables: true)
    }

    private mutating func readLines(to end: Int, withTables: Bool) {
        while position < end {
            let line = LineScan(text, from: position)
            if line.hasPageBreak { document.blocks.append(.pageBreak) }
            if line.isBlank {
                blankLines += 1
                position = line.next
                continue
            }
            if withTables, let stop = readTable(startingWith: line) {
                position = stop
            } else {
                append(line)
                position = line.next
            }
            blankLines = 0
        }
    }

    /// Offers the line to each dialect; returns where the table ended, or null where the line is no table.
    private mutating func readTable(startingWith line: LineScan) -> Int? {
        switch text[line.content.lowerBound] {
        case 0x3C:
            if let stop = HTMLReader.read(text, from: line, lastTable: lastTable, into: &document) { return stop }
        case 0x2B, BoxDrawing.lead:
            if let stop = GridTable.read(text, from: line, into: &document) { return stop }
        default: break
        }
        if line.tabs > 0 || isLastCell(line) || TabTable.beginsWithParagraph(line, of: text) {
            return TabTable.read(text, from: line, into: &document)
        }
        if line.pipes > 0, let stop = PipeTable.read(text, from: line, into: &document) { return stop }
        if line.gaps > 0, !beginsMemo(line), let stop = AlignedTable.read(text, from: line, into: &document) {
            return stop
        }
        return nil
    }

    /// Whether the head of a memorandum begins with `line`: its fields look like columns.
    private func beginsMemo(_ line: LineScan) -> Bool {
        guard LineKind.isMemoField(line.content, in: text) else { return false }
        var fields = 1
        var next = line
        for _ in 0..<4 where next.next < text.count {
            next = LineScan(text, from: next.next)
            if !next.isBlank, LineKind.isMemoField(next.content, in: text) { fields += 1 }
        }
        return fields >= 3
    }

    /// Whether a line holds the last cell of a row and nothing before it: the end of a row that a page's end cut, behind
    /// as many tabs as the table above has columns before its last.
    private func isLastCell(_ line: LineScan) -> Bool {
        guard line.leadingTabs >= 2, !isPageOfPages(line) else { return false }
        // The foot of one page and the head of the next may stand between.
        for block in document.blocks.suffix(Self.mostLinesBetweenPages + 1).reversed() {
            if case .table(_, let dialect, let columns) = block {
                return dialect == .tabs && columns == line.leadingTabs + 1
            }
        }
        return false
    }

    private static let mostLinesBetweenPages = 4

    /// Whether a line holds the number of a page and how many there are, `๓/๕`, and nothing else.
    private func isPageOfPages(_ line: LineScan) -> Bool {
        guard line.content.count <= 60, text[line.content].contains(0x2F) else { return false }
        var key: [UInt8] = []
        PlainText.appendKey(of: line.content, in: text, to: &key)
        return LineKind.isPageNumber(key)
    }

    private mutating func append(_ line: LineScan) {
        var content = line.content
        let indent = VisualColumns.width(of: line.range.lowerBound..<content.lowerBound, in: text)
        var level = 0
        while level < 6, content.lowerBound + level < content.upperBound, text[content.lowerBound + level] == 0x23 {
            level += 1
        }
        if level > 0, content.lowerBound + level < content.upperBound, text[content.lowerBound + level] == 0x20 {
            document.markup(content.lowerBound..<content.lowerBound + level)
            content = text.trimmed(content.lowerBound + level..<content.upperBound)
        } else {
            level = 0
        }
        document.appendLine(content, of: text, indent: indent, blanksBefore: blankLines, headingLevel: level)
    }

    private mutating func noteNulBytes() {
        var count = 0
        var first = 0
        text.forEachOffset(of: 0) { offset in
            if count == 0 { first = offset }
            count += 1
        }
        if count > 0 {
            document.problems.append(
                ReadProblem(kind: .nulBytes, span: SourceSpan(first..<first + 1), count: count))
        }
    }
}
