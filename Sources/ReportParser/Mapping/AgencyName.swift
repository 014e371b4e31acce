internal import ThaiText

/// The name of a public body in running text.
struct AgencyName {
    var kind: String
    var range: Range<Int>
    /// Which block of the head it stands in.
    var block: Int
    /// Whether a blank, a bracket or the end of the text stands behind it, so that nothing was cut off.
    var isWhole: Bool
    /// Whether it stands at the start of a line or behind a blank.
    var isApart: Bool
    /// Whether another name stands before it in its block.
    var followsAnother: Bool
    var bytes: [UInt8]
    /// How many characters the word for the kind has: the more, the less likely is it a word of something else.
    var kindLength: Int

    /// Bodies that reports speak of and that are not the ones that report.
    private static let others = [
        "สำนักงานป.ป.ช", "สำนักงานปปช", "สำนักงานปลัด", "สำนักงานคณะกรรมการป้องกัน", "สำนักงานก.พ", "กรมส่งเสริมการปกครอง",
        "สำนักงานการตรวจเงิน", "กรมบัญชีกลาง", "ศูนย์บริการ", "ศูนย์ปฏิบัติการ", "ศูนย์ดำรงธรรม", "ศูนย์พัฒนา", "ศูนย์รับ", "ศูนย์ข้อมูล",
        "เทศบาลและ", "คณะกรรมการ", "คณะทำงาน", "คณะผู้", "คณะอนุ", "คณะบุคคล", "คณะกรรม", "คณะรัฐมนตรี", "สถาบันพระปกเกล้า",
        "สำนักงานเลขานุการ", "ศูนย์ราชการ", "องค์การมหาชน", "สำนักงานผู้อำนวยการ", "สำนักงานอธิการบดี", "สำนักงานคณบดี",
    ].map { PlainText.key($0) }

    /// Words for a kind of body that name none of them.
    private static let generic = Set(["สำนักงานเขตพื้นที่การศึกษา", "สำนักงานเขตพื้นที่"].map { PlainText.key($0) })

    /// All names in a text.
    static func all(in bytes: [UInt8], block: Int, spaces: inout LayoutSpaces) -> [AgencyName] {
        let kinds = Vocabulary.standard.agencyKinds
        var result: [AgencyName] = []
        var position = 0
        while position < bytes.count {
            guard let (length, kind) = kinds.longestPhrase(in: bytes, at: position),
                let end = nameEnd(from: position + length, kind: kind, in: bytes, spaces: &spaces)
            else {
                position += bytes.characterLength(at: position)
                continue
            }
            let name = Array(bytes[position..<end])
            let key = PlainText.key(String(decoding: name, as: UTF8.self))
            let isOther = generic.contains(key) || others.contains { key.starts(with: $0) }
            if kind == "office_of_permanent_secretary" || !isOther {
                let isWhole =
                    end == bytes.count || bytes.blankLength(at: end) > 0 || bytes[end] == 0x28 || bytes[end] == 0x29
                let before = position == 0 ? 0 : bytes.blankLength(at: bytes.characterStart(before: position))
                result.append(
                    AgencyName(
                        kind: kind, range: position..<end, block: block, isWhole: isWhole,
                        isApart: position == 0 || before > 0, followsAnother: !result.isEmpty, bytes: name,
                        kindLength: length / 3))
            }
            position = end
        }
        return result
    }

    /// Whether a name stands behind the word for a kind of body at `position`.
    static func isNamed(at position: Int, in bytes: [UInt8], spaces: inout LayoutSpaces) -> Bool {
        guard let (length, kind) = Vocabulary.standard.agencyKinds.longestPhrase(in: bytes, at: position) else {
            return false
        }
        return nameEnd(from: position + length, kind: kind, in: bytes, spaces: &spaces) != nil
    }

    /// How often each name stands in the whole text.
    static func counts(of names: [AgencyName], in text: [UInt8]) -> [Int] {
        let table = PhraseTable(names.map { (String(decoding: $0.bytes, as: UTF8.self), 0) })
        var counts: [[UInt8]: Int] = [:]
        var position = 0
        // The first part of a long text tells enough.
        let end = min(text.count, 1 << 18)
        while position < end {
            if text[position] == 0xE0, let (length, _) = table.longestPhrase(in: text, at: position) {
                counts[Array(text[position..<position + length]), default: 0] += 1
                position += length
            } else {
                position += text.characterLength(at: position)
            }
        }
        return names.map { counts[$0.bytes] ?? 0 }
    }

