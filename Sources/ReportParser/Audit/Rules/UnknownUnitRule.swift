internal import ThaiText

/// A responsible unit whose name is that of another one but for a letter or two.
///
/// Example: `กองคลง` where eight measures name `กองคลัง`, and `คลง` is no word. A name that stands in one measure alone is no slip: units differ
/// from body to body, and no list knows them all.
struct UnknownUnitRule: AuditRule {
    var description: RuleDescription {
        RuleDescription(
            "unknown-unit", .info, thai: "ชื่อส่วนงานต่างจากที่ใช้ในรายงาน",
            english: "a unit whose name is that of another one but for a letter or two")
    }

    /// Units that others may be held against: those of a body are few, and comparing all with all takes too long.
    private static let mostUnits = 40
    private static let mostRecent = 6

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        let names = Self.names(of: report)
        let usual = names.filter { $0.count >= 3 }.prefix(Self.mostUnits)
        guard !usual.isEmpty else { return [] }
        return names.filter { $0.count == 1 }.compactMap { name in
            guard let other = usual.first(where: { Self.isSlip(name.key, $0.key) }) else { return nil }
            let (written, right) = (report.string(name.text), report.string(other.text))
            guard Self.unknownLetters(of: written) > Self.unknownLetters(of: right) else { return nil }
            return finding(
                thai: "\"\(written)\" น่าจะเป็น \"\(right)\" ซึ่งพบ \(other.count) แห่ง",
                english: "\"\(written)\" is probably \"\(right)\", which stands \(other.count) times",
                measure: name.measure, field: .responsible, span: report.span(of: name.text))
        }
    }

    /// How many letters of a name belong to no known word: `งานสืบสวน` is no slip for `งานสอบสวน`.
    private static func unknownLetters(of name: String) -> Int {
        var words = WordCoverage()
        let bytes = Array(name.utf8)
        return words.count(in: 0..<bytes.count, of: bytes).unknown
    }

    /// A name of a unit: where it first stands, and how often it stands.
    private struct Name {
        var measure: Int
        var text: FieldText
        var key: [UInt8]
        var count = 1
    }

    /// The names of the units, each once, in the order of the report.
    private static func names(of report: Report) -> [Name] {
        var names: [Name] = []
        var places: [ByteKey: Int] = [:]
        // Most rows name the units of the rows before; they are told by their bytes.
        var recent: [(range: Range<Int>, name: Int)] = []
        for index in report.measures.indices {
            for text in report.texts[report.measures[index].responsible.range] {
                let range = report.span(of: text).range
                if let known = recent.first(where: { report.text.areSame($0.range, range) }) {
                    names[known.name].count += 1
                    continue
                }
                let key = ByteKey(PlainText.key(of: report.pieces[text.pieces.range], in: report.text))
                guard key.bytes.count >= 15, key.bytes.count <= 120 else { continue }
                let place = places[key, default: names.count]
                if place == names.count {
                    places[key] = place
                    names.append(Name(measure: index, text: text, key: key.bytes))
                } else {
                    names[place].count += 1
                }
                if recent.count == mostRecent { recent.removeFirst() }
                recent.append((range, place))
            }
        }
        return names
    }

    /// Whether a name is another one but for a letter, or two of a long one; figures tell units apart.
    private static func isSlip(_ name: [UInt8], _ other: [UInt8]) -> Bool {
        let limit = other.count >= 45 ? 2 : 1
        guard name.filter({ $0 < 0x80 }) == other.filter({ $0 < 0x80 }) else { return false }
        return EditDistance.whole(name, other, atMost: limit) <= limit
    }
}
