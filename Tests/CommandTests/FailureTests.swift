import Foundation
import Testing

/// Files that are not there, cannot be read or cannot be written: the error names file and cause, the others go on.
@Suite("Failures")
struct FailureTests {
    @Test("a missing file is named with its cause, and the others are converted")
    func missing() throws {
        let folder = try Folder()
        try folder.write("a.txt", Sample.report)
        let run = try Program.run(["convert", "nowhere.txt", "a.txt"], in: folder.url)
        #expect(run.status == 1)
        #expect(run.errors.contains("nowhere.txt: cannot find it: No such file or directory [not-found]"))
        #expect(run.lines.count == 1)
    }

    @Test("a pattern that matches nothing is an error")
    func emptyPattern() throws {
        let folder = try Folder()
        let run = try Program.run(["convert", "*.txt"], in: folder.url)
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("*.txt: the pattern matches no file [not-found]"))
    }

    @Test(
        "bytes that are no text are refused with what they are",
        arguments: [
            (Sample.picture, "a GIF picture", "unsupported-format"),
            (Data("{\\rtf1\\ansi}".utf8), "an RTF document", "unsupported-format"),
            (Data([0x50, 0x4B, 3, 4, 20]), "ZIP archive", "damaged"),
            (Data(count: 600), "binary data", "unsupported-format"),
            (Sample.noise, "neither UTF-8 nor a known Thai encoding", "unknown-encoding"),
        ])
    func noText(bytes: Data, word: String, code: String) throws {
        let run = try Program.run(["convert", "-"], input: bytes)
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("itaparse: -: "))
        #expect(run.errors.contains(word), "\(run.errors)")
        #expect(run.errors.contains("[\(code)]"), "\(run.errors)")
    }

    @Test("a broken file in a folder hurts only itself")
    func brokenInFolder() throws {
        let folder = try Folder()
        try folder.write("in/a.txt", Sample.report)
        try folder.write("in/b.gif", Sample.picture)
        try folder.write("in/c.bin", Sample.noise)
        try folder.write("in/d.txt", Sample.report)
        try FileManager.default.createSymbolicLink(
            atPath: folder.url.appending(path: "in/e.txt").path, withDestinationPath: "nowhere")
        let run = try Program.run(["convert", "in", "-o", "out"], in: folder.url)
        #expect(run.status == 1)
        #expect(run.errors.contains("converted 2 of 5 files to out: 4 measures, 0 findings, 3 failed"))
        let written = try folder.files().filter { $0.hasPrefix("out/") }
        #expect(written == ["out/a.json", "out/d.json", "out/manifest.jsonl"])
        let manifest = try folder.manifest("out")
        #expect(manifest.map { $0["name"] as? String } == ["a.txt", "b.gif", "c.bin", "d.txt", "e.txt"])
        let states = manifest.map { $0["state"] as? String }
        #expect(states == ["converted", "failed", "failed", "converted", "failed"])
        let codes = manifest.map { ($0["error"] as? [String: Any])?["code"] as? String }
        #expect(codes == [nil, "unsupported-format", "unknown-encoding", nil, "not-found"])
        for line in manifest {
            let keys: Set = [
                "name", "sha256", "review", "bytes", "settings", "state", "error", "measures", "findings",
                "milliseconds",
            ]
            #expect(Set(line.keys) == keys)
        }
    }

    @Test("a place that cannot be written to is named, and nothing half written stays")
    func unwritable() throws {
        let folder = try Folder()
        try folder.write("a.txt", Sample.report)
        try folder.write("taken", Data())
        for place in ["taken", "taken/out", "/proc/itaparse-tests"] {
            let run = try Program.run(["convert", "a.txt", "-o", place], in: folder.url)
            #expect(run.status == 1)
            #expect(run.errors.contains(place), "\(run.errors)")
            #expect(run.errors.contains("[unwritable]"))
        }
        #expect(try folder.files() == ["a.txt", "taken"])
    }

    /// Root may write anywhere, so that the test would say nothing.
    @Test("a folder without the right to write is named", .enabled(if: geteuid() != 0))
    func readOnly() throws {
        let folder = try Folder()
        try folder.write("a.txt", Sample.report)
        try folder.write("out/keep", Data())
        let out = folder.url.appending(path: "out").path
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: out)
        let run = try Program.run(["convert", "a.txt", "-o", "out"], in: folder.url)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: out)
        #expect(run.status == 1)
        #expect(run.errors.contains("Permission denied [unwritable]"))
        #expect(try folder.files() == ["a.txt", "out/keep"])
    }

    @Test("a report that cannot be put in its place leaves nothing behind, and the others are there")
    func placeTaken() throws {
        let folder = try Folder()
        try folder.write("in/a.txt", Sample.report)
        try folder.write("in/b.txt", Sample.report)
        // A folder with something in it cannot be replaced by a file.
        try folder.write("out/a.json/keep", Data())
        let run = try Program.run(["convert", "in", "-o", "out"], in: folder.url)
        #expect(run.status == 1)
        #expect(run.errors.contains("out/a.json: cannot write it"))
        let written = try folder.files().filter { $0.hasPrefix("out/") }
        #expect(written == ["out/a.json/keep", "out/b.json", "out/manifest.jsonl"])
        #expect(try folder.manifest("out").map { $0["state"] as? String } == ["failed", "converted"])
    }

    @Test(
        "standard output that nobody takes ends the program with 1, not with a signal",
        arguments: ["exec \"$@\" >&-", "\"$@\" >/dev/full"])
    func noOutput(shell: String) throws {
        for command in [["convert", "-"], ["schema"]] {
            let run = try Program.run(command, input: Sample.report, shell: shell)
            #expect(run.status == 1)
            #expect(run.errors.contains("standard output: cannot write it"))
        }
    }

    @Test("a reader that goes away ends the program with 1, not with a signal")
    func brokenPipe() throws {
        let folder = try Folder()
        for number in 0..<40 { try folder.write("in/\(number).txt", Sample.report) }
        // The status of the program, not that of the reader, is written to standard error.
        let shell = "{ \"$@\" 2>/dev/null; echo status=$? >&2; } | exit 0"
        let run = try Program.run(["convert", "in"], in: folder.url, shell: shell)
        #expect(run.errors == "status=1\n")
    }

    @Test("closed standard files take nothing into the reports", arguments: ["<&-", "2>&-", "<&- >&- 2>&-"])
    func closed(files: String) throws {
        let folder = try Folder()
        try folder.write("a.txt", Sample.report)
        let shell = "exec \"$@\" \(files)"
        let run = try Program.run(["convert", "a.txt", "-v", "-o", "out"], in: folder.url, shell: shell)
        #expect(run.status == 0)
        let plain = try Program.run(["convert", "a.txt"], in: folder.url)
        #expect(try folder.read("out/a.json") == plain.output)
        let lines = try folder.manifest("out")
        #expect(lines.count == 1)
    }
}
