internal import ThaiText

/// Keeps account of where each character of the source ended.
struct Ledger {
    /// Where a byte ended.
    enum Owner: UInt8 { case nobody, measures, tables, text, furniture }

    private var owners: [UInt8]

    init(count: Int) {
        owners = [UInt8](repeating: Owner.nobody.rawValue, count: count)
    }

    /// Gives the bytes of a span to an owner.
    mutating func give(_ span: SourceSpan, to owner: Owner) {
        owners.withUnsafeMutableBufferPointer { $0[span.range].update(repeating: owner.rawValue) }
    }

    /// The runs of characters that nobody owns, blanks at their ends left out.
    func unowned(in text: [UInt8]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var position = 0
        while position < text.count {
            let blank = text.blankLength(at: position)
            guard owners[position] == Owner.nobody.rawValue, blank == 0 else {
                position += max(blank, text.characterLength(at: position))
                continue
            }
            var end = position
            while end < text.count, owners[end] == Owner.nobody.rawValue, text[end] != 0x0A {
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
    func coverage(of report: Report) -> Coverage {
        var counts = [0, 0, 0, 0, 0]
        if let repair = report.repair {
            repair.forEachStretch(
                unchanged: { count(report.text, $0, &counts) },
                changed: { source, range in count(source, range, of: repair, &counts) })
        } else {
            count(report.text, 0..<report.text.count, &counts)
        }
        var coverage = Coverage()
        coverage.characters = counts.reduce(0, +)
        coverage.measures = counts[Int(Owner.measures.rawValue)]
        coverage.tables = counts[Int(Owner.tables.rawValue)]
        coverage.text = counts[Int(Owner.text.rawValue)]
        coverage.furniture = counts[Int(Owner.furniture.rawValue)]
        return coverage
    }

    private func count(_ text: [UInt8], _ range: Range<Int>, _ counts: inout [Int]) {
        var position = range.lowerBound
        while position < range.upperBound {
            let byte = text[position]
            if byte == 0xE0 {
                counts[Int(owners[position])] += 1
                position += 3
                continue
            }
            let blank = text.blankLength(at: position)
            if blank > 0 {
                position += blank
                continue
            }
            counts[Int(owners[position])] += 1
            position += text.characterLength(at: position)
        }
    }

    /// Counts the characters of a repaired place: each is its owner's who has what stands there now.
    private func count(_ source: Range<Int>, _ range: Range<Int>, of repair: RepairedText, _ counts: inout [Int]) {
        var position = source.lowerBound
        var now = range.lowerBound
        while position < source.upperBound {
            let blank = repair.source.blankLength(at: position)
            guard blank == 0 else {
                position += blank
                continue
            }
            // The last of the mended characters that begins here or before.
            while now < range.upperBound {
                let next = now + repair.bytes.characterLength(at: now)
                guard next < range.upperBound, repair.sourceOffset(of: next) <= position else { break }
                now = next
            }
            counts[Int(now < range.upperBound ? owners[now] : Owner.furniture.rawValue)] += 1
            position += repair.source.characterLength(at: position)
        }
    }
}
