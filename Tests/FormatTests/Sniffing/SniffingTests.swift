import Foundation
import ReportParser
import Testing

@testable import ReportFormats

/// What a file is, by its bytes.
@Suite("Kinds of files")
struct SniffingTests {
    private static func bytes(_ text: String, _ rest: [UInt8] = []) -> [UInt8] { Array(text.utf8) + rest }

    @Test(
        "files that are read are known by their first bytes",
        arguments: [
            (bytes("%PDF-1.7"), FileFormat.pdf), ([0x50, 0x4B, 3, 4], .zip),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldOffice),
            ([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10], .png), ([0xFF, 0xD8, 0xFF, 0xE0], .jpeg),
            ([0x49, 0x49, 0x2A, 0], .tiff),
            ([0x4D, 0x4D, 0, 0x2A], .tiff),
        ])
    func readable(bytes: [UInt8], format: FileFormat) {
        #expect(FileFormat(sniffing: bytes) == format)
    }

    @Test(
        "a web page is known by its first tag, whatever stands before it",
        arguments: [
            "<!DOCTYPE html><p>", "<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>", "<html lang=th>", "<HEAD>",
            "<body bgcolor=x>",
            "\u{FEFF}\n <!-- บันทึก --> <html>", "<?xml version='1.0' encoding='utf-8'?><!DOCTYPE html><html>",
            "<?xml version='1.0'?><html>",
            "<title>ก</title>", "<meta charset=tis-620>",
        ])
    func pages(markup: String) {
        #expect(FileFormat(sniffing: Array(markup.utf8)) == .html)
        let wide = Array(markup.replacing("\u{FEFF}", with: "").utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(FileFormat(sniffing: [0xFF, 0xFE] + wide) == .html)
    }

    @Test(
        "text of any dialect is no other format, tables of HTML in it neither",
        arguments: [
            "", "รายงานผล", "<table><tr><td>ก</td></tr></table>", "<h3>ก</h3><p>ข", "<header>ก", "<bodyguard>",
            "a,b\n1,2", "<!-- x", "<?php", "PK",
            "BM เป็นหัวเรื่อง", "MZ", "<", "# <html>",
        ])
    func text(text: String) {
        #expect(FileFormat(sniffing: Array(text.utf8)) == nil)
    }

    @Test("Thai text in UTF-16 and Windows-874 is no binary data")
    func encodings() {
        let text = String(repeating: "๑\tจัดทำคู่มือการให้บริการประชาชน\tกองคลัง\n", count: 30)
        let wide = Array(text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(FileFormat(sniffing: wide) == nil)
        #expect(FileFormat(sniffing: [0xFF, 0xFE] + wide) == nil)
        #expect(
            FileFormat(sniffing: text.unicodeScalars.map { UInt8($0.value < 0x80 ? $0.value : $0.value - 0xD60) })
                == nil)
    }

    @Test(
        "other kinds are named with what to do about them",
        arguments: [
            (bytes("GIF89a"), "a GIF picture", "PNG"), (bytes("BM", [0, 1, 0, 0, 0, 0, 0, 0]), "a BMP picture", "PNG"),
            (bytes("RIFF\u{1}\u{1}\u{1}\u{1}WEBPVP8 "), "a WebP picture", "PNG"),
            (bytes("\u{0}\u{0}\u{0}\u{18}ftypheic"), "a HEIC picture", "PNG"),
            (bytes("{\\rtf1\\ansi"), "an RTF document", "DOCX"), ([0x1F, 0x8B, 8, 0], "a gzip archive", "unpack"),
            ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive", "unpack"),
            (bytes("Rar!\u{1A}\u{7}"), "a RAR archive", "unpack"),
            (bytes("ID3\u{3}"), "a sound file", "no text"),
            (bytes("\u{0}\u{0}\u{0}\u{18}ftypisom"), "a film or sound file", "no text"),
            ([0x7F, 0x45, 0x4C, 0x46, 2, 1], "a program", "no reports"),
            ([0x4D, 0x5A, 0x90, 0, 3], "a Windows program", "no reports"),
            (bytes("SQLite format 3\u{0}"), "an SQLite database", "CSV"), (bytes("MIME-Version: 1.0"), "MHTML", "HTML"),
            ([UInt8](repeating: 0, count: 900), "binary data", "no text"),
            ((0..<900).map { UInt8($0 % 29) }, "binary data", "no text"),
        ])
    func unsupported(bytes: [UInt8], name: String, advice: String) throws {
        #expect(FileFormat(sniffing: bytes) == .unsupported)
        let problem = #expect(throws: FormatProblem.self) { try FormatReader.read(bytes, as: .unsupported) }
        #expect(problem?.code == .unsupportedFormat)
        #expect(problem?.message.contains(name) == true, "\(problem?.message ?? "")")
        #expect(problem?.message.contains(advice) == true, "\(problem?.message ?? "")")
    }

    @Test("every row of the table can be read, and no row hides one below it")
    func table() {
        let rows = PackageRows.signatures
        #expect(FileSignature.table.count == rows - 1)
        for (index, signature) in FileSignature.table.enumerated() {
            let file = [UInt8](repeating: 1, count: signature.offset) + signature.bytes.map { $0 ?? 1 }
            let found = FileSignature.match(file)
            #expect(found?.name == signature.name, "row \(index)")
            #expect(!signature.name.isEmpty)
        }
    }
}

private enum PackageRows {
    /// The lines of the table, its head among them.
    static var signatures: Int {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        let file = root.appending(path: "Sources/ReportFormats/Sniffing/Data/signatures.tsv").standardized
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").count
    }
}
