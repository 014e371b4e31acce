internal import ThaiText

/// A line of the text and what a reader sees of it at first glance.
struct LineScan {
    /// The line without its line end.
    var range: Range<Int>
    /// Where the next line begins.
    var next: Int
    /// The line without the blanks at its ends.
    var content: Range<Int>
    /// How many tabs stand behind the first character that is no blank, and how many before it.
    var tabs = 0
    var leadingTabs = 0
    /// How many pipes that no backslash escapes.
    var pipes = 0
    /// How many runs of two or more spaces stand between words.
    var gaps = 0
    /// Whether a form feed stands in the line.
    var hasPageBreak = false
    /// Whether a byte stands in it that may begin inline markup (see ``InlineMarkup``).
    var mayHoldMarkup = false

    var isBlank: Bool { content.isEmpty }

    /// Looks at the line that begins at `start`.
    init(_ text: [UInt8], from start: Int) {
        var position = start
        var first = -1
        var last = start
        var spaces = 0
        let count = text.count
        while position < count {
            let byte = text[position]
            if byte == 0xE0, spaces == 0, first >= 0 {
                // Thai letters, the bulk of a line.
                position = text.skipThaiLetters(from: position, to: count)
                last = position
                continue
            }
            if byte > 0x20 {
                if first < 0 {
                    first = position
                } else if spaces > 1 {
                    gaps += 1
                }
                spaces = 0
                last = position + 1
                if byte < 0x80 {
                    if byte == 0x7C {
                        if position == start || text[position - 1] != 0x5C { pipes += 1 }
                    } else if InlineMarkup.mayBegin(byte) {
                        mayHoldMarkup = true
                    }
                } else if byte == 0xE0 {
                    position += 2
                    last = position + 1
                } else {
                    mayHoldMarkup = true
                }
            } else if byte == 0x0A {
                break
            } else if byte == 0x20 {
                spaces += 1
            } else if byte == 0x09 {
                spaces = 0
                if first < 0 { leadingTabs += 1 } else { tabs += 1 }
            } else if byte == 0x0C {
                hasPageBreak = true
            } else if byte == 0x0D, position + 1 < count, text[position + 1] != 0x0A {
                // A lone carriage return ends a line as well.
                break
            }
            position += 1
        }
        position = min(position, count)
        last = min(last, count)
        range = start..<position
        next = min(position + 1, count)
        content = first < 0 ? start..<start : text.trimmed(first..<last)
    }
}

/// Widths of text as a terminal or a PDF shows it: marks above and below letters take no column.
enum VisualColumns {
    /// How many columns `range` takes; a tab goes to the next multiple of eight.
    static func width(of range: Range<Int>, in text: [UInt8], from column: Int = 0) -> Int {
        // A look at each letter of every line: a buffer spares the checks of each index.
        text.withUnsafeBufferPointer { width(of: range, in: $0, from: column) }
    }

    private static func width(of range: Range<Int>, in text: UnsafeBufferPointer<UInt8>, from column: Int) -> Int {
        var column = column
        var position = range.lowerBound
        while position < range.upperBound {
            let byte = text[position]
            if byte == 0xE0 {
                let middle = text[position + 1]
                let isThai = middle & 0xFE == 0xB8
                if !isThai || !ThaiLetter.isMark((middle & 1) << 6 | text[position + 2] & 0x3F) { column += 1 }
                position += 3
            } else if byte == 0x09 {
                column = (column / 8 + 1) * 8
                position += 1
            } else if byte == 0x0C || byte == 0x0D {
                position += 1
            } else {
                column += 1
                position += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            }
        }
        return column
    }
}
