/// Which characters take a column of their own on a line, and which stand above or below another one.
public enum LetterColumns {
    /// How many characters of a text take a column.
    public static func count(in text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + (isMark($1.value) ? 0 : 1) }
    }

    /// Whether a character stands above or below another one: Thai marks, their glyphs at the private code points of
    /// old fonts, and the marks of Latin.
    public static func isMark(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0E31, 0x0E34...0x0E3A, 0x0E47...0x0E4E, 0x0300...0x036F, 0x200B...0x200D, 0xFEFF: true
        // ฐ and ญ without their lower parts are letters among them.
        case 0xF701...0xF70E, 0xF710...0xF71A, 0xF884...0xF899, 0xF89B...0xF89D: true
        default: false
        }
    }
}
