internal import ThaiText

/// What a line of text outside tables is, seen from its wording alone.
enum LineKind {
    /// A page number, with or without the word for page.
    static func isPageNumber(_ key: [UInt8]) -> Bool {
        guard !key.isEmpty, key.count <= 40 else { return false }
        var rest = key[...]
        let signs: Set<UInt8> = [0x2D, 0x28, 0x29, 0x2E, 0x2F, 0x7C, 0x5B, 0x5D, 0x2A]
        func trimSigns() {
            while let byte = rest.first, signs.contains(byte) { rest = rest.dropFirst() }
            while rest.starts(with: [0xE2, 0x80]) { rest = rest.dropFirst(3) }
        }
        trimSigns()
        for word in pageWords where rest.starts(with: word) {
            rest = rest.dropFirst(word.count)
            break
        }
        trimSigns()
        let digits = rest.prefix { $0 &- 0x30 < 10 }.count
        guard (1...4).contains(digits) else { return false }
        rest = rest.dropFirst(digits)
        for word in ofWords where rest.starts(with: word) {
            let total = rest.dropFirst(word.count).prefix { $0 &- 0x30 < 10 }.count
            if total > 0 { rest = rest.dropFirst(word.count + total) }
            break
        }
        while let byte = rest.first, signs.contains(byte) { rest = rest.dropFirst() }
        while rest.starts(with: [0xE2, 0x80]) { rest = rest.dropFirst(3) }
        return rest.isEmpty
    }

    /// `ห น้ า ๑` looks like a sara am that lost its mark, and is repaired as one.
    private static let pageWords = ["หน้าที่", "หน้า", "หน้ำ", "page", "p."].map { Array($0.utf8) }
    private static let ofWords = ["จากทั้งหมด", "จาก", "/", "of", "ของ"].map { Array($0.utf8) }

    /// Whether a line ends with the number of the page: behind a wide blank (`แบบ ITA-02      หน้า 2 จาก 3`), or behind a
    /// bar and one blank where it says how many pages there are (`… | สถาบัน… หน้า 1/2`).
    static func isPageHead(_ line: Range<Int>, in text: [UInt8]) -> Bool {
        let nearest = max(line.lowerBound, line.upperBound - longestPageNumber)
        for start in (nearest..<line.upperBound).reversed() where start > line.lowerBound && text[start - 1] == 0x20 {
            guard text[start] == 0xE0 || text[start] | 0x20 == 0x70 else { continue }
            var key: [UInt8] = []
            PlainText.appendKey(of: start..<line.upperBound, in: text, to: &key)
            guard pageWords.contains(where: { key.starts(with: $0) }) else { continue }
            let isWide = start - 1 > line.lowerBound && text[start - 2] == 0x20
            guard isWide || text[line].contains(0x7C) && text[start..<line.upperBound].contains(0x2F) else {
                return false
            }
            return isPageNumber(key)
        }
        return false
    }

    /// `หน้าที่ 12 จากทั้งหมด 100`, in bytes.
    private static let longestPageNumber = 60

    /// The first words of the next page, at the foot of a page: `/๔. หาก...`.
    static func isCatchword(_ key: [UInt8]) -> Bool {
        guard key.first == 0x2F, key.count < 120 else { return false }
        return key.suffix(2).elementsEqual([0x2E, 0x2E]) || key.suffix(3).elementsEqual([0xE2, 0x80, 0xA6])
    }

    /// Fewer dots may stand for what is left out.
    private static let longestEllipsis = 10

    /// A rule drawn with signs across the page.
    static func isRule(_ key: [UInt8]) -> Bool {
        key.count >= 3 && key.allSatisfy { $0 == 0x2D || $0 == 0x3D || $0 == 0x5F || $0 == 0x2A || $0 == 0x7E }
            || key.count >= longestEllipsis && key.allSatisfy { $0 == 0x2E }
    }

    /// A description in English that an OCR model gave of a picture: mostly Latin, as a sentence.
    static func isPicture(_ key: [UInt8]) -> Bool {
        guard key.count > 40 else { return false }
        return pictureWords.contains { key.starts(with: $0) }
    }

