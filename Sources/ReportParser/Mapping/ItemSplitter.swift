internal import ThaiText

/// Finds the items of a list that stands in running text: `๑. … ๑.๑ … ๒. …`, `(๑) …`, `- … - …`, `ก. … ข. …`, `a) …`.
///
/// Numbers that repeat or skip stay as they stand; a number counts as an item's only where the list may go on with it.
struct ItemSplitter {
    /// An item of a list.
    struct Item {
        /// The number in ASCII digits or the letter, or null for a bullet or for text without either.
        var number: String?
        /// The number or bullet with its signs.
        var marker: Range<Int>
        var text: Range<Int>
        /// 0 for an item of the list, 1 for an item of a list in it.
        var depth: Int
    }

    private enum Mark {
        case number(OutlineNumber, OutlineNumber.Style)
        case letter(OutlineLetter, isInner: Bool)
        case bullet

        var isLetter: Bool { if case .letter = self { true } else { false } }
    }

    /// The highest number that a list of steps has.
    private static let highest = 60

    /// The items found last; the lists serve one cell after the other.
    private(set) var items: [Item] = []
    private var found: [(at: Int, mark: Mark, length: Int)] = []

    /// The items of a cell: those that its markup marks, else those that its text numbers.
    static func items(of cell: CellText) -> [Item] {
        var splitter = ItemSplitter()
        splitter.read(cell)
        return splitter.items
    }

    /// Finds the ``items`` of a cell.
    mutating func read(_ cell: CellText) {
        read(cell.bytes, lineStarts: cell.lineStarts)
        guard cell.itemStarts.count > 1, !items.contains(where: { $0.number != nil }) else { return }
        var result: [Item] = []
        let first = cell.itemStarts[0].offset
        let lead = cell.bytes.trimmed(0..<first)
        if !lead.isEmpty { result.append(Item(number: nil, marker: 0..<0, text: lead, depth: 0)) }
        for (index, start) in cell.itemStarts.enumerated() {
            let end = index + 1 < cell.itemStarts.count ? cell.itemStarts[index + 1].offset : cell.bytes.count
            let text = cell.bytes.trimmed(start.offset..<end)
            result.append(
                Item(number: nil, marker: start.offset..<start.offset, text: text, depth: start.isInner ? 1 : 0))
        }
        items = result
    }

    /// The items of `bytes`; text before the first of them is an item without a marker.
    private mutating func read(_ bytes: [UInt8], lineStarts: [Int]) {
        // One by one: most cells have a mark at most, and to remove all costs more than to remove one.
        while !found.isEmpty { found.removeLast() }
        var state = State()
        var line = 0
        var position = bytes.skipBlanks(from: 0, to: bytes.count)
        while position < bytes.count {
            while line < lineStarts.count, lineStarts[line] < position { line += 1 }
            let isLineStart =
                found.isEmpty && position == 0 || line < lineStarts.count && lineStarts[line] == position
                || position > 0 && bytes[position - 1] == 0x0A
            if let (mark, length) = Self.mark(at: position, in: bytes),
                state.accepts(
                    mark, at: found.count, isLineStart: isLineStart,
                    mayBeginLetters: mark.isLetter ? Self.mayBeginLetters(position, bytes) : nil)
            {
                var mark = mark
                if case .letter(let letter, _) = mark { mark = .letter(letter, isInner: state.letters.isInner) }
                found.append((position, mark, length))
                position += length
                position = bytes.skipBlanks(from: position, to: bytes.count)
            } else {
                position = Self.nextStart(from: position, in: bytes, lineStarts, &line)
            }
        }
        // A letter that no second one follows is the words' own: `ตามวรรค (ก)`.
        if !state.letters.lone.isEmpty {
            found = found.indices.filter { !state.letters.lone.contains($0) }.map { found[$0] }
        }
        compose(bytes)
    }

