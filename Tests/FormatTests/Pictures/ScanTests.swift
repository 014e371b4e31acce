import Foundation
import ReportParser
import Testing

@testable import ReportFormats

/// Page pictures of an invented report, which `Tests/Corpus/formats/render_scans.py` renders.
@Suite struct ScanTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../Corpus/formats")

    /// Whether Tesseract is installed: reading pictures cannot be tried without it.
    static let isInstalled = (try? RecognitionEngine()) != nil

    private func report(_ name: String, as format: FileFormat) throws -> Report {
        let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
        let document = try FormatReader.read(bytes, as: format)
        let source = ReportSource(
            name: name, sha256: String(repeating: "0", count: 64), bytes: bytes.count, format: format.rawValue)
        return ReportParser.parse(document, source: source)
    }

    @Test(
        .enabled(if: isInstalled, "Tesseract is not installed"),
        arguments: [
            ("scan.jpg", FileFormat.jpeg), ("turned.png", FileFormat.png),
        ])
    func measuresAndTheirDatesAreRead(name: String, format: FileFormat) throws {
        let report = try report(name, as: format)
        #expect(report.measures.compactMap { $0.number } == ["1.1", "1.2", "2.1"])
        let times = report.measures.map { measure in
            [measure.timeframe?.start.map { "\($0)" } ?? "", measure.timeframe?.end.map { "\($0)" } ?? ""]
        }
        #expect(
            times == [
                ["2023-10-01", "2023-12-31"], ["2024-01-01", "2024-09-30"], ["2023-11-01", "2023-11-30"],
            ])
    }

    @Test(.enabled(if: isInstalled, "Tesseract is not installed")) func everyPageOfATIFFFileIsRead() throws {
        let report = try report("two-pages.tiff", as: .tiff)
        #expect(report.source.pages == 2)
        #expect(report.measures.count == 6)
    }

    // MARK: Characters

    private static let title = """
        รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส
        เทศบาลตำบลหนองบัวทอง ประจำปีงบประมาณ พ.ศ. ๒๕๖๗
        มาตรการ ขั้นตอน/วิธีการปฏิบัติ ผู้รับผิดชอบ ระยะเวลา ผลการดำเนินการ
        """
    private static let rows = """
        ๑. ด้านการใช้งบประมาณ
        ๑.๑ จัดทำแผนการใช้จ่ายงบประมาณประจำปี ๑. สำรวจความต้องการของทุกกอง ๒. เสนอแผนต่อผู้บริหาร กองคลัง
        ต.ค. ๒๕๖๖ - ธ.ค. ๒๕๖๖ ดำเนินการแล้วเมื่อวันที่ ๑๘ ธันวาคม ๒๕๖๖
        ๑.๒ เผยแพร่รายงานการรับจ่ายเงิน เผยแพร่ทางเว็บไซต์ของเทศบาลทุกไตรมาส กองคลัง ม.ค. ๒๕๖๗ - ก.ย. ๒๕๖๗
        เผยแพร่ครบทั้ง ๔ ไตรมาส เบิกจ่าย ๑,๓๗๕,๙๘๐ บาท
        ๒. ด้านการป้องกันการทุจริต
        ๒.๑ ประกาศนโยบายไม่รับของขวัญ จัดทำประกาศและแจ้งเวียนให้ทุกส่วนราชการทราบ สำนักปลัด พ.ย. ๒๕๖๖
        ประกาศ ณ วันที่ ๗ พฤศจิกายน ๒๕๖๖
        """
    private static let added = """
        ๒.๒ อบรมเจ้าหน้าที่เรื่องผลประโยชน์ทับซ้อน - สำนักปลัด เม.ย. ๒๕๖๗ - ก.ค. ๒๕๖๗ -
        """
    private static let end = "ผู้รายงาน นางสาวมาลี ใจดี หัวหน้าสำนักปลัด โทร ๐ ๔๒๙๘ ๗๖๕๔"

    /// The characters of a text but for blanks, ำ in its two parts.
    private func characters(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.flatMap { $0 == "ำ" ? ["\u{0E4D}", "า"] : $0.properties.isWhitespace ? [] : [$0] }
    }

    /// How many characters must be replaced, put in or left out to make one text of the other.
    private func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var corner = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                (corner, row[j + 1]) = (row[j + 1], min(corner + (x == y ? 0 : 1), row[j] + 1, row[j + 1] + 1))
            }
        }
        return row[b.count]
    }

    @Test(
        .enabled(if: isInstalled, "Tesseract is not installed"),
        arguments: [
            ("scan.jpg", FileFormat.jpeg, ""), ("turned.png", .png, ""), ("shaded.jpg", .jpeg, added),
        ])
    func charactersAreRead(name: String, format: FileFormat, added: String) throws {
        let expected = characters(Self.title + Self.rows + added + Self.end)
        let report = try report(name, as: format)
        let read = characters(String(decoding: report.sourceText, as: UTF8.self))
        #expect(distance(expected, read) * 100 <= expected.count * 3)
        #expect(report.coverage.dropped == 0)
        // No wrong number but is flagged.
        let numbers = { (text: String) in Set(text.split { !$0.isNumber }) }
        let right = numbers(Self.title + Self.rows + added + Self.end)
        for entry in report.pages?.entries ?? [] where !entry.isDoubtful {
            let text = String(decoding: report.sourceText[entry.span.range], as: UTF8.self)
            for number in numbers(text) { #expect(right.contains(number), "\(text)") }
        }
    }

    @Test(.enabled(if: isInstalled, "Tesseract is not installed")) func cellsWithADashAreNotEmpty() throws {
        let report = try report("shaded.jpg", as: .jpeg)
        #expect(report.measures.compactMap(\.number) == ["1.1", "1.2", "2.1", "2.2"])
        let text = String(decoding: report.sourceText, as: UTF8.self)
        #expect(text.split(whereSeparator: { $0 == "\t" || $0 == "\n" }).filter { $0 == "-" }.count == 2)
    }

    @Test(.enabled(if: isInstalled, "Tesseract is not installed")) func boxesLieOnThePageOfTheFile() throws {
        // The page stands on its side: what is at its head lies along the left or right edge of the file's picture.
        let pages = try #require(try report("turned.png", as: .png).pages)
        let first = try #require(pages.entries.first { $0.span.range.count > 60 }).box
        #expect(first.bottom - first.top > 3 * (first.right - first.left))
        let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: "turned.png")))
        let size = try PictureFile(bytes).image(ofPage: 1)
        for entry in pages.entries {
            #expect(entry.box.left >= 0 && entry.box.right <= Float(size.width) * size.pointsPerPixel + 0.01)
            #expect(entry.box.top >= 0 && entry.box.bottom <= Float(size.height) * size.pointsPerPixel + 0.01)
        }
    }

    @Test(.enabled(if: isInstalled, "Tesseract is not installed")) func twoWorkersReadWhatOneReads() async throws {
        let files = [("scan.jpg", FileFormat.jpeg), ("turned.png", .png)]
        let alone = try files.map { try report($0.0, as: $0.1).sourceText }
        let together = try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
            for (index, file) in (files + files).enumerated() {
                group.addTask { (index, try report(file.0, as: file.1).sourceText) }
            }
            return try await group.reduce(into: [Int: [UInt8]]()) { $0[$1.0] = $1.1 }
        }
        for index in 0..<4 { #expect(together[index] == alone[index % 2]) }
    }
}
