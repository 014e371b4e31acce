import ReportFormats
import ReportParser
import Testing

/// Pages made to do harm: each is read or refused with a sentence, in time that grows with its size alone.
@Suite("Hostile pages")
struct PageHostileTests {
    private static func page(_ body: String) -> [UInt8] { Array("<!DOCTYPE html><html><body>\(body)".utf8) }

    @Test(
        "what no page holds is refused with its cause",
        arguments: [
            (String(repeating: "<div>", count: 100_000), "nests its elements 2048 deep"),
            (String(repeating: "<table><tr><td>", count: 100_000), "nests its elements 2048 deep"),
            (String(repeating: "<ul><li>", count: 100_000), "nests its elements 2048 deep"),
            (
                String(repeating: "<b>", count: 2000) + String(repeating: "</i>", count: 500_000),
                "too many elements without an end"
            ),
        ])
    func refused(body: String, cause: String) {
        let problem = #expect(throws: FormatProblem.self) {
            try FormatReader.read(Self.page(body), as: .html)
        }
        #expect(problem?.message.contains(cause) == true, "\(problem?.message ?? "")")
        #expect(problem?.message.contains("line 1") == true)
    }

    @Test("a page larger than any is refused before it is read")
    func large() {
        let problem = #expect(throws: FormatProblem.self) {
            try FormatReader.read([UInt8](repeating: 0x20, count: 64 << 20 | 1), as: .html)
        }
        #expect(problem?.code == .tooLarge)
    }

    /// Each of these takes time that grows with the square of its length where parts are looked at again and again.
    @Test(
        "what a parser looks for in vain is looked for once",
        arguments: [
            String(repeating: "<!--", count: 60_000), String(repeating: "<!-- > ", count: 20_000),
            String(repeating: "<script>", count: 20_000), String(repeating: "<a \"", count: 20_000),
            String(repeating: "<a b=\"", count: 50_001), String(repeating: "<", count: 100_000),
            String(repeating: "&", count: 100_000), String(repeating: "<![CDATA[", count: 20_000),
            "<p " + (0..<40_000).map { "a\($0)=1" }.joined(separator: " ") + ">",
            "<p " + (0..<20_000).map { "a\($0)='>'" }.joined(separator: " ") + ">",
            "<ol start=-9223372036854775808 reversed>" + String(repeating: "<li value=-5>x", count: 20_000),
            "<table>" + String(repeating: "<tr><td><font><font>x", count: 20_000),
            "<table>" + String(repeating: "<tr><td colspan=1000 rowspan=65534>x", count: 2_000),
            "<table><tr>" + String(repeating: "<td>", count: 60_000),
            "<dl><dt>a" + String(repeating: "<dd>b", count: 20_000),
            "<p>" + String(repeating: "<span hidden>x</span>", count: 20_000),
        ])
    func searches(body: String) throws {
        let document = try FormatReader.read(Self.page(body + "ท้าย"), as: .html)
        #expect(String(decoding: document.text, as: UTF8.self).contains("ท้าย"))
    }

    @Test("entities of a page's own are not expanded, and nothing outside the page is read")
    func entities() throws {
        let page = try Page(
            """
            <?xml version="1.0"?>
            <!DOCTYPE html [<!ENTITY a "เอเอเอ"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/hostname">]>
            <html><head><link rel="stylesheet" href="file:///etc/hostname"></head>
            <body><p>&b; &x;</p><iframe src="file:///etc/hostname"></iframe><object data="file:///etc/hostname"></object></body></html>
            """)
        #expect(page.lines == ["&b; &x;"])
    }

    @Test("bytes that are no text are refused with the place of the first of them")
    func noText() {
        let bytes = Array("<html><body>".utf8) + (0..<600).map { UInt8($0 * 151 % 256) }
        let problem = #expect(throws: FormatProblem.self) { try FormatReader.read(bytes, as: .html) }
        #expect(problem?.code == .unknownEncoding)
        #expect(problem?.message.hasPrefix("byte ") == true)
    }

    @Test("NUL bytes and ends that are missing are findings")
    func findings() throws {
        let page = try Page("<html><body><p>ก\u{0}ข</p><!-- ค > ง")
        #expect(page.lines == ["กข", "ง"])
        #expect(page.report.findings.map(\.rule).sorted() == ["no-measures", "nul-bytes", "unclosed-markup"])
    }

    @Test(
        "an empty page has no text", arguments: ["<html>", "<!doctype html>", "<html><body></body></html>", "<body> "])
    func empty(markup: String) throws {
        #expect(try Page(markup).lines.isEmpty)
    }
}
