import Foundation
import Invariants
import ReportParser
import Testing
import ThaiText

/// Promise 4: a bad file hurts only itself.
///
/// `ITAPARSE_LONG_LINE_MB=50` asks for a longer line, `ITAPARSE_GROWTH_BYTES` for longer texts to measure.
@Suite("Hostile inputs")
struct HostileInputTests {
    // MARK: Encodings

    @Test("bytes that are no text throw a typed error")
    func noText() {
        var random = SeededGenerator(seed: 4)
        let noise = (0..<4000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + noise
        let controls = [UInt8](repeating: 0x81, count: 300)
        for bytes in [noise, picture, controls, [0xFF], [0x80, 0x80], [0x50, 0x4B, 0x03, 0x04] + noise] {
            #expect { try parse(bytes) } throws: { error in
                if case .unknownEncoding(let offset) = error as? DecodedText.Failure {
                    offset < bytes.count
                } else {
                    false
                }
            }
        }
    }

    static let table = """
        รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม
        เทศบาลตำบลเขานกเงือก
        ลำดับ\tมาตรการ\tผู้รับผิดชอบ\tระยะเวลา\tสถานะ
        ๑\tจัดทำคู่มือการปฏิบัติงาน\tสำนักปลัด\tต.ค. ๒๕๖๕ - มี.ค. ๒๕๖๖\tแล้วเสร็จ
        ๒\tเผยแพร่ข้อมูลบนเว็บไซต์\tกองคลัง\tภายใน มิ.ย. ๒๕๖๖\tอยู่ระหว่างดำเนินการ

        """

    @Test(
        "the encodings of a report do not change its records",
        arguments: ["utf-8", "utf-16le", "utf-16be", "windows-874"])
    func encodings(_ name: String) throws {
        let expected = try parse(Self.table)
        #expect(expected.measures.count == 2)
        for hasMark in [false, true] where hasMark == false || name != "windows-874" {
            let report = try parse(Self.encoded(Self.table, name, hasMark: hasMark))
            #expect(report.source.encoding == name)
            #expect(report.text == expected.text)
            #expect(report.measures.map(\.title) == expected.measures.map(\.title))
            expectCovered(report, "\(name), mark: \(hasMark)")
        }
    }

