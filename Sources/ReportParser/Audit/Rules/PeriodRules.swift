internal import ThaiText

/// A number of months that its first and last month do not give, or a period of another year than the one beside it.
///
/// Example: `รอบ ๕ เดือน (ตุลาคม ๒๕๖๕ - มีนาคม ๒๕๖๖)`: these are six. `ปีงบประมาณ พ.ศ. ๒๕๖๖ รอบ ๖ เดือน (ตุลาคม ๒๕๖๖ - มีนาคม ๒๕๖๗)`: these
/// are of 2567. Months in brackets or behind a colon only; each slip once, for headings repeat.
struct PeriodRule: AuditRule {
    var description: RuleDescription {
        RuleDescription(
            "period-mismatch", thai: "รอบการรายงานไม่ตรงกับเดือนหรือปีที่ระบุ",
            english: "a period whose months or year are not those beside it")
    }

    private static let month = PhraseSearch(Array("เดือน".utf8))
    private static let halves = ["แรก", "หลัง"].map { Array($0.utf8) }
    /// How far before the number the fiscal year may stand, and how long the months in brackets may be, in bytes.
    private static let (before, behind) = (150, 150)

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        let text = report.text
        let scanner = DateScanner(context: DateContext(fiscalYear: report.fiscalYear))
        var findings: [Finding] = []
        var seen: Set<[String]> = []
        subject.forEachPlace(of: Self.month) { place in
            let next = place + Self.month.phrase.count
            guard let number = Self.number(before: place, in: text),
                let open = Self.opening(behind: next, in: text),
                let mention = scanner.scan(text, in: open..<Self.closing(behind: open, in: text)).first,
                mention.kind == .range, mention.warnings.isEmpty, let start = mention.start, let end = mention.end,
                start.day == 1, end == end.endOfMonth, start < end
            else { return }
            let span = SourceSpan(number.start..<mention.range.upperBound)
            let months = (end.year - start.year) * 12 + end.month - start.month + 1
            if months != number.value, months <= 24 {
                guard seen.insert(["\(number.value)", "\(start)", "\(end)"]).inserted else { return }
                findings.append(
                    finding(
                        thai: "ระบุ \(number.value) เดือน แต่วันที่ \(start) ถึง \(end) คือ \(months) เดือน",
                        english: "\(number.value) months are named, \(start) to \(end) are \(months)", span: span))
            } else if let year = Self.fiscalYear(before: number.start, in: text, scanner), year != end.fiscalYear {
                guard seen.insert(["\(year)", "\(start)", "\(end)"]).inserted else { return }
                findings.append(
                    finding(
                        thai: "ระบุปีงบประมาณ \(year) แต่วันที่ \(start) ถึง \(end) อยู่ในปีงบประมาณ \(end.fiscalYear)",
                        english: "fiscal year \(year) is named, \(start) to \(end) are of \(end.fiscalYear)", span: span
                    ))
            }
        }
        return findings
    }

    /// The number of months, 1 to 24, that ends before `place`.
    private static func number(before place: Int, in text: [UInt8]) -> (value: Int, start: Int)? {
        var position = place
        while position > 0, text[position - 1] == 0x20, place - position < 2 { position -= 1 }
        var (value, scale) = (0, 1)
        while case let digit = text.digit(before: position), digit.value >= 0, scale <= 100 {
            value += digit.value * scale
            scale *= 10
            position -= digit.length
        }
        guard (1...24).contains(value), position > 0, ![0x2E, 0x2C, 0x2F, 0x2D].contains(text[position - 1]) else {
            return nil
        }
        return (value, position)
    }

    /// Where the months begin that stand in brackets or behind a colon.
    private static func opening(behind place: Int, in text: [UInt8]) -> Int? {
        var position = text.skipBlanks(from: place, to: min(text.count, place + 3))
        if let half = halves.first(where: { text.hasPrefix($0, at: position) }) {
            position = text.skipBlanks(from: position + half.count, to: min(text.count, position + half.count + 3))
        }
        guard position < text.count, text[position] == 0x28 || text[position] == 0x3A else { return nil }
        return position + 1
    }

    /// Where the brackets close, or the line ends.
    private static func closing(behind open: Int, in text: [UInt8]) -> Int {
        let limit = text.whole(open + behind)
        return text[open..<limit].firstIndex { $0 == 0x29 || $0 == 0x0A || $0 == 0x09 || $0 == 0x7C } ?? limit
    }

    /// The fiscal year that stands before the number of months, on the same line or at the end of the one before.
    private static func fiscalYear(before place: Int, in text: [UInt8], _ scanner: DateScanner) -> Int? {
        let mentions = scanner.scan(text, in: text.whole(place - before)..<place)
        guard let last = mentions.last, last.kind == .fiscalYear, place - last.range.upperBound <= 24 else {
            return nil
        }
        return last.end?.fiscalYear
    }
}

/// Another fiscal year than that of the report.
///
/// Example: the heading of the second part repeats the title with `ปีงบประมาณ พ.ศ. ๒๕๖๕` in a report of 2566; of thirty items
/// one demands `เป็นการดำเนินการในปี พ.ศ. ๒๕๖๕`; of nine measures one was to be done in the months of the year before. Reports
/// speak of the year before in many places, and rightly: only these are looked at.
struct YearRule: AuditRule {
    var description: RuleDescription {
        RuleDescription(
            "year-mismatch", thai: "ปีงบประมาณไม่ตรงกับรายงาน", english: "another fiscal year than that of the report")
    }

