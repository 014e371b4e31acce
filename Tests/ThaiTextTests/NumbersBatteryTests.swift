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
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appending(path: "../shared/batteries/numbers.tsv").standardized
        guard let table = try? String(contentsOf: file, encoding: .utf8) else {
            print("note: \(file.path) is not here; the number battery was not run")
            return
        }
        let rows = table.split(separator: "\n").dropFirst().map(row)
        #expect(!rows.isEmpty)
        let misses = rows.filter { !isRight($0) }
        let share = Double(rows.count - misses.count) / Double(max(rows.count, 1))
        #expect(share >= 0.97, "missed: \(misses.map(\.text))")
    }

    private func row(_ line: Substring) -> Row {
        var cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        cells += Array(repeating: "", count: max(0, 7 - cells.count))
        let text = cells[2].replacing("\\n", with: "\n").replacing("\\t", with: "\t")
        return Row(category: cells[1], text: text, kind: cells[3], value: cells[4], unit: cells[5], notes: cells[6])
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
        let alternatives = row.notes.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { $0.hasPrefix("alt=") }.map { String($0.dropFirst(4)) }
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
