import Foundation
import Testing

/// A reviewer's decisions in `NAME.review.json`, as `convert` and `audit` apply them.
@Suite("Corrections")
struct CorrectionTests {
    private static let corpus = Sample.folder.deletingLastPathComponent().appending(path: "Corpus/reviewed")
    private static let name = "thung-krachiao-2567-06"

    /// A folder with the sample report and a review of it.
    private func folder(_ review: Data? = nil, report: Data? = nil) throws -> Folder {
        let folder = try Folder()
        let source = try Data(contentsOf: Self.corpus.appending(path: "\(Self.name).md"))
        try folder.write("in/\(Self.name).md", report ?? source)
        let decided = try review ?? Data(contentsOf: Self.corpus.appending(path: "\(Self.name).review.json"))
        try folder.write("in/\(Self.name).review.json", decided)
        return folder
    }

    private func converted(_ folder: Folder) throws -> [String: Any] {
        let run = try Program.run(["convert", "in", "-q"], in: folder.url)
        #expect(run.status == 0, "\(run.errors)")
        return try Parsed.object(run.output)
    }

    /// The sample report as it is read without a review.
    private func unreviewed() throws -> [String: Any] {
        let path = Self.corpus.appending(path: "\(Self.name).md")
        return try Parsed.object(try Program.run(["convert", "-", "-q"], input: try Data(contentsOf: path)).output)
    }

    private func measures(_ report: [String: Any]) throws -> [[String: Any]] {
        try #require(report["measures"] as? [[String: Any]])
    }

    private func rules(_ report: [String: Any]) throws -> [String] {
        try #require(report["findings"] as? [[String: Any]]).compactMap { $0["rule"] as? String }
    }

    /// A review of the sample report.
    private func review(_ decisions: [[String: Any]], sha256: String? = nil, file: String? = nil) throws -> Data {
        let source = try #require(try unreviewed()["source"] as? [String: Any])
        return try JSONSerialization.data(withJSONObject: [
            "schema": "itaparse/review/1",
            "source": ["name": file ?? "\(Self.name).md", "sha256": sha256 ?? source["sha256"] ?? ""],
            "decisions": decisions,
        ])
    }

    private func id(_ index: Int) throws -> Any { try #require(measures(try unreviewed())[index]["id"]) }

    @Test("values and findings are as the reviewer says, marked as human, and nothing is dropped")
    func applied() throws {
        #expect(
            try rules(unreviewed()) == ["numbering-gap", "sum-mismatch", "missing-responsible", "missing-status"])
        let folder = try folder()
        let report = try converted(folder)
        #expect(try rules(report).isEmpty)
        let measure = try measures(report)[2]
        #expect((measure["budget"] as? [String: Any])?["remaining"] as? Int == 7500)
        #expect((measure["status"] as? [String: Any])?["state"] as? String == "completed")
        #expect(try measures(report)[3]["responsible"] as? [String] == ["สำนักปลัด", "กองคลัง"])
        let repairs = try #require(measure["repairs"] as? [[String: Any]])
        #expect(repairs.map { $0["kind"] as? String } == ["human", "human"])
        #expect(repairs[0]["from"] as? String == "17500" && repairs[0]["to"] as? String == "7500")
        let corrections = try #require(report["corrections"] as? [[String: Any]])
        #expect(corrections.count == 5)
        #expect(corrections.allSatisfy { $0["by"] as? String == "human" && $0["applied"] as? Bool == true })
        #expect(corrections[4]["note"] as? String == "มาตรการที่ ๓ ยกเลิกตามมติที่ประชุม")
        let coverage = try #require(report["coverage"] as? [String: Int])
        #expect(try coverage == #require(unreviewed()["coverage"] as? [String: Int]) && coverage["dropped"] == 0)
        let audit = try Program.run(["audit", "in", "--fail-on", "warning"], in: folder.url)
        #expect(audit.status == 0)
        #expect(audit.text == "0 findings in 1 report, 1 without any; 1 finding dismissed by reviewers\n")
        #expect(try unreviewed()["corrections"] == nil)
    }

