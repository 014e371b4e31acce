/// The Thai letters that fonts for Windows and for the Mac keep at private code points.
///
/// Old fonts hold a mark several times, each moved another way, so that it does not run into a tall letter; PDFs give
/// these glyphs as they stand. The tables are those of the shapers that use them (Pango, HarfBuzz: U+F700 to U+F71A of
/// Windows, U+F884 to U+F89E of the Mac).
enum PrivateUseGlyphs {
    private static let windows: [UInt8] = [
        0x10, 0x34, 0x35, 0x36, 0x37, 0x48, 0x49, 0x4A, 0x4B, 0x4C, 0x48, 0x49, 0x4A, 0x4B, 0x4C, 0x0D, 0x31, 0x4D,
        0x47, 0x48, 0x49, 0x4A, 0x4B, 0x4C, 0x38, 0x39, 0x3A,
    ]
    private static let mac: [UInt8] = [
        0x31, 0x34, 0x35, 0x36, 0x37, 0x47, 0x48, 0x48, 0x48, 0x49, 0x49, 0x49, 0x4A, 0x4A, 0x4A, 0x4B, 0x4B, 0x4B,
        0x4C, 0x4C, 0x4C, 0x4D, 0x0D, 0x38, 0x39, 0x3A, 0x10,
    ]

    /// The letter whose glyph stands at `index` (see ``ThaiLetter``), or ``ThaiLetter/none``.
    static func letter(at index: Int, in text: [UInt8]) -> UInt8 {
        // U+F700 to U+F71A are EF 9C 80 to EF 9C 9A, U+F884 to U+F89E EF A2 84 to EF A2 9E.
        guard index + 2 < text.count, text[index] == 0xEF else { return ThaiLetter.none }
        let place = Int(text[index + 2])
        switch text[index + 1] {
        case 0x9C: return windows.indices.contains(place - 0x80) ? windows[place - 0x80] : ThaiLetter.none
        case 0xA2: return mac.indices.contains(place - 0x84) ? mac[place - 0x84] : ThaiLetter.none
        default: return ThaiLetter.none
        }
    }
}
