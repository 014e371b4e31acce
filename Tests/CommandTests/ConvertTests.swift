import Foundation
import Testing

/// `itaparse convert`, with files as they should be.
@Suite("Convert")
struct ConvertTests {
    @Test("standard input gives one line of JSON on standard output, words on standard error")
    func standardInput() throws {
        let run = try Program.run(["convert", "-"], input: Sample.report)
        #expect(run.status == 0)
        #expect(run.lines.count == 1)
        let words = #/converted 1 of 1 files: 2 measures, 0 findings; 0\.0 MB in \d+\.\d s\n/#
        #expect(run.errors.wholeMatch(of: words) != nil)
        let report = try Parsed.object(run.output)
        #expect(report["schema"] as? String == "itaparse/report/1")
        let measures = try #require(report["measures"] as? [[String: Any]])
        #expect(measures.map { $0["title"] as? String } == ["จัดทำคู่มือการให้บริการ", "เผยแพร่แผนการใช้จ่าย"])
        let coverage = try #require(report["coverage"] as? [String: Int])
        #expect(coverage["dropped"] == 0)
    }

    @Test("--quiet says nothing, --verbose names body, year and states")
    func wordiness() throws {
        #expect(try Program.run(["convert", "-q", "-"], input: Sample.report).errors == "")
        let words = try Program.run(["convert", "-v", "-"], input: Sample.report).errors
        #expect(words.contains("เทศบาลตำบลทุ่งตัวอย่าง, พ.ศ. 2567, 2 measures (1 completed, 1 in_progress)"))
    }

    @Test("--pretty changes the spaces and nothing else")
    func pretty() throws {
        let plain = try Program.run(["convert", "-q", "-"], input: Sample.report)
        let pretty = try Program.run(["convert", "-q", "--pretty", "-"], input: Sample.report)
        #expect(pretty.lines.count > 100)
        let (left, right) = (try Parsed.object(plain.output), try Parsed.object(pretty.output))
        #expect(NSDictionary(dictionary: left) == NSDictionary(dictionary: right))
    }

    @Test("each line of --format jsonl stands for itself: a measure with the facts of its report")
    func jsonLines() throws {
        let run = try Program.run(["convert", "-", "--format=jsonl", "-q"], input: Sample.report)
        #expect(run.status == 0)
        #expect(run.text.hasSuffix("\n"))
        let lines = try run.lines.map { try Parsed.object(Data($0.utf8)) }
        #expect(lines.count == 2)
        for (index, line) in lines.enumerated() {
            #expect(Set(line.keys) == ["schema", "source", "report", "measure"])
            #expect((line["measure"] as? [String: Any])?["ordinal"] as? Int == index + 1)
        }
    }

    @Test("--emit-text writes the text that places count, whatever the encoding and the damage of the source")
    func emitText() throws {
        let folder = try Folder()
        let damaged = String(decoding: Sample.report, as: UTF8.self).replacing("จัดทำ", with: "จัดท\u{E4D}า")
        let thai = damaged.unicodeScalars.map { $0.value < 0x80 ? UInt8($0.value) : UInt8($0.value - 0xE00 + 0xA0) }
        try folder.write("in/a.txt", Data(thai))
        let run = try Program.run(["convert", "in", "-o", "out", "--emit-text", "text", "-q"], in: folder.url)
        #expect(run.status == 0)
        let text = try folder.read("text/a.txt")
        #expect(String(decoding: text, as: UTF8.self) == damaged)
        let report = try Parsed.object(try folder.read("out/a.json"))
        let measure = try #require((report["measures"] as? [[String: Any]])?.first)
        #expect(measure["title"] as? String == "จัดทำคู่มือการให้บริการ")
        let span = try #require((measure["fields"] as? [String: [[Int]]])?["title"]?.first)
        #expect(String(decoding: text[span[0]..<span[1]], as: UTF8.self) == "จัดท\u{E4D}าคู่มือการให้บริการ")
        let repair = try #require((measure["repairs"] as? [[String: Any]])?.first)
        #expect(repair["kind"] as? String == "sara-am")
        let place = try #require(repair["bytes"] as? [Int])
        #expect(String(decoding: text[place[0]..<place[1]], as: UTF8.self) == repair["from"] as? String)
    }

