internal import ThaiText

/// A heading that does not fit what stands below it.
///
/// Example: `ประเด็นการประเมิน IIT` above indicators 6 to 8, which are those of EIT, or `ตัวชี้วัดที่ ๔ การใช้งบประมาณ` (that is 2) in a
/// report that has the numbers of three others right. A report may count its indicators on its own: names decide.
struct HeadingRule: AuditRule {
    var description: RuleDescription {
        RuleDescription(
            "heading-mismatch", thai: "หัวข้อไม่ตรงกับเนื้อหา", english: "a heading that does not fit what stands below it")
    }

    private static let instruments = ["IIT", "EIT", "OIT"].map { (name: $0, search: PhraseSearch(Array($0.utf8))) }

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        let named = report.indicators.map { Self.entry(of: $0, report) }
        return instruments(report, named) + numbers(report, named)
    }

    private static func entry(of indicator: Indicator, _ report: Report) -> IndicatorNames.Entry? {
        guard let name = indicator.name else { return nil }
        let key = PlainText.key(of: report.pieces[name.pieces.range], in: report.text)
        guard let (length, entry) = IndicatorNames.all.longestPhrase(in: key) else { return nil }
        // A score may stand behind the name: `การใช้งบประมาณ (76.40)`.
        return length == key.count || key[length] == 0x28 ? entry : nil
    }

    /// Headings of one instrument above records of another one, each heading once.
    private func instruments(_ report: Report, _ named: [IndicatorNames.Entry?]) -> [Finding] {
        let headings = report.sections.map { Self.heading(of: $0, report) }
        var fitting: Set<FieldText> = []
        var others: [(heading: FieldText, measure: Int, instrument: String)] = []
        for (index, measure) in report.measures.enumerated() {
            guard let heading = headings[measure.section], let instrument = Self.instrument(of: measure, named) else {
                continue
            }
            if heading.instrument == instrument {
                fitting.insert(heading.text)
            } else {
                others.append((heading.text, index, instrument))
            }
        }
        var seen: Set<FieldText> = []
        return others.compactMap { heading, measure, instrument in
            guard !fitting.contains(heading), seen.insert(heading).inserted else { return nil }
            let written = report.string(heading)
            return finding(
                thai: "หัวข้อ \"\(written)\" แต่รายการใต้หัวข้อเป็นของ \(instrument)",
                english: "the heading \"\(written)\" stands above items of \(instrument)", measure: measure,
                field: .section, span: report.span(of: heading))
        }
    }

    /// The instrument that the record belongs to, by its code or by the name of its indicator.
    private static func instrument(of measure: Measure, _ named: [IndicatorNames.Entry?]) -> String? {
        switch measure.code?.kind {
        case .i: "IIT"
        case .e: "EIT"
        // What is published to do better with the staff (IIT) is an item of OIT all the same.
        case .o: nil
        default: measure.indicator.flatMap { named[Int($0)]?.instrument }
        }
    }

    /// The nearest heading of a section that names an instrument, and one alone.
    private static func heading(of section: [FieldText], _ report: Report) -> (text: FieldText, instrument: String)? {
        for heading in section.reversed() {
            let range = report.span(of: heading).range
            let named = instruments.filter { stands($0.search, in: report.text, range) }
            if named.count == 1 { return (heading, named[0].name) }
        }
        return nil
    }

    /// Whether a name stands there that is no part of a longer word of Latin letters.
    private static func stands(_ name: PhraseSearch, in text: [UInt8], _ range: Range<Int>) -> Bool {
        guard let start = name.first(in: text, range) else { return false }
        let around = [start - 1, start + name.phrase.count].filter { range.contains($0) }
        return !around.contains { text[$0] | 0x20 &- 0x61 < 26 }
    }

    /// Indicators under the number of another one, where most have theirs.
    private func numbers(_ report: Report, _ named: [IndicatorNames.Entry?]) -> [Finding] {
        var first: [Int32: Int] = [:]
        for (index, measure) in report.measures.enumerated() {
            if let indicator = measure.indicator, first[indicator] == nil { first[indicator] = index }
        }
        var right: Set<Int> = []
        var wrong: [(index: Int, number: Int, entry: IndicatorNames.Entry)] = []
        for (index, indicator) in report.indicators.enumerated() {
            // A sub-indicator, `9.1`, has a name of its own.
            guard let entry = named[index], let number = indicator.number.flatMap({ Int($0) }) else { continue }
            if number == entry.number {
                right.insert(entry.number)
            } else if first[Int32(clamping: index)] != nil {
                wrong.append((index, number, entry))
            }
        }
        guard right.count >= 3, Set(wrong.map(\.number)).count == 1 else { return [] }
        return wrong.prefix(1).compactMap { slip in
            guard let name = report.indicators[slip.index].name else { return nil }
            return finding(
                thai: "\"\(report.string(name))\" คือตัวชี้วัดที่ \(slip.entry.number) ไม่ใช่ \(slip.number)",
                english: "\"\(report.string(name))\" is indicator \(slip.entry.number), not \(slip.number)",
                measure: first[Int32(clamping: slip.index)], field: .section, span: report.span(of: name))
        }
    }
}
