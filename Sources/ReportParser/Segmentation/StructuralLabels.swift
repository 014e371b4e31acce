internal import ThaiText

/// Labels told by their place, whatever their words: the same few words begin a line in record after record, and dots,
/// a wide gap, the end of bold type or the end of the line parts them from a value.
///
/// What such a label means is told by its words where they are known, else by the kind of its values: times, units,
/// states, amounts, lists.
struct StructuralLabels {
    /// A label that may be one.
    private struct Candidate {
        var line: Int
        var key: [UInt8]
        var label: LabelFinder.Label
        /// What stands behind it in its line.
        var value: Range<Int>
        /// Whether nothing does.
        var isWholeLine: Bool
        /// Whether one blank parts it from the value, as it parts phrases.
        var isLoose = false
    }

    /// Longer runs are no labels, shorter ones are numbers.
    ///
    /// In bytes of the comparable form.
    private static let lengths = 9...90
    /// So many labels that repeat make a form; fewer are words that happen to repeat.
    private static let fewest = 3

    private let lines: [ProseSegmenter.Line]
    private let document: Document
    private var candidates: [Candidate] = []
    private var classifier = CellClassifier()

    /// The labels of the lines that have none yet, by the indices of the lines.
    static func find(
        in lines: [ProseSegmenter.Line], of document: Document, matcher: inout HeadingMatcher
    ) -> [Int: LabelFinder.Label] {
        guard lines.count >= 2 * fewest else { return [:] }
        var finder = StructuralLabels(lines: lines, document: document)
        finder.findCandidates(matcher: &matcher)
        return finder.adopted(matcher: &matcher)
    }

    private init(lines: [ProseSegmenter.Line], document: Document) {
        (self.lines, self.document) = (lines, document)
    }

    // MARK: Candidates

    private mutating func findCandidates(matcher: inout HeadingMatcher) {
        for index in lines.indices where lines[index].label == nil && mayBeLabel(lines[index], &matcher) {
            guard let candidate = headingBeforeBlank(at: index, &matcher) ?? candidate(at: index),
                Self.lengths.contains(candidate.key.count),
                LineKind.recordHeading(candidate.key) == nil,
                !LineKind.isAboutReport(candidate.key) || isKnown(candidate.key, &matcher),
                !LineKind.isMemoField(lines[index].range, in: document.text),
                !candidate.key.contains(where: { $0 &- 0x30 < 10 }),
                isKnown(candidate.key, &matcher) || !isValue(candidate)
            else { continue }
            candidates.append(candidate)
        }
    }

    /// Whether a line is no heading of a section: `ประเด็นการประเมิน` alone may be either.
    private func mayBeLabel(_ line: ProseSegmenter.Line, _ matcher: inout HeadingMatcher) -> Bool {
        line.sectionLevel == nil || matcher.match(line.key).map { $0.role == .title && $0.certainty >= 0.94 } == true
            || matcher.match(line.key).map { $0.role == .extra && $0.certainty >= 0.9 } == true
            || namesSection(line, &matcher)
    }

    /// `ตัวชี้วัดที่เกี่ยวข้อง   ตัวชี้วัดที่ ๑ …`: a wide gap parts the words for a section from its name.
    private func namesSection(_ line: ProseSegmenter.Line, _ matcher: inout HeadingMatcher) -> Bool {
        guard let gap = gap(in: line.range),
            let match = matcher.match(LabelFinder.key(line.range.lowerBound..<gap.lowerBound, in: document.text))
        else { return false }
        return match.role == .section && match.certainty >= 0.94
    }

    /// Whether the words are a label that is known, but for a letter or two.
    private func isKnown(_ key: [UInt8], _ matcher: inout HeadingMatcher) -> Bool {
        matcher.match(key).map { $0.certainty >= 0.7 && $0.role.isLabel || $0.certainty >= 0.9 && $0.role == .extra }
            ?? false
    }

    /// Whether the words are a value that repeats: a state, a unit, a time.
    private mutating func isValue(_ candidate: Candidate) -> Bool {
        let words = document.clip(lines[candidate.line].line.pieces, to: candidate.label.range)
        let kind = classifier.kind(of: words[...], in: document.text)
        return kind.isValue || kind == .status
    }

