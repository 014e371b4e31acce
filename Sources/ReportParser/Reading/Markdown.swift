internal import ThaiText

/// Whether a text was written by a Markdown converter, which escapes signs with backslashes.
enum Markdown {
    /// Whether Markdown may escape a byte: the punctuation of ASCII.
    static func isSign(_ byte: UInt8) -> Bool {
        byte &- 0x21 < 15 || byte &- 0x3A < 7 || byte &- 0x5B < 6 || byte &- 0x7B < 4
    }

    /// Whether a line of a text is the rule below the header of a Markdown table: `|---|:--|`.
    ///
    /// Such a line stands in no other text; a backslash elsewhere may be part of a path.
    static func hasTableRule(_ text: [UInt8]) -> Bool {
        var start = text.skipBOM
        while start < text.count {
            var position = start
            while position < text.count, text[position] == 0x20 { position += 1 }
            if position < text.count, text[position] == 0x7C {
                var strokes = 0
                while position < text.count, isRuleByte(text[position]) {
                    if text[position] == 0x2D { strokes += 1 }
                    position += 1
                }
                if strokes >= 2, position == text.count || isLineEnd(text[position]) { return true }
            }
            while position < text.count, !isLineEnd(text[position]) { position += 1 }
            start = position + 1
        }
        return false
    }

    private static func isRuleByte(_ byte: UInt8) -> Bool {
        byte == 0x7C || byte == 0x2D || byte == 0x3A || byte == 0x20
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}

extension Document {
    /// Whether the text is Markdown; looked up where the first backslash stands.
    mutating func isMarkdown() -> Bool {
        if let known = knownMarkdown { return known }
        let found = Markdown.hasTableRule(text)
        knownMarkdown = found
        return found
    }
}
