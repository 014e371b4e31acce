internal import ThaiText

/// Splits the cell of responsible units into units.
struct UnitReader {
    private let vocabulary = Vocabulary.standard
    /// Units that are parts of others: a space before them parts no list.
    private static let subordinate = ["งาน", "ฝ่าย", "แผนก", "กลุ่มงาน", "กลุ่ม", "ส่วน"].map { Array($0.utf8) }
    private static let administers = Array("บริหาร".utf8)
    private static let work = Array("งาน".utf8)
    private static let groups = ["ฝ่าย", "แผนก", "กลุ่ม"].map { Array($0.utf8) }
    private static let post = Array("ผู้".utf8)
    private static let staff = Array("บุคลากร".utf8)
    private static let conjunction = Array("และ".utf8)

    /// The units of a cell: the range of each, and the marks between them that belong to none.
    func units(of cell: CellText) -> (units: [Range<Int>], marks: [Range<Int>]) {
        let bytes = cell.bytes
        let items = ItemSplitter.items(of: cell)
        if items.count > 1 || items.first?.marker.isEmpty == false {
            var units: [Range<Int>] = []
            var marks: [Range<Int>] = []
            for item in items {
                if !item.marker.isEmpty { marks.append(item.marker) }
                guard !item.text.isEmpty else { continue }
                let (more, signs) = split(item.text, cell)
                units += more
                marks += signs
            }
            return (units, marks)
        }
        return split(bytes.trimmed(cell.all), cell)
    }

    /// The units of a part of a cell.
    func units(in range: Range<Int>, of cell: CellText) -> (units: [Range<Int>], marks: [Range<Int>]) {
        split(cell.bytes.trimmed(range), cell)
    }

    private func split(_ range: Range<Int>, _ cell: CellText) -> ([Range<Int>], [Range<Int>]) {
        let bytes = cell.bytes
        var units: [Range<Int>] = []
        var marks: [Range<Int>] = []
        var start = range.lowerBound
        var position = start
        while position < range.upperBound {
            guard position > start, let seam = seam(at: position, in: range, bytes, cell.lineStarts) else {
                position += bytes.characterLength(at: position)
                continue
            }
            guard isSplit(start, seam, to: range.upperBound, in: bytes), !isSubordinate(seam, of: start, cell),
                !isWithinName(start, seam, cell)
            else {
                position = max(seam.upperBound, position + bytes.characterLength(at: position))
                continue
            }
            units.append(bytes.trimmed(start..<seam.lowerBound))
            let sign = bytes.trimmed(seam)
            if !sign.isEmpty { marks.append(sign) }
            start = seam.upperBound
            position = start
        }
        units.append(bytes.trimmed(start..<range.upperBound))
        units = units.filter { !$0.isEmpty }
        // A sentence that names units among others is told whole.
        if units.count > 1, units.contains(where: { isSentence($0, in: bytes) }) { return ([range], []) }
        return (units, marks)
    }

