internal import ThaiText

/// Months and quarters that marks or figures name: `●` below `ต.ค.`, `1-2` below `ไตรมาส`.
extension Mapper {
    private static let quarterWord = PhraseSearch(Array("ไตรมาส".utf8))

    /// Reads `1-2` below `ไตรมาส`: figures that name quarters.
    ///
    /// False where the heading speaks of none, or the cell holds anything else.
    mutating func readQuarterFigures(_ owner: Ledger.Owner?, _ name: FieldText?) -> Bool {
        guard let name, cell.bytes.count <= 24, (1...4).contains(cell.bytes.digit(at: 0).value),
            Self.quarterWord.stands(in: PlainText.key(of: report.pieces[name.pieces.range], in: report.text))
        else { return false }
        var figures: [(quarter: Int, range: Range<Int>)] = []
        var position = 0
        while position < cell.bytes.count {
            let digit = cell.bytes.digit(at: position)
            if (1...4).contains(digit.value) {
                figures.append((digit.value, position..<position + digit.length))
                position += digit.length
            } else if [0x20, 0x2C, 0x2D, 0x2F].contains(cell.bytes[position]) {
                position += 1
            } else {
                return false
            }
        }
        guard !figures.isEmpty, zip(figures, figures.dropFirst()).allSatisfy({ $0.quarter < $1.quarter }) else {
            return false
        }
        var end = 0
        for (quarter, range) in figures {
            mark(cell.bytes.trimmed(end..<range.lowerBound), owner)
            if let text = text(range, owner: owner) { record.quarters.append((quarter, text)) }
            end = range.upperBound
        }
        return true
    }

    /// The span of the marks in a chart of months or quarters.
    mutating func settleChart() {
        guard let year = report.fiscalYear else { return markChart() }
        var first: CivilDate?
        var last: CivilDate?
        var texts: [FieldText] = []
        func extend(_ from: Int, _ to: Int) {
            // Months count from October, the first of the fiscal year.
            func date(_ ordinal: Int) -> CivilDate? {
                let month = (ordinal + 9) % 12 + 1
                return CivilDate(year: year - 543 - (month >= 10 ? 1 : 0), month: month, day: 1)
            }
            guard let start = date(from), let end = date(to)?.endOfMonth else { return }
            first = first.map { min($0, start) } ?? start
            last = last.map { max($0, end) } ?? end
        }
        for mark in record.months {
            let ordinal = (mark.month + 2) % 12
            extend(ordinal, ordinal)
            texts.append(mark.text)
        }
        for mark in record.quarters {
            extend((mark.quarter - 1) * 3, (mark.quarter - 1) * 3 + 2)
            texts.append(mark.text)
        }
        guard let first, let last else { return markChart() }
        record.measure.timeframe = Timeframe(
            text: joined(texts), kind: .range, start: first, end: last,
            precision: .month)
    }

    /// One text of several, a space between them.
    mutating func joined(_ texts: [FieldText]) -> FieldText {
        var pieces: [Piece] = []
        for text in texts { pieces.join(report.pieces[text.pieces.range], by: .space) }
        let first = report.pieces.count
        report.pieces.append(contentsOf: pieces)
        return FieldText(pieces: Slice32(first..<report.pieces.count))
    }

    /// Keeps the marks of a chart that tell no time.
    mutating func markChart() {
        guard !record.months.isEmpty || !record.quarters.isEmpty else { return }
        for text in record.months.map(\.text) + record.quarters.map(\.text) {
            record.places.append(ExtraField(field: .marks, heading: nil, text: text))
        }
        record.months.removeAll(keepingCapacity: true)
        record.quarters.removeAll(keepingCapacity: true)
    }
}
