import Foundation
import Testing

/// Reports as tables: what other programs open.
@Suite struct OutputFormatTests {
    /// A report whose cells would hurt a careless table: a formula, a quote, a line break, a comma.
    private static let report = """
        รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส
        เทศบาลตำบลหนองตัวอย่าง อำเภอแม่ทะ จังหวัดลำปาง ปีงบประมาณ พ.ศ. ๒๕๖๗

        | ที่ | มาตรการ | ขั้นตอน | ผู้รับผิดชอบ | ระยะเวลา | งบประมาณ | ผลการดำเนินการ |
        |---|---|---|---|---|---|---|
        | ๑ | จัดทำคู่มือ "งานทะเบียน" | ๑. ร่าง<br>๒. เผยแพร่ | สำนักปลัด, กองคลัง | ต.ค. ๒๕๖๖ | ๑๐,๐๐๐.๕๐ | =HYPERLINK("http://x","y") |
        | ๒ | เผยแพร่แผนการใช้จ่าย | | กองคลัง | มี.ค. ๒๕๖๗ | | +เพิ่มช่องทางรับเรื่องร้องเรียน |

        """

    private func converted(_ arguments: [String]) throws -> (folder: Folder, run: Program.Run) {
        let folder = try Folder()
        try folder.write("in/a.txt", Data(Self.report.utf8))
        try folder.write("in/b.txt", Data(Self.report.replacing("หนองตัวอย่าง", with: "บ้านสมมติ").utf8))
        return (folder, try Program.run(["convert", "in"] + arguments, in: folder.url))
    }

    @Test func csvHasARowAMeasureAndNoFormula() throws {
        let (folder, run) = try converted(["-o", "all.csv"])
        #expect(run.status == 0)
        let bytes = try Data(contentsOf: folder.url.appending(path: "all.csv"))
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let rows = CSVRows.parse(String(decoding: bytes.dropFirst(3), as: UTF8.self))
        #expect(rows.count == 5)
        #expect(rows.allSatisfy { $0.count == rows[0].count })
        let first = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[1]))
        #expect(first["title"] == "จัดทำคู่มือ \"งานทะเบียน\"")
        #expect(first["steps"] == "1. ร่าง\n2. เผยแพร่")
        #expect(first["responsible"] == "สำนักปลัด; กองคลัง")
        #expect(first["budget_approved"] == "10000.5")
        #expect(first["timeframe_end"] == "2023-10-31")
        #expect(first["result"]?.hasPrefix("'=HYPERLINK") == true)
        #expect(rows[2][rows[0].firstIndex(of: "result")!].hasPrefix("'+"))
        #expect(rows.dropFirst().map { $0[0] } == ["a.txt", "a.txt", "b.txt", "b.txt"])
    }

    @Test func csvGoesToStandardOutputAndToFolders() throws {
        let (folder, run) = try converted(["--format", "csv"])
        #expect(CSVRows.parse(String(decoding: run.output, as: UTF8.self)).count == 5)
        let again = try Program.run(["convert", "in", "-f", "csv", "-o", "out"], in: folder.url)
        #expect(again.status == 0)
        #expect(try folder.files().filter { $0.hasPrefix("out/") } == ["out/a.csv", "out/b.csv", "out/manifest.jsonl"])
    }

    @Test func databaseIsWholeAndConvertingAgainReplaces() throws {
        let (folder, run) = try converted(["-o", "all.sqlite"])
        #expect(run.status == 0)
        _ = try Program.run(["convert", "in", "-o", "all.sqlite"], in: folder.url)
        let database = folder.url.appending(path: "all.sqlite").path
        func ask(_ sql: String) throws -> [String] { try SQLiteRows.read(database, sql) }
        #expect(try ask("PRAGMA integrity_check") == ["ok"])
        #expect(try ask("PRAGMA foreign_key_check") == [])
        #expect(try ask("SELECT count(*) FROM reports") == ["2"])
        #expect(try ask("SELECT count(*) FROM measures") == ["4"])
        #expect(try ask("SELECT count(*) FROM measure_words") == ["4"])
        #expect(try ask("SELECT sum(budget_approved) FROM measures") == ["20001.0"])
        #expect(try ask("SELECT DISTINCT name FROM responsible_units ORDER BY name") == ["กองคลัง", "สำนักปลัด"])
        #expect(
            try ask("SELECT rowid FROM measure_words WHERE measure_words MATCH 'title : คู่มือ'").count == 2,
            "words are told apart")
        #expect(try ask("SELECT text FROM steps WHERE ordinal = 2 LIMIT 1") == ["เผยแพร่"])
    }

    @Test func workbookIsAZipWithThreeSheets() throws {
        let (folder, run) = try converted(["-o", "all.xlsx"])
        #expect(run.status == 0)
        let bytes = try Data(contentsOf: folder.url.appending(path: "all.xlsx"))
        #expect(bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
        #expect(try folder.files() == ["all.xlsx", "in/a.txt", "in/b.txt"])
    }

    @Test(
        "what does not fit together is refused",
        arguments: [
            ["--format", "xlsx"], ["--format", "csv", "-o", "x.sqlite"], ["-o", "one.json"],
        ])
    func misuse(arguments: [String]) throws {
        let (folder, run) = try converted(arguments)
        #expect(run.status == 2)
        #expect(try folder.files() == ["in/a.txt", "in/b.txt"])
    }

    @Test func aFileThatIsNoDatabaseIsLeftAlone() throws {
        let folder = try Folder()
        try folder.write("in/a.txt", Data(Self.report.utf8))
        try folder.write("x.sqlite", Data("no database, but somebody's text, long enough to be read as a header".utf8))
        let run = try Program.run(["convert", "in", "-o", "x.sqlite"], in: folder.url)
        #expect(run.status == 1)
        #expect(run.errors.contains("x.sqlite: SQLite: file is not a database [unwritable]"))
    }
}
