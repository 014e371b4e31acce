internal import ThaiText

/// Reads the status that a cell tells: a phrase, a percentage, or the ticked one of several boxes.
struct StatusReader {
    /// A status and its place in the cell.
    struct Reading {
        var state: StatusState
        var text: Range<Int>
        /// Boxes and their labels that are not ticked, and the box that is.
        var marks: [Range<Int>] = []
        /// What stands behind the status: what was done.
        var rest: Range<Int>?
    }

    private let vocabulary = Vocabulary.standard
    private var key: [UInt8] = []
    private static let percentWord = Array("ร้อยละ".utf8)
    private static let emptyBox = PhraseSearch(CellText.emptyBox)
    private static let tickedBox = PhraseSearch(CellText.tickedBox)

    /// The state, where the whole of `range` is a phrase of status and nothing else.
    mutating func phrase(_ range: Range<Int>, in bytes: [UInt8]) -> StatusState? {
        guard range.count < 200 else { return nil }
        key.removeAll(keepingCapacity: true)
        PlainText.appendKey(of: range, in: bytes, to: &key)
        if let state = vocabulary.statuses.meaning(of: key) { return state }
        return percentage(of: key, isWhole: true)
    }

    /// The status that a cell of a status column tells.
    mutating func read(_ cell: CellText) -> Reading? {
        if cell.hasBox, let reading = boxes(cell) ?? phraseBeforeBox(cell) { return reading }
        let all = cell.bytes.trimmed(cell.all)
        // Under `ร้อยละความก้าวหน้า` a number is a percentage without its sign.
        if let number = cell.bytes.decimal(in: all), number >= .zero, number <= ExactDecimal(100) {
            let state: StatusState =
                number == .zero ? .notStarted : number == ExactDecimal(100) ? .completed : .inProgress
            return Reading(state: state, text: all)
        }
        if let state = wholeState(all, in: cell.bytes) { return Reading(state: state, text: all) }
        let line = firstLine(of: cell)
        let lineKey = PlainText.key(String(decoding: cell.bytes[line], as: UTF8.self))
        guard
            let state = leading(lineKey) ?? percentage(of: lineKey, isWhole: false) ?? inner(lineKey)
                ?? (line == all ? VerbAspect.state(of: lineKey) : nil)
        else { return nil }
        let rest = cell.bytes.trimmed(line.upperBound..<all.upperBound)
        return Reading(state: state, text: line, rest: rest.isEmpty ? nil : rest)
    }

    /// The state, where all of `range` is a phrase of status, or every line of it is.
    mutating func wholeState(_ range: Range<Int>, in bytes: [UInt8]) -> StatusState? {
        phrase(range, in: bytes) ?? stateOfLines(range, in: bytes)
    }

    /// The state of several steps, each told on a line of its own: theirs where they agree, else it is under way.
    private mutating func stateOfLines(_ all: Range<Int>, in bytes: [UInt8]) -> StatusState? {
        var states: Set<StatusState> = []
        var start = all.lowerBound
        while start < all.upperBound {
            let end = bytes[start..<all.upperBound].firstIndex(of: 0x0A) ?? all.upperBound
            // The first line is all there is, or tells no state: then the lines are prose.
            guard start > all.lowerBound || end < all.upperBound,
                let state = phrase(bytes.trimmed(start..<end), in: bytes)
            else { return nil }
            states.insert(state)
            start = end + 1
        }
        return states.count == 1 ? states.first : states.isEmpty ? nil : .inProgress
    }

    /// The first line, or all up to a dash that begins a list.
    private func firstLine(of cell: CellText) -> Range<Int> {
        let all = cell.bytes.trimmed(cell.all)
        var end = all.lowerBound
        while end < all.upperBound, cell.bytes[end] != 0x0A {
            if end > all.lowerBound, cell.bytes[end] == 0x2D, cell.bytes[end - 1] == 0x20, end + 1 < all.upperBound,
                cell.bytes[end + 1] == 0x20
            {
                break
            }
            end += 1
        }
        return cell.bytes.trimmed(all.lowerBound..<end)
    }

    private func leading(_ key: [UInt8]) -> StatusState? {
        var start = 0
        while start < key.count, key[start] == 0x2D || key[start] == 0x28 { start += 1 }
        return vocabulary.statuses.longestPhrase(in: key, at: start)?.meaning
    }

    /// The longest phrase anywhere: `คาดว่าจะแล้วเสร็จ` is not done, so what speaks of the future does not count.
    private func inner(_ key: [UInt8]) -> StatusState? {
        guard key.count < 240 else { return nil }
        var best: (length: Int, state: StatusState)?
        var index = 0
        while index < key.count {
            if let (length, state) = vocabulary.statuses.longestPhrase(in: key, at: index), length > 15 {
                if length > (best?.length ?? 0) { best = (length, state) }
                index += length
            } else {
                index += key.characterLength(at: index)
            }
        }
        return best?.state
    }

