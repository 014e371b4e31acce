internal import ReportParser
internal import ThaiText

/// The heads of records.
extension RecordPane {
    /// Writes what a record is, its number and code, its state and its title.
    func writeHead(
        _ index: Int, _ measure: Measure, _ fields: [ReviewField], lines: ClosedRange<Int>, isUnderHeading: Bool,
        _ html: inout HTMLWriter
    ) {
        html.markup("<header><p class=\"meta\"><span class=\"ordinal\">")
        html.number(index + 1)
        html.markup("</span> <span class=\"kind\">")
        html.phrase(measure.kind.phrase)
        html.markup("</span>")
        for field in fields {
            switch field.value {
            case .code(let code):
                chip(field, of: index, code.description, &html)
            case .number(let number):
                chip(field, of: index, number, &html)
            default: break
            }
        }
        html.markup(" ")
        html.state(measure.status?.state)
        if measure.confidence < 0.9 {
            html.markup(" <span class=\"confidence\">")
            html.phrase(.confidence)
            html.markup(" ")
            html.number(Int(measure.confidence * 100 + 0.5))
            html.markup(" %</span>")
        }
        html.markup("<a class=\"go\" href=\"#L")
        html.number(lines.lowerBound)
        html.markup("\">")
        html.phrase(lines.count > 1 ? .lines : .line)
        html.markup(" ")
        html.number(lines.lowerBound)
        if lines.count > 1 {
            html.markup("–")
            html.number(lines.upperBound)
        }
        html.markup("</a></p>\n")
        html.markup(isUnderHeading ? "<h4 id=\"m" : "<h3 class=\"alone\" id=\"m")
        html.number(index + 1)
        html.markup("-h\">")
        if let title = fields.first(where: { $0.slot == .title }), case .text(let text) = title.value {
            html.markup("<span class=\"place k1\" lang=\"th\" id=\"")
            html.id(of: .field(index, .title, 0))
            html.markup("\">")
            html.text(report.string(text))
            html.markup("</span>")
            html.way(to: title.places, in: report, marks)
        } else {
            html.phrase(.record)
            html.markup(" ")
            html.number(index + 1)
        }
        html.markup(isUnderHeading ? "</h4>" : "</h3>")
        html.markup("</header>\n")
    }

    /// A value of the record's head.
    private func chip(_ field: ReviewField, of index: Int, _ value: String, _ html: inout HTMLWriter) {
        html.markup(" <span class=\"chip place\" id=\"")
        html.id(of: .field(index, field.slot, field.index))
        html.markup("\"><span class=\"label\">")
        html.phrase(field.slot.phrase)
        html.markup("</span> ")
        html.text(value)
        html.way(to: field.places, in: report, marks)
        html.markup("</span>")
    }
}
