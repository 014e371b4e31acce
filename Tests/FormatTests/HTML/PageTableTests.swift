import ReportParser
import Testing

/// Tables of web pages: of data, and of layout.
@Suite("Tables of web pages")
struct PageTableTests {
    @Test("cells that cover rows and columns keep the others in their columns")
    func spans() throws {
        let page = try Page.around(
            """
            <table><thead><tr><th rowspan=2>ที่<th rowspan=2>มาตรการ<th colspan=2>สถานะ<tr><th>แล้วเสร็จ<th>กำลังดำเนินการ</thead>
            <tr><td>๑<td>จัดทำคู่มือ<td>✓<td><tr><td>๒<td>เผยแพร่แผน<td><td>✓</table>
            """)
        #expect(page.titles == ["จัดทำคู่มือ", "เผยแพร่แผน"])
        #expect(page.report.measures.map(\.status?.state) == [.completed, .inProgress])
    }

    @Test("a cell covers no row of another group, and 0 is the rest of its own")
    func groups() throws {
        let page = try Page.around(
            """
            <table><tr><th>ที่<th>มาตรการ<th>ผู้รับผิดชอบ
            <tbody><tr><td>๑<td>ก<td rowspan=0>สำนักปลัด<tr><td>๒<td>ข
            <tbody><tr><td>๓<td>ค<td rowspan=99>กองคลัง
            <tbody><tr><td>๔<td>ง<td>กองช่าง</table>
            """)
        let units = page.report.measures.map { page.report.texts[$0.responsible.range].map { page.report.string($0) } }
        #expect(units == [["สำนักปลัด"], ["สำนักปลัด"], ["กองคลัง"], ["กองช่าง"]])
    }

    @Test("the head is above, the foot below, whatever their order in the page; captions and strays stand before")
    func order() throws {
        let page = try Page.around(
            "<table><tfoot><tr><td>รวม<td>๒</tfoot>หลง<caption>ตารางที่ ๑</caption><tbody><tr><td>ก<td>๒<thead><tr><th>ชื่อ<th>จำนวน</table>"
        )
        #expect(page.lines == ["ตารางที่ ๑", "หลง", "ชื่อ|จำนวน", "ก|๒", "รวม|๒"])
    }

    @Test("a table within a cell is text of the cell, a line a row")
    func nested() throws {
        let page = try Page.around(
            """
            <table><tr><th>ที่<th>มาตรการ<th>ผล<tr><td>๑<td>เบิกจ่าย<td>ดังนี้<table><tr><td><p>ไตรมาส ๑</p><td>๑๐ บาท
            <tr><td>ไตรมาส ๒<td>๒๐ บาท</table>ครบ<tr><td>๒<td>เผยแพร่<td>แล้ว</table>
            """)
        #expect(
            page.lines == [
                "ที่|มาตรการ|ผล", "๑|เบิกจ่าย|ดังนี้", "ไตรมาส ๑ ๑๐ บาท", "ไตรมาส ๒ ๒๐ บาท", "ครบ", "๒|เผยแพร่|แล้ว",
            ])
        #expect(page.titles == ["เบิกจ่าย", "เผยแพร่"])
    }

    @Test(
        "a table that places the parts of the page is none of data",
        arguments: [
            "<table width=100%><tr><td colspan=2><h1>เทศบาล</h1><tr><td>เมนู<td>TABLE</table>",
            "<table><tr><td><table><tr><td>TABLE</table></table>",
            "<table role=presentation><tr><td>ก<td>TABLE</table>",
            "<table><tr><td>ซ้าย<td>TABLE<td>ขวา</table>",
        ])
    func layout(markup: String) throws {
        let data = """
            <table><tr><th>ที่<th>มาตรการ<th>ผู้รับผิดชอบ<tr><td>๑<td>จัดทำคู่มือการให้บริการ<td>สำนักปลัด
            <tr><td>๒<td>เผยแพร่แผนการใช้จ่าย<td>กองคลัง</table>
            """
        let page = try Page.around(markup.replacing("TABLE", with: data))
        #expect(page.titles == ["จัดทำคู่มือการให้บริการ", "เผยแพร่แผนการใช้จ่าย"])
    }

    @Test("cells, rows and items without end tags end where the next begins, whatever is left open in them")
    func unclosed() throws {
        let page = try Page.around(
            "<table><tr><th>ที่<th>มาตรการ<tr><td><font>๑<td><b><font>ก<ul><li><i>ข<li>ค</ul><tr><td>๒<td>ง</table>ท้าย")
        #expect(page.lines == ["ที่|มาตรการ", "๑|ก", "ข", "ค", "๒|ง", "ท้าย"])
    }

    @Test("forms between a table and its rows, cells without rows, and rows without a table lose nothing")
    func misplaced() throws {
        #expect(try Page.around("<table><form><tr><td>ก<td>ข</form><tr><td>ค<td>ง</table>").lines == ["ก|ข", "ค|ง"])
        #expect(try Page.around("<table><td>ก<td>ข<tr><td>ค<td>ง</table>").lines == ["ก|ข", "ค|ง"])
        #expect(try Page.around("<tr><td>ก</td><td>ข</td></tr>").lines.joined() == "กข")
    }

    @Test("a picture that is all a cell holds is read by its words, others are furniture")
    func pictures() throws {
        let page = try Page.around(
            "<table><tr><th>ที่<th>มาตรการ<th>แล้วเสร็จ<tr><td>๑<td>ก<img alt='ตรา'><td><p><img alt='✓'></p><tr><td>๒<td>ข<td></table>"
        )
        #expect(page.lines == ["ที่|มาตรการ|แล้วเสร็จ", "๑|ก|✓", "๒|ข|", "ตรา"])
        #expect(page.furniture == ["ตรา"])
    }
}
