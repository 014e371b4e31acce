extension DateGrammar {
    /// How far back a law's kind may stand before its year, in bytes.
    private static let longestTitle = 300

    private static let lawWords = [
        "พ.ร.บ", "พรบ", "พระราชบัญญัติ", "พระราชกำหนด", "พ.ร.ก", "พระราชกฤษฎีกา", "พ.ร.ฎ", "กฎกระทรวง", "กฎ", "ระเบียบ",
        "ประมวล", "รัฐธรรมนูญ", "บัญญัติ", "ข้อบังคับ", "ข้อกำหนด", "ประกาศ", "ฉบับที่", "แก้ไขเพิ่มเติม", "ว่าด้วย", "หลักเกณฑ์",
        "กฏ", "คำสั่ง", "มาตรฐานทางจริยธรรม", "พระธรรมนูญ", "อนุบัญญัติ", "ธรรมนูญ",
    ].map { Array($0.utf8) }

    private static let wordsOfTime = ["ใน", "เมื่อ", "ตั้งแต่", "ระหว่าง", "ถึง", "ปี", "ประจำ", "ภายใน", "ช่วง", "นับแต่"]
        .map { Array($0.utf8) }

    /// Whether the years belong to the titles of laws.
    func isLawYear(_ phrase: DatePhrase) -> Bool {
        guard let first = phrase.points.first, first.unit == .year, first.isBareEra, !phrase.links.contains(.range)
        else {
            return false
        }
        let end = text.trimmedEnd(before: first.start, from: bounds.lowerBound)
        if Self.wordsOfTime.contains(where: { text.hasPrefix($0, at: end - $0.count) }) { return false }
        var index = end
        let limit = max(bounds.lowerBound, end - Self.longestTitle)
        while index > limit {
            index = text.characterStart(before: index)
            switch text[index] {
            case 0x7C, 0x09, 0x3B: return false
            case 0x0A where index > limit && text[index - 1] == 0x0A: return false
            case 0xE0:
                if Self.lawWords.contains(where: { text.hasPrefix($0, at: index) }) { return true }
            default: break
            }
        }
        return false
    }

    private static let offices = [
        "สำนักงาน", "คณะกรรมการ", "กรรมการ", "เลขาธิการ", "กฎ", "ประกาศ", "หนังสือ", "มติ", "โดย", "สนง.",
    ]
    .map { Array($0.utf8) }

    /// Whether the abbreviation is the office (สำนักงาน ก.พ.) and not the month.
    func isAfterOffice(_ month: DateToken) -> Bool {
        guard month.style == .dotted, month.code == 2 || month.code == 7 else { return false }
        let end = text.trimmedEnd(before: month.start, from: bounds.lowerBound)
        return Self.offices.contains { text.hasPrefix($0, at: end - $0.count) }
    }

    // MARK: - The moon

    /// A date of the moon (ขึ้น ๑๕ ค่ำ เดือน ๖), with the year that belongs to it.
    func lunarDate(at start: Int) -> (PartialDate, next: Int)? {
        var index = start
        if token(index).kind == .weekday || isWord(index, .day) { index += 1 }
        if isWord(index, .ordinal) { index += 1 }
        if isWord(index, .month), number(index + 1) != nil, isWord(index + 2, .moon) { index += 2 }
        guard isWord(index, .moon), number(index + 1) != nil, isWord(index + 2, .moonDay) else { return nil }
        index += 3
        if isWord(index, .month) {
            index += 1
            if number(index) != nil || token(index).kind == .other { index += 1 }
        }
        if isWord(index, .year), token(index + 1).kind == .other { index += 2 }
        if let phrase = yearPhrase(at: index) { index = phrase.next }
        var partial = PartialDate(.day, start: token(start).start, end: token(index - 1).end)
        partial.warnings = .unsupportedLunar
        return (partial, index)
    }
}

extension [UInt8] {
    /// `index`, or where the blanks and open brackets before it begin.
    func trimmedEnd(before index: Int, from lower: Int) -> Int {
        var end = index
        while end > lower {
            let start = characterStart(before: end)
            guard blankLength(at: start) > 0 || self[start] == 0x28 else { break }
            end = start
        }
        return end
    }
}
