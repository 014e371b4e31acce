public import ReportParser

/// Writes reports as JSON Lines: a measure a line, each with the facts of its report, so that a line stands for itself.
public enum ReportJSONLines {
    /// Writes a line for each measure and flushes the writer.
    public static func write(_ report: Report, to json: inout JSONWriter) throws {
        for index in report.measures.indices {
            json.beginObject()
            json.string("schema", Report.schema)
            ReportJSON.source(report.source, &json)
            ReportJSON.facts(report, &json)
            json.key("measure")
            ReportJSON.measure(index, of: report, &json)
            json.endObject()
            json.endLine()
            try json.flushIfLarge()
        }
        try json.flush()
    }
}
