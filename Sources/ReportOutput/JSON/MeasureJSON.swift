internal import ReportParser
internal import ThaiText

/// Measures in JSON.
extension ReportJSON {
    static func measure(_ index: Int, of report: Report, _ json: inout JSONWriter) {
        let measure = report.measures[index]
        json.beginObject()
        MeasureID(measure, of: report).write("id", to: &json)
        json.int("ordinal", index + 1)
        json.word("kind", measure.kind.rawValue)
        json.key("code")
        if let code = measure.code {
            json.beginString()
            json.append(code.kind.rawValue)
            json.append(code.number)
            json.endString()
        } else {
            json.null()
        }
        json.string("number", measure.number)
        json.beginArray("section")
        for heading in report.sections[measure.section] { json.text(heading, of: report) }
        json.endArray()
        if let index = measure.indicator {
            let indicator = report.indicators[Int(index)]
            json.beginObject("indicator")
            json.string("number", indicator.number)
            json.text("name", indicator.name, of: report)
            json.string("instrument", indicator.instrument)
            json.endObject()
        } else {
            json.null("indicator")
        }
        json.text("title", measure.title, of: report)
        json.key("steps")
        steps(measure.steps.range, depth: 0, of: report, &json)
        json.beginArray("responsible")
        for unit in report.texts[measure.responsible.range] { json.text(unit, of: report) }
        json.endArray()
        timeframe(measure.timeframe, of: report, &json)
        if let status = measure.status {
            json.beginObject("status")
            json.word("state", status.state.rawValue)
            json.text("text", status.text, of: report)
            json.endObject()
        } else {
            json.null("status")
        }
        json.text("result", measure.result, of: report)
        json.text("outcome", measure.outcome, of: report)
        json.text("monitoring", measure.monitoring, of: report)
        json.text("requirement", measure.requirement, of: report)
        budget(measure.budget.map { report.budgets[Int($0)] }, &json)
        named(measure, of: report, &json)
        json.key("extra")
        extra(measure, of: report, &json)
        json.share("confidence", measure.confidence)
        repairs(measure, of: report, &json)
        json.source(measure.span, of: report)
        json.beginObject("fields")
        fields(measure, of: report, &json)
        json.endObject()
        if report.pages != nil {
            json.beginObject("boxes")
            json.writesBoxes = true
            fields(measure, of: report, &json)
            json.writesBoxes = false
            json.endObject()
        }
        json.endObject()
    }

    /// Steps with their sub-steps inside.
    private static func steps(_ range: Range<Int>, depth: UInt8, of report: Report, _ json: inout JSONWriter) {
        json.beginArray()
        var index = range.lowerBound
        while index < range.upperBound {
            var end = index + 1
            while end < range.upperBound, report.steps[end].depth > depth { end += 1 }
            let step = report.steps[index]
            json.beginObject()
            json.string("number", step.number)
            json.text("text", step.text, of: report)
            json.key("steps")
            // A list that begins with a deeper number than it goes on with has its first steps one level up.
            steps(index + 1..<end, depth: depth &+ 1, of: report, &json)
            json.endObject()
            index = end
        }
        json.endArray()
    }

    private static func timeframe(_ timeframe: Timeframe?, of report: Report, _ json: inout JSONWriter) {
        guard let timeframe else { return json.null("timeframe") }
        json.beginObject("timeframe")
        json.text("text", timeframe.text, of: report)
        json.word("kind", timeframe.kind.rawValue)
        json.date("start", timeframe.start)
        json.date("end", timeframe.end)
        json.word("precision", timeframe.precision?.rawValue)
        json.endObject()
    }

    private static func budget(_ budget: Budget?, _ json: inout JSONWriter) {
        guard let budget else { return json.null("budget") }
        json.beginObject("budget")
        json.decimal("approved", budget.approved)
        json.decimal("disbursed", budget.disbursed)
        json.decimal("remaining", budget.remaining)
        json.endObject()
    }