    private static let year = PhraseSearch(Array("ปีงบประมาณ".utf8))
    private static let done = PhraseSearch(Array("การดำเนินการในปี".utf8))
    private static let era = Array("พ.ศ.".utf8)
    private static let budget = Array("งบประมาณ".utf8)

    func findings(in subject: AuditSubject) -> [Finding] {
        let report = subject.report
        guard let year = report.fiscalYear else { return [] }
        return titles(report, year) + demands(report, year) + timeframes(report, year)
    }

    /// Headings that are the title of the report but for the year.
    private func titles(_ report: Report, _ year: Int) -> [Finding] {
        guard let title = report.title else { return [] }
        let key = PlainText.key(of: report.pieces[title.pieces.range], in: report.text)
        guard key.count >= 60 else { return [] }
        var findings: [Finding] = []
        let start = Array(key[..<3])
        var other: Set<Int> = []
        var isBelowTitle = false
        for block in report.blocks where block.kind == .title || block.kind == .heading || block.kind == .paragraph {
            let isBelow = isBelowTitle
            isBelowTitle = false
            let span = report.span(of: block.text)
            // A sentence that speaks of the title is longer than the title.
            guard span.range.count <= key.count + 300 else { continue }
            let isTitle =
                report.text.hasPrefix(start, at: span.range.lowerBound)
                && PlainText.key(of: report.pieces[block.text.pieces.range], in: report.text).starts(with: key)
            guard isTitle || isBelow, let place = Self.year.first(in: report.text, span.range) else {
                isBelowTitle = isTitle
                continue
            }
            // Below the title stands nothing but the year: `ประจำปีงบประมาณ พ.ศ. ๒๕๖๕`.
            guard isTitle || place - span.range.lowerBound <= 24 else { continue }
            guard let written = Self.number(behind: place, Self.year, in: report.text), written.value != year,
                abs(written.value - year) <= 5, other.insert(written.value).inserted
            else { continue }
            findings.append(finding(written, year, measure: nil, field: nil))
        }
        return findings
    }

    /// What an item demands to have been done in another year than the other items.
    private func demands(_ report: Report, _ year: Int) -> [Finding] {
        var right = 0
        var findings: [Finding] = []
        for index in report.measures.indices {
            guard let requirement = report.measures[index].requirement,
                let place = Self.done.first(in: report.text, report.span(of: requirement).range),
                let written = Self.number(behind: place, Self.done, in: report.text)
            else { continue }
            if written.value == year {
                right += 1
            } else {
                findings.append(finding(written, year, measure: index, field: .requirement))
            }
        }
        return right >= max(3, 3 * findings.count) ? findings : []
    }

    /// Times in the year before, where those of the other measures are in the report's year.
    private func timeframes(_ report: Report, _ year: Int) -> [Finding] {
        var right = 0
        var early: [(measure: Int, timeframe: Timeframe, end: CivilDate)] = []
        for index in report.measures.indices {
            guard let timeframe = report.measures[index].timeframe, let end = timeframe.end else { continue }
            if end.fiscalYear == year {
                right += 1
            } else if end.fiscalYear == year - 1 {
                early.append((index, timeframe, end))
            }
        }
        guard right >= max(3, 3 * early.count) else { return [] }
        return early.map { slip in
            finding(
                thai:
                    "\"\(report.string(slip.timeframe.text))\" อยู่ในปีงบประมาณ \(year - 1) แต่รายงานเป็นของปีงบประมาณ \(year)",
                english:
                    "\"\(report.string(slip.timeframe.text))\" is of fiscal year \(year - 1), the report of \(year)",
                measure: slip.measure, field: .timeframe, span: report.span(of: slip.timeframe.text))
        }
    }

    private func finding(
        _ written: (value: Int, span: SourceSpan), _ year: Int, measure: Int?, field: MeasureField?
    ) -> Finding {
        finding(
            thai: "ระบุปี \(written.value) แต่รายงานเป็นของปีงบประมาณ \(year)",
            english: "\(written.value) is named, the report is of fiscal year \(year)",
            measure: measure, field: field, span: written.span)
    }

    /// The year of four digits (พ.ศ.) behind the phrase at `place`, and where both stand.
    private static func number(
        behind place: Int, _ phrase: PhraseSearch, in text: [UInt8]
    ) -> (value: Int, span: SourceSpan)? {
        var position = place + phrase.phrase.count
        for word in [budget, era] {
            position = text.skipBlanks(from: position, to: text.count)
            if text.hasPrefix(word, at: position) { position += word.count }
        }
        position = text.skipBlanks(from: position, to: text.count)
        var (value, digits) = (0, 0)
        while case let digit = text.digit(at: position), digit.value >= 0, digits < 5 {
            value = value * 10 + digit.value
            digits += 1
            position += digit.length
        }
        return digits == 4 && (2400...2699).contains(value) ? (value, SourceSpan(place..<position)) : nil
    }
}
