/// What a digit is by the recogniser and the engine together.
///
/// The engine's Thai model lacks half of the digits and reads them as others; of those that it holds, and of ASCII
/// ones, it is a second witness.
struct DigitVerdict: Equatable {
    /// 0 to 9.
    var value: Int
    /// From 0 to 1.
    var confidence: Double
    /// Whether it can be taken without another look.
    var isSure: Bool
    /// Whether the engine read another digit that it may well be.
    var isContested: Bool
    /// Its script, where the engine's digit was chosen.
    var isThai: Bool?

    /// The Thai digits that the engine's model holds.
    private static let known: Set<Int> = [0, 1, 2, 3, 5]
    /// The engine is a witness where it is this sure.
    private static let sureEngine: Float = 0.97
    /// Of digits that the recogniser thinks less likely than this it need not be told apart.
    private static let leastOther = 0.002
    /// What the recogniser thinks this likely, and the engine read, it may be.
    private static let leastContested = 0.000_15
    /// What the recogniser thinks this likely, and the engine is sure of, it is.
    private static let leastChosen = 0.000_3

    /// The digits of a run.
    ///
    /// - Parameters:
    ///   - readings: the recogniser's, from the left.
    ///   - units: what the engine read there; its digits are witnesses where they are as many.
    /// - Returns: a verdict on each.
    static func verdicts(on readings: [DigitReading], read units: [LetterUnit]) -> [DigitVerdict] {
        let read = units.filter(\.isDigit)
        guard read.count == readings.count else { return readings.map { DigitVerdict($0, nil) } }
        return zip(readings, read).map { DigitVerdict($0, $1) }
    }

    /// What one digit is; `unit` is what the engine read in its place, if that is a digit.
    init(_ reading: DigitReading, _ unit: LetterUnit?) {
        let best = reading.candidates[0]
        (value, confidence) = (best.value, best.probability)
        (isSure, isContested) = (reading.isSure, false)
        guard let unit, let read = unit.digit else { return }
        let other = reading.candidates.first { $0.value == read.value }?.probability ?? 0
        // What the engine cannot read it takes for what it can.
        let isWitness = !read.isThai || Self.known.contains(read.value)
        guard isWitness else { return }
        let mayTell = { (candidate: DigitCandidate) in !read.isThai || Self.known.contains(candidate.value) }
        if read.value == best.value {
            let others = reading.candidates.dropFirst().filter { $0.probability >= Self.leastOther }
            // Two witnesses that agree, and could both tell it from what else it may be.
            if unit.confidence >= Self.sureEngine, others.allSatisfy(mayTell), best.probability >= 0.5 {
                isSure = true
            }
        } else if mayTell(best) || !best.isThai || other >= Self.leastContested {
            (isSure, isContested) = (false, true)
            guard mayTell(best), unit.confidence >= Self.sureEngine, other >= Self.leastChosen else { return }
            (value, confidence) = (read.value, min(Double(unit.confidence), 1 - best.probability + other))
            isThai = read.isThai
        }
    }
}

extension DigitCandidate {
    fileprivate var isThai: Bool { script == .thai }
}
