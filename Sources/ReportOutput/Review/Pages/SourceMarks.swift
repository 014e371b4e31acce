internal import ReportParser

/// What of a source stands where: the places of all values and findings, in the order of the source.
struct SourceMarks {
    /// What stands at a place.
    enum Mark {
        /// A value.
        case target(ReviewTarget)
        /// The evidence of a finding, by its index.
        case finding(Int)
        /// What belongs to the page or to the markup, and to no value.
        case aside

        /// Whether links lead to it.
        var isLinked: Bool {
            if case .aside = self { return false }
            return true
        }
    }

    /// A place: bytes of the source text.
    struct Place {
        var start: Int
        var end: Int
        var mark: Mark
    }

    /// The places in the order of their beginnings; of two that begin together, the one that was found first.
    private(set) var places: [Place] = []
    private let report: Report
    private let text: [UInt8]

    init(of report: Report, runs: [RecordRun]) {
        self.report = report
        text = report.sourceText
        addFacts()
        for (index, run) in runs.enumerated() {
            for heading in run.places { add(heading, .target(.group(index))) }
        }
        for (index, measure) in report.measures.enumerated() { add(measure, at: index) }
        addTables()
        for (index, finding) in report.findings.enumerated() {
            if let span = finding.span { add(span, .finding(index)) }
        }
        for item in report.furniture { add(item.text, .aside) }
        for span in report.markup { add(span, .aside) }
        // The sort of the standard library keeps the order of equals.
        places.sort { $0.start < $1.start }
    }

    private mutating func addFacts() {
        let agency = report.agency
        for (fact, text) in [
            (ReviewPhrase.title, report.title), (.agency, agency?.name), (.district, agency?.district),
            (.province, agency?.province), (.period, report.period?.text),
        ] {
            if let text { add(text, .target(.fact(fact))) }
        }
    }

    private mutating func add(_ measure: Measure, at index: Int) {
        for field in ReviewField.all(of: measure, in: report) {
            for text in field.places { add(text, .target(.field(index, field.slot, field.index))) }
        }
        for place in report.extras[measure.places.range] where place.field == .marks { add(place.text, .aside) }
    }

    private mutating func addTables() {
        for (number, table) in report.tables.enumerated() {
            if let caption = table.caption { add(caption, .target(.caption(number))) }
            for (column, heading) in table.columns.enumerated() {
                if let heading { add(heading, .target(.column(number, column))) }
            }
            for (row, cells) in table.rows.enumerated() {
                for (column, cell) in cells.enumerated() {
                    if let cell { add(cell, .target(.cell(number, row, column))) }
                }
            }
        }
    }

    private mutating func add(_ text: FieldText, _ mark: Mark) {
        var last: Place?
        for piece in report.pieces[text.pieces.range] {
            guard let range = range(of: piece.span) else { continue }
            // Pieces that only a space or a line's end parts are one place to a reader.
            if let open = last, open.end <= range.lowerBound, isBlank(open.end..<range.lowerBound) {
                last?.end = range.upperBound
                continue
            }
            if let open = last { places.append(open) }
            last = Place(start: range.lowerBound, end: range.upperBound, mark: mark)
        }
        if let open = last { places.append(open) }
    }

    private mutating func add(_ span: SourceSpan, _ mark: Mark) {
        guard let range = range(of: span) else { return }
        places.append(Place(start: range.lowerBound, end: range.upperBound, mark: mark))
    }

    /// Whether nothing but a few blanks stands in a range.
    private func isBlank(_ range: Range<Int>) -> Bool {
        range.count <= 8 && text[range].allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }
    }

    // MARK: Places of texts

    /// Where the page marks the first character of a text; `nil` for one that has no place of its own.
    func start(of texts: [FieldText]) -> Int? {
        for text in texts {
            for piece in report.pieces[text.pieces.range] {
                if let range = range(of: piece.span) { return range.lowerBound }
            }
        }
        return nil
    }

    /// The bytes of a span without the ends of lines and pages at its beginning, where no mark can begin.
    ///
    /// A span that cuts a character gets all of it: a page with half of one would show none of its neighbours.
    func range(of span: SourceSpan) -> Range<Int>? {
        let range = report.sourceRange(of: span)
        var start = range.lowerBound
        while start < range.upperBound, [0x0A, 0x0C, 0x0D].contains(text[start]) { start += 1 }
        guard start < range.upperBound else { return nil }
        var end = range.upperBound
        while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
        while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
        return start..<end
    }
}
