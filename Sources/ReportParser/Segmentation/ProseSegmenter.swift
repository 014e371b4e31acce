internal import ThaiText

/// Segments the lines between two tables: headings, paragraphs, records with labelled fields, tables of one cell a line.
struct ProseSegmenter {
    /// A line and what it looks like.
    struct Line {
        var line: Document.Line
        var range: Range<Int>
        var key: [UInt8]
        var label: LabelFinder.Label?
        /// Whether the line is one of those that letters or numerals count above groups of records.
        var isCountedSection = false
        /// Whether it goes on with the line above, in a text whose lines gaps part otherwise.
        var isRest = false
        /// Whether it is a line of a table of contents.
        var isContents = false

        /// Whether a gap or the end of a page stands above it.
        var startsBlock: Bool { line.blanksBefore > 0 || line.isBelowBreak }

        /// The level of the section that the line is the heading of; null where it is none.
        var sectionLevel: Int? { isContents ? nil : LineKind.sectionLevel(key) ?? (isCountedSection ? 2 : nil) }
    }

    private let source: [Document.Line]
    private let isBeforeTable: Bool
    private let hadTable: Bool
    /// Lent by the segmenter: what it has learnt of headings serves all zones.
    var matcher: HeadingMatcher
    var lines: [Line] = []
    /// Whether the numbers before the labels of titles count the records: `๑. มาตรการ : …`.
    var countsTitles = false
    /// The number of the last record, where it has two parts.
    var lastPart: (chapter: Int, number: Int)?
    /// The dots around the values of the record that is being read.
    var fillers: [[Piece]] = []

    init(lines: [Document.Line], isBeforeTable: Bool, hadTable: Bool, matcher: HeadingMatcher) {
        self.matcher = matcher
        source = lines
        self.isBeforeTable = isBeforeTable
        self.hadTable = hadTable
    }

    /// Adds the segments of the lines to `result`; `spaces` tells where words end, once it is made.
    mutating func segment(into result: inout Segmentation, spaces: inout LayoutSpaces?) {
        lines = source.map { line in
            let range = result.document.span(of: line.pieces).range
            let key = PlainText.key(of: result.document.pieces[line.pieces.range], in: result.document.text)
            let isContents = key.count > 3 && LineKind.isContents(range, in: result.document.text)
            let mayBeLabelled = key.count > 3 && !isContents
            let label = mayBeLabelled ? LabelFinder.label(at: range, in: result.document.text, matcher: &matcher) : nil
            return Line(line: line, range: range, key: key, label: label, isContents: isContents)
        }
        dropChapterLabels()
        dropMemoFields(in: result.document.text)
        dropReportFields(in: result.document.text, &spaces)
        dropLabelsInWords(of: result.document.text, &spaces)
        joinQuestions(&result.document)
        joinBrokenLabels(&result.document)
        splitRunOnLines(&result.document)
        adoptRepeatedLabels(in: result.document.text)
        adoptSubjectLabels()
        adoptListLabels(in: result.document)
        for (index, label) in StructuralLabels.find(in: lines, of: result.document, matcher: &matcher) {
            lines[index].label = label
        }
        let gapped = lines
        closeCellGaps(in: &result.document)
        if let table = CellLines(lines, matcher: &matcher) {
            text(0..<table.header.lowerBound, isLast: false, into: &result)
            table.append(to: &result, lines: lines) { range, result in
                text(range, isLast: false, into: &result)
            }
            return
        }
        lines = gapped
        let labels = lines.compactMap(\.label).filter { $0.role.isAction }
        var roles = Set(labels.map(\.role))
        if roles.count == 1 { roles.formUnion(innerRoles(of: result.document.text)) }
        let isCertain = labels.contains { $0.hasColon || $0.isBracketed(in: result.document.text) }
        if roles.count >= 2, labels.count >= 3 || isCertain {
            findCountedSections(in: result.document.text)
            findBareSections()
            takePictures(into: &result)
            takeFormHeads(into: &result)
            settleSubjectLabels(in: result.document)
            pairOutputLabels(in: result.document.text)
            records(into: &result)
        } else if let cards = BareCards(lines, in: result.document) {
            cards.append(to: &result, lines: lines) { range, result in
                text(range, isLast: false, into: &result)
            }
        } else {
            text(0..<lines.count, isLast: true, into: &result)
        }
    }

    // MARK: Running text

