internal import ReportParser

/// The states that charts tell apart.
enum StateBand: CaseIterable {
    case completed, inProgress, notStarted, other

    /// How many measures are in one of its states.
    func count(in states: [StatusState?: Int]) -> Int {
        switch self {
        case .completed: states[.completed] ?? 0
        case .inProgress: states[.inProgress] ?? 0
        case .notStarted: states[.notStarted] ?? 0
        case .other:
            states.reduce(0) { sum, state in
                let isOther = state.key != .completed && state.key != .inProgress && state.key != .notStarted
                return isOther ? sum + state.value : sum
            }
        }
    }

    /// Its class: a colour, a pattern and a lightness of its own.
    var name: StaticString {
        switch self {
        case .completed: "s-completed"
        case .inProgress: "s-in-progress"
        case .notStarted: "s-not-started"
        case .other: "s-other"
        }
    }

    var phrase: ReviewPhrase {
        switch self {
        case .completed: .completed
        case .inProgress: .inProgress
        case .notStarted: .notStarted
        case .other: .otherStates
        }
    }
}

/// How the measures of one report are parted among the states: a small bar, and the share that is done in figures.
struct StateBar {
    private let states: [StatusState?: Int]
    private let measures: Int

    private static let width = 72

    init(_ states: [StatusState?: Int], of measures: Int) {
        self.states = states
        self.measures = measures
    }

    /// Writes the bar.
    func write(to html: inout HTMLWriter) {
        html.text("\(Share(StateBand.completed.count(in: states), of: measures).percent) %")
        html.markup(" <svg class=\"mini\" aria-hidden=\"true\" width=\"72\" height=\"12\" viewBox=\"0 0 72 12\">")
        var sum = 0
        for band in StateBand.allCases {
            let count = band.count(in: states)
            guard count > 0 else { continue }
            let left = Share(sum, of: measures).length(of: Self.width)
            sum += count
            let right = Share(sum, of: measures).length(of: Self.width)
            html.rectangle(band.name, x: left, y: 0, width: max(1, right - left), height: 12)
        }
        html.markup("</svg>")
    }
}
