/// Numbers that a list skips or repeats, see ``NumberSlips``.
///
/// Example: measures `ที่ ๓`, `ที่ ๕` give a `numbering-gap`; steps `๑ ๒ ๓ ๓ ๔` a `duplicate-number`, one a list.
struct NumberingRule: AuditRule {
    let finds: NumberSequence.Slip.Kind

    init(finds: NumberSequence.Slip.Kind) { self.finds = finds }

    var description: RuleDescription {
        finds == .gap
            ? RuleDescription("numbering-gap", thai: "เลขลำดับข้ามไป", english: "a number that a list skips")
            : RuleDescription("duplicate-number", thai: "เลขลำดับซ้ำกัน", english: "a number that stands twice in a list")
    }

    func findings(in subject: AuditSubject) -> [Finding] {
        subject.slips.entries.filter { $0.slip.kind == finds }.map { entry in
            let (before, number) = (entry.slip.before, entry.slip.number)
            return finds == .gap
                ? finding(
                    thai: "ลำดับ \(before) ตามด้วย \(number)", english: "\(before) is followed by \(number)",
                    measure: entry.measure, field: entry.field, span: entry.span)
                : finding(
                    thai: "ลำดับ \(number) ซ้ำกัน", english: "\(number) stands twice", measure: entry.measure,
                    field: entry.field, span: entry.span)
        }
    }
}
