internal import CICU

/// Latin letters whose accents stand by themselves (U+0300 to U+036F) behind them.
enum LatinAccents {
    /// More accents than this on one letter are no writing.
    private static let mostAccents = 8

    /// The letter before the accent at `index` with its accents, in one character where Unicode has one (NFC).
    static func composed(at index: Int, in text: [UInt8]) -> (range: Range<Int>, bytes: [UInt8])? {
        guard isAccent(at: index, in: text), index > 0 else { return nil }
        let start = text.characterStart(before: index)
        // Thai keeps what it has: a strange mark on a Thai letter is not for us to place.
        guard text[start].isLatinLetter || text[start] >= 0xC3 && text[start] < 0xCC else { return nil }
        var end = index
        while isAccent(at: end, in: text), end - index < 2 * mostAccents { end += 2 }
        var composed = [UInt8](repeating: 0, count: 3 * (end - start))
        var status: Int32 = 0
        let length = text[start..<end].withUnsafeBufferPointer { source in
            composed.withUnsafeMutableBufferPointer { target in
                icu_compose(
                    source.baseAddress, Int32(clamping: source.count), target.baseAddress,
                    Int32(clamping: target.count), &status)
            }
        }
        guard status <= 0, length > 0, length < end - start else { return nil }
        return (start..<end, Array(composed[0..<Int(length)]))
    }

    private static func isAccent(at index: Int, in text: [UInt8]) -> Bool {
        guard index + 1 < text.count else { return false }
        return text[index] == 0xCC || text[index] == 0xCD && text[index + 1] <= 0xAF
    }
}
