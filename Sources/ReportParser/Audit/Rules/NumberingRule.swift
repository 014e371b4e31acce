internal import ThaiText

/// Numbers that a list skips or repeats: those of the measures, of the steps of a measure, of the lines of its texts,
/// and of headings that count on (`ระเบียบวาระที่ ๒`).
///
/// Example: measures `ที่ ๓`, `ที่ ๕` give a `numbering-gap`; steps `๑ ๒ ๓ ๓ ๔` a `duplicate-number`, one a list.
struct NumberingRule: AuditRule {
    let finds: NumberSequence.Slip.Kind

    init(finds: NumberSequence.Slip.Kind) { self.finds = finds }

    var description: RuleDescription {
        finds == .gap
            ? RuleDescription("numbering-gap", thai: "เลขลำดับข้ามไป", english: "a number that a list skips")
            : RuleDescription("duplicate-number", thai: "เลขลำดับซ้ำกัน", english: "a number that stands twice in a list")
    }

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        return measures(report) + report.measures.indices.flatMap { lists(of: $0, report) } + headings(report)
    }

    private func measures(_ report: Report) -> [Finding] {
        var findings: [Finding] = []
        for kinds in Measure.Kind.together {
            var sequence = NumberSequence()
            for (index, measure) in report.measures.enumerated() where kinds.contains(measure.kind) {
                if let number = measure.number { sequence.add(number, place: index) }
            }
            for slip in sequence.findSlips() where slip.kind == finds {
                findings.append(
                    finding(slip, measure: slip.place, field: .number, span: report.measures[slip.place].span))
            }
        }
        return findings.sorted { ($0.measure ?? 0) < ($1.measure ?? 0) }
    }

    /// The lists within a measure: one finding a list, for one slip of the pen shifts all that follows.
    private func lists(of index: Int, _ report: Report) -> [Finding] {
        let measure = report.measures[index]
        var findings: [Finding] = []
        var sequence = NumberSequence()
        for (place, step) in report.steps[measure.steps.range].enumerated() {
            if let number = step.number { sequence.add(number, place: measure.steps.range.lowerBound + place) }
        }
        if let slip = sequence.findSlips().first(where: { $0.kind == finds }) {
            findings.append(
                finding(slip, measure: index, field: .steps, span: report.span(of: report.steps[slip.place].text)))
        }
        let texts: [(MeasureField, FieldText?)] = [(.monitoring, measure.monitoring), (.result, measure.result)]
        for case (let field, let text?) in texts {
            var sequence = NumberSequence()
            for (line, place) in Self.lineNumbers(of: text, report) { sequence.add(line, place: place) }
            if let slip = sequence.findSlips().first(where: { $0.kind == finds }) {
                findings.append(
                    finding(
                        slip, measure: index, field: field,
                        span: SourceSpan(slip.place..<min(slip.place + 1, report.text.count))))
            }
        }
        return findings
    }

    /// The numbers that lines of a text begin with, and where they stand.
    private static func lineNumbers(of text: FieldText, _ report: Report) -> [(String, Int)] {
        var numbers: [(String, Int)] = []
        for (index, piece) in report.pieces[text.pieces.range].enumerated() where piece.form == .text {
            guard index == 0 || piece.joint >= .space else { continue }
            if let number = number(at: piece.span.range, in: report.text) {
                numbers.append((number, piece.span.range.lowerBound))
            }
        }
        return numbers
    }

    /// The number that a line begins with: digits with points between, and a point or bracket behind.
    private static func number(at range: Range<Int>, in text: [UInt8]) -> String? {
        var number = ""
        var position = range.lowerBound
        while position < range.upperBound {
            let digit = text.digit(at: position)
            if digit.value >= 0 {
                number += "\(digit.value)"
                position += digit.length
            } else if text[position] == 0x2E, !number.isEmpty, number.last != "." {
                number += "."
                position += 1
            } else {
                break
            }
        }
        guard position < range.upperBound, let last = number.last else { return nil }
        if last == "." { return number.count <= 3 || number.contains(".") ? String(number.dropLast()) : nil }
        return text[position] == 0x29 && number.count <= 2 ? number : nil
    }

    // MARK: Headings

    /// What headings that count on begin with.
    private static let agenda = Array("ระเบียบวาระที่".utf8)

    private func headings(_ report: Report) -> [Finding] {
        let text = report.text
        var sequence = NumberSequence()
        var spans: [SourceSpan] = []
        var position = 0
        while position < text.count {
            guard text[position] == Self.agenda[0], text.hasPrefix(Self.agenda, at: position) else {
                position += 1
                continue
            }
            // In a sentence it is the mention of one that stands elsewhere.
            var before = position
            while before > 0, [0x20, 0x22, 0x2A, 0x23].contains(text[before - 1]) { before -= 1 }
            let isHeading = before == 0 || [0x0A, 0x0D, 0x09, 0x3E, 0x7C, 0x2C].contains(text[before - 1])
            var end = position + Self.agenda.count
            while end < text.count, text[end] == 0x20 { end += 1 }
            var number = ""
            while case let digit = text.digit(at: end), digit.value >= 0, number.count < 3 {
                number += "\(digit.value)"
                end += digit.length
            }
            if isHeading, !number.isEmpty {
                sequence.add(number, place: spans.count)
                spans.append(SourceSpan(position..<end))
            }
            position = end
        }
        return sequence.findSlips().filter { $0.kind == finds }.map { slip in
            finding(slip, measure: nil, field: nil, span: spans[slip.place])
        }
    }

    private func finding(
        _ slip: NumberSequence.Slip, measure: Int?, field: MeasureField?, span: SourceSpan
    ) -> Finding {
        finds == .gap
            ? finding(
                thai: "ลำดับ \(slip.before) ตามด้วย \(slip.number)",
                english: "\(slip.before) is followed by \(slip.number)",
                measure: measure, field: field, span: span)
            : finding(
                thai: "ลำดับ \(slip.number) ซ้ำกัน", english: "\(slip.number) stands twice", measure: measure, field: field,
                span: span)
    }
}
