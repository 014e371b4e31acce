internal import ThaiText

/// What the cells of a column hold: how many there are of each kind.
struct ColumnContents {
    var counts: [CellKind: Int] = [:]
    var filled = 0
    var bytes = 0
    /// How many cells hold a number from 0 to 100, with a sign for percent or without one.
    var percentages = 0
    /// How many cells hold 1 or 0.
    var signs = 0
    /// Of how many rows.
    var rows = 0
    /// How many cells are headings of sections by their words: `ตัวชี้วัดที่ ๖ …`.
    var sections = 0
    /// How many cells are titles of items of the disclosure list: `แผนการใช้จ่ายงบประมาณประจำปี`.
    var items = 0
    /// How many cells say what the one above them says.
    var repeats = 0
    private var last: Range<Int>?
    /// In how many further rows a cell of this column covers the one that would stand there.
    var covered = 0

    func share(_ kinds: CellKind...) -> Double {
        filled == 0 ? 0 : Double(kinds.reduce(0) { $0 + (counts[$1] ?? 0) }) / Double(filled)
    }

    /// Whether hardly any cell holds more than a number or a percentage.
    var areFigures: Bool { share(.number, .decimal, .outline, .money, .percent) >= 0.8 }

    /// Whether most cells are titles of items of the disclosure list.
    var areItems: Bool { items > 1 && items * 2 >= filled }

    /// Whether all figures may be percentages.
    var arePercentages: Bool { filled > 0 && percentages == filled }

    /// The contents of the columns of a table, from at most `limit` of its rows.
    static func read(
        _ table: Segmentation.Table, of segmentation: Segmentation, _ classifier: inout CellClassifier,
        atMost limit: Int
    ) -> [ColumnContents] {
        var contents = [ColumnContents](repeating: ColumnContents(), count: table.columns.count)
        var rows = 0
        for row in segmentation.rows[table.rows.range].lazy.filter({ $0.kind == .record }).prefix(limit) {
            rows += 1
            for cell in segmentation.document.cells[row.cells.range]
            where Int(cell.column) < contents.count {
                if cell.isCovering {
                    contents[Int(cell.column)].covered += 1
                    continue
                }
                let pieces = segmentation.document.pieces[cell.pieces.range]
                let kind = classifier.kind(of: pieces, in: segmentation.document.text)
                contents[Int(cell.column)].add(pieces, kind, of: segmentation.document.text)
            }
        }
        for column in contents.indices { contents[column].rows = rows }
        return contents
    }

    private mutating func add(_ pieces: ArraySlice<Piece>, _ kind: CellKind, of text: [UInt8]) {
        guard kind != .empty, kind != .dash else { return }
        filled += 1
        counts[kind, default: 0] += 1
        bytes += pieces.reduce(0) { $0 + $1.span.range.count }
        if kind == .percent { percentages += 1 }
        if kind == .text {
            let key = PlainText.key(of: pieces, in: text)
            if let level = LineKind.sectionLevel(key), level <= 2 { sections += 1 }
            if DisclosureItems.titles.meaning(of: key) != nil { items += 1 }
        }
        let span = pieces.count == 1 ? pieces.first?.span.range : nil
        if let span, let last, text.areSame(span, last) { repeats += 1 }
        last = span
        guard kind == .number || kind == .decimal || kind == .outline, pieces.count == 1, let piece = pieces.first,
            let number = text.decimal(in: piece.span.range), number >= .zero
        else { return }
        if number <= ExactDecimal(100) { percentages += 1 }
        if number == .zero || number == ExactDecimal(1) { signs += 1 }
    }
}