    private func candidate(at index: Int) -> Candidate? {
        let range = lines[index].range
        let start = LabelFinder.skipBullet(range, in: document.text)
        guard start < range.upperBound else { return nil }
        let seam = boldEnd(of: index, from: start) ?? gap(in: start..<range.upperBound)
        if seam == nil {
            // Alone on its line: a value stands in the next.
            guard range.count <= Self.lengths.upperBound, index + 1 < lines.count,
                !isItem(range.lowerBound..<start),
                lines[index + 1].line.blanksBefore == 0 || lines[index].line.blanksBefore > 0
            else { return nil }
        }
        let words = start..<(seam?.lowerBound ?? range.upperBound)
        let key = LabelFinder.key(words, in: document.text)
        let label = LabelFinder.Label(
            role: .extra, certainty: 0.5, range: start..<(seam?.upperBound ?? range.upperBound),
            bullet: range.lowerBound..<start, hasColon: true)
        let value = label.range.upperBound..<range.upperBound
        return Candidate(line: index, key: key, label: label, value: value, isWholeLine: seam == nil)
    }

    /// The first word of a line, where it begins as headings do and one blank parts it from the rest:
    /// `ช่วงเวลาดำเนินงาน ตุลาคม ๒๕๖๔`.
    private func headingBeforeBlank(at index: Int, _ matcher: inout HeadingMatcher) -> Candidate? {
        let range = lines[index].range
        let start = LabelFinder.skipBullet(range, in: document.text)
        guard !isItem(range.lowerBound..<start), boldEnd(of: index, from: start) == nil else { return nil }
        let blank = LabelFinder.nextBlank(from: start, to: range.upperBound, of: document.text)
        let value = document.text.skipBlanks(from: blank, to: range.upperBound)
        guard value < range.upperBound, value == blank + 1, blank - start <= Self.lengths.upperBound
        else { return nil }
        let key = LabelFinder.key(start..<blank, in: document.text)
        guard let match = matcher.match(key), match.certainty >= 0.7, match.role.isLabel,
            !InnerLabel.isTimeWord(key, match.role)
        else { return nil }
        let label = LabelFinder.Label(
            role: .extra, certainty: 0.5, range: start..<value, bullet: range.lowerBound..<start, hasColon: true)
        return Candidate(
            line: index, key: key, label: label, value: value..<range.upperBound, isWholeLine: false,
            isLoose: true)
    }

    /// Whether a number or a letter stands before the words: `(ก) จัดทำ` is an item of a list.
    private func isItem(_ bullet: Range<Int>) -> Bool {
        document.text[bullet].contains { $0 &- 0x30 < 10 || $0 | 0x20 &- 0x61 < 26 || $0 == 0xE0 }
    }

    /// The signs of markup behind words in bold type, where those words begin the line and do not end it.
    private func boldEnd(of index: Int, from start: Int) -> Range<Int>? {
        let pieces = document.pieces[lines[index].line.pieces.range]
        guard let first = pieces.first(where: { $0.span.range.contains(start) }), first.span.range.count <= 120 else {
            return nil
        }
        let end = first.span.range.upperBound
        guard let next = pieces.first(where: { $0.span.range.lowerBound >= end }), start > 0,
            document.text[end..<next.span.range.lowerBound].contains(where: { $0 == 0x2A || $0 == 0x3C }),
            document.text[start - 1] == 0x2A || document.text[start - 1] == 0x3E
        else { return nil }
        return end..<end
    }

    /// The first run of dots, underscores or blanks within a line that is too wide for a blank between words.
    private func gap(in range: Range<Int>) -> Range<Int>? {
        let text = document.text
        var position = range.lowerBound
        while position < range.upperBound, position - range.lowerBound < 2 * Self.lengths.upperBound {
            var end = position
            while end < range.upperBound, isFiller(text[end]) { end += 1 }
            let isWide = end - position >= 4 || end - position >= 2 && text[position] == 0x20 || text[position] == 0x09
            if end > position, isWide { return position..<end }
            position = end > position ? end : position + text.characterLength(at: position)
        }
        return nil
    }

    private func isFiller(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x2E || byte == 0x5F }

    // MARK: Adoption

