internal import ReportOutput
internal import ReportParser
internal import ThaiText

/// A comparison of reports for programs: one object.
enum AcrossJSON {
    static func bytes(_ reports: [ReportDigest], _ audit: AcrossAudit, _ findings: [AcrossFinding]) -> [UInt8] {
        JSONWriter.bytes { json in
            json.beginObject()
            json.int("reports", reports.count)
            json.int("bodies", audit.bodies)
            json.beginArray("findings")
            for finding in findings {
                json.beginObject()
                json.string("rule", finding.rule)
                json.string("severity", finding.severity.rawValue)
                json.string("th", finding.thai)
                json.string("en", finding.english)
                body(reports[finding.report], &json)
                json.string("path", finding.place.path)
                json.int("line", finding.place.line)
                json.string("other_path", finding.other.path)
                json.int("other_line", finding.other.line)
                json.endObject()
            }
            json.endArray()
            json.beginArray("league")
            for index in audit.league {
                let report = reports[index]
                json.beginObject()
                body(report, &json)
                json.string("path", report.path)
                json.int("measures", report.measures)
                json.int("stated", report.stated)
                json.int("completed", report.completed)
                json.decimal("completed_share", ratio(report.completed, report.stated))
                json.int("due", report.due)
                json.int("completed_when_due", report.completedWhenDue)
                json.decimal("on_time_share", ratio(report.completedWhenDue, report.due))
                json.int("findings", report.findings)
                json.decimal("findings_a_measure", ratio(report.findings, report.measures))
                json.endObject()
            }
            json.endArray()
            json.endObject()
            json.endLine()
        }
    }

    private static func body(_ report: ReportDigest, _ json: inout JSONWriter) {
        json.string("body", report.body)
        json.string("province", report.province)
        json.int("fiscal_year_be", report.fiscalYear)
        json.int("period_months", report.months)
    }

    /// A ratio with four decimals; null of nothing.
    private static func ratio(_ part: Int, _ whole: Int) -> ExactDecimal? {
        guard whole > 0 else { return nil }
        return ExactDecimal(significand: Int128((part * 20_000 + whole) / (whole * 2)), scale: 4)
    }
}
