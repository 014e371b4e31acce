import Testing
import ThaiText

@Suite("Outline numbers")
struct NumbersOutlineTests {
    /// Outline numbers as they stand.
    static let cells: [(text: String, numbers: String)] = [
        ("๑", "1"),
        ("๑.", "1"),
        ("๑.๒", "1.2"),
        ("๑.๑๐", "1.10"),
        ("1.2.3", "1.2.3"),
        ("๑.๒.๓.๔", "1.2.3.4"),
        ("(๑๒)", "12"),
        ("๑๐)", "10"),
        ("1.1)", "1.1"),
        ("๒.๑ การดำเนินการ", "2.1"),
        ("๑. มาตรการ", "1"),
        ("ข้อ ๓.๒", "3.2"),
        ("ข้อ ๒.๑.๓", "2.1.3"),
        ("(1.2)", "1.2"),
        ("๑.๒.", "1.2"),
        ("ตัวชี้วัดที่ ๕.๑", "5.1"),
        (" ๔.๒ ", "4.2"),
        ("๔. ๒. ๑", "4.2.1"),
        ("หมวด ๑", "1"),
    ]

    @Test("Outline numbers as they stand", arguments: cells)
    func cellsGive(text: String, numbers: String) {
        #expect(NumberAnswers.of(text, as: .outline) == numbers)
    }

    @Test("The length and the closing are told")
    func reading() {
        let cases: [(String, Int, OutlineNumber.Style)] = [
            ("๑.๒ x", 7, .bare), ("๑. x", 4, .dot), ("(๓) x", 5, .brackets), ("1.1) x", 4, .closingBracket),
        ]
        for (text, length, style) in cases {
            let found = Array(text.utf8).outlineNumber(at: 0)
            #expect(found?.length == length, "\(text)")
            #expect(found?.style == style, "\(text)")
        }
    }

    @Test(
        "Amounts, dates, years and ranges are none",
        arguments: ["๑,๐๐๐", "๑/๑๐", "๕%", "400.-", "๒๕๖๗", "๑-๓", "(x)", ""])
    func others(text: String) {
        #expect(Array(text.utf8).outlineNumber(at: 0) == nil)
    }

    @Test("2.10 comes after 2.9, and a part after its whole")
    func order() {
        let texts = ["1", "1.1", "2", "2.9", "2.10"]
        let numbers = texts.compactMap { Array($0.utf8).outlineNumber(at: 0)?.number }
        #expect(numbers.map(\.text) == texts)
        #expect(numbers == numbers.sorted())
    }
}