    private static func encoded(_ text: String, _ name: String, hasMark: Bool) -> [UInt8] {
        switch name {
        case "utf-16le":
            (hasMark ? [0xFF, 0xFE] : []) + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        case "utf-16be":
            (hasMark ? [0xFE, 0xFF] : []) + text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        case "windows-874":
            text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value < 0x80 ? $0.value : $0.value - 0x0E00 + 0xA0) }
        default: (hasMark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
        }
    }

    @Test("UTF-16 that ends within a character is read up to there", arguments: ["utf-16le", "utf-16be"])
    func halfUnits(_ name: String) throws {
        let whole = Self.encoded(Self.table, name, hasMark: true)
        let report = try parse(Array(whole.dropLast()))
        #expect(report.measures.count == 2)
        #expect(report.findings.contains { $0.rule == "undecodable-bytes" })
        expectCovered(report, name)
        // Half of a surrogate pair.
        let half = try parse(whole + Self.encoded("\u{10400}", name, hasMark: false).prefix(2))
        #expect(half.findings.contains { $0.rule == "undecodable-bytes" })
        expectCovered(half, name)
    }

    @Test("a few broken bytes in UTF-8 are counted and passed over")
    func brokenBytes() throws {
        for broken: [UInt8] in [[0xFF], [0xE0, 0xB8], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80], [0x80]] {
            let bytes = Array(Self.table.utf8)
            for place in [0, bytes.count] + [bytes.firstIndex(of: 0x0A) ?? 0] {
                let report = try parse(Array(bytes[..<place]) + broken + bytes[place...])
                #expect(report.measures.count == 2)
                let finding = try #require(report.findings.first { $0.rule == "undecodable-bytes" })
                let span = try #require(finding.span)
                #expect(Array(report.text[span.range]) == Array("\u{FFFD}".utf8))
                expectCovered(report, "\(broken) at \(place)")
            }
        }
    }

    @Test("NUL bytes are found")
    func nulBytes() throws {
        let text = Self.table.replacing("เผยแพร่", with: "เผย\0แพร่\0")
        let report = try parse(text)
        let finding = try #require(report.findings.first { $0.rule == "nul-bytes" })
        #expect(finding.english.contains("2"))
        #expect(report.measures.count == 2)
        expectCovered(report, "NUL")
        let alone = try parse([UInt8](repeating: 0, count: 5000))
        #expect(alone.findings.contains { $0.rule == "nul-bytes" })
        expectCovered(alone, "NUL alone")
    }

    // MARK: Texts that are no reports

    @Test(
        "a text that is no report has no measures, and says so",
        arguments: [Prose.novel, Prose.english, "", "ก", "a,b,c\n1,2,3\n4,5,6\n7,8,9"])
    func noReport(_ text: String) throws {
        let report = try parse(text)
        #expect(report.measures.isEmpty)
        #expect(report.findings.contains { $0.rule == "no-measures" })
        expectCovered(report, "no report")
    }

    // MARK: Size

    @Test("large texts of one kind are read whole", .slow, arguments: GrowingText.texts)
    func growingTexts(_ text: GrowingText) throws {
        let bytes = text.bytes(20_000)
        let report = try parse(bytes)
        expectCovered(report, text.name)
        _ = try StrictJSON(written(report))
    }

    @Test("a line of five megabytes", .slow)
    func longLine() throws {
        let megabytes = setting("ITAPARSE_LONG_LINE_MB") ?? 5
        for unit in ["ดำเนินการเผยแพร่ข้อมูล ", "word "] {
            let bytes = Array(String(repeating: unit, count: megabytes << 20 / unit.utf8.count).utf8)
            let report = try parse(bytes)
            #expect(report.coverage.dropped == 0 && report.coverage.text == report.coverage.characters)
        }
    }

    @Test("a million pipes in one line")
    func pipes() throws {
        expectCovered(try parse(String(repeating: "|", count: 1_000_000)), "pipes")
        // More cells than columns can be numbered.
        expectCovered(try parse(String(repeating: "ก|", count: 70_000)), "pipe cells")
        expectCovered(try parse(String(repeating: "ก\t", count: 70_000)), "tab cells")
    }

    static let nested = [
        "<table>", "<table><tr><td>", "<div>", "<b>", "<ul><li>", "<p>", "<table><tr><td rowspan=2>ก", "<div>ก\n",
        "<b>ก</i>", "<td>ก",
    ]

    @Test("ten thousand nested tags", .slow, arguments: nested)
    func nesting(_ tag: String) throws {
        let open = String(repeating: tag, count: 10_000)
        for text in [open, open + "ก", open + "<table><tr><td>ก", "<table><tr><td>" + open + "ก"] {
            expectCovered(try parse(text), String(text.prefix(60)))
        }
    }

    static let empty = [
        "| | | |\n", "||||\n", "\t\t\t\n", "<tr><td></td><td></td></tr>\n", ",,,\n", ";;;\n", "|---|\n", "\n", "   \n",
        "\u{C}\n", "\"\"\t\"\"\n",
    ]

    @Test("a hundred thousand empty rows", .slow, arguments: empty)
    func emptyRows(_ row: String) throws {
        let rows = String(repeating: row, count: 100_000)
        let report = try parse(rows)
        expectCovered(report, row)
        #expect(report.measures.isEmpty)
        expectCovered(try parse("<table>" + rows + "</table>"), row)
    }

    @Test("cells that span a thousand rows and columns")
    func spans() throws {
        for (rows, cells) in [(2000, 3), (20, 500)] {
            let row = "<tr>" + String(repeating: "<td rowspan=1000 colspan=1000>ก</td>", count: cells) + "</tr>"
            let report = try parse("<table>" + String(repeating: row, count: rows) + "</table>")
            expectCovered(report, "\(rows) rows of \(cells) cells")
        }
        let header = "<tr><th>ลำดับ</th><th>มาตรการ</th><th>ผู้รับผิดชอบ</th><th>ระยะเวลา</th></tr>"
        let first =
            "<tr><td rowspan=99999999999>๑</td><td>ก</td><td rowspan=\"1000\">กองคลัง</td><td rowspan='0'>ต.ค. ๒๕๖๕</td></tr>"
        let rest = String(repeating: "<tr><td>จัดทำ</td><td rowspan=-1>พ.ย. ๒๕๖๕</td></tr>", count: 1500)
        expectCovered(
            try parse("<table>" + header + first + rest + "</table>"), "spanning cells of a table of measures")
    }

    @Test("a long cell that covers a thousand rows is not given a thousand times")
    func longCoveringCell() throws {
        let header = "<table><tr><th>ลำดับ<th>มาตรการ<th>ผู้รับผิดชอบ<th>ระยะเวลา<th>หมายเหตุ"
        let row = "<tr><td>๑<td>ก<td>กองคลัง<td>ต.ค. ๒๕๖๕"
        let text =
            header + row + "<td rowspan=1000>" + String(repeating: "ก ข", count: 20_000)
            + String(repeating: row, count: 999) + "</table>"
        let report = try parse(text)
        expectCovered(report, "a long cell over a thousand rows")
        #expect(report.measures.count == 1000)
        let findings = report.findings.filter { $0.rule == "covering-text" }
        #expect(findings.count == 1)
        let bytes = try written(report).count
        #expect(bytes < 64 * text.utf8.count, "\(bytes) bytes of JSON")
    }

    static let unclosed = [
        "a,b,c\n1,2,3\n4,5,6\n7,8,\"9\n10,11,12\n", "\"a\tb\nc\td\n", "ก\t\"ข\nค\tง\n",
        "a,b,c\n1,2,3\n1,2,3\n\"\"\"\"\"\"\"\n", "<table><tr><td>ก",
        "<table><tr><td>ก</td>\nข้อความ\nอีก", "<table", "<td rowspan=", "<!-- ", "<style>ก", "<div><table><style>ก",
        "&#", "[", "**ก", "\\", "|ก\\", "<table></table",
        "| ก | ข\nค", "+---+---+\n| ก | ข |\n", "+---+---+\n", "+---+---+\n| ก |",
        "<table><tr><td>ก<table><tr><td>ข</table>ค",
    ]

    @Test("quotes, tables and tags that never close", arguments: unclosed)
    func unclosedSyntax(_ text: String) throws { expectCovered(try parse(text), literal(Array(text.utf8))) }

    @Test(
        "values of quotes only",
        arguments: ["\"", "\"\"", "\"\"\n", "\"\n", "\",\"", "\"\",\"\",\"\"\n", "\"\"\"", "\"\t\""])
    func quotes(_ unit: String) throws {
        expectCovered(try parse(String(repeating: unit, count: 20_000)), unit)
        let values = "a,b,c\n1,2,3\n1,2,3\n" + String(repeating: unit, count: 20_000)
        expectCovered(try parse(values), "values and " + unit)
    }

    // MARK: Growth

    @Test("time grows with the length of a text", .slow, arguments: GrowingText.texts)
    func growth(_ text: GrowingText) { expectLinear(text, size: 6_000) }

    @Test("time grows with the length of a cell", .slow)
    func growthOfCells() { for text in GrowingText.cellsOfTables { expectLinear(text, size: 3_000) } }

    /// Four times the text may take eight times as long, measured in the processor's time for this thread.
    private func expectLinear(_ text: GrowingText, size: Int) {
        let size = setting("ITAPARSE_GROWTH_BYTES") ?? size
        func time(_ size: Int) -> Duration {
            let bytes = text.bytes(size)
            return ProcessorTime.of { _ = (try? parse(bytes)).map { try? written($0) } }
        }
        let (small, large) = (time(size), time(size * 4))
        // Times this short are those of the clock and of the first use of tables; others are measured once more.
        guard large > .milliseconds(20), large > small * 8 else { return }
        let again = (small: min(small, time(size)), large: min(large, time(size * 4)))
        if again.large > again.small * 8 {
            Issue.record("\(text.name): \(size) bytes take \(again.small), \(size * 4) take \(again.large)")
        }
    }
}
