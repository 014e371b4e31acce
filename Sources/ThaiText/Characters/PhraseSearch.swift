/// Finds all places of one phrase in a long text.
///
/// Two of its bytes are looked for at once in sixteen places side by side; where both stand, the others are held against
/// the text. Of a Thai letter, which is three bytes, only the last one tells it from most others.
public struct PhraseSearch: Sendable {
    /// The phrase, in UTF-8.
    public let phrase: [UInt8]
    /// Where in the phrase a byte stands that tells much; its last byte is the other one.
    private let telling: Int

    /// A search for a phrase of one byte at least.
    public init(_ phrase: [UInt8]) {
        precondition(!phrase.isEmpty)
        self.phrase = phrase
        telling = phrase.firstIndex { $0 != 0xE0 && $0 != 0xB8 && $0 != 0xB9 } ?? 0
    }

    /// Calls `body` with the offset of each place, from the first to the last.
    ///
    /// - Parameters:
    ///   - text: the text to search.
    ///   - body: gives the offset at which to go on: at least one more than the one that it is given.
    public func forEachOffset(in text: [UInt8], _ body: (Int) -> Int) {
        var start = 0
        while start < text.count, let place = first(in: text, start..<text.count) {
            start = max(place + 1, body(place))
        }
    }

    /// Whether the phrase stands anywhere in a text.
    public func stands(in text: [UInt8]) -> Bool { first(in: text, 0..<text.count) != nil }

    /// Where the phrase first begins that stands in `range` as a whole; null where it does not stand there.
    public func first(in text: [UInt8], _ range: Range<Int>) -> Int? {
        precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
        // Behind the last place where the phrase may begin.
        let end = range.upperBound - phrase.count + 1
        let last = phrase.count - 1
        let (tellingByte, lastByte) = (SIMD16(repeating: phrase[telling]), SIMD16(repeating: phrase[last]))
        return text.withUnsafeBytes { bytes in
            var index = range.lowerBound
            while end - index >= 16 {
                let one = bytes.loadUnaligned(fromByteOffset: index + telling, as: SIMD16<UInt8>.self)
                let other = bytes.loadUnaligned(fromByteOffset: index + last, as: SIMD16<UInt8>.self)
                if any((one .== tellingByte) .& (other .== lastByte)) {
                    for place in index..<index + 16 where stands(at: place, in: bytes) { return place }
                }
                index += 16
            }
            while index < end {
                if stands(at: index, in: bytes) { return index }
                index += 1
            }
            return nil
        }
    }

    private func stands(at place: Int, in text: UnsafeRawBufferPointer) -> Bool {
        phrase.withUnsafeBytes { phrase in
            for offset in 0..<phrase.count where phrase[offset] != text[place + offset] { return false }
            return true
        }
    }
}
