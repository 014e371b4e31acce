internal import ThaiText

/// Keeps account of where each character of the source ended.
///
/// It is a list of runs: the cells of a table of records are one run, since only blanks part them.
struct Ledger {
    /// Where a byte ended.
    enum Owner: UInt8 { case nobody, measures, tables, text, furniture }

    private struct Run {
        var start: UInt32
        var end: UInt32
        /// Of two runs over one character the later one counts.
        var order: UInt32
        var owner: Owner
    }

    private var runs: [Run] = []
    /// Whether each run so far begins behind the one before it.
    private var isInOrder = true

    /// Blanks between two spans of one owner, that are taken in with them, are so many at most.
    private static let widestGap = 4

    /// Gives the characters of a span to an owner.
    mutating func give(_ span: SourceSpan, to owner: Owner, in text: [UInt8]) {
        guard span.start < span.end else { return }
        let last = runs.count - 1
        if last >= 0 {
            let end = runs[last].end
            if runs[last].owner == owner, end <= span.start, Self.isGap(Int(end)..<Int(span.start), in: text) {
                runs[last].end = span.end
                return
            }
            if end > span.start { isInOrder = false }
        }
        runs.append(Run(start: span.start, end: span.end, order: UInt32(truncatingIfNeeded: runs.count), owner: owner))
    }

    /// Whether nothing but a few blanks stands in `range`.
    private static func isGap(_ range: Range<Int>, in text: [UInt8]) -> Bool {
        guard range.count <= widestGap else { return false }
        for index in range where text[index] != 0x20 && text[index] &- 0x09 >= 5 { return false }
        return true
    }

    /// Brings the runs in the order of the text, none over another.
    private mutating func settle() {
        guard !isInOrder else { return }
        runs.sort { ($0.start, $0.order) < ($1.start, $1.order) }
        var settled: [Run] = []
        settled.reserveCapacity(runs.count)
        var index = 0
        while index < runs.count {
            var next = index + 1
            var end = runs[index].end
            while next < runs.count, runs[next].start < end {
                end = max(end, runs[next].end)
                next += 1
            }
            if next == index + 1 {
                settled.append(runs[index])
            } else {
                Self.part(runs[index..<next], upTo: end, into: &settled)
            }
            index = next
        }
        runs = settled
        isInOrder = true
    }

    /// Parts runs that lie over one another: each byte goes to the run that came last.
    private static func part(_ runs: ArraySlice<Run>, upTo end: UInt32, into settled: inout [Run]) {
        guard let first = runs.first?.start else { return }
        var owners = [Owner](repeating: .nobody, count: Int(end - first))
        for run in runs.sorted(by: { $0.order < $1.order }) {
            for byte in run.start..<run.end { owners[Int(byte - first)] = run.owner }
        }
        var start = 0
        for byte in 1...owners.count where byte == owners.count || owners[byte] != owners[start] {
            settled.append(
                Run(
                    start: first + UInt32(start), end: first + UInt32(byte),
                    order: UInt32(truncatingIfNeeded: settled.count), owner: owners[start]))
            start = byte
        }
    }

    /// The runs of characters that nobody owns, blanks at their ends left out.
    mutating func unowned(in text: [UInt8]) -> [Range<Int>] {
        settle()
        var isOwned = [Bool](repeating: false, count: text.count)
        for run in runs { for byte in run.start..<run.end { isOwned[Int(byte)] = true } }
        var result: [Range<Int>] = []
        var position = 0
        while position < text.count {
            let blank = text.blankLength(at: position)
            guard !isOwned[position], blank == 0 else {
                position += max(blank, text.characterLength(at: position))
                continue
            }
            var end = position
            while end < text.count, !isOwned[end], text[end] != 0x0A {
                end += text.characterLength(at: end)
            }
            end = min(end, text.count)
            let run = text.trimmed(position..<end)
            if !run.isEmpty { result.append(run) }
            position = end
        }
        return result
    }

    /// The account of the characters of the source.
    mutating func coverage(of report: Report) -> Coverage {
        settle()
        let source = report.sourceText
        var coverage = Coverage()
        var position = 0
        for run in runs {
            let place = report.sourceRange(of: SourceSpan(Int(run.start)..<Int(run.end)))
            coverage.characters += source.countCharacters(in: position..<place.lowerBound)
            let count = source.countCharacters(in: place)
            coverage.characters += count
            switch run.owner {
            case .nobody: break
            case .measures: coverage.measures += count
            case .tables: coverage.tables += count
            case .text: coverage.text += count
            case .furniture: coverage.furniture += count
            }
            position = place.upperBound
        }
        coverage.characters += source.countCharacters(in: position..<source.count)
        return coverage
    }
}
