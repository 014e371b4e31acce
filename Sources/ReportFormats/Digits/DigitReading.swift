/// The script of a digit.
public enum DigitScript: Sendable, Hashable {
    /// ๐ to ๙.
    case thai
    /// 0 to 9.
    case ascii
}

/// A digit that a glyph may be.
public struct DigitCandidate: Sendable, Hashable {
    /// 0 to 9.
    public let value: Int
    /// The script in which the glyph is likelier this digit.
    public let script: DigitScript
    /// How likely the glyph is this digit in either script: ๐ and 0 are one drawing in some fonts.
    public let probability: Double
}

/// What the picture of a glyph was read as.
public struct DigitReading: Sendable, Hashable {
    /// All ten digits, the likeliest first; of equal ones the smaller.
    public let candidates: [DigitCandidate]
    /// How likely the glyph is no digit, or not one alone; 1 where the box holds no ink.
    public let otherProbability: Double
    /// Whether the first candidate can be taken without another look.
    public let isSure: Bool

    /// The likeliest digit, where a digit is likelier than none.
    public var best: DigitCandidate? {
        guard let first = candidates.first, first.probability > otherProbability else { return nil }
        return first
    }

    /// A box without ink.
    static let nothing = DigitReading(
        candidates: (0...9).map { DigitCandidate(value: $0, script: .thai, probability: 0) }, otherProbability: 1,
        isSure: false)
}

extension DigitReading {
    /// The reading of a net's logits, 1024 to one.
    init(logits: [Int32], sure: Double) {
        let greatest = logits.max() ?? 0
        let raised = logits.map { Self.exponential(Double(Int64($0) - Int64(greatest)) / 1024) }
        let sum = raised.reduce(0, +)
        let digits = (0...9).map { value in
            DigitCandidate(
                value: value, script: raised[value] >= raised[value + 10] ? .thai : .ascii,
                probability: (raised[value] + raised[value + 10]) / sum)
        }
        candidates = digits.sorted { ($1.probability, $0.value) < ($0.probability, $1.value) }
        otherProbability = raised[20] / sum
        isSure = candidates[0].probability >= sure
    }

    /// e to the power of a number up to 0, of sums and products alone: libraries differ in the last bit, these do not.
    private static func exponential(_ power: Double) -> Double {
        guard power > -40 else { return 0 }
        let part = power / 1024
        var value = 1 + part * (1 + part / 2 * (1 + part / 3 * (1 + part / 4)))
        for _ in 0..<10 {
            value *= value
        }
        return value
    }
}
