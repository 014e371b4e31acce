internal import ThaiText

/// Records of labelled fields: where each begins and ends, and which lines are the values of its fields.
extension ProseSegmenter {
    mutating func records(into result: inout Segmentation) {
        var current: LabelledRecord?
        var lastNumber: Int?
        var firstLabel: [UInt8] = []
        var pending = 0
        countsTitles = hasCountedTitles(in: result.document.text)
        let hasNames = lines.count { $0.label?.role == .title } >= 2
        for index in lines.indices {
            guard let label = lines[index].label, !isSigned(index, from: pending),
                current != nil || !isOfIntroduction(index)
            else { continue }
            let labelKey = LabelFinder.key(label.range, in: result.document.text)
            var heading = recordHeading(in: pending..<index, isFirst: current == nil, lastNumber: lastNumber)
            // A label names the record: what stands above it may count it, and is no name.
            if label.role == .title, label.hasColon, let found = heading?.lines,
                !found.contains(where: { LineKind.isCount(lines[$0].key) })
            {
                heading = nil
            }
            // What stands above the label that counts records is no name where their names have labels too.
            if label.role == .number, label.hasColon, hasNames { heading = nil }
            let isFilled = current?.roles.contains(label.role) ?? false
            let firstRole = current?.fields.first?.role
            let isNew =
                current == nil || (heading?.isCertain ?? false)
                || (label.role == .title && label.hasColon && tellsOfMeasure(current))
                || (isFilled && label.role != .extra && (heading != nil || label.role == firstRole))
                || (label.role == .extra && heading != nil && labelKey == firstLabel)
            if isNew {
                firstLabel = labelKey
                let start = heading?.lines.lowerBound ?? index
                finish(&current, rest: pending..<start, into: &result)
                var record = LabelledRecord()
                for line in start..<index where heading != nil {
                    record.extend(result.document.pieces[lines[line].line.pieces.range], joint: .wrap)
                }
                if let number = heading?.number { lastNumber = number }
                if let first = heading?.lines.lowerBound { lastPart = outlinePart(lines[first]) }
                current = record
            } else {
                for line in pending..<index { extend(&current, with: line, in: result.document) }
            }
            appendFields(of: index, to: &current, in: result.document)
            pending = index + 1
        }
        finish(&current, rest: pending..<lines.count, into: &result)
    }

    /// Whether the labels of titles are numbered one after the other, as those of a form are not, which begins anew with
    /// each record.
    private func hasCountedTitles(in text: [UInt8]) -> Bool {
        let numbers = lines.compactMap { line -> Int? in
            guard let label = line.label, label.role == .title else { return nil }
            return text.outlineNumber(at: label.bullet.lowerBound, to: label.bullet.upperBound)?.number.first ?? 0
        }
        // One may be left out or stand twice.
        return numbers.count >= 2 && Set(numbers).count > numbers.count / 2
            && zip(numbers, numbers.dropFirst()).allSatisfy { $0 > 0 && ($0...$0 + 2).contains($1) }
    }

    /// Whether a record has more than its number and the section that it stands in.
    private func tellsOfMeasure(_ record: LabelledRecord?) -> Bool {
        record?.fields.contains { $0.role != .number && $0.role != .section } ?? false
    }

    /// Whether a line before the first record begins like a field and is none: the next label is that of a counted record.
    private func isOfIntroduction(_ index: Int) -> Bool {
        guard let label = lines[index].label, !countsRecord(lines[max(0, index - 1)]),
            let next = lines[(index + 1)...].firstIndex(where: { $0.label != nil })
        else { return false }
        // With a colon it is a field, unless it stands alone: `สรุปผู้บริหาร: …`.
        let isAlone = lines[index].line.blanksBefore > 0 && lines[index + 1].line.blanksBefore > 0
        guard !label.hasColon || label.role == .extra || isAlone else { return false }
        // What is set in further is an item of the label's list.
        return lines[index + 1..<next].contains {
            countsRecord($0) && (isAlone || $0.line.indent <= lines[index].line.indent)
        }
    }

