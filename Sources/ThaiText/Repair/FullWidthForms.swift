/// The full-width forms of ASCII, U+FF01 to U+FF5E, which East Asian fonts and OCR write.
enum FullWidthForms {
    /// What the form at `index` is in ASCII; `nil` where another character stands.
    static func ascii(at index: Int, in text: [UInt8]) -> UInt8? {
        guard index + 2 < text.count, text[index] == 0xEF else { return nil }
        // EF BC 81 to EF BC BF are ! to _, EF BD 80 to EF BD 9E are ` to ~.
        let last = text[index + 2]
        switch text[index + 1] {
        case 0xBC where last >= 0x81: return last - 0x60
        case 0xBD where last <= 0x9E: return last - 0x20
        default: return nil
        }
    }
}
