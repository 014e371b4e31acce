internal import ThaiText

/// Lines and their labels: labels broken over two lines, fields that run on, labels that nobody knows.
extension ProseSegmenter {
    /// Lines shorter than this, in columns, end where their author ended them.
    private static let leastFull = 45

    /// What a number at the end of a line may count, and what is a label too.
    private static let units = ["วัน", "เดือน", "ปี", "บาท"].map { Array($0.utf8) }

    /// Takes labels for headings whose number goes on in the line below: `๒. ผลการปฏิบัติ⏎๒.๑ งานทะเบียน…`.
    mutating func dropChapterLabels() {
        for index in lines.indices.dropLast() where lines[index].label?.hasColon == false {
            let (key, next) = (lines[index].key, lines[index + 1].key)
            let digits = key.prefix { $0 &- 0x30 < 10 }
            guard LineKind.isNumbered(key), lines[index].label?.range.upperBound == lines[index].range.upperBound,
                next.starts(with: digits), next.count > digits.count + 1, next[digits.count] == 0x2E,
                next[digits.count + 1] &- 0x30 < 10
            else { continue }
            lines[index].label = nil
            lines[index].isCountedSection = true
        }
        findChapters()
        dropChaptersApart()
        dropLabelsInLists()
    }

    /// `๓. ผลการดำเนินงานรายมาตรการ⏎๓.๑ มาตรการ…⏎ผู้รับผิดชอบ: …⏎๓.๒ มาตรการ…⏎ผู้รับผิดชอบ: …`: where labels follow each part
    /// of a number, the parts are the records and the number counts their chapter.
    mutating func findChapters() {
        var chapter: (number: Int, line: Int, parts: Int, isShort: Bool)?
        for index in lines.indices.dropLast() where lines[index].label == nil {
            if let part = outlinePart(lines[index]) {
                guard let open = chapter, open.number == part.chapter, part.number == open.parts + 1,
                    lines[index + 1].label?.role.isAction == true, open.parts > 0 || open.line == index - 1
                else { continue }
                chapter?.parts += 1
                if part.number == 2 || open.isShort { lines[open.line].isCountedSection = true }
            } else if LineKind.isNumbered(lines[index].key), let number = LineKind.leadingOrdinal(lines[index].key),
                // `๒. สำนักงานได้ดำเนินการแล้ว ๕ มาตรการ` is a sentence.
                case let isShort = standsAbovePart(index, of: number),
                isShort || (matcher.match(lines[index].key)?.certainty ?? 0) >= 0.6
            {
                chapter = (number, index, 0, isShort)
            }
        }
    }

    /// In columns: a longer line is a sentence.
    private static let longestChapter = 60

    /// Whether a short line stands right above the first part of its number, which is set in further: `๑. งานบริการ⏎   ๑.๑ …`.
    private func standsAbovePart(_ index: Int, of number: Int) -> Bool {
        let (line, next) = (lines[index], lines[index + 1])
        guard line.line.width <= Self.longestChapter, line.line.indent < next.line.indent,
            let part = outlinePart(next)
        else { return false }
        return part.chapter == number && part.number == 1
    }

    /// More labels with numbers than this are those of a form.
    private static let mostChapters = 2

    /// `๒. ผลความคืบหน้า` alone between gaps, in a text whose fields have no numbers: the heading of a chapter.
    private mutating func dropChaptersApart() {
        let labelled = lines.indices.filter { lines[$0].label != nil }
        let chapters = labelled.filter { index in
            lines[index].label?.hasColon == false && LineKind.isNumbered(lines[index].key)
                && lines[index].label?.range.upperBound == lines[index].range.upperBound
                && lines[index].line.blanksBefore > 0 && index + 1 < lines.count
                && lines[index + 1].line.blanksBefore > 0
        }
        guard chapters.count <= Self.mostChapters, labelled.count >= 3 * chapters.count else { return }
        for index in chapters {
            lines[index].label = nil
            lines[index].isCountedSection = true
        }
    }

