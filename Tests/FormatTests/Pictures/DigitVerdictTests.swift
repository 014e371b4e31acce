import Testing

@testable import ReportFormats

@Suite struct DigitVerdictTests {
    private func reading(_ digits: [(Int, Double)], _ script: DigitScript = .thai) -> DigitReading {
        let rest = (0...9).filter { value in !digits.contains { $0.0 == value } }.map { ($0, 0.0) }
        return DigitReading(
            candidates: (digits + rest).map { DigitCandidate(value: $0.0, script: script, probability: $0.1) },
            otherProbability: 0, isSure: digits[0].1 > 0.997)
    }

    private func unit(_ text: String, _ confidence: Float = 0.99) -> LetterUnit {
        LetterUnit(text: text, confidence: confidence, left: 0, right: 1)
    }

    private func verdict(
        _ digits: [(Int, Double)], _ read: LetterUnit, _ script: DigitScript = .thai
    ) -> DigitVerdict {
        DigitVerdict.verdicts(on: [reading(digits, script)], read: [read])[0]
    }

    @Test func twoWitnessesThatAgreeAreSure() {
        #expect(verdict([(3, 0.9), (1, 0.1)], unit("๓")).isSure)
        #expect(verdict([(4, 0.9), (1, 0.1)], unit("4"), .ascii).isSure)
    }

    @Test func theEngineIsNoWitnessToDigitsThatItDoesNotKnow() {
        // It would read ๔ as ๕ as well.
        let read = verdict([(5, 0.9), (4, 0.1)], unit("๕"))
        #expect(!read.isSure)
        #expect(verdict([(4, 0.9999)], unit("๕")) == DigitVerdict(reading([(4, 0.9999)]), nil))
    }

    @Test func aDigitThatBothKnowAndReadDifferentlyIsFlagged() {
        // However sure the recogniser is.
        let read = verdict([(1, 0.9999), (3, 0.0001)], unit("๓"))
        #expect(!read.isSure && read.isContested)
        #expect(read.value == 1)
    }

    @Test func whatTheRecogniserDoubtsTheEngineTells() {
        let read = verdict([(1, 0.95), (3, 0.05)], unit("๓"))
        #expect(read.value == 3)
        #expect(!read.isSure && read.isContested)
        #expect(verdict([(1, 0.95), (3, 0.05)], unit("๓", 0.8)).value == 1)
    }

    @Test func aRunnerUpThatTheEngineReadIsFlagged() {
        let read = verdict([(4, 0.9997), (5, 0.0003)], unit("๕"))
        #expect(read.value == 4)
        #expect(!read.isSure && read.isContested)
    }

    @Test func digitsOfAnotherNumberAreNoWitnesses() {
        // ๖ is read as ๒ and ๐.
        let verdicts = DigitVerdict.verdicts(on: [reading([(6, 0.9999)])], read: [unit("๒"), unit("๐")])
        #expect(verdicts.map(\.value) == [6])
        #expect(verdicts.map(\.isSure) == [true])
    }

    @Test func theCalendarDoesNotSettleWhatIsContested() {
        let readings = [2, 5, 6].map { reading([($0, 1)]) } + [reading([(4, 0.9997), (5, 0.0003)])]
        var outcome = DigitReader.Outcome(
            units: ["๒", "๕", "๖", "๔"].map { unit($0) }, readings: readings, isDoubtful: true, isContested: true)
        outcome.settle(before: "")
        #expect(outcome.isDoubtful)
        #expect(outcome.text == "๒๕๖๔")
    }
}
