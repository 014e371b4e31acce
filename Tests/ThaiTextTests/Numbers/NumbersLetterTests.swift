import Testing
import ThaiText

@Suite("Letters and numerals of lists")
struct NumbersLetterTests {
    @Test(
        "a letter or numeral is read with its place, its value and what closes it",
        arguments: [
            ("ก. จัดทำ", 1, nil, .dot, 4), ("ข.ปิดประกาศ", 2, nil, .dot, 4), ("(ค) อบรม", 3, nil, .brackets, 5),
            ("ง) x", 5, nil, .closingBracket, 4), ("a) x", 1, nil, .closingBracket, 2), ("(B) x", 2, nil, .brackets, 3),
            ("I. ด้าน", 9, 1, .dot, 2), ("ii. x", nil, 2, .dot, 3), ("(iv) x", nil, 4, .brackets, 4),
            ("ก. ปี ๒๕๖๕", 1, nil, .dot, 4), ("XII) x", nil, 12, .closingBracket, 4),
        ] as [(String, Int?, Int?, OutlineNumber.Style, Int)])
    func reading(text: String, place: Int?, roman: Int?, style: OutlineNumber.Style, length: Int) throws {
        let found = try #require(Array(text.utf8).outlineLetter(at: 0))
        #expect(found.place == place)
        #expect(found.roman == roman)
        #expect(found.style == style)
        #expect(found.length == length)
    }

    @Test(
        "abbreviations and words are none",
        arguments: [
            "ก.พ. ๖๖", "ก. พ. ๖๖", "ก.ย ๖๖", "ก.ตร.", "e.g. x", "A.B.", "No. 1", "(ITA)", "(กองคลัง)", "ก", "", "(",
        ])
    func refusal(text: String) {
        #expect(Array(text.utf8).outlineLetter(at: 0) == nil)
    }

    @Test(
        "what comes next is told by what came before",
        arguments: [
            ("ก. x", "ข. x", true), ("ค) x", "ง) x", true), ("(h) x", "(i) x", true), ("i. x", "ii. x", true),
            ("ก. x", "ข) x", false), ("ก. x", "ง. x", false), ("a. x", "ii. x", false), ("b. x", "ข. x", false),
        ])
    func order(first: String, second: String, isNext: Bool) throws {
        let last = try #require(Array(first.utf8).outlineLetter(at: 0))
        let next = try #require(Array(second.utf8).outlineLetter(at: 0))
        #expect(next.follows(last) == isNext)
    }
}
