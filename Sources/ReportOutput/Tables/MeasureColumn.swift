internal import ReportParser
internal import ThaiText

/// A column of the flat table of measures: one row a measure, the facts of its report repeated in each.
struct MeasureColumn: Sendable {
    /// The heading: the keys of the JSON that the value stands under there, joined by `_`.
    let name: String
    /// The value of a row.
    let value: @Sendable (MeasureRow) -> FlatValue

    private init(_ name: String, _ value: @escaping @Sendable (MeasureRow) -> FlatValue) {
        self.name = name
        self.value = value
    }

    /// A column of a text of the measure.
    private init(_ name: String, text: @escaping @Sendable (Measure) -> FieldText?) {
        self.init(name) { FlatValue(text($0.measure), of: $0.report) }
    }

    /// All columns, in their order.
    ///
    /// The order is part of the format: new columns come last.
    static let all: [MeasureColumn] = [
        MeasureColumn("file") { FlatValue($0.report.source.name) },
        MeasureColumn("report_title") { FlatValue($0.report.title, of: $0.report) },
        MeasureColumn("agency") { FlatValue($0.report.agency?.name, of: $0.report) },
        MeasureColumn("agency_kind") { FlatValue($0.report.agency?.kind) },
        MeasureColumn("district") { FlatValue($0.report.agency?.district, of: $0.report) },
        MeasureColumn("province") { FlatValue($0.report.agency?.province, of: $0.report) },
        MeasureColumn("fiscal_year_be") { FlatValue($0.report.fiscalYear) },
        MeasureColumn("period_months") { FlatValue($0.report.period?.months) },
        MeasureColumn("period_start") { FlatValue($0.report.period?.start) },
        MeasureColumn("period_end") { FlatValue($0.report.period?.end) },
        MeasureColumn("id") { $0.id },
        MeasureColumn("ordinal") { .integer($0.index + 1) },
        MeasureColumn("kind") { FlatValue($0.measure.kind.rawValue) },
        MeasureColumn("code") { $0.code },
        MeasureColumn("number") { FlatValue($0.measure.number) },
        MeasureColumn("section") { $0.section },
        MeasureColumn("indicator_number") { FlatValue($0.indicator?.number) },
        MeasureColumn("indicator_name") { FlatValue($0.indicator?.name, of: $0.report) },
        MeasureColumn("title", text: \.title),
        MeasureColumn("steps") { FlatValue($0.steps, separator: "\n") },
        MeasureColumn("responsible") { row in
            FlatValue(
                row.report.texts[row.measure.responsible.range].map { row.report.bytes(of: $0) }, separator: "; ")
        },
        MeasureColumn("timeframe_text", text: \.timeframe?.text),
        MeasureColumn("timeframe_start") { FlatValue($0.measure.timeframe?.start) },
        MeasureColumn("timeframe_end") { FlatValue($0.measure.timeframe?.end) },
        MeasureColumn("status_state") { FlatValue($0.measure.status?.state.rawValue) },
        MeasureColumn("status_text", text: \.status?.text),
        MeasureColumn("result", text: \.result),
        MeasureColumn("outcome", text: \.outcome),
        MeasureColumn("monitoring", text: \.monitoring),
        MeasureColumn("requirement", text: \.requirement),
        MeasureColumn("budget_approved") { FlatValue($0.budget?.approved) },
        MeasureColumn("budget_disbursed") { FlatValue($0.budget?.disbursed) },
        MeasureColumn("budget_remaining") { FlatValue($0.budget?.remaining) },
        MeasureColumn("urls") { row in
            FlatValue(row.report.urls[row.measure.urls.range].map { row.report.bytes(of: $0) }, separator: "\n")
        },
        MeasureColumn("extra") { FlatValue($0.extra, separator: "\n") },
        MeasureColumn("confidence") { .share($0.measure.confidence) },
        MeasureColumn("findings") { FlatValue($0.rules.map { Array($0.utf8) }, separator: "; ") },
        MeasureColumn("page") { FlatValue($0.box?.page) },
        MeasureColumn("line") { row in .integer(row.report.lines.line(at: Int(row.measure.span.start))) },
    ]
}
