import Foundation
import ReportParser
import Testing
import ThaiText

/// A report that lies beside the tests or in the shared folder.
struct CorpusFile: Sendable, CustomStringConvertible {
    let name: String
    let bytes: [UInt8]
    var description: String { name }
}

/// The reports that properties are checked on.
enum Corpus {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The reports of the repository.
    static let own = files(in: root.appending(path: "Tests/Corpus/reports"))

    /// The reports of the folder that is shared beside the repository; none where it is not there.
    static let shared = files(in: root.deletingLastPathComponent().appending(path: "shared/corpus/reports"))

    /// The decoded text of all reports, to cut inputs from.
    static let texts = (own + shared).compactMap { try? DecodedText(decoding: $0.bytes).bytes }

    /// The inputs for a parser that a fuzzer found.
    static func fuzzed(_ target: String) -> [CorpusFile] {
        files(in: root.appending(path: "Tests/Corpus/fuzz").appending(path: target))
    }

    private static func files(in folder: URL) -> [CorpusFile] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().compactMap { name in
            (try? Data(contentsOf: folder.appending(path: name))).map { CorpusFile(name: name, bytes: Array($0)) }
        }
    }
}

/// A whole number of the environment, for longer runs than the usual ones.
func setting(_ name: String) -> Int? { ProcessInfo.processInfo.environment[name].flatMap { Int($0) } }

extension Trait where Self == ConditionTrait {
    /// Leaves a test out where `SKIP_LONG_TESTS` is set.
    static var slow: Self {
        .disabled(if: ProcessInfo.processInfo.environment["SKIP_LONG_TESTS"] != nil, "SKIP_LONG_TESTS is set")
    }
}

/// The report that stands in a text file's bytes.
func parse(_ bytes: [UInt8], name: String = "case.txt") throws(DecodedText.Failure) -> Report {
    let sha256 = String(repeating: "0123456789abcdef", count: 4)
    return try ReportParser.parse(bytes, source: ReportSource(name: name, sha256: sha256, bytes: bytes.count))
}

/// The report that stands in a string.
func parse(_ text: String) throws(DecodedText.Failure) -> Report { try parse(Array(text.utf8)) }
