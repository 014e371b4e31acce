internal import ReportParser

/// Reads XLSX workbooks: each sheet that is shown, with its cells as they are displayed.
struct WorkbookReader {
    private let package: OfficePackage
    private let mainPart: String
    private let relationships: [String: OfficePackage.Relationship]
    private var strings: [String] = []
    private var styles = WorkbookStyles()
    private var since1904 = false
    private var cells = 0

    /// The document in an XLSX file.
    static func read(_ bytes: [UInt8]) throws(FormatProblem) -> Document {
        var reader = try WorkbookReader(OfficePackage(bytes))
        return try reader.document()
    }

    private init(_ package: OfficePackage) throws(FormatProblem) {
        self.package = package
        mainPart = try package.mainPart(orElse: "xl/workbook.xml")
        relationships = try package.relationships(of: mainPart)
        if let reader = try part("sharedStrings") { strings = try Self.strings(reader) }
        if let reader = try part("styles") { styles = try WorkbookStyles(reader) }
    }

    private func part(_ kind: String) throws(FormatProblem) -> XMLPullReader? {
        guard let name = relationships.values.first(where: { $0.kind == kind && !$0.isExternal })?.target else {
            return nil
        }
        return try package.reader(of: name)
    }

    private static func strings(_ reader: XMLPullReader) throws(FormatProblem) -> [String] {
        var strings: [String] = []
        guard try reader.root() else { return [] }
        let all = reader.children
        while try reader.next(in: all) {
            guard strings.count <= OfficeLimits.cells else {
                try OfficeLimits.check(cells: strings.count, in: reader.part)
                break
            }
            strings.append(try richText(reader))
        }
        return strings
    }

    /// The text of a string item: its runs without the phonetic guides.
    private static func richText(_ reader: XMLPullReader) throws(FormatProblem) -> String {
        var text = ""
        let all = reader.children
        while try reader.next(in: all) {
            switch reader.name {
            case "t": text += Self.unescaped(try reader.text())
            case "r": text += try richText(reader)
            default: break
            }
        }
        return text
    }

    /// `text` with its escapes (`_x000D_`) read, by which sheets keep what XML cannot.
    private static func unescaped(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        var read = String.UnicodeScalarView()
        let letters = Array(text.unicodeScalars)
        var index = 0
        while index < letters.count {
            if letters[index] == "_", index + 6 < letters.count, letters[index + 1] == "x", letters[index + 6] == "_" {
                let figures = String(String.UnicodeScalarView(letters[index + 2..<index + 6]))
                if let code = UInt32(figures, radix: 16), let scalar = Unicode.Scalar(code) {
                    // A control that no text holds is no text.
                    if code >= 0x20 || code == 0x0A { read.append(scalar) }
                    index += 7
                    continue
                }
            }
            read.append(letters[index])
            index += 1
        }
        return String(read)
    }

    private mutating func document() throws(FormatProblem) -> Document {
        guard let reader = try package.reader(of: mainPart), try reader.root() else {
            throw FormatProblem(.damaged, "the XLSX workbook has no \(mainPart), which names its sheets")
        }
        var sheets: [(name: String, part: String)] = []
        let all = reader.children
        while try reader.next(in: all) {
            switch reader.name {
            case "workbookPr":
                since1904 = ["1", "true", "on"].contains(reader.attribute("date1904"))
            case "sheets":
                let list = reader.children
                while try reader.next(in: list) {
                    guard let id = reader.attribute("id"), let part = relationships[id], part.kind == "worksheet",
                        !["hidden", "veryHidden"].contains(reader.attribute("state"))
                    else { continue }
                    sheets.append((reader.attribute("name") ?? "", part.target))
                }
            default: break
            }
        }
        var builder = DocumentBuilder()
        for sheet in sheets {
            if let table = try self.table(sheet.part, named: sheet.name) { table.write(to: &builder) }
        }
        let document = builder.finish()
        try package.refuseEmpty(document)
        return document
    }

    // MARK: Sheets

    private mutating func table(_ name: String, named title: String) throws(FormatProblem) -> SheetTable? {
        guard let reader = try package.reader(of: name), try reader.root() else { return nil }
        var table = SheetTable(name: title)
        var hidden: Set<Int> = []
        let all = reader.children
        while try reader.next(in: all) {
            switch reader.name {
            case "cols":
                let list = reader.children
                while try reader.next(in: list) {
                    guard ["1", "true"].contains(reader.attribute("hidden")), let first = reader.integer("min"),
                        let last = reader.integer("max"), 1 <= first, first <= last, last <= CellRange.mostColumns
                    else { continue }
                    hidden.formUnion(first - 1...last - 1)
                }
            case "sheetData":
                var row = -1
                let list = reader.children
                while try reader.next(in: list) {
                    guard reader.name == "row" else { continue }
                    row = max(row + 1, (reader.integer("r") ?? 0) - 1)
                    guard !["1", "true"].contains(reader.attribute("hidden")) else { continue }
                    let cells = try readCells(reader, hidden: hidden)
                    if !cells.isEmpty { table.rows.append(SheetTable.Row(index: row, cells: cells)) }
                }
            case "mergeCells":
                let list = reader.children
                while try reader.next(in: list) {
                    guard let range = reader.attribute("ref").flatMap({ CellRange($0) }) else { continue }
                    table.merge(rows: range.rows, columns: range.columns)
                }
            case "headerFooter":
                let list = reader.children
                while try reader.next(in: list) {
                    let margin = Self.margin(try reader.text())
                    if !margin.isEmpty, !table.margins.contains(margin) { table.margins.append(margin) }
                }
            default: break
            }
        }
        for part in try package.relationships(of: name).sorted(by: { $0.key < $1.key })
        where part.value.kind == "drawing" && !part.value.isExternal {
            table.boxes += try boxes(part.value.target)
        }
        return table
    }