    /// The dates, amounts and addresses that the fields name.
    private static func named(_ measure: Measure, of report: Report, _ json: inout JSONWriter) {
        if measure.dates.isEmpty {
            json.emptyArray("dates")
        } else {
            json.beginArray("dates")
            for date in report.dates[measure.dates.range] {
                json.beginObject()
                json.word("field", date.field.rawValue)
                json.text("text", date.text, of: report)
                json.date("start", date.start)
                json.date("end", date.end)
                json.endObject()
            }
            json.endArray()
        }
        if measure.amounts.isEmpty {
            json.emptyArray("amounts")
        } else {
            json.beginArray("amounts")
            for amount in report.amounts[measure.amounts.range] {
                json.beginObject()
                json.word("field", amount.field.rawValue)
                json.text("text", amount.text, of: report)
                json.decimal("baht", amount.baht)
                json.endObject()
            }
            json.endArray()
        }
        if measure.urls.isEmpty {
            json.emptyArray("urls")
        } else {
            json.beginArray("urls")
            for url in report.urls[measure.urls.range] { json.text(url, of: report) }
            json.endArray()
        }
    }

    private static func extra(_ measure: Measure, of report: Report, _ json: inout JSONWriter) {
        json.beginObject()
        if !measure.extra.isEmpty {
            let extra = ExtraValues(measure, of: report)
            for (name, value) in zip(extra.names, extra.values) {
                json.key(bytes: name)
                json.string(bytes: value)
            }
        }
        json.endObject()
    }

    private static func repairs(_ measure: Measure, of report: Report, _ json: inout JSONWriter) {
        if measure.repairs.isEmpty {
            json.emptyArray("repairs")
        } else {
            json.beginArray("repairs")
            for repair in report.repairs[measure.repairs.range] {
                json.beginObject()
                json.word("field", repair.field.rawValue)
                json.string("kind", repair.kind)
                json.string("from", repair.from)
                json.string("to", repair.to)
                json.pair("bytes", repair.source.lowerBound, repair.source.upperBound)
                json.endObject()
            }
            json.endArray()
        }
    }

    /// The spans of the fields, in a fixed order of fields.
    private static func fields(_ measure: Measure, of report: Report, _ json: inout JSONWriter) {
        let places = Places(measure, of: report)
        places.write(.code, "code", of: report, &json)
        places.write(.number, "number", of: report, &json)
        field("title", measure.title, of: report, &json)
        places.write(.section, "section", of: report, &json)
        if !measure.steps.isEmpty {
            json.beginArray("steps")
            for index in measure.steps.range { json.spans(report.steps[index].text, of: report) }
            json.endArray()
        }
        if !measure.responsible.isEmpty {
            json.beginArray("responsible")
            for index in measure.responsible.range { json.spans(report.texts[index], of: report) }
            json.endArray()
        }
        field("timeframe", measure.timeframe?.text, of: report, &json)
        field("status", measure.status?.text, of: report, &json)
        field("result", measure.result, of: report, &json)
        field("outcome", measure.outcome, of: report, &json)
        field("monitoring", measure.monitoring, of: report, &json)
        field("requirement", measure.requirement, of: report, &json)
        places.write(.budget, "budget", of: report, &json)
        if !measure.extra.isEmpty {
            json.beginArray("extra")
            for index in measure.extra.range { json.spans(report.extras[index].text, of: report) }
            json.endArray()
        }
        places.write(.marks, "marks", of: report, &json)
    }

    private static func field(
        _ name: StaticString, _ text: FieldText?, of report: Report, _ json: inout JSONWriter
    ) {
        if let text { json.spanArray(name, text, of: report) }
    }
}

/// The places of a record's values that have no texts of their own.
private struct Places {
    private let range: Range<Int>
    /// The fields among them, a bit each: most records have places of one or two.
    private var fields: UInt32 = 0

