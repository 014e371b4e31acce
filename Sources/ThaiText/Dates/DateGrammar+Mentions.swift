extension DateGrammar {
    /// What the words before and behind a phrase make of it.
    private struct Frame {
        var isDeadline = false
        var isBefore = false
        var isEndOf = false
        var isFrom = false
        var isUntil = false
        var isBetween = false
        var isThroughout = false
        /// The token that the mention begins with.
        var first: Int

        /// Before the end of a year is no earlier than its last day.
        var adjusted: Frame {
            var frame = self
            if isEndOf { frame.isBefore = false }
            return frame
        }
    }

    /// Appends the dates that begin at `start` and gives the index behind them; `nil` where none begin.
    func mention(at start: Int, into mentions: inout [DateMention]) -> Int? {
        if let next = standaloneTime(at: start, into: &mentions) { return next }
        var (frame, index) = frame(at: start)
        guard var phrase = phrase(at: index, isNested: false, isBetween: frame.isBetween) else {
            return nil
        }
        index = phrase.next
        phrase.fillYears(from: context)
        if phrase.points.contains(where: \.needsYear) {
            // No part of it has a year either, but a time may stand for itself.
            return phrase.points.contains { $0.startTime != nil } ? nil : phrase.next
        }
        if isLawYear(phrase) { return index }
        if phrase.points.count == 1, phrase.points[0].isBareMonth, phrase.points[0].warnings.contains(.inferredYear),
            !isWholeText(phrase)
        {
            return nil
        }
        let isOpenEnd = readEnding(of: &frame, phrase: phrase, next: &index)
        append(phrase, frame, isOpenEnd: isOpenEnd, end: token(index - 1).end, to: &mentions)
        return index
    }

    // MARK: - Words around

    /// The words before a phrase, and the index behind them.
    private func frame(at start: Int) -> (Frame, Int) {
        var frame = Frame(first: start)
        var index = start
        var hasWord = false
        while index - start < 6, let word = word(index) {
            switch word {
            case .within:
                frame.isDeadline = !isInternal(index)
                if !frame.isDeadline { frame.first = index + 1 }
            case .before:
                frame.isDeadline = true
                frame.isBefore = true
            case .endOf: frame.isEndOf = true
            case .from: frame.isFrom = !isAfterDurationUnit(index)
            case .outOf: break
            case .between: frame.isBetween = true
            case .until:
                frame.isUntil = frame.isUntil || token(index).end - token(index).start > 9 || isWord(index + 1, .dayOf)
            case .present where token(index + 1).kind == .dash || isWord(index + 1, .until):
                frame.isUntil = true
                frame.isFrom = false
                index += 1
            case .of where hasWord, .first where hasWord: break
            default: return (frame.adjusted, index)
            }
            hasWord = true
            index += 1
            if token(index).kind == .colon { index += 1 }
        }
        return (frame.adjusted, index)
    }

    private static let nounsBeforeInternal = ["งาน", "กร", "สอบ", "ราชการ", "บุคคล", "องค์กร", "ควบคุม", "การ"]
        .map { Array($0.utf8) }

    /// Whether ภายใน means internal: หน่วยงานภายใน, ตรวจสอบภายใน.
    private func isInternal(_ index: Int) -> Bool {
        guard token(index).gap == .none, isYearWord(index + 1), token(index + 1).gap != .none else { return false }
        let start = token(index).start
        return Self.nounsBeforeInternal.contains { text.hasPrefix($0, at: start - $0.count) }
    }

    /// Whether a duration is counted from the date (๓๐ วัน นับแต่วันที่ …).
    private func isAfterDurationUnit(_ index: Int) -> Bool {
        switch word(index - 1) {
        case .day, .month, .year, .unit: number(index - 2) != nil
        default: false
        }
    }

    /// Reads เป็นต้นไป and เป็นอย่างช้า; whether the end is open.
    private func readEnding(of frame: inout Frame, phrase: DatePhrase, next: inout Int) -> Bool {
        if isWord(next, .onward) {
            next += 1
            return phrase.points.count == 1
        }
        if isWord(next, .atLatest) {
            next += 1
            frame.isDeadline = true
            return false
        }
        guard phrase.points.count == 1 else { return false }
        var index = next
        while token(index).kind == .dash || isWord(index, .until) { index += 1 }
        if index > next, isWord(index, .present) {
            next = index + 1
            return true
        }
        return frame.isFrom && !frame.isDeadline && !phrase.points[0].isUnsupported
    }

    private func isWholeText(_ phrase: DatePhrase) -> Bool {
        text.trimmed(bounds) == phrase.points[0].start..<phrase.points[0].end
    }

    // MARK: - Times

    /// A time that no day stands before.
    private func standaloneTime(at start: Int, into mentions: inout [DateMention]) -> Int? {
        guard token(start).kind == .number || isWord(start, .time), let (phrase, _) = time(at: start) else {
            return nil
        }
        var index = phrase.next
        if isWord(index, .of) { index += 1 }
        if let first = phrase.start, token(index).kind == .weekday || isWord(index, .dayOf),
            let (point, next) = point(at: index), point.unit == .day, let day = point.resolved().days?.first
        {
            // เวลา ๙.๐๐ น. วันที่ ๕ ตุลาคม ๒๕๖๖
            mentions.append(
                DateMention(
                    kind: .date, start: day, end: day, startTime: first, endTime: phrase.end, precision: .time,
                    calendar: point.year?.calendar ?? .buddhist, warnings: point.resolved().warnings,
                    range: token(start).start..<token(next - 1).end))
            return next
        }
        mentions.append(
            DateMention(
                kind: .time, startTime: phrase.start, endTime: phrase.end, precision: .time,
                warnings: phrase.start == nil ? .impossibleDate : [],
                range: token(start).start..<token(phrase.next - 1).end))
        return phrase.next
    }

    // MARK: - What it comes to

    private func append(
        _ phrase: DatePhrase, _ frame: Frame, isOpenEnd: Bool, end: Int, to mentions: inout [DateMention]
    ) {
        let points = phrase.points
        var index = 0
        while index < points.count {
            let isLast: Bool
            var mention: DateMention
            if index < phrase.links.count, phrase.links[index] == .range {
                mention = rangeMention(points[index], points[index + 1])
                index += 2
            } else {
                mention = singleMention(points[index])
                index += 1
            }
            isLast = index >= points.count
            mention.isListMember = !isLast || mention.range.lowerBound > points[0].start && phrase.links.contains(.list)
            if points.count == 1, isOpenEnd, mention.hasValue {
                mention.kind = .range
                mention.end = nil
            } else if frame.isDeadline, isLast {
                makeDeadline(&mention, isBefore: frame.isBefore)
            } else if points.count == 1, frame.isUntil, mention.hasValue {
                mention.kind = .range
                mention.start = nil
            } else if points.count == 1, frame.isEndOf, let last = mention.end {
                mention.kind = .date
                mention.start = last
            }
            let start =
                mention.range.lowerBound == points[0].start ? frameStart(frame, points[0]) : mention.range.lowerBound
            mention.range = start..<max(isLast ? end : mention.range.upperBound, start)
            mentions.append(mention)
        }
    }

    private func frameStart(_ frame: Frame, _ point: PartialDate) -> Int {
        let isFramed = frame.isDeadline || frame.isEndOf || frame.isFrom || frame.isUntil || frame.isBetween
        return isFramed ? min(token(frame.first).start, point.start) : point.start
    }

    private func makeDeadline(_ mention: inout DateMention, isBefore: Bool) {
        guard mention.hasValue else { return }
        mention.kind = .deadline
        if isBefore, let first = mention.start { mention.end = first.advanced(by: -1) }
        mention.start = nil
    }

    private func singleMention(_ point: PartialDate) -> DateMention {
        let (days, warnings) = point.resolved()
        var kind = point.kind
        if point.days != nil, warnings.contains(.periodConflict), point.isYear { kind = .range }
        return DateMention(
            kind: kind, start: days?.first, end: days?.last, startTime: days == nil ? nil : point.startTime,
            endTime: days == nil ? nil : point.endTime, precision: point.precision,
            calendar: point.year?.calendar ?? .buddhist, warnings: warnings,
            range: point.start..<max(point.end, point.start))
    }

    private func rangeMention(_ left: PartialDate, _ right: PartialDate) -> DateMention {
        let first = left.resolved()
        let last = right.resolved()
        var mention = DateMention(
            kind: .range, precision: left.precision == right.precision ? left.precision : .day,
            calendar: right.year?.calendar ?? .buddhist, warnings: first.warnings.union(last.warnings),
            range: left.start..<max(right.end, left.start))
        guard var start = first.days?.first else { return mention }
        var end = last.days?.last
        if end == nil, let clamped = right.clampedDay {
            end = clamped
            mention.warnings.remove(.impossibleDate)
            mention.warnings.insert(.clamped)
        }
        guard var end else { return mention }
        if end < start {
            (start, end) = (last.days?.first ?? end, first.days?.last ?? start)
            mention.warnings.insert(.reversed)
        }
        mention.start = start
        mention.end = end
        mention.startTime = left.startTime
        mention.endTime = right.endTime ?? right.startTime
        return mention
    }
}
