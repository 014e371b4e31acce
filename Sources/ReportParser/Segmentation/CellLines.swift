internal import ThaiText

/// A table that was extracted one cell a line: its headings on lines of their own, then the cells of row after row.
struct CellLines {
    /// The lines of the header.
    let header: Range<Int>
    private var columns: [Segmentation.Column] = []
    private var keys: [[UInt8]] = []

    /// Fewer headings than this are a list of topics.
    private static let fewestColumns = 4
    /// More headings than this are no table.
    private static let mostColumns = 40
    /// So many lines of a running head may stand between the end of a page and the repeated header.
    private static let mostHeadLines = 3

    /// Recognises such a table: a run of lines that are headings and nothing else.
    init?(_ lines: [ProseSegmenter.Line], in document: Document, matcher: inout HeadingMatcher) {
        var start = 0
        var places = Places()
        while start < lines.count {
            var end = start
            var roles: Set<ColumnRole> = []
            var found: [Segmentation.Column] = []
            while end < lines.count, end - start < Self.mostColumns, lines[end].key.count <= 120,
                Self.isPlain(lines[end].key),
                let match = matcher.match(lines[end].key),
                match.certainty >= 0.8 || (match.certainty >= 0.6 && end > start),
                roles.insert(match.role).inserted || match.role == .extra
                    || Self.mayStandTwice(match.role) && found.count(where: { $0.match?.role == match.role }) == 1
            {
                found.append(Segmentation.Column(heading: lines[end].line.pieces, match: match))
                end += 1
                // One that nobody knows, among others that are known.
                while end < lines.count,
                    found.count >= 2 && found.allSatisfy({ $0.match != nil })
                        && Self.isUnknownHeading(end, in: lines, roles, matcher: &matcher)
                        || end > start && Self.repeats(end, in: lines, &places, matcher: &matcher)
                {
                    found.append(Segmentation.Column(heading: lines[end].line.pieces, match: nil))
                    end += 1
                }
            }
            if end - start >= Self.fewestColumns, roles.filter(\.isAction).count >= 2, lines.count - end >= end - start,
                !Self.areLabels(start..<end, in: lines)
            {
                // `กิจกรรมหลัก | วิธีการ`: the first of two says what, the second how.
                if !roles.contains(.title), case let steps = found.indices.filter({ found[$0].match?.role == .steps }),
                    steps.count == 2
                {
                    found[steps[0]].match = HeadingMatcher.Match(role: .title, certainty: 0.7)
                    roles.insert(.title)
                }
                if !roles.contains(.title), !roles.contains(.section) {
                    start = Self.addSubject(above: start, to: &found, lines, matcher: &matcher)
                }
                header = start..<end
                columns = found
                keys = lines[start..<end].map(\.key)
                return
            }
            start = max(end, start + 1)
        }
        return nil
    }

    /// Whether two columns may be headed for the same: the approach and its steps, the state and the result.
    private static func mayStandTwice(_ role: ColumnRole) -> Bool { [.title, .steps, .result].contains(role) }

    /// Whether lines that look like a header stand further down as well, each for itself: labels, with values between.
    private static func areLabels(_ header: Range<Int>, in lines: [ProseSegmenter.Line]) -> Bool {
        let keys = header.map { lines[$0].key }
        var strays = 0
        for index in lines.indices[header.upperBound...] {
            guard let place = keys.firstIndex(of: lines[index].key) else { continue }
            let follows = place > 0 && lines[index - 1].key == keys[place - 1]
            let leads = place + 1 < keys.count && index + 1 < lines.count && lines[index + 1].key == keys[place + 1]
            if !follows, !leads { strays += 1 }
            if strays >= fewestStrays { return true }
        }
        return false
    }

    private static let fewestStrays = 3

    /// Whether a line may be a heading that nobody knows: a few words, with one that is known below them.
    private static func isUnknownHeading(
        _ index: Int, in lines: [ProseSegmenter.Line], _ roles: Set<ColumnRole>, matcher: inout HeadingMatcher
    ) -> Bool {
        guard index + 1 < lines.count, (9...longestSubject).contains(lines[index].key.count),
            isPlain(lines[index].key), isPlain(lines[index + 1].key), LineKind.sectionLevel(lines[index].key) == nil,
            (matcher.match(lines[index].key)?.certainty ?? 0) < 0.6,
            Vocabulary.standard.unitHeads.longestPhrase(in: lines[index].key) == nil,
            let next = matcher.match(lines[index + 1].key), next.certainty >= 0.8
        else { return false }
        return next.role == .extra || !roles.contains(next.role) && next.role.isLabel
    }

