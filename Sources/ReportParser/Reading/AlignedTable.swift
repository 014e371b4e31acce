internal import ThaiText

/// Tables whose columns are aligned by spaces, as `pdftotext -layout` prints them.
///
/// Each line becomes a row; which lines make one row is for the segmenter to see. The columns are where, line for line,
/// nothing stands: the gutters of the occupancy of all lines that hold two or more runs of text.
struct AlignedTable {
    /// A run of text that two or more spaces part from the next.
    private struct Run {
        var bytes: Range<Int>
        /// First visual column, and the one behind the last.
        var start: Int
        var end: Int
    }

    private struct Line {
        var runs: Range<Int>
        var isApart: Bool
        var next: Int
    }

    /// How many lines are looked at before a line is taken for the first of a table.
    private static let lookahead = 12
    /// How many lines at most make one table block; a longer table goes on in the next block.
    private static let longest = 4000
    /// A table has at least this many columns; two columns are a list with labels, which reads well as lines.
    private static let fewestColumns = 3

    /// A wider run beside one other, in columns, is running text.
    private static let widestOfPair = 60

    private let text: [UInt8]
    private var lines: [Line] = []
    private var runs: [Run] = []
    /// Where the columns begin, the first at 0.
    private var starts: [Int] = []

    /// Reads the table that begins with `line`; null where the next lines make no table.
    static func read(_ text: [UInt8], from line: LineScan, into document: inout Document) -> Int? {
        guard line.gaps >= fewestColumns - 1, !isChoice(line, in: text), looksAligned(text, from: line) else {
            return nil
        }
        var table = AlignedTable(text: text)
        table.collect(from: line)
        if table.beginsWithTitle { return nil }
        table.findColumns()
        guard table.starts.count >= fewestColumns else { return nil }
        return table.emit(into: &document)
    }

    private init(text: [UInt8]) {
        self.text = text
    }

    /// Whether two or more boxes stand behind gaps: `( ) ยังไม่ดำเนินการ   (/) แล้วเสร็จ` is a choice, no first row.
    private static func isChoice(_ line: LineScan, in text: [UInt8]) -> Bool {
        var boxes = 0
        var position = line.content.lowerBound + 2
        while position < line.content.upperBound {
            let byte = text[position]
            if text[position - 1] == 0x20, text[position - 2] == 0x20, byte == 0x28 || byte == 0x5B || byte == 0xE2,
                let token = InlineToken.read(text, at: position, end: line.content.upperBound),
                token.kind == .emptyBox || token.kind == .tickedBox
            {
                boxes += 1
            }
            position += 1
        }
        return boxes >= 2
    }

    private static func looksAligned(_ text: [UInt8], from line: LineScan) -> Bool {
        var wide = 0
        var seen = 0
        var position = line.range.lowerBound
        while position < text.count, seen < lookahead {
            let next = LineScan(text, from: position)
            position = next.next
            guard !next.isBlank else { continue }
            guard next.tabs == 0, next.pipes < 2 else { break }
            seen += 1
            if next.gaps >= 1 { wide += 1 }
        }
        return wide >= 3 || (wide >= 2 && seen <= 3)
    }

    private mutating func collect(from first: LineScan) {
        let headline = Self.squash(text[first.content])
        var position = first.range.lowerBound
        var blanks = 0
        var single = 0
        var lastWide = 0
        while position < text.count, lines.count < Self.longest {
            let line = LineScan(text, from: position)
            guard !line.isBlank else {
                blanks += 1
                position = line.next
                continue
            }
            guard line.tabs == 0, line.pipes < 2 else { break }
            // The header of the next page begins a block of its own: its columns may stand elsewhere.
            if !lines.isEmpty, line.gaps >= 2, Self.squash(text[line.content]) == headline { break }
            let firstRun = runs.count
            appendRuns(of: line)
            lines.append(
                Line(runs: firstRun..<runs.count, isApart: blanks > 0 || line.hasPageBreak, next: line.next))
            blanks = 0
            position = line.next
            if line.gaps > 0 {
                lastWide = lines.count
                single = 0
            } else {
                single += 1
                // Several full lines of running text: the table has ended before them.
                if single >= 4, isProse(last: 3) { break }
            }
        }
        // Single runs right below the last wide line are the ends of its cells; what stands further off is no row.
        var kept = lastWide
        while kept < lines.count, !lines[kept].isApart, runs[lines[kept].runs.lowerBound].start > 0 { kept += 1 }
        lines.removeSubrange(kept...)
    }

