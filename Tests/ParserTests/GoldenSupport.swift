import Foundation
import ReportOutput
import ReportParser
import Testing

/// The reports of Tests/Corpus and what is kept beside them.
enum GoldenCorpus {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Corpus")

    /// The file names of all reports, in order.
    static let reports = names(in: "reports") { !$0.hasPrefix(".") }

    /// The names of the reports that records were written for by hand.
    static let gold = names(in: "gold") { $0.hasSuffix(goldSuffix) }.map { String($0.dropLast(goldSuffix.count)) }

    static let goldSuffix = ".gold.json"

    private static func names(in folder: String, where isIncluded: (String) -> Bool) -> [String] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
        return all.filter(isIncluded).sorted()
    }

    /// A file's name without its suffix.
    static func stem(_ file: String) -> String {
        file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    }

    /// What the program writes for a report.
    static func json(_ file: String) throws -> JSONValue {
        let bytes = [UInt8](try Data(contentsOf: root.appending(path: "reports/\(file)")))
        // The hash is not under test here, and ids would hide the other differences.
        let source = ReportSource(name: file, sha256: String(repeating: "0", count: 64), bytes: bytes.count)
        var data = Data()
        try write(try ReportParser.parse(bytes, source: source)) { data.append(contentsOf: $0) }
        return try JSONValue(data)
    }

    private static func write(_ report: Report, to sink: @escaping JSONWriter.Sink) throws {
        var json = JSONWriter(to: sink)
        try ReportJSON.write(report, to: &json)
    }
}

/// What the program says, held against a file that was looked through and kept.
enum Golden {
    /// Whether goldens are to be written anew: `RECORD_GOLDENS=1`.
    static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1"

    /// Fails with the first difference between `actual` and the file, or writes the file and fails.
    static func check(_ actual: String, against file: URL, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let name = file.lastPathComponent
        if isRecording {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try actual.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("recorded \(name): look through it, then run the tests again", sourceLocation: sourceLocation)
            return
        }
        guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
            Issue.record("\(name) is missing: RECORD_GOLDENS=1 writes it", sourceLocation: sourceLocation)
            return
        }
        guard let difference = difference(expected, actual) else { return }
        Issue.record("\(name), \(difference)", sourceLocation: sourceLocation)
    }

    /// The first line in which two texts differ, as `-` and `+`; null where they are the same.
    static func difference(_ expected: String, _ actual: String) -> String? {
        guard expected != actual else { return nil }
        let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
        for index in 0..<max(old.count, new.count) {
            let before = index < old.count ? old[index] : nil
            let after = index < new.count ? new[index] : nil
            guard before != after else { continue }
            let common = zip(before ?? "", after ?? "").prefix { $0 == $1 }.count
            return "line \(index + 1):\n- \(window(before, around: common))\n+ \(window(after, around: common))"
        }
        return "the texts differ in how their characters are composed"
    }

    /// A long line is shown from a little before the first difference on.
    private static func window(_ line: Substring?, around position: Int) -> String {
        guard let line else { return "(no line)" }
        guard line.count > 240 else { return String(line) }
        let start = max(0, position - 60)
        let part = line.dropFirst(start).prefix(240)
        return (start > 0 ? "…" : "") + part + (start + 240 < line.count ? "…" : "")
    }
}

/// Any JSON value.
enum JSONValue: Decodable, Equatable {
    case null
    case bool(Bool)
    case number(Decimal)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Decimal.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    init(_ data: Data) throws {
        self = try JSONDecoder().decode(JSONValue.self, from: data)
    }

    /// The value under a key; `null` where there is none, as in Python's `dict.get`.
    subscript(key: String) -> JSONValue {
        guard case .object(let members) = self else { return .null }
        return members[key] ?? .null
    }

    func has(_ key: String) -> Bool {
        guard case .object(let members) = self else { return false }
        return members[key] != nil
    }

    var elements: [JSONValue] {
        guard case .array(let elements) = self else { return [] }
        return elements
    }

    var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    var number: Decimal? {
        guard case .number(let number) = self else { return nil }
        return number
    }

    var int: Int? { number.map { NSDecimalNumber(decimal: $0).intValue } }

    /// The keys of an object, in order.
    var keys: [String] {
        guard case .object(let members) = self else { return [] }
        return members.keys.sorted()
    }

    /// Whether Python would take it for true.
    var isTruthy: Bool {
        switch self {
        case .null: false
        case .bool(let value): value
        case .number(let value): value != 0
        case .string(let value): !value.isEmpty
        case .array(let value): !value.isEmpty
        case .object(let value): !value.isEmpty
        }
    }
}
