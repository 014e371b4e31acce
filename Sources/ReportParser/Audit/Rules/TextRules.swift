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
        for (index, measure) in report.measures.enumerated() {
            let fields: [(MeasureField, FieldText?)] = [(.title, measure.title), (.result, measure.result)]
            for case (let field, let text?) in fields {
                guard
                    let word = Self.repeated(
                        in: String(decoding: report.text[report.span(of: text).range], as: UTF8.self))
                else { continue }
                findings.append(
                    finding(
                        thai: "คำว่า \"\(word)\" ซ้ำกัน", english: "\"\(word)\" stands twice", measure: index, field: field,
                        span: report.span(of: text)))
            }
        }
        return findings
    }

    private static func repeated(in text: String) -> Substring? {
        var previous: Substring = ""
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            if word == previous, word.count >= 5, word.allSatisfy(\.isLetter) { return word }
            previous = word
        }
        return nil
    }
}

/// A result that is word for word the plan.
///
/// Example: ผลการดำเนินการ repeats the steps. Short texts say little and may be alike.
struct CopiedTextRule: AuditRule {
    var description: RuleDescription {
        RuleDescription(
            "copied-text", thai: "ผลการดำเนินการคัดลอกจากวิธีการ", english: "a result that is word for word the plan")
    }

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        var findings: [Finding] = []
        for (index, measure) in report.measures.enumerated() {
            guard let result = measure.result else { continue }
            let key = PlainText.key(of: report.pieces[result.pieces.range], in: report.text)
            guard key.count >= 120 else { continue }
            var steps: [UInt8] = []
            for step in report.steps[measure.steps.range] {
                PlainText.appendKey(of: report.pieces[step.text.pieces.range], in: report.text, to: &steps)
            }
            guard key == steps else { continue }
            findings.append(
                finding(
                    thai: "ผลการดำเนินการเหมือนกับขั้นตอนทุกคำ", english: "the result is word for word the steps",
                    measure: index, field: .result, span: report.span(of: result)))
        }
        return findings
    }
}
