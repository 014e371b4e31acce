/// Fonts whose glyphs are signs, while their codes are those of letters: Wingdings and its kin.
enum SymbolFont: Sendable {
    case wingdings, wingdings2, webdings, symbol

    /// The font of this name; `nil` for fonts of letters.
    init?(name: String) {
        // Nearly all fonts are of letters: their first letter tells most of them at once.
        guard let first = name.utf8.first, [0x57, 0x77, 0x53, 0x73, 0x4F, 0x6F].contains(first) else { return nil }
        switch name.lowercased() {
        case "wingdings": self = .wingdings
        case "wingdings 2": self = .wingdings2
        case "webdings": self = .webdings
        case "symbol", "standard symbols l", "opensymbol", "starsymbol": self = .symbol
        default: return nil
        }
    }

    /// The Unicode character of the glyph at `code`, 0x20 to 0xFF; `nil` where there is none that a report would use.
    func character(at code: UInt8) -> Unicode.Scalar? {
        switch self {
        case .wingdings: Self.wingdingsSigns[code]
        case .wingdings2: Self.wingdings2Signs[code]
        case .webdings: Self.webdingsSigns[code]
        case .symbol: Self.symbolSigns[code]
        }
    }

    /// `text` as its glyphs look.
    ///
    /// Programs write such text with the codes of letters, or at U+F020 to U+F0FF.
    static func readable(_ text: String, in font: SymbolFont?) -> String {
        guard font != nil || text.utf8.contains(0xEF) else { return text }
        var readable = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xF020...0xF0FF:
                readable.append((font ?? .wingdings).character(at: UInt8(scalar.value & 0xFF)) ?? scalar)
            case 0x21...0xFF:
                // The letters of Symbol are Greek ones; a report that holds them in Latin means Latin.
                guard let font, font != .symbol || scalar.value > 0x7F else {
                    readable.append(scalar)
                    continue
                }
                readable.append(font.character(at: UInt8(scalar.value)) ?? scalar)
            default: readable.append(scalar)
            }
        }
        return String(readable)
    }

    private static let wingdingsSigns: [UInt8: Unicode.Scalar] = [
        0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆",
        0x76: "❖", 0x77: "⬥", 0x78: "☒", 0x80: "⓪", 0x81: "①", 0x82: "②", 0x83: "③", 0x84: "④", 0x85: "⑤", 0x86: "⑥",
        0x87: "⑦", 0x88: "⑧", 0x89: "⑨", 0x8A: "⑩", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "◻",
        0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
        0x2A: "✉", 0x28: "☎", 0x46: "☞", 0x4A: "☺",
    ]
    private static let wingdings2Signs: [UInt8: Unicode.Scalar] = [
        0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x2A: "☐", 0x30: "☑", 0xA3: "□", 0xA2: "■",
        0x95: "•", 0x96: "•", 0x97: "●", 0x98: "●", 0x99: "○", 0x9A: "○",
    ]
    private static let webdingsSigns: [UInt8: Unicode.Scalar] = [
        0x61: "✔", 0x63: "□", 0x67: "■", 0x72: "✗", 0x3D: "•", 0x6E: "●",
    ]
    private static let symbolSigns: [UInt8: Unicode.Scalar] = [
        0xB7: "•", 0x2D: "−", 0xA8: "♦", 0xAE: "→", 0xAC: "←", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xA3: "≤", 0xB3: "≥",
        0xB9: "≠", 0xD6: "√", 0xA5: "∞", 0xB0: "°", 0xD0: "∠", 0xDE: "⇒",
    ]
}
