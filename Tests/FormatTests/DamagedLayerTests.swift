import Foundation
import ReportParser
import Testing

@testable import ReportFormats

/// PDFs whose text layer says less than their pages show, and pages that stand on a side:
/// `Tests/Corpus/formats/pdf/damaged.py` makes them.
@Suite struct DamagedLayerTests {
    private func bytes(_ name: String) throws -> [UInt8] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Corpus/formats/pdf/\(name).pdf")
        return try Array(Data(contentsOf: file))
    }

    private func report(_ name: String) throws -> Report {
        let bytes = try bytes(name)
        let source = ReportSource(
            name: name, sha256: String(repeating: "0", count: 64), bytes: bytes.count, format: "pdf")
        return ReportParser.parse(try FormatReader.read(bytes, as: .pdf), source: source)
    }

    private func titles(_ report: Report) -> [String] { report.measures.compactMap { $0.title.map(report.string) } }

    private static let titles = [
        "จัดทำคู่มือการให้บริการประชาชนและเผยแพร่บนเว็บไซต์ของหน่วยงาน", "ประชุมชี้แจงแนวทางการปฏิบัติตามประมวลจริยธรรม",
    ]

    /// Letters under the names of others: Thai ones, which only words tell, and Latin ones.
    @Test(.enabled(if: ScanTests.isInstalled, "Tesseract is not installed"), arguments: ["shuffled", "mojibake"])
    func wrongLettersAreRecognisedInstead(_ name: String) throws {
        let report = try report(name)
        #expect(titles(report) == Self.titles)
        #expect(report.findings.map(\.rule).contains("unsound-text-layer"))
        #expect(report.coverage.dropped == 0)
    }

    @Test(.enabled(if: ScanTests.isInstalled, "Tesseract is not installed"))
    func picturesBelowStampedPageNumbersAreRecognised() throws {
        let report = try report("stamped")
        #expect(titles(report) == Self.titles)
        let text = String(decoding: report.sourceText, as: UTF8.self)
        #expect(text.components(separatedBy: "Page 2 of 2").count == 3, "the layer's own words stand there once each")
    }

    /// Recognition that reads the same little text on each page.
    private struct Misreader: PageRecogniser {
        let dpi = 100
        var text: String

        mutating func content(of image: PageImage, page: Int) throws(FormatProblem) -> PageContent {
            PageContent(
                number: page, width: 842, height: 595, tables: [],
                words: [PageWord(text: text, rect: PageRect(left: 50, top: 50, right: 300, bottom: 70))])
        }
    }

    @Test(arguments: ["~~~", "รายงาน"])
    func aLayerIsKeptWhereRecognitionReadsNoBetter(_ reading: String) throws {
        let document = try PDFReader.read(bytes("shuffled"), recogniser: Misreader(text: reading))
        #expect(document.problems.map(\.kind) == [.doubtfulTextLayer])
        #expect(!PageText.lines(of: document).contains(reading))
    }

    @Test func turnedPagesReadLikeUprightOnes() throws {
        let (turned, upright) = (try report("turned"), try report("ruled"))
        #expect(titles(turned).prefix(6) == titles(upright).prefix(6))
        let pages = try (#require(turned.pages), #require(upright.pages))
        for (one, other) in zip(turned.measures, upright.measures).prefix(6) {
            let title = try (#require(one.title), #require(other.title))
            let boxes = (
                pages.0.boxes(of: [turned.sourceRange(of: turned.span(of: title.0))]),
                pages.1.boxes(of: [upright.sourceRange(of: upright.span(of: title.1))])
            )
            #expect(boxes.0.count == boxes.1.count && !boxes.0.isEmpty)
            for (box, same) in zip(boxes.0, boxes.1) {
                #expect(box.page == same.page)
                #expect(abs(box.left - same.left) < 1 && abs(box.top - same.top) < 1)
                #expect(abs(box.right - same.right) < 1 && abs(box.bottom - same.bottom) < 1)
            }
        }
    }
}
