internal import ReportParser

/// The left of a page: the source as it reads, line by line, with what stands where, and findings in its margin.
struct SourcePane {
    private let report: Report
    private let text: [UInt8]
    private var segments: SourceSegments
    /// The beginnings of findings in the order of the source.
    private let notes: [(start: Int, finding: Int)]
    private var nextNote = 0
    /// The places of records in the order of the source.
    private let records: [Range<Int>]
    private var nextRecord = 0
    private var page = 0
    /// The findings that the cells of tables are evidence of, as far as the pane is written.
    private(set) var findingsOfCells: [ReviewTarget: [Int]] = [:]
    private var nextEntry = 0

    init(of report: Report, marks: SourceMarks) {
        self.report = report
        text = report.sourceText
        segments = SourceSegments(marks)
        notes = report.findings.indices.compactMap { index in
            report.findings[index].span.flatMap { marks.range(of: $0) ?? report.sourceRange(of: $0) }
                .map { ($0.lowerBound, index) }
        }.sorted { $0.0 < $1.0 }
        records = report.measures.map { report.sourceRange(of: $0.span) }.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// Writes the pane.
    mutating func write(to html: inout HTMLWriter) throws {
        html.markup("<section id=\"source\" class=\"pane source")
        if !notes.isEmpty { html.markup(" noted") }
        html.markup("\" tabindex=\"-1\" aria-labelledby=\"source-h\">\n<h2 id=\"source-h\">")
        html.phrase(.source)
        html.markup("</h2>\n<div class=\"lines\" lang=\"th\" dir=\"ltr\">\n")
        var start = 0
        var number = 1
        while start <= text.count {
            let feed = text[start...].firstIndex(of: 0x0A)
            let end = feed ?? text.count
            // What follows the last line's end is no line.
            if feed == nil, start == end, number > 1 { break }
            try line(number, start..<end, &html)
            number += 1
            start = end + 1
        }
        html.markup("</div>\n</section>\n")
    }

    private mutating func line(_ number: Int, _ range: Range<Int>, _ html: inout HTMLWriter) throws {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, text[start] == 0x0C {
            breakPage(page == 0 ? 2 : page + 1, &html)
            start += 1
        }
        if end > start, text[end - 1] == 0x0D { end -= 1 }
        turnPages(before: start..<end, &html)
        html.markup("<div class=\"l")
        if let record = record(at: start..<max(end, start + 1)) {
            html.markup(record % 2 == 0 ? " ra" : " rb")
        }
        html.markup("\" id=\"L")
        html.number(number)
        html.markup("\"><a class=\"n\" href=\"#L")
        html.number(number)
        html.markup("\">")
        html.number(number)
        html.markup("</a><div class=\"t\">")
        var position = start
        while position < end {
            let segment = segments.segment(at: position, end: end)
            write(segment, &html)
            position = segment.range.upperBound
            try html.flushIfLarge()
        }
        html.markup("</div>")
        writeNotes(before: range.upperBound, &html)
        html.markup("</div>\n")
    }

    // MARK: Segments

    private mutating func write(_ segment: SourceSegments.Segment, _ html: inout HTMLWriter) {
        var targets: [ReviewTarget] = []
        var findings: [Int] = []
        var isAside = false
        for place in segments.active {
            switch place.mark {
            case .target(let target): targets.append(target)
            case .finding(let index): findings.append(index)
            case .aside: isAside = true
            }
        }
        // Blanks between words are no place of their own.
        let isBlank = !segment.isBeginning && text[segment.range].allSatisfy { $0 == 0x20 || $0 == 0x09 }
        guard !isBlank, !targets.isEmpty || !findings.isEmpty else {
            if isAside { html.markup("<span class=\"aside\">") }
            html.source(text[segment.range])
            if isAside { html.markup("</span>") }
            return
        }
        for target in targets where !findings.isEmpty {
            guard case .cell = target, findingsOfCells[target] == nil else { continue }
            findingsOfCells[target] = findings
        }
        html.markup("<a class=\"p ")
        html.markup(targets.first.map(Self.tint) ?? "bare")
        let severities = findings.filter(isOfAPart).map { report.findings[$0].severity }
        if let severity = severities.max(by: { $0.weight < $1.weight }) { html.markup(severity.markClass) }
        if segment.isBeginning {
            html.markup("\" id=\"b")
            html.number(segment.range.lowerBound)
        }
        html.markup("\" href=\"#")
        if let target = targets.first {
            html.id(of: target)
        } else if let finding = findings.first {
            html.markup("f")
            html.number(finding + 1)
        }
        html.markup("\" data-f=\"")
        for (index, target) in targets.enumerated() {
            if index > 0 { html.markup(" ") }
            html.id(of: target)
        }
        for (index, finding) in findings.enumerated() {
            html.markup(index > 0 || !targets.isEmpty ? " f" : "f")
            html.number(finding + 1)
        }
        html.markup("\">")
        html.source(text[segment.range])
        html.markup("</a>")
    }

    /// Whether a finding is about a part of a record: what lies under all of one would only hide what does not.
    private func isOfAPart(_ index: Int) -> Bool {
        guard let measure = report.findings[index].measure else { return true }
        return report.findings[index].span != report.measures[measure].span
    }

    /// The colour of a place: what kind of value it holds.
    private static func tint(_ target: ReviewTarget) -> StaticString {
        switch target {
        case .fact, .group, .caption, .column: "k0"
        case .cell: "k6"
        case .field(_, let slot, _): slot.tint
        }
    }

    // MARK: Beside the lines

    /// Writes the findings that begin before the end of a line.
    private mutating func writeNotes(before end: Int, _ html: inout HTMLWriter) {
        guard nextNote < notes.count, notes[nextNote].start <= end else { return }
        html.markup("<div class=\"notes\">")
        while nextNote < notes.count, notes[nextNote].start <= end {
            let index = notes[nextNote].finding
            let finding = report.findings[index]
            html.markup("<a class=\"note ")
            html.markup(finding.severity.name)
            html.markup("\" id=\"n")
            html.number(index + 1)
            html.markup("\" href=\"#f")
            html.number(index + 1)
            html.markup("\">")
            html.severity(finding.severity)
            html.markup(" ")
            html.both(finding.thai, finding.english)
            html.markup("</a>")
            nextNote += 1
        }
        html.markup("</div>")
    }

    /// The place among the records of the one that stands in `range`.
    private mutating func record(at range: Range<Int>) -> Int? {
        while nextRecord < records.count, records[nextRecord].upperBound <= range.lowerBound { nextRecord += 1 }
        guard nextRecord < records.count, records[nextRecord].lowerBound < range.upperBound else { return nil }
        return nextRecord
    }

    /// Writes where a page of the file begins, for formats with pages.
    private mutating func turnPages(before range: Range<Int>, _ html: inout HTMLWriter) {
        guard let entries = report.pages?.entries else { return }
        while nextEntry < entries.count, Int(entries[nextEntry].span.end) <= range.lowerBound { nextEntry += 1 }
        guard nextEntry < entries.count, Int(entries[nextEntry].span.start) < range.upperBound else { return }
        let next = entries[nextEntry].box.page
        if next != page { breakPage(next, &html) }
    }

    private mutating func breakPage(_ number: Int, _ html: inout HTMLWriter) {
        page = number
        html.markup("<div class=\"pagebreak\" role=\"separator\"><span>")
        html.phrase(.page)
        html.markup(" ")
        html.number(number)
        html.markup("</span></div>\n")
    }
}

extension HTMLWriter {
    /// Writes a stretch of a source, its tabs drawn as the borders of columns.
    fileprivate mutating func source(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes
        while let tab = rest.firstIndex(of: 0x09) {
            text(rest[..<tab])
            markup("<span class=\"tab\">\t</span>")
            rest = rest[(tab + 1)...]
        }
        text(rest)
    }
}
