internal import ReportParser

/// A comparison of reports for people.
struct AcrossText {
    /// The bodies at each end of a table that is too long to be read.
    private static let endsShown = 15

    private let reports: [ReportDigest]
    private let audit: AcrossAudit
    private let findings: [AcrossFinding]
    private let style: TextStyle

    init(_ reports: [ReportDigest], _ audit: AcrossAudit, _ findings: [AcrossFinding], _ style: TextStyle) {
        self.reports = reports
        self.audit = audit
        self.findings = findings
        self.style = style
    }

    var text: String { (paragraphs + summary + league).joined(separator: "\n") + "\n" }

    /// A paragraph a report.
    private var paragraphs: [String] {
        var lines: [String] = []
        var last = -1
        for finding in findings {
            if finding.report != last {
                if last >= 0 { lines.append("") }
                let report = reports[finding.report]
                let place = report.province.map { " (\($0))" } ?? ""
                let name = "\(report.body ?? "?")\(place), \(period(report))"
                lines.append(style.paint(VisibleText.line(name), .heading))
                last = finding.report
            }
            let place = VisibleText.line(words(finding.place))
            lines.append(
                "    \(style.paint("\(place):", .aside)) \(style.paint(finding.rule, finding.severity.role)): "
                    + VisibleText.line(finding.english))
            lines.append("      " + style.paint(VisibleText.line(finding.thai), .aside))
            lines.append("      " + style.paint("see \(VisibleText.line(words(finding.other)))", .aside))
        }
        return lines.isEmpty ? [] : lines + [""]
    }

    private var summary: [String] {
        var counts: [String: Int] = [:]
        for finding in findings { counts[finding.rule, default: 0] += 1 }
        var table = TextTable([.number, .words])
        for (rule, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            table.add("\(count)", rule)
        }
        let bodies = audit.bodies == 1 ? "1 body" : "\(audit.bodies) bodies"
        let number = Words.count(findings.count, "finding")
        let line = "\(number) across \(Words.count(reports.count, "report")) of \(bodies)"
        return [style.paint(line, .heading)] + table.lines()
    }

    /// How far each body has come, in its latest report.
    private var league: [String] {
        guard !audit.league.isEmpty else { return [] }
        var table = TextTable([.number, .number, .number, .number, .number, .words, .words, .words])
        table.addHeadings("", "measures", "completed", "on time", "findings", "period", "province", "body")
        let rows = Array(audit.league.enumerated())
        let isCut = rows.count > 2 * Self.endsShown
        let shown = isCut ? Array(rows.prefix(Self.endsShown) + rows.suffix(Self.endsShown)) : rows
        for (rank, index) in shown {
            let report = reports[index]
            table.add(
                "\(rank + 1)", "\(report.measures)", Words.percent(report.completed, of: report.stated),
                Words.percent(report.completedWhenDue, of: report.due), perMeasure(report), period(report),
                VisibleText.cut(report.province ?? "?", to: 20), VisibleText.cut(report.body ?? "?", to: 60))
        }
        var lines = table.lines(style)
        if isCut {
            let left = rows.count - 2 * Self.endsShown
            lines.insert("    … \(left) more (--format json has all)", at: Self.endsShown + 1)
        }
        let notes = [
            "    completed: of the measures whose status is stated; on time: of those due by the end of the period;",
            "    findings: a measure",
        ]
        return ["", style.paint("measures completed by each body, in its latest report", .heading)] + lines
            + notes.map { style.paint($0, .aside) }
    }

    /// Findings a measure with two decimals.
    private func perMeasure(_ report: ReportDigest) -> String {
        guard report.measures > 0 else { return "-" }
        let hundredths = (report.findings * 200 + report.measures) / (report.measures * 2)
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    private func period(_ report: ReportDigest) -> String {
        (report.fiscalYear.map { "\($0)" } ?? "?") + (report.months.map { ", \($0) months" } ?? "")
    }

    private func words(_ place: AcrossFinding.Place) -> String {
        place.path + (place.line.map { ":\($0)" } ?? "")
    }
}
