public import ReportParser
internal import ThaiText

extension Report {
    /// The id of a measure: the same on every run, from the source's hash and the record's place in it.
    public func id(of measure: Int) -> String {
        "\(source.sha256.prefix(12))-\(measures[measure].span.start)"
    }
}

/// Measures in JSON.
extension ReportJSON {
    static func measure(_ index: Int, of report: Report, _ json: inout JSONWriter) {
        json.object { json in measureFields(index, of: report, &json) }
    }

    /// The keys of a measure, for its own object or for a line that repeats the facts of the report.
    static func measureFields(_ index: Int, of report: Report, _ json: inout JSONWriter) {
        let measure = report.measures[index]
        json.key("id")
        json.string(report.id(of: index))
        json.key("ordinal")
        json.int(index + 1)
        json.key("kind")
        json.string(measure.kind.rawValue)
        json.key("code")
        json.string(measure.code?.description)
        json.key("number")
        json.string(measure.number)
        json.key("section")
        json.array { json in
            for heading in report.sections[measure.section] { json.text(heading, of: report) }
        }
        json.key("indicator")
        if let indicator = measure.indicator {
            json.object { json in
                json.key("number")
                json.string(indicator.number)
                json.key("name")
                json.text(indicator.name, of: report)
                json.key("instrument")
                json.string(indicator.instrument)
            }
        } else {
            json.null()
        }
        json.key("title")
        json.text(measure.title, of: report)
        json.key("steps")
        steps(measure.steps.range, depth: 0, of: report, &json)
        json.key("responsible")
        json.array { json in
            for unit in report.texts[measure.responsible.range] { json.text(unit, of: report) }
        }
        timeframe(measure.timeframe, of: report, &json)
        json.key("status")
        if let status = measure.status {
            json.object { json in
                json.key("state")
                json.string(status.state.rawValue)
                json.key("text")
                json.text(status.text, of: report)
            }
        } else {
            json.null()
        }
        json.key("result")
        json.text(measure.result, of: report)
        json.key("outcome")
        json.text(measure.outcome, of: report)
        json.key("monitoring")
        json.text(measure.monitoring, of: report)
        json.key("requirement")
        json.text(measure.requirement, of: report)
        budget(measure.budget, &json)
        named(measure, of: report, &json)
        json.key("extra")
        extra(measure, of: report, &json)
        json.key("confidence")
        json.share(measure.confidence)
        repairs(measure, of: report, &json)
        json.source(measure.span, of: report)
        fields(measure, of: report, &json)
    }

    /// Steps with their sub-steps inside.
    private static func steps(_ range: Range<Int>, depth: UInt8, of report: Report, _ json: inout JSONWriter) {
        json.array { json in
            var index = range.lowerBound
            while index < range.upperBound {
                var end = index + 1
                while end < range.upperBound, report.steps[end].depth > depth { end += 1 }
                let step = report.steps[index]
                json.object { json in
                    json.key("number")
                    json.string(step.number)
                    json.key("text")
                    json.text(step.text, of: report)
                    json.key("steps")
                    // A list that begins with a deeper number than it goes on with has its first steps one level up.
                    steps(index + 1..<end, depth: depth &+ 1, of: report, &json)
                }
                index = end
            }
        }
    }

    private static func timeframe(_ timeframe: Timeframe?, of report: Report, _ json: inout JSONWriter) {
        json.key("timeframe")
        guard let timeframe else { return json.null() }
        json.object { json in
            json.key("text")
            json.text(timeframe.text, of: report)
            json.key("kind")
            json.string(timeframe.kind)
            json.key("start")
            json.date(timeframe.start)
            json.key("end")
            json.date(timeframe.end)
            json.key("precision")
            json.string(timeframe.precision)
        }
    }

    private static func budget(_ budget: Budget?, _ json: inout JSONWriter) {
        json.key("budget")
        guard let budget else { return json.null() }
        json.object { json in
            json.key("approved")
            json.decimal(budget.approved)
            json.key("disbursed")
            json.decimal(budget.disbursed)
            json.key("remaining")
            json.decimal(budget.remaining)
        }
    }

