internal import ThaiText

/// Comparable forms of a text.
enum PlainText {
    /// Appends the text of pieces without blanks and zero-width characters, digits as ASCII and letters in lower case:
    /// the form in which headings, phrases and names are compared.
    static func appendKey(of pieces: ArraySlice<Piece>, in text: [UInt8], to key: inout [UInt8]) {
        for piece in pieces where piece.form == .text { appendKey(of: piece.span.range, in: text, to: &key) }
    }

    /// The same for a run of bytes.
    static func appendKey(of range: Range<Int>, in text: [UInt8], to key: inout [UInt8]) {
        var position = range.lowerBound
        while position < range.upperBound {
            let byte = text[position]
            if byte == 0xE0 {
                let letter = text.thaiLetter(at: position)
                if ThaiLetter.isDigit(letter) {
                    key.append(0x30 + letter - ThaiLetter.digitZero)
                } else {
                    key.append(byte)
                    key.append(text[position + 1])
                    key.append(text[position + 2])
                }
                position += 3
                continue
            }
            let blank = text.blankLength(at: position)
            if blank > 0 {
                position += blank
                continue
            }
            if byte < 0x80 {
                key.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
                position += 1
            } else {
                let length = text.characterLength(at: position)
                for offset in 0..<length where position + offset < text.count { key.append(text[position + offset]) }
                position += length
            }
        }
    }

    /// The comparable form of pieces as a new array.
    static func key(of pieces: ArraySlice<Piece>, in text: [UInt8]) -> [UInt8] {
        var key: [UInt8] = []
        appendKey(of: pieces, in: text, to: &key)
        return key
    }

    /// The comparable form of a string, for tables of phrases.
    static func key(_ string: some StringProtocol) -> [UInt8] {
        let bytes = Array(string.utf8)
        var key: [UInt8] = []
        appendKey(of: 0..<bytes.count, in: bytes, to: &key)
        return key
    }
}
