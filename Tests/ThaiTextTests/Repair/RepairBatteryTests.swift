import Testing
import ThaiText

@Suite("The shared sample of repairs")
struct RepairBatteryTests {
    @Test("at least 95 of 100 are right, and none that is to stay is changed")
    func share() throws {
        guard let rows = Battery.rows("repair.tsv") else { return }
        #expect(!rows.isEmpty)
        var wrong = 0
        for row in rows {
            let input = row["input"] ?? ""
            let expected = row["expected"] ?? ""
            let allowed = [expected] + Battery.alternatives(row["notes"] ?? "").map { $0 == "keep" ? input : $0 }
            let found = repaired(input)
            guard !allowed.contains(where: { Array($0.utf8) == Array(found.utf8) }) else { continue }
            wrong += 1
            print("wrong: \(input): \(found), not \(allowed)")
            #expect(input != expected, "\(input) is to stay")
        }
        #expect(Double(rows.count - wrong) >= 0.95 * Double(rows.count))
    }
}

/// A text with all its damage mended.
func repaired(_ text: String) -> String {
    var repair = TextRepair()
    return String(decoding: repair.repair(Array(text.utf8)).bytes, as: UTF8.self)
}
