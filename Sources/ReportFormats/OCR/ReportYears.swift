/// The years that a report is about, as far as its pages have told them.
///
/// A report tells of one fiscal year, which lies in two calendar years, and may name those beside them. What is read with
/// certainty helps to read what is not.
struct ReportYears {
    private var counts: [Int: Int] = [:]
    private var total = 0

    /// So many years must be known before they say anything.
    private static let fewest = 3
    /// What a year counts that is far from all that are known, beside one that is near.
    private static let farWeight = 0.05

    /// Adds a year that was read with certainty; a number that is none counts nothing.
    mutating func add(_ number: Int) {
        guard DigitContext.years.contains(where: { $0.contains(number) }) else { return }
        counts[number, default: 0] += 1
        total += 1
    }

    /// How much a year counts among others that the same digits may be: 1, or less where it is far from those known.
    func weight(of year: Int) -> Double {
        guard total >= Self.fewest else { return 1 }
        return (year - 1...year + 1).contains { counts[$0] != nil } ? 1 : Self.farWeight
    }
}
