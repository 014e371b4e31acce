internal import ThaiText

/// The facts of the report as a whole, from its cover, its headings and its introduction.
extension Mapper {
    /// How many blocks of text at most make the head of a report.
    private static let headBlocks = 60

    mutating func readFacts(of segmentation: Segmentation) {
        let head = headTexts(of: segmentation)
        readYearAndPeriod(head, segmentation)
        dates = DateScanner(
            context: DateContext(fiscalYear: report.fiscalYear, period: report.period.map { $0.start...$0.end }))
        // A running head says in short what the title says.
        let running = Set(
            segmentation.segments.compactMap { segment -> UInt32? in
                if case .furniture(.runningHead, let slice) = segment { slice.first } else { nil }
            })
        readTitle(head.filter { !running.contains($0.first) }, segmentation)
        if report.title == nil { readTitle(head, segmentation) }
        if report.title == nil { readTitle(head.prefix(Self.coverBlocks + 2), bySubject: true, segmentation) }
        readAgency(head, segmentation)
    }

    /// The texts before the first table of records, and the captions of the first tables.
    private func headTexts(of segmentation: Segmentation) -> [Slice32] {
        var texts: [Slice32] = []
        for segment in segmentation.segments {
            if case .text(let kind, let slice, _) = segment, kind == .paragraph || kind == .heading {
                texts.append(slice)
            } else if case .furniture(.runningHead, let slice) = segment {
                texts.append(slice)
            }
            if texts.count >= Self.headBlocks { break }
        }
        // Running heads are set aside before the lines around them.
        return texts.sorted {
            segmentation.document.span(of: $0).start < segmentation.document.span(of: $1).start
        }
    }

    /// How many texts stand before the first table.
    private func frontMatter(of segmentation: Segmentation) -> Int {
        var count = 0
        for segment in segmentation.segments {
            switch segment {
            case .text(let kind, _, _): if kind == .paragraph || kind == .heading { count += 1 }
            case .furniture(.runningHead, _): count += 1
            case .furniture: break
            case .table: return max(count, 1)
            }
        }
        return count
    }

    // MARK: Year and period

    private mutating func readYearAndPeriod(_ head: [Slice32], _ segmentation: Segmentation) {
        var years: [Int: Int] = [:]
        var ranges: [(text: FieldText, mention: DateMention, isNamed: Bool)] = []
        let front = frontMatter(of: segmentation)
        for (index, slice) in head.enumerated() {
            load(slice, of: segmentation)
            mentions.removeAll(keepingCapacity: true)
            dates.scan(cell.bytes, in: cell.all, into: &mentions)
            for mention in mentions {
                // The cover speaks of the report's own year; the introduction also of the year that was assessed.
                let weight = index < 6 ? 6 : 1
                if mention.kind == .fiscalYear, let end = mention.end { years[end.fiscalYear, default: 0] += weight }
                guard let start = mention.start, let end = mention.end, let text = text(mention.range, owner: nil)
                else {
                    continue
                }
                // `☐ ๖ เดือน (ต.ค. - มี.ค.)  ☑ ๑๒ เดือน (ต.ค. - ก.ย.)`
                if isUnticked(mention.range.lowerBound) { continue }
                let months = Self.months(start, end)
                // Reports cover six, nine or twelve months from October or April on; other spans are of something else.
                let isUsual = months % 3 == 0 && (start.month == 10 || start.month == 4 || mention.kind == .quarter)
                guard index < front, isUsual,
                    mention.kind == .half || mention.kind == .quarter || mention.kind == .range
                        || mention.kind == .fiscalYear,
                    months >= 3, months <= 12, start.day == 1
                else { continue }
                // `ปีงบประมาณ พ.ศ. ๒๕๖๘ (๑ ตุลาคม ๒๕๖๗ – ๓๐ กันยายน ๒๕๖๘)` says from when to when.
                if mention.kind == .fiscalYear, Self.round.first(in: cell.bytes, mention.range) == nil,
                    !cell.bytes[mention.range].contains(0x28)
                {
                    continue
                }
                years[end.fiscalYear, default: 0] += weight
                let before = max(0, mention.range.lowerBound - 60)..<mention.range.lowerBound
                let isNamed =
                    index < 5 || Self.round.first(in: cell.bytes, before) != nil
                    || cell.bytes.hasPrefix(Self.round.phrase, at: mention.range.lowerBound)
                ranges.append((text, mention, isNamed))
            }
        }
        report.fiscalYear = years.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
        let fitting = ranges.filter { range in
            guard let year = report.fiscalYear, let end = range.mention.end else { return true }
            return end.fiscalYear == year
        }
        if let range = fitting.first(where: \.isNamed) ?? fitting.first, let start = range.mention.start,
            let end = range.mention.end
        {
            // The days of a year say what year it is, not that the report is one of the whole of it.
            let isOfYear =
                range.mention.kind == .fiscalYear
                && Self.round.first(in: report.text, report.span(of: range.text).range) == nil
            report.period = ReportPeriod(
                text: isOfYear ? nil : range.text, months: isOfYear ? nil : Self.months(start, end), start: start,
                end: end)
            report.fiscalYear = report.fiscalYear ?? end.fiscalYear
        }
        if report.fiscalYear == nil { guessYear(head, segmentation) }
        if report.period == nil, let year = report.fiscalYear,
            let start = CivilDate(year: year - 544, month: 10, day: 1),
            let end = CivilDate(year: year - 543, month: 9, day: 30)
        {
            report.period = ReportPeriod(text: nil, months: nil, start: start, end: end)
        }
    }

