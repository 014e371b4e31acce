internal import ThaiText

/// Where the name of a body ends in running text.
extension AgencyName {
    /// Words that end a name where no blank does.
    private static let stops = PhraseTable(words: [
        "ได้", "ประจำ", "ประจํา", "จึง", "โดย", "เพื่อ", "ซึ่ง", "ดำเนินการ", "ดําเนินการ", "อำเภอ", "จังหวัด", "ว่า", "และ", "ขอ",
        "จะ", "ให้", "เรื่อง", "ตั้งแต่", "ที่", "มีการ", "มีความ", "จัดทำ", "กำหนด", "เป็น", "พ.ศ.", "แล้ว", "ใน", "ปี", "มี", "ต่อ",
        "รอบ", "แสดง", "ตระหนัก", "เห็น", "ครั้ง", "ผ่าน", "หรือ",
    ])
    private static let area = Array("เขต".utf8)

    private static let company = Array("บริษัท".utf8)
    private static let limited = Array("จำกัด".utf8)

    /// The end of the name of a company: `บริษัท … จำกัด`.
    private static func companyEnd(from start: Int, in bytes: [UInt8]) -> Int? {
        var position = start
        while position < min(bytes.count, start + 180), bytes[position] != 0x0A {
            if bytes.hasPrefix(limited, at: position) { return position + limited.count }
            position += bytes.characterLength(at: position)
        }
        return nil
    }

    /// The end of the name whose proper part begins at `start`; null where there is none.
    static func nameEnd(
        from start: Int, kind: String, in bytes: [UInt8], spaces: inout LayoutSpaces
    ) -> Int? {
        if bytes.hasPrefix(company, at: start - company.count), let end = companyEnd(from: start, in: bytes) {
            return end
        }
        var run = start
        while run < bytes.count, bytes.thaiLetter(at: run) != ThaiLetter.none { run += 3 }
        var end = start
        while end < bytes.count {
            let letter = bytes.thaiLetter(at: end)
            if letter == ThaiLetter.none || ThaiLetter.isDigit(letter) || letter == ThaiLetter.maiYamok { break }
            // `สว่าง` holds ว่า, but no word begins there.
            if end > start, ThaiLetter.canBeginWord(letter), stops.longestPhrase(in: bytes, at: end) != nil,
                spaces.isWordEnd(end, in: start..<run, of: bytes), !isPartOfName(at: end, runEnd: run, kind, in: bytes)
            {
                break
            }
            if end == start, stops.longestPhrase(in: bytes, at: end) != nil { return nil }
            end += 3
        }
        guard end - start >= 6 else { return nil }
        // `สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต ๑`
        if end < bytes.count, bytes[end] == 0x20, bytes.hasPrefix(area, at: end + 1) {
            var digit = end + 1 + area.count
            if digit < bytes.count, bytes[digit] == 0x20 { digit += 1 }
            let number = bytes.digit(at: digit)
            if number.value >= 0 { return digit + number.length }
        }
        return legalFormEnd(from: end, in: bytes) ?? end
    }

    private static let legalForm = Array("(องค์การมหาชน)".utf8)

    /// Behind the legal form that is part of a name: `สถาบันวัคซีนสัตว์ (องค์การมหาชน)`.
    private static func legalFormEnd(from end: Int, in bytes: [UInt8]) -> Int? {
        let start = bytes.skipBlanks(from: end, to: bytes.count)
        return bytes.hasPrefix(legalForm, at: start) ? start + legalForm.count : nil
    }

    /// Whether a word that ends names elsewhere is part of this one.
    private static func isPartOfName(at position: Int, runEnd: Int, _ kind: String, in bytes: [UInt8]) -> Bool {
        namesItsProvince(at: position, runEnd: runEnd, in: bytes)
            || namesSide(at: position, runEnd: runEnd, in: bytes)
            || namesFurtherTask(at: position, runEnd: runEnd, kind, in: bytes)
    }

    /// `เทศบาลตำบลบ้านดอนใน`: a place is named for the side it lies on, and no blank follows a preposition.
    private static func namesSide(at position: Int, runEnd: Int, in bytes: [UInt8]) -> Bool {
        bytes.hasPrefix(side, at: position) && position + side.count == runEnd
    }

    private static let side = Array("ใน".utf8)
    private static let and = Array("และ".utf8)
    /// The kinds of bodies that are named for their tasks, of which there may be two; others are named for a place.
    private static let kindsOfTasks: Set<String> = [
        "department", "office", "institute", "centre", "faculty", "ministry", "state_enterprise_or_organization",
    ]
    /// What stands behind `และ` where another body or people are named with this one.
    private static let companions = PhraseTable(words: [
        "หน่วยงาน", "ส่วนราชการ", "เจ้าหน้าที่", "บุคลากร", "ผู้", "ประชาชน", "คณะ", "ทุก", "กอง", "สำนัก", "ภาค", "องค์กร", "นำ",
        "ได้",
        "ไม่", "มาตรการ", "กำกับ", "รายงาน", "เผยแพร่", "ติดตาม", "แจ้ง",
    ])

    /// `กรมพัฒนาสังคมและสวัสดิการ`: the second task of a body that is named for its tasks.
    private static func namesFurtherTask(
        at position: Int, runEnd: Int, _ kind: String, in bytes: [UInt8]
    ) -> Bool {
        let next = position + and.count
        return bytes.hasPrefix(and, at: position) && next + 9 <= runEnd && kindsOfTasks.contains(kind)
            && stops.longestPhrase(in: bytes, at: next) == nil && companions.longestPhrase(in: bytes, at: next) == nil
            && Vocabulary.standard.agencyKinds.longestPhrase(in: bytes, at: next) == nil
    }

    /// `สำนักงานส่งเสริมหัตถกรรมจังหวัดตรัง`: a province that ends the run without a blank is part of the name.
    private static func namesItsProvince(at position: Int, runEnd: Int, in bytes: [UInt8]) -> Bool {
        let word = Array("จังหวัด".utf8)
        guard bytes.hasPrefix(word, at: position),
            let (length, _) = Vocabulary.standard.provinces.longestPhrase(in: bytes, at: position + word.count)
        else { return false }
        return position + word.count + length == runEnd
    }
}
