import ReportParser
import Testing
import ThaiText

/// Cells that recognition or a narrow column broke.
@Suite("Broken cells")
struct BrokenCellTests {
    private func measures(_ rows: String) throws -> Report {
        let report = try parse(
            "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม\nปีงบประมาณ พ.ศ. ๒๕๖๖\n\n"
                + "<table><tr><td>ที่</td><td>มาตรการ</td><td>ผู้รับผิดชอบ</td><td>งบประมาณ</td></tr>" + rows
                + "</table>\n")
        expectCovered(report, "a table")
        return report
    }

    @Test("points that were commas group the digits of an amount, and the repair is told")
    func pointsForCommas() throws {
        let report = try measures(
            """
            <tr><td>๑</td><td>จัดทำคู่มือ</td><td>กองคลัง</td><td>62.500.00</td></tr>
            <tr><td>๒</td><td>อบรมบุคลากร</td><td>กองคลัง</td><td>145.000.-</td></tr>
            <tr><td>๓</td><td>ประชุม</td><td>กองคลัง</td><td>8.500</td></tr>
            <tr><td>๔</td><td>เผยแพร่</td><td>กองคลัง</td><td>1,250.50</td></tr>

            """)
        let approved = report.measures.map { measure in
            measure.budget.flatMap { report.budgets[Int($0)].approved?.description }
        }
        #expect(approved == ["62500", "145000", "8500", "1250.5"])
        let repairs = report.measures.map { report.repairs[$0.repairs.range].map(\.kind) }
        #expect(repairs == [["point-for-comma"], ["point-for-comma"], ["point-for-comma"], []])
        #expect(report.repairs[report.measures[0].repairs.range].map(\.from) == ["62.500.00"])
    }

    @Test("a line that begins with และ and a blank begins with another unit")
    func lineWithAnd() throws {
        let report = try measures(
            "<tr><td>๑</td><td>ประเมินความเสี่ยง</td><td>สำนักตรวจสอบภายใน<br>และ ฝ่ายกฎหมาย</td><td>-</td></tr>")
        let units = report.texts[report.measures[0].responsible.range].map(report.string)
        #expect(units == ["สำนักตรวจสอบภายใน", "ฝ่ายกฎหมาย"])
    }

    @Test(
        "a line that ends in the midst of a word, or behind a number, is followed by no label",
        arguments: [
            ("โดยนำเทศบัญญัติงบประมาณราย\nจ่าย ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ เผยแพร่", "รายจ่าย ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ เผยแพร่"),
            ("มีการจัดทำรายงาน รอบ ๖\nเดือน (ตุลาคม ๒๕๖๕ - มีนาคม ๒๕๖๖)", "รอบ ๖ เดือน (ตุลาคม ๒๕๖๕ - มีนาคม ๒๕๖๖)"),
        ])
    func lineWithinAWord(result: String, end: String) throws {
        let report = try parse(
            """
            รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม
            ปีงบประมาณ พ.ศ. ๒๕๖๖

            มาตรการที่ ๑ การใช้เงินของกอง
            ผู้รับผิดชอบ กองคลัง
            ระยะเวลาดำเนินการ พฤศจิกายน ๒๕๖๕ - เมษายน ๒๕๖๖
            ผลการดำเนินการ ติดประกาศแผนการใช้เงินของทุกกองไว้หน้าสำนักงาน \(result)

            """)
        let measure = try #require(report.measures.first)
        #expect(measure.result.map(report.string)?.hasSuffix(end) == true)
        #expect(measure.budget == nil)
        expectCovered(report, "labels")
    }
}
