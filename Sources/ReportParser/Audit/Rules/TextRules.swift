internal import ThaiText

/// A word that stands twice with a blank between.
///
/// Example: `หน่วยงาน หน่วยงาน`. Short words may be meant twice.
struct RepeatedWordRule: AuditRule {
    var description: RuleDescription {
        RuleDescription("repeated-word", .info, thai: "คำซ้ำ", english: "a word that stands twice")
    }

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        var findings: [Finding] = []
        for index in report.measures.indices {
            let fields: [(MeasureField, FieldText?)] = [
                (.title, report.measures[index].title), (.result, report.measures[index].result),
            ]
            for case (let field, let text?) in fields {
                guard let word = Self.repeated(in: report.text, report.span(of: text).range) else { continue }
                findings.append(
                    finding(
                        thai: "คำว่า \"\(word)\" ซ้ำกัน", english: "\"\(word)\" stands twice", measure: index, field: field,
                        span: report.span(of: text)))
            }
        }
        return findings
    }

    /// The first word of a text that stands once more behind itself.
    ///
    /// Words are held against each other as bytes: to make strings of all of them takes longer than to read the report.
    private static func repeated(in text: [UInt8], _ range: Range<Int>) -> String? {
        var previous = range.lowerBound..<range.lowerBound
        var start = range.lowerBound
        while start < range.upperBound {
            let word = start..<endOfWord(from: start, to: range.upperBound, in: text)
            start = word.upperBound + 1
            guard !word.isEmpty else { continue }
            if word.count >= 5, text.areSame(word, previous) {
                let string = String(decoding: text[word], as: UTF8.self)
                if string.count >= 5, string.allSatisfy(\.isLetter) { return string }
            }
            previous = word
        }
        return nil
    }

    /// The first space or line end, or `end`; eight bytes at a time.
    private static func endOfWord(from start: Int, to end: Int, in text: [UInt8]) -> Int {
        text.withUnsafeBytes { bytes in
            let ones: UInt64 = 0x0101_0101_0101_0101
            var index = start
            while end - index >= 8 {
                let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                let (space, lineEnd) = (word ^ (ones &* 0x20), word ^ (ones &* 0x0A))
                // The lowest bit that is found is right; a higher one may be a carry of it.
                let found = ((space &- ones) & ~space | (lineEnd &- ones) & ~lineEnd) & (ones &* 0x80)
                if found != 0 { return index + found.trailingZeroBitCount / 8 }
                index += 8
            }
            while index < end, bytes[index] != 0x20, bytes[index] != 0x0A { index += 1 }
            return index
        }
    }
}

/// A result that is word for word the plan, or the same in many measures.
///
/// Example: ผลการดำเนินการ repeats the steps, or one sentence stands as the result of three measures. Short texts say little
/// and may be alike, and a cell that covers several rows was written once.
struct CopiedTextRule: AuditRule {
    var description: RuleDescription {
        RuleDescription(
            "copied-text", thai: "ผลการดำเนินการคัดลอกจากวิธีการหรือจากมาตรการอื่น",
            english: "a result that is word for word the plan, or that of other measures")
    }

    /// The shortest text that is not alike by chance, in bytes.
    private static let shortest = 120
    /// The fewest measures with one result that make it a copy.
    private static let fewest = 3

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        var findings: [Finding] = []
        var measures: [ByteKey: [Int]] = [:]
        for index in report.measures.indices {
            guard let result = report.measures[index].result else { continue }
            let key = report.key(of: result)
            guard key.count >= Self.shortest else { continue }
            // What is still to be done is often so for one reason: `อยู่ระหว่างดำเนินการ เนื่องจากรอข้อมูล`.
            let isState = Vocabulary.standard.statuses.longestPhrase(in: key) != nil
            if !isState { measures[ByteKey(key), default: []].append(index) }
            guard Self.isKey(key, ofStepsOf: index, in: report) else { continue }
            findings.append(
                finding(
                    thai: "ผลการดำเนินการเหมือนกับขั้นตอนทุกคำ", english: "the result is word for word the steps",
                    measure: index, field: .result, span: report.span(of: result)))
        }
        for group in measures.values.filter({ $0.count >= Self.fewest }).sorted(by: { $0[0] < $1[0] }) {
            let places = Set(group.compactMap { report.measures[$0].result.map { report.span(of: $0) } })
            guard places.count >= Self.fewest else { continue }
            findings.append(
                finding(
                    thai: "ผลการดำเนินการเหมือนกันทุกคำใน \(group.count) มาตรการ",
                    english: "\(group.count) measures have this result, word for word", measure: group[0],
                    field: .result, span: report.measures[group[0]].result.map { report.span(of: $0) }))
        }
        return findings
    }

    /// Whether `key` is the comparable form of a measure's steps together; most differ within the first step.
    private static func isKey(_ key: [UInt8], ofStepsOf index: Int, in report: Report) -> Bool {
        var steps: [UInt8] = []
        var compared = 0
        for step in report.steps[report.measures[index].steps.range] {
            PlainText.appendKey(of: report.pieces[step.text.pieces.range], in: report.text, to: &steps)
            // What follows may still join the last letter.
            let end = max(compared, steps.count - 3)
            guard end <= key.count, key[compared..<end] == steps[compared..<end] else { return false }
            compared = end
        }
        return key == steps
    }
}
