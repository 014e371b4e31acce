internal import ThaiText

/// Where the lists of a report skip or repeat a number: those of the measures, of the steps of a measure, of the lines
/// of its texts, and of headings that count on (`ระเบียบวาระที่ ๒`).
struct NumberSlips {
    /// A slip and where it stands.
    struct Entry {
        var slip: NumberSequence.Slip
        var measure: Int?
        var field: MeasureField?
        var span: SourceSpan
    }

    /// Those of the measures, then those within measures, then those of headings.
    private(set) var entries: [Entry] = []

    /// The slips of a report.
    init(_ report: Report, groups: [[Int]]) {
        appendMeasures(report, groups)
        for index in report.measures.indices { appendLists(of: index, report) }
        appendHeadings(report)
    }

    private mutating func appendMeasures(_ report: Report, _ groups: [[Int]]) {
        for group in groups {
            var sequence = NumberSequence()
            for index in group {
                if let number = report.measures[index].number { sequence.add(number, place: index) }
            }
            for slip in sequence.findSlips() {
                entries.append(
                    Entry(slip: slip, measure: slip.place, field: .number, span: report.measures[slip.place].span))
            }
        }
        entries.sort { ($0.measure ?? 0) < ($1.measure ?? 0) }
    }

    /// The lists within a measure: one slip of each kind a list, for one slip of the pen shifts all that follows.
    private mutating func appendLists(of index: Int, _ report: Report) {
        var sequence = NumberSequence()
        for place in report.measures[index].steps.range {
            if let number = report.steps[place].number { sequence.add(number, place: place) }
        }
        appendFirst(of: sequence, index, .steps) { report.span(of: report.steps[$0].text) }
        appendLines(of: report.measures[index].monitoring, .monitoring, index, report)
        appendLines(of: report.measures[index].result, .result, index, report)
    }

    private mutating func appendFirst(
        of sequence: NumberSequence, _ measure: Int, _ field: MeasureField, span: (Int) -> SourceSpan
    ) {
        var found: Set<NumberSequence.Slip.Kind> = []
        for slip in sequence.findSlips() where found.insert(slip.kind).inserted {
            entries.append(Entry(slip: slip, measure: measure, field: field, span: span(slip.place)))
        }
    }

    // MARK: Lines

    /// The numbers that the lines of a text begin with.
    private mutating func appendLines(of text: FieldText?, _ field: MeasureField, _ measure: Int, _ report: Report) {
        guard let text else { return }
        var sequence = NumberSequence()
        for index in text.pieces.range where report.pieces[index].form == .text {
            guard index == text.pieces.range.lowerBound || report.pieces[index].joint >= .space else { continue }
            Self.add(lineAt: report.pieces[index].span.range, of: report.text, to: &sequence)
        }
        appendFirst(of: sequence, measure, field) { SourceSpan($0..<$0 + report.text.characterLength(at: $0)) }
    }

    /// Adds the number that a line begins with: digits with points between, and a point or bracket behind.
    private static func add(lineAt range: Range<Int>, of text: [UInt8], to sequence: inout NumberSequence) {
        var figures: [UInt8] = []
        var position = range.lowerBound
        while position < range.upperBound {
            let digit = text.digit(at: position)
            if digit.value >= 0 {
                figures.append(0x30 + UInt8(digit.value))
                position += digit.length
            } else if text[position] == 0x2E, let last = figures.last, last != 0x2E {
                figures.append(0x2E)
                position += 1
            } else {
                break
            }
        }
        guard position < range.upperBound, let last = figures.last else { return }
        if last == 0x2E {
            figures.removeLast()
        } else if text[position] != 0x29 || figures.count > 2 {
            return
        }
        sequence.add(String(decoding: figures, as: UTF8.self), place: range.lowerBound)
    }

    // MARK: Headings

    /// What headings that count on begin with.
    private static let agenda = Array("ระเบียบวาระที่".utf8)
    private static let agendaSearch = PhraseSearch(agenda)

    private mutating func appendHeadings(_ report: Report) {
        let text = report.text
        var sequence = NumberSequence()
        var spans: [SourceSpan] = []
        Self.agendaSearch.forEachOffset(in: text) { position in
            // In a sentence it is the mention of one that stands elsewhere.
            var before = position
            while before > 0, [0x20, 0x22, 0x2A, 0x23].contains(text[before - 1]) { before -= 1 }
            let isHeading = before == 0 || [0x0A, 0x0D, 0x09, 0x3E, 0x7C, 0x2C].contains(text[before - 1])
            var end = position + Self.agenda.count
            while end < text.count, text[end] == 0x20 { end += 1 }
            var number = ""
            while case let digit = text.digit(at: end), digit.value >= 0, number.count < 3 {
                number += "\(digit.value)"
                end += digit.length
            }
            if isHeading, !number.isEmpty {
                sequence.add(number, place: spans.count)
                spans.append(SourceSpan(position..<end))
            }
            return end
        }
        for slip in sequence.findSlips() {
            entries.append(Entry(slip: slip, measure: nil, field: nil, span: spans[slip.place]))
        }
    }
}
