import Foundation
import Testing
import ThaiText

@Suite("Number battery")
struct NumbersBatteryTests {
    /// A row of numbers.tsv.
    struct Row {
        let category: String
        let text: String
        let kind: String
        let value: String
        let unit: String
        let notes: String
    }

    @Test("At least 97 of 100 rows of the shared sample are right")
    func sharedSample() throws {
        guard let rows = Battery.rows("numbers.tsv")?.map(row) else { return }
        #expect(!rows.isEmpty)
        let misses = rows.filter { !isRight($0) }
        let share = Double(rows.count - misses.count) / Double(max(rows.count, 1))
        #expect(share >= 0.97, "missed: \(misses.map(\.text))")
    }

    private func row(_ cells: [String: String]) -> Row {
        Row(
            category: cells["category"] ?? "", text: cells["text"] ?? "", kind: cells["kind"] ?? "",
            value: cells["value"] ?? "", unit: cells["unit"] ?? "", notes: cells["notes"] ?? "")
    }

    /// The judgement of tools/battery.py.
    private func isRight(_ row: Row) -> Bool {
        let bytes = Array(row.text.utf8)
        let scanner = NumberScanner()
        let found =
            NumberScanner.Hint(rawValue: row.category).map { scanner.read(bytes, as: $0) } ?? scanner.scan(bytes)
        let isExact = ["outline", "code", "range"].contains(row.kind)
        let expected = row.kind == "none" ? [] : row.value.split(separator: ";").map(String.init)
        if expected.count == found.count, zip(expected, found).allSatisfy({ isEqual($0, $1, row, isExact) }) {
            return true
        }
        let alternatives = Battery.alternatives(row.notes)
        return alternatives.contains { alternative in
            if alternative == "none" { return found.isEmpty }
            if alternative.allSatisfy(\.isLetter) {
                return found.contains { $0.kind.rawValue == alternative } || (alternative == "list" && found.count > 1)
            }
            return found.count == 1 && isEqual(alternative, found[0], row, isExact)
        }
    }

    private func isEqual(_ expected: String, _ found: NumberMention, _ row: Row, _ isExact: Bool) -> Bool {
        let value = found.value.description
        var isClose = expected.lowercased() == value.lowercased()
        if !isExact, let want = Double(expected), let have = Double(value) {
            let slack = row.notes.split(separator: "tolerance ").dropFirst().first.flatMap { Double($0) } ?? 1e-9
            isClose = isClose || abs(want - have) <= slack
        }
        return isClose && (row.unit.isEmpty || row.unit == found.unit?.rawValue)
    }
}
