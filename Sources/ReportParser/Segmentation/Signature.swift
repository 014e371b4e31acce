internal import ThaiText

/// Tells where the signatures below a table or a record begin: `ลงชื่อ …`, `(นางสาว… …)`, `ตรวจแล้วถูกต้อง` above a name.
enum Signature {
    /// What a phrase of `signatures.tsv` begins.
    enum Word: String, Sendable {
        /// The word for a signature itself.
        case sign
        /// What stands above a signature: who signs as what, or that all is right.
        case closing
        /// A name: what persons are called by, and ranks.
        case person
        /// Words for posts and things that begin as a name does.
        case post
    }

    /// So many lines may stand between the word above a name and the name.
    private static let mostLinesAbove = 2
    /// In bytes of the comparable form: longer lines are sentences.
    private static let longestName = 150
    private static let longestClosing = 120

    private static func word(_ key: [UInt8], at index: Int = 0) -> Word? {
        Vocabulary.standard.signatures.longestPhrase(in: key, at: index)?.meaning
    }

    /// Whether a text is a person's name in brackets, or begins with the word for a signature.
    static func isCertain(_ key: [UInt8]) -> Bool {
        if word(key) == .sign { return true }
        guard key.count <= longestName, key.first == 0x28, key.last == 0x29, word(key, at: 1) == .person else {
            return false
        }
        return !key.contains { $0 &- 0x30 < 10 }
    }

    /// Whether a text begins with what a person is called by, and is no longer than a name.
    static func isPerson(_ key: [UInt8]) -> Bool { key.count <= longestName && word(key) == .person }

    /// Whether a text says who signs or that all is right, and little more.
    private static func isClosing(_ key: [UInt8]) -> Bool { key.count <= longestClosing && word(key) == .closing }

    /// Whether a text says who signs or that all is right, and nothing more but a name or the dots for one.
    static func isBareClosing(_ key: [UInt8]) -> Bool {
        guard let (length, kind) = Vocabulary.standard.signatures.longestPhrase(in: key), kind == .closing else {
            return false
        }
        return namesSigner(key) || key.dropFirst(length).allSatisfy { [0x2E, 0x3A, 0x2D, 0x5F].contains($0) }
    }

    /// Whether a name stands behind the word that says who signs: `ผู้ตรวจสอบ นาย…`.
    private static func namesSigner(_ key: [UInt8]) -> Bool {
        guard let (length, _) = Vocabulary.standard.signatures.longestPhrase(in: key) else { return false }
        let start = length < key.count && key[length] == 0x3A ? length + 1 : length
        return word(key, at: start) == .person
    }

    /// Whether signatures begin with a line.
    static func begins(at index: Int, of lines: [ProseSegmenter.Line], in text: [UInt8]) -> Bool {
        let key = lines[index].key
        if isCertain(key) { return true }
        if isName(lines[index], in: text) { return isPost(below: index, of: lines) }
        guard isClosing(key) else { return false }
        if namesSigner(key) { return true }
        return (index + 1..<max(index + 1, min(lines.count, index + 1 + mostLinesAbove))).contains { next in
            isCertain(lines[next].key) || isName(lines[next], in: text)
        }
    }

    /// Whether a line is a name and a surname behind the word for a person, and nothing else.
    private static func isName(_ line: ProseSegmenter.Line, in text: [UInt8]) -> Bool {
        guard line.key.count <= longestName, word(line.key) == .person else { return false }
        var blanks = 0
        var position = line.range.lowerBound
        while position < line.range.upperBound {
            let blank = text.blankLength(at: position)
            if blank > 0 {
                blanks += 1
                position = text.skipBlanks(from: position, to: line.range.upperBound)
                continue
            }
            let letter = text.thaiLetter(at: position)
            guard text[position] == 0x2E || ThaiLetter.isWordLetter(letter) else { return false }
            position += text.characterLength(at: position)
        }
        return (1...3).contains(blanks)
    }

    /// Whether the line below a name says what the person is.
    private static func isPost(below index: Int, of lines: [ProseSegmenter.Line]) -> Bool {
        guard index + 1 < lines.count else { return false }
        let key = lines[index + 1].key
        guard key.count <= longestName * 2 else { return false }
        return word(key) == .post || isClosing(key) || Vocabulary.standard.unitHeads.longestPhrase(in: key) != nil
    }
}
