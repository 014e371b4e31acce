import Foundation
import ReportFormats
import ReportParser
import Testing

/// PDFs that are damaged, or made to take all time and memory: each ends in a problem that says what is wrong.
@Suite struct HostilePDFTests {
    /// A PDF of objects, the first of them its catalog.
    private static func pdf(_ objects: [String]) -> [UInt8] {
        var text = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            text += String(repeating: "0", count: 10 - String(offset).count) + "\(offset) 00000 n \n"
        }
        return Array("\(text)trailer\n<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n".utf8)
    }

    private static func page(size: String, content: String = "BT /F 12 Tf 50 700 Td (Integrity report) Tj ET")
        -> [UInt8]
    {
        pdf([
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 \(size)]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            "<</Length \(content.utf8.count)>>stream\n\(content)\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ])
    }

    private func problem(_ bytes: [UInt8]) -> FormatProblem? {
        do throws(FormatProblem) {
            _ = try FormatReader.read(bytes, as: .pdf)
            return nil
        } catch {
            return error
        }
    }

    @Test func soundPageIsRead() throws {
        let document = try FormatReader.read(Self.page(size: "595 842"), as: .pdf)
        #expect(PageText.lines(of: document) == ["Integrity report"])
    }

    @Test func manyPages() {
        let kids = (3..<100_003).map { "\($0) 0 R" }.joined(separator: " ")
        let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
        let problem = problem(
            Self.pdf(
                ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[\(kids)]/Count 100000>>"]
                    + Array(repeating: page, count: 100_000)))
        #expect(problem?.code == .tooLarge)
        #expect(problem?.message.contains("100000 pages") == true)
    }

    @Test func hugePage() {
        let problem = problem(Self.page(size: "2000000 2000000"))
        #expect(problem?.code == .tooLarge)
        #expect(problem?.message.contains("page 1") == true)
    }

    @Test func pageTreeThatIsALoop() {
        let bytes = Self.pdf(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 5>>"])
        #expect(problem(bytes)?.code == .damaged)
    }

    /// A line of a hundred million dashes takes more memory than drawing may take.
    @Test func pageThatCannotBeDrawn() throws {
        let content =
            "BT /F 12 Tf 50 700 Td (Integrity report) Tj ET [0.00001 0.00001] 0 d 0 0 m 590 800 l S"
        let document = try FormatReader.read(Self.page(size: "595 842", content: content), as: .pdf)
        #expect(PageText.lines(of: document) == ["Integrity report"])
        #expect(document.problems.map(\.kind) == [.undrawnPage])
        let report = ReportParser.parse(
            document, source: ReportSource(name: "a", sha256: String(repeating: "0", count: 64), bytes: 1))
        #expect(report.findings.map(\.rule).contains("undrawn-page"))
    }

    @Test func noiseBehindTheSignature() {
        var state: UInt64 = 1
        let noise = (0..<50_000).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(state >> 56)
        }
        #expect(problem(Array("%PDF-1.7\n".utf8) + noise)?.code == .damaged)
    }

    @Test func truncated() {
        let whole = Self.page(size: "595 842")
        for length in [9, 100, whole.count / 2] { #expect(problem(Array(whole[..<length])) != nil) }
    }

    @Test func emptyPages() {
        #expect(problem(Self.page(size: "595 842", content: "q Q"))?.code == .noText)
    }
}
