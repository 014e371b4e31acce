internal import ThaiText

/// Splits a run of text into pieces: tags, emphasis marks and blank references become markup, boxes and references
/// pieces of their own.
///
/// One value reads one text, which may lie in several runs (the lines of a wrapped cell).
struct InlineMarkup {
    private var joint = Piece.Joint.none
    private var isFirst = true
    private var listDepth = 0
    /// What a line end inside a run is: one of the layout, or one that the author made.
    private let lineEnd: Piece.Joint
    /// Whether the text comes from a format without markup in it: only boxes are looked for.
    private let knowsBoxesOnly: Bool

    /// Whether a byte below 0x80 may begin inline markup or a line end inside a cell.
    static func mayBegin(_ byte: UInt8) -> Bool {
        byte == 0x3C || byte == 0x26 || byte == 0x2A || byte == 0x5B || byte == 0x5C || byte == 0x28
    }

    /// Whether the text held `**` or a bold tag.
    private(set) var isBold = false

    init(lineEnd: Piece.Joint = .wrap, knowsBoxesOnly: Bool = false) {
        self.lineEnd = lineEnd
        self.knowsBoxesOnly = knowsBoxesOnly
    }

    /// Reads the next run.
    ///
    /// `joint` says what parts it from the run before.
    mutating func append(_ range: Range<Int>, of text: [UInt8], joint next: Piece.Joint, to document: inout Document) {
        strengthen(next)
        let range = text.trimmed(range)
        var start = range.lowerBound
        var position = start
        let end = range.upperBound
        while position < end {
            let byte = text[position]
            // The bytes that can begin markup; all others, Thai letters among them, run through.
            if byte == 0xE0 {
                position = text.skipThaiLetters(from: position, to: end)
                continue
            }
            guard Self.mayBegin(byte) || byte == 0xE2 || byte == 0xEF || byte == 0x0A else {
                position += 1
                continue
            }
            if byte == 0x0A {
                take(start..<position, of: text, to: &document)
                strengthen(lineEnd)
                position += 1
                start = position
                continue
            }
            if knowsBoxesOnly, byte != 0xE2, byte != 0xEF, byte != 0x5B, byte != 0x28 {
                position += 1
                continue
            }
            if byte == 0x5C, position + 1 < end, Markdown.isSign(text[position + 1]), document.isMarkdown() {
                // The backslash is markup, and the sign behind it is text: it begins no markup of its own.
                take(start..<position, of: text, to: &document)
                if let box = InlineToken.escapedBox(text, at: position, end: end) {
                    add(
                        Piece(box.range, joint: joint, form: box.kind == .tickedBox ? .tickedBox : .emptyBox),
                        to: &document)
                    position = box.range.upperBound
                    start = position
                } else {
                    document.markup(position..<position + 1)
                    start = position + 1
                    position += 2
                }
                continue
            }
            guard let token = InlineToken.read(text, at: position, end: end) else {
                position += 1
                continue
            }
            take(start..<position, of: text, to: &document)
            switch token.kind {
            case .inlineTag: document.markup(token.range)
            case .boldTag:
                isBold = true
                document.markup(token.range)
            case .blockTag:
                document.markup(token.range)
                strengthen(.line)
            case .listStart:
                document.markup(token.range)
                listDepth += 1
                strengthen(.line)
            case .listEnd:
                document.markup(token.range)
                listDepth -= 1
                strengthen(.line)
            case .listItem:
                document.markup(token.range)
                strengthen(listDepth > 1 ? .subitem : .item)
            case .blank:
                document.markup(token.range)
                strengthen(.space)
            case .reference: add(Piece(token.range, joint: joint, form: .reference), to: &document)
            case .tickedBox: add(Piece(token.range, joint: joint, form: .tickedBox), to: &document)
            case .emptyBox: add(Piece(token.range, joint: joint, form: .emptyBox), to: &document)
            }
            position = token.range.upperBound
            start = position
        }
        take(start..<end, of: text, to: &document)
    }

    /// A stronger parting wins: a paragraph end inside a wrapped line stays a paragraph end.
    private mutating func strengthen(_ next: Piece.Joint) {
        joint = max(joint, next)
    }

    private mutating func take(_ range: Range<Int>, of text: [UInt8], to document: inout Document) {
        guard !range.isEmpty else { return }
        let inner = text.trimmed(range)
        guard !inner.isEmpty else {
            strengthen(.space)
            return
        }
        if inner.lowerBound > range.lowerBound { strengthen(.space) }
        add(Piece(inner, joint: joint), to: &document)
        if inner.upperBound < range.upperBound { strengthen(.space) }
    }

    private mutating func add(_ piece: Piece, to document: inout Document) {
        var piece = piece
        // The first item of a list is known by its joint; other joints have nothing to join to.
        if isFirst, piece.joint != .item { piece.joint = .none }
        document.pieces.append(piece)
        isFirst = false
        joint = .none
    }
}

/// A mark within running text that is not text.
struct InlineToken {
    enum Kind { case inlineTag, boldTag, blockTag, listStart, listEnd, listItem, blank, reference, tickedBox, emptyBox }

    var kind: Kind
    var range: Range<Int>

