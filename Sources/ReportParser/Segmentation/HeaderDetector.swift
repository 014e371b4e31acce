internal import ThaiText

/// Finds the header of a table: the rows that name its columns.
struct HeaderDetector {
    /// The header of a table and the rows above it.
    struct Header {
        /// Rows above the header that hold one text: the table's caption.
        var captions: Range<Int>
        /// The rows of the header.
        var rows: Range<Int>
        var columns: [Segmentation.Column]
        /// The headings in comparable form, to know them again on the next page.
        var keys: [[UInt8]]
    }

    var matcher = HeadingMatcher()
    private var classifier = CellClassifier()

    /// How many rows may stand above a header, and how many a header may have.
    static let mostCaptions = 10
    private static let mostHeaderRows = 4
    /// Cells that begin like headings of this many meanings are headings, whatever each goes on to say.
    private static let manyRoles = 4

    /// The header at the top of the rows of a table; null where the rows begin at once.
    mutating func header(of rows: Range<Int>, columns: Int, dialect: Document.Dialect, in document: inout Document)
        -> Header?
    {
        var first = rows.lowerBound
        while first < rows.upperBound, first - rows.lowerBound < Self.mostCaptions {
            if isHeader(document.rows[first], columns: columns, in: document) { break }
            // Rows of several cells above a header are facts of the report: `รอบรายงาน | 12 เดือน`.
            if isFullHeader(below: first, of: rows, columns: columns, in: document) {
                first += 1
                continue
            }
            guard isCaption(document.rows[first], columns: columns, in: document) else {
                first = rows.upperBound
                break
            }
            first += 1
        }
        guard first < rows.upperBound, first - rows.lowerBound < Self.mostCaptions else {
            return headerByShape(of: rows, columns: columns, in: &document)
        }
        var last = first + 1
        while last < rows.upperBound, last - first < Self.mostHeaderRows,
            goesOn(
                document.rows[last], after: first..<last, dialect: dialect,
                isAboveGap: last + 1 < rows.upperBound && document.rows[last + 1].isApart, in: document)
        {
            last += 1
        }
        return compose(
            captions: rows.lowerBound..<first, rows: first..<last, columns: columns, isDrawn: dialect != .aligned,
            in: &document)
    }

    /// Whether one of the next rows is a header beyond doubt: most of the table's columns have headings that are known.
    private mutating func isFullHeader(
        below row: Int, of rows: Range<Int>, columns: Int, in document: Document
    ) -> Bool {
        guard columns >= 4 else { return false }
        for next in (row + 1)..<max(row + 1, min(rows.upperBound, rows.lowerBound + Self.mostCaptions)) {
            let count = document.cells.filled(document.rows[next].cells).count
            if count * 10 >= columns * 8, isHeader(document.rows[next], columns: columns, in: document) { return true }
        }
        return false
    }

    /// Whether most cells of a row are headings that are known.
    mutating func isHeader(_ row: Document.Row, columns: Int, in document: Document) -> Bool {
        let cells = document.cells.filled(row.cells)
        guard cells.count >= 2, columns >= 2 else { return false }
        var matched = 0
        var certain = 0
        var months = 0
        var roles: Set<ColumnRole> = []
        var states: Set<ColumnRole> = []
        for cell in cells {
            let key = PlainText.key(of: cell.pieces, in: document, atMost: HeadingMatcher.longest)
            guard key.count <= HeadingMatcher.longest else { return false }
            if let match = matcher.match(key), match.certainty >= 0.6 {
                // `ภายในวันที่ ๑๕ มีนาคม ๒๕๖๖` begins like a heading, and is a date.
                if match.certainty < 0.99, isDated(cell, key, in: document) { return false }
                matched += 1
                roles.insert(match.role)
                if case .tick = match.role { states.insert(match.role) }
                if match.certainty >= 0.9 { certain += 1 }
            } else if let first = key.first, first &- 0x30 < 10 {
                return false
            } else if HeadingMatcher.monthOfChart(key) != nil || HeadingMatcher.isYear(key) {
                months += 1
            }
        }
        if row.isHeading, matched > 0 { return true }
        // The name of one state is a value; columns of states come in twos.
        if states.count == 1 {
            (matched, certain) = (matched - 1, certain - 1)
            roles.subtract(states)
        }
        guard roles.count >= 2 else { return false }
        // `ตัวชี้วัดที่ ๑ …` beside `แนวทาง…`: a row of cells that begin like headings has few that are nothing else.
        // The months of a chart say nothing for the other headings, nor against them.
        let others = cells.count - (months >= HeadingContext.fewestMonths ? months : 0)
        guard matched * 2 >= others else { return false }
        return certain * 2 >= matched || certain >= 2 || roles.count >= Self.manyRoles && matched + 1 >= others
    }

