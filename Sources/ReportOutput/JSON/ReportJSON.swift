public import ReportParser
internal import ThaiText

/// Writes reports in the JSON of `itaparse/report/1`: keys in a fixed order, absent values as `null`.
public enum ReportJSON {
    /// Writes a report as one object and flushes the writer.
    public static func write(_ report: Report, to json: inout JSONWriter) throws {
        json.beginObject()
        json.string("schema", Report.schema)
        source(report.source, &json)
        facts(report, &json)
        json.beginArray("measures")
        for index in report.measures.indices {
            measure(index, of: report, &json)
            try json.flushIfLarge()
        }
        json.endArray()
        json.beginArray("tables")
        for table in report.tables { try self.table(table, of: report, &json) }
        json.endArray()
        json.beginArray("text")
        for block in report.blocks {
            json.beginObject()
            json.word("kind", block.kind.rawValue)
            json.text("text", block.text, of: report)
            json.spanArray("spans", block.text, of: report)
            json.source(report.span(of: block.text), of: report)
            json.endObject()
            try json.flushIfLarge()
        }
        json.endArray()
        json.beginArray("furniture")
        try furniture(report, &json)
        json.endArray()
        json.beginArray("findings")
        for finding in report.findings { self.finding(finding, of: report, &json) }
        json.endArray()
        if let review = report.review { corrections(review, of: report, &json) }
        json.key("coverage")
        coverage(report.coverage, &json)
        json.endObject()
        try json.flush()
    }

    static func source(_ source: ReportSource, _ json: inout JSONWriter) {
        json.beginObject("source")
        json.string("name", source.name)
        json.string("sha256", source.sha256)
        json.int("bytes", source.bytes)
        json.string("format", source.format)
        json.string("encoding", source.encoding)
        json.int("pages", source.pages)
        json.endObject()
    }

    static func facts(_ report: Report, _ json: inout JSONWriter) {
        json.beginObject("report")
        json.text("title", report.title, of: report)
        if let agency = report.agency {
            json.beginObject("agency")
            json.text("name", agency.name, of: report)
            json.string("kind", agency.kind)
            json.text("district", agency.district, of: report)
            json.text("province", agency.province, of: report)
            json.endObject()
        } else {
            json.null("agency")
        }
        if let year = report.fiscalYear {
            json.beginObject("fiscal_year")
            json.int("be", year)
            json.int("ce", year - 543)
            json.date("start", CivilDate(year: year - 544, month: 10, day: 1))
            json.date("end", CivilDate(year: year - 543, month: 9, day: 30))
            json.endObject()
        } else {
            json.null("fiscal_year")
        }
        if let period = report.period {
            json.beginObject("period")
            json.text("text", period.text, of: report)
            json.int("months", period.months)
            json.date("start", period.start)
            json.date("end", period.end)
            json.endObject()
        } else {
            json.null("period")
        }
        json.beginObject("fields")
        for (name, text) in factTexts(report) {
            guard let text else { continue }
            json.spanArray(name, text, of: report)
        }
        json.endObject()
        json.endObject()
    }

    private static func factTexts(_ report: Report) -> [(StaticString, FieldText?)] {
        [
            ("title", report.title), ("agency", report.agency?.name), ("district", report.agency?.district),
            ("province", report.agency?.province), ("period", report.period?.text),
        ]
    }

    private static func table(_ table: OtherTable, of report: Report, _ json: inout JSONWriter) throws {
        json.beginObject()
        json.text("caption", table.caption, of: report)
        json.beginArray("columns")
        for column in table.columns { json.text(column, of: report) }
        json.endArray()
        json.beginArray("rows")
        for row in table.rows {
            json.beginArray()
            for cell in row { json.text(cell, of: report) }
            json.endArray()
            try json.flushIfLarge()
        }
        json.endArray()
        json.word("kind", table.kind.rawValue)
        json.beginArray("spans")
        for row in table.rows {
            for cell in row {
                guard let cell else { continue }
                json.spans(cell, of: report)
            }
        }
        json.endArray()
        json.source(table.span, of: report)
        json.endObject()
    }

    private static func furniture(_ report: Report, _ json: inout JSONWriter) throws {
        for item in report.furniture {
            json.beginObject()
            json.word("kind", item.kind.rawValue)
            json.text("text", item.text, of: report)
            json.spanArray("spans", item.text, of: report)
            json.endObject()
            try json.flushIfLarge()
        }
        guard !report.markup.isEmpty else { return }
        json.beginObject()
        json.string("kind", "markup")
        json.null("text")
        json.beginArray("spans")
        for span in report.markup {
            json.span(span, of: report)
            try json.flushIfLarge()
        }
        json.endArray()
        json.endObject()
    }

    private static func finding(_ finding: Finding, of report: Report, _ json: inout JSONWriter) {
        json.beginObject()
        json.string("rule", finding.rule)
        json.word("severity", finding.severity.rawValue)
        json.beginObject("message")
        json.string("th", finding.thai)
        json.string("en", finding.english)
        json.endObject()
        if let measure = finding.measure {
            MeasureID(report.measures[measure], of: report).write("measure", to: &json)
        } else {
            json.null("measure")
        }
        json.string("field", finding.field)
        if let span = finding.span {
            json.source(span, of: report)
        } else {
            json.null("source")
        }
        json.endObject()
    }

    /// What became of a reviewer's decisions.
    private static func corrections(_ review: ReviewOutcome, of report: Report, _ json: inout JSONWriter) {
        json.beginArray("corrections")
        for entry in review.entries {
            let decision = entry.decision
            json.beginObject()
            json.string("by", "human" as String)
            json.word("action", decision.action.rawValue)
            if let measure = entry.measure {
                MeasureID(report.measures[measure], of: report).write("measure", to: &json)
            } else {
                json.null("measure")
            }
            json.string("field", decision.field?.rawValue ?? decision.findingField)
            json.string("rule", decision.rule)
            json.string("before", entry.before)
            json.string("value", decision.value)
            json.string("note", decision.note)
            json.bool("applied", entry.refusal == nil)
            json.string("refusal", entry.refusal)
            json.endObject()
        }
        json.endArray()
    }

    private static func coverage(_ coverage: Coverage, _ json: inout JSONWriter) {
        json.beginObject()
        json.int("characters", coverage.characters)
        json.int("measures", coverage.measures)
        json.int("tables", coverage.tables)
        json.int("text", coverage.text)
        json.int("furniture", coverage.furniture)
        json.int("dropped", coverage.dropped)
        json.endObject()
    }
}
