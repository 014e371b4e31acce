internal import ReportParser
internal import ThaiText

/// A value of a record as a page shows it, with its places in the source.
struct ReviewField {
    /// Which value of a record.
    enum Slot: String, Sendable {
        case code, number, title, steps, responsible, timeframe, status, result, outcome, monitoring, requirement
        case budget, extra, dates, amounts, urls
    }

    /// What the value is.
    enum Value {
        case code(ItemCode)
        case number(String)
        case text(FieldText)
        case step(Step)
        case timeframe(Timeframe)
        case status(Status)
        case budget(Budget)
        case extra(ExtraField)
        case date(FieldDate)
        case amount(FieldAmount)
        case address(FieldText)
    }

    let slot: Slot
    /// Which of the values of the slot, from 0.
    let index: Int
    let value: Value
    /// Where it stands.
    let places: [FieldText]

    /// The values of a record, in the order of a page.
    static func all(of measure: Measure, in report: Report) -> [ReviewField] {
        var fields: [ReviewField] = []
        func places(_ field: MeasureField) -> [FieldText] {
            report.extras[measure.places.range].lazy.filter { $0.field == field }.map(\.text)
        }
        func add(_ slot: Slot, _ value: Value, at places: [FieldText], index: Int = 0) {
            fields.append(ReviewField(slot: slot, index: index, value: value, places: places))
        }
        func add(_ slot: Slot, _ text: FieldText?) {
            if let text { add(slot, .text(text), at: [text]) }
        }
        if let code = measure.code { add(.code, .code(code), at: places(.code)) }
        if let number = measure.number { add(.number, .number(number), at: places(.number)) }
        add(.title, measure.title)
        add(.requirement, measure.requirement)
        for (index, step) in report.steps[measure.steps.range].enumerated() {
            add(.steps, .step(step), at: [step.text], index: index)
        }
        for (index, unit) in report.texts[measure.responsible.range].enumerated() {
            add(.responsible, .text(unit), at: [unit], index: index)
        }
        if let timeframe = measure.timeframe { add(.timeframe, .timeframe(timeframe), at: [timeframe.text]) }
        if let status = measure.status { add(.status, .status(status), at: [status.text]) }
        add(.result, measure.result)
        add(.outcome, measure.outcome)
        add(.monitoring, measure.monitoring)
        if let budget = measure.budget { add(.budget, .budget(report.budgets[Int(budget)]), at: places(.budget)) }
        for (index, extra) in report.extras[measure.extra.range].enumerated() {
            add(.extra, .extra(extra), at: [extra.text], index: index)
        }
        let ofTimeframe = report.dates[measure.dates.range].count { $0.field == .timeframe }
        for (index, date) in report.dates[measure.dates.range].enumerated() {
            // The one date of a timeframe is the timeframe.
            if date.field == .timeframe, ofTimeframe == 1 { continue }
            add(.dates, .date(date), at: [date.text], index: index)
        }
        for (index, amount) in report.amounts[measure.amounts.range].enumerated() {
            add(.amounts, .amount(amount), at: [amount.text], index: index)
        }
        for (index, address) in report.urls[measure.urls.range].enumerated() {
            add(.urls, .address(address), at: [address], index: index)
        }
        return fields
    }
}
