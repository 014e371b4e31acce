import ReportOutput
import ReportParser
import Testing

/// Each rule of the audit on a report in which it finds something, and on one in which it must not.
@Suite("Audit")
struct AuditTests {
    private static let head = """
        รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน
        เทศบาลตำบลหนองไผ่งาม อำเภอเถิน จังหวัดลำปาง
        ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ รอบ ๖ เดือน (๑ ตุลาคม ๒๕๖๕ - ๓๑ มีนาคม ๒๕๖๖)

        """
    private static let columns =
        "ที่\tมาตรการ\tขั้นตอนการดำเนินการ\tผู้รับผิดชอบ\tระยะเวลาดำเนินการ\tงบประมาณ (บาท)\tเบิกจ่าย (บาท)\tคงเหลือ (บาท)\tสถานะ\tผลการดำเนินการ\n"

    /// A row of the table; what is not named is as it should be.
    private static func row(
        _ number: String, title: String? = nil, unit: String = "กองคลัง", time: String = "ธันวาคม ๒๕๖๕",
        money: String = "10,000\t4,000\t6,000", status: String = "ดำเนินการแล้วเสร็จ", result: String = "ประชุมชี้แจงบุคลากรแล้ว"
    ) -> String {
        let title = title ?? "มาตรการใช้ทรัพย์สินของราชการข้อ \(number)"
        return "\(number)\t\(title)\tจัดทำคู่มือและแจ้งเวียน\t\(unit)\t\(time)\t\(money)\t\(status)\t\(result)\n"
    }

    private static func report(_ rows: [String], intro: String = "", after: String = "") -> String {
        head + intro + columns + rows.joined() + after
    }

    private static let clean = (1...5).map { row("\($0)") }

    /// The clean rows with the third one replaced.
    private static func third(_ row: String) -> [String] { clean[..<2] + [row] + clean[3...] }

    private static func findings(_ text: String) throws -> [Finding] {
        let bytes = Array(text.utf8)
        let source = ReportSource(name: "a.txt", sha256: String(repeating: "0", count: 64), bytes: bytes.count)
        return try ReportParser.parse(bytes, source: source).findings
    }

    static let slips: [(String, String)] = [
        ("numbering-gap", report([clean[0], clean[1], clean[2], row("5"), row("6")])),
        ("duplicate-number", report([clean[0], clean[1], row("2"), row("3"), row("4")])),
        ("declared-count-mismatch", report(clean, intro: "เทศบาลกำหนดมาตรการจำนวน ๖ มาตรการ ดังนี้\n\n")),
        ("impossible-date", report(third(row("3", result: "ประชุมเมื่อวันที่ ๓๑ พฤศจิกายน ๒๕๖๕")))),
        ("weekday-mismatch", report(third(row("3", result: "ประชุมเมื่อวันพุธที่ ๑๒ มกราคม ๒๕๖๖")))),
        ("date-outside-period", report(third(row("3", result: "ประชุมเมื่อวันที่ ๑๗ เมษายน ๒๕๖๖")))),
        ("sum-mismatch", report(third(row("3", money: "10,000\t4,000\t7,000")))),
        ("sum-mismatch", report(clean, after: "\tรวม\t\t\t\t60,000\t20,000\t30,000\t\t\n")),
        ("over-budget", report(third(row("3", money: "10,000\t14,000\t-4,000")))),
        (
            "percentage-mismatch",
            report(third(row("3", result: "ตอบแบบสำรวจ ๓๘ คน จาก ๔๐ คน คิดเป็นร้อยละ ๙๐")))
        ),
        ("missing-responsible", report(third(row("3", unit: "-")))),
        ("missing-timeframe", report(third(row("3", time: "-")))),
        ("missing-status", report(third(row("3", status: "-")))),
        (
            "agency-name-inconsistent",
            report(clean, after: "\nรับรองว่าถูกต้อง\n\nเทศบาลตำบลหนองไผ่ขาม\n")
        ),
        ("agency-name-inconsistent", report(clean, after: "\n**เทศบาลตำบลหนองไล่แคม**\n")),
        (
            "place-mismatch",
            report(clean, after: "\nประชุม ณ ที่ว่าการอำเภอเมือง\nตั้งอยู่ที่อำเภอเถิน จังหวัดลำพูน\n")
        ),
        ("code-title-mismatch", report(third(row("3", title: "o34 แผนปฏิบัติการป้องกันการทุจริต")))),
        ("repeated-word", report(third(row("3", result: "แจ้งทุก หน่วยงาน หน่วยงาน รับทราบแล้ว")))),
        ("malformed-number", report(clean, after: "\nตัวชี้วัดย่อยที่ ๑๐.มาตรการส่งเสริมคุณธรรม\n")),
    ]

