public import ThaiText

/// What a report means: its facts, its measures, and all else that stands in it.
///
/// Texts are slices of ``pieces``, which point into ``text``: a report never holds a copy of what its source says.
/// ``string(_:)`` reads them. Lists of measures are slices of the report's flat tables for the same reason.
public struct Report: Sendable {
    /// The schema that the JSON form of a report follows.
    public static let schema = "itaparse/report/1"

    /// Where the report was read from.
    public var source: ReportSource
    /// The text that all spans count the bytes of: the decoded text of the source, its characters repaired.
    public let text: [UInt8]
    /// How ``text`` came about from the decoded text; `nil` where nothing had to be repaired.
    public let repair: RepairedText?
    /// The pieces of all texts.
    public internal(set) var pieces: [Piece] = []

    /// The heading of the report.
    public internal(set) var title: FieldText?
    /// The body that reports.
    public internal(set) var agency: Agency?
    /// The fiscal year of the report, Buddhist Era.
    public internal(set) var fiscalYear: Int?
    /// The period that the report covers.
    public internal(set) var period: ReportPeriod?

    /// The measures, in the order of the source.
    public internal(set) var measures: [Measure] = []
    /// The tables that hold no measures.
    public internal(set) var tables: [OtherTable] = []
    /// Text outside measures and tables, in the order of the source.
    public internal(set) var blocks: [TextBlock] = []
    /// Page numbers, repeated headings and the like.
    public internal(set) var furniture: [Furniture] = []
    /// What the syntax of the source format took: tags, separators, quotes.
    public internal(set) var markup: [SourceSpan] = []
    /// What is wrong or doubtful.
    public internal(set) var findings: [Finding] = []
    /// The account of all characters.
    public internal(set) var coverage = Coverage()

    /// The section paths of measures: each a list of headings, the outermost first.
    public internal(set) var sections: [[FieldText]] = [[]]
    /// The indicators that measures belong to.
    public internal(set) var indicators: [Indicator] = []
    /// The money of measures.
    public internal(set) var budgets: [Budget] = []
    /// The steps of all measures, each before its sub-steps.
    public internal(set) var steps: [Step] = []
    /// The lists of units, and the values of fields without a place of their own.
    public internal(set) var texts: [FieldText] = []
    /// The dates that fields of measures name.
    public internal(set) var dates: [FieldDate] = []
    /// The amounts of money that fields of measures name.
    public internal(set) var amounts: [FieldAmount] = []
    /// The web addresses that fields of measures name.
    public internal(set) var urls: [FieldText] = []
    /// The fields without a role, under their headings.
    public internal(set) var extras: [ExtraField] = []
    /// What was changed in the values of measures.
    public internal(set) var repairs: [FieldRepair] = []
    /// What became of a reviewer's decisions; null for a report without a review.
    public internal(set) var review: ReviewOutcome?
    /// The texts that a reviewer put in place of those that were read, by their pieces.
    var replacedTexts: [Slice32: [UInt8]] = [:]
    /// What was doubtful in dates, for the audit.
    var doubts: [DateDoubt] = []
    /// Where on the pages ``sourceText`` stands, for a format with pages.
    public let pages: PageMap?
    /// Where the lines of ``text`` begin.
    public let lines: LineTable

    init(source: ReportSource, document: Document) {
        self.source = source
        text = document.text
        repair = document.repair
        pages = document.pages
        lines = LineTable(text)
    }

    /// The decoded text of the source.
    public var sourceText: [UInt8] { repair?.source ?? text }

    /// The place in ``sourceText`` of what stands at `span` of ``text``.
    @inlinable
    public func sourceRange(of span: SourceSpan) -> Range<Int> {
        repair == nil ? span.range : repairedRange(of: span)
    }

    /// The place in ``text`` of what stands at `range` of ``sourceText``.
    func span(ofSource range: Range<Int>) -> SourceSpan {
        guard let repair else { return SourceSpan(range) }
        return SourceSpan(repair.offset(ofSource: range.lowerBound)..<repair.offset(ofSource: range.upperBound))
    }

    /// Makes each measure as unsure as the reading of its characters is.
    mutating func lowerConfidence() {
        guard let pages else { return }
        for index in measures.indices {
            measures[index].confidence *= pages.confidence(of: sourceRange(of: measures[index].span))
        }
    }

    @usableFromInline
    func repairedRange(of span: SourceSpan) -> Range<Int> { repair?.sourceRange(of: span.range) ?? span.range }
}

/// A text of the report: a slice of ``Report/pieces``.
public struct FieldText: Hashable, Sendable {
    /// The pieces, in reading order.
    public var pieces: Slice32
}