    init(_ measure: borrowing Measure, of report: borrowing Report) {
        range = measure.places.range
        for index in range { fields |= Self.bit(report.extras[index].field) }
    }

    /// Writes those of one field.
    @inline(__always)
    func write(_ field: MeasureField, _ name: StaticString, of report: Report, _ json: inout JSONWriter) {
        let bit = Self.bit(field)
        guard fields & bit != 0 else { return }
        json.beginArray(name)
        for index in range where Self.bit(report.extras[index].field) == bit {
            json.spans(report.extras[index].text, of: report)
        }
        json.endArray()
    }

    @inline(__always)
    private static func bit(_ field: MeasureField) -> UInt32 {
        switch field {
        case .code: 1
        case .number: 2
        case .section: 4
        case .budget: 8
        case .marks: 16
        default: 0
        }
    }
}

extension JSONWriter {
    /// Writes a text of a report, or `null`.
    mutating func text(_ text: FieldText?, of report: Report) {
        if let text, let words = report.replacement(of: text) { return string(bytes: words) }
        guard let text, !text.pieces.isEmpty else { return null() }
        beginString()
        let range = text.pieces.range
        append(report.pieces[range.lowerBound], of: report)
        for index in range.dropFirst() {
            let piece = report.pieces[index]
            switch piece.joint {
            case .none: break
            case .space, .fill, .wrap: append(" " as StaticString)
            case .line, .item, .subitem: append("\\n" as StaticString)
            }
            append(piece, of: report)
        }
        endString()
    }

    @inline(__always)
    private mutating func append(_ piece: Piece, of report: Report) {
        if piece.form == .text { return append(piece.span.range, of: report.text) }
        var bytes: [UInt8] = []
        report.append(piece, to: &bytes)
        append(0..<bytes.count, of: bytes)
    }

    /// Writes a key and a text of a report, or `null`.
    @inline(__always)
    mutating func text(_ name: StaticString, _ text: FieldText?, of report: Report) {
        guard let text else { return null(name) }
        key(name)
        self.text(text, of: report)
    }

    /// Writes a span as `[start, end]`.
    mutating func span(_ span: SourceSpan, of report: Report) {
        let range = report.sourceRange(of: span)
        pair(range.lowerBound, range.upperBound)
    }

    /// Writes the spans of a text, or their boxes, one behind the other.
    mutating func spans(_ text: FieldText, of report: Report) {
        for index in text.pieces.range {
            let span = report.pieces[index].span
            if writesBoxes { boxes(of: span, of: report) } else { self.span(span, of: report) }
        }
    }

    /// Writes where a span stands on its page as `[page, left, top, right, bottom]`, or `null`.
    private mutating func boxes(of span: SourceSpan, of report: Report) {
        guard let box = report.pages?.boxes(of: [report.sourceRange(of: span)]).first else { return null() }
        beginArray()
        int(box.page)
        edges(of: box)
        endArray()
    }

    private mutating func edges(of box: PageBox) {
        for edge in [box.left, box.top, box.right, box.bottom] { tenths(edge) }
    }

    /// Writes a key and the spans of a text as an array.
    @inline(__always)
    mutating func spanArray(_ name: StaticString, _ text: FieldText, of report: Report) {
        beginArray(name)
        spans(text, of: report)
        endArray()
    }

    /// Writes the key `source`: bytes and lines, and page and box where the format has them.
    mutating func source(_ span: SourceSpan, of report: Report) {
        beginObject("source")
        key("bytes")
        self.span(span, of: report)
        let first = report.lines.line(at: Int(span.start), near: lastLine)
        let last = report.lines.line(at: max(Int(span.start), Int(span.end) - 1), near: first)
        lastLine = last
        pair("lines", first, last)
        if let box = report.pages?.boxes(of: [report.sourceRange(of: span)]).first {
            int("page", box.page)
            beginArray("box")
            edges(of: box)
            endArray()
        } else {
            null("page")
            null("box")
        }
        endObject()
    }
}