    /// The token at `position`, if one stands there.
    static func read(_ text: [UInt8], at position: Int, end: Int) -> InlineToken? {
        switch text[position] {
        case 0x3C: return HTMLTag.read(text, at: position, end: end).flatMap(tag)
        case 0x26: return reference(text, at: position, end: end)
        case 0x2A:
            guard position + 1 < end, text[position + 1] == 0x2A else { return nil }
            var stop = position + 2
            while stop < end, text[stop] == 0x2A { stop += 1 }
            return InlineToken(kind: .boldTag, range: position..<stop)
        case 0x5B: return bracketBox(text, at: position, end: end, closing: 0x5D)
        case 0x28: return bracketBox(text, at: position, end: end, closing: 0x29)
        case 0x5C:
            // Escapes of table and emphasis marks, which no text but Markdown holds.
            guard position + 1 < end, text[position + 1] == 0x7C || text[position + 1] == 0x2A else { return nil }
            return InlineToken(kind: .inlineTag, range: position..<position + 1)
        default: return symbolBox(text, at: position, end: end)
        }
    }

    private static func tag(_ tag: HTMLTag) -> InlineToken? {
        switch tag.name {
        case .input:
            guard tag.isCheckbox else { return InlineToken(kind: .inlineTag, range: tag.range) }
            return InlineToken(kind: tag.isChecked ? .tickedBox : .emptyBox, range: tag.range)
        case .bold: return InlineToken(kind: .boldTag, range: tag.range)
        case .inline, .comment: return InlineToken(kind: .inlineTag, range: tag.range)
        case .list: return InlineToken(kind: tag.isClosing ? .listEnd : .listStart, range: tag.range)
        case .listItem: return InlineToken(kind: tag.isClosing ? .blockTag : .listItem, range: tag.range)
        case .unknown: return nil
        default: return InlineToken(kind: .blockTag, range: tag.range)
        }
    }

    private static func reference(_ text: [UInt8], at position: Int, end: Int) -> InlineToken? {
        guard let reference = CharacterReference.read(text, at: position, end: end) else { return nil }
        return InlineToken(kind: reference.isBlank ? .blank : .reference, range: reference.range)
    }

    /// `[ ]`, `[x]`, `[X]`, `[/]`, `( )`, `(/)`, `(✓)`.
    private static func bracketBox(_ text: [UInt8], at position: Int, end: Int, closing: UInt8) -> InlineToken? {
        var cursor = position + 1
        while cursor < end, text[cursor] == 0x20, cursor - position < 4 { cursor += 1 }
        if cursor < end, text[cursor] == closing {
            return cursor > position + 1 ? InlineToken(kind: .emptyBox, range: position..<cursor + 1) : nil
        }
        guard cursor < end else { return nil }
        switch text[cursor] {
        case 0x78, 0x58, 0x2F: cursor += 1
        case 0xE2:
            guard let mark = symbolBox(text, at: cursor, end: end), mark.kind == .tickedBox else { return nil }
            cursor = mark.range.upperBound
        default: return nil
        }
        while cursor < end, text[cursor] == 0x20, cursor - position < 8 { cursor += 1 }
        guard cursor < end, text[cursor] == closing else { return nil }
        return InlineToken(kind: .tickedBox, range: position..<cursor + 1)
    }

    /// `\[x\]`, `\[ \]`: a box whose brackets Markdown escapes.
    static func escapedBox(_ text: [UInt8], at position: Int, end: Int) -> InlineToken? {
        guard text[position + 1] == 0x5B else { return nil }
        var cursor = position + 2
        var isTicked = false
        while cursor < end, cursor - position < 8, text[cursor] != 0x5C {
            if text[cursor] == 0x20 {
                cursor += 1
                continue
            }
            guard !isTicked else { return nil }
            isTicked = true
            if text[cursor] == 0xE2, let mark = symbolBox(text, at: cursor, end: end), mark.kind == .tickedBox {
                cursor = mark.range.upperBound
            } else if text[cursor] | 0x20 == 0x78 || text[cursor] == 0x2F {
                cursor += 1
            } else {
                return nil
            }
        }
        guard cursor + 1 < end, cursor > position + 2, text[cursor] == 0x5C, text[cursor + 1] == 0x5D else {
            return nil
        }
        return InlineToken(kind: isTicked ? .tickedBox : .emptyBox, range: position..<cursor + 2)
    }

    /// ☐ □ ◻ ▢ ❏, and ☑ ☒ ✓ ✔ ✅ √ 🗹 as far as they begin with byte E2; those of the fonts Wingdings and Wingdings 2,
    /// which stand at U+F020 to U+F0FF where a text layer says no more of them.
    private static func symbolBox(_ text: [UInt8], at position: Int, end: Int) -> InlineToken? {
        guard position + 2 < end else { return nil }
        let scalar =
            UInt32(text[position] & 0x0F) << 12 | UInt32(text[position + 1] & 0x3F) << 6
            | UInt32(text[position + 2] & 0x3F)
        switch scalar {
        case 0x2610, 0x25A1, 0x25FB, 0x25A2, 0x274F...0x2752, 0x2B1C, 0xF06F...0xF072, 0xF0A3, 0xF0A8:
            return InlineToken(kind: .emptyBox, range: position..<position + 3)
        case 0x2611, 0x2612, 0x2713, 0x2714, 0x2705, 0x221A, 0x25A0, 0xF050...0xF054, 0xF078, 0xF0FC...0xF0FE:
            return InlineToken(kind: .tickedBox, range: position..<position + 3)
        default: return nil
        }
    }
}
