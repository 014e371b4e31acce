import Testing
import ThaiText

@Suite("Item codes")
struct NumbersCodeTests {
    /// Item codes however they are written.
    static let cells: [(text: String, numbers: String)] = [
        ("O๑๑", "o11"),
        ("o11", "o11"),
        ("O ๓๙", "o39"),
        ("O.1", "o1"),
        ("O-12", "o12"),
        ("OIT 34", "o34"),
        ("OIT ๑๑", "o11"),
        ("OIT-๓๔", "o34"),
        ("0๑๑", "o11"),
        ("๐๑๑", "o11"),
        ("๐๓๔", "o34"),
        ("011", "o11"),
        ("๐๕", "o5"),
        ("๐๑", "o1"),
        ("อ๑๑", "o11"),
        ("อ ๒๘", "o28"),
        ("i๒๐", "i20"),
        ("I 20", "i20"),
        ("i13", "i13"),
        ("E5", "e5"),
        ("e๑๕", "e15"),
        ("IIT ๕", "i5"),
        ("EIT 3", "e3"),
        ("MOIT 5", "moit5"),
        ("MOIT๑๒", "moit12"),
        ("O๐๑", "o1"),
        ("O01", "o1"),
        ("ข้อ O๑๑", "o11"),
        ("(O๑๑)", "o11"),
        ("O๑๑ แผนปฏิบัติการ", "o11"),
        ("ตัวชี้วัด O๒๐", "o20"),
        ("l๒๐", "i20"),
        ("|๒๐", "i20"),
        ("| ๒๐ ขั้นตอนการขออนุญาต", "i20"),
        ("О๑๑", "o11"),
        ("OIT ข้อ O๒๓", "o23"),
        ("EB 5", "eb5"),
    ]

    @Test("Item codes however they are written", arguments: cells)
    func cellsGive(text: String, numbers: String) {
        #expect(NumberAnswers.of(text, as: .code) == numbers)
    }

    @Test("Running text supports only shapes that are nothing else")
    func support() {
        let cases: [(String, ItemCode.Support?)] = [
            ("O๑๑", ItemCode.Support.none), ("0๑๑", ItemCode.Support.none), ("OIT ๑๑", ItemCode.Support.none),
            ("o ๓๙", .some), ("อ ๑๑", .some), ("l๒๐", .some), ("๐๑๑", .full), ("011", .full), ("๐๕", .full),
            ("๑๑", nil), ("000", nil), ("O123", nil), ("OIT ๒๕๖๗", nil), ("OIT 9.1", nil), ("Oak1", nil),
        ]
        for (text, weakest) in cases {
            let bytes = Array(text.utf8)
            for support in [ItemCode.Support.none, .some, .full] {
                let expected = weakest.map { support >= $0 } ?? false
                #expect((bytes.itemCode(at: 0, support: support) != nil) == expected, "\(text) \(support)")
            }
        }
    }

    @Test("Codes inside longer words and numbers are none", arguments: ["ISO11", "02-0๑๑", "x_o11", "80๑๑"])
    func inside(text: String) {
        let bytes = Array(text.utf8)
        for index in 1..<bytes.count {
            #expect(bytes.itemCode(at: index) == nil, "\(text) at \(index)")
        }
    }

    @Test("A substitute for the letter is flagged")
    func repaired() {
        #expect(Array("0๑๑".utf8).itemCode(at: 0)?.isRepaired == true)
        #expect(Array("O๑๑".utf8).itemCode(at: 0)?.isRepaired == false)
        #expect(Array("๐๓๔ ชื่อ".utf8).itemCode(at: 0, support: .full)?.length == 9)
    }
}
