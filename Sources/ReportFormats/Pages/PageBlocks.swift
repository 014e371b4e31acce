/// What a page consists of from the top down.
enum PageBlock {
    /// A ruled table: its place among those of the page.
    case ruled(Int)
    /// A table without ruling lines.
    case aligned(AlignedColumns)
    /// Lines of text.
    case lines([PageLine])
}

/// Brings the tables and lines of a page into reading order.
enum PageBlocks {
    static func blocks(of lines: [PageLine], around tables: [RuledTable]) -> [PageBlock] {
        var blocks: [PageBlock] = []
        var pending: [PageLine] = []
        var next = 0
        let order = tables.indices.sorted {
            (tables[$0].rect.top, tables[$0].rect.left) < (tables[$1].rect.top, tables[$1].rect.left)
        }
        for line in lines {
            while next < order.count, tables[order[next]].rect.middleY < line.rect.middleY {
                blocks += split(pending)
                pending = []
                blocks.append(.ruled(order[next]))
                next += 1
            }
            pending.append(line)
        }
        blocks += split(pending)
        return blocks + order[next...].map { .ruled($0) }
    }

    /// Tells tables without ruling lines and columns of text from lines that go across the page.
    private static func split(_ lines: [PageLine]) -> [PageBlock] {
        var blocks: [PageBlock] = []
        var text: [PageLine] = []
        var index = 0
        while index < lines.count {
            if let found = AlignedColumns(at: index, of: lines) {
                if !text.isEmpty { blocks.append(.lines(text)) }
                text = []
                switch found.kind {
                case .table: blocks.append(.aligned(found))
                case .text:
                    for column in 0..<found.columns {
                        blocks.append(.lines(found.rows.compactMap { $0[column] }))
                    }
                }
                index += found.rows.count
            } else {
                text.append(lines[index])
                index += 1
            }
        }
        if !text.isEmpty { blocks.append(.lines(text)) }
        return blocks
    }

    /// How far one line lies below the next where nothing parts them, in points; 0 where there are too few lines.
    static func pitch(of lines: [PageLine]) -> Float {
        let steps = zip(lines, lines.dropFirst()).map { $1.rect.middleY - $0.rect.middleY }.filter { $0 > 1 }.sorted()
        return steps.isEmpty ? 0 : steps[steps.count / 3]
    }
}
