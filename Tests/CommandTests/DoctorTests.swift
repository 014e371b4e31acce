import Foundation
import Testing

/// `itaparse doctor`.
@Suite("Doctor")
struct DoctorTests {
    /// A machine on which nothing but the program is to be found.
    private static let bare = "PATH=/nowhere TESSDATA_PREFIX=/nowhere exec \"$@\""

    @Test("what is missing is named with its package, and the status is 1")
    func missing() throws {
        let run = try Program.run(["doctor"], shell: Self.bare)
        #expect(run.status == 1)
        #expect(run.errors.isEmpty)
        let pdf = try #require(run.lines.first { $0.hasPrefix("PDF") })
        #expect(pdf.contains("missing: pdftotext") && pdf.hasSuffix("apt-get install poppler-utils"))
        #expect(run.lines.contains { $0.hasPrefix("text") && $0.hasSuffix("ready") })
        let last = try #require(run.lines.last)
        #expect(last.hasPrefix("To read all: apt-get install poppler-utils"))
        #expect(last.contains("tesseract-ocr-tha"))
    }

    @Test("--json says the same to programs")
    func json() throws {
        let run = try Program.run(["doctor", "--json"], shell: Self.bare)
        #expect(run.status == 1)
        let formats = try #require(try Parsed.object(run.output)["formats"] as? [[String: Any]])
        let pdf = try #require(formats.first { $0["format"] as? String == "pdf" })
        #expect(pdf["ready"] as? Bool == false)
        let packages = (pdf["missing"] as? [[String: Any]])?.compactMap { $0["package"] as? String }
        #expect(Set(packages ?? []) == ["poppler-utils"])
        let text = try #require(formats.first { $0["format"] as? String == "text" })
        #expect(text["ready"] as? Bool == true)
    }

    @Test("what is told is what is there: all but kinds that few need decide the status")
    func honest() throws {
        let run = try Program.run(["doctor"])
        let amiss = run.lines.contains { $0.contains("  missing: ") }
        #expect(run.status == (amiss ? 1 : 0))
        #expect(amiss == run.text.contains("To read all:"))
    }
}
