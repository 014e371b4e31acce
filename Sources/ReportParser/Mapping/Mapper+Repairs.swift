internal import ThaiText

/// What was changed in the text of a record's fields.
extension Mapper {
    /// Adds what was repaired in the fields of the record that is being read.
    mutating func readRepairs() {
        guard record.hasLayoutSpace || report.repair != nil else { return }
        for (field, text) in report.fields(of: record.measure) {
            var last: SourceSpan?
            for piece in report.pieces[text.pieces.range] {
                if let last, piece.joint == .none { addLayoutSpace(Int(last.end)..<Int(piece.span.start), field) }
                addCharacters(piece.span, field)
                last = piece.span
            }
        }
    }

    private mutating func addCharacters(_ span: SourceSpan, _ field: MeasureField) {
        guard let repair = report.repair else { return }
        for found in repair.repairs(within: span.range) {
            record.repairs.append(
                FieldRepair(
                    field: field, kind: found.kind.rawValue,
                    from: String(decoding: repair.source[found.source], as: UTF8.self),
                    to: String(decoding: repair.bytes[found.range], as: UTF8.self), source: found.source))
        }
    }

    /// Adds the space between two pieces of a text that are read as one word.
    private mutating func addLayoutSpace(_ gap: Range<Int>, _ field: MeasureField) {
        guard !gap.isEmpty, report.text[gap].allSatisfy({ $0 == 0x20 }) else { return }
        let place = spaces.place(from: gap.lowerBound, to: gap.upperBound, in: report.text)
        var word = Array(report.text[place.lowerBound..<gap.lowerBound])
        word.append(contentsOf: report.text[gap.upperBound..<place.upperBound])
        record.repairs.append(
            FieldRepair(
                field: field, kind: Repair.Kind.layoutSpace.rawValue,
                from: String(decoding: report.text[place], as: UTF8.self),
                to: String(decoding: word, as: UTF8.self),
                source: report.sourceRange(of: SourceSpan(gap))))
    }
}
