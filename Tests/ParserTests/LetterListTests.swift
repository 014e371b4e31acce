import ReportParser
import Testing
import ThaiText

/// What letters and numerals count: steps within a cell, sections above records.
@Suite("Lists and sections of letters")
struct LetterListTests {
    private static let head = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม\nปีงบประมาณ พ.ศ. ๒๕๖๖\n\n"

    /// The numbers of the steps that a cell holds, `>` before those of an inner list, `-` where a step has none.
    private func numbers(_ cell: String) throws -> [String] {
        let table = "ที่\tมาตรการ\tขั้นตอน\tผู้รับผิดชอบ\tสถานะ\n๑\tจัดทำคู่มือ\t\(cell)\tกองคลัง\tแล้วเสร็จ\n"
        let report = try parse(Self.head + table)
        let measure = try #require(report.measures.first)
        expectCovered(report, cell)
        return report.steps[measure.steps.range].map { step in
            String(repeating: ">", count: Int(step.depth)) + (step.number ?? "-")
        }
    }

    @Test(
        "letters and numerals part steps as numbers do",
        arguments: [
            ("(ก) จัดทำคู่มือ (ข) ปิดประกาศ (ค) รายงานผล", ["ก", "ข", "ค"]),
            ("ก. จัดทำคู่มือ ข. ปิดประกาศ", ["ก", "ข"]),
            ("ก) จัดทำคู่มือ ข) ปิดประกาศ", ["ก", "ข"]),
            ("ค้นหา ก. พื้นที่เสี่ยง", ["-"]),
            ("A. จัดทำคู่มือ B. ปิดประกาศ", ["a", "b"]),
            ("(a) จัดทำคู่มือ (b) ปิดประกาศ", ["a", "b"]),
            ("i. จัดทำคู่มือ ii. ปิดประกาศ iii. รายงานผล", ["i", "ii", "iii"]),
            ("๑. จัดทำ ก. คู่มือ ข. แผ่นพับ ๒. ปิดประกาศ", ["1", ">ก", ">ข", "2"]),
            ("ก. จัดทำ ๑) คู่มือ ๒) แผ่นพับ ข. ปิดประกาศ ๑) ที่ทำการ ๒) ตลาด", ["ก", ">1", ">2", "ข", ">1", ">2"]),
            ("(ก) สุ่มตรวจร้อยละ ๑๐ (ข) รายงานผล", ["ก", "ข"]),
        ])
    func steps(cell: String, expected: [String]) throws {
        #expect(try numbers(cell) == expected)
    }

    @Test(
        "abbreviations, references and spans are words",
        arguments: [
            "ปฏิบัติตามมาตรา ๗ (ก) และ (ข) ของระเบียบ", "ประชุม ก.พ. ๖๖ และ ก.ย. ๖๖", "หารือ ก.ตร. และ ข.ส.ม.ก.",
            "เผยแพร่รายงานผลการดำเนินงานของทุกกอง (ไตรมาส ๑ – ไตรมาส ๒) ทางเว็บไซต์",
        ])
    func words(cell: String) throws {
        #expect(try numbers(cell) == ["-"])
    }

    @Test(
        "headings that letters or numerals count are sections, with a word for it or without",
        arguments: [
            ["I. ด้านการเปิดเผยข้อมูล", "II. ด้านการจัดซื้อจัดจ้าง"], ["ก. การเปิดเผยข้อมูล", "ข. การจัดซื้อจัดจ้าง"],
            ["A) การเปิดเผยข้อมูล", "B) การจัดซื้อจัดจ้าง"], ["หมวด ก ด้านการเปิดเผยข้อมูล", "หมวด ข ด้านการจัดซื้อจัดจ้าง"],
        ])
    func sections(headings: [String]) throws {
        var text = Self.head
        for (index, heading) in headings.enumerated() {
            text += "\(heading)\n\nข้อ \(index + 1) มาตรการที่กำหนดขึ้น\n   วิธีปฏิบัติ\n      (ก) จัดทำ\n      (ข) เผยแพร่\n"
            text += "   ผู้รับผิดชอบ กองคลัง\n   ผลการปฏิบัติ ดำเนินการครบทุกเดือน\n\n"
        }
        let report = try parse(text)
        #expect(report.measures.map { report.sections[$0.section].last.map(report.string) } == headings)
        #expect(report.measures.map(\.steps.count) == [2, 2])
        expectCovered(report, "sections")
    }

    @Test(
        "signatures right below a field are none of its value",
        arguments: [
            "(นางสาวสมหญิง ใจดี)\nผู้อำนวยการกองคลัง", "นายสมชาย ใจดี\nปลัดเทศบาล", "ตรวจแล้วถูกต้อง\nพันตำรวจเอก สมชาย ใจดี",
            "ผู้ตรวจสอบ นายสมชาย ใจดี", "ลงชื่อ ............ ผู้รายงาน",
        ])
    func signatures(lines: String) throws {
        let report = try parse(
            Self.head + "มาตรการที่ ๑ จัดทำคู่มือ\nผู้รับผิดชอบ : กองคลัง\nผลการดำเนินการ : จัดทำแล้ว ๒ เล่ม\n\(lines)\n")
        let measure = try #require(report.measures.first)
        #expect(measure.result.map(report.string) == "จัดทำแล้ว ๒ เล่ม")
        expectCovered(report, lines)
    }
}
