/// Gaps that part the cells of a table, and tell nothing of its rows.
extension ProseSegmenter {
    /// Forgets the gaps where one stands before nearly every line, or where those between headings show that they part
    /// cells of one line or more.
    ///
    /// Some extractors write every cell as a paragraph of its own.
    mutating func closeCellGaps(in document: inout Document) {
        let apart = lines.count { $0.startsBlock }
        if !Self.areEven(apart, of: lines.count) {
            guard let headings = blocksOfHeadings() else { return }
            joinBlocks(named: headings, in: &document)
        }
        for index in lines.indices {
            lines[index].isRest = !lines[index].startsBlock
            lines[index].line.blanksBefore = 0
        }
    }

    /// Whether so many lines are apart that gaps tell nothing: all but a few of a cover and a signature.
    static func areEven(_ apart: Int, of lines: Int) -> Bool { lines >= 16 && apart * 20 >= lines * 17 }

    /// So many blocks in a row that are headings make a header.
    private static let fewestHeadings = 4
    /// More lines are no heading.
    private static let longestHeading = 3

    /// The lines that no gap parts.
    private var blocks: [Range<Int>] {
        let starts = lines.indices.filter { $0 == 0 || lines[$0].startsBlock }
        return zip(starts, starts.dropFirst() + [lines.count]).map { $0..<$1 }
    }

    private func key(of block: Range<Int>) -> [UInt8] { lines[block].flatMap(\.key) }

    /// What the blocks of the first header say, where headings stand one after the other with gaps between them.
    private mutating func blocksOfHeadings() -> Set<[UInt8]>? {
        var run: [[UInt8]] = []
        for block in blocks {
            let isShort = block.count <= Self.longestHeading
            let key = isShort ? key(of: block) : []
            if isShort, key.count <= HeadingMatcher.longest, let match = matcher.match(key),
                match.certainty >= (run.isEmpty ? 0.8 : 0.6)
            {
                run.append(key)
            } else if run.count >= Self.fewestHeadings {
                break
            } else {
                run.removeAll()
            }
        }
        return run.count >= Self.fewestHeadings ? Set(run) : nil
    }

    /// Makes one line of each heading that was wrapped.
    private mutating func joinBlocks(named headings: Set<[UInt8]>, in document: inout Document) {
        var joined: [Line] = []
        joined.reserveCapacity(lines.count)
        for block in blocks {
            guard (2...Self.longestHeading).contains(block.count), headings.contains(key(of: block)) else {
                joined += lines[block]
                continue
            }
            var line = lines[block.lowerBound]
            var pieces: [Piece] = []
            for index in block { pieces.join(document.pieces[lines[index].line.pieces.range], by: .wrap) }
            line.line.pieces = document.append(pieces: pieces)
            line.range = line.range.lowerBound..<lines[block.upperBound - 1].range.upperBound
            line.key = key(of: block)
            line.label = nil
            joined.append(line)
        }
        lines = joined
    }
}