    /// Whether a line counts a record: `มาตรการที่ ๑ …`, `๒.๑ …`.
    private func countsRecord(_ line: Line) -> Bool { recordNumber(of: line) != nil || outlinePart(line) != nil }

    /// Adds a line to the value of the last field.
    private func extend(_ record: inout LabelledRecord?, with index: Int, in document: Document) {
        let joint: Piece.Joint = startsItem(index, in: document) ? .line : .wrap
        record?.extend(document.pieces[lines[index].line.pieces.range], joint: joint)
    }

    /// The fields of a line: one as a rule, several where signs part them.
    private mutating func appendFields(of index: Int, to record: inout LabelledRecord?, in document: Document) {
        guard let first = lines[index].label else { return }
        let slice = lines[index].line.pieces
        let end = lines[index].range.upperBound
        var label = first
        // A line may be a whole file: what is not in the rest of it is looked for once.
        var mayHaveColons = true
        while true {
            var next = innerLabel(
                in: label.range.upperBound..<end, behind: label.role, &mayHaveColons, of: document.text)
            var stop = next?.range.lowerBound ?? end
            var position = label.range.upperBound
            while position < stop {
                // Semicolons, bars and brackets may part fields; what follows is a field only if it is labelled.
                let isSign = Self.fieldSigns.contains(document.text[position])
                if isSign, let found = LabelFinder.label(at: position + 1..<end, in: document.text, matcher: &matcher),
                    found.role != .title
                {
                    next = found
                    stop = position
                    break
                }
                position += 1
            }
            // Behind dots that lead to a value any dots behind it are theirs.
            let isDotted = document.text[label.range.upperBound - 1] == 0x2E
            let values = withoutFiller(
                label.range.upperBound..<stop, in: document.text, least: isDotted ? 1 : 4)
            let value = document.clip(slice, to: values)
            let words = withoutFiller(label.range, in: document.text, least: 0)
            var sign = document.clip(slice, to: label.bullet.lowerBound..<words.upperBound)
            if countsTitles, label.role == .title, !label.bullet.isEmpty {
                let number = document.clip(slice, to: label.bullet)
                record?.fields.append(LabelledRecord.Field(role: .number, certainty: 1, label: [], value: number))
                sign = document.clip(slice, to: words)
            }
            fillers.append(document.clip(slice, to: words.upperBound..<values.lowerBound))
            fillers.append(document.clip(slice, to: values.upperBound..<stop))
            if stop < end, let found = next, stop < found.bullet.lowerBound {
                sign += document.clip(slice, to: stop..<found.bullet.lowerBound)
            }
            record?.fields.append(
                LabelledRecord.Field(role: label.role, certainty: label.certainty, label: sign, value: value))
            guard let found = next else { return }
            label = found
        }
    }

    private static let fieldSigns: Set<UInt8> = [0x3B, 0x7C, 0x5B]

    /// How far behind a label the next one without a colon may stand, in bytes: the line may be a whole file.
    private static let reachOfWords = 2048