    /// Whether the first line, which a gap parts from the others, has hardly a run where one of theirs begins:
    /// `เทศบาลตำบล…  อำเภอ…  จังหวัด…` centred above the table.
    private var beginsWithTitle: Bool {
        guard lines.count > 2, lines[1].isApart else { return false }
        let others = lines.dropFirst().prefix(Self.lookahead).filter { $0.runs.count >= Self.fewestColumns }
        guard !others.isEmpty else { return false }
        let starts = Set(others.flatMap { runs[$0.runs].flatMap { [$0.start - 1, $0.start, $0.start + 1] } })
        return runs[lines[0].runs].count { starts.contains($0.start) } <= 1
    }

    private func isProse(last count: Int) -> Bool {
        lines.suffix(count).allSatisfy { runs[$0.runs].allSatisfy { $0.end - $0.start > 60 } }
    }

    private static func squash(_ bytes: ArraySlice<UInt8>) -> [UInt8] { bytes.filter { $0 > 0x20 } }

    private mutating func appendRuns(of line: LineScan) {
        var column = VisualColumns.width(of: line.range.lowerBound..<line.content.lowerBound, in: text)
        var start = line.content.lowerBound
        var startColumn = column
        var position = start
        while position < line.content.upperBound {
            var spaces = 0
            while position + spaces < line.content.upperBound, text[position + spaces] == 0x20 { spaces += 1 }
            if spaces >= 2 {
                runs.append(Run(bytes: start..<position, start: startColumn, end: column))
                start = position + spaces
                startColumn = column + spaces
            }
            if spaces > 0 {
                position += spaces
                column += spaces
            } else {
                let length = text.characterLength(at: position)
                column = VisualColumns.width(of: position..<position + length, in: text, from: column)
                position += length
            }
        }
        runs.append(Run(bytes: start..<line.content.upperBound, start: startColumn, end: column))
    }

    /// Finds the columns in the occupancy of the lines that hold several runs.
    private mutating func findColumns() {
        let several = lines.indices.filter { lines[$0].runs.count > 1 }
        let common = commonStarts(of: several)
        let wide = several.filter { !isStray($0, common) }.map { lines[$0] }
        let width = min(runs.map(\.end).max() ?? 0, 1000)
        guard width > 0 else { return }
        var occupancy = [Int](repeating: 0, count: width + 1)
        var begins = [Int](repeating: 0, count: width + 1)
        for line in wide {
            for run in runs[line.runs] where run.start < width {
                begins[run.start] += 1
                // A sentence behind a wide space, as `หมายเหตุ   …` below the table, fills no column.
                if line.runs.count == 2, run.end - run.start > Self.widestOfPair { continue }
                for column in run.start..<min(run.end, width) { occupancy[column] += 1 }
            }
        }
        // One stray line in ten may reach into a gutter.
        let noise = wide.count >= 10 ? wide.count / 10 : 0
        starts = []
        var isInside = false
        for column in 0..<width {
            let isText = occupancy[column] > noise
            if isText, !isInside { starts.append(column) }
            isInside = isText
        }
        mergeThinColumns(begins: begins, lines: wide.count)
        if !starts.isEmpty { starts[0] = 0 }
    }

    /// Where runs begin in several lines, give or take a column.
    private func commonStarts(of indices: [Int]) -> Set<Int> {
        var begins: [Int: Int] = [:]
        for index in indices { for run in runs[lines[index].runs] { begins[run.start, default: 0] += 1 } }
        let least = max(2, indices.count / 6)
        return Set(begins.filter { $0.value >= least }.keys.flatMap { [$0 - 1, $0, $0 + 1] })
    }

