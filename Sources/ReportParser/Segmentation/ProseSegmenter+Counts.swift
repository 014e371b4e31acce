internal import ThaiText

/// Lines that numbers, letters or numerals count: items of lists, and headings of groups of records.
extension ProseSegmenter {
    /// Whether a line is an item of a list.
    func startsItem(_ index: Int, in document: Document) -> Bool {
        let key = lines[index].key
        guard let first = key.first else { return false }
        let isBracketed = first == 0x28 && key.count > 3 && key[1] &- 0x30 < 10 && (key[2] == 0x29 || key[3] == 0x29)
        return isBracketed || first &- 0x30 < 10 || Bullet.length(at: 0, in: key) > 0
            || document.text.outlineLetter(at: lines[index].range.lowerBound, to: lines[index].range.upperBound) != nil
    }

    /// The number of the record that a line is the heading of; a bullet may stand before it where it stands apart.
    func recordNumber(of line: Line) -> Int? {
        if let heading = LineKind.recordHeading(line.key) { return heading.number }
        // `* **มาตรการ 1** …` at the margin, with its fields further in.
        let isOutermost = line.line.indent == 0 && (line.key.first == 0x2A || line.key.first == 0x2D)
        let bullet = Bullet.length(at: 0, in: line.key)
        guard bullet > 0, isOutermost || line.line.blanksBefore > 0 else { return nil }
        return LineKind.recordHeading(Array(line.key[bullet...]))?.number
    }

    /// Finds the headings that letters or numerals count and no word marks: `I. การเปิดเผยข้อมูล` … `II. การจัดซื้อจัดจ้าง`.
    ///
    /// Each stands apart, right above the first line of a record; a step of a list stands among others.
    mutating func findCountedSections(in text: [UInt8]) {
        var found: [Int] = []
        var last: OutlineLetter?
        for index in lines.indices.dropLast() {
            let line = lines[index]
            guard line.line.blanksBefore > 0 || line.line.isBelowBreak, line.label == nil, line.key.count <= 240,
                line.line.width <= 90,
                let letter = text.outlineLetter(at: line.range.lowerBound, to: line.range.upperBound),
                // `ก.2` counts within `ก.`.
                text.digit(at: line.range.lowerBound + letter.length).value < 0,
                last.map(letter.follows) ?? letter.isFirst, isAboveRecord(index, in: text)
            else { continue }
            last = letter
            found.append(index)
        }
        guard found.count >= 2 else { return }
        for index in found { lines[index].isCountedSection = true }
    }

    /// A heading of some words and no more, in columns.
    private static let longestHeading = 50

    /// Finds the headings that nothing marks: a few words alone between gaps, each above `มาตรการที่ N` and its labels.
    mutating func findBareSections() {
        let found = lines.indices.dropLast().filter { index in
            let (line, next) = (lines[index], lines[index + 1])
            return line.label == nil && line.line.blanksBefore > 0 && next.line.blanksBefore > 0
                && line.line.width <= Self.longestHeading && recordNumber(of: line) == nil
                && recordNumber(of: next) != nil
                && line.key.allSatisfy { $0 != 0x3A && $0 != 0x2E && !($0 &- 0x30 < 10) }
                && !LineKind.isAboutReport(line.key) && !LineKind.isAgency(line.key) && !LineKind.isPicture(line.key)
        }
        guard found.count >= 2 else { return }
        for index in found { lines[index].isCountedSection = true }
    }

    private func isAboveRecord(_ index: Int, in text: [UInt8]) -> Bool {
        let next = lines[index + 1]
        guard next.label == nil, text.outlineLetter(at: next.range.lowerBound, to: next.range.upperBound) == nil else {
            return false
        }
        return LineKind.recordHeading(next.key) != nil || LineKind.isNumbered(next.key) || next.line.headingLevel > 1
            || next.line.isBold || next.line.blanksBefore > 0
    }
}
