internal import ReportParser

extension PageReader {
    /// Where text goes.
    enum Place {
        /// To lines of the page.
        case page
        /// To the cell that is open.
        case cell
    }

    /// What is open while a stretch of the tree is walked: where each ends.
    private struct Walk {
        var place: Place
        var lineEnds: [Int] = []
        var lists: [(end: Int, numbering: ListNumbering)] = []
        var boldEnd = 0
        var headingEnd = 0
        var furnitureEnd = 0
        /// The head of a page is furniture, but not its headings.
        var keepsHeadings = false
        var preEnd = 0
        /// A table within a cell is text of that cell, a line a row.
        var innerTableEnd = 0
    }

    /// Reads a stretch of the tree.
    mutating func walk(_ range: Range<Int>, in place: Place) {
        var walk = Walk(place: place)
        var index = range.lowerBound
        while index < range.upperBound {
            leave(at: index, &walk)
            index = enter(index, &walk)
        }
        leave(at: range.upperBound, &walk)
        if place == .cell { flow.endCell(in: &builder) }
    }

    private mutating func leave(at index: Int, _ walk: inout Walk) {
        while let last = walk.lineEnds.last, last <= index {
            walk.lineEnds.removeLast()
            breakLine(walk)
        }
        while let last = walk.lists.last, last.end <= index { walk.lists.removeLast() }
        if walk.headingEnd <= index { flow.headingLevel = 0 }
        if walk.preEnd <= index { flow.keepsBlanks = false }
        flow.isBold = index < walk.boldEnd
        flow.isFurniture = index < walk.furnitureEnd && !(walk.keepsHeadings && index < walk.headingEnd)
    }

    /// Ends a line where a block begins or ends.
    private mutating func breakLine(_ walk: Walk) {
        switch walk.place {
        case .page: endLine()
        // The rows of a table within a cell are lines, whatever their cells hold.
        case .cell where walk.innerTableEnd > 0: flow.appendSpace()
        case .cell: flow.endCellLine(.line, in: &builder)
        }
    }

    private mutating func beginBlock(_ index: Int, _ walk: inout Walk) {
        breakLine(walk)
        walk.lineEnds.append(tree.end(of: index))
    }

    /// Reads a node; returns the index of the next one.
    private mutating func enter(_ index: Int, _ walk: inout Walk) -> Int {
        let element = tree.element(index)
        let end = tree.end(of: index)
        if walk.innerTableEnd > 0, index >= walk.innerTableEnd {
            walk.innerTableEnd = 0
            flow.endCellLine(.line, in: &builder)
        }
        if element == .text {
            appendText(index, walk)
            return end
        }
        if let next = enterRegion(index, &walk) { return next }
        if let style = tree.attribute(.style, of: index), Self.isBold(style) { walk.boldEnd = max(walk.boldEnd, end) }
        switch element {
        case .h1, .h2, .h3, .h4, .h5, .h6:
            beginBlock(index, &walk)
            walk.headingEnd = end
            flow.headingLevel = element.headingLevel
            flow.isFurniture = index < walk.furnitureEnd && !walk.keepsHeadings
        case .br:
            if walk.innerTableEnd > 0 { flow.appendSpace() } else { breakLine(walk) }
        case .hr: breakLine(walk)
        case .b:
            walk.boldEnd = max(walk.boldEnd, end)
            flow.isBold = true
        case .pre:
            beginBlock(index, &walk)
            walk.preEnd = end
            flow.keepsBlanks = true
        case .ol, .ul:
            beginBlock(index, &walk)
            walk.lists.append((end, ListNumbering(index, in: tree)))
        case .li: beginItem(index, &walk)
        case .dl where walk.place == .page && index >= walk.furnitureEnd && isLabelList(index):
            endLine()
            readLabelList(index)
            return end
        case .table: return enterTable(index, &walk)
        case .tr where walk.innerTableEnd > 0: flow.endCellLine(.line, in: &builder)
        case .td where walk.innerTableEnd > 0, .th where walk.innerTableEnd > 0: flow.appendSpace()
        case .input, .select, .textarea, .button, .img: return readControl(index, in: walk.place)
        case .title: return end
        case .option: flow.appendSpace()
        default: if element.isBlock { beginBlock(index, &walk) }
        }
        return index + 1
    }

    /// Begins what is no part of the report; returns the next index where it is read by that, `nil` where it goes on.
    private mutating func enterRegion(_ index: Int, _ walk: inout Walk) -> Int? {
        let end = tree.end(of: index)
        guard index >= walk.furnitureEnd else {
            guard regions.kind(of: index) == .hidden, !tree.element(index).isBlock else { return nil }
            collect(index)
            return end
        }
        let kind = regions.kind(of: index)
        guard kind != .content else { return nil }
        // Within a line, or where lines are not told apart, it waits for the end.
        guard walk.place == .page, tree.element(index).isBlock else {
            guard kind == .hidden || walk.place == .page else { return nil }
            collect(index)
            return end
        }
        beginBlock(index, &walk)
        walk.furnitureEnd = end
        walk.keepsHeadings = tree.element(index) == .header && kind == .furniture
        flow.isFurniture = true
        return nil
    }

