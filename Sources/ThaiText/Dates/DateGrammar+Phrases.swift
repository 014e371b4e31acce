extension DateGrammar {
    /// More members than this are no list of dates.
    private static let longestList = 40

    /// One or more dates, joined by dashes, commas and their words, each given what another says for all.
    func phrase(at start: Int, isNested: Bool, isBetween: Bool = false) -> DatePhrase? {
        guard let (first, afterFirst) = point(at: start) else { return nil }
        var phrase = DatePhrase(points: [first], next: afterFirst)
        var ends = [afterFirst]
        while phrase.points.count < Self.longestList, let previous = phrase.points.last {
            let mayRange = phrase.links.last != .range
            guard let (link, index) = link(at: phrase.next, mayRange: mayRange, isBetween: isBetween, after: previous),
                let (point, next) = point(at: index, after: previous), !point.isUnsupported, !previous.isUnsupported
            else { break }
            if link == .range, !canRange(previous, point) { break }
            if link == .list, !canList(previous, point) { break }
            phrase.points.append(point)
            phrase.links.append(link)
            phrase.next = next
            ends.append(next)
        }
        // A day's number that nothing behind it completes is no date.
        while phrase.points.last?.unit == .dayNumber {
            phrase.points.removeLast()
            ends.removeLast()
            if !phrase.links.isEmpty { phrase.links.removeLast() }
            guard let end = ends.last else { return nil }
            phrase.next = end
        }
        guard phrase.areDayNumbersComplete else { return nil }
        phrase.fill()
        return phrase
    }

    private func canRange(_ left: PartialDate, _ right: PartialDate) -> Bool {
        switch (left.unit, right.unit) {
        case (.dayNumber, .day), (.dayNumber, .dayNumber), (.day, .day), (.month, .month), (.year, .year),
            (.fiscalYear, .fiscalYear),
            (.quarter, .quarter), (.year, .fiscalYear), (.fiscalYear, .year), (.day, .month), (.month, .day):
            true
        default: false
        }
    }

    private func canList(_ left: PartialDate, _ right: PartialDate) -> Bool {
        switch (left.unit, right.unit) {
        case (.dayNumber, .day), (.dayNumber, .dayNumber), (.day, .day), (.month, .month), (.year, .year),
            (.fiscalYear, .fiscalYear),
            (.quarter, .quarter), (.day, .dayNumber), (.months, .months):
            true
        default: false
        }
    }

    /// What joins the date before `start` to one behind, and where that begins.
    private func link(
        at start: Int, mayRange: Bool, isBetween: Bool, after previous: PartialDate
    ) -> (DatePhrase.Link, Int)? {
        var index = start
        var isRange = false
        while token(index).kind == .dash || isWord(index, .until), index - start < 3 {
            isRange = true
            index += 1
        }
        if isRange {
            if isWord(index, .endOf) { index += 1 }
            return mayRange ? (.range, index) : nil
        }
        if isBetween, mayRange, isWord(index, .and) || isWord(index, .with) { return (.range, index + 1) }
        if token(index).kind == .comma { index += 1 }
        if isWord(index, .and) { index += 1 }
        if index > start, isWord(index, .of) { index += 1 }
        if index == start, token(index).kind == .slash, previous.unit == .month, token(index + 1).kind == .month {
            index += 1
        }
        let isRow =
            previous.unit == .month && previous.year == nil && token(start).kind == .month && token(start).gap == .blank
        return index > start || isRow ? (.list, index) : nil
    }
}

extension DatePhrase {
    /// Whether each day's number is before a day that has a month.
    var areDayNumbersComplete: Bool {
        points.indices.allSatisfy { index in
            guard points[index].unit == .dayNumber else { return true }
            guard index + 1 < points.count else { return false }
            return points[index + 1].unit == .day || points[index + 1].unit == .dayNumber
        }
    }
}
