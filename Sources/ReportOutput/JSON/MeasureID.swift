internal import ReportParser

/// The id of a measure: the same on every run, from the source's hash and the record's place in it.
struct MeasureID: CustomStringConvertible {
    /// The hash of the source, of which the first twelve figures are taken.
    private let sha256: String
    /// Where the record begins in the source text, in bytes.
    private let offset: Int

    /// Borrows both: a record costs little, but to keep a report alive means to count all of its tables.
    init(_ measure: borrowing Measure, of report: borrowing Report) {
        sha256 = report.source.sha256
        offset = report.sourceRange(of: measure.span).lowerBound
    }

    var description: String { "\(sha256.prefix(12))-\(offset)" }

    /// Writes the id as a key's value, without making a string of it first.
    func write(_ name: StaticString, to json: inout JSONWriter) {
        json.key(name)
        json.beginString()
        json.append(first: 12, of: sha256)
        json.append("-" as StaticString)
        json.append(offset)
        json.endString()
    }
}
