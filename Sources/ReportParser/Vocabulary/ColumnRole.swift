/// What the cells of a column, or the value of a labelled field, say about a measure.
enum ColumnRole: Hashable, Sendable {
    case number, code, title, section, steps, requirement, responsible, monitoring
    case timeframe, start, deadline, status, result, outcome
    case budget, spent, balance
    /// A column of ticks under the name of a status.
    case tick(StatusState)
    /// A column of a chart of months: 1 is January.
    case month(Int)
    /// A column of a chart of fiscal quarters: 1 is October to December.
    case quarter(Int)
    /// A heading that is known, but has no field of its own: remarks, problems, evidence.
    case extra

    /// The role that a name in `headings.tsv` stands for.
    init?(name: Substring) {
        let parts = name.split(separator: ":")
        guard let head = parts.first else { return nil }
        switch (head, parts.count > 1 ? parts[1] : nil) {
        case ("number", nil): self = .number
        case ("code", nil): self = .code
        case ("title", nil): self = .title
        case ("section", nil): self = .section
        case ("steps", nil): self = .steps
        case ("requirement", nil): self = .requirement
        case ("responsible", nil): self = .responsible
        case ("monitoring", nil): self = .monitoring
        case ("timeframe", nil): self = .timeframe
        case ("start", nil): self = .start
        case ("deadline", nil): self = .deadline
        case ("status", nil): self = .status
        case ("result", nil): self = .result
        case ("outcome", nil): self = .outcome
        case ("budget", nil): self = .budget
        case ("spent", nil): self = .spent
        case ("balance", nil): self = .balance
        case ("extra", nil): self = .extra
        case ("tick", let state?):
            guard let state = StatusState(rawValue: String(state)) else { return nil }
            self = .tick(state)
        case ("month", let number?):
            guard let number = Int(number) else { return nil }
            self = .month(number)
        case ("quarter", let number?):
            guard let number = Int(number) else { return nil }
            self = .quarter(number)
        default: return nil
        }
    }

    /// Whether the role speaks of carrying something out: what makes a table one of measures.
    var isAction: Bool {
        switch self {
        case .steps, .responsible, .monitoring, .timeframe, .start, .deadline, .status, .result, .outcome, .requirement,
            .tick, .month, .quarter:
            true
        default: false
        }
    }

    /// Whether a label of this role may stand before its value without a colon.
    ///
    /// The names of states and months are values there.
    var isLabel: Bool {
        switch self {
        case .tick, .month, .quarter: false
        default: isAction || isMoney
        }
    }

    /// Whether a heading of this role stands below one that names its group: a month below `ระยะเวลา`.
    var isPartOfGroup: Bool {
        switch self {
        case .tick, .month, .quarter, .start: true
        default: false
        }
    }

    /// Whether the cells hold ticks under the name of a state.
    var isTick: Bool {
        if case .tick = self { true } else { false }
    }

    /// Whether the cells tell how far a measure has come.
    var tellsState: Bool { self == .status || isTick }

    /// Whether the cells tell when a measure is carried out.
    var isTime: Bool {
        switch self {
        case .timeframe, .start, .deadline, .month, .quarter: true
        default: false
        }
    }

    /// Whether the cells hold amounts of money.
    var isMoney: Bool { self == .budget || self == .spent || self == .balance }
}
