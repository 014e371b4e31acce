/// Finds all places of one phrase in a long text, most bytes unseen.
///
/// The byte at the end of where the phrase may stand says how far it can at least be moved on (Horspool 1980).
public struct PhraseSearch: Sendable {
    private let phrase: [UInt8]
    /// How far to move on where a byte stands below the end of the phrase.
    private let steps: [Int]

    /// A search for a phrase of one byte at least.
    public init(_ phrase: [UInt8]) {
        precondition(!phrase.isEmpty)
        self.phrase = phrase
        var steps = [Int](repeating: phrase.count, count: 256)
        for (offset, byte) in phrase.dropLast().enumerated() { steps[Int(byte)] = phrase.count - 1 - offset }
        self.steps = steps
    }

    /// Calls `body` with the offset of each place, from the first to the last.
    ///
    /// - Parameters:
    ///   - text: the text to search.
    ///   - body: gives the offset at which to go on: at least one more than the one that it is given.
    public func forEachOffset(in text: [UInt8], _ body: (Int) -> Int) {
        var start = 0
        while let place = next(in: text, from: start) { start = max(place + 1, body(place)) }
    }

    /// The first place at or behind `start`.
    private func next(in text: [UInt8], from start: Int) -> Int? {
        let last = phrase.count - 1
        let lastByte = phrase[last]
        return text.withUnsafeBufferPointer { text in
            steps.withUnsafeBufferPointer { steps in
                var end = start + last
                while end < text.count {
                    let byte = text[end]
                    if byte == lastByte, text[(end - last)...end].elementsEqual(phrase) { return end - last }
                    end += steps[Int(byte)]
                }
                return nil
            }
        }
    }
}
