public import ReportParser
internal import ThaiText

/// A finding with its place in words and numbers, apart from the report that it was made of.
public struct PlacedFinding: Sendable {
    /// The rule, the severity and the words.
    public var finding: Finding
    /// The first and the last line of the evidence in the text of the report, counted from 1; null without a place.
    public let lines: ClosedRange<Int>?
    /// The evidence in bytes of the text as it was, in UTF-8.
    public let bytes: Range<Int>?
    /// The page of the evidence, where the format has pages.
    public let page: Int?
    /// What the measure is called in a line: `measure 3`, `o11`, `record 4`.
    public let measureName: String?
    /// The id of the measure, as in the JSON of the report.
    public let measureID: String?

    /// A finding of `report`.
    public init(_ finding: Finding, of report: Report) {
        self.finding = finding
        if let span = finding.span {
            let first = report.lines.line(at: Int(span.start))
            let last = report.lines.line(at: max(Int(span.start), Int(span.end) - 1), near: first)
            lines = first...max(first, last)
            let range = report.sourceRange(of: span)
            bytes = range
            page = report.pages?.boxes(of: [range]).first.map { Int($0.page) }
        } else {
            (lines, bytes, page) = (nil, nil, nil)
        }
        guard let index = finding.measure else {
            (measureName, measureID) = (nil, nil)
            return
        }
        let measure = report.measures[index]
        measureID = MeasureID(measure, of: report).description
        measureName =
            measure.number.map { "measure \($0)" } ?? measure.code.map(\.description) ?? "record \(index + 1)"
    }
}
