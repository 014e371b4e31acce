import ReportFormats
import ReportOutput
import ReportParser
import Testing

@Suite("DOCX") struct OfficeWordTests {
    @Test("numbers of lists are those that Word shows")
    func lists() throws {
        let outline = try FormatCorpus.document("word-lists.docx").outline
        #expect(
            outline[4..<13] == [
                "๑. ข้อแรก", "๑.๑ ข้อย่อย", "๑.๒ ข้อย่อยสอง", "(ก) อักษร", "(ข) อักษรสอง", "๒. ข้อสอง", "๒.๑ เริ่มใหม่",
                "๑. นับใหม่", "๒. ต่อ",
            ])
        #expect(outline[13..<19] == ["I) โรมัน", "a. a", "II) โรมันสอง", "2.1.1 ตัวเลข", "• จุด", "- ขีด"])
        #expect(outline[19...] == ["มาตรการที่ 1 โครงการ", "1.5 ห้า", "มาตรการที่ 2 โครงการ", "ไม่นับ", "**ตัวหนา**"])
    }

    @Test("headings are known by the style's name, what it is based on, and the level of the outline")
    func headings() throws {
        let outline = try FormatCorpus.document("word-lists.docx").outline
        #expect(outline[..<4] == ["# **รายงาน**", "## ส่วนที่หนึ่ง", "## ส่วนย่อย", "### ระดับสาม"])
    }

    @Test("tables keep their merged cells, heading rows, lists and inner tables")
    func tables() throws {
        let outline = try FormatCorpus.document("word-tables.docx").outline
        #expect(
            outline == [
                "ก่อน",
                "= 1x2 ที่ | 1x2 มาตรการ | 2x1 ผล | ",
                "=  |  | ครั้ง | ร้อยละ",
                "| * ๑. | บรรทัดหนึ่ง/บรรทัดสอง | ๑ | ๒",
                "| * ๒. | * • จุดหนึ่ง**- ขีด | นอก/ใน ตาราง/แถว สอง | ๔",
                "|  |  | เว้นหน้า | ท้าย",
                "| 3x1 รวม |  |  | ๖",
                "หลัง",
                "ในกรอบ",
                "| ก | ข",
                "| ค | ง",
            ])
    }

    @Test("what is shown is read, and nothing twice")
    func marks() throws {
        let outline = try FormatCorpus.document("word-marks.docx").outline
        #expect(
            outline[..<5] == [
                "คงเพิ่มย้ายมา", "ต้นปลาย", "☑ ทำแล้ว ☐ ยังไม่ทำ", "☑ ใช่ ☐ ไม่", "☑ ติ๊ก ◻ ว่าง ✓ ☑ □",
            ])
        #expect(outline[5..<10] == ["หน้า ๗ ๑ ม.ค. ๒๕๖๗", "เห็นต่อ", "มีกล่อง", "ในกล่อง", "ชิด แท็บ/บรรทัด-ใหม่"])
        #expect(
            outline[10...] == [
                "ก่อนหน้าใหม่", "---", "หลังหน้าใหม่", "อ้างอิง¹ และ²", "ลิงก์ป้ายความ", "ในตัวควบคุม", "¹ เชิงหนึ่ง", "² เชิงสอง",
                "~ หัวกระดาษ", "~ ท้ายกระดาษ",
            ])
    }

    @Test("boxes of all kinds are boxes")
    func boxes() throws {
        let document = try FormatCorpus.document("word-marks.docx")
        #expect(document.pieces.count { $0.form == .tickedBox } == 5)
        #expect(document.pieces.count { $0.form == .emptyBox } == 4)
    }

    @Test("a strict document is a report like any other")
    func strict() throws {
        let report = try report(FormatCorpus.file("word-strict.docx"))
        #expect(report.measures.map { $0.title.map(report.string) } == ["จัดทำคู่มือการปฏิบัติงาน", "เผยแพร่แผนของตำบล"])
        #expect(report.coverage.dropped == 0)
    }

    @Test(
        "the shared report has the records of its text",
        .enabled(if: FormatCorpus.shared("formats/002.docx") != nil, "../shared is not there"))
    func sharedReport() throws {
        let word = try report(#require(FormatCorpus.shared("formats/002.docx")))
        let text = try ReportParser.parse(
            #require(FormatCorpus.shared("reports/002.txt")),
            source: ReportSource(name: "a", sha256: String(repeating: "0", count: 64), bytes: 1))
        #expect(word.measures.count == 15)
        #expect(word.measures.map { fields($0, of: word) } == text.measures.map { fields($0, of: text) })
    }

    private func report(_ bytes: [UInt8]) throws -> Report {
        let source = ReportSource(name: "a", sha256: String(repeating: "0", count: 64), bytes: 1, format: "docx")
        return ReportParser.parse(try FormatCorpus.document(bytes), source: source)
    }

    /// The texts of a measure without their spaces.
    private func fields(_ measure: Measure, of report: Report) -> [String] {
        let texts = [measure.title, measure.result, measure.outcome, measure.timeframe?.text, measure.status?.text]
        return (texts + report.texts[measure.responsible.range].map { $0 }).map { text in
            (text.map(report.string) ?? "null").filter { !$0.isWhitespace }
        }
    }
}
