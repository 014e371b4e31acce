internal import ThaiText

/// Where the name of a body ends in running text.
extension AgencyName {
    /// Words that end a name where no blank does: with what follows them in one word, where both are a word of their own.
    private static let stops = PhraseTable(words: [
        "และ", "ได้", "ได้รับ", "ได้แก่", "ประจำ", "ประจํา", "จึง", "โดย", "โดยเฉพาะ", "เพื่อ", "ซึ่ง", "ดำเนินการ", "ดําเนินการ",
        "อำเภอ",
        "จังหวัด",
        "เรื่อง", "ตั้งแต่", "มีการ", "มีความ", "จัดทำ", "กำหนด", "พ.ศ.", "ปี", "รอบ", "แสดง", "ตระหนัก",
    ])
    /// Words that end a name in running text, and may be part of one that stands for itself: `โรงเรียนเห็นแสงธรรม`.
    private static let weakStops = PhraseTable(words: [
        "ว่า", "ขอ", "จะ", "จะต้อง", "ให้", "ที่", "เป็น", "เป็นการ", "เป็นต้น", "แล้ว", "ใน", "ในฐานะ", "ในสังกัด", "มี",
        "ต่อ", "ต่อไป",
        "เห็น", "เห็นชอบ", "ครั้ง", "ผ่าน", "หรือ",
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
        let standsAlone = standsAlone(start, runEnd: run, in: bytes)
        var end = start
        while end < bytes.count {
            let letter = bytes.thaiLetter(at: end)
            if letter == ThaiLetter.none || ThaiLetter.isDigit(letter) || letter == ThaiLetter.maiYamok { break }
            if let stop = stop(at: end, in: bytes, isWeakAllowed: !standsAlone), end + stop <= run,
                isWord(end..<end + stop, of: start..<run, in: bytes, &spaces),
                !isPartOfName(at: end, runEnd: run, kind, standsAlone, in: bytes)
            {
                if end == start { return nil }
                break
            }
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
        return legalFormEnd(from: end, in: bytes) ?? branchEnd(from: end, in: bytes) ?? end
    }

    private static let branch = Array("สาขา".utf8)

    /// Behind the branch that is part of a name: `สำนักงานที่ดินจังหวัดแพร่ สาขาร้องกวาง`.
    private static func branchEnd(from end: Int, in bytes: [UInt8]) -> Int? {
        let start = bytes.skipBlanks(from: end, to: bytes.count)
        guard start > end, bytes.hasPrefix(branch, at: start) else { return nil }
        var position = start + branch.count
        while position < bytes.count, case let letter = bytes.thaiLetter(at: position), letter != ThaiLetter.none,
            !ThaiLetter.isDigit(letter)
        {
            position += 3
        }
        return position > start + branch.count ? position : nil
    }

    private static let legalForm = Array("(องค์การมหาชน)".utf8)

    /// Behind the legal form that is part of a name: `สถาบันวัคซีนสัตว์ (องค์การมหาชน)`.
    private static func legalFormEnd(from end: Int, in bytes: [UInt8]) -> Int? {
        let start = bytes.skipBlanks(from: end, to: bytes.count)
        return bytes.hasPrefix(legalForm, at: start) ? start + legalForm.count : nil
    }

    /// The length of the word at `position` that ends names.
    private static func stop(at position: Int, in bytes: [UInt8], isWeakAllowed: Bool) -> Int? {
        guard ThaiLetter.canBeginWord(bytes.thaiLetter(at: position)) else { return nil }
        let strong = stops.longestPhrase(in: bytes, at: position)?.length ?? 0
        let weak = isWeakAllowed ? weakStops.longestPhrase(in: bytes, at: position)?.length ?? 0 : 0
        return max(strong, weak) > 0 ? max(strong, weak) : nil
    }

    /// Whether words begin and end where `range` does: `สว่าง` holds ว่า, and `ที่ดิน` begins with ที่.
    private static func isWord(
        _ range: Range<Int>, of run: Range<Int>, in bytes: [UInt8], _ spaces: inout LayoutSpaces
    ) -> Bool {
        func isEdge(_ offset: Int) -> Bool {
            offset <= run.lowerBound || offset >= run.upperBound || spaces.isWordEnd(offset, in: run, of: bytes)
        }
        return isEdge(range.lowerBound) && isEdge(range.upperBound)
    }

    /// How long a line is at most that a name fills, in bytes.
    private static let longestLine = 300
    private static let places = PhraseTable(words: ["อำเภอ", "อ.", "จังหวัด", "จ.", "เขต", "กรุงเทพ", "แขวง", "("])

    /// Whether nothing stands behind a name but the place it lies in, so that all letters up to the next blank are its.
    private static func standsAlone(_ start: Int, runEnd: Int, in bytes: [UInt8]) -> Bool {
        guard bytes.count <= longestLine else { return false }
        let next = bytes.skipBlanks(from: runEnd, to: bytes.count)
        return next == bytes.count || next > runEnd && places.longestPhrase(in: bytes, at: next) != nil
    }

    /// Whether a word that ends names elsewhere is part of this one.
    private static func isPartOfName(
        at position: Int, runEnd: Int, _ kind: String, _ standsAlone: Bool, in bytes: [UInt8]
    ) -> Bool {
        namesItsProvince(at: position, runEnd: runEnd, in: bytes)
            || namesSide(at: position, runEnd: runEnd, in: bytes)
            || namesFurtherTask(at: position, runEnd: runEnd, kind, standsAlone, in: bytes)
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
        "office_of_permanent_secretary",
    ]
    /// What stands behind `และ` where another body or people are named with this one.
    private static let companions = PhraseTable(words: [
        "หน่วยงาน", "ส่วนราชการ", "เจ้าหน้าที่", "บุคลากร", "ผู้", "ประชาชน", "คณะ", "ทุก", "กอง", "สำนัก", "ภาค", "องค์กร", "นำ",
        "ได้",
        "ไม่", "มาตรการ", "กำกับ", "รายงาน", "เผยแพร่", "ติดตาม", "แจ้ง",
    ])

    /// `กรมพัฒนาสังคมและสวัสดิการ`: the second task of a body that is named for its tasks.
    private static func namesFurtherTask(
        at position: Int, runEnd: Int, _ kind: String, _ standsAlone: Bool, in bytes: [UInt8]
    ) -> Bool {
        let next = position + and.count
        return bytes.hasPrefix(and, at: position) && next + 9 <= runEnd && kindsOfTasks.contains(kind)
            && stop(at: next, in: bytes, isWeakAllowed: !standsAlone) == nil
            && companions.longestPhrase(in: bytes, at: next) == nil
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
