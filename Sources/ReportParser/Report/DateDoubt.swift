internal import ThaiText

/// A date that a measure names and that cannot be as it is written.
struct DateDoubt: Sendable {
    /// What is wrong with it.
    enum Kind: Sendable { case impossible, clamped, weekday, reversed }

    var kind: Kind
    var text: FieldText
    var field: MeasureField
    /// Index of the measure.
    var measure: Int

    /// The doubts that a mention carries.
    static func doubts(of mention: DateMention, _ text: FieldText, _ field: MeasureField, measure: Int) -> [DateDoubt] {
        kinds(of: mention).map { DateDoubt(kind: $0, text: text, field: field, measure: measure) }
    }

    /// What is wrong with a mention.
    static func kinds(of mention: DateMention) -> [Kind] {
        var kinds: [Kind] = []
        if mention.warnings.contains(.clamped) {
            kinds.append(.clamped)
        } else if mention.warnings.contains(.impossibleDate) {
            kinds.append(.impossible)
        }
        if mention.warnings.contains(.weekdayMismatch) { kinds.append(.weekday) }
        if mention.warnings.contains(.reversed) { kinds.append(.reversed) }
        return kinds
    }
}
