import Testing

@testable import ReportFormats

@Suite struct DigitContextTests {
    /// A reading that is torn between some digits.
    private func reading(_ digits: [(Int, Double)]) -> DigitReading {
        let rest = (0...9).filter { value in !digits.contains { $0.0 == value } }.map { ($0, 0.0) }
        return DigitReading(
            candidates: (digits + rest).map { DigitCandidate(value: $0.0, script: .thai, probability: $0.1) },
            otherProbability: 0, isSure: digits[0].1 > 0.99)
    }

    private func sure(_ value: Int) -> DigitReading { reading([(value, 1)]) }

    @Test func aYearIsNearTheReportsTime() {
        // ๒๘๖๖ is no year of a report, ๒๕๖๖ is.
        let choice = DigitContext.choice(of: [sure(2), reading([(8, 0.6), (5, 0.4)]), sure(6), sure(6)], before: "")
        #expect(choice == DigitContext.Choice(values: [2, 5, 6, 6], isDoubtful: false))
    }

    @Test func twoYearsThatMayBothBeStayDoubtful() {
        let choice = DigitContext.choice(of: [sure(2), sure(5), sure(6), reading([(6, 0.6), (5, 0.4)])], before: "")
        #expect(choice == DigitContext.Choice(values: [2, 5, 6, 6], isDoubtful: true))
    }

    @Test func theYearsOfTheReportSettleWhatTheCalendarCannot() {
        let readings = [sure(2), sure(5), reading([(8, 0.6), (6, 0.4)]), sure(6)]
        var years = ReportYears()
        #expect(DigitContext.choice(of: readings, before: "", knowing: years)?.isDoubtful == true)
        for year in [2566, 2567, 2566, 4123] { years.add(year) }
        #expect(
            DigitContext.choice(of: readings, before: "", knowing: years)
                == DigitContext.Choice(values: [2, 5, 6, 6], isDoubtful: true))
        let close = [sure(2), sure(5), reading([(8, 0.35), (6, 0.65)]), sure(6)]
        #expect(
            DigitContext.choice(of: close, before: "", knowing: years)
                == DigitContext.Choice(values: [2, 5, 6, 6], isDoubtful: false))
        // Both are near what is known.
        let near = [sure(2), sure(5), sure(6), reading([(7, 0.65), (6, 0.35)])]
        #expect(DigitContext.choice(of: near, before: "", knowing: years)?.isDoubtful == true)
    }

    @Test func whatIsNoYearIsLeftAlone() {
        #expect(
            DigitContext.choice(of: [sure(7), sure(6), reading([(5, 0.6), (4, 0.4)]), sure(4)], before: "") == nil)
    }

    @Test func aDayIsNotOver31() {
        let readings = [reading([(7, 0.5), (3, 0.45)]), sure(1)]
        #expect(
            DigitContext.choice(of: readings, before: "มี.ค. ๒๕๖๗")
                == DigitContext.Choice(values: [3, 1], isDoubtful: false))
        #expect(DigitContext.choice(of: readings, before: "คน") == nil)
    }
}
