internal import ThaiText

/// Dashes and bullets of a cell.
extension CellText {
    /// Whether the cell holds nothing but dashes and dots.
    var isDash: Bool {
        var position = 0
        while position < bytes.count {
            switch bytes[position] {
            case 0x2D, 0x2E, 0x20, 0x5F: position += 1
            case 0xE2 where Self.isDash(at: position, of: bytes): position += 3
            default: return false
            }
        }
        return true
    }

    /// Whether the cell says that it is as the one above: `"`, `″`, `〃`, `,,`.
    var isDitto: Bool {
        guard bytes.count <= 12, let first = bytes.first,
            first == 0x22 || first == 0x2C || first == 0x27 || first >= 0xE2
        else { return false }
        return Self.dittoMarks.contains(bytes.filter { $0 != 0x20 })
    }

    private static let dittoMarks = Set(["\"", "\"\"", ",,", "''", "″", "〃", "”", "“", "„"].map { Array($0.utf8) })

    /// Whether –, — or … stands at `index`.
    private static func isDash(at index: Int, of bytes: [UInt8]) -> Bool {
        index + 2 < bytes.count && bytes[index + 1] == 0x80 && [0x93, 0x94, 0xA6].contains(bytes[index + 2])
    }

    /// A range without the bullet at its start.
    func behindBullet(_ range: Range<Int>) -> Range<Int> {
        let start = bytes.skipBlanks(from: range.lowerBound, to: range.upperBound)
        // One tick before prose is a bullet; ticks before several lines are part of what they list.
        if hasBox, bytes.hasPrefix(Self.tickedBox, at: start), isOnlyBox(at: start) {
            return bytes.skipBlanks(from: start + Self.tickedBox.count, to: range.upperBound)..<range.upperBound
        }
        var end = start
        while end < range.upperBound {
            if bytes[end] == 0x2D || bytes[end] == 0x2A {
                end += 1
            } else if bytes[end] == 0xE2, end + 2 < range.upperBound, Self.isBullet(bytes[end + 1], bytes[end + 2]) {
                end += 3
            } else {
                break
            }
        }
        guard end > start, bytes.digit(at: end).value < 0 || bytes.blankLength(at: end) > 0 || bytes[end] >= 0x80 else {
            return range
        }
        return bytes.skipBlanks(from: end, to: range.upperBound)..<range.upperBound
    }

    /// Whether no further box stands behind the one at `start`.
    private func isOnlyBox(at start: Int) -> Bool {
        Self.firstBox(from: start + Self.tickedBox.count, to: bytes.count, of: bytes) == bytes.count
    }

    /// The second and third byte of • – — ● ➢ ▪ ✗ ✘ ○ ►.
    private static func isBullet(_ second: UInt8, _ third: UInt8) -> Bool {
        switch (second, third) {
        case (0x80, 0xA2), (0x80, 0x93), (0x80, 0x94), (0x97, 0x8F), (0x9E, 0xA2), (0x96, 0xAA), (0x9C, 0x97),
            (0x9C, 0x98),
            (0x97, 0x8B), (0x96, 0xBA):
            true
        default: false
        }
    }
}
