internal import ThaiText

/// Numbers and codes of a cell.
extension CellText {
    /// A code in brackets at the end of a title stays part of it: `… (o12)`.
    func trailingCode(from start: Int) -> ItemCode? {
        let end = bytes.trimmed(start..<bytes.count).upperBound
        guard end > start + 4, bytes[end - 1] == 0x29 else { return nil }
        var open = end - 1
        while open > start, bytes[open] != 0x28, end - open < 24 { open -= 1 }
        guard bytes[open] == 0x28, let reading = bytes.itemCode(at: open + 1, support: .some),
            open + 1 + reading.length == end - 1
        else { return nil }
        return reading.code
    }

    /// The ASCII digits of a number that fills `range`, without a sign and without zeros before it; most numbers of rows
    /// are such.
    func plainNumber(in range: Range<Int>) -> String? {
        guard range.count <= 15, bytes.digit(at: range.lowerBound).value > 0 else { return nil }
        var position = range.lowerBound
        while position < range.upperBound, case let length = bytes.digit(at: position).length, length > 0 {
            position += length
        }
        guard position == range.upperBound else { return nil }
        return String(unsafeUninitializedCapacity: 15) { text in
            var (position, length) = (range.lowerBound, 0)
            while position < range.upperBound {
                let digit = bytes.digit(at: position)
                text[length] = 0x30 + UInt8(truncatingIfNeeded: digit.value)
                position += digit.length
                length += 1
            }
            return length
        }
    }

    private static let ordinalMark = Array("ที่".utf8)

    /// Takes the word off that stands before a number: `ข้อ 1.1`.
    func behindCountWord(_ range: Range<Int>) -> Range<Int> {
        // Most such cells are the number alone.
        guard bytes.digit(at: range.lowerBound).value < 0 else { return range }
        let isBare = bytes.hasPrefix(Self.ordinalMark, at: range.lowerBound)
        let word = isBare ? Self.ordinalMark.count : LineKind.countWord(in: bytes, at: range.lowerBound)
        guard let word else { return behindName(range) }
        let start = bytes.skipBlanks(from: range.lowerBound + word, to: range.upperBound)
        guard bytes.digit(at: start).value >= 0 else { return range }
        return start..<range.upperBound
    }

    /// The figures that a name ends with: `ข้อตกลงที่ 2`, `แบบติดตาม หมายเลข ๒`.
    private func behindName(_ range: Range<Int>) -> Range<Int> {
        var key: [UInt8] = []
        PlainText.appendKey(of: range, in: bytes, to: &key, atMost: 200)
        guard LineKind.countedName(key) != nil else { return range }
        var start = range.upperBound
        while start > range.lowerBound, case let digit = bytes.digit(before: start), digit.value >= 0 {
            start -= digit.length
        }
        return start..<range.upperBound
    }

    /// What stands in square brackets, where all of a range does: `[แบบที่ 4]`.
    func behindBrackets(_ range: Range<Int>) -> Range<Int>? {
        guard range.count > 2, bytes[range.lowerBound] == 0x5B, bytes[range.upperBound - 1] == 0x5D else { return nil }
        return bytes.trimmed(range.lowerBound + 1..<range.upperBound - 1)
    }

    /// The number of a letter, or of a letter and a figure, that begins a text and has a blank behind it, and where it ends:
    /// `ข. …`, `ก.1 …`.
    func letteredNumber(at start: Int) -> (number: String, end: Int)? {
        guard ThaiLetter.isConsonant(bytes.thaiLetter(at: start)), start + 4 < bytes.count, bytes[start + 3] == 0x2E
        else {
            return nil
        }
        var end = start + 4
        while case let digit = bytes.digit(at: end), digit.value >= 0 { end += digit.length }
        guard end < bytes.count, bytes.blankLength(at: end) > 0,
            end > start + 4 || bytes.outlineLetter(at: start) != nil
        else { return nil }
        let letter = String(decoding: bytes[start..<start + 3], as: UTF8.self)
        let figure = bytes.decimal(in: start + 4..<end)?.integer.map { ".\($0)" } ?? ""
        return (letter + figure, end)
    }
}
