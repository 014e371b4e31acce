internal import ThaiText

/// Tells which rows of the source make one row of the table, and which rows are headings or sums.
struct RowGrouper {
    /// What a row of the source is in its table.
    enum Verdict { case record, continuation, section, total, note }

    /// What is known of a table before its rows are judged.
    struct Layout {
        var dialect: Document.Dialect
        var columns: Int
        /// The column of ordinal numbers, of titles, and those of short facts (unit, time, state).
        var number: Int?
        var title: Int?
        var section: Int?
        var facts: [Int] = []
        var isMeasureTable = false
        /// Whether blank lines part the rows of an aligned table.
        var hasGaps = false
        /// Whether each gap begins a row, also where the row begins above its title.
        var gapsPartRows = false
        /// Whether the table tells of one measure, which the line above it names.
        var isSingleRecord = false
        /// Whether some numbers have parts (`1.1`), so that a whole number with a name alone is a section.
        var hasSubnumbers = false
        /// The column of steps.
        var steps: Int?
        /// A second column of titles: the activities of each measure, where no column of steps tells them.
        var activities: Int?
        /// Whether rows go on in rows without times and units.
        var hasContinuations = false
        /// Whether the first column is headed for numbers or codes, and most rows have one in it.
        var beginsWithNumbers = false
        /// Whether no column has a heading.
        var isHeadless = false
        /// Whether titles begin with numbers that no column of their own holds.
        var hasCountedTitles = false
        /// Whether nearly every row has a number.
        var isNumbered = false
        /// The columns of times and states: a row that begins a record fills one of them.
        var times: [Int] = []
        /// The column whose cells begin with a number or code in nearly every row, whatever its heading says.
        var counter: Int?
        /// Whether more than one row told so.
        var isCounterCertain = false
        /// Whether every row with a time or state has a number too.
        var isStrictlyNumbered = false
    }

    private var classifier = CellClassifier()

    init() {}

    /// Whether a row has fewer cells with text than the one above it.
    private func hasFewerCells(_ row: Document.Row, than above: Document.Row?, in document: Document) -> Bool {
        guard let above else { return false }
        let counts = [row, above].map { row in document.cells[row.cells.range].count { !$0.pieces.isEmpty } }
        return counts[0] < counts[1]
    }

    /// Whether a row at the head of a page is the end of the one above it, which began with a code as this one does not:
    /// it names nobody and no time, and has text in fewer columns.
    private func isEnd(
        of above: Document.Row?, _ row: Document.Row, _ layout: Layout, in document: Document
    ) -> Bool {
        guard let above, let title = layout.title, layout.number == nil, !layout.facts.isEmpty else { return false }
        return isCounted(cell(title, of: above, in: document), in: document)
            && !isCounted(cell(title, of: row, in: document), in: document)
            && layout.facts.allSatisfy { cell($0, of: row, in: document).isEmpty }
            && layout.facts.contains { !cell($0, of: above, in: document).isEmpty }
            && hasFewerCells(row, than: above, in: document)
    }

    /// Whether a text begins with a figure or a code, behind a bullet or not.
    func isCounted(_ slice: Slice32, in document: Document) -> Bool {
        // The bullet may be a piece of its own.
        for piece in document.pieces[slice.range].prefix(2) {
            let end = Int(piece.span.end)
            var position = Int(piece.span.start)
            while position < end {
                let length = max(
                    Bullet.length(at: position, in: document.text), document.text.blankLength(at: position),
                    document.text[position] == 0x28 ? 1 : 0)
                guard length > 0 else {
                    return document.text.digit(at: position).value >= 0
                        || document.text.itemCode(at: position, to: end, support: .some) != nil
                }
                position += length
            }
        }
        return false
    }

    func cell(_ column: Int, of row: Document.Row, in document: Document) -> Slice32 {
        document.cells[row.cells.range].first { Int($0.column) == column }?.pieces ?? .empty
    }

    func isOrdinal(_ slice: Slice32, in document: Document) -> Bool {
        guard let first = document.pieces[slice.range].first else { return false }
        return Self.isOrdinal(first.span, in: document.text)
    }

    /// Whether a text begins with a figure, in brackets or not.
    static func isOrdinal(_ span: SourceSpan, in text: [UInt8]) -> Bool {
        var position = Int(span.start)
        while position < Int(span.end), text[position] == 0x28 { position += 1 }
        return text.digit(at: position).value >= 0
    }