    private static let pictureWords = [
        "theimage", "thispicture", "thepicture", "theimg", "thisimage", "thephoto", "animage", "aphoto",
        "thescreenshot",
        "ascreenshot", "![", "imagedescription", "[image",
    ].map { Array($0.utf8) }

    /// Whether a line goes on with the description of a picture: a quarter of it and more is Latin.
    static func isForeign(_ key: [UInt8]) -> Bool {
        key.count { $0 | 0x20 &- 0x61 < 26 } * 4 >= key.count
    }

    /// The level of a section heading by its words: 1 for an instrument, 2 for an indicator, 3 for a sub-indicator,
    /// 4 for another part; null for what the words do not mark.
    static func sectionLevel(_ key: [UInt8]) -> Int? {
        var start = 0
        // Numbers and bullets before the word: `๑. ด้านการใช้งบประมาณ`.
        while start < key.count, key[start] < 0x80, !(key[start] &- 0x61 < 26) { start += 1 }
        guard start < 12 else { return nil }
        if let (_, level) = sectionWords.longestPhrase(in: key, at: start) { return level }
        // `การใช้อำนาจ (IIT)`
        if let (length, _) = IndicatorNames.all.longestPhrase(in: key, at: start),
            instruments.meaning(of: Array(key[(start + length)...])) != nil
        {
            return 2
        }
        // Letters and Roman numerals count sections too: `ก. ด้านการใช้งบประมาณ`, `II. ด้านการใช้อำนาจ`.
        let word = countedWords.longestPhrase(in: key, at: start)?.length ?? 0
        // `หมวด ๑ ธรรมาภิบาล…`
        if word > 0, partWords.longestPhrase(in: key, at: start) != nil, key.count > start + word,
            key[start + word] &- 0x30 < 10, key.last.map({ $0 &- 0x30 >= 10 }) == true
        {
            return 2
        }
        let name = behindLetter(key, at: start + word, mayBeBare: word > 0)
        guard name > start else { return nil }
        // `หมวด ก การจัดซื้อจัดจ้าง`: the word parts nothing but sections.
        return sectionWords.longestPhrase(in: key, at: name)?.meaning
            ?? (name > start + word && key.hasPrefix(partWord, at: start) ? 2 : nil)
    }

    private static let instruments = PhraseTable(words: ["(IIT)", "(EIT)", "(OIT)"])

    private static let partWord = Array("หมวด".utf8)
    private static let partWords = PhraseTable(words: ["หมวด", "ตอน", "part", "section"])

    /// Words before the letter or numeral of a section: `หมวด ก ด้าน…`.
    private static let countedWords = PhraseTable(words: ["หมวด", "ส่วน", "ตอน", "กลุ่ม", "part", "section"])

    /// Behind a letter or a Roman numeral and the sign that closes it; `start` where there is none.
    ///
    /// `mayBeBare`: the letter needs no sign.
    private static func behindLetter(_ key: [UInt8], at start: Int, mayBeBare: Bool) -> Int {
        var position = start
        if ThaiLetter.isConsonant(key.thaiLetter(at: position)) {
            position += 3
        } else {
            while position < key.count, position - start < 5, key[position] &- 0x61 < 26 { position += 1 }
            // Only numerals have several letters, and only they stand without a sign: `IV ด้าน…`.
            let isRoman = key[start..<position].allSatisfy { $0 == 0x69 || $0 == 0x76 || $0 == 0x78 }
            guard isRoman || position == start + 1 else { return start }
            if isRoman, position < key.count, key[position] == 0xE0 { return position }
        }
        if mayBeBare, position < key.count, key[position] == 0xE0 { return position }
        guard position > start, position < key.count else { return start }
        if key[position] == 0xE2 { return position + Bullet.length(at: position, in: key) }
        return [0x2E, 0x29, 0x3A, 0x2D].contains(key[position]) ? position + 1 : start
    }

