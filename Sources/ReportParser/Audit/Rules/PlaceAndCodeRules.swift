internal import ThaiText

/// The places and items that rules look up, compiled into the program and read when first needed.
enum AuditData {
    /// The provinces of each district.
    static let provinces: [ByteKey: [[UInt8]]] = {
        var provinces: [ByteKey: [[UInt8]]] = [:]
        for fields in rows(PackageResources.districts_tsv) where fields.count == 2 {
            provinces[ByteKey(PlainText.key(fields[0])), default: []].append(PlainText.key(fields[1]))
        }
        return provinces
    }()

    /// The items of each year's disclosure list: their numbers and titles.
    static let items: [Int: [(number: Int, title: [UInt8])]] = {
        var items: [Int: [(number: Int, title: [UInt8])]] = [:]
        for fields in rows(PackageResources.oit_items_tsv) where fields.count == 3 {
            guard let year = Int(fields[0]), let number = Int(fields[1].dropFirst()) else { continue }
            items[year, default: []].append((number, PlainText.key(fields[2])))
        }
        return items
    }()

    /// The titles of each year's list, for finding the item that a title is closest to.
    static let itemTitles = items.mapValues { TitleLikeness($0) }

    private static func rows(_ file: [UInt8]) -> [[Substring]] {
        String(decoding: file, as: UTF8.self).split(separator: "\n").dropFirst().map { $0.split(separator: "\t") }
    }
}

/// A district that lies in another province than the one named behind it.
///
/// Example: `อำเภอเถิน จังหวัดลำพูน`: เถิน is in ลำปาง. A district that no list knows says nothing.
struct DistrictRule: AuditRule {
    var description: RuleDescription {
        RuleDescription(
            "district-not-in-province", .error, thai: "อำเภอไม่อยู่ในจังหวัดที่ระบุ",
            english: "a district that is not in the province named with it")
    }

    private static let district = Array("อำเภอ".utf8)
    private static let province = Array("จังหวัด".utf8)
    private static let search = PhraseSearch(district)

    func findings(in subject: AuditSubject) -> [Finding] {
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
            let limit = text.wholeEnd(word + Self.province.count + 60)
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

extension [UInt8] {
    /// `end`, or the end of the text, or the start of the character that `end` would cut.
    fileprivate func wholeEnd(_ end: Int) -> Int {
        var end = Swift.min(end, count)
        while end > 0, end < count, self[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }
}

/// A disclosure item under the code of another one.
///
/// Example: `o34 แผนปฏิบัติการป้องกันการทุจริต` in a year whose list has the plan at o39. Reports quote the list of their
/// year or of the year before; a title that is in neither says nothing.
struct CodeTitleRule: AuditRule {
    var description: RuleDescription {
        RuleDescription(
            "code-title-mismatch", thai: "รหัสไม่ตรงกับชื่อรายการในปีนั้น",
            english: "an item's code that is not that of its title in the year's list")
    }

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        guard let year = report.fiscalYear else { return [] }
        let lists = [year, year - 1].compactMap { AuditData.itemTitles[$0] }
        guard !lists.isEmpty else { return [] }
        let findings: [Finding] = report.measures.enumerated().compactMap { index, measure in
            guard let code = measure.code, code.kind == .o, let title = measure.title else { return nil }
            let key = report.key(of: title)
            let close = lists.flatMap { $0.likenesses(of: key) }
            let own = close.filter { $0.number == code.number }.map(\.likeness).max() ?? 0
            guard let best = close.max(by: { $0.likeness < $1.likeness }), Self.isClear(best.likeness, own)
            else { return nil }
            return finding(
                thai: "รายการนี้คือ o\(best.number) ไม่ใช่ o\(code.number)",
                english: "this item is o\(best.number) in the list, not o\(code.number)", measure: index, field: .code,
                span: report.span(of: title))
        }
        // A report most of whose codes are others follows a list of its own (of another kind of body): one slip.
        let coded = report.measures.count { $0.code?.kind == .o }
        return findings.count >= 3 && findings.count * 2 >= coded ? Array(findings.prefix(1)) : findings
    }

    /// Whether a title is that of another item: it fits the other one well, and its own much less.
    private static func isClear(_ other: Double, _ own: Double) -> Bool {
        other >= 0.95 && own < other - 0.15 || other >= 0.85 && own < 0.7 || other >= 0.75 && own < 0.5
    }
}
