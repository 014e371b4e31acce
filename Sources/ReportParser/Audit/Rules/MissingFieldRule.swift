/// A measure without something that the report's other measures have.
///
/// Example: of nine measures eight name a unit under ผู้รับผิดชอบ, the ninth has a dash there: `missing-responsible`.
/// A report whose table has no such column at all misses nothing measure by measure.
struct MissingFieldRule: AuditRule {
    static let responsible = MissingFieldRule(
        description: RuleDescription(
            "missing-responsible", thai: "มาตรการที่ไม่ระบุผู้รับผิดชอบ", english: "a measure that nobody is responsible for"),
        field: .responsible, thai: "ไม่ระบุผู้รับผิดชอบ", english: "nobody is named as responsible"
    ) { report, index in !report.measures[index].responsible.isEmpty }

    static let timeframe = MissingFieldRule(
        description: RuleDescription(
            "missing-timeframe", thai: "มาตรการที่ไม่ระบุระยะเวลา", english: "a measure without a time"),
        field: .timeframe, thai: "ไม่ระบุระยะเวลาดำเนินการ", english: "no time is named"
    ) { report, index in report.measures[index].timeframe != nil }

    static let status = MissingFieldRule(
        description: RuleDescription(
            "missing-status", thai: "มาตรการที่ไม่ระบุสถานะ", english: "a measure without a status"),
        field: .status, thai: "ไม่ระบุสถานะการดำเนินการ", english: "no status is given"
    ) { report, index in
        guard report.measures[index].status == nil else { return true }
        // `อยู่ระหว่างดำเนินการ นักเรียนเข้าร่วม ๘๕ คน`: one column says how far it is and what came of it.
        return report.measures[index].result.map { result in
            let key = report.key(of: result)
            return (Vocabulary.standard.statuses.longestPhrase(in: key)?.length ?? 0) >= 36
        } ?? false
    }

    let description: RuleDescription
    let field: MeasureField
    let thai: String
    let english: String
    let has: @Sendable (Report, Int) -> Bool

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        var findings: [Finding] = []
        for group in subject.groups where !group.isEmpty {
            let having = group.map { has(report, $0) }
            // A third may be without and it is still the custom of the report to say it.
            let missing = having.count { !$0 }
            guard missing > 0, having.count - missing >= max(3, 2 * missing) else { continue }
            for (place, index) in group.enumerated() where !having[place] {
                // A second table may have other columns than the first: the neighbours have the field.
                let near = [place - 1, place + 1].filter { having.indices.contains($0) }
                guard !near.isEmpty, near.allSatisfy({ having[$0] }) else { continue }
                findings.append(
                    finding(
                        thai: thai, english: english, measure: index, field: field, span: report.measures[index].span))
            }
        }
        return findings.sorted { ($0.measure ?? 0) < ($1.measure ?? 0) }
    }
}
