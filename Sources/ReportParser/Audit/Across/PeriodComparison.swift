/// Compares the reports of a body: each with the one of the period before.
///
/// Example: a measure of the report of six months is missing in that of twelve: `measure-dropped`. Another year has other
/// measures, so only reports of one year are held to the same ones.
struct PeriodComparison {
    private let reports: [ReportDigest]

    /// Compares reports, in the order of the inputs.
    static func findings(in reports: [ReportDigest]) -> [AcrossFinding] {
        let comparison = PeriodComparison(reports: reports)
        return Bodies(reports).groups.flatMap { group in
            let periods = Self.periods(of: group, in: reports)
            return zip(periods, periods.dropFirst()).flatMap { comparison.findings($0, $1) }
        }
    }

    /// The reports of a body by their periods, one for each period, the earliest first.
    static func periods(of group: [Int], in reports: [ReportDigest]) -> [Int] {
        let dated = group.filter { reports[$0].fiscalYear != nil && reports[$0].periodEnd != nil }
        var periods: [Int] = []
        for index in dated.sorted(by: { Self.isBefore(reports[$0], reports[$1], $0 < $1) }) {
            if let last = periods.last, reports[last].fiscalYear == reports[index].fiscalYear,
                reports[last].periodEnd == reports[index].periodEnd
            {
                continue
            }
            periods.append(index)
        }
        return periods
    }

    private static func isBefore(_ left: ReportDigest, _ right: ReportDigest, _ otherwise: Bool) -> Bool {
        if left.fiscalYear != right.fiscalYear { return (left.fiscalYear ?? 0) < (right.fiscalYear ?? 0) }
        guard let first = left.periodEnd, let second = right.periodEnd, first != second else { return otherwise }
        return first < second
    }

    /// What the report `later` shows beside `earlier`.
    private func findings(_ earlier: Int, _ later: Int) -> [AcrossFinding] {
        let (old, new) = (reports[earlier], reports[later])
        let partners = Self.partners(of: old.records, in: new.records)
        // Reports of other things than each other, such as a plan and the list of disclosure items.
        let shared = partners.count { $0 != nil }
        guard shared * 3 >= old.records.count, shared > 0 else { return [] }
        let isSameYear = old.fiscalYear == new.fiscalYear
        var findings: [AcrossFinding] = []
        for (index, record) in old.records.enumerated() {
            let other = AcrossFinding.Place(path: old.path, line: record.line)
            guard let partner = partners[index] else {
                if isSameYear { findings.append(dropped(record, old, other, new, later)) }
                continue
            }
            let now = new.records[partner]
            // A number may be another measure's by now: what that says is held against nobody.
            guard now.identity == record.identity || (record.code != nil && now.code == record.code) else { continue }
            let place = AcrossFinding.Place(path: new.path, line: now.line)
            if isSameYear, let before = record.state, let after = now.state,
                let first = before.progress, let second = after.progress, second < first
            {
                findings.append(
                    AcrossFinding(
                        .statusBackwards,
                        thai: "\"\(now.title)\" ถอยจาก\(before.thai)เป็น\(after.thai)",
                        english: "\"\(now.title)\" went back from \(before.rawValue) to \(after.rawValue)",
                        report: later, place: place, other: other))
            }
            // What was completed in the first half of a year has nothing new to tell at its end.
            if let result = record.result, result == now.result, result.length >= Self.longResult,
                !isSameYear || record.state != .completed
            {
                findings.append(
                    AcrossFinding(
                        .resultUnchanged,
                        thai: "ผลของ \"\(now.title)\" เหมือนรายงาน\(Self.thai(old))ทุกคำ",
                        english: "the result of \"\(now.title)\" is word for word that of \(Self.english(old))",
                        report: later, place: place, other: other))
            }
        }
        return findings
    }

    /// Bytes of a result that tells something: thirty letters and marks.
    private static let longResult = 90

    private func dropped(
        _ record: ReportDigest.Record, _ old: ReportDigest, _ other: AcrossFinding.Place, _ new: ReportDigest,
        _ later: Int
    ) -> AcrossFinding {
        AcrossFinding(
            .measureDropped, thai: "\"\(record.title)\" มีในรายงาน\(Self.thai(old)) แต่ไม่มีในรายงานนี้",
            english: "\"\(record.title)\" stands in the report of \(Self.english(old)) and is missing here",
            report: later, place: AcrossFinding.Place(path: new.path, line: nil), other: other)
    }

    /// For each record its record in the other report: the one of its name, else the one of its number or code that has
    /// no other partner, for a name may be worded anew.
    private static func partners(of records: [ReportDigest.Record], in others: [ReportDigest.Record]) -> [Int?] {
        var named: [TextFingerprint: [Int]] = [:]
        for index in others.indices.reversed() { named[others[index].identity, default: []].append(index) }
        var taken = Set<Int>()
        var partners = records.map { record -> Int? in
            guard let index = named[record.identity]?.popLast() else { return nil }
            taken.insert(index)
            return index
        }
        var labelled: [String: [Int]] = [:]
        for index in others.indices.reversed() where !taken.contains(index) {
            if let label = others[index].label { labelled[label, default: []].append(index) }
        }
        for index in records.indices where partners[index] == nil {
            partners[index] = records[index].label.flatMap { labelled[$0]?.popLast() }
        }
        return partners
    }

    private static func english(_ report: ReportDigest) -> String {
        "fiscal year \(report.fiscalYear ?? 0)" + (report.months.map { ", \($0) months" } ?? "")
    }

    private static func thai(_ report: ReportDigest) -> String {
        "ปี \(report.fiscalYear ?? 0)" + (report.months.map { " รอบ \($0) เดือน" } ?? "")
    }
}

extension StatusState {
    /// The state in Thai.
    fileprivate var thai: String {
        switch self {
        case .completed: "แล้วเสร็จ"
        case .inProgress: "อยู่ระหว่างดำเนินการ"
        case .notStarted: "ยังไม่ดำเนินการ"
        case .cancelled, .notApplicable, .unknown: rawValue
        }
    }

    /// How far a measure has come; null where the state says nothing of that.
    fileprivate var progress: Int? {
        switch self {
        case .notStarted: 0
        case .inProgress: 1
        case .completed: 2
        case .cancelled, .notApplicable, .unknown: nil
        }
    }
}
