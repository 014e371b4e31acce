internal import ThaiText

/// An HTML tag or comment as it stands in the text.
struct HTMLTag {
    enum Name {
        case table, row, cell, headCell, tableGroup
        case heading, list, listItem, paragraph, lineBreak, block, document
        case input, bold, inline, comment
        /// Elements whose content is no text of the report: script, style.
        case opaque
        case unknown
    }

    var name: Name
    var range: Range<Int>
    var isClosing: Bool
    /// The level of a heading, 1 to 6.
    var level = 0
    var rowSpan = 1
    var columnSpan = 1
    var isCheckbox = false
    var isChecked = false

    /// Longer than any tag of a document that people read; bounds the search for its end.
    private static let longest = 4096

    /// The tag that begins with the `<` at `position`; null where it is only a sign.
    static func read(_ text: [UInt8], at position: Int, end: Int) -> HTMLTag? {
        var cursor = position + 1
        guard cursor < end else { return nil }
        if text[cursor] == 0x21 { return comment(text, at: position, end: end) }
        let isClosing = text[cursor] == 0x2F
        if isClosing { cursor += 1 }
        let nameStart = cursor
        while cursor < end, isNameByte(text[cursor]), cursor - nameStart < 12 { cursor += 1 }
        guard cursor > nameStart else { return nil }
        let nameRange = nameStart..<cursor
        let limit = min(end, position + longest)
        var quote: UInt8 = 0
        while cursor < limit {
            let byte = text[cursor]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == 0x3C {
                return nil
            } else if byte == 0x3E {
                return classify(text, name: nameRange, range: position..<cursor + 1, isClosing: isClosing)
            }
            cursor += 1
        }
        return nil
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x3A
    }

    private static func comment(_ text: [UInt8], at position: Int, end: Int) -> HTMLTag? {
        let limit = min(end, position + longest)
        guard position + 3 < limit else { return nil }
        let isComment = text[position + 2] == 0x2D && text[position + 3] == 0x2D
        // `<!DOCTYPE html>` ends with the first `>`, a comment with `-->`.
        guard isComment || (text[position + 2] | 0x20) == 0x64 else { return nil }
        var cursor = position + 4
        while cursor < limit {
            if text[cursor] == 0x3E, !isComment || (text[cursor - 1] == 0x2D && text[cursor - 2] == 0x2D) {
                return HTMLTag(name: .comment, range: position..<cursor + 1, isClosing: false)
            }
            cursor += 1
        }
        return nil
    }

    private static func classify(
        _ text: [UInt8], name: Range<Int>, range: Range<Int>, isClosing: Bool
    ) -> HTMLTag? {
        guard let known = names[String(decoding: text[name], as: UTF8.self).lowercased()] else { return nil }
        var tag = HTMLTag(name: known, range: range, isClosing: isClosing)
        if tag.name == .heading {
            tag.level = Int(text[name.upperBound - 1] - 0x30)
        } else if tag.name == .cell || tag.name == .headCell {
            tag.rowSpan = number(of: "rowspan", text, range) ?? 1
            tag.columnSpan = number(of: "colspan", text, range) ?? 1
        } else if tag.name == .input {
            tag.isCheckbox = attribute("checkbox", text, range) != nil || attribute("radio", text, range) != nil
            // `checkbox` holds `check`, but only the attribute of its own name holds `checked`.
            tag.isChecked = attribute("checked", text, range) != nil
        }
        return tag
    }

    /// What each tag is, by its name in lower case.
    private static let names: [String: Name] = {
        let lists: [(Name, String)] = [
            (.table, "table"), (.row, "tr"), (.cell, "td"), (.headCell, "th"),
            (.tableGroup, "thead tbody tfoot caption colgroup col"), (.heading, "h1 h2 h3 h4 h5 h6"),
            (.listItem, "li dt dd"), (.paragraph, "p"), (.lineBreak, "br hr"), (.list, "ul ol dl"),
            (
                .block,
                "div section article header footer nav main aside form center blockquote pre figure figcaption fieldset "
                    + "address details summary"
            ),
            (.document, "html head body title meta link base"), (.opaque, "script style noscript template svg"),
            (.input, "input"), (.bold, "b strong"),
            (
                .inline,
                "i em u s span font sup sub a img small big label mark code ins del abbr o:p button select option "
                    + "textarea wbr picture source"
            ),
        ]
        var names: [String: Name] = [:]
        for (name, words) in lists {
            for word in words.split(separator: " ") { names[String(word)] = name }
        }
        return names
    }()

    /// Where the word stands inside a tag, case folded.
    private static func attribute(_ word: String, _ text: [UInt8], _ range: Range<Int>) -> Int? {
        let wanted = Array(word.utf8)
        guard range.count >= wanted.count else { return nil }
        for start in range.lowerBound...(range.upperBound - wanted.count)
        where wanted.indices.allSatisfy({ text[start + $0] | 0x20 == wanted[$0] }) {
            return start + wanted.count
        }
        return nil
    }

    /// The number of an attribute such as `rowspan="3"`, at most 1000 as browsers have it.
    private static func number(of word: String, _ text: [UInt8], _ range: Range<Int>) -> Int? {
        guard var cursor = attribute(word, text, range) else { return nil }
        while cursor < range.upperBound, text[cursor] &- 0x30 >= 10 { cursor += 1 }
        var value = 0
        while cursor < range.upperBound, text[cursor] &- 0x30 < 10, value < 1000 {
            value = value * 10 + Int(text[cursor] - 0x30)
            cursor += 1
        }
        return value > 0 ? min(value, 1000) : nil
    }
}

/// An HTML character reference: `&amp;`, `&#3585;`, `&#x0E01;`.
struct CharacterReference {
    var scalar: Unicode.Scalar
    var range: Range<Int>

    /// Whether the character is white space.
    var isBlank: Bool { scalar.properties.isWhitespace || scalar.value == 0x200B || scalar.value == 0xAD }

    private static let named: [(name: StaticString, scalar: Unicode.Scalar)] = [
        ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("nbsp", "\u{A0}"), ("ndash", "–"),
        ("mdash", "—"), ("lsquo", "‘"), ("rsquo", "’"), ("ldquo", "“"), ("rdquo", "”"), ("hellip", "…"),
        ("bull", "•"), ("middot", "·"), ("times", "×"), ("deg", "°"), ("ensp", "\u{2002}"), ("emsp", "\u{2003}"),
        ("thinsp", "\u{2009}"), ("zwsp", "\u{200B}"), ("shy", "\u{AD}"), ("copy", "©"), ("reg", "®"), ("check", "✓"),
    ]

    /// The reference that begins with the `&` at `position`.
    static func read(_ text: [UInt8], at position: Int, end: Int) -> CharacterReference? {
        let limit = min(end, position + 12)
        guard let stop = (position + 1..<max(limit, position + 1)).first(where: { text[$0] == 0x3B }) else {
            return nil
        }
        let name = text[position + 1..<stop]
        let range = position..<stop + 1
        if name.first == 0x23 {
            let digits = String(decoding: name.dropFirst(), as: UTF8.self)
            let value =
                digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            guard let value, value >= 0x20, let scalar = Unicode.Scalar(value) else { return nil }
            return CharacterReference(scalar: scalar, range: range)
        }
        for entry in named where name.elementsEqual(entry.name.description.utf8) {
            return CharacterReference(scalar: entry.scalar, range: range)
        }
        return nil
    }
}
