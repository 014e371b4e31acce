internal import ReportParser
internal import ThaiText

/// The rows that one measure takes.
extension ReportDatabase {
    /// Adds a measure of the report with the id `report`; gives its own.
    func insert(_ row: MeasureRow, of id: Int) throws -> Int {
        let (report, measure) = (row.report, row.measure)
        let first = report.lines.line(at: Int(measure.span.start))
        let last = report.lines.line(at: max(Int(measure.span.start), Int(measure.span.end) - 1), near: first)
        let bytes = report.sourceRange(of: measure.span)
        try database.insert(
            into: "measures",
            [
                "report_id": .integer(id), "ordinal": .integer(row.index + 1), "id": row.id,
                "kind": FlatValue(measure.kind.rawValue), "code": row.code, "number": FlatValue(measure.number),
                "section": row.section, "indicator_number": FlatValue(row.indicator?.number),
                "indicator_name": FlatValue(row.indicator?.name, of: report),
                "indicator_instrument": FlatValue(row.indicator?.instrument),
                "title": FlatValue(measure.title, of: report),
                "timeframe_text": FlatValue(measure.timeframe?.text, of: report),
                "timeframe_kind": FlatValue(measure.timeframe?.kind.rawValue),
                "timeframe_start": FlatValue(measure.timeframe?.start),
                "timeframe_end": FlatValue(measure.timeframe?.end),
                "status_state": FlatValue(measure.status?.state.rawValue),
                "status_text": FlatValue(measure.status?.text, of: report),
                "result": FlatValue(measure.result, of: report), "outcome": FlatValue(measure.outcome, of: report),
                "monitoring": FlatValue(measure.monitoring, of: report),
                "requirement": FlatValue(measure.requirement, of: report),
                "budget_approved": FlatValue(row.budget?.approved),
                "budget_disbursed": FlatValue(row.budget?.disbursed),
                "budget_remaining": FlatValue(row.budget?.remaining), "confidence": .share(measure.confidence),
                "page": FlatValue(row.box?.page), "first_line": .integer(first), "last_line": .integer(last),
                "first_byte": .integer(bytes.lowerBound), "end_byte": .integer(bytes.upperBound),
            ])
        let measureID = database.lastRow
        try insertLists(of: row, measureID)
        try database.insert(
            into: "measure_words",
            [
                "rowid": .integer(measureID), "title": words(of: [measure.title].compactMap(\.self), in: report),
                "steps": words(of: report.steps[measure.steps.range].map(\.text), in: report),
                "responsible": words(of: Array(report.texts[measure.responsible.range]), in: report),
                "result": words(of: [measure.result, measure.outcome].compactMap(\.self), in: report),
            ])
        return measureID
    }

    private func insertLists(of row: MeasureRow, _ id: Int) throws {
        let (report, measure) = (row.report, row.measure)
        for (index, step) in report.steps[measure.steps.range].enumerated() {
            try database.insert(
                into: "steps",
                [
                    "measure_id": .integer(id), "ordinal": .integer(index + 1), "depth": .integer(Int(step.depth)),
                    "number": FlatValue(step.number), "text": FlatValue(step.text, of: report),
                ])
        }
        for (index, unit) in report.texts[measure.responsible.range].enumerated() {
            try database.insert(
                into: "responsible_units",
                ["measure_id": .integer(id), "ordinal": .integer(index + 1), "name": .text(report.bytes(of: unit))])
        }
        for (index, date) in report.dates[measure.dates.range].enumerated() {
            try database.insert(
                into: "dates",
                [
                    "measure_id": .integer(id), "ordinal": .integer(index + 1), "field": FlatValue(date.field.rawValue),
                    "text": FlatValue(date.text, of: report), "start": FlatValue(date.start),
                    "end": FlatValue(date.end),
                ])
        }
        for (index, amount) in report.amounts[measure.amounts.range].enumerated() {
            try database.insert(
                into: "amounts",
                [
                    "measure_id": .integer(id), "ordinal": .integer(index + 1),
                    "field": FlatValue(amount.field.rawValue), "text": FlatValue(amount.text, of: report),
                    "baht": .decimal(amount.baht),
                ])
        }
        for (index, url) in report.urls[measure.urls.range].enumerated() {
            try database.insert(
                into: "urls",
                ["measure_id": .integer(id), "ordinal": .integer(index + 1), "url": .text(report.bytes(of: url))])
        }
        let extra = ExtraValues(measure, of: report)
        for index in extra.names.indices {
            try database.insert(
                into: "extras",
                [
                    "measure_id": .integer(id), "ordinal": .integer(index + 1), "heading": .text(extra.names[index]),
                    "value": .text(extra.values[index]),
                ])
        }
    }
}
