internal import ThaiText

extension Report {
    /// Appends a text's UTF-8 to `bytes`: its pieces as they are read, with the spaces and lines between them.
    ///
    /// Boxes read as ☑ and ☐, character references as the characters they name.
    ///
    /// What a reviewer put in its place stands for it.
    public func append(_ text: FieldText, to bytes: inout [UInt8]) {
        if let words = replacement(of: text) {
            bytes += words
            return
        }
        for (index, piece) in pieces[text.pieces.range].enumerated() {
            if index > 0 {
                switch piece.joint {
                case .none: break
                case .space, .fill, .wrap: bytes.append(0x20)
                case .line, .item, .subitem: bytes.append(0x0A)
                }
            }
            append(piece, to: &bytes)
        }
    }

    /// The UTF-8 of what a reviewer put in the place of a text; null for one that is as it was read.
    @inline(__always)
    public func replacement(of text: FieldText) -> [UInt8]? {
        replacedTexts.isEmpty ? nil : replacedTexts[text.pieces]
    }

    /// Appends what one piece reads as.
    public func append(_ piece: Piece, to bytes: inout [UInt8]) {
        switch piece.form {
        case .text: bytes.append(contentsOf: text[piece.span.range])
        case .tickedBox, .emptyBox:
            // A box that is drawn with characters reads as these; one that is a tag has none of its own.
            if text[Int(piece.span.start)] != 0x3C {
                bytes.append(contentsOf: text[piece.span.range])
            } else {
                bytes.append(contentsOf: piece.form == .tickedBox ? CellText.tickedBox : CellText.emptyBox)
            }
        case .reference:
            let range = piece.span.range
            if let reference = CharacterReference.read(text, at: range.lowerBound, end: range.upperBound) {
                bytes.append(contentsOf: String(reference.scalar).utf8)
            } else {
                bytes.append(contentsOf: text[range])
            }
        }
    }

    /// A text as a string.
    public func string(_ text: FieldText) -> String {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// From the first to the last byte of a text.
    public func span(of text: FieldText) -> SourceSpan {
        let pieces = pieces[text.pieces.range]
        return pieces.dropFirst().reduce(pieces.first?.span ?? SourceSpan(0..<0)) { $0.union($1.span) }
    }

    /// The comparable form of a text: without blanks, digits in ASCII, letters in lower case.
    func key(of text: FieldText) -> [UInt8] {
        guard let words = replacement(of: text) else {
            return PlainText.key(of: pieces[text.pieces.range], in: self.text)
        }
        return PlainText.key(String(decoding: words, as: UTF8.self))
    }
}