    /// `๒. ตรวจนับ⏎๓. รายงานผล`: the next entry of a list, whose words are a label elsewhere.
    private mutating func dropLabelsInLists() {
        for index in lines.indices.dropFirst() where lines[index].label?.hasColon == false {
            guard lines[index - 1].label == nil, lines[index].line.blanksBefore == 0,
                lines[index].label?.range.upperBound == lines[index].range.upperBound,
                let number = LineKind.leadingOrdinal(lines[index].key), number > 1,
                LineKind.leadingOrdinal(lines[index - 1].key) == number - 1
            else { continue }
            lines[index].label = nil
        }
    }

    /// Takes the labels off the head of a memorandum, which names the one who writes and to whom.
    mutating func dropMemoFields(in text: [UInt8]) {
        let fields = lines.indices.filter { LineKind.isMemoField(lines[$0].range, in: text) }
        if fields.count >= 2 {
            for index in fields { lines[index].label = nil }
        }
        // The head of a letter sent by mail: `จาก: …⏎ถึง: …⏎เรื่อง: …`.
        let head = lines.prefix { LineKind.isMailField($0.key) }
        if head.count >= 3 {
            for index in head.indices { lines[index].label = nil }
        }
    }

    private static let bodyLabels = PhraseTable(words: [
        "หน่วยงาน", "ชื่อหน่วยงาน", "ส่วนราชการ", "ชื่อส่วนราชการ", "หน่วยงานที่รายงาน",
    ])

    /// Takes the labels off the lines that say, before the first record, whose report this is and what time it is of:
    /// `รอบรายงาน : …⏎หน่วยงาน : เทศบาล…`.
    mutating func dropReportFields(in text: [UInt8], _ spaces: inout LayoutSpaces?) {
        dropReportTime(in: text)
        let labelled = lines.indices.filter { index in
            guard let label = lines[index].label else { return false }
            return Self.bodyLabels.meaning(of: HeadingMatcher.core(LabelFinder.key(label.range, in: text))) != nil
        }
        guard labelled.count == 1, let index = labelled.first, let label = lines[index].label,
            lines[..<index].allSatisfy({ $0.label?.role != .title && $0.sectionLevel == nil })
        else { return }
        var breaks = spaces.take() ?? LayoutSpaces()
        let value = text.skipBlanks(from: label.range.upperBound, to: lines[index].range.upperBound)
        let isBody = AgencyName.isNamed(
            at: 0, in: Array(text[value..<lines[index].range.upperBound]), spaces: &breaks)
        spaces = consume breaks
        guard isBody else { return }
        var (start, end) = (index, index + 1)
        while start > 0, lines[start].line.blanksBefore == 0 { start -= 1 }
        while end < lines.count, lines[end].line.blanksBefore == 0, lines[end].label != nil { end += 1 }
        for field in start..<end { lines[field].label = nil }
    }

    /// `ห้วงการรายงาน : รอบ 6 เดือน …`: the time that a report speaks of once, before its first record, is its own.
    private mutating func dropReportTime(in text: [UInt8]) {
        let front = lines.prefix {
            $0.label?.role != .title && $0.sectionLevel == nil && recordNumber(of: $0) == nil
        }
        for (index, line) in front.enumerated() {
            guard let label = line.label, label.role.isTime else { continue }
            let key = LabelFinder.key(label.range, in: text)
            guard LineKind.speaksOfReport(key), !lines[(index + 1)...].contains(where: { $0.key.starts(with: key) })
            else { continue }
            lines[index].label = nil
        }
    }

