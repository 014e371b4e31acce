/// A stretch of a line between two blanks: what the engine read there, and what is drawn there.
struct LineToken {
    var symbols: [RecognisedSymbol]
    var glyphs: [InkGlyph]

    var box: PixelBox { glyphs.dropFirst().reduce(glyphs[0].box) { $0.union($1.box) } }
    var text: String { symbols.map(\.text).joined() }
}

/// Cuts a line into tokens where the picture has a gap.
///
/// The engine's own words will not do: in Thai, it sets off nearly every letter as one.
enum LineTokens {
    /// A gap wider than this many letter heights is a blank: between letters of one word there are up to 0.3, at a
    /// blank from 0.45 up.
    private static let blank = 0.4

    static func tokens(of line: InkLine, read words: [RecognisedWord]) -> [LineToken] {
        let glyphs = line.glyphs
        var groups: [[InkGlyph]] = []
        for glyph in glyphs {
            if groups.isEmpty || Double(glyph.gap) >= blank * Double(line.letterHeight) { groups.append([]) }
            groups[groups.count - 1].append(glyph)
        }
        let symbols = words.flatMap(\.symbols)
        guard !symbols.isEmpty else { return [] }
        var starts = Set<Int>()
        var count = 0
        for word in words {
            starts.insert(count)
            count += word.symbols.count
        }
        var tokens: [LineToken] = []
        var from = 0
        var pending: [InkGlyph] = []
        for (index, group) in groups.enumerated() {
            pending += group
            guard index + 1 < groups.count else { break }
            let cut = (group[group.count - 1].box.right + groups[index + 1][0].box.left) / 2
            let end = boundary(at: cut, in: symbols, after: from, words: starts, letter: line.letterHeight)
            // Ink that nothing was read for goes to its neighbour.
            guard let end, end > from else { continue }
            tokens.append(LineToken(symbols: Array(symbols[from..<end]), glyphs: pending))
            pending = []
            from = end
        }
        if from < symbols.count {
            tokens.append(LineToken(symbols: Array(symbols[from...]), glyphs: pending))
        } else if !tokens.isEmpty {
            tokens[tokens.count - 1].glyphs += pending
        }
        return tokens
    }

    /// The symbol before which a gap lies.
    private static func boundary(
        at cut: Int, in symbols: [RecognisedSymbol], after first: Int, words: Set<Int>, letter: Int
    ) -> Int? {
        var best: (index: Int, distance: Int)?
        for index in first..<symbols.count where index > 0 && !symbols[index].isBound {
            let place = (symbols[index - 1].box.right + symbols[index].box.left) / 2
            // At a blank, the engine's word ends too.
            let distance = abs(place - cut) + (words.contains(index) ? 0 : letter)
            if best.map({ distance < $0.distance }) ?? true { best = (index, distance) }
        }
        // Behind the last symbol.
        if let last = symbols.last, best.map({ abs(last.box.right - cut) < $0.distance }) ?? true {
            return cut >= last.box.right - letter / 2 ? symbols.count : best?.index
        }
        return best?.index
    }
}

extension RecognisedSymbol {
    /// Whether it cannot begin a word: a mark, or a vowel that stands after its letter.
    var isBound: Bool {
        switch text.unicodeScalars.first?.value ?? 0 {
        case 0x0E30...0x0E3A, 0x0E45, 0x0E47...0x0E4E: true
        default: false
        }
    }

    /// The digit that it is, and whether that is a Thai one.
    var digit: (value: Int, isThai: Bool)? {
        guard text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first?.value else { return nil }
        switch scalar {
        case 0x30...0x39: return (Int(scalar - 0x30), false)
        case 0x0E50...0x0E59: return (Int(scalar - 0x0E50), true)
        default: return nil
        }
    }

    /// Whether it may stand between digits of a number or date.
    var isDigitMark: Bool { [".", ",", "/", "-", ":", "–"].contains(text) }
}
