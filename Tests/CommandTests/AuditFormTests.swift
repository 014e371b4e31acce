import Foundation
import Testing

/// The forms in which `itaparse audit` writes, and what chooses among its rules.
@Suite("Audit: forms and choices")
struct AuditFormTests {
    /// A report in which a number is skipped in line 9, and a weekday is wrong in line 10.
    private static let report = """
        รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส
        เทศบาลตำบลหนองไผ่งาม อำเภอเถิน จังหวัดลำปาง
        ประจำปีงบประมาณ พ.ศ. ๒๕๖๗

        ที่\tมาตรการ\tขั้นตอน\tผู้รับผิดชอบ\tระยะเวลา\tสถานะ\tผลการดำเนินการ
        ๑\tจัดทำคู่มือการให้บริการ\tร่างคู่มือ\tสำนักปลัด\tธันวาคม ๒๕๖๖\tดำเนินการแล้วเสร็จ\tแจกคู่มือแล้ว
        ๒\tเผยแพร่แผนการใช้จ่าย\tจัดทำแผน\tกองคลัง\tธันวาคม ๒๕๖๖\tอยู่ระหว่างดำเนินการ\tร่างแผนแล้ว
        ๓\tติดป้ายของสำนักงาน\tออกแบบป้าย\tกองช่าง\tธันวาคม ๒๕๖๖\tดำเนินการแล้วเสร็จ\tติดป้ายแล้ว
        ๕\tอบรมพนักงาน\tจัดอบรม\tสำนักปลัด\tธันวาคม ๒๕๖๖\tดำเนินการแล้วเสร็จ\tอบรมแล้ว
        ๖\tเปิดช่องทางร้องเรียน\tจัดทำช่องทาง\tสำนักปลัด\tธันวาคม ๒๕๖๖\tดำเนินการแล้วเสร็จ\tประชุมเมื่อวันพุธที่ ๑๒ มกราคม ๒๕๖๗

        """

    private func folder(_ reports: [String: String]) throws -> Folder {
        let folder = try Folder()
        for (name, text) in reports { try folder.write(name, Data(text.utf8)) }
        return folder
    }

    @Test("SARIF has the rules, and each result its file, lines and bytes")
    func sarif() throws {
        let folder = try folder(["ก ข/a%.txt": Self.report])
        try folder.write("broken.bin", Sample.noise)
        let run = try Program.run(["audit", ".", "-f", "sarif"], in: folder.url)
        #expect(run.status == 1)
        let log = try Parsed.object(run.output)
        #expect(log["version"] as? String == "2.1.0")
        let runs = try #require(log["runs"] as? [[String: Any]])
        #expect(runs.count == 1)
        let driver = try #require((runs[0]["tool"] as? [String: Any])?["driver"] as? [String: Any])
        #expect(driver["name"] as? String == "itaparse")
        let rules = try #require(driver["rules"] as? [[String: Any]]).map { $0["id"] as? String }
        let results = try #require(runs[0]["results"] as? [[String: Any]])
        #expect(results.map { $0["ruleId"] as? String } == ["weekday-mismatch", "numbering-gap"])
        for result in results {
            #expect(rules[try #require(result["ruleIndex"] as? Int)] == result["ruleId"] as? String)
            #expect(result["level"] as? String == "warning")
            #expect(((result["message"] as? [String: Any])?["text"] as? String)?.isEmpty == false)
            let locations = try #require(result["locations"] as? [[String: Any]])
            let place = try #require(locations[0]["physicalLocation"] as? [String: Any])
            let uri = (place["artifactLocation"] as? [String: Any])?["uri"] as? String
            #expect(uri == "./%E0%B8%81%20%E0%B8%82/a%25.txt")
        }
        let place = (results[0]["locations"] as? [[String: Any]])?[0]["physicalLocation"] as? [String: Any]
        let region = try #require(place?["region"] as? [String: Int])
        #expect(region["startLine"] == 10 && region["endLine"] == 10)
        let (offset, length) = (try #require(region["byteOffset"]), try #require(region["byteLength"]))
        let evidence = Data(Self.report.utf8)[offset..<offset + length]
        #expect(String(decoding: evidence, as: UTF8.self).hasPrefix("วันพุธที่ ๑๒ มกราคม ๒๕๖๗"))
        let invocation = try #require((runs[0]["invocations"] as? [[String: Any]])?.first)
        #expect(invocation["executionSuccessful"] as? Bool == false)
        #expect((invocation["toolExecutionNotifications"] as? [Any])?.count == 1)
    }

    @Test("SARIF is what Python's json reads, and bytes are left out where they would be wrong")
    func sarifElsewhere() throws {
        let folder = try folder(["bom.txt": "\u{FEFF}" + Self.report])
        let run = try Program.run(["audit", "bom.txt", "-f", "sarif", "-o", "a/log.sarif"], in: folder.url)
        #expect(run.status == 0)
        #expect(run.output.isEmpty)
        #expect(run.errors == "2 findings in 1 report, 0 without any, told in a/log.sarif\n")
        let script = """
            import json
            log = json.load(open("a/log.sarif", encoding="utf-8"))
            for result in log["runs"][0]["results"]:
                region = result["locations"][0]["physicalLocation"]["region"]
                print(result["ruleId"], region["startLine"], "byteOffset" in region)
            """
        let read = try Program.run([], in: folder.url, shell: "python3 -c '\(script)'")
        #expect(read.text == "weekday-mismatch 10 False\nnumbering-gap 9 False\n")
    }

    @Test("a finding in a PDF has its page, and no region that a viewer would look for in the file")
    func pages() throws {
        let path = Sample.folder.deletingLastPathComponent().appending(path: "Corpus/formats/pdf/shuffled.pdf").path
        let text = try Program.run(["audit", path])
        #expect(text.text.contains("shuffled.pdf, page 2: unsound-text-layer"))
        let runs =
            try Parsed.object(try Program.run(["audit", path, "-f", "sarif"]).output)["runs"] as? [[String: Any]]
        let results = try #require(runs?.first?["results"] as? [[String: Any]])
        #expect((results[0]["properties"] as? [String: Any])?["page"] as? Int == 2)
        let place = (results[0]["locations"] as? [[String: Any]])?[0]["physicalLocation"] as? [String: Any]
        #expect(place?.keys.sorted() == ["artifactLocation"])
    }

    @Test("colours stand on a terminal only, and not where NO_COLOR is set")
    func colours() throws {
        let folder = try folder(["a.txt": Self.report])
        #expect(try !Program.run(["audit", "a.txt"], in: folder.url).text.contains("\u{1B}"))
        let terminal = "python3 -c 'import pty, sys; pty.spawn(sys.argv[1:])' \"$@\""
        let coloured = try Program.run(["audit", "a.txt"], in: folder.url, shell: "TERM=xterm NO_COLOR= \(terminal)")
        #expect(coloured.text.contains("\u{1B}[33mnumbering-gap\u{1B}[0m"))
        let plain = try Program.run(["audit", "a.txt"], in: folder.url, shell: "TERM=xterm NO_COLOR=1 \(terminal)")
        #expect(plain.text.contains("numbering-gap") && !plain.text.contains("\u{1B}"))
    }

    @Test("a folder has a summary by body, province and status, in columns")
    func summary() throws {
        let other = Self.report.replacing("เทศบาลตำบลหนองไผ่งาม อำเภอเถิน จังหวัดลำปาง", with: "โรงพยาบาลวังน้ำใส จังหวัดแพร่")
        let folder = try folder(["a.txt": Self.report, "b.txt": other, "c.txt": Self.report])
        let run = try Program.run(["audit", "."], in: folder.url)
        let lines = run.lines.map(String.init)
        let start = try #require(lines.firstIndex(of: "6 findings in 3 reports, 0 without any"))
        #expect(
            Array(lines[start...]) == [
                "6 findings in 3 reports, 0 without any", "    3  numbering-gap", "    3  weekday-mismatch",
                "by body", "    findings  errors  reports  province  body",
                "           4       0        2  ลำปาง     เทศบาลตำบลหนองไผ่งาม",
                "           2       0        1  แพร่       โรงพยาบาลวังน้ำใส",
                "by province", "    findings  errors  reports  province", "           4       0        2  ลำปาง",
                "           2       0        1  แพร่", "measures by status", "    measures  share  status",
                "          12    80%  completed", "           3    20%  in_progress",
            ])
    }