    /// What `row` is, if it is no plain record, given whether a row stands before it and whether a page break parts the two.
    ///
    /// `group`: the row and those below it up to the next gap.
    mutating func verdict(
        _ row: Document.Row, layout: Layout, hasRowBefore: Bool, isBelowBreak: Bool,
        covered: [(cell: Document.Cell, left: Int)], above: Document.Row?, kindAbove: Segmentation.Row.Kind,
        group: ArraySlice<Document.Row>, in document: Document
    ) -> Verdict {
        if layout.isSingleRecord { return hasRowBefore ? .continuation : .record }
        let cells = document.cells.filled(row.cells)
        guard let first = cells.first else { return .note }
        let key = PlainText.key(of: document.pieces[first.pieces.range], in: document.text)
        if isTotal(cells, key, layout, in: document) { return .total }
        // A name below the word for a post may be the second line of its cell.
        let mayBeUnit = layout.dialect == .aligned && !row.isApart && layout.facts.contains(Int(first.column))
        if !mayBeUnit && isSigned(cells, in: document) || isBelowSignature(cells, above, in: document) { return .note }
        if layout.gapsPartRows, row.isApart || isBelowBreak || !hasRowBefore,
            cells.count > 1 || LineKind.sectionLevel(key) == nil,
            looksLikeRow(group, layout, in: document)
        {
            return .record
        }
        if let single = singleText(cells, in: document) {
            return verdictOfSingle(first, single, key, row, layout, hasRowBefore, isBelowBreak, in: document)
        }
        if isCountedSection(cells, layout, in: document) { return .section }
        if isNote(row, cells, key, layout, above: kindAbove, in: document) { return .note }
        if let title = layout.title, covered.contains(where: { Int($0.cell.column) == title }) {
            return hasRowBefore ? .continuation : .record
        }
        if layout.dialect == .aligned { return verdictOfAligned(row, cells, layout, hasRowBefore, in: document) }
        guard hasRowBefore else { return isNumberedSection(cells, layout, in: document) ? .section : .record }
        let hasNumber = layout.number.map { isOrdinal(cell($0, of: row, in: document), in: document) } ?? false
        if hasNumber { return isNumberedSection(cells, layout, in: document) ? .section : .record }
        // Where each row has its number, the first one of a page without it was cut by the page's end.
        if isBelowBreak, LineKind.sectionLevel(key) == nil {
            if layout.isStrictlyNumbered { return .continuation }
            if let counter = layout.counter, !isCounted(cell(counter, of: row, in: document), in: document),
                layout.isCounterCertain || hasFewerCells(row, than: above, in: document)
            {
                return .continuation
            }
            if isEnd(of: above, row, layout, in: document) { return .continuation }
            if let above, isCut(row, from: above, in: document) { return .continuation }
        }
        let title = layout.title.map { cell($0, of: row, in: document) } ?? first.pieces
        if title.isEmpty, layout.title != nil { return .continuation }
        var facts = layout.facts.filter { !cell($0, of: row, in: document).isEmpty }
        if layout.number == nil, let above {
            facts.removeAll {
                isRest(cell($0, of: row, in: document), of: cell($0, of: above, in: document), in: document)
            }
            // A list of steps that goes on at ๒. is the list of the row above.
            if facts.count < layout.facts.count, let steps = layout.steps,
                let number = leadingNumber(cell(steps, of: row, in: document), in: document), number > 1
            {
                return .continuation
            }
        }
        // A row without its number and facts is the rest of the row above, cut by a page or by a line break in a cell.
        if layout.isNumbered, facts.isEmpty, !layout.facts.isEmpty { return .continuation }
        if layout.isStrictlyNumbered, !layout.times.contains(where: { !cell($0, of: row, in: document).isEmpty }) {
            return .continuation
        }
        // A second unit beside the end of a title: in a table whose rows go on, a row without a time begins no measure.
        if layout.hasContinuations, !layout.times.isEmpty,
            layout.times.allSatisfy({ cell($0, of: row, in: document).isEmpty }), LineKind.sectionLevel(key) == nil
        {
            return .continuation
        }
        if facts.isEmpty, layout.facts.count >= 2, isBelowBreak || layout.number == nil,
            LineKind.sectionLevel(key) == nil
        {
            return .continuation
        }
        return .record
    }

    /// Whether a cell goes on with the one above it: a bracket alone, or the end of a span that is still open.
    private func isRest(_ cell: Slice32, of above: Slice32, in document: Document) -> Bool {
        guard let first = document.pieces[cell.range].first, let last = document.pieces[above.range].last else {
            return false
        }
        if document.text[Int(first.span.start)] == 0x28 { return true }
        // A dash alone says that there is none.
        let (start, end) = (Int(last.span.start), Int(last.span.end))
        return end - start > 1 && document.text[end - 1] == 0x2D
            || end - start > 3 && document.text[end - 3..<end].elementsEqual([0xE2, 0x80, 0x93])
    }

    /// The number that a cell begins with.
    private func leadingNumber(_ slice: Slice32, in document: Document) -> Int? {
        guard let first = document.pieces[slice.range].first,
            let reading = document.text.outlineNumber(at: Int(first.span.start)), reading.style != .bare
        else { return nil }
        return reading.number.first
    }

