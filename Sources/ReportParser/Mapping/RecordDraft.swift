internal import ThaiText

/// A record while its cells are being read: what must be known of several cells before its fields can be told.
struct RecordDraft {
    var measure = Measure()
    var places: [ExtraField] = []
    var extra: [ExtraField] = []
    var dates: [FieldDate] = []
    var amounts: [FieldAmount] = []
    var urls: [FieldText] = []
    var repairs: [FieldRepair] = []
    var budget: Budget?
    /// Where the cells of start and end stand, and what they name.
    var start: (text: FieldText, mention: DateMention?)?
    var deadline: (text: FieldText, mention: DateMention?, others: [DateMention])?
    /// The ticked months of a chart.
    var months: [(month: Int, text: FieldText)] = []
    var quarters: [(quarter: Int, text: FieldText)] = []
    /// The result that stands behind the status in one cell.
    var resultBehindStatus: FieldText?
    var hasResultColumn = false
    var hasNumberColumn = false
    var hasTimeColumn = false
    var hasStatusColumn = false
    /// Whether a space inside of a word was taken out of one of its cells.
    var hasLayoutSpace = false
    /// The column of the cell that is being read.
    var column = 0
    /// By which power of ten a plain figure of that column is raised for baht.
    var moneyPower = 0
    /// Whether the responsible unit may stand in brackets behind the title.
    var unitsInTitles = UnitsInTitles.never

    /// From the first to the last character that the record owns.
    private(set) var span: SourceSpan?

    /// Takes in characters that the record owns.
    mutating func extend(_ more: SourceSpan) { span = span?.union(more) ?? more }

    mutating func reset() {
        span = nil
        measure = Measure()
        // Most lists of most records are empty; emptying them costs more than the look.
        if !places.isEmpty { places.removeAll(keepingCapacity: true) }
        if !extra.isEmpty { extra.removeAll(keepingCapacity: true) }
        if !dates.isEmpty { dates.removeAll(keepingCapacity: true) }
        if !amounts.isEmpty { amounts.removeAll(keepingCapacity: true) }
        if !urls.isEmpty { urls.removeAll(keepingCapacity: true) }
        if !repairs.isEmpty { repairs.removeAll(keepingCapacity: true) }
        budget = nil
        start = nil
        deadline = nil
        if !months.isEmpty { months.removeAll(keepingCapacity: true) }
        if !quarters.isEmpty { quarters.removeAll(keepingCapacity: true) }
        resultBehindStatus = nil
        hasResultColumn = false
        hasNumberColumn = false
        hasLayoutSpace = false
    }
}

/// Whether the responsible units may stand in brackets behind a title.
enum UnitsInTitles {
    /// The units have a column of their own.
    case never
    /// Where the brackets hold names of units and nothing else.
    case whereKnown
    /// The heading says so.
    case always
}