    /// `ร้อยละ ๔๕`, `45 %`, `(100%)`.
    private func percentage(of key: [UInt8], isWhole: Bool) -> StatusState? {
        var start = 0
        if let sign = key.firstIndex(of: 0x25) {
            start = sign
            while start > 0, key[start - 1] &- 0x30 < 10 || key[start - 1] == 0x2E { start -= 1 }
            if isWhole, start > 0 || sign + 1 < key.count { return nil }
        } else {
            var index = 0
            while index < key.count, !key.hasPrefix(Self.percentWord, at: index) {
                index += key.characterLength(at: index)
            }
            guard index < key.count, !isWhole || index == 0 else { return nil }
            start = index + Self.percentWord.count
        }
        var value = 0
        var digits = 0
        var index = start
        while index < key.count, key[index] &- 0x30 < 10, digits < 4 {
            value = value * 10 + Int(key[index] - 0x30)
            digits += 1
            index += 1
        }
        var hasFraction = false
        if index < key.count, key[index] == 0x2E {
            index += 1
            while index < key.count, key[index] &- 0x30 < 10 {
                if key[index] != 0x30 { hasFraction = true }
                index += 1
            }
        }
        guard digits > 0, value <= 100 else { return nil }
        if isWhole, index < key.count, key[index] != 0x25 { return nil }
        return value == 100 ? .completed : value == 0 && !hasFraction ? .notStarted : .inProgress
    }

    /// Boxes with their labels; the ticked one counts, or the last of several that are ticked.
    private mutating func boxes(_ cell: CellText) -> Reading? {
        let bytes = cell.bytes
        var marks: [Range<Int>] = []
        var ticked: (state: StatusState, text: Range<Int>)?
        var position = 0
        var end = 0
        var labels = 0
        while position < bytes.count {
            guard CellText.isBox(at: position, of: bytes) else {
                // Boxes stand side by side, or are the items of a list; text between them that is no label ends them.
                let bullet = bulletBeforeBox(at: position, in: bytes)
                guard bytes.blankLength(at: position) > 0 || bullet > 0 else { break }
                if bullet > 0 { marks.append(position..<position + bullet) }
                position += bullet > 0 ? bullet : bytes.blankLength(at: position)
                continue
            }
            let isTicked = bytes.hasPrefix(CellText.tickedBox, at: position)
            let label = label(behind: position + CellText.tickedBox.count, in: bytes)
            marks.append(position..<position + CellText.tickedBox.count)
            if !label.isEmpty { labels += 1 }
            if isTicked {
                if let ticked { marks.append(ticked.text) }
                ticked = (phrase(label, in: bytes) ?? aspect(label, in: bytes) ?? .unknown, label)
            } else if !label.isEmpty {
                marks.append(label)
            }
            position = max(label.upperBound, position + CellText.tickedBox.count)
            end = position
        }
        guard labels > 0 else { return nil }
        // Ticks before lines of prose are bullets: a choice has an empty box too, or names a state.
        let hasChoice = Self.emptyBox.first(in: bytes, cell.all) != nil
        guard hasChoice || ticked?.state != .unknown else { return nil }
        let rest = bytes.trimmed(end..<bytes.count)
        guard let ticked else {
            return Reading(state: .unknown, text: end..<end, marks: marks, rest: rest.isEmpty ? nil : rest)
        }
        return Reading(state: ticked.state, text: ticked.text, marks: marks, rest: rest.isEmpty ? nil : rest)
    }

    /// The state that the words around any verb tell: `ทำแล้ว`.
    private func aspect(_ label: Range<Int>, in bytes: [UInt8]) -> StatusState? {
        guard label.count < 200 else { return nil }
        var key: [UInt8] = []
        PlainText.appendKey(of: label, in: bytes, to: &key)
        return VerbAspect.state(of: key)
    }

    /// The length of a dash or bullet before a box: `- [x] แล้วเสร็จ`.
    private func bulletBeforeBox(at position: Int, in bytes: [UInt8]) -> Int {
        let length = Bullet.length(at: position, in: bytes)
        let next = bytes.skipBlanks(from: position + length, to: bytes.count)
        return length > 0 && CellText.isBox(at: next, of: bytes) ? length : 0
    }

    /// `ดำเนินการแล้ว (✓) อบรม 20 คน`: a state with its tick behind it, and what was done behind both.
    private mutating func phraseBeforeBox(_ cell: CellText) -> Reading? {
        let bytes = cell.bytes
        guard let tick = Self.tickedBox.first(in: bytes, cell.all), tick > 0 else { return nil }
        let words = bytes.trimmed(0..<tick)
        guard let state = phrase(words, in: bytes) else { return nil }
        let end = tick + CellText.tickedBox.count
        let rest = bytes.trimmed(end..<bytes.count)
        return Reading(state: state, text: words, marks: [tick..<end], rest: rest.isEmpty ? nil : rest)
    }

    /// The label of a box: a phrase of status, or the words up to the next box or line.
    private mutating func label(behind start: Int, in bytes: [UInt8]) -> Range<Int> {
        let begin = bytes.skipBlanks(from: start, to: bytes.count)
        let lineEnd = bytes.firstOffset(of: 0x0A, in: begin..<bytes.count)
        let line = bytes.trimmed(begin..<CellText.firstBox(from: begin, to: lineEnd, of: bytes))
        // The longest phrase at the start of the line; its end in the source, where spaces may stand between its words.
        key.removeAll(keepingCapacity: true)
        PlainText.appendKey(of: line, in: bytes, to: &key)
        guard let (length, _) = vocabulary.statuses.longestPhrase(in: key), length < key.count else { return line }
        let position = PlainText.end(ofKeyLength: length, in: bytes, from: line)
        // `ดำเนินการ` before more words of the same run (`ดำเนินการจัดทำ…`) is the beginning of prose, not a label.
        return position < line.upperBound && bytes.blankLength(at: position) == 0 && bytes[position] != 0x28
            ? line : line.lowerBound..<position
    }
}