    /// The roles of the labels that stand within labelled lines: `ระยะเวลา ตุลาคม ๒๕๖๗ ผลการดำเนินการ …`.
    mutating func innerRoles(of text: [UInt8]) -> [ColumnRole] {
        var roles: [ColumnRole] = []
        for line in lines {
            guard let label = line.label, label.range.upperBound < line.range.upperBound else { continue }
            let rest = label.range.upperBound..<line.range.upperBound
            let inner = InnerLabel.label(in: rest, behind: label.role, of: text, matcher: &matcher)
            if let inner { roles.append(inner.role) }
            if label.isBracketed(in: text) {
                roles += rest.lazy.filter { text[$0] == 0x5B }.compactMap { bracket in
                    LabelFinder.label(at: bracket + 1..<rest.upperBound, in: text, matcher: &matcher)?.role
                }
            }
        }
        return roles
    }

    /// Takes labels without a colon off lines that go on with the line above in the midst of a word, or behind a number:
    /// `… งบประมาณราย⏎จ่าย ประจำปี …`, `… รอบ ๖⏎เดือน …`.
    mutating func dropLabelsInWords(of text: [UInt8], _ spaces: inout LayoutSpaces?) {
        // What begins several lines is a label there too: `… ตรวจสอบภายใน⏎ระยะเวลา …`.
        var counts: [[UInt8]: Int] = [:]
        for line in lines {
            if let label = line.label { counts[LabelFinder.key(label.range, in: text), default: 0] += 1 }
        }
        let suspects = lines.indices.dropFirst().filter { index in
            guard let label = lines[index].label, counts[LabelFinder.key(label.range, in: text), default: 0] < 3 else {
                return false
            }
            return lines[index].label?.hasColon == false && lines[index].line.blanksBefore == 0
                && lines[index].label?.bullet.isEmpty == true && lines[index - 1].line.width >= Self.leastFull
        }
        guard !suspects.isEmpty else { return }
        spaces = spaces.take() ?? LayoutSpaces()
        for index in suspects {
            let (end, start) = (lines[index - 1].range.upperBound, lines[index].range.lowerBound)
            let isUnit =
                text.digit(before: end).value >= 0
                && Self.units.contains { lines[index].label?.range.count == $0.count && text.hasPrefix($0, at: start) }
            if isUnit || spaces?.isLayout(from: end, to: start, in: text) == true { lines[index].label = nil }
        }
    }

    /// Joins two lines where a line end stands inside a label: `… ผลการดำเนิน⏎งาน: …`.
    mutating func joinBrokenLabels(_ document: inout Document) {
        var joined: [Line] = []
        joined.reserveCapacity(lines.count)
        for lower in lines {
            guard let upper = joined.last, lower.line.blanksBefore == 0, upper.line.width >= 30,
                (lower.label?.certainty ?? 0) < 0.9,
                upper.range.upperBound <= lower.range.lowerBound,
                let label = LabelFinder.innerLabel(
                    in: upper.range.lowerBound..<lower.range.upperBound, of: document.text, matcher: &matcher),
                crosses(
                    upper.range.upperBound, in: upper.range.lowerBound..<lower.range.upperBound, first: label, document)
            else {
                joined.append(lower)
                continue
            }
            var pieces = Array(document.pieces[upper.line.pieces.range])
            pieces.join(document.pieces[lower.line.pieces.range], by: .wrap)
            var line = upper
            line.line.pieces = document.append(pieces: pieces)
            line.line.width = max(upper.line.width, lower.line.width)
            line.range = upper.range.lowerBound..<lower.range.upperBound
            line.key += lower.key
            joined[joined.count - 1] = line
        }
        lines = joined
    }

    /// Whether one of the labels of a run of text stands on both sides of `seam`.
    private mutating func crosses(
        _ seam: Int, in range: Range<Int>, first: LabelFinder.Label, _ document: Document
    ) -> Bool {
        var label: LabelFinder.Label? = first
        while let found = label {
            if found.range.lowerBound < seam, seam < found.range.upperBound { return true }
            if found.range.lowerBound >= seam { return false }
            label = LabelFinder.innerLabel(
                in: found.range.upperBound..<range.upperBound, of: document.text, matcher: &matcher)
        }
        return false
    }