    @Test("texts and times of a reviewer are read as those of a report, in every format")
    func readers() throws {
        let title = "ติดตั้งป้าย \"ร้องเรียน\" หน้าสำนักงาน"
        let decisions: [[String: Any]] = [
            ["action": "replace", "measure": try id(0), "field": "timeframe", "value": "ม.ค. – ก.พ. ๖๗"],
            [
                "action": "replace", "measure": try id(2), "field": "result",
                "value": "ติดตั้งเมื่อวันพุธที่ ๑ ก.พ. ๒๕๖๗ จ่าย ๙๐๐ บาท",
            ],
            ["action": "replace", "measure": try id(2), "field": "title", "value": title],
            ["action": "replace", "measure": try id(2), "field": "number", "value": "๓.๑"],
            ["action": "replace", "measure": try id(2), "field": "code", "value": "O๑๑"],
            ["action": "replace", "measure": try id(2), "field": "budget.approved", "value": "๒๕,๐๐๐.๕๐ บาท"],
            ["action": "replace", "measure": try id(4), "field": "result", "value": NSNull()],
            ["action": "replace", "field": "province", "value": "ลำพูน"],
        ]
        let folder = try folder(try review(decisions))
        let report = try converted(folder)
        let measures = try measures(report)
        let time = try #require(measures[0]["timeframe"] as? [String: Any])
        #expect(time["start"] as? String == "2024-01-01" && time["end"] as? String == "2024-02-29")
        #expect(time["text"] as? String == "ม.ค. – ก.พ. ๖๗")
        let measure = measures[2]
        #expect(measure["title"] as? String == title)
        #expect(measure["number"] as? String == "3.1" && measure["code"] as? String == "o11")
        #expect((measure["budget"] as? [String: Any])?["approved"] as? Double == 25000.5)
        let dates = try #require(measure["dates"] as? [[String: Any]]).filter { $0["field"] as? String == "result" }
        #expect(dates.map { $0["start"] as? String } == ["2024-02-01"])
        let amounts = try #require(measure["amounts"] as? [[String: Any]])
        #expect(amounts.map { $0["baht"] as? Int } == [900])
        #expect(try rules(report).contains("weekday-mismatch"))
        #expect(measures[4]["result"] is NSNull)
        #expect(((report["report"] as? [String: Any])?["agency"] as? [String: Any])?["province"] as? String == "ลำพูน")
        let table = try Program.run(["convert", "in", "-q", "-f", "csv"], in: folder.url)
        #expect(table.text.contains("\"ติดตั้งป้าย \"\"ร้องเรียน\"\" หน้าสำนักงาน\""))
        let lines = try Program.run(["convert", "in", "-q", "-f", "jsonl"], in: folder.url)
        #expect(lines.text.contains(#"ติดตั้งป้าย \"ร้องเรียน\" หน้าสำนักงาน"#))
    }

