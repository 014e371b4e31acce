internal import ThaiText

/// A disclosure item under the code of another one.
///
/// Example: `o34 แผนปฏิบัติการป้องกันการทุจริต` in a year whose list has the plan at o39. Reports quote the list of their
/// year or of the year before; a title that is in neither says nothing.
struct CodeTitleRule: AuditRule {
    var description: RuleDescription {
        RuleDescription(
            "code-title-mismatch", thai: "รหัสไม่ตรงกับชื่อรายการในปีนั้น",
            english: "an item's code that is not that of its title in the year's list")
    }

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        guard let year = report.fiscalYear,
            report.measures.indices.contains(where: { report.measures[$0].code?.kind == .o })
        else { return [] }
        let lists = [year, year - 1].compactMap { AuditData.itemTitles[$0] }
        guard !lists.isEmpty else { return [] }
        let findings: [Finding] = report.measures.indices.compactMap { index in
            guard let code = report.measures[index].code, code.kind == .o, let title = report.measures[index].title
            else { return nil }
            let pairs = TitleLikeness.Pairs(of: report.key(of: title))
            let own = lists.reduce(0) { max($0, $1.likeness(of: pairs, toNumber: code.number)) }
            // Most titles are those of their items: the others need not be looked at.
            guard Self.isClear(1, own),
                let best = lists.flatMap({ $0.likenesses(of: pairs) }).max(by: { $0.likeness < $1.likeness }),
                Self.isClear(best.likeness, own)
            else { return nil }
            return finding(
                thai: "รายการนี้คือ o\(best.number) ไม่ใช่ o\(code.number)",
                english: "this item is o\(best.number) in the list, not o\(code.number)", measure: index, field: .code,
                span: report.span(of: title))
        }
        // A report most of whose codes are others follows a list of its own (of another kind of body): one slip.
        let coded = report.measures.count { $0.code?.kind == .o }
        return findings.count >= 3 && findings.count * 2 >= coded ? Array(findings.prefix(1)) : findings
    }

    /// Whether a title is that of another item: it fits the other one well, and its own much less.
    private static func isClear(_ other: Double, _ own: Double) -> Bool {
        other >= 0.95 && own < other - 0.15 || other >= 0.85 && own < 0.7 || other >= 0.75 && own < 0.5
    }
}
