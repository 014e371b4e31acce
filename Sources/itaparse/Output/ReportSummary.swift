internal import ReportParser

/// A report in one line, for the person at the terminal.
enum ReportSummary {
    static func text(of report: Report) -> String {
        let agency = report.agency.map { report.string($0.name) } ?? "?"
        let year = report.fiscalYear.map { String($0) } ?? "?"
        var states: [String: Int] = [:]
        for measure in report.measures { states[measure.status?.state.rawValue ?? "no status", default: 0] += 1 }
        let told = states.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
        return "\(report.source.name): \(agency), พ.ศ. \(year), \(report.measures.count) measures"
            + (told.isEmpty ? "" : " (\(told.joined(separator: ", ")))")
    }
}
