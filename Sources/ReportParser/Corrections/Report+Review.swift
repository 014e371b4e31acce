internal import ThaiText

/// Why a decision of a reviewer cannot be applied.
struct UnfitDecision: Error {
    var message: String
}

/// Values that a reviewer gives in place of those that were read.
///
/// The value is the reviewer's; its place stays that of what was read, so that every character keeps its account.
extension Report {
    /// A value in words, several units a line each; null where there is none.
    func reviewedValue(_ field: CorrectedField, of index: Int?) -> String? {
        guard let index else {
            let text =
                switch field {
                case .title: title
                case .agency: agency?.name
                case .district: agency?.district
                case .province: agency?.province
                default: FieldText?.none
                }
            return text.map { string($0) }
        }
        let measure = measures[index]
        switch field {
        case .code: return measure.code?.description
        case .number: return measure.number
        case .responsible:
            guard !measure.responsible.isEmpty else { return nil }
            return texts[measure.responsible.range].map { string($0) }.joined(separator: "\n")
        case .timeframe: return measure.timeframe.map { string($0.text) }
        case .status: return measure.status.map { string($0.text) }
        case .approved, .disbursed, .remaining:
            guard let path = field.budget, let budget = measure.budget else { return nil }
            return budgets[Int(budget)][keyPath: path]?.description
        default: return field.text.flatMap { measure[keyPath: $0] }.map { string($0) }
        }
    }

    /// Puts a reviewer's value in the place of the one that was read.
    ///
    /// - Parameters:
    ///   - field: the value; one that the measure or report may have.
    ///   - index: the measure; null for the report.
    ///   - value: the words of the reviewer; null or blank for no value.
    /// - Returns: the doubts about dates in these words; null for a value in which none are looked for.
    /// - Throws: ``UnfitDecision`` where they are not what the field holds.
    mutating func replace(
        _ field: CorrectedField, of index: Int?, by value: String?
    ) throws(UnfitDecision) -> [DateDoubt]? {
        let value = value.flatMap { $0.utf8.allSatisfy { $0 <= 0x20 } ? nil : $0 }
        guard let index else {
            try replaceFact(field, by: value)
            return nil
        }
        var doubts: [DateDoubt]?
        let before = reviewedValue(field, of: index) ?? ""
        let place = place(of: field, index)
        switch field {
        case .code: measures[index].code = try value.map { text throws(UnfitDecision) in try Self.code(text) }
        case .number: measures[index].number = try value.map { text throws(UnfitDecision) in try Self.number(text) }
        case .responsible: replaceUnits(of: index, by: value)
        case .timeframe: doubts = try replaceTimeframe(of: index, by: value)
        case .status: try replaceStatus(of: index, by: value)
        case .approved, .disbursed, .remaining: try replaceMoney(field, of: index, by: value)
        default:
            guard let path = field.text, let owner = field.measureField else { return nil }
            let old = measures[index][keyPath: path]
            measures[index][keyPath: path] = value.map { human($0, inPlaceOf: old) }
            doubts = collect(owner, of: index, from: value, inPlaceOf: old)
        }
        guard let owner = field.measureField else { return doubts }
        let kept = Array(repairs[measures[index].repairs.range])
        let repair = FieldRepair(field: owner, kind: "human", from: before, to: value ?? "", source: place)
        measures[index].repairs = Slice32(repairs.count..<repairs.count + kept.count + 1)
        repairs += kept + [repair]
        return doubts
    }

    /// Where a value of a measure stands in the source; the beginning of the measure where it has no place.
    private func place(of field: CorrectedField, _ index: Int) -> Range<Int> {
        let owner = field.measureField
        let spans = fields(of: measures[index]).filter { $0.0 == owner && !$0.1.pieces.isEmpty }.map { span(of: $0.1) }
        guard let first = spans.first else {
            let start = sourceRange(of: measures[index].span).lowerBound
            return start..<start
        }
        return sourceRange(of: spans.dropFirst().reduce(first) { $0.union($1) })
    }

    // MARK: Texts

    /// A text in a reviewer's words, at the place of the one that was read.
    private mutating func human(_ words: String, inPlaceOf old: FieldText?) -> FieldText {
        let kept = old.map { Array(pieces[$0.pieces.range]) } ?? []
        // A text of its own, which no other value shares; one without a place is told from others by a spare piece.
        if kept.isEmpty { pieces.append(Piece(0..<0)) }
        let first = pieces.count
        pieces += kept
        let text = FieldText(pieces: Slice32(first..<pieces.count))
        replacedTexts[text.pieces] = Array(words.utf8)
        return text
    }

    private mutating func replaceFact(_ field: CorrectedField, by value: String?) throws(UnfitDecision) {
        if field == .title {
            title = value.map { human($0, inPlaceOf: title) }
            return
        }
        guard var body = agency else { throw UnfitDecision(message: "the report names no body") }
        switch field {
        case .agency:
            guard let value else { throw UnfitDecision(message: "a body has a name") }
            body.name = human(value, inPlaceOf: body.name)
        case .district: body.district = value.map { human($0, inPlaceOf: body.district) }
        default: body.province = value.map { human($0, inPlaceOf: body.province) }
        }
        agency = body
    }

    private mutating func replaceUnits(of index: Int, by value: String?) {
        let old = texts[measures[index].responsible.range].first
        var units: [FieldText] = []
        for line in value?.split(whereSeparator: \.isNewline) ?? [] {
            units.append(human(String(line), inPlaceOf: units.isEmpty ? old : nil))
        }
        measures[index].responsible = Slice32(texts.count..<texts.count + units.count)
        texts += units
    }

