import Testing

@testable import ReportFormats

@Suite struct LostRingTests {
    private static let letter = 22

    /// The text of a letter and า behind it, the letter drawn so high with its marks.
    private func text(_ bearer: String, height: Int) -> String {
        let glyphs = [
            InkGlyph(box: PixelBox(left: 0, top: 50 - height, right: 20, bottom: 50), bodyHeight: 22, gap: 0),
            InkGlyph(box: PixelBox(left: 22, top: 28, right: 34, bottom: 50), bodyHeight: 22, gap: 2),
        ]
        let units = [
            LetterUnit(text: bearer, confidence: 0.9, left: 0, right: 20, glyphs: 0..<1),
            LetterUnit(text: "า", confidence: 0.9, left: 22, right: 34, glyphs: 1..<2),
        ]
        return LostRing.restored(units, glyphs: glyphs, letter: Self.letter).map(\.text).joined()
    }

    @Test func marksAsHighAsTwoAreARingAndATone() {
        #expect(text("น้", height: 44) == "น้ำ")
        #expect(text("ซ้", height: 40) == "ซ้ำ")
    }

    @Test func oneMarkIsATone() { #expect(text("น้", height: 36) == "น้า") }

    @Test func withoutAToneThereIsNothingToTell() {
        #expect(text("น", height: 44) == "นา")
        #expect(text("นี้", height: 44) == "นี้า")
    }

    @Test func whatIsHigherTouchesAnotherLine() { #expect(text("ด้", height: 53) == "ด้า") }
}