    /// Whether a cell holds a date with figures in it.
    private mutating func isDated(_ cell: Document.Cell, _ key: [UInt8], in document: Document) -> Bool {
        key.contains { $0 &- 0x30 < 10 }
            && classifier.kind(of: document.pieces[cell.pieces.range], in: document.text) == .date
    }

    private func isCaption(_ row: Document.Row, columns: Int, in document: Document) -> Bool {
        let cells = document.cells.filled(row.cells)
        return cells.count <= 1 || (cells.count == 2 && columns >= 5)
    }

    /// Whether a row goes on with the header above it: units below `งบประมาณ`, names of statuses below `สถานะ`.
    ///
    /// `isAboveGap`: a blank line parts the row from the next one.
    private mutating func goesOn(
        _ row: Document.Row, after header: Range<Int>, dialect: Document.Dialect, isAboveGap: Bool,
        in document: Document
    ) -> Bool {
        let cells = document.cells.filled(row.cells)
        guard !cells.isEmpty else { return false }
        if dialect == .aligned {
            guard !row.isApart else { return false }
            if cells.count == 1, let only = cells.first {
                let key = PlainText.key(of: document.pieces[only.pieces.range], in: document.text)
                if LineKind.sectionLevel(key) != nil, key.contains(where: { $0 &- 0x30 < 10 }) { return false }
            }
            return cells.allSatisfy { cell in
                let kind = classifier.kind(of: document.pieces[cell.pieces.range], in: document.text)
                // `งาน` below `ผู้รับผิดชอบ/หน่วย` looks like a unit; the blank line below shows that it is no record's.
                return !kind.isValue
                    || isAboveGap
                        && (kind == .date && namesPeriod(cell, below: header, in: document)
                            || kind == .unit && cells[0].column > 0)
            }
        }
        let above = document.cells.filled(document.rows[header.lowerBound].cells)
        let filled = Set(above.filter { $0.columnSpan == 1 }.map { Int($0.column) })
        let width = above.map { Int($0.column) + Int($0.columnSpan) }.max() ?? 0
        if cells.contains(where: { $0.columnSpan > 1 && Int($0.columnSpan) * 2 > width }) { return false }
        if fillsGroups(cells, below: filled, width: width, in: document) { return true }
        // Above, only groups have names: `| | | ระยะเวลา | |` over `รหัส | ประเด็น | ผู้ดำเนินการ | เริ่ม | สิ้นสุด`.
        if header.count == 1, cells.count > above.count, isHeader(row, columns: width, in: document) { return true }
        var confirmed = 0
        for cell in cells {
            let pieces = document.pieces[cell.pieces.range]
            let key = PlainText.key(of: pieces, in: document.text)
            let group = above.last { $0.column <= cell.column }
                .map { PlainText.key(of: document.pieces[$0.pieces.range], in: document.text) }
            if row.isHeading || HeadingContext.quarter(key, below: group ?? []) != nil {
                confirmed += 1
                continue
            }
            let column = Int(cell.column)
            let own = matcher.match(key)?.certainty ?? 0
            // `ต.ค.` is a month in a cell, and a heading in a header.
            guard key.count <= 90, own >= 0.99 || !classifier.kind(of: pieces, in: document.text).isValue else {
                return false
            }
            // Below a heading of its own, a cell is the rest of that heading or the first of the group it names.
            guard filled.contains(column) else {
                if own < 0.9 { return false }
                confirmed += 1
                continue
            }
            let heading = above.first { Int($0.column) == column }
            let upper = heading.map { PlainText.key(of: document.pieces[$0.pieces.range], in: document.text) } ?? []
            let joined = matcher.match(upper + key)?.certainty ?? 0
            let isGroup = !filled.contains(column + 1) && column + 1 < width + 1
            if joined >= 0.99 || isGroup && own >= 0.9 {
                confirmed += 1
            } else if joined < 0.6 {
                return false
            }
        }
        return confirmed > 0 && (confirmed * 2 >= cells.count || row.isHeading)
    }

    /// Whether a row names the columns of the groups above it and nothing else: `แผน | ผล | แผน | ผล` below two quarters.
    ///
    /// Every column without a heading of its own has a short text here, and the others none but the first of a group.
    private mutating func fillsGroups(
        _ cells: [Document.Cell], below filled: Set<Int>, width: Int, in document: Document
    ) -> Bool {
        let columns = Set(cells.map { Int($0.column) })
        let last = max(width, (columns.max() ?? 0) + 1)
        let unnamed = Set((0..<last).filter { !filled.contains($0) })
        guard unnamed.count >= 2, filled.contains(0), unnamed.isSubset(of: columns),
            cells.allSatisfy({ cell in
                let column = Int(cell.column)
                return unnamed.contains(column) || unnamed.contains(column + 1) || isBracketed(cell, in: document)
            })
        else { return false }
        return cells.allSatisfy { cell in
            let pieces = document.pieces[cell.pieces.range]
            let key = PlainText.key(of: pieces, in: document.text)
            if isBracketed(cell, in: document) { return true }
            guard cell.columnSpan == 1, key.count <= 60 else { return false }
            switch classifier.kind(of: pieces, in: document.text) {
            case .text: return true
            default: return (matcher.match(key)?.certainty ?? 0) >= 0.99
            }
        }
    }

