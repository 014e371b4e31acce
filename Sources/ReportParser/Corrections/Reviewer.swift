/// Applies a review to a report: values before the rules look at them, findings after.
///
/// A decision is applied where it says what it said to the reviewer. In a file that changed since, a measure is known by
/// its title, and only what is still as it was is touched.
struct Reviewer {
    private let review: Review
    private(set) var outcome: ReviewOutcome

    init(_ review: Review, of report: Report) {
        self.review = review
        let hasChanged = review.sha256 != report.source.sha256
        outcome = ReviewOutcome(hasSourceChanged: hasChanged, entries: [])
        let targets = Targets(report)
        outcome.entries = review.decisions.map { decision in
            var entry = ReviewOutcome.Entry(decision: decision)
            guard decision.measure != nil || decision.title != nil else { return entry }
            entry.measure = hasChanged ? targets.measure(titled: decision.title) : targets.measure(decision.measure)
            if entry.measure == nil {
                entry.refusal =
                    hasChanged
                    ? "no single measure has its title" : "no measure has the id \(decision.measure ?? "null")"
            }
            return entry
        }
    }

    /// Applies what is decided of values.
    mutating func settleValues(of report: inout Report) {
        for index in outcome.entries.indices where outcome.entries[index].refusal == nil {
            let decision = outcome.entries[index].decision
            guard let field = decision.field else { continue }
            let measure = outcome.entries[index].measure
            guard measure == nil ? field.isOfReport : field.measureField != nil else {
                outcome.entries[index].refusal =
                    measure == nil ? "\(field.rawValue) is a value of a measure" : "a measure has no \(field.rawValue)"
                continue
            }
            let before = report.reviewedValue(field, of: measure)
            outcome.entries[index].before = before
            var now = [before ?? ""]
            if field == .status, let state = measure.flatMap({ report.measures[$0].status?.state }) {
                now.append(state.rawValue)
            }
            guard isAsItWas(decision, now) else {
                outcome.entries[index].refusal = refusal(decision, before ?? "nothing")
                continue
            }
            guard decision.action == .replace else { continue }
            do throws(UnreadableValue) {
                try report.replace(field, of: measure, by: decision.value)
            } catch {
                outcome.entries[index].refusal = error.message
            }
        }
    }

    /// Applies what is decided of findings.
    mutating func settleFindings(of report: inout Report) {
        for index in outcome.entries.indices where outcome.entries[index].refusal == nil {
            let entry = outcome.entries[index]
            let decision = entry.decision
            guard let rule = decision.rule else { continue }
            let found = report.findings.indices.filter { place in
                let finding = report.findings[place]
                return finding.rule == rule && finding.measure == entry.measure
                    && (decision.findingField == nil || finding.field == decision.findingField)
            }
            let meant = found.filter { isAsItWas(decision, [report.findings[$0].english, report.findings[$0].thai]) }
            guard !meant.isEmpty else {
                outcome.entries[index].refusal =
                    found.isEmpty
                    ? "there is no such finding"
                    : refusal(decision, found.map { report.findings[$0].english }.joined(separator: "; "))
                continue
            }
            guard decision.action == .dismiss else { continue }
            outcome.entries[index].dismissed = meant.count
            for place in meant.reversed() { report.findings.remove(at: place) }
        }
        report.findings += notices(of: report)
        report.review = outcome
    }

    /// Whether one of `now` is what the decision was about.
    ///
    /// In a file that changed it has to say what that was.
    private func isAsItWas(_ decision: ReviewDecision, _ now: [String]) -> Bool {
        guard let was = decision.was else { return !outcome.hasSourceChanged }
        let key = PlainText.key(was)
        return now.contains { PlainText.key($0) == key }
    }

    private func refusal(_ decision: ReviewDecision, _ now: String) -> String {
        decision.was == nil ? "it does not say what stood there, and the file changed" : "it is another one now: \(now)"
    }

    /// What the review leaves to be looked at.
    private func notices(of report: Report) -> [Finding] {
        var findings: [Finding] = []
        func add(
            _ rule: RuleDescription, _ thai: String, _ english: String, _ measure: Int? = nil, _ field: String? = nil
        ) {
            findings.append(
                Finding(
                    rule: rule.id, severity: rule.severity, thai: thai, english: english, measure: measure,
                    field: field,
                    span: measure.map { report.measures[$0].span }))
        }
        let refused = outcome.entries.count { $0.refusal != nil }
        if outcome.hasSourceChanged {
            let applied = outcome.entries.count - refused
            add(
                .reviewedSourceChanged,
                "ไฟล์เปลี่ยนไปหลังการตรวจทาน ใช้ผลการตรวจทานได้ \(applied) จาก \(outcome.entries.count) ข้อ",
                "the file changed since it was reviewed; \(applied) of \(outcome.entries.count) decisions still fit")
        }
        for (index, entry) in outcome.entries.enumerated() {
            guard let refusal = entry.refusal else { continue }
            add(
                .decisionNotApplied, "ใช้ผลการตรวจทานข้อ \(index + 1) ไม่ได้: \(refusal)",
                "decision \(index + 1) of the review does not fit: \(refusal)", entry.measure,
                entry.decision.field?.measureField?.rawValue ?? entry.decision.findingField)
        }
        return findings
    }
}

extension RuleDescription {
    /// The rules that the audit of a reviewed report has beside the others.
    static let ofReviews = [reviewedSourceChanged, decisionNotApplied]

    static let reviewedSourceChanged = RuleDescription(
        "reviewed-source-changed", thai: "ไฟล์ที่เปลี่ยนไปหลังการตรวจทาน",
        english: "a file that changed since it was reviewed")
    static let decisionNotApplied = RuleDescription(
        "decision-not-applied", thai: "ผลการตรวจทานที่ใช้ไม่ได้",
        english: "a reviewer's decision that does not fit the report")
}

/// The measures of a report by what decisions call them.
private struct Targets {
    private let hash: Substring
    private var offsets: [Int: Int] = [:]
    private var titles: [[UInt8]: [Int]] = [:]

    init(_ report: Report) {
        hash = report.source.sha256.prefix(12)
        for (index, measure) in report.measures.enumerated() {
            offsets[report.sourceRange(of: measure.span).lowerBound] = index
            if let title = measure.title { titles[report.key(of: title), default: []].append(index) }
        }
    }

    /// The measure with an id.
    func measure(_ id: String?) -> Int? {
        let parts = id?.split(separator: "-", omittingEmptySubsequences: false) ?? []
        guard parts.count == 2, parts[0] == hash, let offset = Int(parts[1]), "\(offset)" == parts[1] else {
            return nil
        }
        return offsets[offset]
    }

    /// The only measure with a title.
    func measure(titled title: String?) -> Int? {
        guard let title, let found = titles[PlainText.key(title)], found.count == 1 else { return nil }
        return found[0]
    }
}
