/// How well a place in a text reads as known words, with one or another writing of it.
struct WordEvidence: ~Copyable {
    /// How many letters before and behind the place are looked at.
    private static let context = 20

    private var lattice = WordLattice()
    private var before: [UInt8] = []
    private var behind: [UInt8] = []

    /// Looks at the letters around the place `start` to `end` of `text`.
    ///
    /// What stands before the place is taken as it was mended so far.
    mutating func look(from start: Int, to end: Int, in text: [UInt8], behind builder: borrowing RepairBuilder) {
        before.removeAll(keepingCapacity: true)
        behind.removeAll(keepingCapacity: true)
        // Backwards through the text, then through what was mended before it.
        var index = start
        while before.count < Self.context, index - 3 >= builder.copied,
            ThaiLetter.isWordLetter(text.thaiLetter(before: index))
        {
            index -= 3
            before.append(text.thaiLetter(at: index))
        }
        if index == builder.copied {
            var place = builder.output.count
            while before.count < Self.context, ThaiLetter.isWordLetter(builder.output.thaiLetter(before: place)) {
                place -= 3
                before.append(builder.output.thaiLetter(at: place))
            }
        }
        before.reverse()
        index = end
        while behind.count < Self.context, ThaiLetter.isWordLetter(text.thaiLetter(at: index)) {
            behind.append(text.thaiLetter(at: index))
            index += 3
        }
    }

    /// How many letters belong to no known word if `base` and `letters` stand in the place.
    mutating func unknownLetters(with base: UInt8, _ letters: [UInt8]) -> Int {
        let (before, behind) = (before, behind)
        lattice.load { all in
            all += before
            all.append(base)
            all += letters
            all += behind
        }
        return lattice.unknownLetters
    }
}
