import Foundation
import Testing

/// The commands on plain Thai text.
@Suite("dates, numbers and normalize")
struct TextCommandTests {
    @Test("each argument has a line of its own, in order")
    func arguments() throws {
        let run = try Program.run(["dates", "--", "๑ ต.ค. ๒๕๖๖", "-", "ต.ค. ๖๖ - มี.ค. ๖๗"])
        #expect(run.status == 0)
        let answers = try run.lines.map(object)
        #expect(answers.map { ($0["dates"] as? [Any])?.count } == [1, 0, 1])
        let range = try #require((answers[2]["dates"] as? [[String: Any]])?.first)
        #expect(range["start"] as? String == "2023-10-01")
        #expect(range["end"] as? String == "2024-03-31")
        #expect(range["kind"] as? String == "range")
        #expect(range["text"] as? String == "ต.ค. ๖๖ - มี.ค. ๖๗")
        #expect(range["calendar"] as? String == "buddhist")
    }

    @Test("a fiscal year gives dates to what names none", arguments: ["2567", "๒๕๖๗", "67", "2024"])
    func fiscalYear(year: String) throws {
        let run = try Program.run(["dates", "--fiscal-year", year, "ไตรมาสที่ ๒"])
        let dates = try #require(object(run.lines[0])["dates"] as? [[String: Any]])
        #expect(dates.first?["start"] as? String == "2024-01-01")
        let without = try Program.run(["dates", "ไตรมาสที่ ๒"])
        #expect((try object(without.lines[0])["dates"] as? [Any])?.isEmpty == true)
    }

    @Test("a fiscal year that is none is refused")
    func wrongFiscalYear() throws {
        for year in ["", "ก", "1200", "99999"] {
            let run = try Program.run(["dates", "--fiscal-year", year, "๑ ต.ค."])
            #expect(run.status == 2)
            #expect(run.errors.contains("--fiscal-year needs a year"))
        }
    }

    @Test("what looks like a date and is none says why, apart from the dates")
    func doubtful() throws {
        let answer = try object(Program.run(["dates", "๓๑ กันยายน ๒๕๖๖"]).lines[0])
        #expect((answer["dates"] as? [Any])?.isEmpty == true)
        let doubtful = try #require(answer["doubtful"] as? [[String: Any]])
        #expect(doubtful.first?["warnings"] as? [String] == ["impossible-date"])
    }

    @Test("numbers have their value, unit and place; a place in a table may be told")
    func numbers() throws {
        let run = try Program.run(["numbers", "งบ ๑.๕ ล้านบาท และ ๒๐ - ๓๐ คน"])
        let numbers = try #require(object(run.lines[0])["numbers"] as? [[String: Any]])
        #expect(numbers.map { $0["kind"] as? String } == ["money", "range"])
        #expect(numbers[0]["value"] as? Int == 1_500_000)
        #expect(numbers[0]["unit"] as? String == "THB")
        #expect(numbers[1]["value"] as? [Int] == [20, 30])
        let code = try #require(
            object(Program.run(["numbers", "--as", "code", "0๑๑"]).lines[0])["numbers"] as? [[String: Any]])
        #expect(code.first?["value"] as? String == "o11")
        let outline = try #require(
            object(Program.run(["numbers", "--as=outline", "๒.๑๐"]).lines[0])["numbers"] as? [[String: Any]])
        #expect(outline.first?["value"] as? String == "2.10")
    }

    @Test("lines of standard input are repaired each by itself, whatever ends them")
    func lines() throws {
        let input = Data("ข้อ มูล\r\n\nต าบล\nส่ง\nเสริม".utf8)
        let run = try Program.run(["normalize"], input: input)
        #expect(run.status == 0)
        #expect(run.text == "ข้อมูล\n\nตำบล\nส่ง\nเสริม\n")
        #expect(try Program.run(["normalize", "-"], input: input).output == run.output)
    }

    @Test("a repair is told with its kind, what it was and is, and its place in bytes")
    func repairs() throws {
        let text = "ของต าบล"
        let answer = try object(Program.run(["normalize", "--json", text]).lines[0])
        #expect(answer["text"] as? String == text)
        #expect(answer["normalized"] as? String == "ของตำบล")
        let repair = try #require((answer["repairs"] as? [[String: Any]])?.first)
        #expect(repair["kind"] as? String == "lost-nikhahit")
        #expect(repair["from"] as? String == "ต า")
        #expect(repair["to"] as? String == "ตำ")
        #expect(repair["span"] as? [Int] == [9, 16])
    }

    @Test("bytes that are no UTF-8 are answered, counted and end with 1", arguments: ["dates", "numbers", "normalize"])
    func brokenBytes(command: String) throws {
        let run = try Program.run([command], input: Data([0xE0, 0xB8, 0x0A, 0x31, 0x0A, 0xFF, 0x0A]))
        #expect(run.status == 1)
        #expect(run.lines.count == 3)
        #expect(run.errors.contains("line 1 and 1 more are not UTF-8"))
    }

    @Test("an answer comes as soon as its line has, while the input is still open")
    func streaming() throws {
        // The second line is only written once the first one's answer has been read.
        let shell = """
            mkfifo in out; "$@" <in >out & exec 3>in 4<out
            echo 'ข้อ มูล' >&3; read -r first <&4; echo 'ต าบล' >&3; read -r second <&4
            exec 3>&-; wait; echo "$first $second"
            """
        let folder = try Folder()
        let run = try Program.run(["normalize"], in: folder.url, shell: shell)
        #expect(run.text == "ข้อมูล ตำบล\n")
    }

    @Test("no input gives no output", arguments: ["dates", "numbers", "normalize"])
    func nothing(command: String) throws {
        let run = try Program.run([command], input: Data())
        #expect(run.status == 0)
        #expect(run.output.isEmpty)
        #expect(run.errors == "")
    }

    private func object(_ line: Substring) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
}
