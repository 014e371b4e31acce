/// A stretch of a line between two blanks: what the engine read there, and what is drawn there.
struct LineToken {
    var units: [LetterUnit]
    /// The glyphs of the line that stand in it.
    var glyphs: Range<Int>

    var text: String { units.map(\.text).joined() }
}

/// Cuts a line into tokens where the picture has a gap.
///
/// The engine's own words will not do: in Thai, it sets off nearly every letter as one.
enum LineTokens {
    /// A gap wider than this many letter heights is a blank: between letters of one word there are up to 0.3, at a
    /// blank from 0.45 up.
    private static let blank = 0.4

    /// - Parameters:
    ///   - glyphs: what is drawn, from left to right.
    ///   - units: what was read there, aligned with the glyphs.
    ///   - letter: the height of a letter.
    /// - Returns: the tokens from left to right.
    static func tokens(of glyphs: [InkGlyph], read units: [LetterUnit], letter: Int) -> [LineToken] {
        var starts: [Int] = []
        for (index, glyph) in glyphs.enumerated() where index == 0 || Double(glyph.gap) >= blank * Double(letter) {
            starts.append(index)
        }
        var tokens = starts.enumerated().map { index, start in
            LineToken(units: [], glyphs: start..<(index + 1 < starts.count ? starts[index + 1] : glyphs.count))
        }
        guard !tokens.isEmpty else { return [] }
        var current = 0
        for unit in units {
            // What is drawn nowhere stays with its neighbour.
            if !unit.glyphs.isEmpty {
                while current + 1 < tokens.count, unit.glyphs.lowerBound >= tokens[current].glyphs.upperBound {
                    current += 1
                }
            }
            tokens[current].units.append(unit)
        }
        return tokens.filter { !$0.units.isEmpty }
    }
}
