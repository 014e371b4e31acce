internal import ReportParser

/// Text as it flows between two ends of lines: blanks run together as browsers show them.
struct TextFlow {
    /// A line outside tables.
    struct Line {
        var text: [UInt8]
        var headingLevel: Int
        var isBold: Bool
        var isItem: Bool
        var isFurniture: Bool
        var indent: Int
    }

    /// Whether the text is set in bold.
    var isBold = false
    /// Whether the text is no part of the report.
    var isFurniture = false
    /// The level of the heading that the text belongs to, or 0.
    var headingLevel = 0
    /// How far the next line is indented, in letters.
    var indent = 0
    /// Whether blanks stay as they are (`<pre>`).
    var keepsBlanks = false

    private var text: [UInt8] = []
    private var hasSpace = false
    private var isAllBold = true
    private var isItem = false
    private var joint = Piece.Joint.none

    /// Whether there is text since the last end of a line.
    var isEmpty: Bool { text.isEmpty }

    /// Adds the bytes of a range.
    mutating func append(_ source: [UInt8], _ range: Range<Int>) {
        var position = range.lowerBound
        while position < range.upperBound {
            let blank = Self.blankLength(source, position)
            if blank > 0 {
                if keepsBlanks, source[position] == 0x20, !text.isEmpty { text.append(0x20) } else { hasSpace = true }
                position += blank
                continue
            }
            var stop = position + 1
            while stop < range.upperBound, Self.blankLength(source, stop) == 0 { stop += 1 }
            if hasSpace, !text.isEmpty { text.append(0x20) }
            hasSpace = false
            text += source[position..<stop]
            if !isBold { isAllBold = false }
            position = stop
        }
    }

    mutating func append(_ string: String) {
        let bytes = Array(string.utf8)
        append(bytes, 0..<bytes.count)
    }

    mutating func appendSpace() { hasSpace = true }

    /// Says that what follows is an item of a list.
    mutating func beginItem() { isItem = true }

    /// Blanks that browsers run together, and those that they show as one; zero-width ones are letters to them.
    private static func blankLength(_ source: [UInt8], _ index: Int) -> Int {
        switch source[index] {
        case 0x20, 0x09...0x0D: return 1
        case 0xC2: return index + 1 < source.count && source[index + 1] == 0xA0 ? 2 : 0
        case 0xE2:
            guard index + 2 < source.count, source[index + 1] == 0x80 else { return 0 }
            return source[index + 2] <= 0x8A || source[index + 2] == 0xAF ? 3 : 0
        default: return 0
        }
    }

    // MARK: Lines

    /// The line so far; a new one begins.
    mutating func takeLine() -> Line {
        defer { reset() }
        while text.last == 0x20 { text.removeLast() }
        return Line(
            text: text, headingLevel: headingLevel, isBold: isAllBold, isItem: isItem, isFurniture: isFurniture,
            indent: indent)
    }

    private mutating func reset() {
        text = []
        hasSpace = false
        isAllBold = true
        isItem = false
        indent = 0
        joint = .none
    }

    // MARK: Cells

    /// Ends a line within a cell: what follows is parted by `next`, or by what parts it more.
    mutating func endCellLine(_ next: Piece.Joint, in builder: inout DocumentBuilder) {
        while text.last == 0x20 { text.removeLast() }
        if !text.isEmpty {
            builder.append(String(decoding: text, as: UTF8.self), joint: joint)
            reset()
        }
        hasSpace = false
        joint = max(joint, next)
    }

    /// Ends a cell.
    mutating func endCell(in builder: inout DocumentBuilder) {
        endCellLine(.none, in: &builder)
        reset()
    }
}
