/// Tells the spaces that a layout put into Thai text from those that its author wrote.
///
/// Thai writes no space between words; a space parts phrases, names and the members of a list. A space that a line's end
/// or a PDF left inside a word is no part of the text. ICU's dictionary and the terms of public administration say where
/// words end; the verdicts are kept, because reports repeat themselves.
public struct LayoutSpaces: ~Copyable {
    private var breaker: WordBreaker?
    private var judge = SeamJudge()
    private var evidence = PhraseEvidence()
    /// Verdicts by the hash of what they depend on; 0 where none is; a power of two, open addressing.
    private var verdicts = [UInt64](repeating: 0, count: fewestSlots)
    private var verdictCount = 0
    /// How far the words around spaces reach, in bytes, by the hash of these.
    private var places: [UInt64: (before: Int, behind: Int)] = [:]
    private static let mostPlaces = 1 << 12

    /// Places for verdicts, half of which may be taken: a report has a few hundred different contexts, and a small one
    /// is read in the time that it takes to empty places for a large one.
    private static var fewestSlots: Int { 1 << 9 }
    private static var mostSlots: Int { 1 << 15 }

    /// A judge with no verdicts yet.
    ///
    /// Without ICU's data it takes few spaces away.
    public init() {
        breaker = try? WordBreaker()
    }

    /// Takes the evidence of a document into account: a phrase that it writes without the space elsewhere.
    ///
    /// - Parameter document: All of its text, in valid UTF-8; what an earlier one said is forgotten.
    public mutating func learn(from document: [UInt8]) {
        evidence.learn(from: document)
        if verdictCount > 0 { forgetVerdicts() }
    }

    private mutating func forgetVerdicts() {
        verdicts = [UInt64](repeating: 0, count: Self.fewestSlots)
        verdictCount = 0
    }

    /// Makes room for further verdicts; where there are too many, they are forgotten.
    private mutating func makeRoom() {
        guard verdicts.count < Self.mostSlots else { return forgetVerdicts() }
        let known = verdicts
        verdicts = [UInt64](repeating: 0, count: known.count * 2)
        for verdict in known where verdict != 0 { verdicts[slot(of: verdict)] = verdict }
    }

    /// The slot of the verdict with a hash, or the empty one where it would be.
    private func slot(of hash: UInt64) -> Int {
        // The lowest bit of a slot is the verdict, the others are the hash.
        var slot = Int(truncatingIfNeeded: hash >> 1) & (verdicts.count - 1)
        while verdicts[slot] != 0, verdicts[slot] | 1 != hash | 1 { slot = (slot + 1) & (verdicts.count - 1) }
        return slot
    }

    /// Whether the space between `left`, which ends a run of text, and `right`, which begins one, is the layout's.
    ///
    /// Both are offsets into `text`: the end of the left run and the start of the right one.
    public mutating func isLayout(from left: Int, to right: Int, in text: [UInt8]) -> Bool {
        let last = text.thaiLetter(before: left)
        let first = text.thaiLetter(at: right)
        guard last != ThaiLetter.none, first != ThaiLetter.none else { return false }
        guard !ThaiLetter.isDigit(last), !ThaiLetter.isDigit(first) else { return false }
        if first == ThaiLetter.paiyannoi { return isAbbreviation(at: right, after: last, in: text) }
        // No word begins with a mark or a following vowel, none ends with a leading one.
        if !ThaiLetter.canBeginWord(first) {
            // A following vowel that nothing follows is a letter that is spoken of.
            return ThaiLetter.isMark(first)
                || ThaiLetter.isFollowingVowel(first) && ThaiLetter.isWordLetter(text.thaiLetter(at: right + 3))
        }
        if ThaiLetter.isLeadingVowel(last) { return true }
        guard ThaiLetter.isWordLetter(last) else { return false }
        return isInsideWord(from: left, to: right, in: text)
    }

    /// The word that the space between `left` and `right` stands in, or the two words that it stands between: a range of
    /// `text` with the space in it.
    public mutating func place(from left: Int, to right: Int, in text: [UInt8]) -> Range<Int> {
        let seam = Seam(from: left, to: right, in: text)
        if let known = places[seam.hash] { return left - known.before..<right + known.behind }
        let place = judge.place(of: seam, in: text)
        if places.count >= Self.mostPlaces { places.removeAll(keepingCapacity: true) }
        places[seam.hash] = (left - place.lowerBound, place.upperBound - right)
        return place
    }

    /// Whether a word ends at `offset` of the run of text `range`, as ICU's dictionary sees it.
    public mutating func isWordEnd(_ offset: Int, in range: Range<Int>, of text: [UInt8]) -> Bool {
        breaker?.isBoundary(between: range.lowerBound..<offset, and: offset..<range.upperBound, in: text) ?? true
    }

    /// Whether the ฯ at `right` cuts the word before it short, which it then is written to; ฯลฯ and ฯพณฯ are words.
    private func isAbbreviation(at right: Int, after last: UInt8, in text: [UInt8]) -> Bool {
        ThaiLetter.isWordLetter(last) && !ThaiLetter.isWordLetter(text.thaiLetter(at: right + 3))
    }

    private mutating func isInsideWord(from left: Int, to right: Int, in text: [UInt8]) -> Bool {
        let seam = Seam(from: left, to: right, in: text)
        let known = verdicts[slot(of: seam.hash)]
        if known != 0 { return known & 1 != 0 }
        let verdict =
            switch judge.judge(seam, in: text) {
            case .insideWord: true
            case .author: false
            case .betweenWords: evidence.isWrittenTogether(left, right, in: text)
            }
        if verdictCount * 2 >= verdicts.count { makeRoom() }
        verdicts[slot(of: seam.hash)] = seam.hash & ~1 | (verdict ? 1 : 0)
        verdictCount += 1
        return verdict
    }
}
