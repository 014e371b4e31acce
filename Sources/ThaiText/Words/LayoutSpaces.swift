/// Tells the spaces that a layout put into Thai text from those that its author wrote.
///
/// Thai writes no space between words; a space parts phrases. A space that a line end or a PDF left inside a word is no
/// part of the text. ICU's dictionary says where words end; the verdicts are kept, because reports repeat themselves.
public struct LayoutSpaces: ~Copyable {
    private var breaker: WordBreaker?
    private var verdicts: [UInt64: Bool] = [:]

    /// How many letters on either side of a space decide on it.
    ///
    /// Longer Thai words are rare, and longer contexts slow.
    private static let context = 9
    /// Verdicts kept; a report has a few hundred different contexts.
    private static let mostVerdicts = 1 << 16

    /// A judge with no verdicts yet.
    ///
    /// Without ICU's data it takes no space away.
    public init() {
        breaker = try? WordBreaker()
    }

    /// Whether the space between `left`, which ends a run of text, and `right`, which begins one, is the layout's.
    ///
    /// Both are offsets into `text`: the end of the left run and the start of the right one.
    public mutating func isLayout(from left: Int, to right: Int, in text: [UInt8]) -> Bool {
        let last = text.thaiLetter(before: left)
        let first = text.thaiLetter(at: right)
        guard last != ThaiLetter.none, first != ThaiLetter.none else { return false }
        guard !ThaiLetter.isDigit(last), !ThaiLetter.isDigit(first) else { return false }
        // No word begins with a mark or a following vowel, none ends with a leading one.
        if !ThaiLetter.canBeginWord(first) { return ThaiLetter.isMark(first) || isFollowingVowel(first) }
        if ThaiLetter.isLeadingVowel(last) { return true }
        if last == ThaiLetter.paiyannoi || last == ThaiLetter.maiYamok { return false }
        return isInsideWord(from: left, to: right, in: text)
    }

    /// Whether a word ends at `offset` of the run of text `range`, as ICU's dictionary sees it.
    public mutating func isWordEnd(_ offset: Int, in range: Range<Int>, of text: [UInt8]) -> Bool {
        breaker?.isBoundary(between: range.lowerBound..<offset, and: offset..<range.upperBound, in: text) ?? true
    }

    private func isFollowingVowel(_ letter: UInt8) -> Bool {
        letter == ThaiLetter.saraA || letter == ThaiLetter.saraAa || letter == ThaiLetter.saraAm
    }

    private mutating func isInsideWord(from left: Int, to right: Int, in text: [UInt8]) -> Bool {
        var start = left
        var letters = 0
        while letters < Self.context, isWordLetter(text.thaiLetter(before: start)) {
            start -= 3
            letters += 1
        }
        let leftLetters = letters
        var end = right
        letters = 0
        while letters < Self.context, isWordLetter(text.thaiLetter(at: end)) {
            end += 3
            letters += 1
        }
        // One or two letters by themselves are an abbreviation or a bullet as often as a part of a word.
        guard leftLetters >= 2, letters >= 2 else { return false }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in start..<left { hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01B3 }
        hash = (hash ^ 0x20) &* 0x100_0000_01B3
        for index in right..<end { hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01B3 }
        if let verdict = verdicts[hash] { return verdict }
        let verdict = !(breaker?.isBoundary(between: start..<left, and: right..<end, in: text) ?? true)
        if verdicts.count >= Self.mostVerdicts { verdicts.removeAll(keepingCapacity: true) }
        verdicts[hash] = verdict
        return verdict
    }

    private func isWordLetter(_ letter: UInt8) -> Bool {
        letter != ThaiLetter.none && !ThaiLetter.isDigit(letter) && letter != ThaiLetter.paiyannoi
            && letter != ThaiLetter.maiYamok && letter != ThaiLetter.baht && letter < ThaiLetter.digitNine
    }
}
