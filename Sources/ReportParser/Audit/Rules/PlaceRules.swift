internal import ThaiText

/// Another district or province than that of the body, beside its name.
///
/// Example: `เทศบาลตำบลคลองแสน อำเภอบางน้ำเปรี้ยว จังหวัดฉะเชิงเทรา` on the cover and `เทศบาลตำบลคลองแสน อำเภอเมืองปทุมธานี
/// จังหวัดปทุมธานี` above a table that was copied from a neighbour. Other places may well be named: only those count that
/// stand behind the name of the body, or alone in the line below a name of its kind. All of them make one finding.
struct PlaceRule: AuditRule {
    var description: RuleDescription {
        RuleDescription(
            "place-inconsistent", thai: "อำเภอหรือจังหวัดของหน่วยงานไม่ตรงกัน",
            english: "another district or province of the body than elsewhere in the report")
    }

    private static let places = ["ตำบล", "ต.", "แขวง", "อำเภอ", "อ.", "เขต", "จังหวัด", "จ."].map { Array($0.utf8) }
    private static let capital = PlainText.key("เมือง")
    private static let bangkok = "กรุงเทพมหานคร"
    /// Headings and captions are short; a sentence may compare two places.
    private static let longest = 400

    /// Where a body lies, in comparable form.
    private struct Place: Hashable {
        var district: [UInt8]?
        var province: [UInt8]?
    }

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        guard let agency = report.agency, agency.province != nil else { return [] }
        let written = Array(report.string(agency.name).utf8)
        guard !written.isEmpty else { return [] }
        let name = PhraseSearch(written)
        let own = Place(
            district: agency.district.map { PlainText.key(report.string($0)) },
            province: agency.province.map { PlainText.key(report.string($0)) })
        // A line that only names a place is the body's own on the cover, not among the addresses of others.
        let coverEnd = report.measures.first.map { Int($0.span.start) } ?? report.text.count
        var others: [(place: String, span: SourceSpan)] = []
        var seen: Set<Place> = []
        var isBelowName = false
        for text in Self.headings(of: report) {
            let span = report.span(of: text)
            guard span.range.count <= Self.longest else {
                isBelowName = false
                continue
            }
            let isBelow = isBelowName && span.range.upperBound <= coverEnd
            isBelowName = span.range.upperBound <= coverEnd && Self.namesKind(report.text[span.range], agency)
            guard let start = Self.placeStart(in: report.text, span.range, behind: name, isBelowName: isBelow) else {
                continue
            }
            let bytes = Array(report.text[start..<span.range.upperBound])
            let place = PlaceName.read(bytes, from: 0)
            let other = Place(
                district: place.district.map { Self.key(bytes[$0]) },
                province: place.province.map { Self.key(bytes[$0]) })
            guard other.province != nil, Self.differs(other, own), seen.insert(other).inserted else { continue }
            let names = [place.district, place.province].map { $0.map { String(decoding: bytes[$0], as: UTF8.self) } }
            others.append((Self.written(names[0], names[1]), span))
        }
        guard let first = others.first else { return [] }
        let places = others.map(\.place).joined(separator: ", ")
        let right = Self.written(agency.district.map(report.string), agency.province.map(report.string))
        return [
            finding(
                thai: "หน่วยงานอยู่ที่\(right) แต่พบ \(places)",
                english: "the body is in \(right); elsewhere it is in \(places)",
                span: first.span)
        ]
    }

    /// Headings, lines of text and captions in the order of the source.
    private static func headings(of report: Report) -> [FieldText] {
        let blocks = report.blocks.filter { $0.kind != .picture && $0.kind != .tableHeader }.map(\.text)
        return blocks + report.tables.compactMap(\.caption)
    }

    /// Where the place begins: right behind the name, or with the line itself where that stands below a name.
    private static func placeStart(
        in text: [UInt8], _ range: Range<Int>, behind name: PhraseSearch, isBelowName: Bool
    ) -> Int? {
        let start = text.skipBlanks(from: range.lowerBound, to: range.upperBound)
        if isBelowName, isPlace(at: start, in: text) { return start }
        guard let place = name.first(in: text, range) else { return nil }
        let end = text.skipBlanks(from: place + name.phrase.count, to: range.upperBound)
        return isPlace(at: end, in: text) ? end : nil
    }

    private static func isPlace(at index: Int, in bytes: [UInt8]) -> Bool {
        places.contains { bytes.hasPrefix($0, at: index) }
    }

    /// Whether a line is the name of a body of the same kind, and ends with it.
    private static func namesKind(_ bytes: ArraySlice<UInt8>, _ agency: Agency) -> Bool {
        guard bytes.count <= 200, let start = bytes.firstIndex(where: { $0 >= 0x80 }) else { return false }
        let line = Array(bytes[start...])
        guard let (_, kind) = Vocabulary.standard.agencyKinds.longestPhrase(in: line) else { return false }
        return kind == agency.kind && !line.contains(0x20)
    }

    private static func key(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        PlainText.key(String(decoding: bytes, as: UTF8.self))
    }

    /// Whether two places are two; `อำเภอเมือง จังหวัดน่าน` is `อำเภอเมืองน่าน`.
    private static func differs(_ place: Place, _ own: Place) -> Bool {
        if let province = place.province, let right = own.province, province != right { return true }
        guard let district = place.district, let right = own.district, let province = own.province, district != right,
            AuditData.provinces[ByteKey(district)] != nil, AuditData.provinces[ByteKey(right)] != nil
        else { return false }
        let names = [district, right].map { $0 == capital ? capital + province : $0 }
        return names[0] != names[1]
    }

    /// `อำเภอเถิน จังหวัดลำปาง`, or `เขตดุสิต กรุงเทพมหานคร`.
    private static func written(_ district: String?, _ province: String?) -> String {
        let isBangkok = province == bangkok
        return [
            district.map { (isBangkok ? "เขต" : "อำเภอ") + $0 }, province.map { (isBangkok ? "" : "จังหวัด") + $0 },
        ].compactMap { $0 }.joined(separator: " ")
    }
}

/// A subdistrict that does not lie in the district named behind it.
///
/// Example: `ตำบลบ้านแลง อำเภอเถิน จังหวัดลำปาง`: บ้านแลง is in the district เมืองลำปาง. Only a subdistrict that the province has in
/// another district: names that no list knows, and those of other provinces, may be new or damaged.
struct SubdistrictRule: AuditRule {
    var description: RuleDescription {
        RuleDescription(
            "place-mismatch", .error, thai: "ตำบลไม่อยู่ในอำเภอที่ระบุ",
            english: "a subdistrict that is not in the district named with it")
    }

    private static let subdistrict = PhraseSearch(Array("ตำบล".utf8))
    private static let district = Array("อำเภอ".utf8)
    private static let province = Array("จังหวัด".utf8)
    private static let capital = PlainText.key("เมือง")
    /// How far behind the subdistrict its province may stand, in bytes.
    private static let longest = 200
    /// A report names few places; each takes a look through the whole list.
    private static let mostPlaces = 64

    func findings(in subject: AuditSubject) -> [Finding] {
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
