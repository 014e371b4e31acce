import Foundation
import ReportFormats
import ReportParser
import Testing

/// PDFs of one text by many producers: `../shared/corpus/formats/producers`, where it is there.
@Suite struct ProducerTests {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/corpus/formats/producers")
    private static let isThere = FileManager.default.fileExists(atPath: folder.path)
    private static let producers =
        (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.filter { $0.hasSuffix(".pdf") }.sorted()
        ?? []

    @Test(.enabled(if: isThere), arguments: producers)
    func linesAreThoseOfTheOriginal(_ producer: String) throws {
        let original = try String(contentsOf: Self.folder.appending(path: "lines.txt"), encoding: .utf8)
            .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        let bytes = try Array(Data(contentsOf: Self.folder.appending(path: producer)))
        let document = try FormatReader.read(bytes, as: .pdf)
        let lines = PageText.lines(of: document)
        let found = Set(lines)
        let missing = original.filter { !found.contains($0) }
        #expect(
            Double(missing.count) <= 0.02 * Double(original.count),
            "\(missing.count) of \(original.count): \(missing)")
    }
}

/// The text of documents, as tests look at it.
enum PageText {
    /// The lines outside tables and the cells, as they are read.
    static func lines(of document: Document) -> [String] {
        var lines: [String] = []
        for block in document.blocks {
            switch block {
            case .line(let line): lines.append(string(line.pieces, of: document))
            case .table(let rows, _, _):
                for row in document.rows[rows.range] {
                    lines += document.cells[row.cells.range].map { string($0.pieces, of: document) }
                }
            case .pageBreak, .furniture: break
            }
        }
        return lines
    }

    /// The cells of the tables by row; the text of each, its lines parted by `|`.
    static func tables(of document: Document) -> [[[String]]] {
        document.blocks.compactMap { block in
            guard case .table(let rows, _, _) = block else { return nil }
            return document.rows[rows.range].map { row in
                document.cells[row.cells.range].map { string($0.pieces, of: document) }
            }
        }
    }

    private static func string(_ pieces: Slice32, of document: Document) -> String {
        var text = ""
        for (index, piece) in document.pieces[pieces.range].enumerated() {
            if index > 0 {
                switch piece.joint {
                case .none: break
                case .space: text += " "
                case .fill, .wrap, .line, .item, .subitem: text += "|"
                }
            }
            text += String(decoding: document.text[piece.span.range], as: UTF8.self)
        }
        return text
    }
}
