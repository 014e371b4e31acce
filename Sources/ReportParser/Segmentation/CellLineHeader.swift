internal import ThaiText

/// The header of a table that was extracted one cell a line: its headings, each on a line of its own.
struct CellLineHeader {
    /// The lines of the header.
    let lines: Range<Int>
    private(set) var columns: [Segmentation.Column]

    /// Fewer headings than this are a list of topics.
    private static let fewestColumns = 4
    /// More headings than this are no table.
    private static let mostColumns = 40

    /// Recognises a header: a run of lines that are headings and nothing else.
    init?(in lines: [ProseSegmenter.Line], matcher: inout HeadingMatcher) {
        var start = 0
        var places = Places()
        while start < lines.count {
            var found = Self.headings(from: start, in: lines, &places, matcher: &matcher)
            let end = start + found.count
            let roles = Set(found.compactMap(\.match?.role))
            guard found.count >= Self.fewestColumns, roles.count(where: \.isAction) >= 2,
                lines.count - end >= found.count, !Self.areLabels(start..<end, in: lines)
            else {
                start = max(end, start + 1)
                continue
            }
            // `กิจกรรมหลัก | วิธีการ`: the first of two says what, the second how.
            let steps = found.indices.filter { found[$0].match?.role == .steps }
            if !roles.contains(.title), steps.count == 2 {
                found[steps[0]].match = HeadingMatcher.Match(role: .title, certainty: 0.7)
            } else if !roles.contains(.title), !roles.contains(.section) {
                start = Self.addSubject(above: start, to: &found, lines, matcher: &matcher)
            }
            self.lines = start..<end
            columns = found
            return
        }
        return nil
    }

    /// The headings from a line on, one a line.
    private static func headings(
        from start: Int, in lines: [ProseSegmenter.Line], _ places: inout Places, matcher: inout HeadingMatcher
    ) -> [Segmentation.Column] {
        var end = start
        var roles: Set<ColumnRole> = []
        var found: [Segmentation.Column] = []
        while end < lines.count, end - start < mostColumns, lines[end].key.count <= 120, isPlain(lines[end].key),
            let match = matcher.match(lines[end].key),
            match.certainty >= 0.8
                || match.certainty >= 0.6 && end > start && LineKind.sectionLevel(lines[end].key) == nil,
            roles.insert(match.role).inserted || match.role == .extra
                || mayStandTwice(match.role) && found.count(where: { $0.match?.role == match.role }) == 1
        {
            found.append(Segmentation.Column(heading: lines[end].line.pieces, match: match))
            end += 1
            // One that nobody knows, among others that are known.
            while end < lines.count,
                found.count >= 2 && found.allSatisfy({ $0.match != nil })
                    && isUnknownHeading(end, in: lines, roles, matcher: &matcher)
                    || end > start && repeats(end, in: lines, &places, matcher: &matcher)
            {
                found.append(Segmentation.Column(heading: lines[end].line.pieces, match: nil))
                end += 1
            }
        }
        return found
    }

    /// Whether two columns may be headed for the same: the approach and its steps, the state and the result.
    private static func mayStandTwice(_ role: ColumnRole) -> Bool { [.title, .steps, .result].contains(role) }

    /// Whether lines that look like a header stand further down as well, each for itself: labels, with values between.
    private static func areLabels(_ header: Range<Int>, in lines: [ProseSegmenter.Line]) -> Bool {
        let keys = header.map { lines[$0].key }
        var strays = 0
        for index in lines.indices[header.upperBound...] {
            guard let place = keys.firstIndex(of: lines[index].key) else { continue }
            let follows = place > 0 && lines[index - 1].key == keys[place - 1]
            let leads = place + 1 < keys.count && index + 1 < lines.count && lines[index + 1].key == keys[place + 1]
            if !follows, !leads { strays += 1 }
            if strays >= fewestStrays { return true }
        }
        return false
    }

    private static let fewestStrays = 3