    /// Whether a line between two gaps has hardly a run where those of other lines begin: the head of the next page.
    private func isStray(_ index: Int, _ common: Set<Int>) -> Bool {
        guard index > 0, lines[index].isApart, index + 1 == lines.count || lines[index + 1].isApart else {
            return false
        }
        let line = runs[lines[index].runs]
        return line.count { common.contains($0.start) } * 2 <= line.count
    }

    /// A column in which hardly any line begins a run is a space that happens to stand below others, not a gutter.
    private mutating func mergeThinColumns(begins: [Int], lines: Int) {
        var kept: [Int] = []
        for (index, start) in starts.enumerated() {
            let stop = index + 1 < starts.count ? starts[index + 1] : begins.count
            let beginning = begins[start..<stop].reduce(0, +)
            if kept.isEmpty || beginning >= max(1, min(2, lines / 4)) { kept.append(start) }
        }
        starts = kept
    }

    private func column(at visual: Int) -> Int {
        (starts.lastIndex { $0 <= visual + 1 }) ?? 0
    }

    private func emit(into document: inout Document) -> Int? {
        let firstRow = document.rows.count
        for line in lines {
            let firstCell = document.cells.count
            var last = -1
            for run in runs[line.runs] {
                for part in line.runs.count == 1 && isSection(run) ? [run] : cut(run) {
                    let place = column(at: part.start)
                    if place == last, let cell = document.cells.last {
                        // Two runs of one column: the author's own wide space.
                        let first = document.pieces.count
                        var inline = InlineMarkup()
                        inline.append(part.bytes, of: text, joint: .space, to: &document)
                        if document.pieces.count > first { document.pieces[first].joint = .space }
                        var longer = cell
                        longer.pieces.count = UInt32(document.pieces.count) - cell.pieces.first
                        document.cells[document.cells.count - 1] = longer
                        continue
                    }
                    let first = document.pieces.count
                    var inline = InlineMarkup()
                    inline.append(part.bytes, of: text, joint: .none, to: &document)
                    document.appendCell(
                        piecesFrom: first, column: place,
                        columnSpan: max(1, column(at: part.end - 1) - place + 1))
                    last = place
                }
            }
            document.appendRow(cellsFrom: firstCell, isApart: line.isApart)
        }
        document.appendTable(rowsFrom: firstRow, dialect: .aligned, columns: starts.count)
        return lines.last?.next
    }

    /// Whether a run is the heading of a section, which stands across the columns: `มิติที่ ๑ การสร้างวัฒนธรรมสุจริต`.
    private func isSection(_ run: Run) -> Bool {
        var key: [UInt8] = []
        PlainText.appendKey(of: run.bytes, in: text, to: &key)
        return LineKind.sectionLevel(key) != nil
    }

    /// Cuts a run that reaches over a gutter at a single space beside the gutter; a run without one spans the columns.
    private func cut(_ run: Run) -> [Run] {
        let first = column(at: run.start)
        guard column(at: run.end - 1) > first else { return [run] }
        var parts: [Run] = []
        var rest = run
        var position = run.bytes.lowerBound
        var visual = run.start
        while position < run.bytes.upperBound {
            let length = text.characterLength(at: position)
            if text[position] == 0x20, starts.dropFirst(first + 1).contains(where: { abs($0 - visual - 1) <= 1 }) {
                parts.append(Run(bytes: rest.bytes.lowerBound..<position, start: rest.start, end: visual))
                rest = Run(bytes: position + 1..<run.bytes.upperBound, start: visual + 1, end: run.end)
            }
            visual = VisualColumns.width(of: position..<position + length, in: text, from: visual)
            position += length
        }
        parts.append(rest)
        // A heading centred over the table may have a space there by chance: cut only what fills its columns.
        return parts.allSatisfy { part in starts.contains { abs($0 - part.start) <= 2 } } ? parts : [run]
    }
}
