/// Finds a phrase in long texts, most of which it passes over unread.
///
/// Thai letters are three bytes of which the first two say little, so the search goes by the last byte of the phrase
/// (Horspool): where that fits nothing, the whole phrase is skipped.
struct PhraseSearch: Sendable {
    /// The phrase, in UTF-8.
    let phrase: [UInt8]
    /// How far to go on behind each byte that stands where the phrase would end.
    private let steps: [UInt8]

    /// A search for a phrase of at most 255 bytes that is not empty.
    init(_ phrase: String) {
        let bytes = Array(phrase.utf8.prefix(255))
        var steps = [UInt8](repeating: UInt8(bytes.count), count: 256)
        for (index, byte) in bytes.dropLast().enumerated() { steps[Int(byte)] = UInt8(bytes.count - 1 - index) }
        self.phrase = bytes
        self.steps = steps
    }

    /// Where the phrase first begins in `range` of `text`; null where it does not stand there.
    func first(in text: [UInt8], _ range: Range<Int>) -> Int? {
        guard let last = phrase.last else { return nil }
        return text.withUnsafeBufferPointer { text in
            var end = range.lowerBound + phrase.count - 1
            while end < range.upperBound {
                let byte = text[end]
                if byte == last {
                    let start = end - phrase.count + 1
                    var index = 0
                    while index < phrase.count, text[start + index] == phrase[index] { index += 1 }
                    if index == phrase.count { return start }
                }
                end += Int(steps[Int(byte)])
            }
            return nil
        }
    }

    /// Calls `body` with the place of every phrase in `range` of `text`, from the first on.
    func forEach(in text: [UInt8], _ range: Range<Int>, _ body: (Int) -> Void) {
        var start = range.lowerBound
        while let place = first(in: text, start..<range.upperBound) {
            body(place)
            start = place + phrase.count
        }
    }
}
