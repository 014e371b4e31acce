import Foundation
import ReportOutput
import ReportParser
import Testing
import ThaiText

/// Holds every report of Tests/Corpus against `Corpus/expected`: a line of facts, then a line a measure.
@Suite("Golden records of Tests/Corpus")
struct GoldenTests {
    @Test("a report reads as it did", arguments: GoldenCorpus.reports)
    func reads(file: String) throws {
        let report = try GoldenCorpus.parse(file)
        try Golden.check(
            try GoldenText.of(report),
            against: GoldenCorpus.root.appending(path: "expected/\(GoldenCorpus.stem(file)).jsonl"))
    }

    @Test("the corpus is there: an empty list of reports would pass in silence")
    func corpusIsThere() {
        #expect(GoldenCorpus.reports.count >= 14)
        #expect(Set(GoldenCorpus.reports.map(GoldenCorpus.stem)).count == GoldenCorpus.reports.count)
    }

    @Test("every golden belongs to a report")
    func noStrays() throws {
        let folder = GoldenCorpus.root.appending(path: "expected").path
        let goldens = try FileManager.default.contentsOfDirectory(atPath: folder).map(GoldenCorpus.stem)
        #expect(Set(goldens).subtracting(GoldenCorpus.reports.map(GoldenCorpus.stem)).isEmpty)
    }

    @Test("the first difference is shown, and only it")
    func differences() {
        #expect(Golden.difference("a\nb\n", "a\nb\n") == nil)
        #expect(Golden.difference("a\nb\n", "a\nc\nd\n") == "line 2:\n- b\n+ c")
        #expect(Golden.difference("a\n", "a\nb\n") == "line 2:\n- \n+ b")
        #expect(Golden.difference("a", "a\nb") == "line 2:\n- (no line)\n+ b")
        let long = String(repeating: "ก", count: 400)
        #expect(Golden.difference("\(long)x", "\(long)y")?.contains("…") == true)
    }
}

/// A report in the short form of the goldens: what a person checks, without places, ids and confidence.
enum GoldenText {
    static func of(_ report: Report) throws -> String {
        let collected = Collected()
        var json = JSONWriter { collected.bytes += $0 }
        facts(report, &json)
        for index in report.measures.indices { measure(index, of: report, &json) }
        try json.flush()
        return String(decoding: collected.bytes, as: UTF8.self)
    }

    private final class Collected { var bytes: [UInt8] = [] }

    private static func facts(_ report: Report, _ json: inout JSONWriter) {
        json.beginObject()
        json.key("title")
        json.string(text(report.title, report))
        json.key("agency")
        json.string(text(report.agency?.name, report))
        json.key("kind")
        json.string(report.agency?.kind)
        json.key("place")
        strings([text(report.agency?.district, report), text(report.agency?.province, report)], &json)
        json.key("fiscal_year")
        if let year = report.fiscalYear { json.int(year) } else { json.null() }
        json.key("period")
        json.string(report.period.map { days($0.start, $0.end) })
        json.key("encoding")
        json.string(report.source.encoding)
        json.key("measures")
        json.int(report.measures.count)
        json.key("tables")
        strings(report.tables.map { "\($0.kind.rawValue) \($0.columns.count)x\($0.rows.count)" }, &json)
        json.key("findings")
        strings(report.findings.map(\.rule), &json)
        json.key("dropped")
        json.int(report.coverage.dropped)
        json.endObject()
        json.endLine()
    }

    private static func measure(_ index: Int, of report: Report, _ json: inout JSONWriter) {
        let measure = report.measures[index]
        json.beginObject()
        json.key("ordinal")
        json.int(index + 1)
        json.key("kind")
        json.string(measure.kind.rawValue)
        json.key("code")
        json.string(measure.code.map { "\($0.kind.rawValue)\($0.number)" })
        json.key("number")
        json.string(measure.number)
        json.key("section")
        json.string(report.sections[measure.section].map { report.string($0) }.joined(separator: " > "))
        json.key("title")
        json.string(text(measure.title, report))
        json.key("responsible")
        strings(report.texts[measure.responsible.range].map { report.string($0) }, &json)
        json.key("timeframe")
        json.string(measure.timeframe.map { days($0.start, $0.end) })
        json.key("status")
        json.string(measure.status?.state.rawValue)
        json.key("steps")
        steps(report.steps[measure.steps.range], &json)
        json.key("result")
        json.string(text(measure.result, report))
        json.key("outcome")
        json.string(text(measure.outcome, report))
        json.key("monitoring")
        json.string(text(measure.monitoring, report))
        json.key("requirement")
        json.string(text(measure.requirement, report))
        json.key("budget")
        json.string(measure.budget.map(money))
        json.key("extra")
        strings(report.extras[measure.extra.range].map { text($0.heading, report) }, &json)
        json.endObject()
        json.endLine()
    }

    /// How many steps there are on each level, the outermost first.
    private static func steps(_ steps: ArraySlice<Step>, _ json: inout JSONWriter) {
        let deepest = steps.map { Int($0.depth) }.max() ?? -1
        json.beginArray()
        for depth in 0..<deepest + 1 { json.int(steps.count { Int($0.depth) == depth }) }
        json.endArray()
    }

    private static func strings(_ texts: [String?], _ json: inout JSONWriter) {
        json.beginArray()
        for text in texts { json.string(text) }
        json.endArray()
    }

    private static func text(_ text: FieldText?, _ report: Report) -> String? { text.map { report.string($0) } }

    private static func days(_ start: CivilDate?, _ end: CivilDate?) -> String {
        "\(start.map { "\($0)" } ?? "")..\(end.map { "\($0)" } ?? "")"
    }

    /// `approved/disbursed/remaining`, an amount that is not told as `-`.
    private static func money(_ budget: Budget) -> String {
        [budget.approved, budget.disbursed, budget.remaining].map { $0?.description ?? "-" }.joined(separator: "/")
    }
}
