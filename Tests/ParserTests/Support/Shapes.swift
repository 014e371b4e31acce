/// Texts of one kind that grow by repetition, to see whether time grows with them.
struct GrowingText: Sendable, CustomStringConvertible {
    var name: String
    var head = ""
    var unit: String
    var tail = ""

    var description: String { name }

    /// The text with its unit repeated up to some size in bytes.
    func bytes(_ size: Int) -> [UInt8] {
        Array((head + String(repeating: unit, count: max(1, size / unit.utf8.count)) + tail).utf8)
    }

    /// Whole texts.
    static let texts = [
        GrowingText(name: "Thai without spaces", unit: "ดำเนินการเผยแพร่ข้อมูลข่าวสารของหน่วยงาน"),
        GrowingText(name: "Thai lines", unit: "เทศบาลได้ดำเนินการ ตามแผนที่กำหนด\nไว้ในปีงบประมาณ\n"),
        GrowingText(name: "paragraphs", unit: "เทศบาลได้ดำเนินการตามแผน\n\n"),
        GrowingText(name: "headings", unit: "# ด้านที่ ๑ การใช้งบประมาณ\n\n"),
        GrowingText(
            name: "different headings",
            unit: "มาตรการที่ ๑ การใช้งบประมาณ\nผู้รับผิดชอบ : สำนักปลัด\nระยะเวลา : ต.ค. ๒๕๖๕\nผลการดำเนินการ : แล้วเสร็จ\n\n"),
        GrowingText(name: "page numbers", unit: "- ๑ -\n\u{C}หัวกระดาษ\nข้อความ\n\n"),
        GrowingText(name: "newlines", unit: "\n"), GrowingText(name: "spaces", unit: " "),
        GrowingText(name: "form feeds", unit: "\u{C}"), GrowingText(name: "NULs", unit: "\0"),
        GrowingText(name: "carriage returns", unit: "\r"), GrowingText(name: "marks", unit: "ก่"),
        GrowingText(name: "lone marks", unit: "้"), GrowingText(name: "zero-width spaces", unit: "\u{200B}ก"),
        GrowingText(name: "pipes", unit: "|"), GrowingText(name: "pipe cells", unit: "ก|"),
        GrowingText(name: "tab cells", unit: "ก\t"),
        GrowingText(name: "tabs", head: "ก", unit: "\t", tail: "ก"), GrowingText(name: "gaps", unit: "ก   "),
        GrowingText(name: "empty pipe rows", unit: "| | | |\n"),
        GrowingText(name: "pipe rules", unit: "|---|---|---|\n"),
        GrowingText(name: "empty tab rows", head: "ก\tข\n", unit: "\t\t\t\n"),
        GrowingText(name: "empty HTML rows", head: "<table>", unit: "<tr><td></td><td></td></tr>"),
        GrowingText(name: "empty values", head: "a,b,c\n1,2,3\n1,2,3\n", unit: ",,\n"),
        GrowingText(name: "quotes", unit: "\""), GrowingText(name: "quoted values", unit: "\"\",\"\",\"\"\n"),
        GrowingText(name: "unclosed values", head: "a,b,c\n1,2,3\n1,2,3\n1,2,3\n", unit: "1,2,\"3\n4\n"),
        GrowingText(name: "unclosed tab quotes", unit: "ก\t\"ข\n"),
        GrowingText(name: "quote lines", head: "ก\tข\tค\n1\t2\t3\n", unit: "\"\n"),
        GrowingText(
            name: "tab rows", head: "ลำดับ\tมาตรการ\tผู้รับผิดชอบ\tระยะเวลา\tสถานะ\n",
            unit: "๑\tจัดทำคู่มือ\tสำนักปลัด\tต.ค. ๒๕๖๕\tแล้วเสร็จ\n"),
        GrowingText(
            name: "pipe rows", head: "|ลำดับ|มาตรการ|ผู้รับผิดชอบ|ระยะเวลา|\n|-|-|-|-|\n",
            unit: "|๑|จัดทำคู่มือ|สำนักปลัด|ต.ค. ๒๕๖๕|\n"),
        GrowingText(
            name: "HTML rows", head: "<table><tr><th>ลำดับ<th>มาตรการ<th>ผู้รับผิดชอบ<th>ระยะเวลา</tr>",
            unit: "<tr><td>๑<td>จัดทำ<td>กองคลัง<td>ต.ค. ๒๕๖๕</tr>"),
        GrowingText(name: "HTML tables", unit: "<table><tr><td>๑</td><td>จัดทำ</td></tr></table>\n"),
        GrowingText(name: "values", head: "ลำดับ,มาตรการ,ผู้รับผิดชอบ,ระยะเวลา\n", unit: "๑,จัดทำคู่มือ,สำนักปลัด,ต.ค. ๒๕๖๕\n"),
        GrowingText(
            name: "aligned rows", head: "ลำดับ   มาตรการ        ผู้รับผิดชอบ   ระยะเวลา\n",
            unit: "๑      จัดทำคู่มือ      สำนักปลัด     ต.ค. ๒๕๖๕\n"),
        GrowingText(
            name: "aligned rest",
            head: "ลำดับ   มาตรการ        ผู้รับผิดชอบ   ระยะเวลา\n๑      จัดทำ           สำนักปลัด    ต.ค. ๒๕๖๕\n",
            unit: "       จัดทำคู่มือ\n"),
        GrowingText(
            name: "grid rows", head: "+---+---+---+\n| ลำดับ | มาตรการ | สถานะ |\n+---+---+---+\n",
            unit: "| ๑ | จัดทำ | แล้ว |\n+---+---+---+\n"),
        GrowingText(
            name: "grid lines", head: "+---+---+---+\n| ลำดับ | มาตรการ | สถานะ |\n+---+---+---+\n", unit: "| | จัดทำ | |\n"
        ),
        GrowingText(
            name: "pages of a tab table",
            unit: "ลำดับ\tมาตรการ\tผู้รับผิดชอบ\tระยะเวลา\n๑\tจัดทำ\tกองคลัง\tต.ค. ๒๕๖๕\n\n- ๑ -\n\u{C}\n"),
        GrowingText(
            name: "wrapped tab cells", head: "ลำดับ\tมาตรการ\tผู้รับผิดชอบ\tระยะเวลา\n๑\tจัดทำ\tกองคลัง\tต.ค. ๒๕๖๕\n๒\tจัดทำ\n",
            unit: "คู่มือ\n"),
        GrowingText(
            name: "wrapped pipe cells", head: "|ลำดับ|มาตรการ|ผู้รับผิดชอบ|ระยะเวลา|\n|-|-|-|-|\n",
            unit: "|๑|จัดทำ\nคู่มือ|กองคลัง\n|ต.ค.|\n"),
        GrowingText(
            name: "spanning rows", head: "<table><tr><th>ลำดับ<th>มาตรการ<th>ผู้รับผิดชอบ<th>ระยะเวลา</tr>",
            unit: "<tr><td rowspan=1000>๑<td>จัดทำ<td>กองคลัง<td>ต.ค.</tr>"),
        GrowingText(name: "spanning columns", head: "<table>", unit: "<tr><td rowspan=1000 colspan=1000>ก<td>ข</tr>"),
        GrowingText(name: "nested tables", unit: "<table><tr><td>"),
        GrowingText(name: "nested divs", unit: "<div>", tail: "<table><tr><td>ก"),
        GrowingText(name: "divs without a table", unit: "<div>\n"), GrowingText(name: "bold", unit: "<b>ก"),
        GrowingText(name: "lists", head: "<table><tr><td>", unit: "<ul><li>ก"),
        GrowingText(name: "less-than signs", unit: "<"),
        GrowingText(name: "open tags", unit: "<b "), GrowingText(name: "open comments", unit: "<!--"),
        GrowingText(name: "styles", unit: "<style>"),
        GrowingText(name: "styles before a table", unit: "<div><style>", tail: "<table><tr><td>ก"),
        GrowingText(name: "ampersands", unit: "&"), GrowingText(name: "references", unit: "&amp;"),
        GrowingText(name: "brackets", unit: "["),
        GrowingText(name: "stars", unit: "*"), GrowingText(name: "parentheses", unit: "("),
        GrowingText(name: "backslashes", unit: "\\|"),
        GrowingText(name: "labels", unit: "ผู้รับผิดชอบ : สำนักปลัด\n"),
        GrowingText(name: "labels in one line", unit: "ผู้รับผิดชอบ : สำนักปลัด "),
        GrowingText(name: "numbered lines", unit: "๑. มาตรการเปิดเผยข้อมูล\n"),
        GrowingText(name: "bodies", unit: "เทศบาลตำบลเขานกเงือก จังหวัดพัทลุง "),
        GrowingText(name: "titles", unit: "รายงานผลการดำเนินการ "),
        GrowingText(name: "years", unit: "ปีงบประมาณ พ.ศ. ๒๕๖๖ "),
        GrowingText(
            name: "one cell a line", head: "ลำดับ\nมาตรการ\nผู้รับผิดชอบ\nระยะเวลา\n", unit: "๑\nจัดทำคู่มือ\nสำนักปลัด\nต.ค. ๒๕๖๕\n"),
    ]

