import Foundation
import Testing

/// `itaparse audit --across` on invented reports: two periods of a body, and a report that another body copied.
@Suite("Audit: across reports")
struct AcrossTests {
    private struct Row {
        var number: String
        var title: String
        var time = "ธันวาคม ๒๕๖๖"
        var status: String
        var result: String
    }

    private static let town = "เทศบาลตำบลหนองไผ่งาม อำเภอเถิน จังหวัดลำปาง"
    private static let hospital = "โรงพยาบาลวังน้ำใส อำเภอลอง จังหวัดแพร่"
    private static let meeting = "ประชุมชี้แจงแนวทางปฏิบัติแก่บุคลากรทุกกอง และแจ้งเวียนคู่มือให้ทราบโดยทั่วกันแล้ว"
    /// Long enough for nobody to word it alike by chance.
    private static let long =
        "จัดกิจกรรมอบรมให้ความรู้แก่ผู้บริหาร สมาชิกสภา และพนักงานทุกระดับของหน่วยงาน พร้อมทั้งประเมินผลก่อนและหลังการอบรมโดยวิทยากรจากภายนอก"

    private static let half = [
        Row(number: "๑", title: "จัดทำคู่มือการให้บริการ", status: "ดำเนินการแล้วเสร็จ", result: "แจกคู่มือแล้ว"),
        Row(number: "๒", title: "เผยแพร่แผนการใช้จ่าย ปี ๒๕๖๗", status: "อยู่ระหว่างดำเนินการ", result: meeting),
        Row(number: "๓", title: "ติดป้ายประชาสัมพันธ์", status: "อยู่ระหว่างดำเนินการ", result: "ออกแบบป้าย"),
        Row(number: "๔", title: "อบรมพนักงานเรื่องผลประโยชน์ทับซ้อน", status: "ดำเนินการแล้วเสร็จ", result: long),
    ]

    private static let whole = [
        Row(number: "๑", title: "จัดทำคู่มือการให้บริการ", status: "อยู่ระหว่างดำเนินการ", result: "ปรับปรุงคู่มือใหม่"),
        Row(number: "๒", title: "เผยแพร่แผนการใช้จ่าย ปี ๒๕๖๗", status: "อยู่ระหว่างดำเนินการ", result: meeting),
        Row(number: "๔", title: "อบรมพนักงานเรื่องผลประโยชน์ทับซ้อน", status: "ดำเนินการแล้วเสร็จ", result: long),
    ]

    private static func report(_ body: String, _ period: String, _ rows: [Row], year: String = "๒๕๖๗") -> String {
        let head = """
            รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส
            \(body)
            ประจำปีงบประมาณ พ.ศ. \(year) \(period)

            ที่\tมาตรการ\tขั้นตอน\tผู้รับผิดชอบ\tระยะเวลา\tสถานะ\tผลการดำเนินการ

            """
        return head
            + rows.map { "\($0.number)\t\($0.title)\tจัดทำ\tสำนักปลัด\t\($0.time)\t\($0.status)\t\($0.result)\n" }.joined()
    }

    /// Runs the comparison over files, in the order of their names.
    private func across(_ reports: [String: String], _ options: [String] = []) throws -> Program.Run {
        let folder = try Folder()
        for (name, text) in reports { try folder.write(name, Data(text.utf8)) }
        return try Program.run(["audit", ".", "--across"] + options, in: folder.url)
    }

