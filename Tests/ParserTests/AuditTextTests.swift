import ReportParser
import Testing

/// The rules about results, texts, units, places and rows of sums.
@Suite("Audit: texts, units and places")
struct AuditTextTests {
    private typealias Fixture = AuditFixture

    private static let same = "ประชุมชี้แจงแนวทางแก่บุคลากรทุกส่วนราชการ และเผยแพร่ประกาศบนเว็บไซต์ของเทศบาลเรียบร้อยแล้ว"

    private static func budget(_ rows: String) -> String {
        Fixture.report(
            after: "\nรายงานการใช้จ่ายงบประมาณ\nที่\tรายการ\tงบประมาณ (บาท)\tเบิกจ่าย (บาท)\tคงเหลือ (บาท)\n" + rows + "\n")
    }

    private static let lines =
        "1\tค่าวัสดุสำนักงาน\t100,000.00\t40,000.00\t60,000.00\n2\tค่าจ้างเหมา\t50,000.00\t10,000.00\t40,000.00\n"

    private static func titles(_ one: String, _ other: String) -> String {
        Fixture.report(
            Fixture.clean[..<2] + [Fixture.row("3", title: one), Fixture.row("4", title: other)] + Fixture.clean[4...])
    }

    static let slips: [(String, String)] = [
        ("missing-result", Fixture.report(Fixture.third(Fixture.row("3", result: "")))),
        ("truncated-text", Fixture.report(Fixture.third(Fixture.row("3", result: "จัดทำคู่มือและเผยแพร่ผ่านเว็")))),
        ("truncated-text", Fixture.report(Fixture.third(Fixture.row("3", result: "จัดทำคู่มือแล้วเสร็จ และ")))),
        ("truncated-text", Fixture.report(Fixture.third(Fixture.row("3", result: "จัดทำคู่มือแล้วแต่งตั้")))),
        ("unknown-unit", Fixture.report(Fixture.third(Fixture.row("3", unit: "กองคลง")))),
        (
            "title-inconsistent",
            titles("สร้างมาตรฐานคู่มือการยืมทรัพย์สินของทางราชการ", "สร้างมาตรฐานคู่มือการยื่นทรัพย์สินของทางราชการ")
        ),
        ("copied-text", Fixture.report((1...6).map { Fixture.row("\($0)", result: $0 > 3 ? same : nil) })),
        ("place-inconsistent", Fixture.report(after: "\nเทศบาลตำบลหนองไผ่งาม อำเภอเถิน จังหวัดลำพูน\n")),
        ("place-inconsistent", Fixture.report(after: "\nเทศบาลตำบลหนองไผ่งาม อำเภอแม่ทะ จังหวัดลำปาง\n")),
        ("place-mismatch", Fixture.report(after: "\nประชุม ณ ตำบลบ้านแลง อำเภอเถิน จังหวัดลำปาง\n")),
        (
            "duplicate-total-row",
            budget(lines + "\tรวม\t150,000.00\t50,000.00\t100,000.00\n\tรวม\t150,000.00\t50,000.00\t100,000.00\n")
        ),
    ]

