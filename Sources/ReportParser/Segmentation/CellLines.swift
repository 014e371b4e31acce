/// A table that was extracted one cell a line: its headings on lines of their own, then the cells of row after row.
struct CellLines {
    /// The lines of the header.
    let header: Range<Int>
    private var columns: [Segmentation.Column] = []
    private var keys: [[UInt8]] = []

    /// Fewer headings than this are a list of topics.
    private static let fewestColumns = 4

    /// Recognises such a table: a run of lines that are headings and nothing else.
    init?(_ lines: [ProseSegmenter.Line], in document: Document, matcher: inout HeadingMatcher) {
        var start = 0
        while start < lines.count {
            var end = start
            var roles: Set<ColumnRole> = []
            var found: [Segmentation.Column] = []
            while end < lines.count, lines[end].key.count <= 120, Self.isPlain(lines[end].key),
                let match = matcher.match(lines[end].key),
                match.certainty >= 0.8 || (match.certainty >= 0.6 && end > start),
                roles.insert(match.role).inserted || match.role == .extra
            {
                found.append(Segmentation.Column(heading: lines[end].line.pieces, match: match))
                end += 1
            }
            if end - start >= Self.fewestColumns, roles.filter(\.isAction).count >= 2, lines.count - end >= end - start
            {
                header = start..<end
                columns = found
                keys = lines[start..<end].map(\.key)
                return
            }
            start = max(end, start + 1)
        }
        return nil
    }

    /// Whether a line may be a heading and nothing more: no bullet, no colon with a value, no figures.
    private static func isPlain(_ key: [UInt8]) -> Bool {
        key.first != 0x2D && key.allSatisfy { $0 != 0x3A && !($0 &- 0x30 < 10) }
    }

    /// Adds the table to a segmentation; `text` takes lines that are no cells.
    func append(
        to result: inout Segmentation, lines: [ProseSegmenter.Line],
        text: (Range<Int>, inout Segmentation) -> Void
    ) {
        result.segments.append(
            .text(.tableHeader, result.document.append(pieces: joined(header, lines, result.document)), level: 0))
        startTable(&result)
        let width = columns.count
        let hasGaps =
            lines[header.upperBound...].filter { $0.line.blanksBefore > 0 }.count * width
            >= (lines.count - header.upperBound) / 2
        var index = header.upperBound
        while index < lines.count {
            if index + width <= lines.count, (0..<width).allSatisfy({ lines[index + $0].key == keys[$0] }) {
                let pieces = joined(index..<index + width, lines, result.document)
                result.segments.append(.furniture(.repeatedHeader, result.document.append(pieces: pieces)))
                index += width
                continue
            }
            var end = index + 1
            while end < lines.count, hasGaps ? lines[end].line.blanksBefore == 0 : end - index < width { end += 1 }
            let isShort = end - index == 1
            if isShort, let level = LineKind.sectionLevel(lines[index].key) {
                result.segments.append(.text(.heading, lines[index].line.pieces, level: level))
                startTable(&result)
                index = end
            } else if end - index < max(2, width / 2) {
                text(index..<end, &result)
                startTable(&result)
                index = end
            } else {
                appendRow(index..<end, lines, &result)
                index = end
            }
        }
    }

    private func startTable(_ result: inout Segmentation) {
        var table = Segmentation.Table(columns: columns)
        table.rows = Slice32(result.rows.count..<result.rows.count)
        result.segments.append(.table(result.tables.count))
        result.tables.append(table)
    }

    private func joined(_ range: Range<Int>, _ lines: [ProseSegmenter.Line], _ document: Document) -> [Piece] {
        var pieces: [Piece] = []
        for index in range {
            pieces.join(document.pieces[lines[index].line.pieces.range], by: .line)
        }
        return pieces
    }

    /// Gives the lines of a row to the columns in order, so that kinds and roles agree best.
    private func appendRow(_ range: Range<Int>, _ lines: [ProseSegmenter.Line], _ result: inout Segmentation) {
        var classifier = CellClassifier()
        let kinds = range.map {
            classifier.kind(of: result.document.pieces[lines[$0].line.pieces.range], in: result.document.text)
        }
        let places = place(kinds)
        let first = result.cells.count
        var index = 0
        while index < range.count {
            var end = index + 1
            while end < range.count, places[end] == places[index] { end += 1 }
            let part = range.lowerBound + index..<range.lowerBound + end
            let slice =
                part.count == 1
                ? lines[part.lowerBound].line.pieces
                : result.document.append(pieces: joined(part, lines, result.document))
            result.cells.append(Segmentation.Cell(column: UInt16(clamping: places[index]), pieces: slice))
            index = end
        }
        result.rows.append(Segmentation.Row(kind: .record, cells: Slice32(first..<result.cells.count)))
        result.tables[result.tables.count - 1].rows.count += 1
    }

    /// The column of each line: in order, several lines may share one, columns may stay empty.
    private func place(_ kinds: [CellKind]) -> [Int] {
        let width = columns.count
        if kinds.count == width { return Array(0..<width) }
        var best = [[Int]](repeating: [Int](repeating: Int.min / 2, count: width), count: kinds.count)
        var from = [[Int]](repeating: [Int](repeating: 0, count: width), count: kinds.count)
        for (line, kind) in kinds.enumerated() {
            for column in 0..<width {
                let fit = Self.fit(kind, columns[column].match?.role ?? .extra)
                if line == 0 {
                    best[0][column] = fit - column
                    continue
                }
                for before in 0...column {
                    // Skipping a column costs a little, sharing one a little more.
                    let step = before == column ? -2 : -(column - before - 1)
                    let score = best[line - 1][before] + fit + step
                    if score > best[line][column] {
                        best[line][column] = score
                        from[line][column] = before
                    }
                }
            }
        }
        guard let last = best.last, let end = last.indices.max(by: { last[$0] < last[$1] }) else { return [] }
        var places = [Int](repeating: end, count: kinds.count)
        for line in stride(from: kinds.count - 1, to: 0, by: -1) { places[line - 1] = from[line][places[line]] }
        return places
    }

    private static func fit(_ kind: CellKind, _ role: ColumnRole) -> Int {
        switch (kind, role) {
        case (.number, .number), (.outline, .number), (.code, .code), (.date, .timeframe), (.date, .deadline),
            (.date, .start), (.status, .status), (.percent, .status), (.unit, .responsible), (.money, .budget),
            (.money, .spent), (.money, .balance):
            6
        case (.list, .steps), (.status, .result): 4
        case (.text, .title), (.text, .steps), (.text, .result), (.text, .outcome), (.list, .result), (.list, .outcome):
            2
        case (.dash, _): 1
        case (.text, .number), (.text, .code), (.text, .timeframe), (.text, .responsible), (.unit, .number): -4
        default: 0
        }
    }
}
