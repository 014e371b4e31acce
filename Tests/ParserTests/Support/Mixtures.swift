import Invariants

/// Reports put together at random from tables of all dialects, headings, labelled fields and page furniture.
extension RandomInput {
    private static let headings = [
        "ลำดับ", "ที่", "ข้อ", "รหัส", "มาตรการ", "มาตรการ/กิจกรรม", "โครงการ", "ประเด็น", "ขั้นตอน/วิธีการ", "วิธีดำเนินการ",
        "ผู้รับผิดชอบ",
        "หน่วยงานที่รับผิดชอบ", "ระยะเวลา", "ระยะเวลาดำเนินการ", "เริ่ม", "กำหนดแล้วเสร็จ", "สถานะ", "ผลการดำเนินการ", "ผลลัพธ์",
        "การกำกับติดตาม",
        "งบประมาณ", "เบิกจ่าย", "คงเหลือ", "หมายเหตุ", "ตัวชี้วัด", "คะแนน", "แล้วเสร็จ", "ยังไม่ดำเนินการ", "ต.ค.", "พ.ย.",
        "ไตรมาส ๑", "อื่น ๆ", "",
    ]
    private static let values = [
        "๑", "๒", "1", "12.", "๑.๑", "1.2.3", "๐๑๑", "o11", "i20", "(๓)", "จัดทำคู่มือการปฏิบัติงาน",
        "มาตรการที่ ๒ การเปิดเผยข้อมูล", "- ประชุม\n- รายงาน",
        "1. วางแผน 2. ดำเนินการ 3. สรุปผล", "๑) ประกาศ ๒) ติดตาม", "สำนักปลัด", "กองคลัง, กองช่าง", "สำนักปลัด/กองการศึกษา",
        "ต.ค. ๒๕๖๕ - ก.ย. ๒๕๖๖",
        "ภายใน ๓๐ มิถุนายน ๒๕๖๖", "ไตรมาส ๒", "๓๑ กันยายน ๒๕๖๖", "ตลอดปี", "ดำเนินการแล้ว", "อยู่ระหว่างดำเนินการ ร้อยละ ๕๐",
        "☑ แล้วเสร็จ ☐ ไม่แล้วเสร็จ",
        "☐ ดำเนินการ ☐ ยังไม่ดำเนินการ", "[x]", "✓", "/", "-", "–", "...", "๑๐,๐๐๐", "10,000.00 บาท", "ไม่ใช้งบประมาณ", "0",
        "๙๕.๒๕", "รวม", "รวมทั้งสิ้น",
        "https://www.go.th/a?b=1", "(o12)", "ตัวชี้วัดที่ ๔ การใช้ทรัพย์สิน", "ด้านการใช้งบประมาณ", "ไม่มี", "a \"b\" c",
        "ก, ข และ ค", "", "", "",
    ]
    private static let lines = [
        "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
        "เทศบาลตำบลเขานกเงือก อำเภอควนขนุน จังหวัดพัทลุง",
        "# มาตรการ", "## ๒. ผล",
        "**ด้านที่ ๑**", "มาตรการที่ ๑ การปรับปรุงระบบ", "๑. มาตรการเปิดเผยข้อมูล", "๑.๑ ขั้นตอน", "ผู้รับผิดชอบ : สำนักปลัด",
        "ระยะเวลา: ต.ค. ๒๕๖๕",
        "ผลการดำเนินการ : ดำเนินการแล้วเสร็จ", "สถานะ: แล้วเสร็จ", "- ข้อย่อย", "• อีกข้อ", "- ๑ -", "หน้า 3", "๔", "----------",
        "\u{C}", "", "", "ทั้งนี้ ...",
        "โดยมีรายละเอียดดังต่อไปนี้ เทศบาลได้ดำเนินการตามแผนที่กำหนดไว้ในปีงบประมาณ", "ตัวชี้วัดที่ ๒ การใช้งบประมาณ", "ตารางที่ ๑ แสดงผล",
        "Figure: a bar chart",
        "<div>", "</div>", "<b>หนา</b>", "<!-- note -->", "<html><body>", "</body></html>",
    ]

    static func mixture(_ random: inout SeededGenerator) -> [UInt8] {
        var parts: [String] = []
        for _ in 0..<1 + random.below(6) {
            if random.once(in: 3) {
                for _ in 0..<1 + random.below(8) { parts.append(random.pick(lines)) }
            } else {
                parts.append(table(&random))
            }
            if random.once(in: 3) { parts.append("") }
        }
        var text = parts.joined(separator: "\n")
        if random.once(in: 5) { text = text.replacing("\n", with: "\r\n") }
        return Array(text.utf8)
    }

