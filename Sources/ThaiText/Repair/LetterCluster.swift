/// A consonant and all that belongs to it, as it stands in damaged text, and how it ought to be written.
struct LetterCluster: ~Copyable {
    /// The letters behind the consonant, in the order of the text (see ``ThaiLetter``).
    private var letters: [UInt8] = []
    /// Before which of the ``letters`` the last space stands that cut the cluster in two; -1 for none.
    private var cut = -1
    /// How many spaces there are in it.
    private(set) var cuts = 0
    private var hasPrivateUse = false
    private var hasInvisible = false
    /// The place in the text, with its consonant where there is one.
    private(set) var range = 0..<0

    /// Reads the cluster whose consonant, or first mark where it has none, stands at `start`.
    ///
    /// - Returns: Whether it reaches beyond `index`, the place that was found unsound.
    mutating func read(at start: Int, hasConsonant: Bool, reaching index: Int, in text: [UInt8]) -> Bool {
        letters.removeAll(keepingCapacity: true)
        cut = -1
        cuts = 0
        hasPrivateUse = false
        hasInvisible = false
        var position = hasConsonant ? start + 3 : start
        while position < text.count {
            var next = position
            let invisible = text.invisibleRunLength(at: next)
            next += invisible
            // One space, and one only: more are a gap between columns.
            let space = hasConsonant ? text.spaceLength(at: next) : 0
            let isCut = space > 0
            next += space
            let plain = text.thaiLetter(at: next)
            let letter = plain == ThaiLetter.none ? PrivateUseGlyphs.letter(at: next, in: text) : plain
            let kind = LetterClass.ofLetter[Int(letter)]
            guard kind.belongsToConsonant, isSound(kind, isCut: isCut) else { break }
            if isCut {
                cut = letters.count
                cuts += 1
            }
            hasInvisible = hasInvisible || invisible > 0
            hasPrivateUse = hasPrivateUse || plain == ThaiLetter.none
            letters.append(letter)
            position = next + 3
        }
        range = start..<position
        return position > index
    }

    /// Whether a letter of this class can belong to the cluster after those that were read.
    private func isSound(_ kind: LetterClass, isCut: Bool) -> Bool {
        guard let last = letters.last, LetterClass.ofLetter[Int(last)].isBehind else { return true }
        // Behind า stand tone marks out of their place; a vowel above it has lost its own consonant.
        return !isCut && (kind == .toneMark || kind.isBehind)
    }

    /// Whether it is to be told from the words around it if the vowel is ำ or า.
    var isAmbiguous: Bool {
        cut >= 0 && letters[cut] == ThaiLetter.saraAa && !letters.contains(ThaiLetter.nikhahit)
            && !letters[..<cut].contains(ThaiLetter.saraAm)
    }

    /// The letters behind the consonant in their right order; of an ambiguous one with `vowel` in the place of า.
    func mended(vowel: UInt8, consonant: UInt8, into result: inout [UInt8]) {
        result.removeAll(keepingCapacity: true)
        for kind in [LetterClass.vowelMark, .toneMark, .silencer] { append(kind, to: &result) }
        let ring = letters.contains(ThaiLetter.nikhahit)
        let makesSaraAm = ring && letters.contains(ThaiLetter.saraAa)
        if ring, !makesSaraAm { result.append(ThaiLetter.nikhahit) }
        let isAmbiguous = isAmbiguous
        let lengthens = consonant == ThaiLetter.ru || consonant == ThaiLetter.lu
        var last = ThaiLetter.none
        for letter in letters where LetterClass.ofLetter[Int(letter)].isBehind {
            var vowel = letter == ThaiLetter.saraAa && isAmbiguous ? vowel : letter
            if letter == ThaiLetter.lakkhangyao, !lengthens { vowel = ThaiLetter.saraAa }
            if vowel == ThaiLetter.saraAa, makesSaraAm { vowel = ThaiLetter.saraAm }
            // ำา: the ring of ำ bears its name, and its other half is named too.
            if vowel == ThaiLetter.saraAa, last == ThaiLetter.saraAm { continue }
            if vowel != last { result.append(vowel) }
            last = vowel
        }
    }

    private func append(_ kind: LetterClass, to result: inout [UInt8]) {
        var last = ThaiLetter.none
        for letter in letters where LetterClass.ofLetter[Int(letter)] == kind {
            if letter != last { result.append(letter) }
            last = letter
        }
    }

    /// The damage that says most about the cluster that came out as `mended`.
    func damage(_ mended: [UInt8]) -> Repair.Kind {
        if hasPrivateUse { return .privateUse }
        if isAmbiguous { return .lostNikhahit }
        if cut >= 0 { return .detachedMark }
        if letters.contains(ThaiLetter.saraAa),
            letters.contains(ThaiLetter.nikhahit) || letters.contains(ThaiLetter.saraAm)
        {
            return .saraAm
        }
        if letters.contains(ThaiLetter.lakkhangyao), !mended.contains(ThaiLetter.lakkhangyao) { return .lakkhangyao }
        if mended.count < letters.count { return .repeatedMark }
        return hasInvisible && mended == letters ? .invisible : .markOrder
    }

    /// Whether the text holds nothing but `mended`, in that order.
    func isSound(_ mended: [UInt8]) -> Bool { cut < 0 && !hasPrivateUse && !hasInvisible && mended == letters }
}
