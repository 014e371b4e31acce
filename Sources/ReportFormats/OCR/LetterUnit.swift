/// A letter with its marks, or a digit or sign, as the engine read it.
struct LetterUnit: Sendable {
    var text: String
    /// From 0 to 1.
    var confidence: Float
    /// Where the engine thinks that it stands, on the page.
    var left: Double, right: Double
    /// The glyphs of its line that it is drawn by; empty where none was found.
    var glyphs: Range<Int> = 0..<0

    var middle: Double { (left + right) / 2 }

    /// The letters of a line of symbols, some of which hold several.
    static func units(of symbols: [RecognisedSymbol]) -> [LetterUnit] {
        var units: [LetterUnit] = []
        for symbol in symbols {
            var texts: [String] = []
            for scalar in symbol.text.unicodeScalars {
                guard scalar.isThaiMark else {
                    texts.append(String(scalar))
                    continue
                }
                // A mark that no Thai letter carries is the engine's fancy: nothing is drawn there.
                if let last = texts.last {
                    if last.isThaiLetter { texts[texts.count - 1].unicodeScalars.append(scalar) }
                } else if let last = units.last, last.isThaiLetter {
                    units[units.count - 1].text.unicodeScalars.append(scalar)
                    units[units.count - 1].confidence = min(last.confidence, symbol.confidence)
                }
            }
            guard !texts.isEmpty else { continue }
            let width = Double(symbol.box.width) / Double(max(1, texts.count))
            for (index, text) in texts.enumerated() {
                let left = Double(symbol.box.left) + width * Double(index)
                units.append(
                    LetterUnit(text: text, confidence: symbol.confidence, left: left, right: left + width))
            }
        }
        return units
    }

    /// Whether it is drawn lower or smaller than a letter.
    var isSmall: Bool {
        guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 else { return false }
        return [".", ",", "-", "–", "'", "’", "‘", "\"", "“", "”", ":", ";", "_", "·"].contains(scalar)
    }

    var isBracket: Bool { ["(", ")", "[", "]"].contains(text) }

    /// Whether its drawing may be in two parts beside each other.
    var hasTwoParts: Bool { ["แ", "\"", "“", "”", "ำ"].contains { text.hasPrefix($0) } }

    /// The digit that it is, and in which script.
    var digit: (value: Int, isThai: Bool)? {
        guard text.unicodeScalars.count == 1, let value = text.unicodeScalars.first?.value else { return nil }
        switch value {
        case 0x30...0x39: return (Int(value - 0x30), false)
        case 0x0E50...0x0E59: return (Int(value - 0x0E50), true)
        default: return nil
        }
    }

    /// Whether it is a digit, Thai or ASCII.
    var isDigit: Bool { digit != nil }

    /// Whether it is a Thai letter or vowel.
    var isThaiLetter: Bool { text.isThaiLetter }

    /// Whether it is a Latin letter.
    var isLatin: Bool {
        guard let value = text.unicodeScalars.first?.value else { return false }
        return 0x41...0x5A ~= value || 0x61...0x7A ~= value
    }
}

extension Unicode.Scalar {
    /// Whether it is a Thai sign above or below the letter before it.
    var isThaiMark: Bool { value == 0x0E31 || 0x0E34...0x0E3A ~= value || 0x0E47...0x0E4E ~= value }
}

extension String {
    /// Whether it begins with a Thai letter, or a vowel that is written like one.
    fileprivate var isThaiLetter: Bool {
        guard let value = unicodeScalars.first?.value else { return false }
        return 0x0E01...0x0E30 ~= value || 0x0E32...0x0E33 ~= value || 0x0E40...0x0E46 ~= value
    }
}
