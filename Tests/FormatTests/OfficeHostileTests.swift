import ReportFormats
import ReportParser
import Testing

@Suite("office documents made to do harm") struct OfficeHostileTests {
    @Test(
        "each gets an error that says the cause",
        arguments: [
            ("bomb.docx", FormatProblem.Code.tooLarge, "ZIP bomb"),
            ("cells.docx", .tooLarge, "cells"),
            ("deep.docx", .damaged, "nested"),
            ("truncated.docx", .damaged, "end is missing"),
            ("encrypted.docx", .encrypted, "password"),
            ("entities.docx", .tooLarge, "entities"),
            ("external.docx", .damaged, "entities"),
        ])
    func refused(name: String, code: FormatProblem.Code, cause: String) throws {
        let bytes = try FormatCorpus.file(name)
        #expect(FileFormat(sniffing: bytes) == .docx)
        let problem = #expect(throws: FormatProblem.self) { try FormatReader.read(bytes, as: .docx) }
        #expect(problem?.code == code)
        #expect(problem?.message.contains(cause) == true)
    }

    @Test(
        "any prefix and any damaged byte gives a document or a problem",
        arguments: ["word-tables.docx", "word-marks.docx", "writer.odt", "sheet.ods", "sheet.xlsx"])
    func damaged(name: String) throws {
        let bytes = try FormatCorpus.file(name)
        var outcomes = (read: 0, refused: 0)
        func attempt(_ bytes: [UInt8]) {
            guard let format = FileFormat(sniffing: bytes) else { return }
            do {
                _ = try FormatReader.read(bytes, as: format)
                outcomes.read += 1
            } catch {
                #expect(!error.message.isEmpty)
                outcomes.refused += 1
            }
        }
        for length in stride(from: 4, to: bytes.count, by: 97) { attempt(Array(bytes[..<length])) }
        for place in stride(from: 4, to: bytes.count, by: 31) {
            var changed = bytes
            changed[place] ^= 0x15
            attempt(changed)
        }
        #expect(outcomes.refused > 10)
    }

    @Test("a format is told by content")
    func sniffing() throws {
        #expect(FileFormat(sniffing: try FormatCorpus.file("word-strict.docx")) == .docx)
        #expect(FileFormat(sniffing: try FormatCorpus.file("writer.odt")) == .odt)
        #expect(FileFormat(sniffing: try FormatCorpus.file("sheet.ods")) == .ods)
        #expect(FileFormat(sniffing: try FormatCorpus.file("sheet.xlsx")) == .xlsx)
        #expect(FileFormat(sniffing: [0x50, 0x4B, 0x05, 0x06] + Array(repeating: 0, count: 18)) == .zip)
    }
}
