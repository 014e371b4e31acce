import Foundation
import ReportFormats
import Testing

/// The table of what needs which package.
@Suite("Requirements")
struct RequirementTests {
    @Test("every row can be read, each key once, each format known")
    func rows() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
        let table = try String(
            contentsOf: root.appending(path: "Sources/ReportFormats/Requirements/requirements.tsv"), encoding: .utf8)
        #expect(Requirement.all.count == table.split(separator: "\n").count - 1)
        #expect(Set(Requirement.all.map(\.key)).count == Requirement.all.count)
        let known = Set(Capability.all.map(\.key) + ["all"])
        for requirement in Requirement.all {
            #expect(Set(requirement.formats).isSubset(of: known), "\(requirement.key)")
            #expect(!requirement.package.contains(" ") && !requirement.purpose.isEmpty)
        }
    }

    @Test("a capability tells what of the rows for running it is missing, and nothing of building")
    func missing() throws {
        for capability in Capability.all {
            for requirement in capability.missing {
                #expect(requirement.need == .run || requirement.need == .option)
                #expect(!requirement.isMet)
            }
        }
        let text = try #require(Capability.all.first { $0.key == "text" })
        #expect(text.missing.isEmpty)
    }

    @Test("what is missing is named with the package that has it")
    func problem() {
        let problem = FormatProblem.missing("pdftotext")
        #expect(problem.code == .missingProgram)
        #expect(problem.message.contains("pdftotext") && problem.message.hasSuffix("apt-get install poppler-utils"))
        #expect(FormatProblem.missing("no-such-row").code == .missingProgram)
    }
}