    /// Whether a line may be a heading that nobody knows: a few words, with one that is known below them.
    private static func isUnknownHeading(
        _ index: Int, in lines: [ProseSegmenter.Line], _ roles: Set<ColumnRole>, matcher: inout HeadingMatcher
    ) -> Bool {
        guard index + 1 < lines.count, (9...longestSubject).contains(lines[index].key.count),
            isPlain(lines[index].key), isPlain(lines[index + 1].key), LineKind.sectionLevel(lines[index].key) == nil,
            (matcher.match(lines[index].key)?.certainty ?? 0) < 0.6,
            Vocabulary.standard.unitHeads.longestPhrase(in: lines[index].key) == nil,
            let next = matcher.match(lines[index + 1].key), next.certainty >= 0.8
        else { return false }
        return next.role == .extra || !roles.contains(next.role) && next.role.isLabel
    }

    /// Where each short line stands, once that is asked for.
    private struct Places {
        private var places: [ByteKey: [Int]] = [:]

        /// The next few places of a line behind `index`.
        mutating func of(_ key: [UInt8], behind index: Int, in lines: [ProseSegmenter.Line]) -> ArraySlice<Int> {
            if places.isEmpty {
                for (place, line) in lines.enumerated() where line.key.count <= CellLineHeader.longestSubject {
                    places[ByteKey(line.key), default: []].append(place)
                }
            }
            guard let found = places[ByteKey(key)] else { return [] }
            var (low, high) = (0, found.count)
            while low < high {
                let middle = (low + high) / 2
                if found[middle] > index { high = middle } else { low = middle + 1 }
            }
            return found[low...].prefix(CellLineHeader.mostRepeats)
        }
    }

    /// So many further places of a line are looked at.
    private static let mostRepeats = 4

    /// Whether a line stands further down as well, below the same line and above the same one: a header is repeated there.
    ///
    /// The next line is a heading that is known.
    private static func repeats(
        _ index: Int, in lines: [ProseSegmenter.Line], _ places: inout Places, matcher: inout HeadingMatcher
    ) -> Bool {
        guard index + 1 < lines.count, index > 0, isPlain(lines[index].key), lines[index].key.count <= longestSubject,
            (matcher.match(lines[index].key)?.certainty ?? 0) < 0.6
        else { return false }
        let around = (lines[index - 1].key, lines[index].key, lines[index + 1].key)
        guard let next = matcher.match(around.2), next.certainty >= 0.6, isPlain(around.2) else { return false }
        for place in places.of(around.1, behind: index + 1, in: lines) where place + 1 < lines.count {
            if lines[place - 1].key == around.0, lines[place + 1].key == around.2 { return true }
        }
        return false
    }

    /// Adds the heading above the others that nobody knows, and that of the numbers before it.
    ///
    /// Where no other heading names the subject, it does. Returns the first line of the header.
    private static func addSubject(
        above start: Int, to columns: inout [Segmentation.Column], _ lines: [ProseSegmenter.Line],
        matcher: inout HeadingMatcher
    ) -> Int {
        guard start > 0, case let line = lines[start - 1], lines[start].line.blanksBefore == 0, isPlain(line.key),
            line.key.count <= longestSubject, !LineKind.isAboutReport(line.key), !LineKind.isAgency(line.key),
            LineKind.sectionLevel(line.key) == nil, matcher.match(line.key) == nil
        else { return start }
        let title = HeadingMatcher.Match(role: .title, certainty: 0.6)
        columns.insert(Segmentation.Column(heading: line.line.pieces, match: title), at: 0)
        guard start > 1, line.line.blanksBefore == 0, let match = matcher.match(lines[start - 2].key),
            match.role == .number || match.role == .code
        else { return start - 1 }
        columns.insert(Segmentation.Column(heading: lines[start - 2].line.pieces, match: match), at: 0)
        return start - 2
    }

    /// A heading that nobody knows is a few words, in bytes of the comparable form.
    private static let longestSubject = 75

    /// Whether a line may be a heading and nothing more: no bullet, no colon with a value, no figures.
    private static func isPlain(_ key: [UInt8]) -> Bool {
        key.first != 0x2D && key.first != 0x2A && key.last != 0x2D
            && key.allSatisfy { $0 != 0x3A && !($0 &- 0x30 < 10) }
    }
}