    private static let sectionWords = PhraseTable<Int>([
        ("ประเด็นการประเมิน", 1), ("เครื่องมือการประเมิน", 1), ("เครื่องมือที่", 1), ("เครื่องมือ IIT", 1),
        ("เครื่องมือ EIT", 1), ("เครื่องมือ OIT", 1), ("แบบวัด", 1), ("แบบสำรวจ", 1), ("การประเมิน IIT", 1),
        ("การประเมิน EIT", 1), ("การประเมิน OIT", 1), ("IIT", 1), ("EIT", 1), ("OIT", 1), ("ส่วนที่", 1), ("ตอนที่", 1),
        ("ตารางที่", 1), ("หมวดที่", 1), ("ระเบียบวาระที่", 1), ("วาระที่", 1), ("ตัวชี้วัดที่", 2), ("ตัวชี้วัดย่อยที่", 3), ("ตัวชี้วัดย่อย", 3),
        ("ด้านที่", 2), ("มิติที่", 2),
        ("ยุทธศาสตร์ที่", 2), ("ด้าน", 2), ("ตัวชี้วัด", 2), ("มิติ", 2), ("เป้าประสงค์ที่", 3), ("องค์ประกอบที่", 2),
        ("กลุ่มที่", 2), ("มาตรการด้าน", 2), ("ประเด็นด้าน", 2), ("กลยุทธ์ที่", 3), ("หัวข้อที่", 2),
    ])

    /// Whether a heading names only its place (`ตัวชี้วัดที่ ๔`), and its name stands in the next line.
    static func isBareNumber(_ key: [UInt8]) -> Bool {
        guard let (length, _) = sectionWords.longestPhrase(in: key) else { return false }
        return key.count > length && key.dropFirst(length).allSatisfy { $0 &- 0x30 < 10 || $0 == 0x2E }
    }

    /// Whether a line speaks of the report as such, so that it is no heading within it.
    static func isAboutReport(_ key: [UInt8]) -> Bool { reportWords.longestPhrase(in: key) != nil }

    private static let reportWords = PhraseTable(words: [
        "รายงาน", "แบบรายงาน", "สรุปรายงาน", "ประจำปี", "ปีงบประมาณ", "รอบ", "(รอบ", "(เดือน", "(ตุลาคม", "(integrity",
        "ดังนี้", "อำเภอ", "จังหวัด", "ข้อมูล ณ", "ณ วันที่", "วันที่", "หมายเหตุ", "ตามที่", "จาก", "ลงชื่อ", "(ลงชื่อ",
        "ที่มา", "เอกสาร", "ภาคผนวก", "เรียน", "เรื่อง", "จำนวน", "หน่วยงาน:", "หน่วยงาน :",
    ])

    private static let report = PhraseSearch(Array("รายงาน".utf8))

    /// Whether a line names a report anywhere in it.
    static func speaksOfReport(_ key: [UInt8]) -> Bool { report.stands(in: key) }

    /// Whether a line begins with a word for a kind of public body, as the line below the title of a report does.
    static func isAgency(_ key: [UInt8]) -> Bool {
        guard let (length, _) = Vocabulary.standard.agencyKinds.longestPhrase(in: key) else { return false }
        return key.count > length
    }

    private static let memoWords = PhraseTable(words: [
        "ส่วนราชการ", "ส่วนงาน", "หน่วยงาน", "ที่", "วันที่", "เรื่อง", "เรียน", "อ้างถึง", "สิ่งที่ส่งมาด้วย", "จาก", "ถึง",
    ])

    /// Whether a line is a field in the head of a memorandum: `เรื่อง   รายงาน…`, a wide blank behind its word.
    static func isMemoField(_ line: Range<Int>, in text: [UInt8]) -> Bool {
        guard let (length, _) = memoWords.longestPhrase(in: text, at: line.lowerBound) else { return false }
        let rest = line.lowerBound + length
        guard rest + 1 < line.upperBound else { return false }
        return text[rest] == 0x09 || text[rest] == 0x20 && text[rest + 1] == 0x20
    }