/// The file that a report was read from.
public struct ReportSource: Sendable, Hashable {
    /// The name that the user gave it.
    public var name: String
    /// SHA-256 of its bytes, in 64 lower-case hexadecimal figures.
    public var sha256: String
    /// Its size in bytes.
    public var bytes: Int
    /// The format that it was read as: `text`, `html`, `docx`, `pdf`.
    public var format: String
    /// The name of its encoding in lower case: `utf-8`, `utf-16le`, `windows-874`.
    public var encoding: String
    /// Its number of pages, where the format has pages.
    public var pages: Int?

    /// A description of a source.
    public init(
        name: String, sha256: String, bytes: Int, format: String = "text", encoding: String = "utf-8", pages: Int? = nil
    ) {
        self.name = name
        self.sha256 = sha256
        self.bytes = bytes
        self.format = format
        self.encoding = encoding
        self.pages = pages
    }
}

/// The body that a report is about.
public struct Agency: Sendable, Hashable {
    /// Its full name.
    public var name: FieldText
    /// Its kind, a name of `agency_kinds.tsv` such as `subdistrict_municipality`.
    public var kind: String?
    /// Its district (อำเภอ, เขต), where the report names it.
    public var district: FieldText?
    /// Its province, where the report names it.
    public var province: FieldText?
}

/// The period that a report covers.
public struct ReportPeriod: Sendable, Hashable {
    /// How the report words it.
    public var text: FieldText?
    /// Its length: 6, 9 or 12 months, where it is one of these.
    public var months: Int?
    /// Its first day.
    public var start: CivilDate
    /// Its last day.
    public var end: CivilDate
}

/// A table that holds no measures.
public struct OtherTable: Sendable {
    /// What such a table lists.
    public enum Kind: String, Sendable {
        /// Budget lines: approved, spent, remaining.
        case budget
        /// Scores of an assessment.
        case score
        /// The sums below a table of measures.
        case totals
        /// Anything else.
        case other
    }

    /// What the table lists.
    public var kind: Kind
    /// The heading above it.
    public var caption: FieldText?
    /// The headings of its columns; empty where it has none.
    public var columns: [FieldText?]
    /// Its rows; as many cells each as there are columns.
    public var rows: [[FieldText?]]
    /// Where it stands.
    public var span: SourceSpan
}

/// A block of text outside measures and tables.
public struct TextBlock: Sendable {
    /// What a block is.
    public enum Kind: String, Sendable {
        /// The heading of the report.
        case title
        /// A heading within it.
        case heading
        /// The headings of the columns of a table of measures.
        case tableHeader = "table_header"
        /// Running text.
        case paragraph
        /// What the author's software said of a picture.
        case picture
        /// Text of a table of measures that is part of no row.
        case note
        /// Text that no stage found a place for.
        case unplaced
    }

    /// What the block is.
    public var kind: Kind
    /// Its text.
    public var text: FieldText
}

/// Text that belongs to the page, not to the report.
public struct Furniture: Sendable {
    /// What a piece of furniture is.
    public enum Kind: String, Sendable, BitwiseCopyable {
        /// A page number.
        case pageNumber = "page_number"
        /// A line that stands at the head or foot of several pages.
        case runningHead = "running_head"
        /// What belongs to the web site and not to the report, and what its page holds but does not show.
        case navigation
        /// The header of a table, repeated on a further page.
        case repeatedHeader = "repeated_header"
        /// A cell that was repeated in every column that it covers.
        case repeatedCell = "repeated_cell"
        /// The first words of the next page, at the foot of a page.
        case catchword
        /// A rule drawn with signs.
        case rule
    }

    /// What it is.
    public var kind: Kind
    /// Its text.
    public var text: FieldText
}

/// Something wrong or doubtful in a report.
public struct Finding: Sendable {
    /// How much a finding matters.
    public enum Severity: String, Sendable {
        /// The value is wrong or missing.
        case error
        /// The value is doubtful.
        case warning
        /// Worth knowing.
        case info
    }

    /// The id of the rule, such as `impossible-date`.
    public var rule: String
    /// How much it matters.
    public var severity: Severity
    /// What is wrong, in Thai.
    public var thai: String
    /// What is wrong, in English.
    public var english: String
    /// Index of the measure concerned.
    public var measure: Int?
    /// The name of the field concerned.
    public var field: String?
    /// The evidence in the source.
    public var span: SourceSpan?
}

/// Where all characters of the source ended.
///
/// Blanks do not count.
public struct Coverage: Sendable, Hashable {
    /// All characters of the source that are not blank.
    public var characters = 0
    /// Those in fields of measures.
    public var measures = 0
    /// Those in other tables.
    public var tables = 0
    /// Those in text blocks.
    public var text = 0
    /// Those in furniture and markup.
    public var furniture = 0
    /// Those that ended nowhere: always 0.
    public var dropped: Int { characters - measures - tables - text - furniture }
}
