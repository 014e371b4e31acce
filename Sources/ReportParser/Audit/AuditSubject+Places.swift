internal import ThaiText

extension AuditSubject {
    /// Calls `body` with every place of a phrase in the text outside of measures and tables, pictures left out.
    ///
    /// Headings, captions, the introduction and the minutes are a small part of most reports.
    func forEachPlace(of phrase: PhraseSearch, _ body: (Int) -> Void) {
        for block in report.blocks where block.kind != .picture && block.kind != .tableHeader {
            var rest = report.span(of: block.text).range
            while let place = phrase.first(in: report.text, rest) {
                body(place)
                rest = place + phrase.phrase.count..<rest.upperBound
            }
        }
    }
}
