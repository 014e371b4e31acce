import ReportParser
import Testing
import ThaiText

/// Rows of tables that the end of a page cuts, where no number tells it.
@Suite("Rows cut by the end of a page")
struct PageCutTests {
    private static let head = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม\nปีงบประมาณ พ.ศ. ๒๕๖๖\n\n"
    private static let header = ["มาตรการ", "ขั้นตอน/วิธีการปฏิบัติ", "ผู้รับผิดชอบ", "กำหนดแล้วเสร็จ", "ผลการดำเนินงาน"]

    /// A report whose table goes on over pages.
    private func report(_ pages: [[[String]]]) throws -> Report {
        let tables = pages.map { rows in
            let rows = rows.map { row in "<tr>" + row.map { "<td>\($0)</td>" }.joined() + "</tr>" }
            return "<table>\(rows.joined())</table>\n"
        }
        let report = try parse(Self.head + tables.joined(separator: "\u{C}\n"))
        expectCovered(report, "a table over pages")
        return report
    }

    private static let whole = [
        "จัดทำคู่มือการปฏิบัติงาน", "๑. แต่งตั้งคณะทำงาน", "สำนักปลัด", "ตลอดปีงบประมาณ", "ดำเนินการแล้วเสร็จ",
    ]

    @Test("a word that a cell began above ends in the row below")
    func cutWord() throws {
        let report = try report([
            [Self.header, Self.whole, ["พัฒนาวิธีการเผยแพร่", "๑. จัดทำสื่อ", "กองคลัง", "ตลอดปี", "อยู่ระหว่า"]],
            [["ข้อมูลข่าวสาร", "ประชาสัมพันธ์", "กองช่าง", "งบประมาณ", "งดำเนินการ"]],
        ])
        #expect(report.measures.count == 2)
        #expect(report.measures.last?.status?.state == .inProgress)
        #expect(report.measures.last?.title.map(report.string) == "พัฒนาวิธีการเผยแพร่ข้อมูลข่าวสาร")
    }

    @Test("a list goes on behind the rest of its last line")
    func cutList() throws {
        let report = try report([
            [Self.header, Self.whole, ["พัฒนาวิธีการเผยแพร่", "๑. จัดทำสื่อ", "กองคลัง", "ตลอดปีงบประมาณ", "ดำเนินการแล้วเสร็จ"]],
            [["ข้อมูลข่าวสาร", "ผ่านเว็บไซต์<br>๒. ประชาสัมพันธ์", "และกองช่าง", "พ.ศ. ๒๕๖๖", "ทุกขั้นตอน"]],
        ])
        #expect(report.measures.count == 2)
    }

    @Test("a row that begins with the next number of a list may be a record of its own")
    func countedOn() throws {
        var second = Self.whole
        second[0] = "จัดทำคู่มือการยืมทรัพย์สิน"
        second[1] = "๒. การยืมของหน่วยงานภายนอก"
        let report = try report([[Self.header, Self.whole], [second]])
        #expect(report.measures.count == 2)
    }

    @Test("the heading of a section goes on at the head of the next page")
    func cutSection() throws {
        let report = try report([
            [Self.header, Self.whole, ["ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของทาง", "", "", "", ""]],
            [["ราชการ", "", "", "", ""], Self.whole],
        ])
        let sections = report.measures.map { report.sections[$0.section].map(report.string) }
        #expect(sections.last == ["ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของทางราชการ"])
    }

    @Test("a rule of dashes is no record, though a narrow column has two of them only")
    func ruleOfDashes() throws {
        let report = try report([[Self.header, Self.whole, ["---", "--", "------", "----", "---"], Self.whole]])
        #expect(report.measures.count == 2)
    }

    @Test("titles above an aligned table and heads of pages within it fill no columns and are no rows")
    func alignedPages() throws {
        func row(_ number: String, _ title: String, _ unit: String, _ time: String, _ state: String) -> String {
            [(number, 6), (title, 26), (unit, 18), (time, 24), (state, 0)]
                .map { text, width in
                    let columns = text.unicodeScalars.count { !$0.properties.isGraphemeExtend }
                    return text + String(repeating: " ", count: max(0, width - columns))
                }
                .joined()
        }
        let header = row("ที่", "มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา", "สถานะ")
        let report = try parse(
            Self.head
                + """
                              เทศบาลตำบลบ้านตาล    อำเภอคอนสวรรค์     จังหวัดชัยภูมิ

                \(header)

                \(row("๑", "จัดทำคู่มือ", "กองคลัง", "ต.ค. ๖๕ - ธ.ค. ๖๕", "แล้วเสร็จ"))
                \(row("๒", "อบรม", "กองช่าง", "ม.ค. ๖๖ - มี.ค. ๖๖", "แล้วเสร็จ"))

                                                  หน้า ๑ จาก ๒
                              มาตรการส่งเสริมคุณธรรม จังหวัดชัยภูมิ ปี ๒๕๖๖

                \(row("๓", "ประชุม", "กองช่าง", "เม.ย. ๖๖ - พ.ค. ๖๖", "แล้วเสร็จ"))
                \(row("๔", "ติดป้าย", "กองคลัง", "มิ.ย. ๖๖ - ก.ค. ๖๖", "แล้วเสร็จ"))

                """)
        #expect(report.measures.map { $0.title.map(report.string) } == ["จัดทำคู่มือ", "อบรม", "ประชุม", "ติดป้าย"])
        #expect(report.measures.last?.timeframe?.end?.description == "2023-07-31")
        expectCovered(report, "aligned pages")
    }
}
