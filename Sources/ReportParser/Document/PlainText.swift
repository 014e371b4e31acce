internal import ThaiText

/// Comparable forms of a text.
enum PlainText {
    /// Appends the text of pieces without blanks and zero-width characters, digits as ASCII and letters in lower case:
    /// the form in which headings, phrases and names are compared.
    static func appendKey(of pieces: ArraySlice<Piece>, in text: [UInt8], to key: inout [UInt8]) {
        for piece in pieces where piece.form == .text { appendKey(of: piece.span.range, in: text, to: &key) }
    }

    /// The same for a run of bytes; what makes the key longer than `limit` may be left out.
    static func appendKey(of range: Range<Int>, in text: [UInt8], to key: inout [UInt8], atMost limit: Int = .max) {
        var position = range.lowerBound
        // Runs of bytes that stay as they are, the bulk of every text, are copied whole.
        while position < range.upperBound, key.count <= limit {
            let next = text.withUnsafeBufferPointer { text in
                let letter = key.thaiLetter(before: key.count)
                let next = min(
                    endOfPlainRun(from: position, to: range.upperBound, behind: letter, in: text), range.upperBound)
                if next > position { key.append(contentsOf: UnsafeBufferPointer(rebasing: text[position..<next])) }
                return next
            }
            guard next < range.upperBound else { return }
            position = appendSpecial(at: next, end: range.upperBound, of: text, to: &key)
        }
    }

    /// Where the bytes end that stay as they are; `letter` is the Thai letter that they are written behind.
    @inline(__always)
    private static func endOfPlainRun(
        from start: Int, to end: Int, behind letter: UInt8, in text: UnsafeBufferPointer<UInt8>
    ) -> Int {
        let words = UnsafeRawBufferPointer(text)
        var position = start
        var previous = letter
        while position < end {
            // Two Thai letters at a time, which differ too much for a branch on each of them.
            while position &+ 8 <= end {
                let word = UInt64(littleEndian: words.loadUnaligned(fromByteOffset: position, as: UInt64.self))
                guard word & 0xFE_FF00_FEFF == 0xB8_E000_B8E0 else { break }
                let first = UInt8(truncatingIfNeeded: (word >> 8 & 1) << 6 | word >> 16 & 0x3F)
                let second = UInt8(truncatingIfNeeded: (word >> 32 & 1) << 6 | word >> 40 & 0x3F)
                guard !hasSecondForm(first, behind: previous), !hasSecondForm(second, behind: first) else { break }
                previous = second
                position &+= 6
            }
            let byte = text[position]
            if byte == 0xE0 {
                let middle = text[position + 1]
                let isThai = middle & 0xFE == 0xB8
                let own = isThai ? (middle & 1) << 6 | text[position + 2] & 0x3F : ThaiLetter.none
                if hasSecondForm(own, behind: previous) { break }
                previous = own
                position += 3
            } else if byte > 0x20, byte < 0x80, byte &- 0x41 >= 26 {
                previous = ThaiLetter.none
                position += 1
            } else {
                break
            }
        }
        return position
    }

    /// Whether a letter is not copied as it is: a digit, or one that makes one letter with the one before it.
    @inline(__always)
    private static func hasSecondForm(_ letter: UInt8, behind previous: UInt8) -> Bool {
        let pair = UInt16(previous) << 8 | UInt16(letter)
        return letter &- ThaiLetter.digitZero < 10 || pair == doubledSaraE || pair == ringAndSaraAa
    }

    private static var doubledSaraE: UInt16 { UInt16(ThaiLetter.saraE) << 8 | UInt16(ThaiLetter.saraE) }
    private static var ringAndSaraAa: UInt16 { UInt16(ThaiLetter.nikhahit) << 8 | UInt16(ThaiLetter.saraAa) }

    /// Appends a character that is not copied as it is; returns where the next one begins.
    private static func appendSpecial(at position: Int, end: Int, of text: [UInt8], to key: inout [UInt8]) -> Int {
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
                key.append(contentsOf: text[position..<position + 3])
            }
            return position + 3
        }
        let blank = text.blankLength(at: position)
        if blank > 0 { return position + blank }
        if byte < 0x80 {
            key.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
            return position + 1
        }
        let next = min(position + text.characterLength(at: position), end)
        key.append(contentsOf: text[position..<next])
        return next
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
                if letter != ThaiLetter.saraAa || key.thaiLetter(before: key.count) != ThaiLetter.nikhahit {
                    return position
                }
            }
        }
        return range.upperBound
    }

    /// The comparable form of pieces as a new array.
    static func key(of pieces: ArraySlice<Piece>, in text: [UInt8]) -> [UInt8] {
        var key: [UInt8] = []
        key.reserveCapacity(pieces.reduce(0) { $0 + $1.span.range.count })
        appendKey(of: pieces, in: text, to: &key)
        return key
    }

    /// The same, which may end early where it is longer than `limit`: a long cell is soon told from a heading.
    static func key(of slice: Slice32, in document: borrowing Document, atMost limit: Int) -> [UInt8] {
        key(of: slice, pieces: document.pieces, in: document.text, atMost: limit)
    }

    /// The same for pieces that stand in a list of their own.
    static func key(of slice: Slice32, pieces: [Piece], in text: [UInt8], atMost limit: Int) -> [UInt8] {
        var key: [UInt8] = []
        key.reserveCapacity(min(limit, slice.range.reduce(0) { $0 + pieces[$1].span.range.count }))
        for index in slice.range where pieces[index].form == .text && key.count <= limit {
            appendKey(of: pieces[index].span.range, in: text, to: &key, atMost: limit)
        }
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