    private static func table(_ random: inout SeededGenerator) -> String {
        let columns = 1 + random.below(8)
        var rows: [[String]] = []
        if !random.once(in: 4) { rows.append((0..<columns).map { _ in random.pick(headings) }) }
        if random.once(in: 6) { rows.append((0..<columns).map { _ in random.pick(headings) }) }
        for _ in 0..<random.below(9) {
            // Cells keep to their column's heading no better than those of a bad extraction.
            var row = (0..<columns).map { _ in random.pick(values) }
            if random.once(in: 8) { row = [random.pick(values)] }
            if random.once(in: 12) { row.append(random.pick(values)) }
            if random.once(in: 12), let header = rows.first { row = header }
            if random.once(in: 10), row.count > 2 { row.removeLast() }
            rows.append(row)
        }
        switch random.below(7) {
        case 0: return delimited(rows, "\t", &random)
        case 1: return pipes(rows, &random)
        case 2: return delimited(rows, random.once(in: 2) ? "," : ";", &random)
        case 3, 4: return html(rows, &random)
        case 5: return aligned(rows, &random)
        default: return grid(rows)
        }
    }

    private static func delimited(_ rows: [[String]], _ separator: String, _ random: inout SeededGenerator) -> String {
        rows.map { row in
            row.map { cell in
                let isQuoted = cell.contains("\n") ? !random.once(in: 4) : random.once(in: 10)
                return isQuoted ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
            }.joined(separator: separator)
        }.joined(separator: "\n")
    }

    private static func pipes(_ rows: [[String]], _ random: inout SeededGenerator) -> String {
        let (start, end) = random.once(in: 3) ? ("", "") : ("| ", random.once(in: 4) ? "" : " |")
        var lines = rows.map { start + $0.joined(separator: " | ") + end }
        if !random.once(in: 3), let first = rows.first, !lines.isEmpty {
            lines.insert("|" + first.map { _ in "---|" }.joined(), at: 1)
        }
        return lines.joined(separator: "\n")
    }

    private static func html(_ rows: [[String]], _ random: inout SeededGenerator) -> String {
        var result = random.once(in: 12) ? "<table><thead>" : "<table>"
        for row in rows {
            result += "<tr>"
            for cell in row {
                let name = random.once(in: 6) ? "th" : "td"
                result += "<\(name)"
                if random.once(in: 6) { result += " rowspan=\"\(1 + random.below(4))\"" }
                if random.once(in: 8) { result += " colspan=\(random.below(4))" }
                result += ">" + cell.replacing("\n", with: "<br>")
                if random.once(in: 12) { result += "<table><tr><td>ใน</td><td>ๆ</td></tr></table>" }
                if !random.once(in: 15) { result += "</\(name)>" }
            }
            if !random.once(in: 20) { result += "</tr>" }
            if random.once(in: 10) { result += "\n" }
            if random.once(in: 20) { result += "หลง" }
        }
        return random.once(in: 15) ? result : result + "</table>"
    }

    private static func aligned(_ rows: [[String]], _ random: inout SeededGenerator) -> String {
        let widths = (0..<10).map { _ in 6 + random.below(24) }
        return rows.map { row in
            // The cell's own lines stand below one another in its column.
            let cells = row.map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
            let height = cells.map(\.count).max() ?? 1
            let lines = (0..<height).map { line in
                cells.enumerated().map { column, cell in
                    let text = line < cell.count ? cell[line] : ""
                    let spaces = max(1, widths[column % widths.count] - text.unicodeScalars.count)
                    return text + String(repeating: " ", count: spaces)
                }.joined()
            }
            return lines.joined(separator: "\n") + (random.once(in: 3) ? "\n" : "")
        }.joined(separator: "\n")
    }

    private static func grid(_ rows: [[String]]) -> String {
        let columns = rows.map(\.count).max() ?? 1
        let rule = "+" + String(repeating: "------+", count: columns)
        var lines = [rule]
        for row in rows {
            let cells = row.map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
            for line in 0..<(cells.map(\.count).max() ?? 1) {
                lines.append("| " + cells.map { line < $0.count ? $0[line] : "" }.joined(separator: " | ") + " |")
            }
            lines.append(rule)
        }
        return lines.joined(separator: "\n")
    }
}
