/// Lets the calendar decide where two readings of a digit are close: a year of a report is near its own time, and no
/// month has more than 31 days.
///
/// It chooses among what the picture allows, and what it cannot settle stays doubtful.
enum DigitContext {
    /// The years that reports name, in the Buddhist and the common era.
    static let years = [2530...2589, 1990...2049]
    /// Readings of a digit less likely than this are none.
    private static let leastCandidate = 0.004
    /// How likely all readings that the calendar allows must be together: else it is no year or day at all.
    private static let leastAllowed = 0.2
    /// How likely the best must be among those allowed to be settled.
    private static let settled = 0.97

    /// A number as the calendar reads it.
    struct Choice: Equatable {
        /// Its digits.
        var values: [Int]
        /// Whether another reading is left that is nearly as likely.
        var isDoubtful: Bool
    }

    /// Chooses the digits of a doubtful number.
    ///
    /// - Parameters:
    ///   - readings: of its digits, from the left.
    ///   - next: the text behind it on its line.
    ///   - known: the years that the report is about.
    /// - Returns: the choice; `nil` where the calendar has nothing to say.
    static func choice(
        of readings: [DigitReading], before next: String, knowing known: ReportYears = ReportYears()
    ) -> Choice? {
        if readings.count == 4 {
            return best(of: readings) { number in
                years.contains { $0.contains(number) } ? known.weight(of: number) : 0
            }
        }
        if readings.count <= 2, isMonth(next) { return best(of: readings) { 1...31 ~= $0 ? 1 : 0 } }
        return nil
    }

    /// The likeliest number, where each has a weight; one without weight is not allowed.
    private static func best(of readings: [DigitReading], weight: (Int) -> Double) -> Choice? {
        var numbers: [(values: [Int], probability: Double)] = [([], 1)]
        for reading in readings {
            let candidates = reading.candidates.filter { $0.probability >= leastCandidate }.prefix(4)
            numbers = numbers.flatMap { number in
                candidates.map { (number.values + [$0.value], number.probability * $0.probability) }
            }
        }
        let weighted = numbers.map { ($0, weight: weight($0.values.reduce(0) { $0 * 10 + $1 })) }.filter {
            $0.weight > 0
        }
        let allowed = weighted.reduce(0) { $0 + $1.0.probability }
        let sum = weighted.reduce(0) { $0 + $1.0.probability * $1.weight }
        guard allowed >= leastAllowed,
            let best = weighted.max(by: { $0.0.probability * $0.weight < $1.0.probability * $1.weight })
        else { return nil }
        return Choice(values: best.0.values, isDoubtful: best.0.probability * best.weight < settled * sum)
    }

    /// Whether a text begins with the name of a month, or its abbreviation.
    private static func isMonth(_ text: String) -> Bool {
        let letters = String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "." && $0 != " " })
        return months.contains { String(letters).hasPrefix($0) }
    }

    /// What the names of months begin with; the abbreviations follow without their full stops.
    private static let months = [
        "มกรา", "กุมภา", "มีนา", "เมษา", "พฤษภา", "มิถุนา", "กรกฎา", "สิงหา", "กันยา", "ตุลา", "พฤศจิกา", "ธันวา",
        "มค", "กพ", "มีค", "เมย", "พค", "มิย", "กค", "สค", "กย", "ตค", "พย", "ธค",
    ]
}
