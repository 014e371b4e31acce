public import ThaiText

/// A record of a report: a measure, an indicator, an OIT item or a project.
public struct Measure: Sendable {
    /// What a record is about.
    public enum Kind: String, Sendable {
        /// A measure that the body takes.
        case measure
        /// A row about an indicator (ตัวชี้วัด).
        case indicator
        /// A row about an item of the disclosure list, o1 to o43.
        case oitItem = "oit_item"
        /// A row of a plan, with budget and spending.
        case project
    }

    /// What the record is about.
    public var kind = Kind.measure
    /// The code of the assessment item, such as o11 or i20.
    public var code: ItemCode?
    /// The number as written, with ASCII digits: `1.2`.
    public var number: String?
    /// Index into ``Report/sections``.
    public var section = 0
    /// The indicator that the record belongs to: index into ``Report/indicators``.
    public var indicator: Int32?
    /// The name of the measure.
    public var title: FieldText?
    /// Slice of ``Report/steps``.
    public var steps = Slice32.empty
    /// Who is responsible: a slice of ``Report/texts``.
    public var responsible = Slice32.empty
    /// When it is to be done.
    public var timeframe: Timeframe?
    /// How far it has come.
    public var status: Status?
    /// What was done.
    public var result: FieldText?
    /// What came of it.
    public var outcome: FieldText?
    /// How it is followed up.
    public var monitoring: FieldText?
    /// What the assessment demands.
    public var requirement: FieldText?
    /// Its money: index into ``Report/budgets``.
    public var budget: Int32?
    /// Slice of ``Report/dates``.
    public var dates = Slice32.empty
    /// Slice of ``Report/amounts``.
    public var amounts = Slice32.empty
    /// Slice of ``Report/urls``.
    public var urls = Slice32.empty
    /// Slice of ``Report/extras``.
    public var extra = Slice32.empty
    /// How sure the reading of the layout is, 0 to 1.
    public var confidence = 1.0
    /// Slice of ``Report/repairs``.
    public var repairs = Slice32.empty
    /// From the first to the last character of the record.
    public var span = SourceSpan(0..<0)
    /// Where numbers, codes and money stand, and the labels, bullets, boxes and dashes that stand for no value:
    /// a slice of ``Report/extras`` whose headings are empty.
    public var places = Slice32.empty
}

/// The indicator that a record belongs to.
public struct Indicator: Sendable, Hashable {
    /// Its number, `1` to `10`, or of a sub-indicator, `9.1`.
    public var number: String?
    /// Its name.
    public var name: FieldText?
    /// The instrument that measures it: `IIT`, `EIT` or `OIT`.
    public var instrument: String?
}

/// A step of a measure.
public struct Step: Sendable, Hashable {
    /// Its number as written, with ASCII digits, or null where it has a bullet or nothing.
    public var number: String?
    /// Its text without the number.
    public var text: FieldText
    /// 0 for a step, 1 for a sub-step, and so on.
    public var depth: UInt8
}

/// When a measure is to be done.
public struct Timeframe: Sendable, Hashable {
    /// The form of the answer.
    public enum Kind: String, Sendable {
        // The kinds of a ``DateMention``.
        case date, month, year
        case fiscalYear = "fiscal_year"
        case range, deadline, quarter, half, time
        /// Several dates.
        case list
        /// No date is named.
        case unknown

        init(_ kind: DateMention.Kind) {
            switch kind {
            case .date: self = .date
            case .month: self = .month
            case .year: self = .year
            case .fiscalYear: self = .fiscalYear
            case .range: self = .range
            case .deadline: self = .deadline
            case .quarter: self = .quarter
            case .half: self = .half
            case .time: self = .time
            }
        }
    }

    /// How the report words it.
    public var text: FieldText
    /// The form of the answer.
    public var kind: Kind
    /// The first day; null for a deadline.
    public var start: CivilDate?
    /// The last day; null where it is open.
    public var end: CivilDate?
    /// How exactly the days are named, null where no date is.
    public var precision: DateMention.Precision?
}

/// How far a measure has come.
public enum StatusState: String, Sendable, CaseIterable {
    /// Done.
    case completed
    /// Begun, or running all year.
    case inProgress = "in_progress"
    /// Not begun.
    case notStarted = "not_started"
    /// Given up or put off.
    case cancelled
    /// Does not concern this body.
    case notApplicable = "not_applicable"
    /// The report does not say.
    case unknown
}

/// The status of a measure.
public struct Status: Sendable, Hashable {
    /// The state.
    public var state: StatusState
    /// How the report words it.
    public var text: FieldText
}

/// The money of a measure, in baht.
public struct Budget: Sendable, Hashable {
    /// What was granted.
    public var approved: ExactDecimal?
    /// What was spent.
    public var disbursed: ExactDecimal?
    /// What is left.
    public var remaining: ExactDecimal?
}

/// The fields of a measure that other values name.
public enum MeasureField: String, Sendable, CaseIterable {
    case code, number, title, section, steps, responsible, timeframe, status, result, outcome, monitoring, requirement
    case budget, extra
    /// Labels, bullets, boxes and dashes: characters of the record that stand for no value.
    case marks
}

/// A date that a field names.
public struct FieldDate: Sendable {
    /// The field.
    public var field: MeasureField
    /// How the report words it.
    public var text: FieldText
    /// The first day.
    public var start: CivilDate?
    /// The last day.
    public var end: CivilDate?
}

/// An amount of money that a field names.
public struct FieldAmount: Sendable {
    /// The field.
    public var field: MeasureField
    /// How the report words it.
    public var text: FieldText
    /// The amount in baht.
    public var baht: ExactDecimal
}

/// A value without a field of its own.
public struct ExtraField: Sendable {
    /// The field that it belongs to; ``MeasureField/extra`` for one under its own heading.
    public var field: MeasureField
    /// The heading of its column or its label.
    public var heading: FieldText?
    /// The value.
    public var text: FieldText
    /// The column it stood in, counted from 0; a column without a heading is named by it.
    public var column: Int = 0
}

/// A change that was made to read a value.
public struct FieldRepair: Sendable {
    /// The field.
    public var field: MeasureField
    /// What was done, in kebab case: `code-letter`, `point-for-comma`, `human` for a reviewer's value, or one of
    /// ``ThaiText/Repair/Kind``.
    public var kind: String
    /// What stood there.
    public var from: String
    /// What was read.
    public var to: String
    /// Its place in ``Report/sourceText``, in bytes.
    public var source: Range<Int>
}
