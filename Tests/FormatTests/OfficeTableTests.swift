import ReportFormats
import ReportParser
import Testing

@Suite("ODT, ODS and XLSX") struct OfficeTableTests {
    @Test("an ODT document is read as it is shown")
    func writer() throws {
        let outline = try FormatCorpus.document("writer.odt").outline
        #expect(
            outline == [
                "## หัวข้อ", "สวย งาม  มาก แท็บ/บรรทัด", "**หนา**", "เห็น", "๑. หนึ่ง", "๑.๑ ย่อย", "๑.๒ ย่อยสอง", "๒. สอง",
                "ต่อ",
                "คั่น", "๓. สาม", "๑. ใหม่", "๙. เก้า",
                "= ที่ | 2x1 ผล | ",
                "| 1x2 ๑ | ก | ข*• จุด",
                "|  | ค | ใน ตาราง",
                "เชิงอรรถ¹ ท้าย", "กล่อง", "ในกล่อง", "☑ ทำ ☐ ไม่ทำ", "---", "หน้าใหม่", "¹ คำอธิบาย", "~ หัวกระดาษ", "~ หน้า 1",
            ])
    }

    @Test("a sheet of ODS is a table under its name, without what is hidden")
    func calc() throws {
        #expect(
            try FormatCorpus.document("sheet.ods").outline == [
                "# ผลงาน", "ชื่อเรื่อง", "| ที่ | มาตรการ |  | วันที่", "| 1x2 ๑ | ก |  | 14 ธ.ค. 65", "|  | ข |  | 12.5",
            ])
    }

    @Test("a sheet of XLSX shows its numbers in their formats")
    func excel() throws {
        #expect(
            try FormatCorpus.document("sheet.xlsx").outline == [
                "# ผลงาน", "รายงานผล",
                "| ที่ | มาตรการ | วันที่ |  | งบประมาณ",
                "| 1x2 ครั้งที่ 1 | คู่มือ | ๑๔ ธันวาคม ๒๕๖๕ |  | ๑,๒๓๔,๕๖๗.๘๙",
                "|  | ในช่อง | 14 ธ.ค. 65 | TRUE | (5,000)",
                "| 2 | #N/A | 36:00 |  | -",
                "| 0.3 | 12.3% | 2565 | 12.34% | 9,876.50",
                "| 14/12/2022 | ๒๕ | 1-1017-00230-70-5",
                "ลงชื่อ", "~ หัวกระดาษ",
            ])
    }
}