    /// Whether a sorted list holds a value.
    private func holds(_ list: [Int], _ value: Int) -> Bool {
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if list[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low < list.count && list[low] == value
    }

    private static let verbs = [
        "ส่งข้อมูล", "ส่งมอบ", "รวบรวม", "จัดทำข้อมูล", "เป็นผู้", "รายงานผล", "ดำเนินการ", "ให้กอง", "ให้สำนัก",
    ]
    .map { Array($0.utf8) }

    /// Whether the text says what a unit does.
    private func isSentence(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
        var position = range.lowerBound
        while position < range.upperBound {
            if Self.verbs.contains(where: {
                bytes.hasPrefix($0, at: position) && position + $0.count <= range.upperBound
            }) {
                return true
            }
            position += bytes.characterLength(at: position)
        }
        return false
    }

    /// What may part two units at `position`: blanks, commas, slashes, `และ`, the start of a line.
    private func seam(at position: Int, in range: Range<Int>, _ bytes: [UInt8], _ lineStarts: [Int]) -> Range<Int>? {
        guard position > range.lowerBound else { return nil }
        var end = position
        var hasSign = false
        while end < range.upperBound {
            let byte = bytes[end]
            let blank = bytes.blankLength(at: end)
            if blank > 0 {
                end += blank
            } else if byte == 0x2C || byte == 0x2F || byte == 0x3B || byte == 0x7C {
                hasSign = true
                end += 1
            } else if bytes.hasPrefix(Self.conjunction, at: end), !hasSign || end > position {
                hasSign = true
                end += Self.conjunction.count
            } else {
                break
            }
        }
        if end > position { return position..<end }
        return holds(lineStarts, position) ? position..<position : nil
    }

    /// Whether a seam parts two units: a unit that is known stands on either side, or behind a sign at least behind it.
    private func isSplit(_ start: Int, _ seam: Range<Int>, to end: Int, in bytes: [UInt8]) -> Bool {
        let sign = bytes[seam]
        if sign.contains(0x2C) || sign.contains(0x3B) { return bytes[seam.upperBound..<end].count >= 9 }
        // `กลุ่มพัฒนาครูและบุคลากรทางการศึกษา`: who a unit is for.
        if sign.elementsEqual(Self.conjunction), bytes.hasPrefix(Self.staff, at: seam.upperBound) { return false }
        guard isUnit(seam.upperBound, in: bytes), isNamed(seam.upperBound, to: end, in: bytes) else { return false }
        return isUnit(start, in: bytes) || sign.first == 0x20 && sign.count > 1
    }

    /// Heads of units that no longer name ends with: a line that begins with one begins a unit.
    private static let independent = ["กอง", "สำนัก", "ศูนย์", "สถาบัน", "โรงพยาบาล", "โรงเรียน"].map { Array($0.utf8) }

    /// Heads that are no unit without a name behind them.
    private static let bare = Set(
        ["สำนัก", "สำนักงาน", "กอง", "ฝ่าย", "กลุ่ม", "กลุ่มงาน", "ศูนย์", "หน่วย", "ส่วน", "งาน", "แผนก", "คณะ"].map {
            Array($0.utf8)
        })

    /// Heads that are the whole name of a unit or a post.
    private static let complete = ["สำนักปลัด", "สํานักปลัด", "กตส.", "สลก.", "กพร.", "ศปท.", "นิติกร"].map { Array($0.utf8) }

    /// Whether a line ends within the name of a unit: behind its head alone, or where it had no room for what follows.
    private func isWithinName(_ start: Int, _ seam: Range<Int>, _ cell: CellText) -> Bool {
        guard holds(cell.lineStarts, seam.upperBound), cell.bytes.trimmed(seam).isEmpty else { return false }
        let part = cell.bytes.trimmed(start..<seam.lowerBound)
        let words = Array(cell.bytes[part])
        if Self.bare.contains(words) { return true }
        // `ฝ่ายบริหาร⏎งานปกครอง`: the verb wants its object.
        if words.suffix(Self.administers.count).elementsEqual(Self.administers),
            cell.bytes.hasPrefix(Self.work, at: seam.upperBound)
        {
            return true
        }
        guard cell.filledStarts.contains(seam.upperBound) else { return false }
        // Units of one rank may stand below one another.
        if let head = vocabulary.unitHeads.longestPhrase(in: words)?.length,
            cell.bytes.hasPrefix(Array(words[..<head]), at: seam.upperBound)
        {
            return false
        }
        return !Self.independent.contains { cell.bytes.hasPrefix($0, at: seam.upperBound) }
    }

    /// Whether a text begins as the names of units do, and has a name behind that.
    func isNamedUnit(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
        isUnit(range.lowerBound, in: bytes)
            && (isNamed(range.lowerBound, to: range.upperBound, in: bytes)
                || !Self.bare.contains(Array(bytes[range])))
    }

    private func isUnit(_ position: Int, in bytes: [UInt8]) -> Bool {
        vocabulary.unitHeads.longestPhrase(in: bytes, at: position) != nil
            && !Self.others.contains { bytes.hasPrefix($0, at: position) }
    }

    /// Words that begin as the names of posts do, and name no post: those who are served, and tasks.
    private static let others = ["นักเรียน", "นักศึกษา", "นักท่องเที่ยว", "นิติกรรม"].map { Array($0.utf8) }

    /// Whether a name follows the head noun: `สำนัก` alone, as in `ทุกกอง/สำนัก`, is no unit of its own.
    private func isNamed(_ position: Int, to end: Int, in bytes: [UInt8]) -> Bool {
        guard let (length, _) = vocabulary.unitHeads.longestPhrase(in: bytes, at: position) else { return false }
        let rest = position + length
        if rest == end { return Self.complete.contains { $0.elementsEqual(bytes[position..<rest]) } }
        // `ฝ่าย IT`: a Latin name stands apart.
        if rest + 1 < end, bytes[rest] == 0x20, bytes[rest + 1] | 0x20 &- 0x61 < 26 { return true }
        return rest < end && bytes.blankLength(at: rest) == 0 && bytes[rest] != 0x2F && bytes[rest] != 0x2C
    }

    /// `สำนักปลัด งานนิติการ`: the second is a part of the first where only a space parts them.
    private func isSubordinate(_ seam: Range<Int>, of start: Int, _ cell: CellText) -> Bool {
        let bytes = cell.bytes
        // A comma parts units of any rank; a space or `และ` may stand inside the name of one.
        guard !bytes[seam].contains(where: { $0 == 0x2C || $0 == 0x2F || $0 == 0x3B || $0 == 0x0A }), !seam.isEmpty
        else {
            return false
        }
        // `กลุ่มบริหารงานบุคคล และ งานพัสดุ`: blanks on both sides of the word part two units, or a new line before it.
        let isLoose =
            bytes[seam].first == 0x20 && seam.count > 1
            || holds(cell.lineStarts, seam.lowerBound) && seam.count > Self.conjunction.count
        if isLoose { return false }
        // `หน่วยตรวจสอบภายในและกลุ่มอำนวยการ`, `ผู้กำกับการและงานจราจร`: no name goes on with a group, and posts have no parts.
        if bytes.hasPrefix(Self.conjunction, at: bytes.skipBlanks(from: seam.lowerBound, to: seam.upperBound)),
            bytes.hasPrefix(Self.post, at: start)
                || Self.groups.contains(where: { bytes.hasPrefix($0, at: seam.upperBound) })
        {
            return false
        }
        func isPart(_ position: Int) -> Bool { Self.subordinate.contains { bytes.hasPrefix($0, at: position) } }
        return isPart(seam.upperBound) && !isPart(start)
    }
}