    private static func isBold(_ style: String) -> Bool {
        guard style.contains("font-weight") else { return false }
        let plain = style.lowercased().filter { !$0.isWhitespace }
        return ["bold", "600", "700", "800", "900"].contains { plain.contains("font-weight:\($0)") }
    }

    private mutating func appendText(_ index: Int, _ walk: Walk) {
        guard index < walk.preEnd else { return flow.append(tree.text, tree.bytes(of: index)) }
        // Line ends of preformatted text are line ends.
        var rest = tree.bytes(of: index)
        while let lineEnd = tree.text[rest].firstIndex(of: 0x0A) {
            flow.append(tree.text, rest.lowerBound..<lineEnd)
            breakLine(walk)
            rest = lineEnd + 1..<rest.upperBound
        }
        flow.append(tree.text, rest)
    }

    private mutating func beginItem(_ index: Int, _ walk: inout Walk) {
        let depth = walk.lists.count
        var sign = ""
        if depth > 0 { sign = walk.lists[depth - 1].numbering.sign(of: index, in: tree) }
        switch walk.place {
        case .page:
            beginBlock(index, &walk)
            flow.beginItem()
            flow.indent = max(depth - 1, 0) * 4
        case .cell where walk.innerTableEnd > 0: flow.appendSpace()
        case .cell:
            flow.endCellLine(depth > 1 ? .subitem : .item, in: &builder)
            walk.lineEnds.append(tree.end(of: index))
        }
        guard !sign.isEmpty else { return }
        flow.append(sign)
        flow.appendSpace()
    }

    // MARK: Tables

    private mutating func enterTable(_ index: Int, _ walk: inout Walk) -> Int {
        let end = tree.end(of: index)
        switch walk.place {
        case .cell:
            flow.endCellLine(.line, in: &builder)
            walk.innerTableEnd = max(walk.innerTableEnd, end)
        case .page where index < walk.furnitureEnd: beginBlock(index, &walk)
        case .page:
            let table = HTMLTable(index, in: tree, regions: regions)
            guard !table.isLayout(in: tree, regions: regions) else {
                beginBlock(index, &walk)
                return index + 1
            }
            endLine()
            read(table, isBold: index < walk.boldEnd)
            return end
        }
        return index + 1
    }

    private mutating func read(_ table: HTMLTable, isBold: Bool) {
        for caption in table.captions {
            walk(caption + 1..<tree.end(of: caption), in: .page)
            endLine()
        }
        for stray in table.strays {
            walk(stray..<tree.end(of: stray), in: .page)
            endLine()
        }
        for hidden in table.hidden { collect(hidden) }
        builder.beginTable()
        for row in table.rows where !row.cells.isEmpty {
            builder.beginRow(isHeading: row.part == 0 || row.cells.allSatisfy { tree.element($0.node) == .th })
            for cell in row.cells {
                builder.beginCell(columnSpan: cell.columnSpan, rowSpan: cell.rowSpan)
                walk(cell.node + 1..<tree.end(of: cell.node), in: .cell)
            }
        }
        builder.endTable()
        endAsides()
    }

    // MARK: Lists of labels

    /// Whether a list of definitions is a form: labels, each with a short value.
    private func isLabelList(_ index: Int) -> Bool {
        var hasLabel = false
        var hasValue = false
        var place = index + 1
        while place < tree.end(of: index) {
            switch tree.element(place) {
            case .dt: hasLabel = true
            case .dd where !hasLabel: return false
            case .dd: hasValue = true
            case .table, .dl, .h1, .h2, .h3, .h4, .h5, .h6: return false
            case .text where !isInLabel(place, below: index) && !isBlank(place): return false
            default: break
            }
            place += 1
        }
        return hasLabel && hasValue
    }

    private func isBlank(_ text: Int) -> Bool { !tree.text[tree.bytes(of: text)].contains { $0 > 0x20 } }

    /// Whether a text lies in a term or in its definition.
    private func isInLabel(_ text: Int, below list: Int) -> Bool {
        var parent = Int(tree.nodes[text].parent)
        var steps = 0
        while parent > list, steps < 64 {
            if tree.element(parent) == .dt || tree.element(parent) == .dd { return true }
            parent = Int(tree.nodes[parent].parent)
            steps += 1
        }
        return false
    }

    /// Reads labels and values as rows of two cells.
    private mutating func readLabelList(_ index: Int) {
        builder.beginTable()
        var place = index + 1
        var last = HTMLElement.dl
        while place < tree.end(of: index) {
            let element = tree.element(place)
            guard element == .dt || element == .dd else {
                place += 1
                continue
            }
            // A term behind a term, or a definition behind a definition, has a row of its own.
            if element == .dt || last == .dd { builder.beginRow() }
            builder.beginCell(at: element == .dt ? 0 : 1)
            walk(place + 1..<tree.end(of: place), in: .cell)
            last = element
            place = tree.end(of: place)
        }
        builder.endTable()
        endAsides()
    }
}
