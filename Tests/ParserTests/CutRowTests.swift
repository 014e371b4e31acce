import ReportParser
import Testing
import ThaiText

/// Rows that a page's end cuts, and boxes in the letters of symbol fonts.
@Suite("Rows and boxes as PDFs give them")
struct CutRowTests {
    private static let head = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม\nปีงบประมาณ พ.ศ. ๒๕๖๖\n\n"

    @Test("a row at the head of a page without the code that the others begin with ends the row above")
    func endOfRow() throws {
        let row = { (cells: [String]) in "<tr>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>" }
        let header = row(["ประเด็นที่ต้องพัฒนา", "ผู้รับผิดชอบ", "ขั้นตอน/วิธีการ", "การกำกับติดตาม"])
        let text =
            Self.head + "<table>" + header
            + row(["- <b>0 ๒๘</b> รายงานผลการบริหาร", "สำนักปลัด", "๑. จัดทำรายงาน", "รายงานผู้บริหาร"])
            + row(["- <b>0 ๒๙</b> แนวปฏิบัติการจัดการเรื่องร้องเรียนและ", "สำนักปลัด", "๑. เจ้าหน้าที่จัดทำ", "รายงาน"])
            + "</table>\n\u{C}\n<table>" + row(["การทุจริต", "", "คู่มือแนวปฏิบัติ ๒. รายงานผู้บริหาร", "ผู้บริหาร"])
            + "</table>\n"
        let report = try parse(text)
        #expect(report.measures.map { $0.code?.description } == ["o28", "o29"])
        #expect(report.measures.last?.title.map(report.string) == "แนวปฏิบัติการจัดการเรื่องร้องเรียนและการทุจริต")
        expectCovered(report, "a row over two pages")
    }

    @Test(
        "boxes of Wingdings stand for boxes",
        arguments: [("\u{F0A8}", "\u{F0FE}"), ("\u{F06F}", "\u{F0FC}"), ("\u{F0A3}", "\u{F052}"), ("❑", "☒")])
    func symbolFonts(empty: String, ticked: String) throws {
        let report = try parse(
            Self.head + """
                ที่\tมาตรการ\tสถานะ
                ๑\tจัดทำคู่มือ\t\(empty) ยังไม่ได้ดำเนินการ \(ticked) ดำเนินการแล้วเสร็จ
                ๒\tอบรมบุคลากร\t\(ticked) ยังไม่ได้ดำเนินการ \(empty) ดำเนินการแล้วเสร็จ

                """)
        #expect(report.measures.map { $0.status?.state } == [.completed, .notStarted])
        expectCovered(report, "boxes")
    }
}
