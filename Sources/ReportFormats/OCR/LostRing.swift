/// Gives ำ its ring back: the engine takes the ring and the tone mark above it for one mark, and reads น้า for น้ำ.
enum LostRing {
    /// How high a letter with a ring and a tone mark is, in letter heights; with a tone mark alone it is up to 1.65.
    ///
    /// What is higher touches another line.
    private static let heights = 1.73...2.25
    private static let saraAa = "า", saraAm = "ำ"

    /// - Parameters:
    ///   - units: what was read, aligned with the glyphs.
    ///   - glyphs: what is drawn.
    ///   - letter: the height of a letter.
    /// - Returns: the units, า behind a letter that bears both marks made ำ.
    static func restored(_ units: [LetterUnit], glyphs: [InkGlyph], letter: Int) -> [LetterUnit] {
        var units = units
        for index in units.indices.dropFirst() where units[index].text == saraAa {
            guard units[index - 1].bearsToneMark, let bearer = units[index - 1].glyphs.first else { continue }
            if heights.contains(Double(glyphs[bearer].box.height) / Double(letter)) {
                units[index].text = saraAm
            }
        }
        return units
    }
}

extension LetterUnit {
    /// Whether a tone mark is the only one above its letter.
    fileprivate var bearsToneMark: Bool {
        let marks = text.unicodeScalars.dropFirst()
        return marks.count == 1 && marks.allSatisfy { 0x0E48...0x0E4B ~= $0.value }
    }
}