    @Test("a file that changed is told, and only what still fits is applied")
    func changed() throws {
        let source = try String(contentsOf: Self.corpus.appending(path: "\(Self.name).md"), encoding: .utf8)
        let moved = source.replacing("รอบ ๖ เดือน", with: "  รอบ ๖ เดือน").replacing("๑๗,๕๐๐", with: "๑๘,๕๐๐")
        let folder = try folder(report: Data(moved.utf8))
        let report = try converted(folder)
        #expect(try rules(report).contains("reviewed-source-changed"))
        let corrections = try #require(report["corrections"] as? [[String: Any]])
        #expect(corrections.map { $0["applied"] as? Bool } == [false, true, true, true, true])
        #expect(corrections[0]["refusal"] as? String == "it is another one now: 18500")
        let measure = try measures(report)[2]
        #expect((measure["budget"] as? [String: Any])?["remaining"] as? Int == 18500)
        #expect((measure["status"] as? [String: Any])?["state"] as? String == "completed")
        let told = try #require(report["findings"] as? [[String: Any]]).compactMap {
            ($0["message"] as? [String: Any])?["en"] as? String
        }
        #expect(told.contains("the file changed since it was reviewed; 4 of 5 decisions still fit"))
        #expect(told.contains("decision 1 of the review does not fit: it is another one now: 18500"))
    }

    @Test("without what stood there, a decision about a changed file is not applied")
    func unclear() throws {
        let decisions: [[String: Any]] = [
            [
                "action": "replace", "measure": try id(0), "title": "จัดทำคู่มือการให้บริการประชาชน", "field": "result",
                "value": "x",
            ],
            ["action": "replace", "measure": try id(1), "field": "result", "was": "y", "value": "x"],
        ]
        let folder = try folder(try review(decisions, sha256: String(repeating: "a", count: 64)))
        let corrections = try #require(try converted(folder)["corrections"] as? [[String: Any]])
        #expect(
            corrections.map { $0["refusal"] as? String } == [
                "it does not say what stood there, and the file changed", "no single measure has its title",
            ])
    }

    @Test("a decision that does not fit is told with its cause, and the others are applied")
    func refused() throws {
        let cases: [([String: Any], String?)] = [
            (
                ["action": "replace", "measure": "000000000000-1", "field": "title", "value": "x"],
                "no measure has the id 000000000000-1"
            ),
            (
                ["action": "replace", "measure": try id(0), "field": "timeframe", "value": "เร็ว ๆ นี้"],
                "'เร็ว ๆ นี้' names no date"
            ),
            (
                ["action": "replace", "measure": try id(0), "field": "budget.approved", "value": "มาก"],
                "'มาก' is no amount of money"
            ),
            (
                ["action": "replace", "measure": try id(0), "field": "code", "value": "x1"],
                "'x1' is no code of an item, such as o11"
            ),
            (
                ["action": "replace", "measure": try id(0), "field": "number", "value": "1."],
                "'1.' is no number, such as 1.2"
            ),
            (
                ["action": "replace", "measure": try id(0), "field": "province", "value": "x"],
                "a measure has no province"
            ),
            (["action": "replace", "field": "status", "value": "x"], "status is a value of a measure"),
            (
                ["action": "replace", "measure": try id(0), "field": "title", "was": "อื่น", "value": "x"],
                "it is another one now: จัดทำคู่มือการให้บริการประชาชน"
            ),
            (["action": "accept", "measure": try id(0), "field": "title"], "decision 8 is about the same value"),
            (["action": "dismiss", "rule": "numbering-gap"], "there is no such finding"),
            (["action": "dismiss", "rule": "sum-mismatch", "measure": try id(2), "field": "budget"], nil),
        ]
        let report = try converted(try folder(try review(cases.map(\.0))))
        let corrections = try #require(report["corrections"] as? [[String: Any]])
        for (correction, (_, refusal)) in zip(corrections, cases) {
            #expect(correction["refusal"] as? String == refusal)
        }
        #expect(try rules(report).count { $0 == "decision-not-applied" } == cases.count - 1)
        #expect(try !rules(report).contains("sum-mismatch"))
    }

    @Test(
        "a review that is not in its form fails its file, with the place of the slip",
        arguments: [
            ("{", "it is not JSON"), (#"{"schema": "itaparse/review/1", "decisions": []}"#, "it lacks 'source'"),
            (#"{"schema": "x", "source": {"sha256": ""}, "decisions": []}"#, "its schema is 'x'"),
            (#"{"schema": "itaparse/review/1", "source": {"sha256": "ab"}, "decisions": []}"#, "source.sha256 is not"),
            (
                #"{"schema": "itaparse/review/1", "source": {"sha256": "HASH"}, "decisions": [{"field": "title"}]}"#,
                "decisions[0] lacks 'action'"
            ),
            (
                #"{"schema": "itaparse/review/1", "source": {"sha256": "HASH"}, "decisions": [{"action": "keep"}]}"#,
                "decisions[0].action is 'keep' and not one of accept, replace, dismiss"
            ),
            (
                #"{"schema": "itaparse/review/1", "source": {"sha256": "HASH"}, "decisions": [{"action": "accept", "field": "x"}]}"#,
                "decisions[0].field is 'x' and not one of title"
            ),
            (
                #"{"schema": "itaparse/review/1", "source": {"sha256": "HASH"}, "decisions": [{"action": "replace", "field": "title"}]}"#,
                "decisions[0]: replace needs a field and a value, and no rule"
            ),
            (
                #"{"schema": "itaparse/review/1", "source": {"sha256": "HASH"}, "decisions": [{"action": "accept", "field": 1}]}"#,
                "decisions[0].field is of another kind"
            ),
        ])
    func malformed(text: String, message: String) throws {
        let hash = String(repeating: "0", count: 64)
        let folder = try folder(Data(text.replacing("HASH", with: hash).utf8))
        try folder.write("in/other.md", Sample.report)
        for command in ["convert", "audit"] {
            let run = try Program.run([command, "in"], in: folder.url)
            #expect(run.status == 1)
            let place = "in/\(Self.name).md: its review in/\(Self.name).review.json: "
            #expect(run.errors.contains(place), "\(run.errors)")
            #expect(run.errors.contains(message) && run.errors.contains("[bad-review]"), "\(run.errors)")
            #expect(!run.text.isEmpty, "the other file is there")
        }
    }

    @Test("a review is no input, is not that of a namesake, and works in an archive and by its long name")
    func places() throws {
        let folder = try folder()
        try folder.write("in/\(Self.name).txt", Sample.report)
        let run = try Program.run(["convert", "in", "-o", "out"], in: folder.url)
        #expect(run.errors.contains("converted 2 of 2 files"))
        let both = try folder.files().filter { $0.hasPrefix("out/") && !$0.hasSuffix("manifest.jsonl") }
        let reviewed = try both.filter { try Parsed.object(try folder.read($0))["corrections"] != nil }
        #expect(reviewed == ["out/\(Self.name).md.json"])
        let zip = "python3 -c 'import shutil; shutil.make_archive(\"a\", \"zip\", \"in\")' && exec \"$@\""
        for arguments in [["convert", "a.zip", "-q"], ["convert", "-", "-q"]] {
            let shell = arguments.contains("-") ? zip + " < a.zip" : zip
            let packed = try Program.run(arguments, in: folder.url, shell: shell)
            let objects = try packed.lines.map { try Parsed.object(Data($0.utf8)) }
            #expect(objects.count == 2)
            #expect(objects.count { $0["corrections"] != nil } == 1, "\(packed.errors)")
        }
        let from = folder.url.appending(path: "in/\(Self.name)")
        try FileManager.default.moveItem(
            at: from.appendingPathExtension("review.json"), to: from.appendingPathExtension("md.review.json"))
        let long = try Program.run(["convert", "in/\(Self.name).md", "-q"], in: folder.url)
        #expect(try Parsed.object(long.output)["corrections"] != nil)
    }

    @Test("--resume converts again what was reviewed since")
    func resumed() throws {
        let folder = try folder()
        try folder.write("in/other.md", Sample.report)
        _ = try Program.run(["convert", "in", "-o", "out"], in: folder.url)
        let before = try Program.run(["convert", "in", "-o", "out", "--resume"], in: folder.url)
        #expect(before.errors.contains("converted 2 of 2 files to out, 2 of them before"))
        try folder.write("in/\(Self.name).review.json", try review([]))
        let after = try Program.run(["convert", "in", "-o", "out", "--resume"], in: folder.url)
        #expect(after.errors.contains("converted 2 of 2 files to out, 1 of them before"))
        #expect(try rules(try Parsed.object(try folder.read("out/\(Self.name).json"))).count == 4)
        try FileManager.default.removeItem(at: folder.url.appending(path: "in/\(Self.name).review.json"))
        let without = try Program.run(["convert", "in", "-o", "out", "--resume"], in: folder.url)
        #expect(without.errors.contains("converted 2 of 2 files to out, 1 of them before"))
    }
}
