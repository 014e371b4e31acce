import Foundation
import Testing
import ThaiText

/// The examples of the documentation, as they stand there: ``examplesAreHere()`` holds the two together.
@Suite("Documentation")
struct DocumentationTests {
    @Test("the landing page")
    func landingPage() throws {
        let text = Array("ดำเนินการระหว่าง ต.ค.๖๖ - มี.ค.๖๗ งบประมาณ ๒.๗๕ ล้านบาท".utf8)

        let date = DateScanner().scan(text, in: 0..<text.count)[0]
        #expect("\(date.start!) to \(date.end!)" == "2023-10-01 to 2024-03-31")

        let amount = NumberScanner().scan(text).last!
        #expect("\(amount.value)" == "2750000")

        let quarter = Array("ไตรมาสที่ ๒".utf8)
        let scanner = DateScanner(context: DateContext(fiscalYear: 2567))
        #expect(scanner.scan(quarter, in: 0..<quarter.count)[0].start?.description == "2024-01-01")

        var repair = TextRepair()
        let repaired = repair.repair(Array("ข้อ มูลของต าบล".utf8))
        #expect(String(decoding: repaired.bytes, as: UTF8.self) == "ข้อมูลของตำบล")
        #expect(repaired.repairs.map(\.kind) == [.layoutSpace, .lostNikhahit])

        var segmenter = try WordSegmenter(.words)
        let words = Array("ข้อ๑๒มาตรการ".utf8)
        let found = segmenter.segments(of: words).map { String(decoding: words[$0], as: UTF8.self) }
        #expect(found == ["ข้อ", "๑๒", "มาตรการ"])
    }

    @Test("the calendar rules")
    func calendarRules() {
        let leap = Array("๒๙ ก.พ. ๒๕๖๗".utf8)
        #expect(DateScanner().scan(leap, in: 0..<leap.count)[0].start?.description == "2024-02-29")

        let old = Array("๑๕ มกราคม ๒๔๘๐".utf8)
        #expect(DateScanner().scan(old, in: 0..<old.count)[0].start?.description == "1938-01-15")

        let year = Array("ปีงบประมาณ พ.ศ. ๒๕๖๗".utf8)
        let fiscal = DateScanner().scan(year, in: 0..<year.count)[0]
        #expect("\(fiscal.start!) to \(fiscal.end!)" == "2023-10-01 to 2024-09-30")

        let range = Array("ตุลาคม - มีนาคม ๒๕๖๖".utf8)
        #expect(DateScanner().scan(range, in: 0..<range.count)[0].start?.description == "2022-10-01")

        let deadline = Array("ภายใน ๓๑ มี.ค. ๖๗".utf8)
        let last = DateScanner().scan(deadline, in: 0..<deadline.count)[0]
        #expect(last.start == nil)
        #expect(last.end?.description == "2024-03-31")

        let impossible = Array("๓๑ กันยายน ๒๕๖๖".utf8)
        let none = DateScanner().scan(impossible, in: 0..<impossible.count)[0]
        #expect(none.hasValue == false)
        #expect(none.warnings.names == ["impossible-date"])
    }

    @Test("every line of code in the articles stands here")
    func examplesAreHere() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let own = try String(contentsOf: URL(fileURLWithPath: #filePath), encoding: .utf8)
        var count = 0
        for page in ["ThaiText", "CalendarRules"] {
            let file = root.appending(path: "Sources/ThaiText/ThaiText.docc/\(page).md")
            var isCode = false
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                if line.hasPrefix("```") {
                    isCode = line == "```swift"
                } else if isCode {
                    let code = line.components(separatedBy: "  // ")[0]
                    #expect(own.contains(code), "\(page): \(line)")
                    count += 1
                }
            }
        }
        #expect(count > 30)
    }
}
