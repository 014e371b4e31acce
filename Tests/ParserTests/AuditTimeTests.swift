import ReportParser
import Testing

/// The rules about periods, years, deadlines and times of day.
@Suite("Audit: time")
struct AuditTimeTests {
    private typealias Fixture = AuditFixture

    private static let title = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"

    private static func cover(_ period: String) -> String {
        "\(title)\nเทศบาลตำบลหนองไผ่งาม อำเภอเถิน จังหวัดลำปาง\n\(period)\n\n"
    }

    /// A table of items with what each demands.
    private static func demands(_ years: [String]) -> String {
        let rows = years.enumerated().map { index, year in
            "๐\(index + 11)\tรายการข้อมูลลำดับ \(index + 1)\t-เป็นการดำเนินการในปี พ.ศ. \(year)\tสำนักปลัด\tแสดงบนเว็บไซต์แล้ว\n"
        }
        return Fixture.cover + "ข้อ\tข้อมูล\tองค์ประกอบด้านข้อมูล\tผู้รับผิดชอบ\tผลการดำเนินการ\n" + rows.joined()
    }

    static let slips: [(String, String)] = [
        ("period-mismatch", Fixture.report(after: "\nผลการใช้จ่าย ๗ เดือน (เดือนตุลาคม ๒๕๖๕ ถึงเดือนมีนาคม ๒๕๖๖)\n")),
        ("period-mismatch", Fixture.report(after: "\nรายงานการใช้จ่าย รอบ 12 เดือน : ต.ค. 2565 - มี.ค. 2566\n")),
        (
            "period-mismatch",
            Fixture.report(after: "\nแผนประจำปีงบประมาณ พ.ศ. ๒๕๖๖ รอบ ๖ เดือน (ตุลาคม ๒๕๖๖ - มีนาคม ๒๕๖๗)\n")
        ),
        ("year-mismatch", Fixture.report(after: "\n\(title) ประจำปีงบประมาณ พ.ศ. ๒๕๖๕\n")),
        ("year-mismatch", Fixture.report(after: "\n\(title)\nประจำปีงบประมาณ พ.ศ. ๒๕๖๕\n")),
        ("year-mismatch", demands(["๒๕๖๖", "๒๕๖๖", "๒๕๖๕", "๒๕๖๖"])),
        ("year-mismatch", Fixture.report(Fixture.third(Fixture.row("3", time: "ธันวาคม ๒๕๖๔")))),
        (
            "deadline-passed",
            Fixture.report(Fixture.third(Fixture.row("3", time: "ภายในเดือนมกราคม ๒๕๖๖", status: "อยู่ระหว่างดำเนินการ")))
        ),
        ("deadline-passed", Fixture.report(Fixture.third(Fixture.row("3", status: "ยังไม่ได้ดำเนินการ", result: "-")))),
        (
            "status-before-deadline",
            Fixture.report(Fixture.third(Fixture.row("3", time: "เมษายน ๒๕๖๖ และ มิถุนายน ๒๕๖๖")))
        ),
        ("status-before-deadline", Fixture.report(Fixture.third(Fixture.row("3", time: "ตลอดปีงบประมาณ พ.ศ. ๒๕๖๖")))),
        ("time-order", Fixture.report(after: "\nประชุมคณะทำงาน เวลา ๑๓.๓๐ - ๐๙.๐๐ น.\n")),
        ("time-order", Fixture.report(after: "\nเริ่มประชุมเวลา ๑๓.๓๐ น.\n\nมติที่ประชุม รับทราบ\n\nปิดประชุมเวลา ๑๑.๐๐ น.\n")),
    ]