    /// Whether a cell holds a remark on the heading above it and nothing else: `(บาท)`.
    private func isBracketed(_ cell: Document.Cell, in document: Document) -> Bool {
        let key = PlainText.key(of: cell.pieces, in: document, atMost: 61)
        return (3...60).contains(key.count) && key.first == 0x28 && key.last == 0x29
            && !key.contains { $0 &- 0x30 < 10 }
    }

    /// Whether a date is the rest of a heading: `ผลการดำเนินงาน` over `ในไตรมาสที่ ๓`, where other cells hold no dates.
    private mutating func namesPeriod(_ cell: Document.Cell, below header: Range<Int>, in document: Document) -> Bool {
        let above = document.cells.filled(document.rows[header.lowerBound].cells)
        guard let heading = above.first(where: { $0.column == cell.column }), cell.column > above[0].column else {
            return false
        }
        let key = PlainText.key(of: document.pieces[heading.pieces.range], in: document.text)
        switch matcher.match(key)?.role {
        case .result, .outcome, .status, .budget, .spent, .balance: return true
        default: return false
        }
    }

    /// A header of words that nobody knows: short cells over columns of dates, numbers, units or states.
    private mutating func headerByShape(of rows: Range<Int>, columns: Int, in document: inout Document) -> Header? {
        guard columns >= 3, rows.count >= 3 else { return nil }
        var first = rows.lowerBound
        while first < rows.upperBound - 2, first - rows.lowerBound < Self.mostCaptions,
            isCaption(document.rows[first], columns: columns, in: document)
        {
            first += 1
        }
        let cells = document.cells.filled(document.rows[first].cells)
        guard cells.count * 10 >= columns * 7 else { return nil }
        for cell in cells {
            let pieces = document.pieces[cell.pieces.range]
            let kind = classifier.kind(of: pieces, in: document.text)
            guard kind == .text || kind == .status || kind == .unit else { return nil }
            guard PlainText.key(of: pieces, in: document.text).count <= 120 else { return nil }
        }
        var typed: [UInt16: Int] = [:]
        var looked = 0
        for row in document.rows[(first + 1)..<min(rows.upperBound, first + 12)] {
            looked += 1
            for cell in document.cells[row.cells.range] where !cell.pieces.isEmpty {
                let kind = classifier.kind(of: document.pieces[cell.pieces.range], in: document.text)
                if kind.isValue || kind == .status { typed[cell.column, default: 0] += 1 }
            }
        }
        guard typed.values.filter({ $0 * 2 >= looked }).count >= 2 else { return nil }
        return compose(
            captions: rows.lowerBound..<first, rows: first..<first + 1, columns: columns, isDrawn: true, in: &document)
    }

    /// Whether the first rows of a table are the header `known`, repeated on a further page; how many they are.
    mutating func repeats(_ known: Header, at rows: Range<Int>, in document: Document) -> Int? {
        guard let first = rows.first else { return nil }
        let height = min(known.rows.count, rows.count)
        // A text twice as long and more is not like a heading, however it goes on.
        let longest = 2 * known.keys.reduce(0) { max($0, $1.count) } + 64
        for height in stride(from: height, through: 1, by: -1) {
            var keys = [[UInt8]](repeating: [], count: known.keys.count)
            for row in document.rows[first..<first + height] {
                for cell in document.cells[row.cells.range] {
                    let key = PlainText.key(of: cell.pieces, in: document, atMost: longest)
                    let end = min(Int(cell.column) + Int(cell.columnSpan), keys.count)
                    for column in min(Int(cell.column), end)..<end {
                        if keys[column].isEmpty { keys[column] = key } else { keys[column] += key }
                    }
                }
            }
            let named = known.keys.count { !$0.isEmpty }
            let same = keys.indices.count { !known.keys[$0].isEmpty && alike(keys[$0], known.keys[$0]) }
            if same >= max(2, named - max(1, named / 4)) { return height }
        }
        return nil
    }

    private func alike(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        if a.isSame(as: b) { return true }
        let allowed = max(a.count, b.count) / 3 / 6
        return allowed > 0 && EditDistance.whole(a, b, atMost: allowed) <= allowed
    }
}
