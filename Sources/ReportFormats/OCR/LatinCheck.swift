/// Tells Latin words from Thai ones that the English model was quicker to claim: และ as way.
enum LatinCheck {
    /// A Latin word this long makes its neighbours likely to be Latin too.
    private static let longWord = 3
    /// What the Thai model reads of a Latin word is less sure than this, or holds other signs.
    private static let leastThai: Float = 0.955
    /// How much less sure the Thai model may be where it is right.
    private static let margin: Float = 0.012
    /// How much surer it must be where Latin words stand beside.
    private static let marginAmongLatin: Float = 0.004

    /// Whether a line has Latin letters that may be Thai.
    static func isNeeded(for units: [LetterUnit]) -> Bool { units.contains(where: \.isLatin) }

    /// The units with Thai readings where those are likelier.
    ///
    /// - Parameters:
    ///   - units: what both models read, aligned with the glyphs.
    ///   - thai: what the Thai model read alone, aligned with the same glyphs.
    /// - Returns: the better of both, word by word.
    static func corrected(_ units: [LetterUnit], by thai: [LetterUnit]) -> [LetterUnit] {
        var corrected = units
        let words = words(of: units)
        for (index, word) in words.enumerated().reversed() {
            let beside = [index - 1, index + 1].filter(words.indices.contains).map { words[$0] }
            let isAmongLatin = beside.contains { other in
                units[other].count(where: \.isLatin) >= longWord && isNear(word, other, in: units)
            }
            let glyphs = units[word].map(\.glyphs).filter { !$0.isEmpty }
            guard let first = glyphs.map(\.lowerBound).min(), let last = glyphs.map(\.upperBound).max() else {
                continue
            }
            let other = thai.filter { $0.glyphs.overlaps(first..<last) }
            guard !other.isEmpty, isThai(other) else { continue }
            let sure = mean(other)
            // Among Latin words it must be the surer one.
            let least = mean(Array(units[word])) + (isAmongLatin ? marginAmongLatin : -margin)
            guard sure >= leastThai, sure >= least else { continue }
            corrected.replaceSubrange(word, with: other)
        }
        return corrected
    }

    /// The stretches of Latin letters, full stops between and behind them included.
    private static func words(of units: [LetterUnit]) -> [Range<Int>] {
        var words: [Range<Int>] = []
        for (index, unit) in units.enumerated() {
            let isStop = unit.text == "." && words.last?.upperBound == index
            guard unit.isLatin || isStop else { continue }
            if let last = words.last, last.upperBound == index, !isApart(index, in: units) {
                words[words.count - 1] = last.lowerBound..<index + 1
            } else if unit.isLatin {
                words.append(index..<index + 1)
            }
        }
        return words
    }

    /// Whether a unit stands far from the one before it: further than a letter is wide.
    private static func isApart(_ index: Int, in units: [LetterUnit]) -> Bool {
        let (before, unit) = (units[index - 1], units[index])
        guard let last = before.glyphs.last, let first = unit.glyphs.first else { return false }
        return first > last + 2
    }

    /// Whether nothing but blanks and signs stands between two words.
    private static func isNear(_ word: Range<Int>, _ other: Range<Int>, in units: [LetterUnit]) -> Bool {
        let between =
            word.lowerBound < other.lowerBound
            ? word.upperBound..<max(word.upperBound, other.lowerBound)
            : other.upperBound..<max(other.upperBound, word.lowerBound)
        return !units[between].contains(where: \.isThaiLetter)
    }

    private static func isThai(_ units: [LetterUnit]) -> Bool {
        units.contains(where: \.isThaiLetter) && units.allSatisfy { $0.isThaiLetter || $0.text == "." }
    }

    private static func mean(_ units: [LetterUnit]) -> Float {
        units.reduce(0) { $0 + $1.confidence } / Float(max(1, units.count))
    }
}
