internal import ThaiText

/// Records without labels: a counted name, below it the unit, the time, the money and the state, parted by bars or lines,
/// and what was done.
///
/// ```
/// (๑) จัดทำคู่มือประชาชน
/// กองช่าง | ต.ค. ๖๗ - ม.ค. ๖๘ | ๕,๐๐๐ บาท
/// [x] ดำเนินการแล้วเสร็จ [ ] ยังไม่ดำเนินการ
/// แจกคู่มือแล้ว ๒๐๐ เล่ม
/// ```
struct BareCards {
    /// The lines of each card, its name first.
    private var cards: [Range<Int>] = []
    /// The fields of each card.
    private var fields: [[LabelledRecord.Field]] = []
    /// How many of its lines name a card.
    private var nameLengths: [Int] = []

    /// Fewer counted lines are no series.
    private static let fewest = 3
    /// A field is a few words, in bytes of the comparable form.
    private static let longestField = 240

    /// Recognises cards: counted lines that stand apart, with facts of two kinds and more below nearly all of them.
    init?(_ lines: [ProseSegmenter.Line], in document: Document) {
        findCards(in: lines)
        guard cards.count >= Self.fewest else { return nil }
        var classifier = CellClassifier()
        var telling = 0
        for card in cards {
            let (named, found) = Self.fields(of: card, lines, document, &classifier)
            fields.append(found)
            nameLengths.append(named)
            let roles = Set(found.map(\.role)).subtracting([.result])
            if roles.count >= 2, roles.contains(where: \.isAction) { telling += 1 }
        }
        guard telling * 5 >= cards.count * 4 else { return nil }
    }

    private mutating func findCards(in lines: [ProseSegmenter.Line]) {
        var last = 0
        var index = 0
        while index < lines.count {
            let line = lines[index]
            guard line.line.blanksBefore > 0 || index == 0, line.sectionLevel == nil,
                Self.ordinal(line.key) == last + 1
            else {
                index += 1
                continue
            }
            var end = index + 1
            while end < lines.count, lines[end].line.blanksBefore == 0, lines[end].sectionLevel == nil { end += 1 }
            if end > index + 1 {
                last += 1
                cards.append(index..<end)
            }
            index = end
        }
    }

    /// The number of a line: `(๑) …`, `๑. …`, `มาตรการที่ ๑ …`.
    private static func ordinal(_ key: [UInt8]) -> Int? {
        if let heading = LineKind.recordHeading(key) { return heading.number }
        return LineKind.leadingOrdinal(key.first == 0x28 ? Array(key.dropFirst()) : key)
    }

    /// The fields of a card, and how many of its lines name it.
    private static func fields(
        of card: Range<Int>, _ lines: [ProseSegmenter.Line], _ document: Document, _ classifier: inout CellClassifier
    ) -> (named: Int, fields: [LabelledRecord.Field]) {
        var fields: [LabelledRecord.Field] = []
        var named = 1
        for index in card.dropFirst() {
            let line = lines[index]
            let parts = parts(of: line, in: document)
            let roles = parts.map { role(of: $0.value, in: document, &classifier) }
            if roles.count(where: { $0 != nil }) * 3 >= roles.count * 2 {
                for (role, part) in zip(roles, parts) {
                    let field = LabelledRecord.Field(
                        role: role ?? .extra, certainty: 0.6, label: part.sign, value: part.value)
                    add(field, to: &fields)
                }
            } else if fields.isEmpty {
                named += 1
            } else {
                let value = Array(document.pieces[line.line.pieces.range])
                add(LabelledRecord.Field(role: .result, certainty: 0.6, label: [], value: value), to: &fields)
            }
        }
        return (named, fields)
    }

    /// Adds a field, or its text to the field above it that it goes on with: a box below a box, a line of a result.
    private static func add(_ field: LabelledRecord.Field, to fields: inout [LabelledRecord.Field]) {
        guard let last = fields.last, last.role == field.role else { return fields.append(field) }
        fields[fields.count - 1].label += field.label
        fields[fields.count - 1].value.join(field.value, by: field.role == .result ? .wrap : .line)
    }

    /// What bars and semicolons part in a line, each with the sign before it.
    private static func parts(
        of line: ProseSegmenter.Line, in document: Document
    ) -> [(sign: [Piece], value: [Piece])] {
        let signs = line.range.filter { document.text[$0] == 0x7C || document.text[$0] == 0x3B }
        let starts = [line.range.lowerBound] + signs.map { $0 + 1 }
        return zip(starts, signs + [line.range.upperBound]).compactMap { start, end in
            let value = document.clip(line.line.pieces, to: start..<end)
            guard !value.isEmpty else { return nil }
            let sign = start > line.range.lowerBound ? document.clip(line.line.pieces, to: start - 1..<start) : []
            return (sign, value)
        }
    }

    private static let baht = Array("บาท".utf8)
    private static let moneyWords = PhraseTable(words: ["ไม่ใช้งบ", "ไม่มีงบ", "ไม่ได้ใช้งบ", "งบประมาณ", "วงเงิน", "ใช้งบ"])

    /// What a part tells, seen from its contents alone.
    private static func role(
        of part: [Piece], in document: Document, _ classifier: inout CellClassifier
    ) -> ColumnRole? {
        if part.contains(where: { $0.form == .tickedBox || $0.form == .emptyBox }) { return .status }
        let key = PlainText.key(of: part[...], in: document.text)
        guard key.count <= longestField else { return nil }
        if key.suffix(baht.count).elementsEqual(baht), key.first.map({ $0 &- 0x30 < 10 }) == true { return .budget }
        if moneyWords.longestPhrase(in: key) != nil { return .budget }
        switch classifier.kind(of: part[...], in: document.text) {
        case .unit: return .responsible
        case .date: return .timeframe
        case .status, .percent: return .status
        case .money: return .budget
        default: return nil
        }
    }

    /// Adds the cards to a segmentation; `text` takes the lines between them.
    func append(
        to result: inout Segmentation, lines: [ProseSegmenter.Line],
        text: (Range<Int>, inout Segmentation) -> Void
    ) {
        var next = 0
        for (index, card) in cards.enumerated() {
            text(next..<card.lowerBound, &result)
            var record = LabelledRecord()
            for line in card.prefix(nameLengths[index]) {
                record.extend(result.document.pieces[lines[line].line.pieces.range], joint: .wrap)
            }
            record.fields = fields[index]
            record.append(to: &result)
            next = card.upperBound
        }
        text(next..<lines.count, &result)
    }
}
