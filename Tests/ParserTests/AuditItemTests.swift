import ReportParser
import Testing

/// The rules about items of the disclosure list, references to them, and headings.
@Suite("Audit: items and headings")
struct AuditItemTests {
    private static let cover = AuditFixture.cover

    /// The titles of the first items of the list of 2566.
    private static let titles = [
        "โครงสร้าง", "ข้อมูลผู้บริหาร", "อำนาจหน้าที่", "แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน", "ข้อมูลการติดต่อ", "กฎหมายที่เกี่ยวข้อง",
        "ข่าวประชาสัมพันธ์", "Q&A", "Social Network", "นโยบายคุ้มครองข้อมูลส่วนบุคคล", "แผนดำเนินงานและการใช้จ่ายงบประมาณประจำปี",
        "รายงานการกำกับติดตามการดำเนินงานและการใช้จ่ายงบประมาณประจำปี รอบ 6 เดือน",
    ]

    /// A table of items: the number of each, and what it demands.
    private static func items(_ rows: [(number: Int, title: String, demand: String)]) -> String {
        cover + "ข้อ\tข้อมูล\tองค์ประกอบด้านข้อมูล\tผู้รับผิดชอบ\tผลการดำเนินการ\n"
            + rows.map { "o\($0.number)\t\($0.title)\t\($0.demand)\tสำนักปลัด\tแสดงข้อมูล o\($0.number) บนเว็บไซต์แล้ว\n" }
            .joined()
    }

    private static func list(_ numbers: [Int]) -> String {
        items(numbers.map { ($0, titles[($0 - 1) % titles.count], "-แสดงข้อมูล") })
    }

    private static func references(_ reference: String) -> String {
        items([
            (34, "การประเมินความเสี่ยงการทุจริตและประพฤติมิชอบประจำปี", "-แสดงผลการประเมิน"),
            (35, "การดำเนินการเพื่อจัดการความเสี่ยงการทุจริต", "-แสดงการดำเนินการ"),
            (36, "แผนปฏิบัติการป้องกันการทุจริต", "-แสดงแผน"),
            (37, "รายงานการกำกับติดตามการดำเนินการป้องกันการทุจริตประจำปี รอบ ๖ เดือน", reference),
        ])
    }

    private static func indicators(_ heading: String, _ names: [String]) -> String {
        cover + heading + "\n\nตัวชี้วัด\tแนวทาง\tผู้รับผิดชอบ\tระยะเวลา\tผลการดำเนินการ\n"
            + names.enumerated().map {
                "\($1)\tปรับปรุงงานด้านที่ \($0 + 1)\tสำนักปลัด\tต.ค.๖๕ - มี.ค.๖๖\tปรับปรุงแล้ว \($0 + 1) เรื่อง\n"
            }
            .joined()
    }

    static let slips: [(String, String)] = [
        ("duplicate-code", list([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]).replacing("o8\tQ&A", with: "o7\tQ&A")),
        ("missing-item", list([1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12])),
        ("cross-reference-mismatch", references("-แสดงความก้าวหน้าตามแผนปฏิบัติการป้องกันการทุจริตตามข้อ ๐๓๔")),
        (
            "heading-mismatch",
            indicators("ประเด็นการประเมิน IIT", ["ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน", "ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร"])
        ),
        (
            "heading-mismatch",
            indicators(
                "ประเด็นการประเมิน",
                [
                    "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", "ตัวชี้วัดที่ ๓ การใช้อำนาจ", "ตัวชี้วัดที่ ๔ การใช้งบประมาณ",
                    "ตัวชี้วัดที่ ๕ การแก้ไขปัญหาการทุจริต",
                ])
        ),
    ]

    static let innocent: [(String, String)] = [
        ("duplicate-code", list(Array(1...12))),
        // Two measures for one item, in a report that picks items.
        ("duplicate-code", items([(11, "จัดทำแผน", "-"), (11, "เผยแพร่แผน", "-"), (20, "รายงานผล", "-")])),
        ("missing-item", list(Array(1...12))),
        ("missing-item", list([1, 2, 5, 6, 9, 11, 12, 18, 20, 24, 27, 30])),
        ("missing-item", list([11, 12, 14])),
        ("cross-reference-mismatch", references("-แสดงความก้าวหน้าตามแผนปฏิบัติการป้องกันการทุจริตตามข้อ ๐๓๖")),
        ("cross-reference-mismatch", references("-เป็นไปตามมาตรการเพื่อบริหารจัดการความเสี่ยงตามข้อ ๐๓๔")),
        // An item that is not in the report and in no list.
        ("cross-reference-mismatch", references("-ตามแผนปฏิบัติการป้องกันการทุจริตตามข้อ ๐๙๙")),
        (
            "heading-mismatch",
            indicators("ประเด็นการประเมิน EIT", ["ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน", "ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร"])
        ),
        // One heading over both, and a report that counts on its own.
        (
            "heading-mismatch",
            indicators("ประเด็นการประเมิน IIT", ["ตัวชี้วัดที่ ๕ การแก้ไขปัญหาการทุจริต", "ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน"])
        ),
        (
            "heading-mismatch",
            indicators("ประเด็นการประเมิน IIT และ EIT", ["ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน", "ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร"])
        ),
        (
            "heading-mismatch",
            indicators(
                "ประเด็นการประเมิน EIT",
                [
                    "ตัวชี้วัดที่ ๑ คุณภาพการดำเนินงาน", "ตัวชี้วัดที่ ๒ ประสิทธิภาพการสื่อสาร", "ตัวชี้วัดที่ ๓ การปรับปรุงระบบการทำงาน",
                ])
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

    @Test("items that miss one behind the other make one finding")
    func run() throws {
        let found = try AuditFixture.findings(
            Self.list([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16, 17, 18, 19, 20, 21, 22]), of: "missing-item")
        #expect(found.map(\.english) == ["o13-o14 is missing from the list"])
    }

    @Test("the end of the list is missed only where the lists of both years have it")
    func end() throws {
        let whole = Array(1...43)
        #expect(try AuditFixture.findings(Self.list(whole), of: "missing-item").isEmpty)
        let found = try AuditFixture.findings(Self.list(whole.dropLast()), of: "missing-item")
        #expect(found.map(\.english).map { $0.contains("o43") } == [true])
        // 2567 has 35 items, 2566 had 43: a report of 2567 may end with either.
        let cover = Self.cover.replacing("๒๕๖๖", with: "๒๕๖๗").replacing("๒๕๖๕", with: "๒๕๖๖")
        let later = Self.list(Array(1...35)).replacing(Self.cover, with: cover)
        #expect(try AuditFixture.findings(later, of: "missing-item").isEmpty)
    }

    @Test("the finding of a reference names both items")
    func message() throws {
        let found = try AuditFixture.findings(Self.slips[2].1, of: "cross-reference-mismatch")
        #expect(found.first?.english == "o34 is referred to, what is named is o36")
        #expect(found.first?.field == "requirement")
    }
}
