internal import ThaiText

/// Subdistricts and the districts that they lie in.
extension PlaceMismatchRule {
    private static let subdistrict = PhraseSearch(Array("ตำบล".utf8))
    private static let district = Array("อำเภอ".utf8)
    private static let province = Array("จังหวัด".utf8)
    private static let capital = PlainText.key("เมือง")
    /// How far behind the subdistrict its province may stand, in bytes.
    private static let longest = 200
    /// A report names few places; each takes a look through the whole list.
    private static let mostPlaces = 64

    func subdistricts(in subject: AuditSubject) -> [Finding] {
        let text = subject.report.text
        var findings: [Finding] = []
        var seen: Set<[[UInt8]]> = []
        subject.forEachPlace(of: Self.subdistrict) { place in
            // `เทศบาลตำบล…` and `องค์การบริหารส่วนตำบล…` are names of bodies.
            guard seen.count < Self.mostPlaces, text.thaiLetter(before: place) == ThaiLetter.none,
                let names = Self.names(at: place, in: text), seen.insert(names.keys).inserted
            else { return }
            let districts = Subdistricts.districts(of: names.keys[0], province: names.keys[2])
            guard !districts.isEmpty, !districts.contains(names.keys[1]) else { return }
            let written = names.keys.map { String(decoding: $0, as: UTF8.self) }
            let right = districts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ", ")
            findings.append(
                finding(
                    thai: "ตำบล\(written[0])ไม่อยู่ในอำเภอ\(written[1]) จังหวัด\(written[2]) แต่อยู่ในอำเภอ\(right)",
                    english: "the subdistrict \(written[0]) is not in \(written[1]), \(written[2]), but in \(right)",
                    span: SourceSpan(place..<names.end)))
        }
        return findings
    }

    /// The subdistrict, district and province that stand one behind the other, in comparable form.
    private static func names(at place: Int, in text: [UInt8]) -> (keys: [[UInt8]], end: Int)? {
        let limit = text.whole(place + longest)
        guard let (name, next) = word(from: place + subdistrict.phrase.count, before: district, in: text, limit),
            let (second, last) = word(from: next + district.count, before: province, in: text, limit)
        else { return nil }
        var rest: [UInt8] = []
        PlainText.appendKey(of: last + province.count..<text.whole(last + province.count + 60), in: text, to: &rest)
        guard let (length, _) = Vocabulary.standard.provinces.longestPhrase(in: rest) else { return nil }
        let third = Array(rest[..<length])
        let end = PlainText.end(ofKeyLength: length, in: text, from: last + province.count..<limit)
        return ([name, second == capital ? capital + third : second, third], max(end, last + province.count))
    }

    /// The comparable form of what stands between `start` and the next `sign`, on one line.
    private static func word(
        from start: Int, before sign: [UInt8], in text: [UInt8], _ limit: Int
    ) -> (key: [UInt8], next: Int)? {
        var position = start
        while position < limit, text[position] != 0x0A {
            if text.hasPrefix(sign, at: position) {
                var key: [UInt8] = []
                PlainText.appendKey(of: start..<position, in: text, to: &key)
                return key.count >= 6 && key.count <= 90 ? (key, position) : nil
            }
            position += text.characterLength(at: position)
        }
        return nil
    }
}

/// The 7,436 subdistricts: a line a district, searched as it stands, for a report names few.
enum Subdistricts {
    private static let file = PackageResources.subdistricts_tsv

    /// The districts of a province that have a subdistrict of that name; all names in comparable form.
    static func districts(of name: [UInt8], province: [UInt8]) -> [[UInt8]] {
        let search = PhraseSearch([0x3B] + name + [0x3B])
        var districts: [[UInt8]] = []
        search.forEachOffset(in: file) { place in
            let start = (file[..<place].lastIndex(of: 0x0A) ?? -1) + 1
            let fields = file[start..<place].split(separator: 0x09)
            guard fields.count >= 2, fields[1].elementsEqual(province) else { return place + 1 }
            districts.append(Array(fields[0]))
            return place + 1
        }
        return districts
    }
}
