import Foundation
import Testing
import ThaiText

@Suite("The shared sample of dates")
struct DatesBatteryTests {
    private struct Row {
        let text: String
        let kind: String
        let answers: [String]
    }

    @Test("at least 97 of 100 are right")
    func share() throws {
        guard let rows = Battery.rows("dates.tsv")?.map(Self.row) else { return }
        let wrong = rows.filter { !Self.isRight($0) }
        for row in wrong { print("wrong: \(row.text): \(DateLine.of(row.text)), not \(row.answers)") }
        #expect(Double(rows.count - wrong.count) >= 0.97 * Double(rows.count))
    }

    private static func row(_ cells: [String: String]) -> Row {
        let kind = cells["kind"] ?? ""
        let start = cells["start"] ?? ""
        let end = cells["end"] ?? ""
        let starts = start.split(separator: ";", omittingEmptySubsequences: false)
        let ends = end.split(separator: ";", omittingEmptySubsequences: false)
        var answers = [zip(starts, ends).map { "\($0)..\($1)" }.joined(separator: ";")]
        if kind == "none" { answers = ["-"] }
        if kind == "time", end.isEmpty { answers = ["\(start)..\(start)"] }
        answers += Battery.alternatives(cells["notes"] ?? "").map { $0 == "none" ? "-" : $0 }
        return Row(text: cells["text"] ?? "", kind: kind, answers: answers)
    }

    private static func isRight(_ row: Row) -> Bool { row.answers.contains(DateLine.of(row.text)) }
}
