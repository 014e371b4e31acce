/// The headings of the columns, from the rows of a header.
extension HeaderDetector {
    /// Joins the rows of a header into one heading a column.
    ///
    /// `isDrawn`: a row is a row of cells, not a line of the text in them.
    mutating func compose(
        captions: Range<Int>, rows: Range<Int>, columns: Int, isDrawn: Bool, in document: inout Document
    ) -> Header {
        var result = [Segmentation.Column](repeating: Segmentation.Column(), count: columns)
        var keys = [[UInt8]](repeating: [], count: columns)
        for column in 0..<columns {
            var parts: [Slice32] = []
            var parents: [[UInt8]] = []
            var isGroup = isDrawn && leadsGroup(column, rows, in: document)
            var isImplied = false
            for row in document.rows[rows] {
                for cell in document.cells[row.cells.range]
                where !cell.pieces.isEmpty && Int(cell.column) <= column
                    && column < Int(cell.column) + Int(cell.columnSpan)
                {
                    // A heading over several columns names their group; its text belongs to the first of them.
                    if Int(cell.column) == column { parts.append(cell.pieces) }
                    isGroup = isGroup || cell.columnSpan > 1
                    parents.append(PlainText.key(of: document.pieces[cell.pieces.range], in: document.text))
                }
            }
            if parts.count == 1, rows.count > 1, let group = impliedGroup(of: column, rows, in: document) {
                parents.insert(group, at: 0)
                (isGroup, isImplied) = (true, isDrawn)
            }
            result[column].heading = join(parts, in: &document)
            let joined = parents.flatMap(\.self)
            keys[column] = joined
            let own = parents.last.flatMap { matcher.match($0) }
            let whole = matcher.match(joined)
            // `รายละเอียด` below a heading that names a group is what the group is.
            if parents.count > 1, isGroup, let own = parents.last, HeadingMatcher.saysNothing(own),
                let group = matcher.match(parents[parents.count - 2]), group.certainty >= 0.6
            {
                result[column].match = group
                continue
            }
            if parents.count > 1, isGroup,
                let quarter = HeadingContext.quarter(parents[parents.count - 1], below: parents[0])
            {
                result[column].match = HeadingMatcher.Match(role: quarter, certainty: 1)
                continue
            }
            // `ตัวชี้วัด` below `เป้าหมาย` measures the success of a measure, which is no part of it.
            if parents.count > 1, isGroup, own?.role == .section, let group = matcher.match(parents[0]),
                group.role == .extra, group.certainty >= 0.9
            {
                result[column].match = group
                continue
            }
            // The lower row says what a column of a group is, if it says anything; else the rows are one wrapped heading.
            // A heading across several columns names what they have in common; below it one that is known says more.
            // Whether one reaches so far to the right is a guess, where nothing but empty cells says so.
            let least = isImplied ? 0.6 : isGroup && own?.role.isAction == true ? 0.7 : 0.99
            if parents.count > 1, let own, own.certainty >= least,
                isGroup || own.role.isPartOfGroup && (whole?.certainty ?? 0) < 0.99
            {
                result[column].match = own
                // `เสร็จ` below `ระยะเวลา` is the day by which, not a state.
                if case .tick(.completed) = own.role, let group = parents.first.flatMap({ matcher.match($0) }),
                    group.role == .timeframe || group.role == .start || group.role == .deadline
                {
                    result[column].match?.role = .deadline
                }
            } else {
                result[column].match = whole ?? own ?? parents.first.flatMap { matcher.match($0) }
            }
        }
        return Header(captions: captions, rows: rows, columns: result, keys: keys)
    }

    /// Whether a heading of one column names those to its right too, which have headings only below it.
    private func leadsGroup(_ column: Int, _ rows: Range<Int>, in document: Document) -> Bool {
        guard rows.count > 1 else { return false }
        let upper = document.cells.filled(document.rows[rows.lowerBound].cells)
        let lower = document.cells.filled(document.rows[rows.lowerBound + 1].cells)
        return upper.contains { Int($0.column) == column && $0.columnSpan == 1 && $0.rowSpan == 1 }
            && !upper.contains { Int($0.column) <= column + 1 && column + 1 < Int($0.column) + Int($0.columnSpan) }
            && [column, column + 1].allSatisfy { index in lower.contains { Int($0.column) == index } }
    }

    /// The heading to the left that names the group of a column whose own cell in the first row is empty.
    private func impliedGroup(of column: Int, _ rows: Range<Int>, in document: Document) -> [UInt8]? {
        let cells = document.cells.filled(document.rows[rows.lowerBound].cells)
        guard !cells.contains(where: { Int($0.column) == column }),
            let left = cells.last(where: { Int($0.column) < column })
        else { return nil }
        return PlainText.key(of: document.pieces[left.pieces.range], in: document.text)
    }

    /// The header with the row below it, where that is its end, cut off by the end of a page: with it some headings say
    /// more for certain, and none says less.
    mutating func completed(_ header: Header, by row: Document.Row, in document: inout Document) -> Header? {
        var result = header
        var gain = false
        for cell in document.cells[row.cells.range] where !cell.pieces.isEmpty {
            let column = Int(cell.column)
            guard column < header.columns.count, cell.columnSpan == 1, !header.columns[column].heading.isEmpty else {
                return nil
            }
            let rest = PlainText.key(of: cell.pieces, in: document, atMost: 200)
            guard rest.count < 200, let match = matcher.match(header.keys[column] + rest), match.certainty >= 0.9 else {
                return nil
            }
            let before = header.columns[column].match?.certainty ?? 0
            guard match.certainty >= before else { return nil }
            gain = gain || match.certainty > before
            result.keys[column] += rest
            result.columns[column].match = match
            result.columns[column].heading = join([header.columns[column].heading, cell.pieces], in: &document)
        }
        return gain ? result : nil
    }

    private func join(_ parts: [Slice32], in document: inout Document) -> Slice32 {
        guard parts.count > 1 else { return parts.first ?? .empty }
        var pieces: [Piece] = []
        for part in parts { pieces.join(document.pieces[part.range], by: .wrap) }
        return document.append(pieces: pieces)
    }
}
