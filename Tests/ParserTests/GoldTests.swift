import Foundation
import Testing

/// Holds the records of every report against those that were written by hand, field by field.
///
/// Texts are the same where they differ in nothing but digits, spaces and bullets (results and outcomes may differ in
/// 3 of 100 characters, other texts in 1 or 2); a `null` by hand demands that nothing was read.
@Suite("Records written by hand")
struct GoldTests {
    /// What is known to be read wrong; a line that is read right by now has to be taken out.
    static let knownMisses: Set<GoldMiss> = [
        // Labels broken over lines in running text, and a page break within a word.
        GoldMiss("department-runon-ocr", 0, "result"),
        GoldMiss("department-runon-ocr", 2, "timeframe"),
        // A question whose answer stands below a page break.
        GoldMiss("question-answer-cut-pao", 2, "timeframe"),
        // The state of the last row of a page, below which the next page's head stands.
        GoldMiss("police-cell-per-line", 4, "status"),
        // The head of a page, which no other page has in the same words.
        GoldMiss("cells-codes-running-head-tambon", 2, "result"),
        GoldMiss("school-checkbox-forms", 2, "result"),
        // A row cut by the end of a page, its number in the midst of its lines.
        GoldMiss("city-aligned-status-first", 4, "number"),
        GoldMiss("city-aligned-status-first", 4, "responsible"),
        GoldMiss("city-aligned-status-first", 4, "status"),
        GoldMiss("city-aligned-status-first", 4, "steps"),
        GoldMiss("city-aligned-status-first", 4, "timeframe"),
        GoldMiss("city-aligned-status-first", 4, "title"),
        GoldMiss("city-aligned-status-first", nil, "record"),
        // One step without a number, told in a sentence of a form.
        GoldMiss("department-key-value-tables", 4, "steps"),
        // The number of a form above the title, in the same paragraph.
        GoldMiss("education-area-form", nil, "title"),
        // `I3` in a column of numbers where OCR read it, or a code where the body wrote it.
        GoldMiss("municipality-ocr", 2, "code"),
        GoldMiss("municipality-ocr", 2, "number"),
        // The line of a street below the name of a body in the head of a letter.
        GoldMiss("municipality-letter-nested", nil, "agency"),
        // A result cut by a page, whose rest stands in a row of its own.
        GoldMiss("school-gantt-ticks", 2, "result"),
        // `il2` for i12.
        GoldMiss("municipality-tab-ocr-damage", 0, "code"),
        GoldMiss("municipality-tab-ocr-damage", 0, "title"),
    ]

    @Test("a report reads as a person reads it", arguments: GoldenCorpus.gold)
    func reads(name: String) throws {
        let file = try #require(GoldenCorpus.reports.first { GoldenCorpus.stem($0) == name })
        let gold = try JSONValue(
            try Data(contentsOf: GoldenCorpus.root.appending(path: "gold/\(name)\(GoldenCorpus.goldSuffix)")))
        let misses = GoldComparison(name: name, gold: gold, report: try GoldenCorpus.json(file)).misses()
        let known = Self.knownMisses.filter { $0.name == name }
        for miss in misses where !known.contains(miss) { Issue.record("\(miss): \(miss.detail)") }
        for miss in known.subtracting(misses) {
            Issue.record("\(miss) is right now: take it out of knownMisses")
        }
    }

    @Test("every report of the corpus has records written by hand, and known misses name reports")
    func goldIsThere() {
        #expect(GoldenCorpus.gold.count >= 14)
        #expect(Set(GoldenCorpus.gold) == Set(GoldenCorpus.reports.map(GoldenCorpus.stem)))
        #expect(Self.knownMisses.allSatisfy { GoldenCorpus.gold.contains($0.name) })
    }
}

/// A field that was read otherwise than by hand.
struct GoldMiss: Hashable, CustomStringConvertible {
    let name: String
    /// Index of the measure by hand; null for the facts of the report.
    let measure: Int?
    let field: String
    let detail: String

    init(_ name: String, _ measure: Int?, _ field: String, detail: String = "") {
        self.name = name
        self.measure = measure
        self.field = field
        self.detail = detail
    }

    static func == (left: GoldMiss, right: GoldMiss) -> Bool {
        left.name == right.name && left.measure == right.measure && left.field == right.field
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(measure)
        hasher.combine(field)
    }

    var description: String { "\(name)[\(measure.map(String.init) ?? "report")].\(field)" }
}

@Suite("Comparison with records written by hand")
struct GoldComparisonTests {
    @Test(
        "texts are alike by the share of their characters in common runs",
        arguments: [
            ("abcd", "abcd", 1.0), ("abcd", "bcde", 0.75), ("abxcd", "abcd", 8.0 / 9), ("", "a", 0), ("", "", 1),
            ("ก ข\u{200B}ค", "- กขค", 1), ("๑๒", "12", 1), ("a &amp; b<br>c", "A&BC", 1),
        ] as [(String, String, Double)])
    func alike(first: String, second: String, ratio: Double) {
        #expect(abs(TextLikeness.of(.string(first), .string(second)) - ratio) < 1e-9)
    }
}
