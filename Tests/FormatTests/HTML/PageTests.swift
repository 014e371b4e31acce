import Foundation
import ReportParser
import Testing

/// Web pages as a browser shows them.
@Suite("Web pages")
struct PageTests {
    /// Rows of a report, without the table around them.
    private static let rows = """
        <tr><th>ที่</th><th>มาตรการ</th><th>ผู้รับผิดชอบ</th><th>ระยะเวลา</th><th>สถานะ</th></tr>
        <tr><td>๑</td><td>จัดทำคู่มือการให้บริการ</td><td>สำนักปลัด</td><td>ต.ค. ๒๕๖๖</td><td>แล้วเสร็จ</td></tr>
        <tr><td>๒</td><td>เผยแพร่แผนการใช้จ่าย</td><td>กองคลัง</td><td>มี.ค. ๒๕๖๗</td><td>อยู่ระหว่างดำเนินการ</td></tr>
        """

    @Test("navigation, notices and feet are furniture; scripts, styles and comments are no text")
    func furniture() throws {
        let page = try Page.around(
            """
            <style>td:before { content: "<td>แบบ</td>" }</style>
            <script>if (a < b) document.write("<table><tr><td>สคริปต์</td></tr></table>")</script>
            <!-- <table><tr><td>ร่างเดิม</td></tr></table> -->
            <nav><a href="/">หน้าแรก</a> <a href="/ita">ITA</a></nav>
            <div class="breadcrumb-wrap"><a href="/">หน้าแรก</a> / ITA</div>
            <div id="cookieConsent">เว็บไซต์นี้ใช้คุกกี้ <button>ยอมรับ</button></div>
            <h1>รายงานผลการดำเนินการ</h1><table>\(Self.rows)</table>
            <p>หน้าหลัก » ITA » รายงาน</p>
            <footer>สงวนลิขสิทธิ์</footer>
            """)
        #expect(
            page.furniture == [
                "หน้าแรก ITA", "หน้าแรก / ITA", "เว็บไซต์นี้ใช้คุกกี้", "ยอมรับ", "หน้าหลัก » ITA » รายงาน", "สงวนลิขสิทธิ์",
            ])
        #expect(page.titles == ["จัดทำคู่มือการให้บริการ", "เผยแพร่แผนการใช้จ่าย"])
        #expect(!page.lines.joined().contains { "<>{}".contains($0) })
        for word in ["แบบ", "สคริปต์", "ร่างเดิม"] { #expect(!page.lines.joined().contains(word)) }
    }

    @Test("a region that holds most of the text is the page's matter, whatever it calls itself")
    func misnamed() throws {
        let page = try Page.around("<div class=\"menu-popup\"><table>\(Self.rows)</table></div><p>ท้าย</p>")
        #expect(page.titles.count == 2)
        #expect(page.furniture.isEmpty)
    }

    @Test("the headings of the page's head are lines, the rest of it is furniture")
    func pageHead() throws {
        let page = try Page.around(
            "<header><h1>เทศบาลตำบลบึงตัวอย่าง</h1><p>โทร. ๐</p></header><table>\(Self.rows)</table>")
        #expect(page.report.agency.map { page.report.string($0.name) } == "เทศบาลตำบลบึงตัวอย่าง")
        #expect(page.furniture == ["โทร. ๐"])
    }

    @Test("the title of the window is a line only of a page without headings")
    func title() throws {
        let plain = try Page("<html><head><title>รายงานผล ๒๕๖๗</title></head><body><p>ก</p></body></html>")
        #expect(plain.furniture.isEmpty)
        let headed = try Page("<html><head><title>รายงานผล ๒๕๖๗</title></head><body><h1>ข</h1></body></html>")
        #expect(headed.furniture == ["รายงานผล ๒๕๖๗"])
        #expect(headed.lines == ["รายงานผล ๒๕๖๗", "ข"])
    }

    @Test("what a reader of the page cannot see is furniture, also within cells")
    func hidden() throws {
        let page = try Page.around(
            """
            <div style="display : none"><p>ลับหนึ่ง</p></div><p>เห็น<span hidden>ลับสอง</span>ชัด</p>
            <table><tr><td>ก<i style="visibility:hidden">ลับสาม</i><td>ข<tr hidden><td>ลับสี่<td>ลับห้า<tr><td>ค<td>ง</table>
            <noscript>ลับหก</noscript><template>ลับเจ็ด</template><input type="hidden" value="โทเคน">
            """)
        #expect(page.furniture == ["ลับหนึ่ง", "ลับสอง", "ลับสี่", "ลับห้า", "ลับสาม", "ลับหก", "ลับเจ็ด"])
        #expect(page.lines.contains("เห็นชัด"))
        #expect(page.lines.contains("ก|ข"))
        #expect(!page.lines.contains("โทเคน"))
    }