    @Test("the same bytes give the same report, whatever the locale and the time zone")
    func locale() throws {
        let plain = try Program.run(["convert", "-"], input: Sample.report)
        let other = try Program.run(
            ["convert", "-"], input: Sample.report, shell: "LC_ALL=th_TH.UTF-8 TZ=Asia/Bangkok exec \"$@\"")
        #expect(plain.output == other.output)
    }

    @Test("a folder is walked, hidden files left out, and each file has its report and its line in the manifest")
    func folder() throws {
        let folder = try Folder()
        for name in ["in/a.txt", "in/sub/b.md", "in/.hidden", "in/sub/c.txt", "in/sub/c.csv"] {
            try folder.write(name, Sample.report)
        }
        let run = try Program.run(["convert", "in", "-o", "out/deep"], in: folder.url)
        #expect(run.status == 0)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("converted 4 of 4 files to out/deep: 8 measures, 0 findings; "))
        let reports = ["a.json", "sub/b.json", "sub/c.csv.json", "sub/c.txt.json"]
        let written = try folder.files().filter { $0.hasPrefix("out/") }
        #expect(written == (["manifest.jsonl"] + reports).map { "out/deep/\($0)" }.sorted())
        for name in reports { _ = try Parsed.object(try folder.read("out/deep/\(name)")) }
        let manifest = try folder.manifest("out/deep")
        #expect(manifest.map { $0["name"] as? String } == ["a.txt", "sub/b.md", "sub/c.csv", "sub/c.txt"])
        #expect(manifest.allSatisfy { $0["state"] as? String == "converted" && $0["measures"] as? Int == 2 })
        #expect(Set(manifest.compactMap { $0["sha256"] as? String }).count == 1)
    }

    @Test("a pattern that the shell left alone is filled in")
    func pattern() throws {
        let folder = try Folder()
        for name in ["a.txt", "b.txt", "c.md"] { try folder.write(name, Sample.report) }
        let run = try Program.run(["convert", "*.txt"], in: folder.url)
        #expect(run.status == 0)
        #expect(run.lines.count == 2)
    }

    @Test("an output that ends in .json is the file itself")
    func oneFile() throws {
        let folder = try Folder()
        try folder.write("a.txt", Sample.report)
        let run = try Program.run(["convert", "a.txt", "-o", "out/x.json"], in: folder.url)
        #expect(run.status == 0)
        #expect(try folder.files() == ["a.txt", "out/x.json"])
        let toOutput = try Program.run(["convert", "a.txt"], in: folder.url)
        #expect(try folder.read("out/x.json") == toOutput.output)
    }

    @Test("a second run puts whole files in the place of the old ones")
    func again() throws {
        let folder = try Folder()
        try folder.write("a.txt", Sample.report)
        try folder.write("out/a.json", Data("old".utf8))
        #expect(try Program.run(["convert", "a.txt", "-o", "out"], in: folder.url).status == 0)
        _ = try Parsed.object(try folder.read("out/a.json"))
        #expect(try folder.files() == ["a.txt", "out/a.json", "out/manifest.jsonl"])
    }

    @Test("a file whose name begins with a dash comes behind --")
    func dashes() throws {
        let folder = try Folder()
        try folder.write("-a.txt", Sample.report)
        #expect(try Program.run(["convert", "--", "-a.txt"], in: folder.url).status == 0)
    }

    @Test("a text that is no report gives no measures and says so", arguments: ["", "สวัสดี\n", "once upon a time\n"])
    func noReport(text: String) throws {
        let run = try Program.run(["convert", "-"], input: Data(text.utf8))
        #expect(run.status == 0)
        let report = try Parsed.object(run.output)
        #expect((report["measures"] as? [Any])?.isEmpty == true)
        let rules = (report["findings"] as? [[String: Any]])?.compactMap { $0["rule"] as? String }
        #expect(rules == ["no-measures"])
    }
}

extension Folder {
    /// The lines of the manifest in `folder`.
    func manifest(_ folder: String) throws -> [[String: Any]] {
        let text = String(decoding: try read("\(folder)/manifest.jsonl"), as: UTF8.self)
        return try text.split(separator: "\n").map { try Parsed.object(Data($0.utf8)) }
    }
}
