/// The alphabet in which the date scanner compares text: one small number a character.
///
/// Thai letters are their ``ThaiLetter`` value, with both kinds of digits folded into one symbol; ASCII letters lose
/// their case; blanks of every kind and characters without width are one symbol.
enum DateSymbol {
    static let digit: UInt8 = ThaiLetter.digitZero
    static let blank: UInt8 = 0x60
    static let dot: UInt8 = 0x61
    static let slash: UInt8 = 0x62
    static let dash: UInt8 = 0x63
    static let colon: UInt8 = 0x64
    static let latinA: UInt8 = 0x65
    // Marks that stand in spellings take numbers that no Thai letter has.
    static let comma: UInt8 = 0x3B
    static let percent: UInt8 = 0x3C
    static let ampersand: UInt8 = 0x3D
    static let tilde: UInt8 = 0x3E
    static let other: UInt8 = 0x7F
    /// The number of symbols.
    static let count = 128

    static func isThaiLetter(_ symbol: UInt8) -> Bool {
        symbol > 0 && symbol < 0x4F && (symbol < comma || symbol > 0x3F)
    }
    static func isLatin(_ symbol: UInt8) -> Bool { symbol >= latinA && symbol < other }

    static func ofASCII(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0x0A...0x0D, 0x20: blank
        case 0x2E: dot
        case 0x2F: slash
        case 0x2D: dash
        case 0x3A: colon
        case 0x2C: comma
        case 0x25: percent
        case 0x26: ampersand
        case 0x7E: tilde
        case 0x30...0x39: digit
        case 0x41...0x5A: latinA + (byte - 0x41)
        case 0x61...0x7A: latinA + (byte - 0x61)
        default: other
        }
    }
}

extension [UInt8] {
    /// The symbol and the length in bytes of the character at `index`, which is before the text's end.
    ///
    /// ํา is read as ำ and เเ as แ, since extraction from PDF gives either.
    func dateSymbol(at index: Int) -> (symbol: UInt8, length: Int) {
        let byte = self[index]
        if byte < 0x80 { return (DateSymbol.ofASCII(byte), 1) }
        let letter = thaiLetter(at: index)
        if letter != ThaiLetter.none {
            if ThaiLetter.isDigit(letter) { return (DateSymbol.digit, 3) }
            if letter == ThaiLetter.nikhahit, thaiLetter(at: index + 3) == ThaiLetter.saraAa {
                return (ThaiLetter.saraAm, 6)
            }
            if letter == ThaiLetter.saraE, thaiLetter(at: index + 3) == ThaiLetter.saraE {
                return (ThaiLetter.saraAe, 6)
            }
            // Unassigned characters must not be taken for the symbols that share their numbers.
            return (
                letter > 0x5B || (letter >= DateSymbol.comma && letter < ThaiLetter.baht) ? DateSymbol.other : letter, 3
            )
        }
        let blank = dateBlankLength(at: index)
        if blank > 0 { return (DateSymbol.blank, blank) }
        let length = Swift.min(characterLength(at: index), count - index)
        return (isDash(at: index) ? DateSymbol.dash : DateSymbol.other, Swift.max(length, 1))
    }

    /// The length of the blank or the character without width at `index`; 0 where another character stands.
    ///
    /// A tab is none: it parts the cells of a table, and no date runs over two cells.
    func dateBlankLength(at index: Int) -> Int {
        guard index < count else { return 0 }
        let byte = self[index]
        if byte < 0x80 { return byte == 0x20 || (byte >= 0x0A && byte <= 0x0D) ? 1 : 0 }
        guard byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF else { return 0 }
        let blank = blankLength(at: index)
        if blank > 0 { return blank }
        if byte == 0xC2 { return index + 1 < count && self[index + 1] == 0xAD ? 2 : 0 }
        guard byte == 0xE2, index + 2 < count else { return 0 }
        let tail = self[index + 2]
        switch self[index + 1] {
        case 0x80: return (tail >= 0x8C && tail <= 0x8F) || (tail >= 0xAA && tail <= 0xAE) ? 3 : 0
        case 0x81: return tail >= 0xA0 && tail <= 0xA9 ? 3 : 0
        default: return 0
        }
    }

    /// Whether a dash or minus longer than ASCII's stands at `index`: U+2010 to U+2015, U+2212, U+FE58, U+FF0D.
    func isDash(at index: Int) -> Bool {
        guard index + 2 < count else { return false }
        switch (self[index], self[index + 1]) {
        case (0xE2, 0x80): return self[index + 2] >= 0x90 && self[index + 2] <= 0x95
        case (0xE2, 0x88): return self[index + 2] == 0x92
        case (0xEF, 0xB9): return self[index + 2] == 0x98
        case (0xEF, 0xBC): return self[index + 2] == 0x8D
        default: return false
        }
    }
}
