import Testing
import ThaiText

/// Vowels that the font of a PDF lost throughout, and no slips of a text that has them.
@Suite struct LostVowelsTests {
    private static let text = """
        รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ผู้รับผิดชอบได้จัดทำคู่มือการปฏิบัติงาน
        เผยแพร่ข้อมูลบนเว็บไซต์ของสำนักปลัด กำหนดแนวทางการกำกับติดตาม และนำมาสู่ข้อเสนอแนะอย่างสม่ำเสมอ
        ผู้บริหารพิจารณาเรื่องร้องเรียนการทุจริตและประชาสัมพันธ์ให้ประชาชนทราบ เทศบาลตำบลดำเนินการแล้วเสร็จทุกขั้นตอน

        """
    private static let long = String(repeating: text, count: 4)

    private func repaired(_ text: String) -> String {
        String(decoding: TextRepair.repairCharacters(of: Array(text.utf8)).bytes, as: UTF8.self)
    }

    @Test func nikhahitLostThroughoutComesBack() {
        let damaged = Self.long.unicodeScalars.map { $0 == "\u{E33}" ? "\u{E32}" : String($0) }.joined()
        #expect(repaired(damaged) == Self.long)
    }

    @Test func vowelThatBecameAToneMarkComesBack() {
        let damaged = Self.long.unicodeScalars.map { $0 == "\u{E39}" ? "\u{E48}" : String($0) }.joined()
        #expect(repaired(damaged) == Self.long)
    }

    @Test func soundTextStays() {
        #expect(TextRepair.repairCharacters(of: Array(Self.long.utf8)).isUnchanged)
    }

    @Test func textThatHasTheVowelKeepsItsOtherWords() {
        let text = Self.long + "ชาวนาทาสีบ้าน"
        #expect(repaired(text) == text)
    }

    @Test func bothHalvesOfSaraAmWithNames() {
        #expect(repaired("การดำาเนินการ สม่ำาเสมอ") == "การดำเนินการ สม่ำเสมอ")
    }
}
