public import ReportParser
internal import ThaiText

/// Writes reports in the JSON of `itaparse/report/1`: keys in a fixed order, absent values as `null`.
public enum ReportJSON {
    /// Writes a report as one object and flushes the writer.
    public static func write(_ report: Report, to json: inout JSONWriter) throws {
        json.beginObject()
        json.key("schema")
        json.string(Report.schema)
        source(report.source, &json)
        facts(report, &json)
        json.key("measures")
        json.beginArray()
        for index in report.measures.indices {
            measure(index, of: report, &json)
            try json.flushIfLarge()
        }
        json.endArray()
        json.key("tables")
        json.beginArray()
        for table in report.tables { try self.table(table, of: report, &json) }
        json.endArray()
        json.key("text")
        json.beginArray()
        for block in report.blocks {
            json.beginObject()
            json.key("kind")
            json.string(block.kind.rawValue)
            json.key("text")
            json.text(block.text, of: report)
            json.key("spans")
            json.spanArray(block.text, of: report)
            json.source(report.span(of: block.text), of: report)
            json.endObject()
            try json.flushIfLarge()
        }
        json.endArray()
        json.key("furniture")
        json.beginArray()
        try furniture(report, &json)
        json.endArray()
        json.key("findings")
        json.beginArray()
        for finding in report.findings { self.finding(finding, of: report, &json) }
        json.endArray()
        json.key("coverage")
        coverage(report.coverage, &json)
        json.endObject()
        try json.flush()
    }

    static func source(_ source: ReportSource, _ json: inout JSONWriter) {
        json.key("source")
        json.beginObject()
        json.key("name")
        json.string(source.name)
        json.key("sha256")
        json.string(source.sha256)
        json.key("bytes")
        json.int(source.bytes)
        json.key("format")
        json.string(source.format)
        json.key("encoding")
        json.string(source.encoding)
        json.key("pages")
        if let pages = source.pages { json.int(pages) } else { json.null() }
        json.endObject()
    }

    static func facts(_ report: Report, _ json: inout JSONWriter) {
        json.key("report")
        json.beginObject()
        json.key("title")
        json.text(report.title, of: report)
        json.key("agency")
        if let agency = report.agency {
            json.beginObject()
            json.key("name")
            json.text(agency.name, of: report)
            json.key("kind")
            json.string(agency.kind)
            json.key("district")
            json.text(agency.district, of: report)
            json.key("province")
            json.text(agency.province, of: report)
            json.endObject()
        } else {
            json.null()
        }
        json.key("fiscal_year")
        if let year = report.fiscalYear {
            json.beginObject()
            json.key("be")
            json.int(year)
            json.key("ce")
            json.int(year - 543)
            json.key("start")
            json.date(CivilDate(year: year - 544, month: 10, day: 1))
            json.key("end")
            json.date(CivilDate(year: year - 543, month: 9, day: 30))
            json.endObject()
        } else {
            json.null()
        }
        json.key("period")
        if let period = report.period {
            json.beginObject()
            json.key("text")
            json.text(period.text, of: report)
            json.key("months")
            if let months = period.months { json.int(months) } else { json.null() }
            json.key("start")
            json.date(period.start)
            json.key("end")
            json.date(period.end)
            json.endObject()
        } else {
            json.null()
        }
        json.key("fields")
        json.beginObject()
        for (name, text) in factTexts(report) {
            guard let text else { continue }
            json.key(name)
            json.spanArray(text, of: report)
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
        json.key("caption")
        json.text(table.caption, of: report)
        json.key("columns")
        json.beginArray()
        for column in table.columns { json.text(column, of: report) }
        json.endArray()
        json.key("rows")
        json.beginArray()
        for row in table.rows {
            json.beginArray()
            for cell in row { json.text(cell, of: report) }
            json.endArray()
            try json.flushIfLarge()
        }
        json.endArray()
        json.key("kind")
        json.string(table.kind.rawValue)
        json.key("spans")
        json.beginArray()
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
            json.key("kind")
            json.string(item.kind.rawValue)
            json.key("text")
            json.text(item.text, of: report)
            json.key("spans")
            json.spanArray(item.text, of: report)
            json.endObject()
            try json.flushIfLarge()
        }
        guard !report.markup.isEmpty else { return }
        json.beginObject()
        json.key("kind")
        json.string("markup")
        json.key("text")
        json.null()
        json.key("spans")
        json.beginArray()
        for span in report.markup {
            json.span(span, of: report)
            try json.flushIfLarge()
        }
        json.endArray()
        json.endObject()
    }

    private static func finding(_ finding: Finding, of report: Report, _ json: inout JSONWriter) {
        json.beginObject()
        json.key("rule")
        json.string(finding.rule)
        json.key("severity")
        json.string(finding.severity.rawValue)
        json.key("message")
        json.beginObject()
        json.key("th")
        json.string(finding.thai)
        json.key("en")
        json.string(finding.english)
        json.endObject()
        json.key("measure")
        if let measure = finding.measure { json.string(report.id(of: measure)) } else { json.null() }
        json.key("field")
        json.string(finding.field)
        if let span = finding.span {
            json.source(span, of: report)
        } else {
            json.key("source")
            json.null()
        }
        json.endObject()
    }

    private static func coverage(_ coverage: Coverage, _ json: inout JSONWriter) {
        json.beginObject()
        json.key("characters")
        json.int(coverage.characters)
        json.key("measures")
        json.int(coverage.measures)
        json.key("tables")
        json.int(coverage.tables)
        json.key("text")
        json.int(coverage.text)
        json.key("furniture")
        json.int(coverage.furniture)
        json.key("dropped")
        json.int(coverage.dropped)
        json.endObject()
    }
}
