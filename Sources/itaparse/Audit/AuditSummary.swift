internal import ReportOutput
internal import ReportParser

/// What the findings of many reports add up to.
struct AuditSummary {
    /// The rows of a table of bodies or provinces.
    static let rowsShown = 10

    private struct Count {
        var reports = 0
        var findings = 0
        var errors = 0

        static func += (left: inout Count, right: Count) {
            left.reports += right.reports
            left.findings += right.findings
            left.errors += right.errors
        }
    }

    private struct Body: Hashable {
        var name: String
        var province: String
    }

    private var reports = 0
    private var clean = 0
    private var failures = 0
    private var findings = 0
    private var dismissed = 0
    private var rules: [String: (count: Int, severity: Finding.Severity)] = [:]
    private var bodies: [Body: Count] = [:]
    private var provinces: [String: Count] = [:]
    private var states: [StatusState?: Int] = [:]

    /// Adds a report.
    mutating func add(_ report: AuditedReport) {
        reports += 1
        if report.findings.isEmpty { clean += 1 }
        findings += report.findings.count
        dismissed += report.dismissed
        for placed in report.findings {
            rules[placed.finding.rule, default: (0, placed.finding.severity)].count += 1
        }
        let errors = report.findings.count { $0.finding.severity == .error }
        let count = Count(reports: 1, findings: report.findings.count, errors: errors)
        let body = Body(name: report.body ?? "?", province: report.province ?? "?")
        bodies[body, default: Count()] += count
        provinces[body.province, default: Count()] += count
        for (state, number) in report.states { states[state, default: 0] += number }
    }

    /// Adds a file that could not be read.
    mutating func addFailure() { failures += 1 }

    /// The summary in one line.
    var line: String {
        let reviewed = dismissed > 0 ? "; \(Words.count(dismissed, "finding")) dismissed by reviewers" : ""
        let failed = failures > 0 ? "; \(Words.count(failures, "file")) could not be read" : ""
        return
            "\(Words.count(findings, "finding")) in \(Words.count(reports, "report")), \(clean) without any\(reviewed)\(failed)"
    }

    /// The summary: by rule, and for more reports than one by body, province and state of measures.
    func lines(_ style: TextStyle) -> [String] {
        var lines = [style.paint(line, .heading)]
        var table = TextTable([.number, .words])
        for (rule, entry) in rules.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
            table.add("\(entry.count)", rule)
        }
        lines += table.lines()
        guard reports > 1 else { return lines }
        lines += part("by body", bodies.count, style, bodyTable)
        lines += part("by province", provinces.count, style, provinceTable)
        lines += ["", style.paint("measures by status", .heading)] + stateTable.lines(style)
        return lines
    }

    private func part(_ name: String, _ count: Int, _ style: TextStyle, _ table: TextTable) -> [String] {
        let more = count > Self.rowsShown ? ["    … and \(count - Self.rowsShown) more"] : []
        return ["", style.paint(name, .heading)] + table.lines(style) + more
    }

    /// The bodies with most findings.
    private var bodyTable: TextTable {
        var table = TextTable([.number, .number, .number, .words, .words])
        table.addHeadings("findings", "errors", "reports", "province", "body")
        let sorted = bodies.sorted {
            ($1.value.findings, $0.key.name, $0.key.province) < ($0.value.findings, $1.key.name, $1.key.province)
        }
        for (body, count) in sorted.prefix(Self.rowsShown) {
            table.add(
                "\(count.findings)", "\(count.errors)", "\(count.reports)", VisibleText.cut(body.province, to: 20),
                VisibleText.cut(body.name, to: 60))
        }
        return table
    }

    /// The provinces with most findings.
    private var provinceTable: TextTable {
        var table = TextTable([.number, .number, .number, .words])
        table.addHeadings("findings", "errors", "reports", "province")
        let sorted = provinces.sorted { ($1.value.findings, $0.key) < ($0.value.findings, $1.key) }
        for (province, count) in sorted.prefix(Self.rowsShown) {
            table.add(
                "\(count.findings)", "\(count.errors)", "\(count.reports)", VisibleText.cut(province, to: 20))
        }
        return table
    }

    private var stateTable: TextTable {
        var table = TextTable([.number, .number, .words])
        let total = states.values.reduce(0, +)
        table.addHeadings("measures", "share", "status")
        let order = StatusState.allCases.map { Optional($0) } + [nil]
        for state in order {
            guard let count = states[state] else { continue }
            table.add("\(count)", Words.percent(count, of: total), state?.rawValue ?? "not stated")
        }
        return table
    }
}

/// Numbers in words for people.
enum Words {
    /// A number and what it counts.
    static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    /// A share in whole percent; a dash of nothing.
    static func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "-" }
        let percent = (part * 200 + whole) / (whole * 2)
        return percent == 0 && part > 0 ? "<1%" : "\(percent)%"
    }
}
