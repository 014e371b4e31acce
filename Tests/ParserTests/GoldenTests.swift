import Foundation
import ReportOutput
import Testing

/// Holds every report of Tests/Corpus against `Corpus/expected`: a line of facts, then a line a measure.
@Suite("Golden records of Tests/Corpus")
struct GoldenTests {
    @Test("a report reads as it did", arguments: GoldenCorpus.reports)
    func reads(file: String) throws {
        try Golden.check(
            try GoldenText.of(try GoldenCorpus.json(file)),
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
///
/// It is made from the JSON, which is what the program promises.
enum GoldenText {
    static func of(_ report: JSONValue) throws -> String {
        var bytes: [UInt8] = []
        try write(report) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func write(_ report: JSONValue, to sink: @escaping JSONWriter.Sink) throws {
        var json = JSONWriter(to: sink)
        facts(report, &json)
        for measure in report["measures"].elements { self.measure(measure, &json) }
        try json.flush()
    }

    private static func facts(_ report: JSONValue, _ json: inout JSONWriter) {
        let (facts, agency) = (report["report"], report["report"]["agency"])
        json.beginObject()
        json.key("title")
        json.string(facts["title"].text)
        json.key("agency")
        json.string(agency["name"].text)
        json.key("kind")
        json.string(agency["kind"].text)
        json.key("place")
        strings([agency["district"].text, agency["province"].text], &json)
        json.key("fiscal_year")
        int(facts["fiscal_year"]["be"], &json)
        json.key("period")
        json.string(days(facts["period"]))
        json.key("encoding")
        json.string(report["source"]["encoding"].text)
        json.key("measures")
        json.int(report["measures"].elements.count)
        json.key("tables")
        let tables = report["tables"].elements.map { table in
            "\(table["kind"].text ?? "?") \(table["columns"].elements.count)x\(table["rows"].elements.count)"
        }
        strings(tables, &json)
        json.key("findings")
        strings(report["findings"].elements.map { $0["rule"].text }, &json)
        json.key("dropped")
        int(report["coverage"]["dropped"], &json)
        json.endObject()
        json.endLine()
    }

    private static func measure(_ measure: JSONValue, _ json: inout JSONWriter) {
        json.beginObject()
        json.key("ordinal")
        int(measure["ordinal"], &json)
        json.key("kind")
        json.string(measure["kind"].text)
        json.key("code")
        json.string(measure["code"].text)
        json.key("number")
        json.string(measure["number"].text)
        json.key("section")
        json.string(measure["section"].elements.compactMap(\.text).joined(separator: " > "))
        json.key("title")
        json.string(measure["title"].text)
        json.key("responsible")
        strings(measure["responsible"].elements.map(\.text), &json)
        json.key("timeframe")
        json.string(days(measure["timeframe"]))
        json.key("status")
        json.string(measure["status"]["state"].text)
        json.key("steps")
        json.beginArray()
        for count in levels(measure["steps"].elements) { json.int(count) }
        json.endArray()
        json.key("result")
        json.string(measure["result"].text)
        json.key("outcome")
        json.string(measure["outcome"].text)
        json.key("monitoring")
        json.string(measure["monitoring"].text)
        json.key("requirement")
        json.string(measure["requirement"].text)
        json.key("budget")
        json.string(money(measure["budget"]))
        json.key("extra")
        strings(measure["extra"].keys, &json)
        json.endObject()
        json.endLine()
    }

    /// How many steps there are on each level, the outermost first.
    private static func levels(_ steps: [JSONValue]) -> [Int] {
        guard !steps.isEmpty else { return [] }
        return [steps.count] + levels(steps.flatMap { $0["steps"].elements })
    }

    private static func int(_ value: JSONValue, _ json: inout JSONWriter) {
        if let int = value.int { json.int(int) } else { json.null() }
    }

    private static func strings(_ texts: [String?], _ json: inout JSONWriter) {
        json.beginArray()
        for text in texts { json.string(text) }
        json.endArray()
    }

    private static func days(_ range: JSONValue) -> String? {
        range == .null ? nil : "\(range["start"].text ?? "")..\(range["end"].text ?? "")"
    }

    /// `approved/disbursed/remaining`, an amount that is not told as `-`.
    private static func money(_ budget: JSONValue) -> String? {
        guard budget != .null else { return nil }
        return ["approved", "disbursed", "remaining"].map { budget[$0].number?.description ?? "-" }.joined(
            separator: "/")
    }
}