    /// Parts a line that names a record and goes on with its labelled fields: `มาตรการที่ 1 … ผู้รับผิดชอบ: …`.
    mutating func splitRunOnLines(_ document: inout Document) {
        var parted: [Line] = []
        parted.reserveCapacity(lines.count)
        // Labels within lines that begin with one, as in running text.
        let isInline =
            lines.count { line in
                guard let label = line.label, label.hasColon else { return false }
                return document.text[label.range.upperBound..<line.range.upperBound].contains(0x3A)
            } >= 2
        for line in lines {
            parted.append(line)
            guard line.label == nil,
                LineKind.recordHeading(line.key) != nil || LineKind.isNumbered(line.key)
                    || isInline && line.key.contains(0x3A),
                let inner = LabelFinder.innerLabel(in: line.range, of: document.text, matcher: &matcher),
                inner.role != .extra
            else { continue }
            let seam = inner.range.lowerBound
            let head = document.append(pieces: document.clip(line.line.pieces, to: line.range.lowerBound..<seam))
            let tail = document.append(pieces: document.clip(line.line.pieces, to: seam..<line.range.upperBound))
            guard !head.isEmpty, !tail.isEmpty else { continue }
            var rest = line
            rest.line.pieces = tail
            rest.line.blanksBefore = 0
            rest.range = document.span(of: tail).range
            rest.key = PlainText.key(of: document.pieces[tail.range], in: document.text)
            rest.label = LabelFinder.label(at: rest.range, in: document.text, matcher: &matcher)
            let last = parted.count - 1
            parted[last].line.pieces = head
            parted[last].range = document.span(of: head).range
            parted[last].key = PlainText.key(of: document.pieces[head.range], in: document.text)
            parted.append(rest)
        }
        lines = parted
    }

    /// Takes lines for labels that are headings of subjects as a whole and stand below the line that names each record:
    /// `O4 ข่าวประชาสัมพันธ์⏎ข้อค้นพบ⏎…`.
    mutating func adoptSubjectLabels() {
        var places: [[UInt8]: [Int]] = [:]
        for index in lines.indices.dropFirst() where lines[index].label == nil && lines[index].line.blanksBefore == 0 {
            let line = lines[index]
            guard line.key.count <= 60, lines[index - 1].label == nil, lines[index - 1].line.blanksBefore > 0,
                index + 1 < lines.count, lines[index + 1].line.blanksBefore == 0,
                let match = matcher.match(line.key), match.certainty >= 0.94,
                match.role == .title || match.role == .extra
            else { continue }
            places[line.key, default: []].append(index)
        }
        for (_, found) in places where found.count >= 2 {
            for index in found {
                let range = lines[index].range
                // `มาตรการที่ 1⏎ชื่อมาตรการ⏎…`: what only counts the record leaves its name to the label.
                let role: ColumnRole = LineKind.isCount(lines[index - 1].key) ? .title : .extra
                lines[index].label = LabelFinder.Label(
                    role: role, certainty: 1, range: range, bullet: range.lowerBound..<range.lowerBound,
                    hasColon: role == .title)
            }
        }
    }

    /// Words before a colon that nobody knows, but that stand at the start of several lines, are labels all the same.
    mutating func adoptRepeatedLabels(in text: [UInt8]) {
        guard lines.contains(where: { $0.label?.hasColon ?? false }) else { return }
        var candidates: [Int: (key: [UInt8], label: LabelFinder.Label)] = [:]
        var counts: [[UInt8]: Int] = [:]
        for index in lines.indices where lines[index].label == nil {
            guard let found = LabelFinder.unknownLabel(at: lines[index].range, in: text) else { continue }
            candidates[index] = found
            counts[found.key, default: 0] += 1
        }
        for (index, found) in candidates where (counts[found.key] ?? 0) >= 2 { lines[index].label = found.label }
    }
}
