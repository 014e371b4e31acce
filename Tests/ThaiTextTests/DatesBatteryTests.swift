import Foundation
import Testing
import ThaiText

@Suite("The shared sample of dates")
struct DatesBatteryTests {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../shared/batteries/dates.tsv").standardized

    private struct Row {
        let text: String
        let kind: String
        let answers: [String]
    }

    @Test("at least 97 of 100 are right")
    func share() throws {
        guard let table = try? String(contentsOf: Self.file, encoding: .utf8) else {
            print("note: skipped, \(Self.file.path) is not there")
            return
        }
        let rows = table.split(separator: "\n").dropFirst().map { Self.row($0) }
        let wrong = rows.filter { !Self.isRight($0) }
        for row in wrong { print("wrong: \(row.text): \(DateLine.of(row.text)), not \(row.answers)") }
        #expect(Double(rows.count - wrong.count) >= 0.97 * Double(rows.count))
    }

    private static func row(_ line: Substring) -> Row {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        let starts = cells[4].split(separator: ";", omittingEmptySubsequences: false)
        let ends = cells[5].split(separator: ";", omittingEmptySubsequences: false)
        var answers = [zip(starts, ends).map { "\($0)..\($1)" }.joined(separator: ";")]
        if cells[3] == "none" { answers = ["-"] }
        if cells[3] == "time", cells[5].isEmpty { answers = ["\(cells[4])..\(cells[4])"] }
        for note in cells.dropFirst(6).joined().split(separator: ";") {
            let note = note.trimmingCharacters(in: .whitespaces)
            if note.hasPrefix("alt=") { answers.append(note == "alt=none" ? "-" : String(note.dropFirst(4))) }
        }
        return Row(text: unescaped(cells[2]), kind: cells[3], answers: answers)
    }

    private static func isRight(_ row: Row) -> Bool { row.answers.contains(DateLine.of(row.text)) }

    private static func unescaped(_ text: String) -> String {
        var result = ""
        var rest = Substring(text)
        while let slash = rest.firstIndex(of: "\\") {
            result += rest[..<slash]
            rest = rest[rest.index(after: slash)...]
            switch rest.popFirst() {
            case "n": result += "\n"
            case "t": result += "\t"
            case "u":
                let digits = rest.prefix(4)
                if let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) {
                    result.unicodeScalars.append(scalar)
                }
                rest = rest.dropFirst(4)
            case let other?: result.append(other)
            case nil: break
            }
        }
        return result + rest
    }
}