    private mutating func readCells(
        _ reader: XMLPullReader, hidden: Set<Int>
    ) throws(FormatProblem) -> [SheetTable.Cell] {
        var found: [SheetTable.Cell] = []
        var column = -1
        let all = reader.children
        while try reader.next(in: all) {
            guard reader.name == "c" else { continue }
            column = max(column + 1, reader.attribute("r").flatMap { CellRange($0)?.columns.lowerBound } ?? 0)
            let text = try cellText(reader)
            guard !text.utf8.allSatisfy({ $0 <= 0x20 }), !hidden.contains(column) else { continue }
            // Cells that only have a colour are no cells of the table, and their number does no harm.
            cells += 1
            try OfficeLimits.check(cells: cells, in: reader.part)
            found.append(SheetTable.Cell(column: column, text: text))
        }
        return found
    }

    /// What the cell that the reader stands on shows.
    private func cellText(_ reader: XMLPullReader) throws(FormatProblem) -> String {
        let type = reader.attribute("t") ?? "n"
        let format = reader.integer("s").flatMap { styles.format(of: $0) }
        var value = ""
        let all = reader.children
        while try reader.next(in: all) {
            switch reader.name {
            case "v": value = try reader.text()
            case "is": value = try Self.richText(reader)
            default: break
            }
        }
        switch type {
        case "s":
            guard let index = Int(value), strings.indices.contains(index) else { return value }
            return format?.text(around: strings[index]) ?? strings[index]
        case "str", "inlineStr": return format?.text(around: value) ?? value
        case "b": return value == "1" ? "TRUE" : value == "0" ? "FALSE" : value
        case "n":
            guard !value.isEmpty else { return "" }
            return format?.text(of: value, since1904: since1904) ?? DecimalNumber(value)?.general ?? value
        default: return value
        }
    }

    /// The paragraphs of a drawing's text boxes.
    private func boxes(_ name: String) throws(FormatProblem) -> [String] {
        guard let reader = try package.reader(of: name), try reader.root() else { return [] }
        var found: [String] = []
        try Self.collectParagraphs(reader, into: &found)
        return found
    }

    private static func collectParagraphs(_ reader: XMLPullReader, into found: inout [String]) throws(FormatProblem) {
        let all = reader.children
        while try reader.next(in: all) {
            guard reader.name == "p" else {
                // The fallback of a choice holds the same text again.
                if reader.name != "Fallback" { try collectParagraphs(reader, into: &found) }
                continue
            }
            var text = ""
            let runs = reader.children
            while try reader.next(in: runs) {
                switch reader.name {
                case "r", "fld":
                    let parts = reader.children
                    while try reader.next(in: parts) { if reader.name == "t" { text += try reader.text() } }
                case "br": text += "\n"
                default: break
                }
            }
            if !text.utf8.allSatisfy({ $0 <= 0x20 }) { found.append(text) }
        }
    }

    /// The text of a page's head without its codes (`&C`, `&"font"`, `&14`).
    private static func margin(_ code: String) -> String {
        var text = String.UnicodeScalarView()
        let letters = Array(code.unicodeScalars)
        var index = 0
        while index < letters.count {
            guard letters[index] == "&", index + 1 < letters.count else {
                text.append(letters[index])
                index += 1
                continue
            }
            index += 1
            switch letters[index] {
            case "&":
                text.append("&")
                index += 1
            case "\"":
                index += 1
                while index < letters.count, letters[index] != "\"" { index += 1 }
                index += 1
            case "0"..."9": while index < letters.count, (0x30...0x39).contains(letters[index].value) { index += 1 }
            case "K": index += min(7, letters.count - index)
            default:
                text.append(" ")
                index += 1
            }
        }
        var line = Substring(String(text))
        while line.first?.isWhitespace == true { line.removeFirst() }
        while line.last?.isWhitespace == true { line.removeLast() }
        return String(line)
    }
}

/// A range of cells (`B2:D4`), or one cell.
struct CellRange: Sendable, Hashable {
    /// Counted from 0.
    var rows: ClosedRange<Int>, columns: ClosedRange<Int>

    /// No sheet is larger.
    static let mostRows = 1 << 20, mostColumns = 1 << 14

    /// Reads `A1` or `A1:C3`, dollar signs or not; `nil` for other text.
    init?(_ text: String) {
        var numbers: [(row: Int, column: Int)] = []
        var row = 0
        var column = 0
        for byte in Array(text.utf8) + [UInt8(ascii: ":")] {
            switch byte {
            case 0x41...0x5A, 0x61...0x7A:
                guard row == 0, column < Self.mostColumns else { return nil }
                column = column * 26 + Int(byte & 0x1F)
            case 0x30...0x39:
                guard column > 0, row < Self.mostRows else { return nil }
                row = row * 10 + Int(byte - 0x30)
            case UInt8(ascii: "$"): break
            case UInt8(ascii: ":"):
                guard row > 0, row <= Self.mostRows, column > 0, column <= Self.mostColumns else { return nil }
                numbers.append((row - 1, column - 1))
                (row, column) = (0, 0)
            default: return nil
            }
        }
        guard let first = numbers.first, let last = numbers.last, numbers.count <= 2, first.row <= last.row,
            first.column <= last.column
        else { return nil }
        rows = first.row...last.row
        columns = first.column...last.column
    }
}
