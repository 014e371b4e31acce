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
        var decided: [Value: Int] = [:]
        var doubts: [Value: [DateDoubt]] = [:]
        for index in outcome.entries.indices where outcome.entries[index].refusal == nil {
            guard let field = outcome.entries[index].decision.field else { continue }
            let value = Value(measure: outcome.entries[index].measure, field: field)
            if let earlier = decided.updateValue(index, forKey: value) {
                outcome.entries[index].refusal = "decision \(earlier + 1) is about the same value"
                continue
            }
            do throws(UnfitDecision) {
                doubts[value] = try settle(&outcome.entries[index], field, of: &report)
            } catch {
                outcome.entries[index].refusal = error.message
            }
        }
        // Doubts about words that were replaced are those of the words in their place.
        guard !doubts.isEmpty else { return }
        let replaced = Set(doubts.keys.map { DoubtPlace(measure: $0.measure, field: $0.field.measureField) })
        report.doubts.removeAll { replaced.contains(DoubtPlace(measure: $0.measure, field: $0.field)) }
        for entry in outcome.entries {
            guard entry.refusal == nil, let field = entry.decision.field else { continue }
            report.doubts += doubts[Value(measure: entry.measure, field: field)] ?? []
        }
    }

    private struct Value: Hashable {
        var measure: Int?
        var field: CorrectedField
    }

    private struct DoubtPlace: Hashable {
        var measure: Int?
        var field: MeasureField?
    }

    /// Applies one of them; gives the doubts about the words of the reviewer where they stand for others.
    private func settle(
        _ entry: inout ReviewOutcome.Entry, _ field: CorrectedField, of report: inout Report
    ) throws(UnfitDecision) -> [DateDoubt]? {
        guard entry.measure == nil ? field.isOfReport : field.measureField != nil else {
            let isOfReport = entry.measure == nil
            throw UnfitDecision(
                message: isOfReport ? "\(field.rawValue) is a value of a measure" : "a measure has no \(field.rawValue)"
            )
        }
        entry.before = report.reviewedValue(field, of: entry.measure)
        var now = [entry.before ?? ""]
        if field == .status, let state = entry.measure.flatMap({ report.measures[$0].status?.state }) {
            now.append(state.rawValue)
        }
        guard isAsItWas(entry.decision, now) else { throw unfit(entry.decision, entry.before ?? "nothing") }
        guard entry.decision.action == .replace else { return nil }
        return try report.replace(field, of: entry.measure, by: entry.decision.value)
    }

    /// Applies what is decided of findings.
    mutating func settleFindings(of report: inout Report) {
        var index = FindingIndex(report.findings)
        for place in outcome.entries.indices where outcome.entries[place].refusal == nil {
            let entry = outcome.entries[place]
            guard let rule = entry.decision.rule else { continue }
            let meant = index.findings(of: rule, entry.measure, entry.decision.was).filter { finding in
                guard let field = entry.decision.findingField else { return true }
                return report.findings[finding].field == field
            }
            if meant.isEmpty {
                let others = index.findings(of: rule, entry.measure, nil).prefix(3)
                outcome.entries[place].refusal =
                    others.isEmpty
                    ? "there is no such finding"
                    : unfit(entry.decision, others.map { report.findings[$0].english }.joined(separator: "; ")).message
            } else if entry.decision.was == nil, outcome.hasSourceChanged {
                outcome.entries[place].refusal = unfit(entry.decision, "").message
            } else if entry.decision.action == .dismiss {
                outcome.entries[place].dismissed = meant.count
                index.remove(meant)
            }
        }
        report.findings =
            index.removed.isEmpty
            ? report.findings
            : report.findings.indices.filter { !index.removed.contains($0) }.map { report.findings[$0] }
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

    private func unfit(_ decision: ReviewDecision, _ now: String) -> UnfitDecision {
        UnfitDecision(
            message: decision.was == nil
                ? "it does not say what stood there, and the file changed" : "it is another one now: \(now)")
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

/// The findings of a report by what decisions call them.
private struct FindingIndex {
    private struct Key: Hashable {
        var rule: String
        var measure: Int?
        /// The words in the form in which words are compared; null for those of any words.
        var words: [UInt8]?
    }

    private var places: [Key: [Int]] = [:]
    /// The findings that were taken away.
    private(set) var removed: Set<Int> = []

    init(_ findings: [Finding]) {
        for (index, finding) in findings.enumerated() {
            for words in [nil, PlainText.key(finding.english), PlainText.key(finding.thai)] {
                places[Key(rule: finding.rule, measure: finding.measure, words: words), default: []].append(index)
            }
        }
    }

    /// The findings of a rule about a measure that are still there; only those of `words` where there are any.
    mutating func findings(of rule: String, _ measure: Int?, _ words: String?) -> [Int] {
        let key = Key(rule: rule, measure: measure, words: words.map { PlainText.key($0) })
        guard let found = places[key] else { return [] }
        // What is gone is not looked at again.
        let left = found.filter { !removed.contains($0) }
        places[key] = left
        return left
    }

    mutating func remove(_ findings: [Int]) { removed.formUnion(findings) }
}
