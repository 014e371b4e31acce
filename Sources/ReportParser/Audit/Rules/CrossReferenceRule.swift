internal import ThaiText

/// The number of another item than the one that the words before it name.
///
/// Example: `ตามแผนปฏิบัติการป้องกันการทุจริตตามข้อ o๓๔` in a report whose o36 is the plan: the sentence was copied from the list of
/// another year. The report's own titles are what counts, and only words that are the whole title, or its beginning, of
/// exactly one other item.
struct CrossReferenceRule: AuditRule {
    var description: RuleDescription {
        RuleDescription(
            "cross-reference-mismatch", thai: "อ้างถึงข้ออื่นที่ไม่ตรงกับชื่อรายการ",
            english: "the number of another item than its words name")
    }

    private static let sign = PhraseSearch(Array("ข้อ".utf8))
    private static let before = ["ตาม", "ใน"].map { Array($0.utf8) }
    /// How many bytes of the words before the number are looked at, and of a title at least have to be there.
    private static let (longest, shortest) = (360, 21)

    /// An item that a text may speak of.
    private struct Item {
        var number: Int
        var title: [UInt8]
    }

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        let items = Self.items(of: report)
        guard items.count >= 2 else { return [] }
        var findings: [Finding] = []
        for index in report.measures.indices where report.measures[index].code?.kind == .o {
            guard let text = report.measures[index].requirement else { continue }
            let span = report.span(of: text).range
            var rest = span
            while let sign = Self.sign.first(in: report.text, rest) {
                rest = sign + Self.sign.phrase.count..<rest.upperBound
                guard let named = Self.code(behind: rest.lowerBound, in: report.text),
                    let word = Self.before.first(where: { report.text.hasPrefix($0, at: sign - $0.count) }),
                    named.number != report.measures[index].code?.number,
                    let right = Self.item(
                        before: sign - word.count, from: span.lowerBound, not: named.number, among: items, report)
                else { continue }
                findings.append(
                    finding(
                        thai: "อ้างถึง o\(named.number) แต่รายการที่กล่าวถึงคือ o\(right.number)",
                        english: "o\(named.number) is referred to, what is named is o\(right.number)",
                        measure: index, field: .requirement, span: SourceSpan(sign - word.count..<named.end)))
            }
        }
        return findings
    }

    /// The items of a report, each number once: at most 99.
    private static func items(of report: Report) -> [Item] {
        var seen: Set<Int> = []
        return report.measures.indices.compactMap { index in
            guard let code = report.measures[index].code, code.kind == .o, let title = report.measures[index].title,
                seen.insert(code.number).inserted
            else { return nil }
            return Item(
                number: code.number, title: PlainText.key(of: report.pieces[title.pieces.range], in: report.text))
        }
    }

    /// The titles of an item: that of the report, or those of the lists of its year and of the year before.
    private static func titles(of number: Int, among items: [Item], _ report: Report) -> [[UInt8]] {
        if let item = items.first(where: { $0.number == number }) { return [item.title] }
        guard let year = report.fiscalYear else { return [] }
        return [year, year - 1].compactMap { DisclosureItems.ofYear[$0]?.first { $0.number == number }?.title }
    }

    /// The item's code that stands at `place`, and where it ends.
    private static func code(behind place: Int, in text: [UInt8]) -> (number: Int, end: Int)? {
        let start = text.skipBlanks(from: place, to: min(text.count, place + 4))
        guard start < text.count, let reading = text.itemCode(at: start, support: .full), reading.code.kind == .o
        else { return nil }
        return (reading.code.number, start + reading.length)
    }

    /// The only item that the words before `place` name; null where they name `number`, several items or none.
    private static func item(
        before place: Int, from start: Int, not number: Int, among items: [Item], _ report: Report
    ) -> Item? {
        var words: [UInt8] = []
        guard place > start else { return nil }
        PlainText.appendKey(of: report.text.whole(max(start, place - longest))..<place, in: report.text, to: &words)
        var best: (item: Item, length: Int)?
        var isTie = false
        for item in items {
            let length = overlap(words, item.title)
            guard length >= shortest else { continue }
            if item.number == number { return nil }
            if length == best?.length { isTie = true }
            if length > best?.length ?? 0 { (best, isTie) = ((item, length), false) }
        }
        guard let best, !isTie else { return nil }
        // What is named need not stand at the beginning of the title; of an item without a known title nothing is said.
        let phrase = Array(words.suffix(best.length))
        let named = titles(of: number, among: items, report)
        return named.isEmpty || named.contains { $0.holds(phrase, in: $0.indices) } ? nil : best.item
    }

    /// How many bytes of `title`, from its beginning on, end `words`.
    private static func overlap(_ words: [UInt8], _ title: [UInt8]) -> Int {
        guard let last = words.last else { return 0 }
        var length = min(words.count, title.count)
        while length >= shortest {
            // Where the last bytes differ, as they mostly do, the others need no look.
            if title[length - 1] == last, words.suffix(length).elementsEqual(title[..<length]) { return length }
            length -= 1
        }
        return 0
    }
}