    static let innocent: [(String, String)] = [
        // Not done yet; no column of results at all.
        ("missing-result", Fixture.report(Fixture.third(Fixture.row("3", status: "ยังไม่ได้ดำเนินการ", result: "")))),
        ("missing-result", Fixture.report((1...6).map { Fixture.row("\($0)", result: "") })),
        ("missing-result", Fixture.report((1...6).map { Fixture.row("\($0)", result: $0 > 4 ? "" : nil) })),
        ("truncated-text", Fixture.report(Fixture.third(Fixture.row("3", result: "เผยแพร่ผ่านเว็บไซต์ และ Facebook")))),
        ("truncated-text", Fixture.report(Fixture.third(Fixture.row("3", result: "จะช้าหรือเร็วก็")))),
        ("truncated-text", Fixture.report(Fixture.third(Fixture.row("3", steps: "๑. จัดทำคู่มือ และ ๒. แจ้งเวียน")))),
        ("unknown-unit", Fixture.report(Fixture.third(Fixture.row("3", unit: "กองช่าง")))),
        ("unknown-unit", Fixture.report((1...6).map { Fixture.row("\($0)", unit: "กองการศึกษา \($0)") })),
        (
            "title-inconsistent",
            titles("ประชุมคณะกรรมการขับเคลื่อนจริยธรรม ครั้งที่ ๑ ของปี", "ประชุมคณะกรรมการขับเคลื่อนจริยธรรม ครั้งที่ ๒ ของปี")
        ),
        (
            "title-inconsistent",
            titles("ยกระดับผลการประเมินแบบวัด IIT ของหน่วยงาน", "ยกระดับผลการประเมินแบบวัด EIT ของหน่วยงาน")
        ),
        (
            "title-inconsistent",
            titles("ปรับปรุงคู่มือสำหรับบุคลากรภายในหน่วยงานให้ทันสมัย", "ปรับปรุงคู่มือสำหรับบุคลากรภายนอกหน่วยงานให้ทันสมัย")
        ),
        ("copied-text", Fixture.report((1...6).map { Fixture.row("\($0)", result: $0 > 4 ? same : nil) })),
        ("copied-text", Fixture.report((1...6).map { Fixture.row("\($0)", result: "ดำเนินการครบถ้วนแล้ว") })),
        (
            "copied-text",
            Fixture.report(
                (1...6).map { Fixture.row("\($0)", result: "อยู่ระหว่างดำเนินการ เนื่องจากต้องรอข้อมูลจากหน่วยงานที่เกี่ยวข้อง") })
        ),
        ("place-inconsistent", Fixture.report(after: "\nเทศบาลตำบลหนองไผ่งาม อำเภอเถิน จังหวัดลำปาง\n")),
        ("place-inconsistent", Fixture.report(after: "\nศึกษาดูงาน ณ เทศบาลตำบลบ้านธิ อำเภอบ้านธิ จังหวัดลำพูน\n")),
        ("place-mismatch", Fixture.report(after: "\nประชุม ณ ตำบลบ้านแลง อำเภอเมือง จังหวัดลำปาง\n")),
        ("place-mismatch", Fixture.report(after: "\nประชุม ณ ตำบลหนองตัวอย่าง อำเภอเถิน จังหวัดลำปาง\n")),
        ("place-mismatch", Fixture.report(after: "\nเทศบาลตำบลบ้านแลง อำเภอเถิน จังหวัดลำปาง\n")),
        (
            "duplicate-total-row",
            budget(lines + "\tรวม\t150,000.00\t50,000.00\t100,000.00\n\tรวมทั้งสิ้น\t150,000.00\t50,000.00\t100,000.00\n")
        ),
        (
            "duplicate-total-row",
            budget(lines + "\tรวม\t150,000.00\t50,000.00\t100,000.00\n\tรวม\t150,000.00\t60,000.00\t90,000.00\n")
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

    @Test("the place of a text that breaks off is its last word")
    func lastWord() throws {
        let text = Self.slips[1].1
        let found = try #require(try AuditFixture.findings(text, of: "truncated-text").first)
        let span = try #require(found.span)
        #expect(String(decoding: Array(text.utf8)[span.range], as: UTF8.self).hasSuffix("ผ่านเว็"))
        #expect(found.measure == 2)
    }

    @Test("titles that stand in turn make one finding, with the part that differs")
    func titlesInTurn() throws {
        let (one, other) = ("สร้างมาตรฐานคู่มือการยืมทรัพย์สินของทางราชการ", "สร้างมาตรฐานคู่มือการยื่นทรัพย์สินของทางราชการ")
        let rows = (1...6).map { Fixture.row("\($0)", title: $0 % 2 == 0 ? one : other) }
        let found = try AuditFixture.findings(Fixture.report(rows), of: "title-inconsistent")
        #expect(found.map(\.measure) == [1])
        #expect(found.first?.english.contains("ยืม") == true)
    }

    @Test("all other places of a body make one finding, which names them")
    func places() throws {
        let text = Fixture.report(
            after: "\nเทศบาลตำบลหนองไผ่งาม อำเภอเถิน จังหวัดลำพูน\n\nเทศบาลตำบลหนองไผ่งาม อำเภอแม่ทะ จังหวัดลำปาง\n")
        let found = try AuditFixture.findings(text, of: "place-inconsistent")
        #expect(found.count == 1)
        #expect(found.first?.thai.contains("ลำพูน") == true)
        #expect(found.first?.thai.contains("แม่ทะ") == true)
    }
}