    /// The next label within a line: one with a colon, or one that stands before it without.
    private mutating func innerLabel(
        in range: Range<Int>, behind role: ColumnRole, _ mayHaveColons: inout Bool, of text: [UInt8]
    ) -> LabelFinder.Label? {
        let near = range.lowerBound..<min(range.upperBound, range.lowerBound + Self.reachOfWords)
        if let dotted = InnerLabel.dottedLabel(in: near, of: text, matcher: &matcher) { return dotted }
        let word = InnerLabel.label(in: near, behind: role, of: text, matcher: &matcher)
        guard mayHaveColons else { return word }
        // Not beyond that one, so that the line is gone through once.
        let end = word.map { min(range.upperBound, $0.range.upperBound + Self.reachOfWords) } ?? range.upperBound
        let inner = LabelFinder.innerLabel(in: range.lowerBound..<end, of: text, matcher: &matcher)
        mayHaveColons = inner != nil || end < range.upperBound
        return [inner, word].compactMap(\.self).min { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// A value without the dots of the line that it was to be written on, and without the bracket that closes its field.
    private func withoutFiller(_ range: Range<Int>, in text: [UInt8], least: Int = 4) -> Range<Int> {
        let isFiller = { (byte: UInt8) in byte == 0x2E || byte == 0x5F }
        var inner = text.trimmed(range)
        if inner.last.map({ text[$0] }) == 0x5D, !text[inner].contains(0x5B) {
            inner = text.trimmed(inner.lowerBound..<inner.upperBound - 1)
        }
        let first = text[inner].firstIndex { !isFiller($0) } ?? inner.upperBound
        let last = text[first..<inner.upperBound].lastIndex { !isFiller($0) } ?? first
        // `____งานบริการ____`: no text begins or ends with two underscores.
        let opens = first - inner.lowerBound >= 2 && text[inner.lowerBound] == 0x5F
        let closes = inner.upperBound - last > 2 && text[inner.upperBound - 1] == 0x5F
        let start = opens || first - inner.lowerBound >= least ? first : inner.lowerBound
        let end = closes || inner.upperBound - last > least ? last + 1 : inner.upperBound
        return start < end ? start..<end : inner.upperBound..<inner.upperBound
    }

    /// Ends a record: the lines behind its last label are its value up to a gap, the others running text.
    private mutating func finish(_ record: inout LabelledRecord?, rest: Range<Int>, into result: inout Segmentation) {
        guard record != nil else {
            text(rest, isLast: false, into: &result)
            return
        }
        var end = rest.lowerBound
        // Dots say that nothing was filled in.
        let isEmpty = (record?.fields.last?.value.isEmpty ?? true) && fillers.allSatisfy(\.isEmpty)
        while end < rest.upperBound,
            !isGap(before: end, isFirst: end == rest.lowerBound && isEmpty, in: result.document)
        {
            extend(&record, with: end, in: result.document)
            end += 1
        }
        for filler in fillers where !filler.isEmpty {
            result.segments.append(.furniture(.rule, result.document.append(pieces: filler)))
        }
        fillers.removeAll()
        record?.numberByTitle(in: result.document)
        record?.append(to: &result)
        record = nil
        text(end..<rest.upperBound, isLast: rest.upperBound == lines.count, into: &result)
    }

    /// Whether what stands from line `index` on is no part of the value above it.
    private mutating func isGap(before index: Int, isFirst: Bool, in document: Document) -> Bool {
        let line = lines[index]
        if LineKind.isPicture(line.key) || recordNumber(of: line) != nil || LineKind.isMemoPart(line.key) {
            return true
        }
        // Below `ผู้รับผิดชอบ` names are a value.
        if !isFirst, Signature.begins(at: index, of: lines, in: document.text) { return true }
        if let level = headingLevel(line, isTrailing: false), level > 0 { return true }
        if line.line.blanksBefore > 0, isPartOfReport(line) { return true }
        guard line.line.blanksBefore > 0 else {
            // The centred lines of a signature.
            return line.line.indent >= 20 && index > 0 && lines[index - 1].line.indent + 8 < line.line.indent
                && !standsBelowValue(index, in: document)
        }
        return !isFirst && !startsItem(index, in: document)
    }

    /// Whether a line begins right below the value of the field above it, which its label stands before.
    private func standsBelowValue(_ index: Int, in document: Document) -> Bool {
        let above = lines[index - 1]
        guard let label = above.label else { return false }
        let value = document.text.skipBlanks(from: label.range.upperBound, to: above.range.upperBound)
        let column = VisualColumns.width(
            of: above.range.lowerBound..<value, in: document.text, from: Int(above.line.indent))
        return abs(column - Int(lines[index].line.indent)) <= 2
    }

    /// Whether a numbered line is the heading of a further part of the report: `๓. ปัญหาและอุปสรรค`.
    private mutating func isPartOfReport(_ line: Line) -> Bool {
        guard line.label == nil, LineKind.isNumbered(line.key) else { return false }
        let least = line.key.count <= Self.longestPartName ? 0.65 : 0.9
        return matcher.match(line.key).map { $0.role == .extra && $0.certainty >= least } ?? false
    }

    /// The name of a part is a few words, in bytes: `ปัญหาและข้อเสนอแนะ`.
    private static let longestPartName = 75

    /// Whether a label stands right below a signature: the day when it was signed is no field of a record.
    private func isSigned(_ index: Int, from first: Int) -> Bool {
        var line = index
        while line > first, index - line < 5, lines[line].line.blanksBefore == 0 {
            line -= 1
            if Signature.isCertain(lines[line].key) { return true }
        }
        return false
    }

    /// The lines among `range` that name the record whose first label follows.
    private func recordHeading(
        in range: Range<Int>, isFirst: Bool, lastNumber: Int?
    ) -> (lines: Range<Int>, number: Int?, isCertain: Bool)? {
        for index in range.reversed() {
            let line = lines[index]
            if let number = recordNumber(of: line) { return (index..<range.upperBound, number, true) }
            if let last = lastPart, let part = outlinePart(line), part.chapter == last.chapter,
                part.number == last.number + 1 || part.number == last.number + 2
            {
                return (index..<range.upperBound, part.chapter, true)
            }
            if line.sectionLevel != nil { break }
            let isMarked =
                line.line.headingLevel > 1
                || line.line.isBold && (line.line.blanksBefore > 0 || leadingNumber(line) != nil)
            if isMarked, range.upperBound - index <= 3 {
                return (index..<range.upperBound, leadingNumber(line), leadingNumber(line) != nil || isFirst)
            }
        }
        // A numbered line is a heading where its number follows that of the last record, or no record is open.
        if let index = range.last(where: { leadingNumber(lines[$0]) != nil && lines[$0].sectionLevel == nil }),
            range.upperBound - index <= 3
        {
            let number = leadingNumber(lines[index])
            let follows = lastNumber.map { number == $0 + 1 || number == $0 + 2 || number == $0 } ?? isFirst
            // `* ๒. แสดงเบอร์โทรศัพท์⏎  * ผู้รับผิดชอบ: …`: its fields stand further in.
            let isOuter =
                range.upperBound < lines.count && lines[index].line.indent < lines[range.upperBound].line.indent
            let isApart = lines[index].startsBlock || isOuter
            if follows, isFirst || isApart {
                return (index..<range.upperBound, number, isApart && lastNumber != nil)
            }
        }
        // Else the last lines that a gap parts from what stands above.
        guard let last = range.last, lines[last].sectionLevel == nil,
            !LineKind.isAboutReport(lines[last].key)
        else { return nil }
        var start = last
        while start > range.lowerBound, lines[start].line.blanksBefore == 0, last - start < 2,
            lines[start - 1].sectionLevel == nil
        {
            start -= 1
        }
        let isApart = lines[start].line.blanksBefore > 0 || lines[start].line.isBelowBreak && isLettered(lines[start])
        guard isApart || start == 0 || lines[start - 1].sectionLevel != nil else { return nil }
        return (start..<range.upperBound, nil, false)
    }

    /// Whether a letter counts a line: `ง. …`.
    private func isLettered(_ line: Line) -> Bool {
        ThaiLetter.isConsonant(line.key.thaiLetter(at: 0)) && line.key.count > 4 && line.key[3] == 0x2E
    }

    /// The number of a line that has two parts and a text behind them: `๒.๓ มาตรการ…`.
    func outlinePart(_ line: Line) -> (chapter: Int, number: Int)? {
        // `* **1.1 ยกระดับ…**`: a bullet before a number of two parts.
        let key = line.key.dropFirst(Bullet.length(at: 0, in: line.key))
        let parts = key.prefix { $0 &- 0x30 < 10 || $0 == 0x2E }.split(separator: 0x2E)
        guard line.label == nil, parts.count == 2, line.key.count > parts[1].endIndex,
            let chapter = Int(String(decoding: parts[0], as: UTF8.self)),
            let number = Int(String(decoding: parts[1], as: UTF8.self))
        else { return nil }
        return (chapter, number)
    }

    func leadingNumber(_ line: Line) -> Int? {
        outlinePart(line)?.chapter
            ?? LineKind.leadingOrdinal(Array(line.key.dropFirst(Bullet.length(at: 0, in: line.key))))
    }
}