    private func findings(_ reports: [String: String]) throws -> [[String]] {
        let object = try Parsed.object(try across(reports, ["-f", "json"]).output)
        return try #require(object["findings"] as? [[String: Any]]).map { finding in
            [
                finding["rule"] as? String ?? "", finding["path"] as? String ?? "",
                (finding["line"] as? Int).map { "\($0)" } ?? "-", finding["other_path"] as? String ?? "",
                (finding["other_line"] as? Int).map { "\($0)" } ?? "-",
            ]
        }
    }

    @Test("the second report of a year shows what was dropped, went backwards or was left as it was")
    func periods() throws {
        // The order of the files is not that of the periods.
        let found = try findings([
            "b.txt": Self.report(Self.town, "รอบ ๖ เดือน", Self.half),
            "a.txt": Self.report(Self.town, "รอบ ๑๒ เดือน", Self.whole),
        ])
        #expect(
            found == [
                ["status-backwards", "./a.txt", "6", "./b.txt", "6"],
                ["result-unchanged", "./a.txt", "7", "./b.txt", "7"],
                ["measure-dropped", "./a.txt", "-", "./b.txt", "8"],
            ])
    }

    @Test("another year may have other measures and states, but not the same long results")
    func years() throws {
        let next = [
            Row(number: "๑", title: "จัดทำคู่มือการให้บริการ", status: "ยังไม่ได้ดำเนินการ", result: "-"),
            Row(number: "๒", title: "เผยแพร่แผนการใช้จ่าย ปี ๒๕๖๘", status: "อยู่ระหว่างดำเนินการ", result: Self.meeting),
        ]
        let found = try findings([
            "a.txt": Self.report(Self.town, "รอบ ๑๒ เดือน", Self.whole),
            "b.txt": Self.report(Self.town, "รอบ ๑๒ เดือน", next, year: "๒๕๖๘"),
        ])
        #expect(found == [["result-unchanged", "./b.txt", "7", "./a.txt", "7"]])
    }

    @Test("a measure with a new name and the same number is not dropped, and another one's status is no step back")
    func renamed() throws {
        var rows = Self.half
        rows[2].title = "ติดตั้งป้ายประชาสัมพันธ์ช่องทางร้องเรียน"
        rows[2].status = "ยังไม่ได้ดำเนินการ"
        rows[1].result = "เผยแพร่แผนแล้ว"
        let found = try findings([
            "a.txt": Self.report(Self.town, "รอบ ๖ เดือน", Self.half),
            "b.txt": Self.report(Self.town, "รอบ ๑๒ เดือน", rows),
        ])
        #expect(found.isEmpty)
    }

    @Test("a copied report is found though the names in it were changed, and so is one long result")
    func copies() throws {
        let original = Self.half.map { row in
            var row = row
            row.result += "ของเทศบาลตำบลหนองไผ่งาม"
            return row
        }
        let copy = original.map { row in
            var row = row
            row.result = row.result.replacing("เทศบาลตำบลหนองไผ่งาม", with: "โรงพยาบาลวังน้ำใส")
            return row
        }
        let found = try findings([
            "a.txt": Self.report(Self.town, "รอบ ๖ เดือน", original),
            "b.txt": Self.report(Self.hospital, "รอบ ๖ เดือน", copy),
        ])
        #expect(found == [["copied-report", "./b.txt", "-", "./a.txt", "-"]])
        var one = copy
        for index in 0..<3 { one[index].result = "ดำเนินการข้อ \(index) แล้ว" }
        let part = try findings([
            "a.txt": Self.report(Self.town, "รอบ ๖ เดือน", original),
            "b.txt": Self.report(Self.hospital, "รอบ ๖ เดือน", one),
        ])
        #expect(part == [["copied-report", "./b.txt", "9", "./a.txt", "9"]])
    }

    @Test("items of one list with a word for a result are nobody's own")
    func items() throws {
        let rows = Self.half.map {
            Row(number: $0.number, title: $0.title, status: $0.status, result: "เผยแพร่บนเว็บไซต์แล้ว")
        }
        let found = try findings([
            "a.txt": Self.report(Self.town, "รอบ ๖ เดือน", rows),
            "b.txt": Self.report(Self.hospital, "รอบ ๖ เดือน", rows),
        ])
        #expect(found.isEmpty)
    }

    @Test("bodies of one name in two provinces are two bodies, and short results are nobody's own")
    func namesakes() throws {
        let there = Self.town.replacing("จังหวัดลำปาง", with: "จังหวัดน่าน").replacing("อำเภอเถิน ", with: "")
        var rows = Self.whole
        for index in rows.indices { rows[index].result = "ดำเนินการแล้วข้อ \(index)" }
        let found = try findings([
            "a.txt": Self.report(Self.town, "รอบ ๖ เดือน", Self.half),
            "b.txt": Self.report(there, "รอบ ๑๒ เดือน", rows),
        ])
        #expect(found.isEmpty)
    }

    @Test("the league counts what is stated and due, and --fail-on sees what is found")
    func league() throws {
        var silent = Self.half
        for index in silent.indices { silent[index].status = "-" }
        let reports = [
            "a.txt": Self.report(Self.hospital, "รอบ ๖ เดือน", silent),
            "b.txt": Self.report(Self.town, "รอบ ๖ เดือน", Self.half),
            "c.txt": Self.report(Self.town, "รอบ ๑๒ เดือน", Self.whole),
        ]
        let object = try Parsed.object(try across(reports, ["-f", "json", "--no-rule", "copied-report"]).output)
        #expect(object["bodies"] as? Int == 2)
        let league = try #require(object["league"] as? [[String: Any]])
        #expect(league.map { $0["body"] as? String } == ["เทศบาลตำบลหนองไผ่งาม", "โรงพยาบาลวังน้ำใส"])
        #expect(league[0]["period_months"] as? Int == 12)
        #expect(league[0]["stated"] as? Int == 3 && league[0]["completed"] as? Int == 1)
        #expect(league[0]["due"] as? Int == 3 && league[0]["completed_when_due"] as? Int == 1)
        #expect(league[0]["completed_share"] as? Double == 0.3333)
        #expect(league[1]["stated"] as? Int == 0 && league[1]["completed_share"] is NSNull)
        #expect(try across(reports, ["--fail-on", "warning"]).status == 3)
        #expect(try across(reports, ["--fail-on", "error"]).status == 0)
        let text = try across(reports, ["--rule", "status-backwards"])
        #expect(
            text.text.contains(
                "./c.txt:6: status-backwards: \"จัดทำคู่มือการให้บริการ\" went back from completed to in_progress"))
        #expect(text.lines.contains { $0.contains("1 finding across 3 reports of 2 bodies") })
        #expect(text.lines.contains { $0.hasPrefix("    1         3        33%      33%") })
    }

    @Test("the README shows what the program says", arguments: [[], ["--across"]])
    func readme(options: [String]) throws {
        let root = Sample.folder.deletingLastPathComponent().deletingLastPathComponent()
        let run = try Program.run(["audit", "Tests/Corpus/periods"] + options, in: root)
        let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        #expect(readme.contains("```text\n\(run.text)```"))
    }
}