    /// The next place behind a blank or at the start of a line.
    private static func nextStart(from start: Int, in bytes: [UInt8], _ lineStarts: [Int], _ line: inout Int) -> Int {
        var position = start
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0x20 || byte == 0x0A { return bytes.skipBlanks(from: position, to: bytes.count) }
            position += byte == 0xE0 ? 3 : bytes.characterLength(at: position)
            while line < lineStarts.count, lineStarts[line] < position { line += 1 }
            if line < lineStarts.count, lineStarts[line] == position { return position }
        }
        return bytes.count
    }

    private static func mark(at position: Int, in bytes: [UInt8]) -> (Mark, length: Int)? {
        let byte = bytes[position]
        if byte == 0xE0 {
            // Most words begin with a letter that nothing closes.
            guard bytes.digit(at: position).value >= 0 || isClosed(position + 3, in: bytes) else { return nil }
        } else {
            // Boxes before steps mark them, whatever was ticked.
            let bullet = CellText.isBox(at: position, of: bytes) ? 3 : Bullet.length(at: position, in: bytes)
            if bullet > 0 { return bulletLength(bullet, at: position, in: bytes) }
        }
        if let letter = bytes.outlineLetter(at: position) {
            return closes(letter.style, at: position, in: bytes)
                ? nil : (.letter(letter, isInner: false), letter.length)
        }
        guard byte == 0x28 || isClosed(digitsEnd(from: position, in: bytes), in: bytes) else { return nil }
        guard let reading = bytes.outlineNumber(at: position) else { return nil }
        guard reading.style != .bare || reading.number.depth > 1, !closes(reading.style, at: position, in: bytes) else {
            return nil
        }
        return (.number(reading.number, reading.style), reading.length)
    }

    /// Where the digits at `start` end.
    private static func digitsEnd(from start: Int, in bytes: [UInt8]) -> Int {
        var end = start
        while case let length = bytes.digit(at: end).length, length > 0 { end += length }
        return end
    }

    /// Whether a sign stands at `index` that closes a letter or a number of a list, or parts its numbers.
    private static func isClosed(_ index: Int, in bytes: [UInt8]) -> Bool {
        index < bytes.count && (bytes[index] == 0x2E || bytes[index] == 0x29)
    }

    private static let announcements = [":", "ดังนี้", "ได้แก่"].map { Array($0.utf8) }

    /// Whether the words before a place announce a list of letters, or rule it out; null where they say neither.
    private static func mayBeginLetters(_ position: Int, _ bytes: [UInt8]) -> Bool? {
        var end = position
        while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
        // `มาตรา ๗ (ก)`: the letter is part of the number before it.
        if bytes.digit(before: end).value >= 0 { return false }
        return announcements.contains { end >= $0.count && bytes.hasPrefix($0, at: end - $0.count) } ? true : nil
    }

    private static func bulletLength(_ length: Int, at position: Int, in bytes: [UInt8]) -> (Mark, length: Int)? {
        let next = position + length
        guard next < bytes.count, bytes.digit(at: next).value < 0 || length == 3 else { return nil }
        return bytes[next] == 0x2D || isBracketed(position, in: bytes) ? nil : (.bullet, length)
    }

    /// Whether the bracket behind a number closes one that was opened before it: `(ไตรมาส ๒) …`.
    private static func closes(_ style: OutlineNumber.Style, at position: Int, in bytes: [UInt8]) -> Bool {
        style == .closingBracket && isBracketed(position, in: bytes)
    }

    /// So far back a bracket is looked for that is still open: a span of time is short.
    private static let longestBracket = 200

    /// Whether a bracket before a place is still open: `(ตุลาคม ๒๕๖๕ - มีนาคม ๒๕๖๖)` is a span, and no list.
    private static func isBracketed(_ position: Int, in bytes: [UInt8]) -> Bool {
        var start = position
        while start > 0, position - start < longestBracket {
            start -= 1
            switch bytes[start] {
            case 0x28: return true
            case 0x29, 0x0A: return false
            default: break
            }
        }
        return false
    }

    /// What the list has come to.
    private struct State {
        var isFirst = true
        var top: Int?
        var style: OutlineNumber.Style?
        var inner = 0
        var innerStyle: OutlineNumber.Style?
        var sub = 0
        var letters = LetterLists()
        /// Whether letters count the items, and numbers what stands within them.
        var isLettered = false
        var hasBullets = false

        /// Whether the list goes on with a mark, which becomes number `place` of its marks.
        mutating func accepts(_ mark: Mark, at place: Int, isLineStart: Bool, mayBeginLetters: Bool?) -> Bool {
            defer { isFirst = false }
            switch mark {
            case .bullet:
                // A dash inside a sentence is no bullet, unless the cell began with one.
                guard isLineStart || isFirst || hasBullets else { return false }
                hasBullets = true
                return true
            case .letter(let next, _):
                // In a sentence a letter begins no list, unless a bracket closes it or numbers were before it.
                let isUsual = top != nil || next.style == .closingBracket && !next.isThai
                let mayBegin = isLineStart || mayBeginLetters ?? isUsual
                guard letters.accepts(next, at: place, mayBegin: mayBegin, isLineStart: isLineStart) else {
                    return false
                }
                isLettered = isLettered || top == nil
                if isLettered { (top, style) = (nil, nil) }
                return true
            case .number(let number, let style):
                return number.depth == 1
                    ? acceptsTop(number.first, style, isLineStart: isLineStart)
                    : acceptsSub(number, isLineStart: isLineStart)
            }
        }

        private mutating func acceptsTop(_ number: Int, _ next: OutlineNumber.Style, isLineStart: Bool) -> Bool {
            guard number <= ItemSplitter.highest else { return false }
            guard let current = top, let own = style else {
                guard isFirst || isLineStart || number == 1 else { return false }
                top = number
                style = next
                return true
            }
            if next != own {
                // Numbers of another kind are a list inside the item: `๑. … (๑) … (๒)`.
                guard number == 1 || (innerStyle == next && number >= inner && number <= inner + 2) else {
                    return false
                }
                inner = number
                innerStyle = next
                return true
            }
            guard number >= current, number <= current + 2 || isLineStart && number <= current + 5 else {
                // A list that begins again at 1 on a line of its own.
                guard isLineStart, number == 1 || number == current - 1 else { return false }
                top = number
                return true
            }
            top = number
            sub = 0
            inner = 0
            return true
        }

        private mutating func acceptsSub(_ number: OutlineNumber, isLineStart: Bool) -> Bool {
            let (first, last) = (number.first, number.last)
            guard first <= ItemSplitter.highest, last <= ItemSplitter.highest, last > 0 else { return false }
            if let top, first != top, !(isLineStart && first == top + 1) { return false }
            if top == nil {
                guard isFirst || isLineStart else { return false }
                top = first
            }
            guard isLineStart || last == sub + 1 || last == 1 || last == sub else { return false }
            if number.depth == 2 { sub = last }
            top = first
            return true
        }
    }

    private mutating func compose(_ bytes: [UInt8]) {
        while !items.isEmpty { items.removeLast() }
        let lead = bytes.trimmed(0..<(found.first?.at ?? bytes.count))
        if !lead.isEmpty {
            items.append(Item(number: nil, marker: lead.lowerBound..<lead.lowerBound, text: lead, depth: 0))
        }
        var shallowest = Int.max
        var mainStyle: OutlineNumber.Style?
        var hasNumbers = false
        // Whether letters count the items, and numbers what stands within them.
        var isLettered = false
        for index in found.indices {
            switch found[index].mark {
            case .number(let number, let style):
                shallowest = min(shallowest, number.depth)
                if mainStyle == nil, number.depth == shallowest { mainStyle = style }
                hasNumbers = true
            case .letter: isLettered = isLettered || !hasNumbers
            case .bullet: break
            }
        }
        for index in found.indices {
            let marker = found[index].at..<found[index].at + found[index].length
            let end = index + 1 < found.count ? found[index + 1].at : bytes.count
            let text = bytes.trimmed(marker.upperBound..<end)
            var number: String?
            var depth = 0
            switch found[index].mark {
            case .number(let outline, let style):
                number = outline.text
                depth = outline.depth - shallowest
                if depth == 0, shallowest == 1, style != mainStyle || isLettered { depth = 1 }
            case .letter(let letter, let isInner):
                number = letter.text
                depth = (isLettered ? 0 : 1) + (isInner ? 1 : 0)
            case .bullet: depth = hasNumbers || isLettered ? 1 : 0
            }
            items.append(Item(number: number, marker: marker, text: text, depth: depth))
        }
    }
}
