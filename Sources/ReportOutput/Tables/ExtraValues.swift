internal import ReportParser

/// The values of a record that have no field of their own, under the headings that they stand below.
///
/// Several under one heading are one value, a line each; a column without a heading is named by its number.
struct ExtraValues {
    private(set) var names: [[UInt8]] = []
    private(set) var values: [[UInt8]] = []

    init(_ measure: borrowing Measure, of report: borrowing Report) {
        for field in report.extras[measure.extra.range] {
            let name = Self.name(of: field, in: report)
            var value: [UInt8] = []
            report.append(field.text, to: &value)
            if let index = names.firstIndex(of: name) {
                values[index] += [0x0A] + value
            } else {
                names.append(name)
                values.append(value)
            }
        }
    }

    /// The heading of a value, without the signs around it; `column_2` for one in the second column, which has none.
    static func name(of field: ExtraField, in report: Report) -> [UInt8] {
        let heading = heading(of: field, in: report)
        return heading.isEmpty ? Array("column_\(field.column + 1)".utf8) : heading
    }

    /// Whether the report gives a value a heading.
    static func isNamed(_ field: ExtraField, in report: Report) -> Bool { !heading(of: field, in: report).isEmpty }

    private static func heading(of field: ExtraField, in report: Report) -> [UInt8] {
        var name: [UInt8] = []
        if let heading = field.heading { report.append(heading, to: &name) }
        while let last = name.last, last == 0x3A || last == 0x20 { name.removeLast() }
        while let first = name.first, first == 0x2D || first == 0x2A || first == 0x20 { name.removeFirst() }
        return name
    }
}
