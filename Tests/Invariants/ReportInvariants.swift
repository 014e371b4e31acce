internal import ReportOutput
public import ReportParser
internal import ThaiText

/// No character of a report is lost, all its texts stand in the source, and it can be written.
enum ReportInvariants {
    static func check(_ input: [UInt8]) throws(BrokenInvariant) {
        let source = ReportSource(name: "fuzz", sha256: String(repeating: "0", count: 64), bytes: input.count)
        // Bytes that are no text have no report; what is said of them is checked elsewhere.
        guard let report = try? ReportParser.parse(input, source: source) else { return }
        try check(report)
    }

    static func check(_ report: Report) throws(BrokenInvariant) {
        let coverage = report.coverage
        try require(coverage.dropped == 0, "\(coverage.dropped) characters are dropped")
        for part in [coverage.measures, coverage.tables, coverage.text, coverage.furniture] {
            try require(part >= 0, "\(coverage) counts less than nothing")
        }
        try checkSpans(of: report)
        try checkOutput(of: report)
    }

    /// Lays the texts that the report hands out over its source again.
    private static func checkSpans(of report: Report) throws(BrokenInvariant) {
        var isTaken = [Bool](repeating: false, count: report.text.count)
        var texts: [FieldText?] = report.blocks.map(\.text) + report.furniture.map(\.text)
        for measure in report.measures { texts += report.fields(of: measure).map { $0.1 } }
        for table in report.tables { texts += table.rows.joined() }
        for text in texts {
            guard let text else { continue }
            for piece in report.pieces[text.pieces.range] { try take(piece.span, of: report, &isTaken) }
        }
        for span in report.markup { try take(span, of: report, &isTaken) }
        for finding in report.findings {
            if let span = finding.span { try check(span, of: report, "the finding \(finding.rule)") }
        }
        var index = 0
        while index < report.text.count {
            let blank = report.text.blankLength(at: index)
            try require(blank > 0 || isTaken[index], "the character at \(index) is lost")
            index += blank > 0 ? blank : report.text.characterLength(at: index)
        }
    }

    private static func take(
        _ span: SourceSpan, of report: Report, _ isTaken: inout [Bool]
    ) throws(BrokenInvariant) {
        try check(span, of: report, "a text")
        for index in span.range { isTaken[index] = true }
    }

    private static func check(
        _ span: SourceSpan, of report: Report, _ name: @autoclosure () -> String
    ) throws(BrokenInvariant) {
        try require(span.start <= span.end, "\(name()) has the place \(span)")
        try report.text.requirePlace(span.range, within: 0..<report.text.count, name())
    }

    private static func checkOutput(of report: Report) throws(BrokenInvariant) {
        var written = 0
        var isValid = true
        do {
            var json = JSONWriter { bytes in
                written += bytes.count
                isValid = isValid && UTF8Validation.isValid(Array(bytes))
            }
            try ReportJSON.write(report, to: &json)
        } catch {
            throw BrokenInvariant(description: "the JSON cannot be written: \(error)")
        }
        try require(written > 0 && isValid, "\(written) bytes of JSON, valid UTF-8: \(isValid)")
    }
}

extension Report {
    /// What is first found broken of what holds for every report, whatever format it was read from; `nil` where all
    /// holds.
    public var brokenInvariant: String? {
        do throws(BrokenInvariant) {
            try ReportInvariants.check(self)
            return nil
        } catch {
            return error.description
        }
    }
}
