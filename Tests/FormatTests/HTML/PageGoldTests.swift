import Foundation
import ReportFormats
import ReportOutput
import ReportParser
import Testing

/// Web pages of Tests/Corpus/formats/web against their records written by hand.
@Suite("Web pages with records written by hand")
struct PageGoldTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Corpus/formats").standardized
    private static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/web")) ?? [])
        .filter { $0.hasSuffix(".html") }.sorted()

    @Test("a page reads as a person reads it", arguments: names)
    func reads(file: String) throws {
        let bytes = Array(try Data(contentsOf: Self.folder.appending(path: "web/\(file)")))
        #expect(FileFormat(sniffing: bytes) == .html)
        let gold = try Self.object(
            try Data(contentsOf: Self.folder.appending(path: "web-gold/\(file.dropLast(5)).gold.json")))
        let read = try Self.json(try Page(bytes: bytes).report)
        let (facts, wanted) = (Self.member(read, "report"), Self.member(gold, "report"))
        #expect(facts["title"] as? String == wanted["title"] as? String)
        #expect(Self.member(facts, "agency")["name"] as? String == wanted["agency"] as? String)
        #expect(Self.member(facts, "agency")["province"] as? String == wanted["province"] as? String)
        #expect(Self.member(facts, "fiscal_year")["be"] as? Int == wanted["fiscal_year_be"] as? Int)
        #expect(Self.days(facts["period"]) == Self.days(wanted["period"]))
        let measures = read["measures"] as? [[String: Any]] ?? []
        let rows = gold["measures"] as? [[String: Any]] ?? []
        #expect(measures.count == rows.count)
        for (measure, row) in zip(measures, rows) {
            #expect(measure["number"] as? String == row["number"] as? String)
            for key in ["title", "result"] { #expect(Self.letters(measure[key]) == Self.letters(row[key])) }
            #expect((measure["responsible"] as? [String]) == (row["responsible"] as? [String]))
            #expect(Self.days(measure["timeframe"]) == Self.days(row["timeframe"]))
            #expect(Self.member(measure, "status")["state"] as? String == row["status"] as? String)
            #expect((measure["steps"] as? [Any])?.count == row["step_count"] as? Int)
            if let section = row["section"] as? String {
                #expect((measure["section"] as? [String])?.last == section)
            }
        }
        #expect((read["coverage"] as? [String: Int])?["dropped"] == 0)
    }

    @Test("the pages are there: an empty list would pass in silence")
    func pagesAreThere() { #expect(Self.names.count >= 3) }

    private static func json(_ report: Report) throws -> [String: Any] {
        var bytes: [UInt8] = []
        try write(report) { bytes += $0 }
        return try object(Data(bytes))
    }

    private static func write(_ report: Report, to sink: @escaping JSONWriter.Sink) throws {
        var json = JSONWriter(to: sink)
        try ReportJSON.write(report, to: &json)
        try json.flush()
    }

    private static func object(_ data: Data) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private static func member(_ object: [String: Any], _ key: String) -> [String: Any] {
        object[key] as? [String: Any] ?? [:]
    }

    private static func days(_ value: Any?) -> String {
        let range = value as? [String: Any] ?? [:]
        return "\(range["start"] as? String ?? "")..\(range["end"] as? String ?? "")"
    }

    private static func letters(_ value: Any?) -> String {
        (value as? String ?? "").filter { !$0.isWhitespace }
    }
}
