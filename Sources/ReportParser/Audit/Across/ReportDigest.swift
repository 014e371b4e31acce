public import ThaiText

/// What is kept of a report to compare it with others: a few numbers a measure, and its name.
public struct ReportDigest: Sendable {
    /// A measure of the report.
    struct Record: Sendable {
        /// Its name, or the beginning of a long one, for messages.
        var title: String
        /// The line of the report's text that it begins in, counted from 1.
        var line: Int
        /// Its name in the form in which names are compared, without digits: a year in it changes from year to year.
        var identity: TextFingerprint
        var code: ItemCode?
        var number: String?
        var state: StatusState?
        /// What was done, in the form in which texts are compared.
        var result: TextFingerprint?
        /// The same without the names of the body and its place.
        var placelessResult: TextFingerprint?

        /// What it is called where its name is left out of account.
        var label: String? { code?.description ?? number }
    }

    /// The file.
    public let path: String
    /// The body, as the report names it.
    public let body: String?
    /// Its province, where the report names it.
    public let province: String?
    /// Its kind, a name of `agency_kinds.tsv`.
    public let kind: String?
    /// The fiscal year, Buddhist Era.
    public let fiscalYear: Int?
    /// The months of the report's period, where it words them.
    public let months: Int?
    /// The last day of the report's period.
    public let periodEnd: CivilDate?
    /// How many measures there are.
    public let measures: Int
    /// Of how many the report says how far they are; what does not apply to the body does not count.
    public let stated: Int
    /// How many of these are completed.
    public let completed: Int
    /// How many of the stated ones were to be done by the end of the period.
    public let due: Int
    /// How many of these are completed.
    public let completedWhenDue: Int
    /// How many findings the audit of the report had.
    public let findings: Int

    /// What copies are told by.
    var texts: [TextFingerprint] { records.compactMap(\.placelessResult) + [content].compactMap(\.self) }

    let records: [Record]
    /// The comparable forms of the body's and the province's name.
    let bodyKey: [UInt8]
    let provinceKey: [UInt8]
    /// All titles and results without the names of the body and its place, whatever their order; null where there are
    /// too few of them to tell a copy by.
    let content: TextFingerprint?

    /// Bytes of results that two bodies do not word alike by chance: 120 letters and marks.
    private static let ownSubstance = 360

    /// A text of at most 120 letters, without the marks above and below them.
    private static func short(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var letters = 0
        for scalar in text.unicodeScalars {
            if !LetterColumns.isMark(scalar.value) { letters += 1 }
            if letters > 120 { return String(scalars) + "…" }
            scalars.append(scalar)
        }
        return text
    }

    /// What `report` shows to others.
    ///
    /// - Parameters:
    ///   - report: the report.
    ///   - path: its file, for messages.
    ///   - findings: how many findings of it are wanted.
    public init(of report: Report, path: String, findings: Int) {
        self.path = path
        self.findings = findings
        let agency = report.agency
        body = agency.map { report.string($0.name) }
        province = agency?.province.map { report.string($0) }
        kind = agency?.kind
        fiscalYear = report.fiscalYear
        months = report.period?.months
        periodEnd =
            report.period?.end ?? report.fiscalYear.flatMap { CivilDate(year: $0 - 543, month: 9, day: 30) }
        bodyKey = agency.map { report.key(of: $0.name) } ?? []
        provinceKey = agency?.province.map { report.key(of: $0) } ?? []

        let places = PlaceNames(agency, of: report)
        var (records, texts): ([Record], [TextFingerprint]) = ([], [])
        var (stated, completed, due, completedWhenDue, results) = (0, 0, 0, 0, 0)
        for measure in report.measures {
            let result = measure.result.map { report.key(of: $0) }
            let titleKey = measure.title.map { report.key(of: $0) } ?? []
            let placeless = result.map { TextFingerprint(places.removed(from: $0)) }
            records.append(
                Record(
                    title: measure.title.map { Self.short(report.string($0)) } ?? measure.code?.description ?? "?",
                    line: report.lines.line(at: Int(measure.span.start), near: records.last?.line ?? 1),
                    identity: TextFingerprint(titleKey.filter { $0 < 0x30 || $0 > 0x39 }),
                    code: measure.code, number: measure.number, state: measure.status?.state,
                    result: result.map { TextFingerprint($0) }, placelessResult: placeless))
            texts.append(TextFingerprint(places.removed(from: titleKey)))
            if let placeless {
                texts.append(placeless)
                results += 1
            }
            guard let state = measure.status?.state, state != .notApplicable, state != .unknown else { continue }
            stated += 1
            if state == .completed { completed += 1 }
            guard let end = measure.timeframe?.end, let periodEnd, end <= periodEnd else { continue }
            due += 1
            if state == .completed { completedWhenDue += 1 }
        }
        self.records = records
        measures = records.count
        (self.stated, self.completed, self.due, self.completedWhenDue) = (stated, completed, due, completedWhenDue)
        // Names of disclosure items are the same everywhere, and `ดำเนินการแล้วเสร็จ` is everybody's result.
        let substance = Set(records.compactMap(\.placelessResult)).reduce(0) { $0 + $1.length }
        content = results >= 3 && substance >= Self.ownSubstance ? TextFingerprint(of: texts) : nil
    }
}

/// The names of a body and its place, which a copied report has of its own.
private struct PlaceNames {
    private let names: [[UInt8]]

    /// A place counts behind the word for what it is: แพร่ stands in เผยแพร่, and เลย in every other sentence.
    init(_ agency: Agency?, of report: Report) {
        var names: [[UInt8]] = []
        if let agency { names.append(report.key(of: agency.name)) }
        for (place, words) in [(agency?.province, ["จังหวัด", "จ."]), (agency?.district, ["อำเภอ", "อ.", "เขต"])] {
            guard let place else { continue }
            let key = report.key(of: place)
            names += words.map { Array($0.utf8) + key }
        }
        self.names = names.filter { !$0.isEmpty }
    }

    /// A comparable form without the names.
    func removed(from key: [UInt8]) -> [UInt8] {
        names.reduce(key) { key, name in
            var (rest, position): ([UInt8], Int) = ([], 0)
            rest.reserveCapacity(key.count)
            while position < key.count {
                if key[position] == name[0], key[position...].starts(with: name) {
                    position += name.count
                } else {
                    rest.append(key[position])
                    position += 1
                }
            }
            return rest
        }
    }
}
