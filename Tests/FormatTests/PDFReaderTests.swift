import Foundation
import ReportFormats
import ReportParser
import Testing

/// The PDFs of `Tests/Corpus/formats/pdf`, which `make` there makes by LibreOffice.
@Suite struct PDFReaderTests {
    private func report(_ name: String) throws -> Report {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Corpus/formats/pdf/\(name).pdf")
        let bytes = try Array(Data(contentsOf: file))
        let source = ReportSource(
            name: name, sha256: String(repeating: "0", count: 64), bytes: bytes.count, format: "pdf")
        return ReportParser.parse(try FormatReader.read(bytes, as: .pdf), source: source)
    }

    @Test func rowsCutByPageEndsAreOneRecord() throws {
        let report = try report("ruled")
        #expect(report.measures.count == 20)
        #expect(report.measures.compactMap(\.number) == (1...20).map { String($0) })
        #expect(report.measures.allSatisfy { $0.timeframe != nil })
        let titles = report.measures.compactMap { $0.title.map { report.string($0) } }
        #expect(titles[6] == "อบรมให้ความรู้เรื่องผลประโยชน์ทับซ้อนแก่บุคลากร")
        #expect(titles[..<10].elementsEqual(titles[10...]))
        #expect(report.coverage.dropped == 0)
        #expect(report.source.pages ?? 0 > 5)
    }

    @Test func fieldsHavePlacesOnTheirPages() throws {
        let report = try report("ruled")
        let pages = try #require(report.pages)
        let whole = try #require(report.measures[2].title)
        let box = try #require(pages.boxes(of: [report.sourceRange(of: report.span(of: whole))]).first)
        #expect(box.page == 3 && box.left > 90 && box.right < 240 && box.top > 130 && box.bottom < 180)
        // The title of a row that is cut begins on one page and ends on the next.
        let cut = try #require(report.measures[6].title)
        #expect(pages.boxes(of: [report.sourceRange(of: report.span(of: cut))]).map(\.page) == [4, 5])
    }

    @Test func columnsOfWordsAreATable() throws {
        let report = try report("unruled")
        #expect(report.measures.count == 8)
        let titles = report.measures.compactMap { $0.title.map { report.string($0) } }
        #expect(titles.first == "จัดทำคู่มือการให้บริการประชาชนและเผยแพร่บนเว็บไซต์ของหน่วยงาน")
        #expect(report.measures.allSatisfy { $0.responsible.count == 1 && $0.timeframe != nil })
        #expect(report.coverage.dropped == 0)
    }
}
