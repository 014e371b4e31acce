import Foundation
import ReportFormats
import ReportParser

/// The files that tests of formats read.
enum FormatCorpus {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The bytes of a file of the repository.
    static func file(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: "Tests/Corpus/formats").appending(path: name)))
    }

    /// The bytes of a file of the folder that is shared beside the repository; `nil` where it is not there.
    static func shared(_ path: String) -> [UInt8]? {
        (try? Data(contentsOf: root.deletingLastPathComponent().appending(path: "shared/corpus").appending(path: path)))
            .map { Array($0) }
    }

    /// The document in a file of the repository, its format told by its content.
    static func document(_ name: String) throws -> Document { try document(try file(name)) }

    /// The document in a file of a format that is no text.
    static func document(_ bytes: [UInt8]) throws -> Document {
        guard let format = FileFormat(sniffing: bytes) else { throw FormatProblem(.unsupportedFormat, "text") }
        return try FormatReader.read(bytes, as: format)
    }
}

extension Document {
    /// The blocks in short: `# heading`, `**bold**`, `~ furniture`, `---` for a page break, and for each row of a table
    /// its cells parted by ` | `.
    ///
    /// Pieces joined as lines are parted by `/`, as items by `*`, as items of an inner list by `**`. A cell that covers
    /// others has its size before it (`2x1` for two columns), a row of headings begins with `=`.
    var outline: [String] {
        var lines: [String] = []
        for block in blocks {
            switch block {
            case .line(let line):
                let mark = line.headingLevel > 0 ? String(repeating: "#", count: Int(line.headingLevel)) + " " : ""
                lines.append(mark + (line.isBold ? "**\(string(line.pieces))**" : string(line.pieces)))
            case .furniture(let pieces, _): lines.append("~ " + string(pieces))
            case .pageBreak: lines.append("---")
            case .table(let slice, _, _):
                for row in rows[slice.range] {
                    var cells: [String] = []
                    for cell in self.cells[row.cells.range] {
                        while cells.count < Int(cell.column) { cells.append("") }
                        let size = cell.columnSpan > 1 || cell.rowSpan > 1 ? "\(cell.columnSpan)x\(cell.rowSpan) " : ""
                        cells.append(size + string(cell.pieces))
                        for _ in 1..<max(1, Int(cell.columnSpan)) { cells.append("") }
                    }
                    lines.append((row.isHeading ? "= " : "| ") + cells.joined(separator: " | "))
                }
            }
        }
        return lines
    }

    private func string(_ slice: Slice32) -> String {
        var text = ""
        for (index, piece) in pieces[slice.range].enumerated() {
            switch piece.joint {
            case .none: break
            case .space, .fill, .wrap: text += " "
            case .line: text += "/"
            case .item: text += index == 0 ? "* " : "*"
            case .subitem: text += "**"
            }
            text += String(decoding: self.text[piece.span.range], as: UTF8.self)
        }
        return text
    }
}
