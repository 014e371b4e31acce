import Foundation
import Testing

/// `itaparse audit` as people and programs call it.
@Suite("Audit command")
struct AuditCommandTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Corpus/reports")

    private static func path(_ name: String) -> String { folder.appending(path: name).path }

    @Test("a finding stands with its file and line, and a summary by rule follows")
    func text() throws {
        let run = try Program.run(["audit", Self.path("narrative-ticks-school.txt")])
        #expect(run.status == 0)
        #expect(run.text.contains(#/narrative-ticks-school\.txt:\d+: place-mismatch: /#))
        #expect(run.lines.contains { $0.hasSuffix("  numbering-gap") })
    }

    @Test("--fail-on gives 3 where a finding is grave enough, and rules can be chosen")
    func failing() throws {
        let path = Self.path("narrative-ticks-school.txt")
        #expect(try Program.run(["audit", path, "--fail-on", "error"]).status == 3)
        #expect(try Program.run(["audit", path, "--fail-on", "error", "--rule", "numbering-gap"]).status == 0)
        #expect(try Program.run(["audit", path, "--fail-on", "warning", "--rule", "numbering-gap"]).status == 3)
        let without = try Program.run(["audit", path, "--no-rule", "numbering-gap"])
        #expect(!without.text.contains("numbering-gap"))
    }

    @Test("JSON is an object a line")
    func json() throws {
        let run = try Program.run(["audit", Self.path("narrative-ticks-school.txt"), "-f", "json"])
        let objects = try run.lines.filter { !$0.isEmpty }.map {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
        #expect(!objects.isEmpty)
        #expect(objects.allSatisfy { $0?["rule"] is String && $0?["line"] is Int })
    }

    @Test("an unknown rule and a missing file are told")
    func wrong() throws {
        let run = try Program.run(["audit", "x", "--rule", "numbering-gaps"])
        #expect(run.status == 2)
        #expect(run.errors.contains("did you mean numbering-gap?"))
        #expect(try Program.run(["audit", "/nowhere/x.txt"]).status == 1)
    }
}