    private mutating func replaceTimeframe(of index: Int, by value: String?) throws(UnfitDecision) -> [DateDoubt] {
        let old = measures[index].timeframe?.text
        guard let value else {
            measures[index].timeframe = nil
            return collect(.timeframe, of: index, from: nil, inPlaceOf: old)
        }
        let bytes = Array(value.utf8)
        let mentions = dateScanner.scan(bytes, in: 0..<bytes.count)
        guard let first = mentions.firstIndex(where: \.namesDay) else {
            throw UnfitDecision(message: "'\(value)' names no date")
        }
        let others = mentions[(first + 1)...].filter(\.namesDay)
        let text = human(value, inPlaceOf: old)
        measures[index].timeframe = Mapper.timeframe(text, mentions[first], Array(others))
        return collect(.timeframe, of: index, from: value, inPlaceOf: old)
    }

    private mutating func replaceStatus(of index: Int, by value: String?) throws(UnfitDecision) {
        guard let value else {
            measures[index].status = nil
            return
        }
        var reader = StatusReader()
        let bytes = Array(value.utf8)
        guard let state = StatusState(rawValue: value) ?? reader.phrase(0..<bytes.count, in: bytes) else {
            let states = StatusState.allCases.map(\.rawValue).joined(separator: ", ")
            throw UnfitDecision(message: "'\(value)' is no status: \(states), or the words of a report")
        }
        measures[index].status = Status(state: state, text: human(value, inPlaceOf: measures[index].status?.text))
    }

    private mutating func replaceMoney(_ field: CorrectedField, of index: Int, by value: String?) throws(UnfitDecision)
    {
        guard let path = field.budget else { return }
        let amount = try value.map { text throws(UnfitDecision) in
            let bytes = Array(text.utf8)
            guard let amount = bytes.money(in: 0..<bytes.count) else {
                throw UnfitDecision(message: "'\(text)' is no amount of money")
            }
            return amount
        }
        var budget = measures[index].budget.map { budgets[Int($0)] } ?? Budget()
        budget[keyPath: path] = amount
        // Others may share the one that was read.
        measures[index].budget = budget == Budget() ? nil : Int32(truncatingIfNeeded: budgets.count)
        if budget != Budget() { budgets.append(budget) }
    }

    private static func code(_ text: String) throws(UnfitDecision) -> ItemCode {
        let bytes = Array(text.utf8)
        guard let reading = bytes.itemCode(at: 0), reading.length == bytes.count else {
            throw UnfitDecision(message: "'\(text)' is no code of an item, such as o11")
        }
        return reading.code
    }

    private static func number(_ text: String) throws(UnfitDecision) -> String {
        let key = PlainText.key(text)
        let parts = key.split(separator: 0x2E, omittingEmptySubsequences: false)
        guard parts.count <= 9, parts.allSatisfy({ (1...3).contains($0.count) && $0.allSatisfy { $0 &- 0x30 < 10 } })
        else { throw UnfitDecision(message: "'\(text)' is no number, such as 1.2") }
        return String(decoding: key, as: UTF8.self)
    }

    // MARK: What texts name

    private var dateScanner: DateScanner {
        let range = period.flatMap { $0.start <= $0.end ? $0.start...$0.end : nil }
        return DateScanner(context: DateContext(fiscalYear: fiscalYear, period: range))
    }

    /// Takes the dates and amounts of a field from a reviewer's words in place of those of the source.
    private mutating func collect(
        _ field: MeasureField, of index: Int, from words: String?, inPlaceOf old: FieldText?
    ) -> [DateDoubt] {
        var found = Array(dates[measures[index].dates.range]).filter { $0.field != field }
        var money = Array(amounts[measures[index].amounts.range]).filter { $0.field != field }
        var doubts: [DateDoubt] = []
        let bytes = Array((words ?? "").utf8)
        for mention in dateScanner.scan(bytes, in: 0..<bytes.count) {
            let text = human(String(decoding: bytes[mention.range], as: UTF8.self), inPlaceOf: old)
            if mention.namesDay {
                found.append(FieldDate(field: field, text: text, start: mention.start, end: mention.end))
            }
            doubts += DateDoubt.doubts(of: mention, text, field, measure: index)
        }
        for mention in NumberScanner().scan(bytes, in: 0..<bytes.count) where mention.kind == .money {
            guard let amount = mention.number, field != .timeframe else { continue }
            let text = human(String(decoding: bytes[mention.range], as: UTF8.self), inPlaceOf: old)
            money.append(FieldAmount(field: field, text: text, baht: amount))
        }
        measures[index].dates = Slice32(dates.count..<dates.count + found.count)
        measures[index].amounts = Slice32(amounts.count..<amounts.count + money.count)
        dates += found
        amounts += money
        return doubts
    }
}

extension DateMention {
    /// Whether it names a day, not only a time of day.
    fileprivate var namesDay: Bool { start != nil || end != nil }
}

extension CorrectedField {
    /// The text of a measure that it is; null for what is more than a text.
    fileprivate var text: WritableKeyPath<Measure, FieldText?>? {
        switch self {
        case .title: \.title
        case .result: \.result
        case .outcome: \.outcome
        case .monitoring: \.monitoring
        case .requirement: \.requirement
        default: nil
        }
    }

    /// The amount of a budget that it is.
    fileprivate var budget: WritableKeyPath<Budget, ExactDecimal?>? {
        switch self {
        case .approved: \.approved
        case .disbursed: \.disbursed
        case .remaining: \.remaining
        default: nil
        }
    }
}
