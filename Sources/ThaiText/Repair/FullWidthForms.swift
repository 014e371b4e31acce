/// The full-width forms of ASCII, U+FF01 to U+FF5E, which East Asian fonts and OCR write.
enum FullWidthForms {
    /// The run of them at `index`, and what they are in ASCII.
    static func run(at index: Int, in text: [UInt8]) -> (range: Range<Int>, ascii: [UInt8])? {
        var ascii: [UInt8] = []
        var end = index
        while end + 2 < text.count, text[end] == 0xEF {
            // EF BC 81 to EF BC BF are ! to _, EF BD 80 to EF BD 9E are ` to ~.
            let last = text[end + 2]
            switch text[end + 1] {
            case 0xBC where last >= 0x81: ascii.append(last - 0x60)
            case 0xBD where last <= 0x9E: ascii.append(last - 0x20)
            default: return ascii.isEmpty ? nil : (index..<end, ascii)
            }
            end += 3
        }
        return ascii.isEmpty ? nil : (index..<end, ascii)
    }
}
