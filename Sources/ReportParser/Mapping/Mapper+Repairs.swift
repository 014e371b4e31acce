internal import ThaiText

/// What was changed in the text of a record's fields.
extension Mapper {
    /// How many letters around a space that was taken out are told with it.
    private static let context = 8

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
        var start = gap.lowerBound
        while gap.lowerBound - start < 3 * Self.context, ThaiLetter.isWordLetter(report.text.thaiLetter(before: start))
        {
            start -= 3
        }
        while start < gap.lowerBound, !ThaiLetter.canBeginWord(report.text.thaiLetter(at: start)) { start += 3 }
        var end = gap.upperBound
        while end - gap.upperBound < 3 * Self.context, ThaiLetter.isWordLetter(report.text.thaiLetter(at: end)) {
            end += 3
        }
        let parts = (report.text[start..<gap.lowerBound], report.text[gap.upperBound..<end])
        record.repairs.append(
            FieldRepair(
                field: field, kind: Repair.Kind.layoutSpace.rawValue,
                from: String(decoding: report.text[start..<end], as: UTF8.self),
                to: String(decoding: parts.0 + parts.1, as: UTF8.self),
                source: report.sourceRange(of: SourceSpan(gap))))
    }
}
