internal import ThaiText

/// Names that begin with an abbreviation: `อบจ.น่าน`.
extension AgencyName {
    /// Where the text writes the name out whose word for the kind is shortened here: `องค์การบริหารส่วนจังหวัดน่าน`.
    ///
    /// Null where the name is not shortened, and where the text never writes it out.
    func writtenOut(in text: [UInt8]) -> Range<Int>? {
        guard let (length, word) = Vocabulary.standard.agencyAbbreviations.longestPhrase(in: bytes) else { return nil }
        let words = PhraseTable(words: [word])
        let proper = Array(bytes[bytes.skipBlanks(from: length, to: bytes.count)...])
        guard proper.count >= 6 else { return nil }
        var position = 0
        // The first part of a long text tells enough.
        let end = min(text.count, 1 << 18)
        while position < end {
            guard text[position] == 0xE0, let (length, _) = words.longestPhrase(in: text, at: position) else {
                position += text.characterLength(at: position)
                continue
            }
            let start = position
            position += length
            let name = position < text.count && text[position] == 0x20 ? position + 1 : position
            // A longer name is another body's.
            guard text.hasPrefix(proper, at: name),
                !ThaiLetter.isWordLetter(text.thaiLetter(at: name + proper.count))
            else { continue }
            return start..<name + proper.count
        }
        return nil
    }
}
