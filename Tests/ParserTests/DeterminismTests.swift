import Invariants
import ReportOutput
import ReportParser
import Testing

/// Promise 3: the same bytes give the same output bytes, and the output is JSON.
@Suite("Determinism")
struct DeterminismTests {
    static let files = Corpus.own + Corpus.shared

    @Test("a report gives the same bytes twice, however often they are handed on", arguments: files)
    func sameBytes(_ file: CorpusFile) throws {
        let first = try parse(file.bytes, name: file.name)
        let second = try parse(file.bytes, name: file.name)
        let json = try written(first)
        #expect(try written(second) == json)
        #expect(try written(first, flushAt: 1) == json)
        #expect(try written(first, flushAt: 97) == json)
        let lines = try writtenLines(first)
        #expect(try writtenLines(second, flushAt: 1) == lines)
    }

    @Test("a report is strict JSON whose spans hold every character", arguments: files)
    func isStrict(_ file: CorpusFile) throws {
        let report = try parse(file.bytes, name: file.name)
        let compact = try StrictJSON(written(report))
        let indented = try StrictJSON(written(report, indentation: 1))
        #expect("\(compact)" == "\(indented)")
        expectComplete(compact, report, file.name)
        let lines = try writtenLines(report).split(separator: 0x0A, omittingEmptySubsequences: false)
        #expect(lines.count == report.measures.count + 1 && lines.last?.isEmpty == true)
        for line in lines.dropLast() { _ = try StrictJSON(Array(line)) }
    }

    @Test("generated inputs give strict JSON, twice the same", arguments: RandomInput.allCases)
    func generatedInputs(_ kind: RandomInput) {
        let trail = Trail("json-\(kind.rawValue)")
        var shown = 0
        for index in 0..<150 * (setting("ITAPARSE_PROPERTY_CASES") ?? 1) {
            let seed = SeededGenerator.seed(of: index, in: 77)
            let bytes = kind.bytes(seed: seed)
            trail.mark(bytes)
            guard shown < 3, let reason = Self.failure(bytes) else { continue }
            shown += 1
            var shrinker = Shrinker(budget: 300) { Self.failure($0) != nil }
            let short = shrinker.shrink(bytes)
            Issue.record("seed \(seed): \(literal(short)): \(Self.failure(short) ?? reason)")
        }
        trail.end()
    }

    @Test("other processes write the same bytes: no order depends on the seed of hashing")
    func acrossProcesses() async throws {
        // Each child has its own seed.
        let first = try await #require(processExitsWith: .success, observing: [\.standardOutputContent]) {
            printDigests()
        }
        let second = try await #require(processExitsWith: .success, observing: [\.standardOutputContent]) {
            printDigests()
        }
        let lines = [first, second].map { Self.digests(in: $0.standardOutputContent) }
        #expect(lines[0].count == Self.files.count + 300)
        if let place = zip(lines[0], lines[1]).first(where: { $0.0 != $0.1 }) {
            Issue.record("\(place.0) in one process, \(place.1) in another")
        }
    }

    private static func digests(in output: [UInt8]) -> [String] {
        String(decoding: output, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("digest ") }.map(
            String.init)
    }

    /// What is wrong with the output of an input; null where nothing is.
    private static func failure(_ bytes: [UInt8]) -> String? {
        guard let first = try? parse(bytes), let second = try? parse(bytes) else { return nil }
        do {
            let json = try written(first)
            guard try written(second, flushAt: 1) == json else { return "two outputs" }
            let value = try StrictJSON(json)
            let identifiers = (value["measures"]?.elements ?? []).compactMap { $0["id"]?.string }
            guard Set(identifiers).count == identifiers.count else { return "two measures with one id" }
            return spans(of: value).isEmpty && first.coverage.characters > 0 ? "no spans" : nil
        } catch {
            return "\(error)"
        }
    }
}

/// Prints a line for each report of the corpus and for generated ones: its name and a hash of its output.
private func printDigests() {
    var inputs = DeterminismTests.files.map { ($0.name, $0.bytes) }
    for kind in RandomInput.allCases {
        for index in 0..<100 {
            let seed = SeededGenerator.seed(of: index, in: 78)
            inputs.append(("\(kind) \(seed)", kind.bytes(seed: seed)))
        }
    }
    for (name, bytes) in inputs {
        let output = (try? parse(bytes)).flatMap { report in
            (try? written(report)).map { $0 + Array(report.source.encoding.utf8) }
        }
        // FNV-1a: Swift's own hashes differ from process to process.
        let hash = (output ?? []).reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        print("digest \(name) \(String(hash, radix: 16))")
    }
}

/// A report as one object of JSON.
func written(_ report: Report, flushAt: Int = 1 << 20, indentation: Int = 0) throws -> [UInt8] {
    var result: [UInt8] = []
    var json = JSONWriter(indentation: indentation, flushAt: flushAt) { result += $0 }
    try ReportJSON.write(report, to: &json)
    return result
}

/// A report as JSON Lines.
func writtenLines(_ report: Report, flushAt: Int = 1 << 20) throws -> [UInt8] {
    var result: [UInt8] = []
    var json = JSONWriter(flushAt: flushAt) { result += $0 }
    try ReportJSONLines.write(report, to: &json)
    return result
}

/// All spans by which a report in JSON owns characters.
private func spans(of json: StrictJSON) -> [Range<Int>] {
    var lists: [StrictJSON] = []
    for measure in json["measures"]?.elements ?? [] { lists += measure["fields"]?.elements ?? [] }
    for key in ["tables", "text", "furniture"] { lists += (json[key]?.elements ?? []).compactMap { $0["spans"] } }
    return lists.flatMap(\.elements).compactMap { span in
        let ends = span.elements.compactMap(\.number)
        return ends.count == 2 && ends[0] <= ends[1] ? ends[0]..<ends[1] : nil
    }
}

/// Requires that the spans and numbers of a report in JSON are those of its source.
private func expectComplete(_ json: StrictJSON, _ report: Report, _ name: String) {
    let source = report.sourceText
    var isOwned = [Bool](repeating: false, count: source.count)
    for span in spans(of: json) { for index in span.clamped(to: isOwned.indices) { isOwned[index] = true } }
    let lost = source.indices.first { index in
        !isOwned[index] && source[index] & 0xC0 != 0x80 && Blank.length(source, at: index) == 0
    }
    if let lost { Issue.record("\(name): JSON has no span for the character at \(lost)") }
    #expect(json["schema"]?.string == "itaparse/report/1")
    #expect(json["measures"]?.elements.count == report.measures.count)
    #expect(json["coverage"]?["dropped"]?.number == 0)
    let identifiers = (json["measures"]?.elements ?? []).compactMap { $0["id"]?.string }
    #expect(Set(identifiers).count == identifiers.count, "\(name): ids are not unique")
}
