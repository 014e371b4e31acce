internal import ReportParser
internal import ThaiText

/// A measure of a report, and what its columns are made of.
struct MeasureRow {
    let report: Report
    let index: Int
    /// The ids of the rules whose findings concern the measure.
    let rules: [String]

    /// A row for each measure of a report.
    static func all(of report: Report) -> [MeasureRow] {
        var rules: [Int: [String]] = [:]
        for finding in report.findings {
            if let measure = finding.measure { rules[measure, default: []].append(finding.rule) }
        }
        return report.measures.indices.map { MeasureRow(report: report, index: $0, rules: rules[$0] ?? []) }
    }

    var measure: Measure { report.measures[index] }

    var id: FlatValue { FlatValue(MeasureID(measure, of: report).description) }

    /// The code as in the JSON: `o11`.
    var code: FlatValue { FlatValue(measure.code.map { "\($0.kind.rawValue)\($0.number)" }) }

    /// The headings above the measure, the outermost first.
    var section: FlatValue {
        FlatValue(report.sections[measure.section].map { report.bytes(of: $0) }, separator: " > ")
    }

    var indicator: Indicator? { measure.indicator.map { report.indicators[Int($0)] } }

    var budget: Budget? { measure.budget.map { report.budgets[Int($0)] } }

    /// Where the measure begins on its page.
    var box: PageBox? { report.pages?.boxes(of: [report.sourceRange(of: measure.span)]).first }

    /// The steps, a line each with its number, sub-steps indented.
    var steps: [[UInt8]] {
        report.steps[measure.steps.range].map { step in
            var line = [UInt8](repeating: 0x20, count: 2 * Int(step.depth))
            if let number = step.number { line += Array("\(number). ".utf8) }
            return line + report.bytes(of: step.text)
        }
    }

    /// The values without a field, each behind its heading.
    var extra: [[UInt8]] {
        let extra = ExtraValues(measure, of: report)
        return zip(extra.names, extra.values).map { $0 + Array(": ".utf8) + $1 }
    }
}

extension Report {
    /// The UTF-8 of a text.
    func bytes(of text: FieldText) -> [UInt8] {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return bytes
    }
}
