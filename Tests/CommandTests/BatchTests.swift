import Foundation
import Glibc
import Testing

@Suite("A batch of many files", .serialized)
struct BatchTests {
    private static let count = 60

    /// A folder of reports, each a little different, and two that cannot be read.
    private func reports() throws -> Folder {
        let folder = try Folder()
        let report = String(decoding: Sample.report, as: UTF8.self)
        for index in 0..<Self.count {
            try folder.write("in/\(index % 7)/แผน \(index).txt", Data((report + "\nรายงานที่ \(index)\n").utf8))
        }
        try folder.write("in/1/broken.bin", Sample.noise)
        return folder
    }

    /// All files below `out`, the times in the manifest left out.
    private func tree(_ folder: Folder, _ out: String) throws -> [String: String] {
        var tree: [String: String] = [:]
        for name in try folder.files() where name.hasPrefix(out + "/") {
            let text = String(decoding: try Data(contentsOf: folder.url.appending(path: name)), as: UTF8.self)
            tree[String(name.dropFirst(out.count))] = text.replacing(#/"milliseconds":\d+/#, with: "")
        }
        return tree
    }

    @Test func theNumberOfJobsChangesNothing() throws {
        let folder = try reports()
        for jobs in ["1", "2", "7"] {
            let run = try Program.run(["convert", "in", "-o", "out\(jobs)", "-j", jobs], in: folder.url)
            #expect(run.status == 1)
            #expect(
                run.errors.contains(
                    "converted 60 of 61 files to out\(jobs): 120 measures, 0 findings, 1 failed (1 unknown-encoding); ")
            )
        }
        let one = try tree(folder, "out1")
        #expect(one.count == Self.count + 1)
        #expect(try tree(folder, "out2") == one)
        #expect(try tree(folder, "out7") == one)
        let lines = try ["1", "2"].map {
            try Program.run(["convert", "in", "-q", "-f", "jsonl", "-j", $0], in: folder.url).output
        }
        #expect(lines[0] == lines[1])
    }

    @Test("a batch that is killed at any moment and resumed ends as one that was left alone")
    func killed() throws {
        let folder = try reports()
        let whole = try Program.run(["convert", "in", "-q", "-o", "whole"], in: folder.url)
        #expect(whole.status == 1)
        let expected = try tree(folder, "whole")
        let rounds = ProcessInfo.processInfo.environment["ITAPARSE_KILLS"].flatMap(Int.init) ?? 50
        var cutShort = 0
        for round in 0..<rounds {
            let out = "out\(round)"
            // Times spread over the run, from before its first file to behind its last.
            let delay = 0.003 + 0.4 * Double(round) / Double(rounds)
            _ = try Program.run(
                ["convert", "in", "-q", "-o", out], in: folder.url,
                shell: "\"$@\" & sleep \(delay); kill -9 $! 2>/dev/null; wait $! 2>/dev/null; true")
            if try tree(folder, out)["/manifest.jsonl"] == nil { cutShort += 1 }
            let run = try Program.run(["convert", "in", "-o", out, "--resume"], in: folder.url)
            #expect(run.status == 1)
            #expect(try tree(folder, out) == expected, "killed after \(delay) s")
        }
        #expect(cutShort > 0, "no run was cut short")
    }

    @Test("a database whose batch was killed is whole, and converting again completes it")
    func killedDatabase() throws {
        let folder = try reports()
        for round in 0..<5 {
            let file = "all\(round).sqlite"
            _ = try Program.run(
                ["convert", "in", "-q", "-o", file], in: folder.url,
                shell:
                    "\"$@\" & sleep \(0.02 + 0.08 * Double(round)); kill -9 $! 2>/dev/null; wait $! 2>/dev/null; true")
            let path = folder.url.appending(path: file).path
            #expect(try SQLiteRows.read(path, "PRAGMA integrity_check") == ["ok"])
            let run = try Program.run(["convert", "in", "-q", "-o", file], in: folder.url)
            #expect(run.status == 1)
            #expect(try SQLiteRows.read(path, "SELECT count(*), count(DISTINCT name) FROM reports") == ["60 60"])
            #expect(try SQLiteRows.read(path, "PRAGMA foreign_key_check") == [])
        }
    }

    @Test func resumingLeavesAloneWhatIsDoneAndSeesWhatChanged() throws {
        let folder = try reports()
        _ = try Program.run(["convert", "in", "-o", "out"], in: folder.url)
        try folder.write("in/0/แผน 0.txt", Sample.report)
        let again = try Program.run(["convert", "in", "-o", "out", "--resume"], in: folder.url)
        #expect(again.errors.contains("converted 60 of 61 files to out"))
        #expect(again.errors.contains(", 59 of them before: "))
        let other = try Program.run(["convert", "in", "-o", "out", "--resume", "--pretty"], in: folder.url)
        #expect(!other.errors.contains("before"), "other options, other reports")
    }

    @Test func anUnfinishedBatchAsksWhatToDo() throws {
        let folder = try reports()
        try folder.write("out/manifest.jsonl.part", Data("{\"name\":\"a\"".utf8))
        let run = try Program.run(["convert", "in", "-o", "out"], in: folder.url)
        #expect(run.status == 2)
        #expect(run.errors.contains("--resume goes on with it, --fresh starts over"))
        let fresh = try Program.run(["convert", "in", "-o", "out", "--fresh"], in: folder.url)
        #expect(fresh.status == 1)
        #expect(try folder.manifest("out").count == 61)
    }

    @Test func twoBatchesInOneFolderAreRefused() throws {
        let folder = try reports()
        try folder.write("out/manifest.jsonl.part", Data())
        let lock = open(folder.url.appending(path: "out/manifest.jsonl.part").path, O_RDWR)
        #expect(flock(lock, LOCK_EX) == 0)
        let run = try Program.run(["convert", "in", "-o", "out"], in: folder.url)
        close(lock)
        #expect(run.status == 1)
        #expect(run.errors.contains("out: another batch writes to this folder now [unwritable]"))
    }

    @Test("Ctrl-C finishes what is under way and says how to go on")
    func interrupted() throws {
        let folder = try reports()
        let run = try Program.run(
            ["convert", "in", "-o", "out", "-j", "1"], in: folder.url,
            shell: "set -m; \"$@\" & sleep 0.05; kill -INT $! 2>/dev/null; wait $!")
        guard run.status == 130 else {
            #expect(run.status == 1, "it was done before the signal came")
            return
        }
        #expect(run.errors.contains("--resume goes on with the others"))
        #expect(try folder.files().contains { $0.hasSuffix(".json.part") } == false)
        let again = try Program.run(["convert", "in", "-o", "out", "--resume"], in: folder.url)
        #expect(again.status == 1)
        #expect(try folder.manifest("out").count == 61)
    }

    @Test func progressIsJSONWhereAskedFor() throws {
        let folder = try reports()
        let run = try Program.run(["convert", "in", "-q", "-o", "out", "--progress", "json"], in: folder.url)
        let last = try #require(run.errors.split(separator: "\n").last { $0.hasPrefix("{") })
        let object = try Parsed.object(Data(last.utf8))
        #expect(object["files"] as? Int == 61)
        #expect(object["failed"] as? Int == 1)
    }
}
