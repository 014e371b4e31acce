internal import ThaiText

/// A district that lies in another province than the one named behind it, or a subdistrict that does not lie in the
/// district named behind it.
///
/// Examples: `อำเภอเถิน จังหวัดลำพูน`: เถิน is in ลำปาง. `ตำบลบ้านแลง อำเภอเถิน จังหวัดลำปาง`: บ้านแลง is in the district
/// เมืองลำปาง. A district that no list knows says nothing; of subdistricts only one that the province has in another
/// district, for those of other provinces may be new or damaged.
struct PlaceMismatchRule: AuditRule {
    var description: RuleDescription {
        RuleDescription(
            "place-mismatch", .error, thai: "อำเภอหรือตำบลไม่อยู่ในจังหวัดหรืออำเภอที่ระบุ",
            english: "a district or subdistrict that is not in the place named with it")
    }

    func findings(in subject: AuditSubject) -> [Finding] { districts(in: subject) + subdistricts(in: subject) }

    private static let district = Array("อำเภอ".utf8)
    private static let province = Array("จังหวัด".utf8)
    private static let search = PhraseSearch(district)

    private func districts(in subject: AuditSubject) -> [Finding] {
        let text = subject.report.text
        var findings: [Finding] = []
        var seen: Set<ByteKey> = []
        Self.search.forEachOffset(in: text) { position in
            let start = position + Self.district.count
            var word = start
            while word < min(text.count, start + 90), text[word] != 0x0A, !text.hasPrefix(Self.province, at: word) {
                word += text.characterLength(at: word)
            }
            guard text.hasPrefix(Self.province, at: word) else { return start }
            var key: [UInt8] = []
            PlainText.appendKey(of: start..<word, in: text, to: &key)
            var rest: [UInt8] = []
            let limit = text.whole(word + Self.province.count + 60)
            PlainText.appendKey(of: word + Self.province.count..<limit, in: text, to: &rest)
            guard let provinces = AuditData.provinces[ByteKey(key)],
                let (length, _) = Vocabulary.standard.provinces.longestPhrase(in: rest),
                !provinces.contains(where: { rest.starts(with: $0) }), seen.insert(ByteKey(key)).inserted
            else { return start }
            let (name, wrong) = (String(decoding: key, as: UTF8.self), String(decoding: rest[..<length], as: UTF8.self))
            let right = provinces.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ", ")
            findings.append(
                finding(
                    thai: "อำเภอ\(name)ไม่อยู่ในจังหวัด\(wrong) แต่อยู่ในจังหวัด\(right)",
                    english: "the district \(name) is not in \(wrong) but in \(right)",
                    span: SourceSpan(position..<word + Self.province.count)))
            return start
        }
        return findings
    }
}