    static let innocent: [(String, String)] = [
        ("period-mismatch", Fixture.report(after: "\nรอบ ๖ เดือนหลัง (เมษายน - กันยายน ๒๕๖๖)\n")),
        ("period-mismatch", Fixture.report(after: "\nรอบ ๖ เดือน (ภายในเดือนเมษายน ๒๕๖๖)\n")),
        ("period-mismatch", Fixture.report(after: "\nใช้เวลา ๓ เดือน ตั้งแต่ ตุลาคม ๒๕๖๕ - มีนาคม ๒๕๖๖\n")),
        (
            "period-mismatch",
            Fixture.report(after: "\nแผนประจำปีงบประมาณ พ.ศ. ๒๕๖๗ รอบ ๖ เดือน (ตุลาคม ๒๕๖๖ - มีนาคม ๒๕๖๗)\n")
        ),
        ("year-mismatch", Fixture.report(after: "\n\(title) ประจำปีงบประมาณ พ.ศ. ๒๕๖๖\n")),
        ("year-mismatch", Fixture.report(after: "\nจากผลการประเมินในปีงบประมาณ พ.ศ. ๒๕๖๕ จึงกำหนดมาตรการ\n")),
        ("year-mismatch", demands(["๒๕๖๖", "๒๕๖๕", "๒๕๖๕", "๒๕๖๖"])),
        (
            "year-mismatch",
            Fixture.report((1...6).map { Fixture.row("\($0)", time: $0 % 2 == 0 ? "สิงหาคม ๒๕๖๕" : "ธันวาคม ๒๕๖๕") })
        ),
        ("deadline-passed", Fixture.report()),
        // Due on the last day of the period, or later.
        (
            "deadline-passed",
            Fixture.report(Fixture.third(Fixture.row("3", time: "ตุลาคม ๒๕๖๕ - มีนาคม ๒๕๖๖", status: "อยู่ระหว่างดำเนินการ")))
        ),
        (
            "deadline-passed",
            Fixture.report(Fixture.third(Fixture.row("3", time: "สิงหาคม ๒๕๖๖", status: "ยังไม่ได้ดำเนินการ", result: "-")))
        ),
        // Nobody knows when in the year it was written.
        (
            "deadline-passed",
            Fixture.report(
                Fixture.third(Fixture.row("3", status: "อยู่ระหว่างดำเนินการ")), cover: cover("ประจำปีงบประมาณ พ.ศ. ๒๕๖๖"))
        ),
        // Done early.
        ("status-before-deadline", Fixture.report(Fixture.third(Fixture.row("3", time: "มกราคม - เมษายน ๒๕๖๖")))),
        (
            "status-before-deadline",
            Fixture.report(
                Fixture.third(Fixture.row("3", time: "ตลอดปีงบประมาณ พ.ศ. ๒๕๖๖")),
                cover: cover("ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ รอบ ๑๒ เดือน (ตุลาคม ๒๕๖๕ - กันยายน ๒๕๖๖)"))
        ),
        (
            "status-before-deadline",
            Fixture.report(Fixture.third(Fixture.row("3", time: "ตลอดปีงบประมาณ พ.ศ. ๒๕๖๖", status: "อยู่ระหว่างดำเนินการ")))
        ),
        ("time-order", Fixture.report(after: "\nประชุมคณะทำงาน เวลา ๐๙.๐๐ - ๑๒.๐๐ น. และ เวลา ๑๓.๐๐ น.\n")),
        ("time-order", Fixture.report(after: "\nระยะเวลา ๓๐ วัน เวลา ๑๓.๐๐ น. และเวลา ๐๙.๐๐ น. ของวันถัดไป\n")),
        // The second meeting begins on another day.
        (
            "time-order",
            Fixture.report(
                after: "\nเริ่มประชุมเวลา ๑๓.๓๐ น.\nปิดประชุมเวลา ๑๖.๐๐ น.\n\nเริ่มประชุมเวลา ๐๙.๓๐ น.\nปิดประชุมเวลา ๑๑.๐๐ น.\n")
        ),
    ]

    @Test("a rule finds what it is for, with its place", arguments: slips)
    func fires(rule: String, text: String) throws {
        try AuditFixture.expectOneFinding(of: rule, in: text)
    }

    @Test("a rule leaves alone what is right", arguments: innocent)
    func rests(rule: String, text: String) throws {
        #expect(try AuditFixture.findings(text, of: rule).isEmpty)
    }

    @Test("nothing is wrong with the report that the others are made of")
    func clean() throws {
        #expect(try AuditFixture.findings(AuditFixture.report()).isEmpty)
    }

    @Test("messages name the figures")
    func messages() throws {
        let period = try AuditFixture.findings(Self.slips[0].1, of: "period-mismatch")
        #expect(period.first?.english == "7 months are named, 2022-10-01 to 2023-03-31 are 6")
        let late = try AuditFixture.findings(Self.slips[7].1, of: "deadline-passed")
        #expect(late.first?.english.contains("2023-01-31") == true)
        #expect(late.first?.field == "status")
    }

    @Test("measures that run all year and are done at half year make one finding, which counts them")
    func allYear() throws {
        let rows = (1...6).map { AuditFixture.row("\($0)", time: $0 > 3 ? "ตลอดปีงบประมาณ พ.ศ. ๒๕๖๖" : "ธันวาคม ๒๕๖๕") }
        let found = try AuditFixture.findings(AuditFixture.report(rows), of: "status-before-deadline")
        #expect(found.map(\.measure) == [3])
        #expect(found.first?.english.hasSuffix("so do 2 more") == true)
    }
}
