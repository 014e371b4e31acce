import Testing
import ThaiText

@Suite("Counting characters")
struct CharacterCountTests {
    /// The same, character by character.
    private func plainCount(_ text: [UInt8], _ range: Range<Int>) -> Int {
        var count = 0
        var index = range.lowerBound
        while index < range.upperBound {
            if text.blankLength(at: index) == 0 { count += 1 }
            index += text.characterLength(at: index)
        }
        return count
    }

    @Test("Every range of characters, blanks of all kinds among them")
    func ranges() {
        let piece = "ก ข\tค\u{A0}ง\u{85}é\u{200B}จ\u{3000}\u{FEFF}😀\u{1}\u{7F}a\r\n\u{2028}☑ฉ๑"
        let text = Array(String(repeating: piece, count: 3).utf8)
        let starts = text.indices.filter { text[$0] & 0xC0 != 0x80 } + [text.count]
        for start in starts {
            for end in starts where end >= start {
                #expect(text.countCharacters(in: start..<end) == plainCount(text, start..<end))
            }
        }
    }

    @Test("A long text without and with blanks", arguments: ["ก", "a", " ", "ก ", "\u{200B}x"])
    func long(piece: String) {
        let text = Array(String(repeating: piece, count: 5_000).utf8)
        #expect(text.countCharacters(in: 0..<text.count) == plainCount(text, 0..<text.count))
    }
}