    /// Where each short line stands, once that is asked for.
    private struct Places {
        private var places: [ByteKey: [Int]] = [:]

        /// The next few places of a line behind `index`.
        mutating func of(_ key: [UInt8], behind index: Int, in lines: [ProseSegmenter.Line]) -> ArraySlice<Int> {
            if places.isEmpty {
                for (place, line) in lines.enumerated() where line.key.count <= CellLines.longestSubject {
                    places[ByteKey(line.key), default: []].append(place)
                }
            }
            guard let found = places[ByteKey(key)] else { return [] }
            var (low, high) = (0, found.count)
            while low < high {
                let middle = (low + high) / 2
                if found[middle] > index { high = middle } else { low = middle + 1 }
            }
            return found[low...].prefix(CellLines.mostRepeats)
        }
    }

    /// So many further places of a line are looked at.
    private static let mostRepeats = 4

    /// Whether a line stands further down as well, below the same line and above the same one: a header is repeated there.
    ///
    /// The next line is a heading that is known.
    private static func repeats(
        _ index: Int, in lines: [ProseSegmenter.Line], _ places: inout Places, matcher: inout HeadingMatcher
    ) -> Bool {
        guard index + 1 < lines.count, index > 0, isPlain(lines[index].key), lines[index].key.count <= longestSubject,
            (matcher.match(lines[index].key)?.certainty ?? 0) < 0.6
        else { return false }
        let around = (lines[index - 1].key, lines[index].key, lines[index + 1].key)
        guard let next = matcher.match(around.2), next.certainty >= 0.6, isPlain(around.2) else { return false }
        for place in places.of(around.1, behind: index + 1, in: lines) where place + 1 < lines.count {
            if lines[place - 1].key == around.0, lines[place + 1].key == around.2 { return true }
        }
        return false
    }

    /// Adds the heading above the others that nobody knows, and that of the numbers before it.
    ///
    /// Where no other heading names the subject, it does. Returns the first line of the header.
    private static func addSubject(
        above start: Int, to columns: inout [Segmentation.Column], _ lines: [ProseSegmenter.Line],
        matcher: inout HeadingMatcher
    ) -> Int {
        guard start > 0, case let line = lines[start - 1], lines[start].line.blanksBefore == 0, isPlain(line.key),
            line.key.count <= longestSubject, !LineKind.isAboutReport(line.key), !LineKind.isAgency(line.key),
            LineKind.sectionLevel(line.key) == nil, matcher.match(line.key) == nil
        else { return start }
        let title = HeadingMatcher.Match(role: .title, certainty: 0.6)
        columns.insert(Segmentation.Column(heading: line.line.pieces, match: title), at: 0)
        guard start > 1, line.line.blanksBefore == 0, let match = matcher.match(lines[start - 2].key),
            match.role == .number || match.role == .code
        else { return start - 1 }
        columns.insert(Segmentation.Column(heading: lines[start - 2].line.pieces, match: match), at: 0)
        return start - 2
    }

    /// A heading that nobody knows is a few words, in bytes of the comparable form.
    private static let longestSubject = 75

    /// Whether a line may be a heading and nothing more: no bullet, no colon with a value, no figures.
    private static func isPlain(_ key: [UInt8]) -> Bool {
        key.first != 0x2D && key.first != 0x2A && key.last != 0x2D
            && key.allSatisfy { $0 != 0x3A && !($0 &- 0x30 < 10) }
    }

    /// Adds the table to a segmentation; `text` takes lines that are no cells.
    func append(
        to result: inout Segmentation, lines: [ProseSegmenter.Line],
        text: (Range<Int>, inout Segmentation) -> Void
    ) {
        result.segments.append(
            .text(.tableHeader, result.document.append(pieces: joined(header, lines, result.document)), level: 0))
        startTable(&result)
        var isBelowBreak = false
        let rows = CellLineRows(lines, from: header.upperBound, columns: columns, in: result.document)
        func finish(_ row: inout [Int], _ result: inout Segmentation) {
            appendRow(row, mayEnd: rows.mayEnd(row), lines: lines, to: &result, text: text)
            row.removeAll()
        }
        var row: [Int] = []
        var index = header.upperBound
        while index < lines.count {
            if let start = repeatedHeader(at: index, in: lines) {
                for head in index..<start {
                    result.segments.append(.furniture(.runningHead, lines[head].line.pieces))
                }
                let pieces = joined(start..<start + keys.count, lines, result.document)
                result.segments.append(.furniture(.repeatedHeader, result.document.append(pieces: pieces)))
                index = start + keys.count
                isBelowBreak = true
                continue
            }
            isBelowBreak = isBelowBreak || lines[index].line.isBelowBreak
            var end = index + 1
            while end < lines.count, !rows.isSeam(end, since: index), repeatedHeader(at: end, in: lines) == nil {
                end += 1
            }
            switch rows.verdict(index..<end, isBelowBreak: isBelowBreak && !row.isEmpty) {
            case .row:
                finish(&row, &result)
                row = Array(index..<end)
            case .rest: row += index..<end
            case .section(let level):
                finish(&row, &result)
                result.segments.append(.text(.heading, lines[index].line.pieces, level: level))
                startTable(&result)
            case .text:
                finish(&row, &result)
                text(index..<end, &result)
                startTable(&result)
            }
            isBelowBreak = false
            index = end
        }
        finish(&row, &result)
    }

