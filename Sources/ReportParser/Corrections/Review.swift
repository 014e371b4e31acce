/// What a person decided about a report: which values are wrong, which findings are.
public struct Review: Sendable {
    /// SHA-256 of the file that the reviewer saw, in 64 lower-case hexadecimal figures.
    public var sha256: String
    /// The decisions, in the order in which they are applied.
    public var decisions: [ReviewDecision]

    /// A review of the file with the hash `sha256`.
    public init(sha256: String, decisions: [ReviewDecision]) {
        self.sha256 = sha256
        self.decisions = decisions
    }
}

/// A decision of a reviewer.
public struct ReviewDecision: Sendable, Hashable {
    /// What is decided.
    public enum Action: String, Sendable, CaseIterable {
        /// The value is right as it was read, or the finding is right.
        case accept
        /// The value is another one.
        case replace
        /// The finding is wrong.
        case dismiss
    }

    /// What is decided.
    public var action: Action
    /// The id of the measure; null for the report as a whole.
    public var measure: String?
    /// The value concerned; null where a finding is.
    public var field: CorrectedField?
    /// The rule of the finding concerned.
    public var rule: String?
    /// The field of that finding, where it has to be told from others of its rule and measure.
    public var findingField: String?
    /// The value in place of the one that was read, one text a line; null where there is none.
    public var value: String?
    /// What stood there when it was decided: the value, or the English words of the finding.
    public var was: String?
    /// The title of the measure when it was decided, to find it again in a file that changed.
    public var title: String?
    /// What the reviewer says of it.
    public var note: String?

    /// A decision.
    public init(
        _ action: Action, measure: String? = nil, field: CorrectedField? = nil, rule: String? = nil,
        findingField: String? = nil, value: String? = nil, was: String? = nil, title: String? = nil, note: String? = nil
    ) {
        self.action = action
        (self.measure, self.field, self.rule, self.value) = (measure, field, rule, value)
        (self.findingField, self.was, self.title, self.note) = (findingField, was, title, note)
    }
}

/// The values that a reviewer may decide on.
public enum CorrectedField: String, Sendable, CaseIterable {
    // Of a measure.
    case title, code, number, responsible, timeframe, status, result, outcome, monitoring, requirement
    case approved = "budget.approved"
    case disbursed = "budget.disbursed"
    case remaining = "budget.remaining"
    // Of the report, whose title is a title too.
    case agency, district, province

    /// The field of a measure that the value is of; null for one that only a report has.
    var measureField: MeasureField? {
        switch self {
        case .approved, .disbursed, .remaining: .budget
        case .agency, .district, .province: nil
        default: MeasureField(rawValue: rawValue)
        }
    }

    /// Whether the report as a whole has it.
    var isOfReport: Bool { self == .title || measureField == nil }
}

/// What became of the decisions of a review.
public struct ReviewOutcome: Sendable {
    /// A decision and what became of it.
    public struct Entry: Sendable {
        /// The decision.
        public var decision: ReviewDecision
        /// Index of the measure that it is about.
        public var measure: Int?
        /// What was read before; null where nothing was, or where the decision is about a finding.
        public var before: String?
        /// Why it was not applied; null where it was.
        public var refusal: String?
        /// How many findings it took away.
        public var dismissed = 0
    }

    /// Whether the file is another one than the reviewer saw.
    public var hasSourceChanged: Bool
    /// The decisions, in their order.
    public var entries: [Entry]
}