    /// The dates, amounts and addresses that the fields name.
    private static func named(_ measure: Measure, of report: Report, _ json: inout JSONWriter) {
        json.key("dates")
        json.array { json in
            for date in report.dates[measure.dates.range] {
                json.object { json in
                    json.key("field")
                    json.string(date.field.rawValue)
                    json.key("text")
                    json.text(date.text, of: report)
                    json.key("start")
                    json.date(date.start)
                    json.key("end")
                    json.date(date.end)
                }
            }
        }
        json.key("amounts")
        json.array { json in
            for amount in report.amounts[measure.amounts.range] {
                json.object { json in
                    json.key("field")
                    json.string(amount.field.rawValue)
                    json.key("text")
                    json.text(amount.text, of: report)
                    json.key("baht")
                    json.decimal(amount.baht)
                }
            }
        }
        json.key("urls")
        json.array { json in
            for url in report.urls[measure.urls.range] { json.text(url, of: report) }
        }
    }

    /// The fields without a role. Several under one heading become one value, a line each.
    private static func extra(_ measure: Measure, of report: Report, _ json: inout JSONWriter) {
        var names: [[UInt8]] = []
        var values: [[UInt8]] = []
        for field in report.extras[measure.extra.range] {
            var name: [UInt8] = []
            if let heading = field.heading { report.append(heading, to: &name) }
            var value: [UInt8] = []
            report.append(field.text, to: &value)
            if let index = names.firstIndex(of: name) {
                values[index] += [0x0A] + value
            } else {
                names.append(name)
                values.append(value)
            }
        }
        json.object { json in
            for (name, value) in zip(names, values) {
                json.key(bytes: name)
                json.string(bytes: value)
            }
        }
    }

    private static func repairs(_ measure: Measure, of report: Report, _ json: inout JSONWriter) {
        json.key("repairs")
        json.array { json in
            for repair in report.repairs[measure.repairs.range] {
                json.object { json in
                    json.key("field")
                    json.string(repair.field.rawValue)
                    json.key("kind")
                    json.string(repair.kind)
                    json.key("from")
                    json.string(repair.from)
                    json.key("to")
                    json.string(repair.to)
                }
            }
        }
    }

    /// The spans of the fields, in a fixed order of fields.
    private static func fields(_ measure: Measure, of report: Report, _ json: inout JSONWriter) {
        let texts = report.fields(of: measure)
        json.key("fields")
        json.object { json in
            for field in MeasureField.allCases {
                guard texts.contains(where: { $0.0 == field }) else { continue }
                json.key(bytes: Array(field.rawValue.utf8))
                json.array { json in
                    for (name, text) in texts where name == field {
                        for piece in report.pieces[text.pieces.range] { json.span(piece.span) }
                    }
                }
            }
        }
    }
}

extension JSONWriter {
    /// Writes a text of a report, or `null`.
    mutating func text(_ text: FieldText?, of report: Report) {
        guard let text, !text.pieces.isEmpty else { return null() }
        beginString()
        for (index, piece) in report.pieces[text.pieces.range].enumerated() {
            if index > 0 {
                switch piece.joint {
                case .none: break
                case .space, .wrap: append(0..<1, of: [0x20])
                case .line, .item, .subitem: append(0..<1, of: [0x0A])
                }
            }
            if piece.form == .text {
                append(piece.span.range, of: report.text)
            } else {
                var bytes: [UInt8] = []
                report.append(piece, to: &bytes)
                append(0..<bytes.count, of: bytes)
            }
        }
        endString()
    }

    /// Writes a span as `[start, end]`.
    mutating func span(_ span: SourceSpan) {
        array { json in
            json.int(Int(span.start))
            json.int(Int(span.end))
        }
    }

    /// Writes the spans of pieces.
    mutating func spans(_ pieces: ArraySlice<Piece>) {
        array { json in
            for piece in pieces { json.span(piece.span) }
        }
    }

    /// Writes a decimal, or `null`.
    mutating func decimal(_ value: ExactDecimal?) {
        if let value { decimal(value) } else { null() }
    }

    /// Writes the key `source`: bytes and lines, and page and box where the format has them.
    mutating func source(_ span: SourceSpan, of report: Report) {
        key("source")
        object { json in
            json.key("bytes")
            json.span(span)
            json.key("lines")
            json.array { json in
                json.int(report.lines.line(at: Int(span.start)))
                json.int(report.lines.line(at: max(Int(span.start), Int(span.end) - 1)))
            }
            json.key("page")
            json.null()
            json.key("box")
            json.null()
        }
    }

    /// Writes the spans of a text and where it stands.
    mutating func place(_ pieces: ArraySlice<Piece>, of report: Report) {
        key("spans")
        spans(pieces)
        let whole = pieces.dropFirst().reduce(pieces.first?.span ?? SourceSpan(0..<0)) { $0.union($1.span) }
        source(whole, of: report)
    }
}