    /// What a single cell may hold without end.
    private static let cells = [
        "ก", "กขค ", "a ", "1", "๑.", "๑. ก ", "1.1", "(๑) ", "- ก ", "-", ".", ",", "/", "กอง,", "กองคลัง/", "สำนักปลัด ",
        "ต.ค. ", "๑ ต.ค. ๒๕๖๕ - ", "๒๕๖๖ ",
        "ภายใน ", "๑๐,๐๐๐ บาท ", "9", "๑,", "ร้อยละ ", "๕๐% ", "☐ ", "☑ แล้วเสร็จ ", "☐ก", "แล้วเสร็จ", "ดำเนินการแล้ว ",
        "o11 ", "0", "https://a.th/", "http://",
        "มาตรการที่ ๑ ", "ตัวชี้วัดที่ ๑ ", "<br>", "<p>ก", "<li>", "สอง", "ล้าน", "ไตรมาส", "พ.ศ. ", "(", "่",
    ]

    /// A table of measures with one cell that grows, for each column.
    static let cellsOfTables = cells.flatMap { unit in
        (1..<7).map { column in
            let headings = ["ลำดับ", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา", "ผลการดำเนินการ", "งบประมาณ"]
            let row = ["๑", "จัดทำคู่มือ", "ประชุม", "สำนักปลัด", "ต.ค. ๒๕๖๕", "แล้วเสร็จ", "๑๐๐"]
            let header = headings.joined(separator: "\t") + "\n" + row.joined(separator: "\t") + "\n"
            return GrowingText(
                name: "\(headings[column]) of \(unit)", head: header + row[..<column].map { $0 + "\t" }.joined(),
                unit: unit,
                tail: row[(column + 1)...].map { "\t" + $0 }.joined() + "\n")
        }
    }
}