    /// Where the header stands once more, at `index` or below the running head of a new page; null where it does not.
    private func repeatedHeader(at index: Int, in lines: [ProseSegmenter.Line]) -> Int? {
        if isHeader(index, in: lines) { return index }
        // The name of the body and of the report, as each page repeats them.
        let isNamed = LineKind.isAgency(lines[index].key) && LineKind.speaksOfReport(lines[index].key)
        guard lines[index].line.isBelowBreak || isNamed else { return nil }
        for start in index + 1...index + Self.mostHeadLines where isHeader(start, in: lines) {
            let isHead = (index..<start).allSatisfy { LineKind.sectionLevel(lines[$0].key) == nil }
            return isHead ? start : nil
        }
        return nil
    }

    private func isHeader(_ start: Int, in lines: [ProseSegmenter.Line]) -> Bool {
        start + keys.count <= lines.count && keys.indices.allSatisfy { lines[start + $0].key == keys[$0] }
    }

    private func startTable(_ result: inout Segmentation) {
        var table = Segmentation.Table(columns: columns)
        table.rows = Slice32(result.rows.count..<result.rows.count)
        result.segments.append(.table(result.tables.count))
        result.tables.append(table)
    }

    private func joined(_ range: some Sequence<Int>, _ lines: [ProseSegmenter.Line], _ document: Document) -> [Piece] {
        var pieces: [Piece] = []
        for index in range { pieces.join(document.pieces[lines[index].line.pieces.range], by: .line) }
        return pieces
    }

    /// Gives the lines of a row to the columns in order, so that kinds and roles agree best.
    ///
    /// `mayEnd`: text may stand below the row with nothing between; `text` takes it.
    private func appendRow(
        _ row: [Int], mayEnd: Bool, lines: [ProseSegmenter.Line], to result: inout Segmentation,
        text: (Range<Int>, inout Segmentation) -> Void
    ) {
        guard !row.isEmpty else { return }
        var classifier = CellClassifier()
        let kinds = row.map {
            classifier.kind(of: result.document.pieces[lines[$0].line.pieces.range], in: result.document.text)
        }
        let places = CellPlaces.columns(
            of: kinds, rests: row.map { lines[$0].isRest }, among: columns, mayEnd: mayEnd)
        let first = result.document.cells.count
        var index = 0
        while index < row.count, places[index] < columns.count {
            var pieces = Array(result.document.pieces[lines[row[index]].line.pieces.range])
            var end = index + 1
            while end < row.count, places[end] == places[index] {
                let joint: Piece.Joint = isWrapped(kinds[end], columns[places[index]]) ? .wrap : .line
                pieces.join(result.document.pieces[lines[row[end]].line.pieces.range], by: joint)
                end += 1
            }
            let slice = end == index + 1 ? lines[row[index]].line.pieces : result.document.append(pieces: pieces)
            result.appendCell(slice, column: places[index])
            index = end
        }
        result.rows.append(Segmentation.Row(kind: .record, cells: Slice32(first..<result.document.cells.count)))
        result.tables[result.tables.count - 1].rows.count += 1
        while index < row.count {
            var end = index + 1
            while end < row.count, row[end] == row[end - 1] + 1 { end += 1 }
            text(row[index]..<row[end - 1] + 1, &result)
            index = end
        }
    }

    /// Whether a further line of a cell goes on with the sentence above it; units and steps stand on lines of their own.
    private func isWrapped(_ kind: CellKind, _ column: Segmentation.Column) -> Bool {
        guard kind != .list else { return false }
        switch column.match?.role {
        case .title, .result, .outcome: return true
        default: return false
        }
    }
}
