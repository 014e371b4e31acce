import Foundation
import Testing

/// Help, versions and command lines that say something the program does not know.
@Suite("Usage")
struct UsageTests {
    @Test(
        "help is as it was looked through",
        arguments: [
            (["--help"], "help"), (["convert", "--help"], "convert-help"), (["schema", "--help"], "schema-help"),
            (["completion", "--help"], "completion-help"), (["man", "--help"], "man-help"),
            (["dates", "--help"], "dates-help"), (["numbers", "--help"], "numbers-help"),
            (["normalize", "--help"], "normalize-help"), (["doctor", "--help"], "doctor-help"),
            (["audit", "--help"], "audit-help"), (["review", "--help"], "review-help"),
            (["rules", "--help"], "rules-help"), (["rules"], "rules"),
        ])
    func help(arguments: [String], name: String) throws {
        let run = try Program.run(arguments)
        #expect(run.status == 0)
        #expect(run.errors == "")
        try Snapshot.check(run.text, name)
    }

    @Test("short and long forms of help are the same")
    func shortHelp() throws {
        #expect(try Program.run(["-h"]).output == Program.run(["--help"]).output)
        #expect(try Program.run(["convert", "-h"]).output == Program.run(["convert", "--help"]).output)
    }

    @Test("the lines of help fit a terminal")
    func width() throws {
        for arguments in [
            ["--help"], ["convert", "--help"], ["dates", "--help"], ["numbers", "--help"], ["normalize", "--help"],
            ["doctor", "--help"], ["audit", "--help"], ["review", "--help"], ["rules"],
        ] {
            #expect(try Program.run(arguments).lines.allSatisfy { $0.count <= 110 })
        }
    }

    @Test("the version is one line")
    func version() throws {
        let run = try Program.run(["--version"])
        #expect(run.status == 0)
        #expect(run.text.wholeMatch(of: #/itaparse \d+\.\d+\.\d+\n/#) != nil)
    }

    @Test(
        "a wrong command line is refused with 2, on standard error, and says what was wrong",
        arguments: [
            (["convrt"], "unknown command 'convrt'; did you mean convert?"),
            (["shema"], "unknown command 'shema'; did you mean schema?"),
            (["frobnicate"], "unknown command 'frobnicate'\n"),
            (["convert", "--prety", "x"], "unknown option --prety; did you mean --pretty?"),
            (["convert", "--frobnicate", "x"], "unknown option --frobnicate\n"),
            (["convert", "-Z", "x"], "unknown option -Z"),
            (["convert", "--format", "xml", "x"], "--format: 'xml' is not one of json, jsonl"),
            (["convert", "-fxml", "x"], "'xml' is not one of json, jsonl"),
            (["convert", "x", "-o"], "-o needs a value"), (["convert", "x", "--output"], "--output needs a value"),
            (["convert", "--pretty=yes", "x"], "--pretty takes no value"), (["convert"], "nothing to convert"),
            (["schema", "x"], "schema takes no arguments"),
        ])
    func wrongUsage(arguments: [String], message: String) throws {
        let run = try Program.run(arguments)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("itaparse: "))
        #expect("\(run.errors)\n".contains(message), "\(run.errors)")
        #expect(run.errors.contains("Try 'itaparse --help'"))
    }

    @Test("no command at all shows help on standard error")
    func noCommand() throws {
        let run = try Program.run([])
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("usage: itaparse COMMAND"))
    }

    @Test("the schema is JSON, says which draft it is, and describes this version's reports")
    func schema() throws {
        let run = try Program.run(["schema"])
        #expect(run.status == 0)
        let schema = try Parsed.object(run.output)
        #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        #expect(run.text.contains("itaparse/report/1"))
        let properties = try #require(schema["properties"] as? [String: Any])
        let report = try Parsed.object(try Program.run(["convert", "-", "-q"], input: Sample.report).output)
        // Only a report that somebody reviewed has corrections.
        #expect(Set(report.keys) == Set(properties.keys).subtracting(["corrections"]))
    }
}
