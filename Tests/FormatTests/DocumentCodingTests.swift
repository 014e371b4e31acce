import Foundation
import ReportFormats
import ReportOutput
import ReportParser
import Testing

/// Documents handed from one process to another.
@Suite struct DocumentCodingTests {
    private static let formats = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Corpus/formats")
    private static let files = ["word-tables.docx", "word-marks.docx", "sheet.ods", "writer.odt", "libreoffice.docx"]

    private func document(_ name: String) throws -> Document {
        let bytes = Array(try Data(contentsOf: Self.formats.appending(path: name)))
        return try FormatReader.read(bytes, as: try #require(FileFormat(sniffing: bytes)))
    }

    private func json(_ document: consuming Document) -> [UInt8] {
        let source = ReportSource(name: "a", sha256: String(repeating: "0", count: 64), bytes: 1, format: "docx")
        let report = ReportParser.parse(document, source: source)
        return JSONWriter.bytes { try ReportJSON.write(report, to: &$0) }
    }

    @Test(arguments: files)
    func aDocumentComesBackAsItWas(name: String) throws {
        let document = try document(name)
        let back = try #require(Document(encoded: document.encoded()))
        #expect(json(back) == json(document))
    }

    @Test func whatIsCutOffOrOfAnotherBuildIsRefused() throws {
        let bytes = try document("word-tables.docx").encoded()
        for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 97)) {
            #expect(Document(encoded: Array(bytes[..<length])) == nil, "\(length) bytes")
        }
        #expect(Document(encoded: [0x58] + bytes.dropFirst()) == nil)
    }
}
