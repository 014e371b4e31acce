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
                } else if letter == ThaiLetter.saraAa, key.thaiLetter(before: key.count) == ThaiLetter.nikhahit {
                    // ำ and แ are often typed or extracted in two parts.
                    key[key.count - 2] = 0xB8
                    key[key.count - 1] = 0x80 | ThaiLetter.saraAm
                } else if letter == ThaiLetter.saraE, key.thaiLetter(before: key.count) == ThaiLetter.saraE {
                    key[key.count - 1] = 0x80 | (ThaiLetter.saraAe & 0x3F)
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

    /// Where the part of `range` ends whose comparable form has `length` bytes.
    static func end(ofKeyLength length: Int, in text: [UInt8], from range: Range<Int>) -> Int {
        var key: [UInt8] = []
        var position = range.lowerBound
        while position < range.upperBound {
            let next = position + text.characterLength(at: position)
            appendKey(of: position..<next, in: text, to: &key)
            if key.count > length { return position }
            position = next
            if key.count == length {
                // A letter that joins the last one (ํ + า) belongs to it.
                let letter = text.thaiLetter(at: position)
                if letter != ThaiLetter.saraAa || key.thaiLetter(before: key.count) != ThaiLetter.nikhahit { return position }
            }
        }
        return range.upperBound
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
