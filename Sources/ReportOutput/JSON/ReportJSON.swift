public import ReportParser
internal import ThaiText

/// Writes reports in the JSON of `itaparse/report/1`: keys in a fixed order, absent values as `null`.
public enum ReportJSON {
    /// Writes a report as one object and flushes the writer.
    public static func write(_ report: Report, to json: inout JSONWriter) throws {
        try json.object { json in
            json.key("schema")
            json.string(Report.schema)
            source(report.source, &json)
            facts(report, &json)
            json.key("measures")
            try json.array { json in
                for index in report.measures.indices {
                    measure(index, of: report, &json)
                    try json.flushIfLarge()
                }
            }
            json.key("tables")
            try json.array { json in
                for table in report.tables { try self.table(table, of: report, &json) }
            }
            json.key("text")
            try json.array { json in
                for block in report.blocks {
                    json.object { json in
                        json.key("kind")
                        json.string(block.kind.rawValue)
                        json.key("text")
                        json.text(block.text, of: report)
                        json.place(report.pieces[block.text.pieces.range], of: report)
                    }
                    try json.flushIfLarge()
                }
            }
            json.key("furniture")
            try json.array { json in try furniture(report, &json) }
            json.key("findings")
            json.array { json in
                for finding in report.findings { self.finding(finding, of: report, &json) }
            }
            json.key("coverage")
            coverage(report.coverage, &json)
        }
        try json.flush()
    }

    static func source(_ source: ReportSource, _ json: inout JSONWriter) {
        json.key("source")
        json.object { json in
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
        }
    }

    static func facts(_ report: Report, _ json: inout JSONWriter) {
        json.key("report")
        json.object { json in
            json.key("title")
            json.text(report.title, of: report)
            json.key("agency")
            if let agency = report.agency {
                json.object { json in
                    json.key("name")
                    json.text(agency.name, of: report)
                    json.key("kind")
                    json.string(agency.kind)
                    json.key("district")
                    json.text(agency.district, of: report)
                    json.key("province")
                    json.text(agency.province, of: report)
                }
            } else {
                json.null()
            }
            json.key("fiscal_year")
            if let year = report.fiscalYear {
                json.object { json in
                    json.key("be")
                    json.int(year)
                    json.key("ce")
                    json.int(year - 543)
                    json.key("start")
                    json.date(CivilDate(year: year - 544, month: 10, day: 1))
                    json.key("end")
                    json.date(CivilDate(year: year - 543, month: 9, day: 30))
                }
            } else {
                json.null()
            }
            json.key("period")
            if let period = report.period {
                json.object { json in
                    json.key("text")
                    json.text(period.text, of: report)
                    json.key("months")
                    if let months = period.months { json.int(months) } else { json.null() }
                    json.key("start")
                    json.date(period.start)
                    json.key("end")
                    json.date(period.end)
                }
            } else {
                json.null()
            }
            json.key("fields")
            json.object { json in
                for (name, text) in factTexts(report) {
                    guard let text else { continue }
                    json.key(name)
                    json.spans(report.pieces[text.pieces.range])
                }
            }
        }
    }

    private static func factTexts(_ report: Report) -> [(StaticString, FieldText?)] {
        [
            ("title", report.title), ("agency", report.agency?.name), ("district", report.agency?.district),
            ("province", report.agency?.province), ("period", report.period?.text),
        ]
    }

    private static func table(_ table: OtherTable, of report: Report, _ json: inout JSONWriter) throws {
        try json.object { json in
            json.key("caption")
            json.text(table.caption, of: report)
            json.key("columns")
            json.array { json in
                for column in table.columns { json.text(column, of: report) }
            }
            json.key("rows")
            try json.array { json in
                for row in table.rows {
                    json.array { json in
                        for cell in row { json.text(cell, of: report) }
                    }
                    try json.flushIfLarge()
                }
            }
            json.key("kind")
            json.string(table.kind.rawValue)
            json.key("spans")
            json.array { json in
                for row in table.rows {
                    for cell in row {
                        guard let cell else { continue }
                        for piece in report.pieces[cell.pieces.range] { json.span(piece.span) }
                    }
                }
            }
            json.source(table.span, of: report)
        }
    }

    private static func furniture(_ report: Report, _ json: inout JSONWriter) throws {
        for item in report.furniture {
            json.object { json in
                json.key("kind")
                json.string(item.kind.rawValue)
                json.key("text")
                json.text(item.text, of: report)
                json.key("spans")
                json.spans(report.pieces[item.text.pieces.range])
            }
            try json.flushIfLarge()
        }
        guard !report.markup.isEmpty else { return }
        try json.object { json in
            json.key("kind")
            json.string("markup")
            json.key("text")
            json.null()
            json.key("spans")
            try json.array { json in
                for span in report.markup {
                    json.span(span)
                    try json.flushIfLarge()
                }
            }
        }
    }

    private static func finding(_ finding: Finding, of report: Report, _ json: inout JSONWriter) {
        json.object { json in
            json.key("rule")
            json.string(finding.rule)
            json.key("severity")
            json.string(finding.severity.rawValue)
            json.key("message")
            json.object { json in
                json.key("th")
                json.string(finding.thai)
                json.key("en")
                json.string(finding.english)
            }
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
        }
    }

    private static func coverage(_ coverage: Coverage, _ json: inout JSONWriter) {
        json.object { json in
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
        }
    }
}
