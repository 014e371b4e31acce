internal import ThaiText

/// Another district or province than that of the body, beside its name.
///
/// Example: `เทศบาลตำบลหนองไผ่งาม อำเภอเถิน จังหวัดลำปาง` on the cover and `เทศบาลตำบลหนองไผ่งาม อำเภอลี้
/// จังหวัดลำพูน` above a table that was copied from a neighbour. Other places may well be named: only those count that
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
