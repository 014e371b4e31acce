import Foundation
import Invariants
import Testing

/// Inputs that once broke a parser, and that a fuzzer found: Tests/Corpus/fuzz has a folder of them for each target.
@Suite("Fuzzed inputs")
struct FuzzedInputTests {
    @Test("inputs that once broke a parser", arguments: FuzzTarget.allCases)
    func keptInputs(_ target: FuzzTarget) throws {
        for file in Corpus.fuzzed(target.rawValue) {
            let broken = target.brokenInvariant(of: file.bytes)
            #expect(broken == nil, "\(target.rawValue)/\(file.name)")
            if target == .report, let report = try? parse(file.bytes) { expectCovered(report, file.name) }
        }
    }

    @Test("lines of the reports keep to what is checked of fuzzed inputs", arguments: FuzzTarget.allCases)
    func lines(_ target: FuzzTarget) throws {
        try #require(!Corpus.own.isEmpty)
        for text in Corpus.own {
            for line in text.bytes.split(separator: 0x0A).prefix(12) where line.count < 2000 {
                let broken = target.brokenInvariant(of: Array(line))
                #expect(broken == nil, "\(text.name): \(literal(Array(line), limit: 100))")
            }
        }
    }
}