    /// The one text of a row, also where the extractor repeated it in every cell that it covered.
    private func singleText(_ cells: [Document.Cell], in document: Document) -> Document.Cell? {
        guard let first = cells.first else { return nil }
        if cells.count == 1 { return first }
        guard cells.count >= 3 else { return nil }
        // Equal texts are equally long: most rows are done with here.
        let length = document.span(of: first.pieces).range.count
        guard cells.dropFirst().allSatisfy({ abs(document.span(of: $0.pieces).range.count - length) <= 4 }) else {
            return nil
        }
        let key = PlainText.key(of: document.pieces[first.pieces.range], in: document.text)
        guard key.count > 12 else { return nil }
        return cells.dropFirst().allSatisfy {
            PlainText.key(of: document.pieces[$0.pieces.range], in: document.text) == key
        } ? first : nil
    }

    private mutating func verdictOfSingle(
        _ cell: Document.Cell, _ single: Document.Cell, _ key: [UInt8], _ row: Document.Row, _ layout: Layout,
        _ hasRowBefore: Bool, _ isBelowBreak: Bool, in document: Document
    ) -> Verdict {
        let spansTable = Int(cell.columnSpan) * 2 > layout.columns
        let level = LineKind.sectionLevel(key)
        let isFirstColumn =
            Int(cell.column) == 0 || Int(cell.column) == layout.number || Int(cell.column) == layout.title
        if spansTable {
            if LineKind.isPageNumber(key) { return .note }
            return key.count < 360 && (level != nil || !LineKind.isAboutReport(key)) ? .section : .note
        }
        if layout.dialect == .aligned {
            if level != nil, row.isApart || cell.columnSpan > 1, isFirstColumn || Int(cell.column) + 1 < layout.columns
            {
                return .section
            }
            // `ข. มาตรการปรับปรุงการให้บริการ` from the margin on, where numbers count the rows.
            let span = document.span(of: cell.pieces).range
            if cell.column == 0, row.isApart, layout.beginsWithNumbers, key.count < 240,
                document.text.outlineLetter(at: span.lowerBound, to: span.upperBound) != nil
            {
                return .section
            }
            if row.isApart, Self.remarks.contains(where: { key.starts(with: $0) }) { return .note }
            if isFirstColumn, row.isApart, isSummary(cell, layout, in: document) { return .note }
            return hasRowBefore ? .continuation : .note
        }
        if Int(cell.column) == layout.number, key.allSatisfy({ $0 &- 0x30 < 10 || $0 == 0x2E }) { return .record }
        // In rows of cells that no heading names a text alone at their beginning names their group.
        if layout.isHeadless, cell.column <= 1, layout.columns >= 5,
            key.count <= Self.longestGroup
        {
            return .section
        }
        // `เจ้าภาพ : กองคลัง` in the column of numbers is the end of no cell.
        if cell.column == 0, layout.columns >= 4, layout.beginsWithNumbers, !isOrdinal(cell.pieces, in: document) {
            return key.count < 240 ? .section : .note
        }
        if level == nil, layout.hasContinuations, hasRowBefore, !LineKind.isNumbered(key) { return .continuation }
        // Alone at the head of a page, without a number: the end of a title that the page above had no room for.
        if isBelowBreak, hasRowBefore, level == nil, !LineKind.isNumbered(key), layout.columns >= 3 {
            return .continuation
        }
        if isFirstColumn || level != nil { return key.count < 360 ? .section : .note }
        return hasRowBefore ? .continuation : .note
    }

    /// In bytes of the comparable form.
    private static let longestGroup = 150

    /// What begins a note below the last row.
    private static let remarks = ["หมายเหตุ", "ที่มา:"].map { PlainText.key($0) }

    /// `๑ | ด้านการใช้งบประมาณ` with nothing else: a section that is numbered like a row.
    private func isNumberedSection(_ cells: [Document.Cell], _ layout: Layout, in document: Document) -> Bool {
        guard cells.count == 2, layout.columns >= 4, let title = cells.last else { return false }
        let key = PlainText.key(of: document.pieces[title.pieces.range], in: document.text)
        if LineKind.sectionLevel(key) != nil { return true }
        guard layout.hasSubnumbers, let number = cells.first, Int(number.column) == layout.number else { return false }
        let digits = PlainText.key(of: document.pieces[number.pieces.range], in: document.text)
        return !zip(digits, digits.dropFirst()).contains { $0 == 0x2E && $1 &- 0x30 < 10 }
    }

    /// `ก. | การเปิดเผยข้อมูล` with nothing else, where numbers count the rows.
    func isCountedSection(_ cells: [Document.Cell], _ layout: Layout, in document: Document) -> Bool {
        guard cells.count == 2, layout.columns >= 4, layout.isNumbered, Int(cells[0].column) == layout.number,
            Int(cells[1].column) == layout.title, cells[0].pieces.count == 1
        else { return false }
        let span = document.span(of: cells[0].pieces).range
        if let letter = document.text.outlineLetter(at: span.lowerBound, to: span.upperBound) {
            return span.lowerBound + letter.length == span.upperBound
        }
        // A letter or a numeral without a sign.
        let key = PlainText.key(of: document.pieces[cells[0].pieces.range], in: document.text)
        return (key + [0x29]).outlineLetter(at: 0)?.length == key.count + 1
    }
}