    static let innocent: [(String, String)] = [
        // Two lists, and levels of their own.
        ("numbering-gap", report(["1.1", "1.2", "2.1", "2.2", "2.3"].map { row($0) })),
        ("duplicate-number", report(["1.1", "1.2", "2.1", "2.2", "2.3"].map { row($0) })),
        ("declared-count-mismatch", report(clean, intro: "มีผู้เข้าประชุมจำนวน ๖ คน และกำหนดมาตรการจำนวน ๕ มาตรการ\n\n")),
        ("impossible-date", report(third(row("3", result: "ประชุมเมื่อวันที่ ๓๐ พฤศจิกายน ๒๕๖๕")))),
        ("weekday-mismatch", report(third(row("3", result: "ประชุมเมื่อวันพฤหัสบดีที่ ๑๒ มกราคม ๒๕๖๖")))),
        ("date-outside-period", report(third(row("3", time: "ตลอดปีงบประมาณ ๒๕๖๖")))),
        ("sum-mismatch", report(clean, after: "\tรวม\t\t\t\t50,000\t20,000\t30,000\t\t\n")),
        ("over-budget", report(third(row("3", money: "10,000\t10,000\t0")))),
        (
            "percentage-mismatch",
            report(third(row("3", result: "ตอบแบบสำรวจ ๓๘ คน จาก ๔๑ คน คิดเป็นร้อยละ ๙๓")))
        ),
        ("missing-responsible", report(clean.indices.map { row("\($0 + 1)", unit: "") })),
        ("missing-timeframe", report(clean.indices.map { row("\($0 + 1)", time: "") })),
        ("missing-status", report(third(row("3", status: "", result: "อยู่ระหว่างดำเนินการ ประชุมครั้งแรกแล้ว")))),
        ("agency-name-inconsistent", report(clean, after: "\nศึกษาดูงานที่เทศบาลตำบลหนองไล่แคม\n")),
        ("agency-name-inconsistent", report(clean, after: "\nศึกษาดูงานที่เทศบาลตำบลบ้านแหลมทราย\n")),
        ("place-mismatch", report(clean, after: "\nอำเภอเถิน จังหวัดลำปาง\n")),
        ("code-title-mismatch", report(third(row("3", title: "o39 แผนปฏิบัติการป้องกันการทุจริต")))),
        ("repeated-word", report(third(row("3", result: "แจ้งทุกหน่วยงาน หน่วยงานรับทราบแล้ว")))),
        ("malformed-number", report(clean, after: "\nตัวชี้วัดย่อยที่ ๑๐.๒ มาตรการส่งเสริมคุณธรรม\n")),
    ]

    @Test("a rule finds what it is for, with its place", arguments: slips)
    func fires(rule: String, text: String) throws {
        let found = try Self.findings(text).filter { $0.rule == rule }
        #expect(found.count >= 1)
        #expect(found.allSatisfy { $0.span != nil && !$0.thai.isEmpty && !$0.english.isEmpty })
        #expect(ReportParser.rules.contains { $0.id == rule })
    }

    @Test("a rule leaves alone what is right", arguments: innocent)
    func rests(rule: String, text: String) throws {
        #expect(try Self.findings(text).filter { $0.rule == rule }.isEmpty)
    }

    @Test("no rule finds anything in a report without a slip")
    func rests() throws {
        #expect(try Self.findings(Self.report(Self.clean)).isEmpty)
    }

    @Test("the result that is word for word the steps")
    func copied() throws {
        let words = "จัดทำคู่มือการใช้ทรัพย์สินของราชการ และแจ้งเวียนให้บุคลากรทุกคนของหน่วยงานทราบโดยทั่วกัน"
        let row = "3\tมาตรการใช้ทรัพย์สิน\t\(words)\tกองคลัง\tธันวาคม ๒๕๖๕\t1,000\t400\t600\tดำเนินการแล้วเสร็จ\t\(words)\n"
        #expect(try Self.findings(Self.report(Self.third(row))).map(\.rule) == ["copied-text"])
    }

    @Test("the one figure that mends both a row and its column is named")
    func mending() throws {
        let table = """

            รายงานการใช้จ่ายงบประมาณ
            ที่\tรายการ\tงบประมาณ (บาท)\tเบิกจ่าย (บาท)\tคงเหลือ (บาท)
            1\tค่าวัสดุสำนักงาน\t100,000.00\t40,000.00\t60,000.00
            2\tค่าจ้างเหมาบริการ\t150,000.00\t62,500.00\t107,500.00
            3\tค่าซ่อมแซม\t20,000.00\t5,000.00\t15,000.00
            \tรวม\t270,000.00\t87,500.00\t182,500.00

            """
        let found = try Self.findings(Self.report(Self.clean, after: table)).filter { $0.rule == "sum-mismatch" }
        #expect(found.contains { $0.english.contains("42,500 in place of 62,500") })
    }

    @Test("ids are unique, in kebab case, and described in both languages")
    func descriptions() {
        let rules = ReportParser.rules
        #expect(Set(rules.map(\.id)).count == rules.count)
        #expect(rules.allSatisfy { $0.id.wholeMatch(of: #/[a-z]+(-[a-z]+)*/#) != nil })
        #expect(rules.allSatisfy { !$0.thai.isEmpty && !$0.english.isEmpty })
    }

    @Test("the schema names every rule")
    func schema() {
        #expect(ReportParser.rules.allSatisfy { ReportSchema.json.contains("\"\($0.id)\"") })
    }

    @Test("the cost of all rules is in proportion to the report")
    func cost() throws {
        func time(_ count: Int) throws -> Duration {
            let text = Self.report((1...count).map { Self.row("\($0)", unit: $0 % 7 == 0 ? "-" : "กองคลัง") })
            var found = 0
            let duration = try ContinuousClock().measure { found = try Self.findings(text).count }
            #expect(found >= count / 7)
            return duration
        }
        _ = try time(50)
        let small = try time(200)
        // Eight times the rows: quadratic work would take 64 times as long.
        #expect(try time(1600) < small * 32)
    }
}
