import ReportFormats
import ReportParser

/// A page and what is read from it.
struct Page {
    var report: Report

    /// Reads a page.
    init(_ markup: String) throws { try self.init(bytes: Array(markup.utf8)) }

    init(bytes: [UInt8]) throws {
        let source = ReportSource(
            name: "page", sha256: String(repeating: "0", count: 64), bytes: bytes.count, format: "html")
        report = ReportParser.parse(try FormatReader.read(bytes, as: .html), source: source)
    }

    /// A page around `body`.
    static func around(_ body: String) throws -> Page {
        try Page("<!DOCTYPE html><html><head></head><body>\(body)</body></html>")
    }

    /// The extracted text, line by line; the cells of a row are parted by `|`.
    var lines: [String] {
        String(decoding: report.sourceText, as: UTF8.self).split(separator: "\n").map { line in
            String(line).split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "|")
        }
    }

    /// The texts that are the page's and not the report's.
    var furniture: [String] { report.furniture.map { report.string($0.text) } }

    /// The titles of the measures.
    var titles: [String?] { report.measures.map { $0.title.map { report.string($0) } } }
}