    private mutating func adopted(matcher: inout HeadingMatcher) -> [Int: LabelFinder.Label] {
        let byKey = Dictionary(grouping: candidates, by: \.key).filter { $0.value.count >= 2 }
        // The labels that are known make a form together with those that are not.
        var known: [[UInt8]: Int] = [:]
        for line in lines {
            guard let label = line.label, label.role.isAction || label.role.isMoney else { continue }
            known[LabelFinder.key(label.range, in: document.text), default: 0] += 1
        }
        let knownCounts = known.values.filter { $0 >= 2 }
        let counts = byKey.values.map(\.count) + knownCounts
        guard counts.count >= Self.fewest, let records = counts.max(), records >= 2 else { return [:] }
        // Each record has each of its labels, or nearly each.
        let regular = byKey.filter { $0.value.count * 2 >= records }
        guard regular.count + knownCounts.count(where: { $0 * 2 >= records }) >= Self.fewest else { return [:] }
        var roles: [[UInt8]: ColumnRole] = [:]
        for (key, places) in regular { roles[key] = role(of: key, places, matcher: &matcher) }
        keepOneTitle(&roles, regular)
        let actions = Set(roles.values.filter { $0.isAction })
        guard !actions.isEmpty || knownCounts.count >= 2 else { return [:] }
        var result: [Int: LabelFinder.Label] = [:]
        for (key, places) in regular {
            for place in places {
                var label = place.label
                label.role = roles[key] ?? .extra
                label.certainty = 0.8
                result[place.line] = label
            }
        }
        // In such a form a label may be misspelt once, and one that is known need not stand in each record.
        for place in candidates where regular[place.key] == nil && !place.isWholeLine && !place.isLoose {
            guard let match = matcher.match(place.key), match.certainty >= 0.7,
                match.role.isLabel || match.role == .extra && match.certainty >= 0.9
            else { continue }
            var label = place.label
            (label.role, label.certainty) = (match.role, match.certainty)
            result[place.line] = label
        }
        return result
    }

    /// Lets only the first label that names the subject name it, so that no record falls in two.
    private func keepOneTitle(_ roles: inout [[UInt8]: ColumnRole], _ places: [[UInt8]: [Candidate]]) {
        let hasTitle = lines.contains { $0.label?.role == .title }
        let titles = roles.filter { $0.value == .title }.keys.sorted {
            (places[$0]?.first?.line ?? 0) < (places[$1]?.first?.line ?? 0)
        }
        for key in titles.dropFirst(hasTitle ? 0 : 1) { roles[key] = .extra }
    }

    /// What a label means: by its words, where they are known and its values do not say otherwise.
    private mutating func role(
        of key: [UInt8], _ places: [Candidate], matcher: inout HeadingMatcher
    ) -> ColumnRole {
        let kinds = places.prefix(12).compactMap { kind(of: $0) }
        func share(_ kind: CellKind) -> Double {
            kinds.isEmpty ? 0 : Double(kinds.count { $0 == kind }) / Double(kinds.count)
        }
        let match = matcher.match(key)
        let said = match.flatMap { match -> ColumnRole? in
            let isKnown =
                match.role.isLabel || match.role == .title || match.role == .section && match.certainty >= 0.94
            return match.certainty >= 0.5 && isKnown ? match.role : nil
        }
        if share(.status) >= 0.6, said != .status { return .status }
        if let said { return said }
        if share(.date) >= 0.5 { return .timeframe }
        if share(.unit) >= 0.5 { return .responsible }
        if share(.money) >= 0.5 { return .budget }
        if share(.percent) >= 0.6 { return .status }
        return .extra
    }

    /// The kind of what stands behind a label, or below it.
    private mutating func kind(of candidate: Candidate) -> CellKind? {
        let pieces: [Piece]
        if candidate.isWholeLine {
            guard candidate.line + 1 < lines.count else { return nil }
            pieces = Array(document.pieces[lines[candidate.line + 1].line.pieces.range])
        } else {
            pieces = document.clip(lines[candidate.line].line.pieces, to: candidate.value)
        }
        let kind = classifier.kind(of: pieces[...], in: document.text)
        return kind == .empty || kind == .dash ? nil : kind
    }
}
