internal import ThaiText

/// A text that breaks off within a word or before its last words.
///
/// Example: `เผยแพร่ผ่านเว็`. No Thai word ends with a vowel that is written before its consonant, nor with ั or ื, nor with ็
/// but for ก็: the letter behind is missing. Nor does a sentence end with และ or ซึ่ง.
struct TruncatedTextRule: AuditRule {
    var description: RuleDescription {
        RuleDescription("truncated-text", thai: "ข้อความขาดหาย", english: "a text that breaks off")
    }

    private static let conjunctions = ["และ", "หรือ", "ซึ่ง", "เพื่อ", "รวมทั้ง"].map { Array($0.utf8) }
    /// ะ, ง and อ, with which they end.
    private static let lastLetters: [UInt8] = [ThaiLetter.saraA, 0x07, 0x2D]
    private static let maiHanAkat = ThaiLetter.maiHanAkat
    private static let saraUee: UInt8 = 0x37
    private static let maiTaikhu: UInt8 = 0x47
    private static let koKai: UInt8 = 0x01

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        var findings: [Finding] = []
        for index in report.measures.indices {
            func look(_ field: MeasureField, _ text: FieldText?, goesOn: Bool = false) {
                guard let text, let last = report.pieces[text.pieces.range].last, last.form == .text,
                    let start = Self.breakOff(in: report.text, last.span.range, goesOn: goesOn)
                else { return }
                let end = report.text.trimmed(last.span.range).upperBound
                let written = String(decoding: report.text[start..<end], as: UTF8.self)
                findings.append(
                    finding(
                        thai: "ข้อความจบกลางคันที่ \"\(written)\"", english: "the text breaks off at \"\(written)\"",
                        measure: index, field: field, span: SourceSpan(start..<end)))
            }
            look(.title, report.measures[index].title)
            let steps = report.measures[index].steps.range
            for place in steps {
                look(.steps, report.steps[place].text, goesOn: place + 1 < steps.upperBound)
            }
            look(.result, report.measures[index].result)
            look(.outcome, report.measures[index].outcome)
            look(.monitoring, report.measures[index].monitoring)
            look(.requirement, report.measures[index].requirement)
        }
        return findings
    }

    /// Where the last word begins of a text that breaks off; null where it is whole.
    ///
    /// A step may end with และ where the next one goes on.
    private static func breakOff(in text: [UInt8], _ range: Range<Int>, goesOn: Bool) -> Int? {
        let range = text.trimmed(range)
        let end = range.upperBound
        guard end - 3 >= range.lowerBound else { return nil }
        var letter = text.thaiLetter(before: end)
        guard letter != ThaiLetter.none else { return nil }
        var bare = end
        // ตั้, ปื้: a tone mark may stand on top of the vowel.
        if ThaiLetter.isToneMark(letter), bare - 6 >= range.lowerBound {
            bare -= 3
            letter = text.thaiLetter(before: bare)
            guard letter == maiHanAkat || letter == saraUee else { return nil }
        }
        let isCut =
            ThaiLetter.isLeadingVowel(letter) || letter == maiHanAkat || letter == saraUee
            || letter == maiTaikhu && (bare - 6 < range.lowerBound || text.thaiLetter(before: bare - 3) != koKai)
        if isCut { return wordStart(in: text, range) }
        guard !goesOn, lastLetters.contains(letter) else { return nil }
        for word in conjunctions where end - word.count > range.lowerBound && text.hasPrefix(word, at: end - word.count)
        {
            // Behind a blank: without one, the letters may end another word.
            let before = text.characterStart(before: end - word.count)
            if text.blankLength(at: before) > 0 { return end - word.count }
        }
        return nil
    }

    /// Where the run of letters begins that ends the text, at most 20 letters of it.
    private static func wordStart(in text: [UInt8], _ range: Range<Int>) -> Int {
        var start = range.upperBound
        while start - 3 >= range.lowerBound, range.upperBound - start < 60,
            ThaiLetter.isWordLetter(text.thaiLetter(before: start))
        {
            start -= 3
        }
        // Never begin with a mark that belongs to the letter before.
        while start > range.lowerBound, start < range.upperBound, !ThaiLetter.canFollowWord(text.thaiLetter(at: start))
        {
            start = text.characterStart(before: start)
        }
        return start
    }
}
