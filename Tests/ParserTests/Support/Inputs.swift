import Invariants

/// Inputs that no person wrote: reports with damage, tables of all dialects thrown together, random characters.
enum RandomInput: String, CaseIterable, Sendable {
    case damagedReport, mixture, characters

    /// The input of a seed.
    func bytes(seed: UInt64) -> [UInt8] {
        var random = SeededGenerator(seed: seed)
        switch self {
        case .damagedReport: return Self.damaged(&random)
        case .mixture: return Self.mixture(&random)
        case .characters: return Self.characters(&random)
        }
    }

    // MARK: Damage

    /// What is put into texts.
    static let debris = [
        "\t", "\t\t", "|", "||", "\\|", "\"", "\"\"", ",", ";", "\n", "\n\n", "\r\n", "\r", "\u{C}", "\u{FEFF}", "\0",
        " ", "  ",
        "   ", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{A0}", "\u{AD}", "\u{2028}", "่", "้", "็", "ำ", "ํ",
        "า", "เ", "แ",
        "ๆ", "ฯ", "<", ">", "&", "&amp;", "&nbsp;", "&lt;", "&#3585;", "&#x0E02;", "&#0;", "&bogus;", "<b>", "</b>",
        "<br>", "<p>",
        "</p>", "<ul><li>", "</li><li>", "</li></ul>", "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<th>",
        "<div>",
        "</div>", "<td rowspan=\"2\">", "<td colspan=\"3\">", "<td rowspan=2 colspan=2>", "<!-- ", " -->",
        "<!DOCTYPE html>",
        "<style>", "</style>", "<h2>", "</h2>", "<input type=\"checkbox\" checked=\"\">", "<input type=\"checkbox\">",
        "<input type=\"text\">", "☐", "☑", "☒", "✓", "[ ]", "[x]", "**", "*", "# ", "## ", "- ", "• ", "-", "–", "---",
        "|---|---|",
        "+---+---+", "====", "๑", "๑.", "1.", "1.1 ", "1)", "(1)", "๐๑", "o11", "i20 ", "ข้อ ", "มาตรการที่ ๑ ",
        "ตัวชี้วัดที่ ๒ ", "ลำดับ", "มาตรการ",
        "ผู้รับผิดชอบ", "ผู้รับผิดชอบ : ", "ระยะเวลา: ", "ผลการดำเนินการ: ", "สถานะ", "หมายเหตุ", "รวม", "รวมทั้งสิ้น",
        "ดำเนินการแล้วเสร็จ", "อยู่ระหว่างดำเนินการ",
        "ยังไม่ดำเนินการ", "100%", "ร้อยละ ๕๐", "๓๑ กันยายน ๒๕๖๖", "ต.ค. ๒๕๖๕ - ก.ย. ๒๕๖๖", "ไตรมาส ๑", "๑๐,๐๐๐ บาท", "- ๑ -",
        "หน้า ๒",
        "https://a.go.th/x", "สำนักปลัด", "กองคลัง", "เทศบาลตำบลเขานกเงือก", "จังหวัดพัทลุง", "ปีงบประมาณ พ.ศ. ๒๕๖๖", "😀", "é",
        "漢字",
    ].map { Array($0.utf8) }

    private static func damaged(_ random: inout SeededGenerator) -> [UInt8] {
        var lines = excerpt(&random)
        if random.once(in: 4) { lines += excerpt(&random) }
        for _ in 0..<random.below(5) { damageLines(&lines, &random) }
        var text = Array(lines.joined(separator: [0x0A]))
        for _ in 0..<random.below(14) { damageCharacters(&text, &random) }
        if random.once(in: 12) { text = Array(text.split(separator: 0x0A).joined(separator: [0x0D, 0x0A])) }
        if random.once(in: 30) { text = [0xEF, 0xBB, 0xBF] + text }
        return text
    }

    /// Some lines of a report, now and then all of them.
    private static func excerpt(_ random: inout SeededGenerator) -> [[UInt8]] {
        guard !Corpus.texts.isEmpty else { return [[0x31]] }
        let lines = random.pick(Corpus.texts).split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
        let start = random.below(lines.count)
        let count = random.once(in: 25) ? lines.count : 1 + random.below(40)
        // HTML and wide tables have lines of several kilobytes: a few are enough.
        var size = 0
        return Array(
            lines[start..<min(lines.count, start + count)].prefix { line in
                size += line.count
                return size < 16_000
            })
    }

    private static func damageLines(_ lines: inout [[UInt8]], _ random: inout SeededGenerator) {
        guard !lines.isEmpty else { return }
        let index = random.below(lines.count)
        switch random.below(6) {
        case 0: lines.remove(at: index)
        case 1: lines.insert(lines[index], at: random.below(lines.count + 1))
        case 2: lines.swapAt(index, random.below(lines.count))
        case 3: lines.insert(random.pick(debris), at: index)
        case 4: lines.insert(lines[0], at: index)
        default: if index + 1 < lines.count { lines[index] += lines.remove(at: index + 1) }
        }
    }

    private static func damageCharacters(_ text: inout [UInt8], _ random: inout SeededGenerator) {
        guard !text.isEmpty else { return }
        let position = boundary(text, random.below(text.count))
        if random.once(in: 3) {
            let end = boundary(text, min(text.count, position + 1 + random.below(random.once(in: 5) ? 60 : 6)))
            text.removeSubrange(position..<max(position, end))
        } else {
            text.insert(contentsOf: random.pick(debris), at: position)
        }
    }

    /// The end of the character that `index` lies in.
    private static func boundary(_ text: [UInt8], _ index: Int) -> Int {
        var index = index
        while index < text.count, text[index] & 0xC0 == 0x80 { index += 1 }
        return index
    }

    // MARK: Characters

    private static func characters(_ random: inout SeededGenerator) -> [UInt8] {
        var text: [UInt8] = []
        let parts = 1 + random.below(random.once(in: 3) ? 400 : 40)
        let style = random.below(4)
        for _ in 0..<parts {
            if style == 0 || style == 3 && random.once(in: 2) {
                text += random.pick(debris)
            } else {
                text += scalar(&random, style: style)
            }
        }
        return text
    }

    private static func scalar(_ random: inout SeededGenerator, style: Int) -> [UInt8] {
        let value: UInt32 =
            switch style == 1 ? 9 : random.below(8) {
            case 0...2: 0x0E01 + UInt32(random.below(0x5B))
            case 3...4: UInt32(random.below(0x80))
            case 5: 0x2000 + UInt32(random.below(0x70))
            case 6: UInt32(random.below(0x3000))
            default: UInt32(random.below(0x11_0000))
            }
        return Array(String(Unicode.Scalar(value) ?? " ").utf8)
    }
}
