import Testing
import ThaiText

@Suite("Words and lines")
struct WordSegmenterTests {
    private func segments(_ text: String, _ unit: WordSegmenter.Unit = .words) throws -> [String] {
        var segmenter = try WordSegmenter(unit)
        let bytes = Array(text.utf8)
        return segmenter.segments(of: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test("letters and digits without a space between them are parted")
    func scripts() throws {
        #expect(try segments("ข้อ๑๒มาตรการ") == ["ข้อ", "๑๒", "มาตรการ"])
        #expect(try segments("วันที่๑๗เดือน") == ["วัน", "ที่", "๑๗", "เดือน"])
        #expect(try segments("เว็บไซต์www.abc.go.thของ") == ["เว็บไซต์", "www.abc.go.th", "ของ"])
        #expect(try segments("ITAปี2567") == ["ITA", "ปี", "2567"])
    }

    @Test("a term is one word", arguments: ["งบประมาณ", "จัดซื้อจัดจ้าง", "ผู้รับผิดชอบ", "สำนักปลัด", "เจ้าหน้าที่", "ดำเนินการ"])
    func terms(_ term: String) throws {
        #expect(try segments(term) == [term])
        #expect(try segments("ของ\(term)และ") == ["ของ", term, "และ"])
    }

    @Test("lines may end between words, and not before digits that belong to them")
    func lines() throws {
        let pieces = try segments("ข้อ๑๒ มาตรการป้องกันการทุจริต", .lines)
        #expect(pieces.joined() == "ข้อ๑๒ มาตรการป้องกันการทุจริต")
        #expect(pieces.contains("มาตรการ"))
        #expect(pieces.first == "ข้อ๑๒ ")
    }

    @Test(
        "segments cover the range without gaps, whatever stands in it",
        arguments: ["", " ", "ก", "่", "กขคงจ", "😀ก😀๑a", "a\u{301}ก\u{0}", "ก ๑ a ก๑a", "\n\n", "ฯลฯ ๆ"])
    func cover(_ text: String) throws {
        for unit in [WordSegmenter.Unit.words, .lines] {
            #expect(try segments(text, unit).joined() == text)
        }
    }

    @Test("a part of a text is cut as if it stood alone, with its places in the whole")
    func part() throws {
        var segmenter = try WordSegmenter(.words)
        let bytes = Array("กกกข้อมูล๑๒กก".utf8)
        let found = segmenter.segments(of: bytes, in: 9..<33)
        #expect(found == [9..<27, 27..<33])
        #expect(segmenter.countSegments(of: bytes, in: 9..<33) == 2)
    }
}