    private static let mailWords = PhraseTable(words: [
        "จาก:", "ถึง:", "สำเนา:", "สำเนาถึง:", "เรียน:", "เรื่อง:", "หัวข้อ:", "วันที่:", "ส่งเมื่อ:", "ส่งวันที่:", "แนบ:", "เอกสารแนบ:",
        "from:", "to:", "cc:", "subject:", "date:", "sent:",
    ])

    /// Whether a line is a field in the head of a letter sent by mail.
    static func isMailField(_ key: [UInt8]) -> Bool { mailWords.longestPhrase(in: key) != nil }

    private static let unitLabels = PhraseTable(words: [
        "ส่วนราชการ:", "หน่วยงาน:", "หน่วยงานที่รับผิดชอบ:", "ผู้รับผิดชอบ:", "หน่วยงานรับผิดชอบ:", "หน่วยงานผู้รับผิดชอบ:",
        "ส่วนราชการที่รับผิดชอบ:", "กอง:", "กอง/สำนัก:", "สำนัก/กอง:", "ฝ่าย:", "ฝ่าย/กลุ่มงาน:", "กลุ่มงาน:", "งาน:", "เจ้าของเรื่อง:",
    ])

    /// Whether a text in comparable form is the label of units with something behind it.
    static func namesUnits(_ key: [UInt8]) -> Bool {
        unitLabels.longestPhrase(in: key).map { $0.length < key.count } ?? false
    }

    /// Whether a line is one of a table of contents: dots lead to the number of a page.
    static func isContents(_ line: Range<Int>, in text: [UInt8]) -> Bool {
        var position = text.trimmed(line).upperBound
        let end = position
        while position > line.lowerBound, text.digit(before: position).value >= 0 {
            position -= text.digit(before: position).length
        }
        guard position < end else { return false }
        position = text.trimmed(line.lowerBound..<position).upperBound
        var dots = 0
        while position > line.lowerBound, text[position - 1] == 0x2E {
            position -= 1
            dots += 1
        }
        return dots >= 4
    }

    private static let memoParts = PhraseTable(words: [
        "เรื่องเดิม", "ความเป็นมา", "ข้อเท็จจริง", "ข้อกฎหมาย", "ข้อกฎหมายที่เกี่ยวข้อง", "ระเบียบที่เกี่ยวข้อง", "ข้อระเบียบ", "ข้อพิจารณา",
        "ข้อเสนอ", "ข้อเสนอเพื่อพิจารณา", "ข้อคิดเห็น", "ข้อสรุป", "ข้อเท็จจริงและข้อพิจารณา",
    ])

    /// Whether a line is the heading of a part of a memorandum and nothing else: `๓. ข้อพิจารณา`.
    static func isMemoPart(_ key: [UInt8]) -> Bool {
        guard isNumbered(key) else { return false }
        let core = HeadingMatcher.core(key)
        return memoParts.meaning(of: core) != nil || core.starts(with: memoEnd)
    }

    private static let memoEnd = Array("จึงเรียน".utf8)

    /// Whether a line begins with a number and a sign behind it: `๑. …`, `2) …`, `1.1 …`.
    static func isNumbered(_ key: [UInt8]) -> Bool {
        let digits = key.prefix { $0 &- 0x30 < 10 }.count
        return (1...2).contains(digits) && digits < key.count && (key[digits] == 0x2E || key[digits] == 0x29)
    }

