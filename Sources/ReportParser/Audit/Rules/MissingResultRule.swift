/// A measure that is said to be done, with nothing about what was done.
///
/// Example: eight of nine measures that are done tell their result, the ninth has `ดำเนินการแล้วเสร็จ` and an empty cell. A measure
/// that is under way or not begun has no result yet, and a report without such a column misses none.
struct MissingResultRule: AuditRule {
    var description: RuleDescription {
        RuleDescription(
            "missing-result", thai: "มาตรการที่แล้วเสร็จแต่ไม่ระบุผล", english: "a measure that is done and tells no result")
    }

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        var findings: [Finding] = []
        for group in subject.groups {
            let isDone = { (index: Int) in report.measures[index].status?.state == .completed }
            let missing = group.filter { isDone($0) && !Self.tells(report.measures[$0]) }
            guard !missing.isEmpty else { continue }
            let telling = group.count { isDone($0) && Self.tells(report.measures[$0]) }
            guard telling >= max(3, 3 * missing.count) else { continue }
            let kinds = Set(group.map { report.measures[$0].kind })
            for index in missing {
                // A further table may have other columns than the first: the neighbours in it have a result.
                let near = [index - 1, index + 1].filter {
                    report.measures.indices.contains($0) && kinds.contains(report.measures[$0].kind)
                }
                guard !near.isEmpty, near.allSatisfy({ Self.tells(report.measures[$0]) }) else { continue }
                let measure = report.measures[index]
                findings.append(
                    finding(
                        thai:
                            "แจ้งว่าแล้วเสร็จ แต่ไม่ระบุผลการดำเนินการ (มาตรการอื่นที่แล้วเสร็จระบุผล \(telling) รายการ)",
                        english:
                            "said to be done, but no result is told; \(telling) others tell theirs",
                        measure: index, field: .result, span: measure.span))
            }
        }
        return findings.sorted { ($0.measure ?? 0) < ($1.measure ?? 0) }
    }

    /// Whether a measure says what was done or what came of it.
    private static func tells(_ measure: Measure) -> Bool { measure.result != nil || measure.outcome != nil }
}
