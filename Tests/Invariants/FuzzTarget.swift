internal import ThaiText

/// The parsers that are fuzzed, and what has to hold of each whatever bytes it is given.
///
/// The fuzzer (see Fuzz) and the tests over the inputs that it found (Tests/Corpus/fuzz) run the same checks.
public enum FuzzTarget: String, CaseIterable, Sendable {
    /// `DateScanner`, with and without a context.
    case dates
    /// `NumberScanner`, and the readers of cells.
    case numbers
    /// `TextRepair`.
    case repair
    /// `WordSegmenter`, words and lines.
    case words
    /// `DecodedText`.
    case decoding
    /// From the bytes of a file to its JSON.
    case report

    /// What is first found broken for an input of any bytes; `nil` where all holds.
    ///
    /// Parsers that ask for valid UTF-8 get the text that the commands would give them.
    public func brokenInvariant(of input: [UInt8]) -> String? {
        do throws(BrokenInvariant) {
            switch self {
            case .dates: try DateInvariants.check(input)
            case .numbers: try NumberInvariants.check(input)
            case .repair: try RepairInvariants.check(Self.text(input))
            case .words: try WordInvariants.check(Self.text(input))
            case .decoding: try DecodingInvariants.check(input)
            case .report: try ReportInvariants.check(input)
            }
            return nil
        } catch {
            return error.description
        }
    }

    /// The input as valid UTF-8, in an array with no room to spare: what is read beyond its end is not the array's.
    private static func text(_ input: [UInt8]) -> [UInt8] {
        let valid = UTF8Validation.replacingBrokenBytes(input).bytes
        return [UInt8](unsafeUninitializedCapacity: valid.count) { room, count in
            count = room.update(fromContentsOf: valid)
        }
    }
}

/// What does not hold, in words.
struct BrokenInvariant: Error {
    let description: String
}

/// Throws unless `condition` holds.
func require(_ condition: Bool, _ description: @autoclosure () -> String) throws(BrokenInvariant) {
    if !condition { throw BrokenInvariant(description: description()) }
}

extension [UInt8] {
    /// Whether `offset` is the first byte of a character or the end of the text, which is valid UTF-8.
    func isCharacterBoundary(_ offset: Int) -> Bool {
        offset == count || offset >= 0 && offset < count && self[offset] & 0xC0 != 0x80
    }

    /// Throws unless `range` lies within `limits` and cuts no character.
    func requirePlace(
        _ range: Range<Int>, within limits: Range<Int>, _ name: @autoclosure () -> String
    ) throws(BrokenInvariant) {
        try require(
            limits.lowerBound <= range.lowerBound && range.upperBound <= limits.upperBound,
            "\(name()) at \(range) lies outside of \(limits)")
        try require(
            isCharacterBoundary(range.lowerBound) && isCharacterBoundary(range.upperBound),
            "\(name()) at \(range) cuts a character")
    }

    /// A part of the text that depends on all of its bytes and on nothing else.
    var anyPart: Range<Int> {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in self { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let first = Int(hash >> 40) % (count + 1)
        let second = Int(hash >> 16 & 0xFF_FFFF) % (count + 1)
        return Swift.min(first, second)..<Swift.max(first, second)
    }

    /// The same part, grown to whole characters.
    var anyWholePart: Range<Int> {
        var (start, end) = (anyPart.lowerBound, anyPart.upperBound)
        while !isCharacterBoundary(start) { start -= 1 }
        while !isCharacterBoundary(end) { end += 1 }
        return start..<end
    }
}
