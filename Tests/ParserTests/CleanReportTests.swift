import Foundation
import Testing

/// Reports in which whoever wrote their records by hand found nothing wrong: no rule may find anything either.
@Suite("Reports without a slip")
struct CleanReportTests {
    /// The reports whose gold has an empty list of slips, and that are read right: a value that is not read seems to miss.
    static let clean = GoldenCorpus.gold.filter { name in
        guard !GoldTests.knownMisses.contains(where: { $0.name == name }),
            let data = try? Data(
                contentsOf: GoldenCorpus.root.appending(path: "gold/\(name)\(GoldenCorpus.goldSuffix)")),
            let gold = try? JSONValue(data)
        else { return false }
        return gold["audit"] != .null && gold["audit"].elements.isEmpty
    }

    @Test("no rule fires", arguments: clean)
    func rests(name: String) throws {
        let file = try #require(GoldenCorpus.reports.first { GoldenCorpus.stem($0) == name })
        let findings = try GoldenCorpus.json(file)["findings"].elements
        #expect(findings.map { "\($0["rule"])" } == [])
    }

    @Test("there are at least four, in several layouts")
    func enough() {
        #expect(Self.clean.count >= 4)
    }
}