    /// Whether what begins at `start` is a choice whose box is empty.
    private func isUnticked(_ start: Int) -> Bool {
        guard cell.hasBox else { return false }
        let before = max(0, start - Self.longestChoice)..<start
        let sign = before.reversed().first { CellText.isBox(at: $0, of: cell.bytes) }
        return sign.map { cell.bytes.hasPrefix(CellText.emptyBox, at: $0) } ?? false
    }

    /// In bytes: a box does not stand farther before the time that it chooses.
    private static let longestChoice = 60

    /// Whole months from the first day to the last.
    private static func months(_ start: CivilDate, _ end: CivilDate) -> Int {
        (end.year - start.year) * 12 + end.month - start.month + 1
    }

    /// Without a fiscal year on the cover: the one that most of its dates lie in.
    private mutating func guessYear(_ head: [Slice32], _ segmentation: Segmentation) {
        var years: [Int: Int] = [:]
        for slice in head.prefix(8) {
            load(slice, of: segmentation)
            for mention in dates.scan(cell.bytes, in: cell.all) {
                guard let end = mention.end else { continue }
                years[mention.kind == .year ? end.year + 543 : end.fiscalYear, default: 0] += 1
            }
        }
        report.fiscalYear = years.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }

    // MARK: Title

    private static let titleWords = PhraseTable(words: [
        "รายงาน", "แบบรายงาน", "สรุปรายงาน", "สรุปผล", "ผลการดำเนิน", "แผนปฏิบัติการ", "มาตรการส่งเสริม", "การรายงาน",
        "แบบติดตาม", "แบบบันทึก",
        "ผลการขับเคลื่อน", "แผนและผล", "แผนยกระดับ", "แผนการ", "แผนขับเคลื่อน", "แผนงานยกระดับ", "บันทึกผล", "การติดตาม",
        "การดำเนินการตามมาตรการ", "ความก้าวหน้า", "report", "ผลการปฏิบัติ", "ผลการติดตาม", "ผลการยกระดับ", "ผลการส่งเสริม",
        "บันทึกรายงาน", "แบบสรุป", "แบบฟอร์มรายงาน", "สรุปการดำเนิน", "สรุปความก้าวหน้า", "สรุปความคืบหน้า",
    ])
    private static let titleEnds = PhraseTable(words: [
        "ประจำปี", "ปีงบประมาณ", "ประจําปี", "รอบ", "(integrity", "(ita)", "(รอบ", "(เดือน", "(ตุลาคม", "ตามที่", "เรียน",
        "อำเภอ", "จังหวัด", "(ต.ค", "พ.ศ.", "ณ", "ที่อยู่", "ปีบัญชี",
    ])

    /// What reports are about, in the key form: a line that names it is their title where none begins as titles do.
    private static let subjects = ["คุณธรรม", "โปร่งใส", "ธรรมาภิบาล", "สุจริต"].map { PhraseSearch(Array($0.utf8)) }
    private static let longestTitle = 400
    private static let round = PhraseSearch(Array("รอบ".utf8))

    /// Whether the cell speaks of what reports are about, and is the name of no body, no section and no field.
    private mutating func namesSubject() -> Bool {
        let bytes = cell.bytes
        guard bytes.count <= Self.longestTitle,
            speaksOfSubject,
            !AgencyName.isNamed(at: 0, in: bytes, spaces: &spaces)
        else { return false }
        let key = PlainText.key(String(decoding: bytes, as: UTF8.self))
        return LineKind.sectionLevel(key) == nil && LineKind.recordHeading(key) == nil && !LineKind.isNumbered(key)
    }