    /// How likely a name is that of the body that reports.
    static func score(_ candidate: (AgencyName, Int)) -> Int {
        let (name, count) = candidate
        var score = min(count, 8) * 3
        if name.isWhole { score += 8 }
        if name.isApart { score += 2 }
        score += name.block < 3 ? 10 : name.block < 6 ? 5 : name.block < 12 ? 2 : 0
        // A long word for the kind (เทศบาลตำบล) is nothing else; a short one (กรม, ศูนย์) may be.
        score += min(name.kindLength, 12)
        // Of two spellings the sound one counts.
        if name.bytes.indices.contains(where: { name.bytes.thaiLetter(at: $0) == ThaiLetter.nikhahit }) { score -= 8 }
        // A ministry is named behind the department that reports, and an office behind what belongs to it.
        if name.kind == "ministry" || name.followsAnother && name.kind == "office" { score -= 8 }
        return score * 1000 - name.block
    }
}

/// Districts and provinces in running text.
enum PlaceName {
    private static let districtWords = ["อำเภอ", "อําเภอ", "อ.", "เขต"].map { Array($0.utf8) }
    private static let provinceWords = ["จังหวัด", "จ."].map { Array($0.utf8) }
    private static let areaOfSchools = Array("เขตพื้นที่".utf8)
    private static let bangkok = Array("กรุงเทพมหานคร".utf8)

    /// The first district and the first province behind `start`.
    static func read(_ bytes: [UInt8], from start: Int) -> (district: Range<Int>?, province: Range<Int>?) {
        var district: Range<Int>?
        var province: Range<Int>?
        var position = start
        while position < bytes.count, province == nil {
            if bytes[position] == 0xE0 {
                if let word = provinceWords.first(where: { bytes.hasPrefix($0, at: position) }) {
                    let name = bytes.skipBlanks(from: position + word.count, to: bytes.count)
                    if let (length, _) = Vocabulary.standard.provinces.longestPhrase(in: bytes, at: name) {
                        province = name..<name + length
                        // `ศาลากลางจังหวัดแพร่ อำเภอเมืองแพร่`: the district may stand behind it.
                        let next = bytes.skipBlanks(from: name + length, to: bytes.count)
                        if district == nil, next > name + length, bytes.hasPrefix(districtWords[0], at: next) {
                            district = districtName(from: next + districtWords[0].count, in: bytes)
                        }
                    }
                } else if district == nil, !bytes.hasPrefix(areaOfSchools, at: position),
                    let word = districtWords.first(where: { bytes.hasPrefix($0, at: position) })
                {
                    district = districtName(from: position + word.count, in: bytes)
                } else if bytes.hasPrefix(bangkok, at: position) {
                    province = position..<position + bangkok.count
                }
            }
            position += bytes.characterLength(at: position)
        }
        // A word for district without a province behind it may be part of another name.
        return (province == nil && start == 0 ? nil : district, province)
    }

    private static func districtName(from start: Int, in bytes: [UInt8]) -> Range<Int>? {
        let begin = start < bytes.count && bytes[start] == 0x20 ? start + 1 : start
        var end = begin
        while end < bytes.count {
            let letter = bytes.thaiLetter(at: end)
            guard letter != ThaiLetter.none, !ThaiLetter.isDigit(letter) else { break }
            if end > begin, provinceWords.contains(where: { bytes.hasPrefix($0, at: end) }) { break }
            end += 3
        }
        return end - begin >= 6 && end - begin <= 90 ? begin..<end : nil
    }

    private static let areaWord = Array("เขต".utf8)

    /// The province whose name ends the name of a body, before the number of an area where there is one.
    static func provinceInside(_ range: Range<Int>, of bytes: [UInt8]) -> Range<Int>? {
        // `สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต ๑`
        let area = range.last {
            bytes.hasPrefix(areaWord, at: $0) && bytes.blankLength(at: bytes.characterStart(before: $0)) > 0
        }
        let end = area.map { bytes.trimmed(range.lowerBound..<$0).upperBound } ?? range.upperBound
        var position = range.lowerBound
        while position < end {
            if let (length, _) = Vocabulary.standard.provinces.longestPhrase(in: bytes, at: position),
                position + length == end, position > range.lowerBound
            {
                return position..<position + length
            }
            position += bytes.characterLength(at: position)
        }
        return nil
    }
}