    @Test("any number of jobs gives the same bytes")
    func jobs() throws {
        let folder = try Folder()
        for index in 0..<30 {
            try folder.write("\(index).txt", Data(Self.report.replacing("๒๕๖๗", with: "๒๕๖\(index % 5)").utf8))
        }
        for format in ["text", "json", "sarif"] {
            let one = try Program.run(["audit", ".", "-f", format, "-j", "1"], in: folder.url)
            let many = try Program.run(["audit", ".", "-f", format, "-j", "7", "-o", "out"], in: folder.url)
            #expect(many.status == 0)
            #expect(try one.output == folder.read("out") && !one.output.isEmpty)
            try FileManager.default.removeItem(at: folder.url.appending(path: "out"))
        }
    }

    @Test("a configuration turns rules off and changes how grave they are; the command line wins")
    func configuration() throws {
        let folder = try folder([
            "a.txt": Self.report, "rules.conf": "# ours\nweekday-mismatch = off # minutes\r\n\n numbering-gap=error\n",
        ])
        let run = try Program.run(["audit", "a.txt", "--config", "rules.conf", "--fail-on", "error"], in: folder.url)
        #expect(run.status == 3)
        #expect(run.lines.contains("  error:"))
        #expect(!run.text.contains("weekday-mismatch"))
        let asked = try Program.run(
            ["audit", "a.txt", "--config", "rules.conf", "--rule", "weekday-mismatch"], in: folder.url)
        #expect(asked.text.contains("weekday-mismatch"))
        let log = try Program.run(["audit", "a.txt", "--config", "rules.conf", "-f", "sarif"], in: folder.url)
        #expect(log.text.contains(#""ruleId": "numbering-gap""#) && !log.text.contains("weekday-mismatch"))
    }

    @Test(
        "a wrong configuration is told with its line",
        arguments: [
            ("numbering-gaps = off", "c:1: unknown rule 'numbering-gaps'; did you mean numbering-gap?"),
            ("\nnumbering-gap off", "c:2: 'numbering-gap off' is not RULE = off, info, warning or error"),
            ("numbering-gap = fatal", "c:1: 'fatal' is not off, info, warning or error"),
            ("numbering-gap = off\nnumbering-gap = info", "c:2: 'numbering-gap' stands in line 1 already"),
        ])
    func wrongConfiguration(text: String, message: String) throws {
        let folder = try folder(["a.txt": Self.report, "c": text])
        let run = try Program.run(["audit", "a.txt", "--config", "c"], in: folder.url)
        #expect(run.status == 2)
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    @Test("what does not go together is refused")
    func wrongUsage() throws {
        for (words, message) in [
            (["a", "--config", "nowhere"], "--config nowhere: cannot open it"),
            (["a", "--across", "-f", "sarif"], "--across writes text or json"),
            (["a", "--rule", "measure-dropped"], "the rule 'measure-dropped' compares reports: add --across"),
        ] {
            let run = try Program.run(["audit"] + words)
            #expect(run.status == 2)
            #expect(run.errors.contains(message), "\(run.errors)")
        }
    }
}
