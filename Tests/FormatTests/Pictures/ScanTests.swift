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
}
