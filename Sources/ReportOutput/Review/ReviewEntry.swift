public import ReportParser
internal import ThaiText

/// What the page over all reports says of one: all that is kept of a report once its own page is written.
public struct ReviewEntry: Sendable {
    /// A month of the Gregorian calendar, counted from the year 0.
    typealias Month = Int

    /// The name of the file.
    let name: String
    /// The path of its page below the folder of the pages.
    let page: String
    let agency: String?
    let province: String?
    let fiscalYear: Int?
    /// The months that the report covers.
    let months: Int?
    let measures: Int
    /// How many measures are in which state; those without one under `nil`.
    let states: [StatusState?: Int]
    /// How many findings there are of which rule.
    let rules: [String: Int]
    let severities: [Finding.Severity: Int]
    /// How many measures are due in which month, and how many of these are done.
    let deadlines: [Month: Deadlines]
    let dropped: Int

    /// The measures that are due in a month.
    struct Deadlines: Sendable {
        var completed = 0
        var open = 0
    }

    /// What is to be said of `report`, whose page is `page`.
    public init(of report: Report, page: String) {
        name = report.source.name
        self.page = page
        agency = report.agency.map { report.string($0.name) }
        province = report.agency?.province.map { report.string($0) }
        fiscalYear = report.fiscalYear
        months = report.period?.months
        measures = report.measures.count
        var states: [StatusState?: Int] = [:]
        var deadlines: [Month: Deadlines] = [:]
        for measure in report.measures {
            let state = measure.status?.state
            states[state, default: 0] += 1
            guard let end = measure.timeframe?.end else { continue }
            let month = end.year * 12 + end.month - 1
            if state == .completed {
                deadlines[month, default: Deadlines()].completed += 1
            } else {
                deadlines[month, default: Deadlines()].open += 1
            }
        }
        self.states = states
        self.deadlines = deadlines
        rules = report.findings.reduce(into: [:]) { $0[$1.rule, default: 0] += 1 }
        severities = report.findings.reduce(into: [:]) { $0[$1.severity, default: 0] += 1 }
        dropped = report.coverage.dropped
    }

    /// The measures that are done.
    var completed: Int { states[.completed] ?? 0 }
    /// Whether the report says of any measure how far it has come.
    var saysStates: Bool { states.contains { $0.key != nil && $0.key != .unknown } }
}

/// A file that has no page, and why.
public struct ReviewFailure: Sendable {
    let name: String
    let cause: String
    let code: String

    /// The file `name` failed; `cause` is for people, `code` for programs.
    public init(name: String, cause: String, code: String) {
        self.name = name
        self.cause = cause
        self.code = code
    }
}