    /// The number, of up to three digits, that a line begins with, where a sign closes it: `๓. …`, `2) …`.
    static func leadingOrdinal(_ key: [UInt8]) -> Int? {
        let digits = key.prefix { $0 &- 0x30 < 10 }
        guard (1...3).contains(digits.count), digits.count < key.count, [0x2E, 0x29].contains(key[digits.count]) else {
            return nil
        }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// The number that a text from `start` on holds and nothing else: `๑`, `1.`, `๒)`.
    static func ordinal(_ key: [UInt8], from start: Int = 0) -> Int? {
        let digits = key[start...].prefix { $0 &- 0x30 < 10 }
        let rest = key[start...].dropFirst(digits.count)
        guard (1...4).contains(digits.count), rest.isEmpty || rest.elementsEqual([0x2E]) || rest.elementsEqual([0x29])
        else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// The number behind a word that counts measures: `มาตรการที่ ๑ …`, `ประเด็นที่ 2`, `มาตรการที่สาม …`; the length of
    /// the word, and where the number ends.
    static func recordHeading(_ key: [UInt8]) -> (number: Int, word: Int, end: Int)? {
        guard let (word, _) = recordWords.longestPhrase(in: key) else { return nil }
        var index = word
        var number = 0
        while index < key.count, key[index] &- 0x30 < 10, index - word < 3 {
            number = number * 10 + Int(key[index] - 0x30)
            index += 1
        }
        if index > word { return (number, word, index) }
        // `มาตรการสามัคคี` is a name.
        guard key[..<word].suffix(ordinalMark.count).elementsEqual(ordinalMark),
            let (length, spelled) = spelledNumbers.longestPhrase(in: key, at: word)
        else { return nil }
        return (spelled, word, word + length)
    }

    /// Whether a text is a word that counts measures, and nothing else: `มาตรการที่`.
    static func countsMeasures(_ key: [UInt8]) -> Bool {
        key.suffix(ordinalMark.count).elementsEqual(ordinalMark)
            && (recordWords.meaning(of: key) != nil || key.suffix(rankMark.count).elementsEqual(rankMark))
    }

    private static let ordinalMark = Array("ที่".utf8)
    private static let rankMark = Array("ลำดับที่".utf8)
    private static let countMarks = ["ที่", "หมายเลข", "เลขที่", "ลำดับ"].map { Array($0.utf8) }
    private static let spelledNumbers = PhraseTable<Int>([
        ("หนึ่ง", 1), ("สอง", 2), ("สาม", 3), ("สี่", 4), ("ห้า", 5), ("หก", 6), ("เจ็ด", 7), ("แปด", 8),
        ("เก้า", 9), ("สิบ", 10), ("สิบเอ็ด", 11), ("สิบสอง", 12),
    ])

    /// Whether a line counts a record and says nothing else: `มาตรการที่ ๑`, `๑`, `ข้อตกลงที่ 2`.
    static func isCount(_ key: [UInt8]) -> Bool {
        if ordinal(key) != nil { return true }
        if let heading = recordHeading(key) { return key.count - heading.end <= 2 }
        return countedName(key) != nil
    }

    /// The number of a name that ends with one: `ข้อตกลงที่ 2`, whatever it is that is counted.
    static func countedName(_ key: [UInt8]) -> Int? {
        guard let last = key.lastIndex(where: { $0 &- 0x30 >= 10 }) else { return nil }
        let (name, digits) = (key[...last], key[(last + 1)...])
        guard (1...2).contains(digits.count), (18...75).contains(name.count),
            countMarks.contains(where: { name.suffix($0.count).elementsEqual($0) })
        else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// The length of the word that counts measures and stands at `index`: `มาตรการที่`, `ข้อ`.
    static func countWord(in text: [UInt8], at index: Int) -> Int? {
        recordWords.longestPhrase(in: text, at: index)?.length
    }

    /// Whether the letter at `index` begins a word that counts measures; most titles begin with another one.
    static func mayBeginRecordHeading(_ text: [UInt8], at index: Int) -> Bool {
        recordWords.hasPhrase(beginningLike: text, at: index)
    }

    private static let recordWords = PhraseTable(words: [
        "มาตรการที่", "มาตรการลำดับที่", "มาตรการ/แนวทางที่", "มาตรการข้อที่", "มาตรการ", "ประเด็นที่", "ประเด็นลำดับที่",
        "กิจกรรมที่", "โครงการที่", "เรื่องที่", "ข้อที่", "ข้อ", "แนวทางที่", "ลำดับที่", "รายการที่", "แผนงานที่", "หัวข้อที่",
        "มาตรการ/กิจกรรมที่", "บัตรที่", "ใบที่", "แบบที่", "measure",
    ])
}
