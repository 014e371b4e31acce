internal import ThaiText

/// A percentage that is not that of the two numbers before it.
///
/// Example: `ตอบแบบสำรวจ ๓๘ คน จาก ๔๐ คน คิดเป็นร้อยละ ๙๐` (it is ๙๕). Rounding to a whole number is right.
struct PercentageRule: AuditRule {
    var description: RuleDescription {
        RuleDescription(
            "percentage-mismatch", thai: "ร้อยละไม่ตรงกับจำนวน", english: "a percentage that its numbers do not give")
    }

    private static let of = [Array("จาก".utf8), Array("ใน".utf8)]
    private static let makes = Array("คิดเป็น".utf8)
    /// The numbers and their percentage stand in one sentence.
    private static let farthest = 150

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        let scanner = NumberScanner()
        var findings: [Finding] = []
        var bytes: [UInt8] = []
        for index in report.measures.indices {
            let fields: [(MeasureField, FieldText?)] = [
                (.result, report.measures[index].result), (.outcome, report.measures[index].outcome),
            ]
            for case (let field, let text?) in fields {
                bytes.removeAll(keepingCapacity: true)
                report.append(text, to: &bytes)
                guard bytes.hasPercentage else { continue }
                let numbers = scanner.scan(bytes)
                for place in numbers.indices.dropFirst(2) {
                    let (part, whole, percentage) = (numbers[place - 2], numbers[place - 1], numbers[place])
                    guard percentage.kind == .percent, let said = percentage.number, let a = part.number?.integer,
                        let b = whole.number?.integer, a > 0, a <= b,
                        percentage.range.lowerBound - part.range.lowerBound < Self.farthest,
                        Self.of.contains(where: { bytes.holds($0, in: part.range.upperBound..<whole.range.lowerBound) }
                        ),
                        bytes.holds(Self.makes, in: whole.range.upperBound..<percentage.range.upperBound),
                        let right = ExactDecimal(a * 100).divided(by: ExactDecimal(b), places: 2),
                        let difference = said - right, difference > ExactDecimal(1) || difference < ExactDecimal(-1)
                    else { continue }
                    findings.append(
                        finding(
                            thai: "\(a) จาก \(b) คือร้อยละ \(right.description) แต่ระบุร้อยละ \(said.description)",
                            english: "\(a) of \(b) is \(right.description)%, the report says \(said.description)%",
                            measure: index, field: field, span: report.span(of: text)))
                }
            }
        }
        return findings
    }
}

extension [UInt8] {
    private static let perHundred = PhraseSearch(Array("ร้อยละ".utf8))

    /// Whether `ร้อยละ` or `%` stands in the text.
    fileprivate var hasPercentage: Bool {
        firstOffset(of: 0x25, in: indices) < count || Self.perHundred.first(in: self, indices) != nil
    }

    /// Whether `phrase` stands in `range`.
    func holds(_ phrase: [UInt8], in range: Range<Int>) -> Bool {
        var position = range.lowerBound
        while position + phrase.count <= range.upperBound {
            if hasPrefix(phrase, at: position) { return true }
            position += characterLength(at: position)
        }
        return false
    }
}