    private mutating func readTitle(
        _ head: some RandomAccessCollection<Slice32>, bySubject: Bool = false, _ segmentation: Segmentation
    ) {
        let head = Array(head)
        for (index, slice) in head.enumerated().prefix(20) {
            load(slice, of: segmentation)
            guard let start = bySubject ? (namesSubject() ? titleLine() : nil) : titleStart() else { continue }
            if !speaksOfSubject, namesSubjectBelow(head[(index + 1)...].prefix(3), segmentation) { continue }
            load(slice, of: segmentation)
            let end = titleEnd(from: start)
            guard end > start, let first = text(start..<end, owner: nil) else { continue }
            var pieces = Array(report.pieces[first.pieces.range])
            // A title may run over further lines, up to the year, the body or the period.
            if end >= cell.bytes.trimmed(cell.all).upperBound {
                for next in head[(index + 1)...].prefix(3) {
                    guard isRightBelow(pieces, next, segmentation) else { break }
                    load(next, of: segmentation)
                    let end = titleEnd(from: 0)
                    guard end > 0, cell.bytes.count < 600, titleStart() == nil, let more = text(0..<end, owner: nil)
                    else {
                        break
                    }
                    pieces.join(report.pieces[more.pieces.range], by: .space)
                    if end < cell.bytes.trimmed(cell.all).upperBound { break }
                }
            }
            let firstPiece = report.pieces.count
            report.pieces.append(contentsOf: pieces)
            report.title = FieldText(pieces: Slice32(firstPiece..<report.pieces.count))
            return
        }
    }

    /// Whether the cell speaks of what reports are about.
    private var speaksOfSubject: Bool { Self.subjects.contains { $0.stands(in: cell.bytes) } }

    /// `แบบรายงาน ปปช.๒⏎แบบติดตามผลตามมาตรการส่งเสริมคุณธรรม…`: whether one of the next texts begins as titles do and speaks of
    /// what reports are about.
    private mutating func namesSubjectBelow(_ texts: ArraySlice<Slice32>, _ segmentation: Segmentation) -> Bool {
        texts.contains { slice in
            load(slice, of: segmentation)
            return titleStart() != nil && speaksOfSubject && cell.bytes.count <= Self.longestTitle
        }
    }

    /// Whether a text stands right below the one that `pieces` end, without a blank line between.
    private func isRightBelow(_ pieces: [Piece], _ next: Slice32, _ segmentation: Segmentation) -> Bool {
        guard let last = pieces.last, let first = segmentation.document.pieces[next.range].first,
            first.span.start >= last.span.end
        else { return false }
        let between = report.text[Int(last.span.end)..<Int(first.span.start)]
        return between.count < 400 && between.filter { $0 == 0x0A }.count <= 1
    }

    private static let subject = Array("เรื่อง".utf8)

    /// Where in the cell a title begins: behind marks of emphasis, numbers, and the word for the subject of a letter.
    func titleStart() -> Int? {
        let bytes = cell.bytes
        var position = 0
        if bytes.hasPrefix(Self.subject, at: 0) {
            position = bytes.skipBlanks(from: Self.subject.count, to: bytes.count)
        }
        let limit = min(bytes.count, position + 24)
        while position < limit {
            let window = Array(bytes[position..<min(bytes.count, position + 120)])
            if let (length, _) = Self.titleWords.longestPhrase(in: window) {
                // `(รายงานรอบ ๑๒ เดือน)` says when, not what.
                return window.hasPrefix(Self.round.phrase, at: length) ? nil : position
            }
            guard bytes[position] < 0x80, !(bytes[position] | 0x20 &- 0x61 < 26) else { return nil }
            position += 1
        }
        return nil
    }

    /// The first line of the cell that begins as titles do: the number of a form may stand above it.
    private func titleLine() -> Int {
        let bytes = cell.bytes
        return cell.lineStarts.first { start in
            Self.titleWords.longestPhrase(in: Array(bytes[start..<min(bytes.count, start + 120)])) != nil
        } ?? 0
    }

    /// Where a title ends that begins at `start`: before the year, the period, or the name of the body.
    private mutating func titleEnd(from start: Int) -> Int {
        let bytes = cell.bytes
        let kinds = Vocabulary.standard.agencyKinds
        let of = Array("ของ".utf8)
        var position = start
        while position < bytes.count {
            let isStart =
                position == 0 || bytes.blankLength(at: bytes.characterStart(before: position)) > 0
                || cell.lineStarts.contains(position)
            if isStart || position > start {
                let window = Array(bytes[position..<min(bytes.count, position + 90)])
                if isStart || bytes[position] == 0x28 {
                    let key = PlainText.key(String(decoding: window, as: UTF8.self))
                    if Self.titleEnds.longestPhrase(in: key) != nil { break }
                }
                let name = bytes.hasPrefix(of, at: position) ? position + of.count : position
                if isStart || name > position, kinds.longestPhrase(in: bytes, at: name) != nil,
                    AgencyName.isNamed(at: name, in: bytes, spaces: &spaces)
                {
                    break
                }
            }
            position += bytes.characterLength(at: position)
        }
        return bytes.trimmed(start..<position).upperBound
    }
}