    /// Adds lines as headings and paragraphs.
    ///
    /// `isLast`: a table may follow, whose heading the last lines are.
    func text(_ range: Range<Int>, isLast: Bool, into result: inout Segmentation) {
        var index = range.lowerBound
        let trailing = isLast && isBeforeTable ? trailingHeading(range) : range.upperBound
        while index < range.upperBound {
            let line = lines[index]
            if LineKind.isPicture(line.key) {
                let end = pictureEnd(index, to: range.upperBound)
                result.segments.append(.text(.picture, join(index..<end, in: &result), level: 0))
                index = end
                continue
            }
            if let level = headingLevel(line, isTrailing: index >= trailing) {
                var end = index + 1
                if LineKind.isBareNumber(line.key), end < range.upperBound, lines[end].line.width < 100,
                    LineKind.sectionLevel(lines[end].key) == nil
                {
                    end += 1
                }
                result.segments.append(.text(.heading, join(index..<end, in: &result), level: level))
                index = end
                continue
            }
            var end = index + 1
            while end < range.upperBound, lines[end].line.blanksBefore == 0, lines[end - 1].line.width >= 70,
                headingLevel(lines[end], isTrailing: end >= trailing) == nil, !LineKind.isPicture(lines[end].key),
                !LineKind.isAboutReport(lines[index].key) || !LineKind.isAgency(lines[end].key),
                !LineKind.isMemoField(lines[end].range, in: result.document.text)
            {
                end += 1
            }
            result.segments.append(.text(.paragraph, join(index..<end, in: &result), level: 0))
            index = end
        }
    }

    /// Where the short lines right above a table begin: its headings.
    private func trailingHeading(_ range: Range<Int>) -> Int {
        var start = range.upperBound
        while start > range.lowerBound, range.upperBound - start < 3 {
            let line = lines[start - 1]
            guard line.key.count <= 260, line.line.width <= 90, !LineKind.isAboutReport(line.key),
                line.label == nil || namesUnits(line)
                    || LineKind.isNumbered(line.key) && line.label?.range.upperBound == line.range.upperBound,
                line.key.last != 0x3A
            else { break }
            start -= 1
        }
        // Before the first table the lines above it are the cover and the introduction as a rule.
        return hadTable || start == range.upperBound - 1 ? start : range.upperBound
    }

    func headingLevel(_ line: Line, isTrailing: Bool) -> Int? {
        if line.key.isEmpty { return nil }
        let level = line.sectionLevel
        if let level, line.key.count <= 330, line.line.width <= 110 { return level }
        if line.line.headingLevel > 1, !LineKind.isAboutReport(line.key) { return 3 + Int(line.line.headingLevel) }
        return isTrailing && (hadTable || isFirstOfSeveral(line) || namesUnits(line)) ? 9 : nil
    }

    /// Whether a line names the unit that carries out what stands in the table below: `ส่วนราชการ : กองคลัง`.
    private func namesUnits(_ line: Line) -> Bool { line.line.blanksBefore > 0 && LineKind.namesUnits(line.key) }

    /// Whether a line counts the first of several parts: `1) ข้อค้นพบจากแบบวัด IIT`, `ก. งานของสำนักปลัด` above the first
    /// table.
    private func isFirstOfSeveral(_ line: Line) -> Bool {
        line.line.blanksBefore > 0 && line.key.count <= 330 && Self.firstCounts.contains { line.key.starts(with: $0) }
    }

    private static let firstCounts = ["1.", "1)", "ก.", "ก)"].map { PlainText.key($0) }

    /// Where the description of a picture ends that begins with the line `index`.
    private func pictureEnd(_ index: Int, to limit: Int) -> Int {
        var end = index + 1
        while end < limit, LineKind.isForeign(lines[end].key) { end += 1 }
        return end
    }

    /// Takes the descriptions of pictures out of the lines: they are no values of the fields around them.
    private mutating func takePictures(into result: inout Segmentation) {
        guard lines.contains(where: { LineKind.isPicture($0.key) }) else { return }
        var kept: [Line] = []
        var index = 0
        while index < lines.count {
            guard LineKind.isPicture(lines[index].key) else {
                kept.append(lines[index])
                index += 1
                continue
            }
            let end = pictureEnd(index, to: lines.count)
            result.segments.append(.text(.picture, join(index..<end, in: &result), level: 0))
            if end < lines.count { lines[end].line.blanksBefore = max(1, lines[end].line.blanksBefore) }
            index = end
        }
        lines = kept
    }

    private func join(_ range: Range<Int>, in result: inout Segmentation) -> Slice32 {
        if range.count == 1, let only = range.first { return lines[only].line.pieces }
        var pieces: [Piece] = []
        for index in range {
            let followsNumber = index > range.lowerBound && LineKind.isBareNumber(lines[index - 1].key)
            let joint: Piece.Joint = followsNumber ? .space : lines[index].line.blanksBefore > 0 ? .line : .wrap
            pieces.join(result.document.pieces[lines[index].line.pieces.range], by: joint)
        }
        return result.document.append(pieces: pieces)
    }
}
