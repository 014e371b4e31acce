/// The signs that stand before the items of a list: `-`, `–`, `•`, `■`.
enum Bullet {
    /// The length in bytes of the bullet at `index`; 0 where another character stands.
    static func length(at index: Int, in text: [UInt8]) -> Int {
        guard index < text.count else { return 0 }
        if text[index] == 0x2D || text[index] == 0x2A { return 1 }
        guard index + 2 < text.count else { return 0 }
        if text[index] == 0xEF {
            // U+F0B7, U+F0A7, U+F0D8, U+F076: • ▪ ➢ ❖ of the fonts Symbol and Wingdings, as text layers give them.
            switch (text[index + 1], text[index + 2]) {
            case (0x82, 0xB7), (0x82, 0xA7), (0x83, 0x98), (0x81, 0xB6): return 3
            default: return 0
            }
        }
        guard text[index] == 0xE2 else { return 0 }
        switch (text[index + 1], text[index + 2]) {
        // – — •
        case (0x80, 0x93), (0x80, 0x94), (0x80, 0xA2),
            // ■ ▪ ▶ ► ◆ ○ ●
            (0x96, 0xA0), (0x96, 0xAA), (0x96, 0xB6), (0x96, 0xBA), (0x97, 0x86), (0x97, 0x8B), (0x97, 0x8F),
            // ◾ ✦ ❖ ➢ ➤
            (0x97, 0xBE), (0x9C, 0xA6), (0x9D, 0x96), (0x9E, 0xA2), (0x9E, 0xA4):
            return 3
        default: return 0
        }
    }
}
