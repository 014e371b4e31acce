internal import ThaiText

/// Tells where the rows of a table of one cell a line begin and end.
///
/// Blank lines part them, or the numbers in the first column do; where there is neither, what the lines hold shows which
/// columns they belong to, and a row begins where these begin anew.
struct CellLineRows {
    /// What a run of lines is.
    enum Verdict { case row, rest, section(Int), text }

    private let lines: [ProseSegmenter.Line]
    private let width: Int
    private var hasGaps: Bool
    /// Whether a line is the number that a row begins with.
    private var isStart: [Bool]
    private var isNumbered = false
    /// The line that the last row begins with.
    private var lastStart = -1

    private let text: [UInt8]

    init(_ lines: [ProseSegmenter.Line], from first: Int, columns: [Segmentation.Column], in document: Document) {
        self.lines = lines
        text = document.text
        width = columns.count
        hasGaps = lines[first...].filter { $0.line.blanksBefore > 0 }.count * width >= (lines.count - first) / 2
        isStart = [Bool](repeating: false, count: lines.count)
        switch columns.first?.match?.role {
        case .number: findNumbers(from: first)
        case .code:
            findCodes(from: first)
            // `ข้อ` over 1, 2, 3 counts the rows.
            if !isNumbered { findNumbers(from: first) }
        default: break
        }
        if !isNumbered, !hasGaps { findPlaces(from: first, columns, in: document) }
    }

    /// Finds the lines that rows begin with by what all lines hold.
    private mutating func findPlaces(from first: Int, _ columns: [Segmentation.Column], in document: Document) {
        var classifier = CellClassifier()
        let kinds = lines[first...].map {
            classifier.kind(of: document.pieces[$0.line.pieces.range], in: document.text)
        }
        // Below a gap signatures and notes end the table.
        let end = lines.indices[first...].first { lines[$0].line.blanksBefore > 0 && isBelowTable($0) } ?? lines.count
        let isOutside = lines[first..<end].map { LineKind.sectionLevel($0.key) != nil }
        let starts = CellPlaces.rowStarts(
            of: Array(kinds[..<(end - first)]), rests: lines[first..<end].map(\.isRest), isOutside: isOutside,
            among: columns)
        guard starts.count(where: { $0 }) >= 2 else { return }
        for (offset, starts) in starts.enumerated() { isStart[first + offset] = starts }
        lastStart = isStart.lastIndex(of: true) ?? -1
        isNumbered = true
    }

    /// Finds the lines that count the rows: each holds the next number and nothing else.
    private mutating func findNumbers(from first: Int) {
        var last = 0
        var found = 0
        var blocks = 0
        for index in lines.indices[first...] where !lines[index].isRest {
            let isApart = !hasGaps || lines[index].line.blanksBefore > 0 || index == first
            if isApart { blocks += 1 }
            guard isApart || lines[index].line.isBelowBreak, let number = LineKind.ordinal(lines[index].key) else {
                continue
            }
            // A number may be missing, or stand twice with its sign; a bare one further inside a row is a value.
            let isSigned = lines[index].key.last.map { $0 &- 0x30 >= 10 } ?? false
            // On a new page the count may be one behind.
            let repeats = number == last && (isSigned || index - max(first, lastStart) >= width - 1)
            let mayStray = number == last + 2 || repeats
            let follows = number == last + 1 || mayStray && index - max(first, lastStart) >= width / 2
            guard follows || number == 1 && LineKind.sectionLevel(lines[index - 1].key) != nil else { continue }
            isStart[index] = true
            last = number
            lastStart = index
            found += 1
        }
        // A number alone between gaps: they part the cells, and the numbers the rows.
        let areCells =
            hasGaps && found >= 2
            && isStart.indices.dropLast().allSatisfy { !isStart[$0] || lines[$0 + 1].line.blanksBefore > 0 }
        isNumbered = found >= 2 && (!hasGaps || areCells || found * 3 >= blocks)
        if areCells { hasGaps = false }
    }

    /// Finds the lines that hold an item code and nothing else.
    private mutating func findCodes(from first: Int) {
        for index in lines.indices[first...] {
            let range = lines[index].range
            guard let code = text.itemCode(at: range.lowerBound, to: range.upperBound, support: .full),
                range.lowerBound + code.length == range.upperBound
            else { continue }
            isStart[index] = true
            lastStart = index
        }
        isNumbered = isStart.count { $0 } >= 2
    }

    /// Whether another run of lines begins with line `index`.
    func isSeam(_ index: Int, since start: Int) -> Bool {
        if lines[index].line.isBelowBreak, isNumbered { return true }
        if hasGaps { return lines[index].line.blanksBefore > 0 || isTail(index, of: start) }
        guard isNumbered else { return index - start >= width }
        return isStart[index] || isSection(index) || isSection(index - 1) || isTail(index, of: start)
    }

    /// Whether a line is a heading between two rows that no blank lines part: the number of a row follows.
    private func isSection(_ index: Int) -> Bool {
        guard LineKind.sectionLevel(lines[index].key) != nil else { return false }
        return index + 1 == lines.count || isStart[index + 1] || lines[index + 1].line.isBelowBreak
    }

    private static let tailWords = PhraseTable(words: [
        "หมายเหตุ", "ข้อมูล ณ", "รวมงบประมาณ", "รวมทั้งสิ้น", "รวมเป็นเงิน", "ข้อเสนอแนะ", "ปัญหาและอุปสรรค", "ปัญหาอุปสรรค",
    ])

    /// Whether a line stands below the last row of the table: a note or a signature.
    private func isTail(_ index: Int, of start: Int) -> Bool {
        guard start == lastStart, index - start >= width / 2 else { return false }
        // Where no gaps part rows, one below a full row ends the table.
        let isBelowGap = !hasGaps && lines[index].line.blanksBefore > 0 && !lines[index].line.isBelowBreak
        return isBelowTable(index) || isBelowGap && index - start >= width
            || (LineKind.sectionLevel(lines[index].key) ?? .max) <= 1
    }

    /// Whether text may stand below a row with nothing between: no row follows, and no blank lines part rows.
    func mayEnd(_ row: [Int]) -> Bool { isNumbered && !hasGaps && row.first == lastStart }

    private func isBelowTable(_ index: Int) -> Bool {
        Signature.begins(at: index, of: lines, in: text) || Self.tailWords.longestPhrase(in: lines[index].key) != nil
    }

    /// What the lines of `range` are, which seams part from the others.
    func verdict(_ range: Range<Int>, isBelowBreak: Bool) -> Verdict {
        if isStart[range.lowerBound], isNumbered { return .row }
        if range.count == 1, let level = LineKind.sectionLevel(lines[range.lowerBound].key) { return .section(level) }
        guard isNumbered else {
            return range.count < max(2, width / 2) || isBelowTable(range.lowerBound) ? .text : .row
        }
        if range.count + 1 >= width, hasGaps { return .row }
        // What a page break cut off is the rest of the row above it, where it is no note and no signature.
        return isBelowBreak && !isBelowTable(range.lowerBound) ? .rest : .text
    }
}
