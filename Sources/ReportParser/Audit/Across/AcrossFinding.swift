/// Something that only a comparison of reports shows.
public struct AcrossFinding: Sendable {
    /// A line of a report's text, counted from 1; null for the whole report.
    public struct Place: Sendable {
        /// The file.
        public var path: String
        /// The line.
        public var line: Int?
    }

    /// The id of the rule, such as `measure-dropped`.
    public var rule: String
    /// How much it matters.
    public var severity: Finding.Severity
    /// What it is, in Thai.
    public var thai: String
    /// What it is, in English.
    public var english: String
    /// The report that it is found in: the later one, or the copy that comes later in the order of the inputs.
    public var place: Place
    /// What that is compared with.
    public var other: Place
    /// Index of the report that it is found in, in the order of the inputs.
    public var report: Int

    init(
        _ rule: RuleDescription, thai: String, english: String, report: Int, place: Place, other: Place
    ) {
        self.rule = rule.id
        severity = rule.severity
        (self.thai, self.english) = (thai, english)
        (self.report, self.place, self.other) = (report, place, other)
    }
}

extension ReportParser {
    /// The rules that compare reports with each other.
    public static var acrossRules: [RuleDescription] {
        [.measureDropped, .statusBackwards, .resultUnchanged, .copiedReport]
    }
}

extension RuleDescription {
    static let measureDropped = RuleDescription(
        "measure-dropped", thai: "มาตรการที่หายไปในรายงานรอบถัดไปของปีเดียวกัน",
        english: "a measure that is gone from the next report of the year")
    static let statusBackwards = RuleDescription(
        "status-backwards", thai: "สถานะที่ถอยหลังในรายงานรอบถัดไปของปีเดียวกัน",
        english: "a status that went backwards in the next report of the year")
    static let resultUnchanged = RuleDescription(
        "result-unchanged", .info, thai: "ผลการดำเนินงานเหมือนรายงานรอบก่อนทุกคำ",
        english: "a result that is word for word that of the period before")
    static let copiedReport = RuleDescription(
        "copied-report", thai: "ข้อความเหมือนรายงานของหน่วยงานอื่นทุกคำ",
        english: "text that is word for word that of another body's report")
}
