/// The signs of Unicode that tables are drawn with (U+2500 to U+257F), beside `+`, `-` and `|`.
enum BoxDrawing {
    /// The first byte of each of them.
    static let lead: UInt8 = 0xE2

    /// What a sign is in a drawing.
    enum Sign { case bar, stroke, corner }

    /// The sign at `index` and its length; null where none stands there.
    static func sign(at index: Int, in text: [UInt8]) -> (sign: Sign, length: Int)? {
        switch text[index] {
        case 0x7C: return (.bar, 1)
        case 0x2B: return (.corner, 1)
        case 0x2D, 0x3D, 0x3A: return (.stroke, 1)
        case lead where index + 2 < text.count && (text[index + 1] == 0x94 || text[index + 1] == 0x95):
            switch (text[index + 1], text[index + 2]) {
            // │ ┃ ┆ ┇ ┊ ┋ and ║
            case (0x94, 0x82), (0x94, 0x83), (0x94, 0x86), (0x94, 0x87), (0x94, 0x8A), (0x94, 0x8B), (0x95, 0x91):
                return (.bar, 3)
            // ─ ━ ┄ ┅ ┈ ┉ and ═
            case (0x94, 0x80), (0x94, 0x81), (0x94, 0x84), (0x94, 0x85), (0x94, 0x88), (0x94, 0x89), (0x95, 0x90):
                return (.stroke, 3)
            default: return (.corner, 3)
            }
        default: return nil
        }
    }

    /// The length of the bar at `index`, 0 where none stands there; a backslash before `|` makes it text.
    static func bar(at index: Int, in text: [UInt8]) -> Int {
        guard text[index] == 0x7C || text[index] == lead, let (sign, length) = sign(at: index, in: text), sign == .bar
        else { return 0 }
        return length == 1 && index > 0 && text[index - 1] == 0x5C ? 0 : length
    }
}