    @Test(
        "lists have the numbers that a browser shows",
        arguments: [
            ("<ol><li>ก<li>ข</ol>", ["1. ก", "2. ข"]),
            ("<ol start=9><li>ก<li value=3>ข<li>ค</ol>", ["9. ก", "3. ข", "4. ค"]),
            ("<ol reversed><li>ก<li>ข</ol>", ["2. ก", "1. ข"]),
            ("<ol type=a start=26><li>ก<li>ข</ol>", ["z. ก", "aa. ข"]),
            ("<ol type=I start=4><li>ก</ol>", ["IV. ก"]),
            ("<ol style='list-style-type: thai' start=10><li>ก</ol>", ["๑๐. ก"]),
            ("<ol style='list-style:none'><li>ก</ol>", ["ก"]), ("<ul><li>ก<li>ข</ul>", ["ก", "ข"]),
            ("<ol><li>ก<ol><li>ข</ol><li>ค</ol>", ["1. ก", "1. ข", "2. ค"]),
            ("<ol start=-1><li>ก<li>ข</ol>", ["-1. ก", "0. ข"]),
            ("<ol start=99999999999999999999><li>ก</ol>", ["9999999999. ก"]),
        ] as [(String, [String])])
    func lists(markup: String, lines: [String]) throws {
        #expect(try Page.around(markup).lines == lines)
    }

    @Test("fields show their values, boxes their ticks, lists the option that is chosen")
    func fields() throws {
        let page = try Page.around(
            """
            <p>วันที่ <input type="text" value="๓๑ มี.ค. ๖๗"> สถานะ <input type="checkbox" checked> แล้ว
            <input type="radio">ยัง <select><option>ก<option selected>ข</select><textarea>< หมายเหตุ ></textarea></p>
            """)
        #expect(page.lines == ["วันที่ ๓๑ มี.ค. ๖๗ สถานะ ☑ แล้ว ☐ ยัง ข < หมายเหตุ >", "ก"])
        #expect(page.furniture == ["ก"])
    }

    @Test("preformatted text keeps its lines, labels and values are rows of two cells")
    func blocks() throws {
        let page = try Page.around(
            "<pre>ก  ข\nค</pre><dl><dt>ผู้รายงาน<dd>สำนักปลัด<dd>กองคลัง<dt>วันที่<dd>๓๑</dl><p>ง<br>จ<hr>ฉ")
        #expect(page.lines == ["ก  ข", "ค", "ผู้รายงาน|สำนักปลัด", "กองคลัง", "วันที่|๓๑", "ง", "จ", "ฉ"])
    }

    @Test(
        "references are the characters that browsers show",
        arguments: [
            ("&amp;&lt;&#3585;&#x0E02;", "&<กข"), ("&#150;&#x96;", "––"), ("&check;&ndash;&hellip;", "✓–…"),
            ("ก&nbsp;ข&nbspค", "ก ข ค"), ("AT&T &unknown; &", "AT&T &unknown; &"),
            ("ก &#0;&#xD800;", "ก \u{FFFD}\u{FFFD}"),
            ("๑ < ๒ และ a<๓ <", "๑ < ๒ และ a<๓ <"),
        ])
    func references(markup: String, text: String) throws {
        #expect(try Page.around("<p>\(markup)</p>").lines == [text])
    }

    @Test("every encoding reads alike, whether the page names it, names another, or names none")
    func encodings() throws {
        let body = "<body><h1>รายงานผลการดำเนินการ</h1><table>\(Self.rows)</table></body>"
        for declared in ["", "utf-8", "tis-620", "windows-874", "iso-8859-1", "utf-16"] {
            let meta = declared.isEmpty ? "" : "<meta http-equiv=Content-Type content='text/html; charset=\(declared)'>"
            let markup = "<html><head>\(meta)</head>\(body)</html>"
            let thai = markup.unicodeScalars.map { UInt8($0.value < 0x80 ? $0.value : $0.value - 0xE00 + 0xA0) }
            let wide = Array(markup.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            for (bytes, encoding) in [
                (Array(markup.utf8), "utf-8"), ([0xEF, 0xBB, 0xBF] + Array(markup.utf8), "utf-8"),
                (thai, "windows-874"),
                ([0xFF, 0xFE] + wide, "utf-16le"), (wide, "utf-16le"),
            ] {
                let page = try Page(bytes: bytes)
                #expect(page.report.source.encoding == encoding)
                #expect(page.titles == ["จัดทำคู่มือการให้บริการ", "เผยแพร่แผนการใช้จ่าย"])
            }
        }
    }
}
