/// Puts vowels back that the font of a PDF lost wherever they stood.
///
/// Fonts hold glyphs that stand for a vowel in some places only; where such a glyph has no name of its own in the PDF,
/// its text has another letter instead (`ผ้่` for `ผู้`, `ข้อม่ล` for `ข้อมูล`), or none (`ดาเนิน` for `ดำเนิน`). By a word alone that
/// cannot be told from a rare one. A text of some length without a single ู or ำ is no Thai text, though, and with that
/// known the words around each place tell whether the vowel was there.
struct LostVowels: ~Copyable {
    private let text: [UInt8]
    private var builder: RepairBuilder
    private var lattice = WordLattice()
    /// The vowel that a mark stands for in some places, and the mark.
    private var confused: (vowel: UInt8, mark: UInt8)?
    private var lostSaraAm = false
    /// The letters of words without a space between them, and where they stand.
    private var word: [UInt8] = []
    private var places: [Int] = []

    /// The text with its lost vowels; it stays as it is where it holds all of the common ones.
    static func repair(_ text: [UInt8]) -> RepairedText {
        let missing = LetterCensus(of: text).missing
        guard !missing.isEmpty else { return RepairedText(unchanged: text) }
        var repair = LostVowels(text)
        repair.lostSaraAm = missing.contains(ThaiLetter.saraAm)
        repair.confused = repair.confusion(missing.filter { ThaiLetter.isMark($0) })
        guard repair.lostSaraAm || repair.confused != nil else { return RepairedText(unchanged: text) }
        repair.run()
        return repair.builder.finish()
    }

    private init(_ text: [UInt8]) {
        self.text = text
        builder = RepairBuilder(text)
    }

    // MARK: Which vowel

    /// So many impossible pairs of marks tell that a mark stands for another one; single ones are slips.
    private static let fewestPairs = 3
    private static let mostSamples = 60

    /// The missing vowel that a tone mark stands for, where one stands beside another tone mark time and again.
    private mutating func confusion(_ vowels: [UInt8]) -> (vowel: UInt8, mark: UInt8)? {
        guard !vowels.isEmpty else { return nil }
        var pairs: [Int] = []
        var counts = [Int](repeating: 0, count: 128)
        var index = 0
        while let pair = nextPair(from: index) {
            let (first, second) = (text.thaiLetter(at: pair), text.thaiLetter(at: pair + 3))
            counts[Int(first)] += 1
            if second != first { counts[Int(second)] += 1 }
            if pairs.count < Self.mostSamples { pairs.append(pair) }
            index = pair + 6
        }
        guard let mark = (UInt8(0x48)...0x4B).max(by: { counts[Int($0)] < counts[Int($1)] }),
            counts[Int(mark)] >= Self.fewestPairs
        else { return nil }
        var best: (vowel: UInt8, mark: UInt8)?
        // As they are, the words of a pair are none.
        var least = cost(of: pairs, mark: mark, vowel: nil) * 2 / 3
        for vowel in vowels {
            let cost = cost(of: pairs, mark: mark, vowel: vowel)
            if cost < least {
                least = cost
                best = (vowel, mark)
            }
        }
        return best
    }

    /// The next place where two tone marks stand side by side.
    private func nextPair(from start: Int) -> Int? {
        var index = start
        while index + 5 < text.count {
            if text[index] == 0xE0, ThaiLetter.isToneMark(text.thaiLetter(at: index)) {
                if ThaiLetter.isToneMark(text.thaiLetter(at: index + 3)) { return index }
                index += 3
            } else {
                index += 1
            }
        }
        return nil
    }

    private mutating func cost(of pairs: [Int], mark: UInt8, vowel: UInt8?) -> Int {
        pairs.reduce(0) { sum, pair in
            var letters = letters(around: pair)
            if let vowel {
                guard let other = Self.unpaired(letters[10], letters[11], mark: mark) else { return sum + 64 }
                letters[10] = vowel
                letters[11] = other
            }
            lattice.load { $0 += letters.filter { $0 != ThaiLetter.none } }
            return sum + lattice.cost
        }
    }

    /// Ten letters before a place, and twelve from there on; none where the word ends.
    private func letters(around place: Int) -> [UInt8] {
        var before: [UInt8] = []
        var index = place
        while before.count < 10, ThaiLetter.isWordLetter(text.thaiLetter(before: index)) {
            index -= 3
            before.append(text.thaiLetter(at: index))
        }
        var letters = [UInt8](repeating: ThaiLetter.none, count: 10 - before.count) + before.reversed()
        index = place
        while letters.count < 22, ThaiLetter.isWordLetter(text.thaiLetter(at: index)) {
            letters.append(text.thaiLetter(at: index))
            index += 3
        }
        return letters
    }

    /// The tone mark of a pair that is not the confused one.
    private static func unpaired(_ first: UInt8, _ second: UInt8, mark: UInt8) -> UInt8? {
        first == mark ? second : second == mark ? first : nil
    }

    // MARK: Where it was

    /// So many letters on either side of a place say whether its word is known.
    private static let context = 18

    private mutating func run() {
        var index = 0
        while index < text.count {
            let letter = text[index] == 0xE0 ? text.thaiLetter(at: index) : ThaiLetter.none
            if ThaiLetter.isWordLetter(letter) {
                word.append(letter)
                places.append(index)
                index += 3
            } else if text[index] == 0x0A, !word.isEmpty, ThaiLetter.canBeginWord(text.thaiLetter(at: index + 1)) {
                // The layout may have cut a word there; it cuts none before a mark.
                index += 1
            } else {
                mendWord()
                index += text[index] == 0xE0 ? 3 : 1
            }
        }
        mendWord()
    }

    /// Mends the letters that were gathered.
    private mutating func mendWord() {
        defer {
            word.removeAll(keepingCapacity: true)
            places.removeAll(keepingCapacity: true)
        }
        var index = 0
        while index < word.count {
            if let confused, ThaiLetter.isToneMark(word[index]) {
                index += mendMark(at: index, confused)
            } else {
                if lostSaraAm, word[index] == ThaiLetter.saraAa, index > 0 { mendSaraAm(at: index) }
                index += 1
            }
        }
    }

    /// Mends one mark or a pair of them; returns how many letters that are.
    private mutating func mendMark(at index: Int, _ confused: (vowel: UInt8, mark: UInt8)) -> Int {
        if index == 0, word.count > 1, word[0] == confused.mark, ThaiLetter.isMark(word[1]) {
            // A ring of dots was drawn for the letter that is missing here; its glyph lost its name too.
            replace(0..<2, with: [word[1]])
            return 1
        }
        if index + 1 < word.count, places[index + 1] == places[index] + 3, ThaiLetter.isToneMark(word[index + 1]),
            let tone = Self.unpaired(word[index], word[index + 1], mark: confused.mark)
        {
            // ส่่ may be สู่, and ค่่า a slip.
            guard tone != confused.mark || isBetter([confused.vowel, tone], than: [tone], at: index..<index + 2)
            else { return 2 }
            replace(index..<index + 2, with: [confused.vowel, tone])
            word[index] = confused.vowel
            word[index + 1] = tone
            return 2
        }
        guard word[index] == confused.mark,
            isBetter([confused.vowel], than: [confused.mark], at: index..<index + 1)
        else { return 1 }
        replace(index..<index + 1, with: [confused.vowel])
        word[index] = confused.vowel
        return 1
    }

    /// Syllables that are a word by themselves with either vowel, and far more often one with ำ.
    private static let usual: [[UInt8]] = [[0x17], [0x19], [0x04], [0x08]]

    private mutating func mendSaraAm(at index: Int) {
        let difference = difference([ThaiLetter.saraAm], [ThaiLetter.saraAa], at: index..<index + 1)
        let isUsual = difference == 0 && Self.usual.contains([word[index - 1]])
        guard difference < 0 || isUsual else { return }
        replace(index..<index + 1, with: [ThaiLetter.saraAm])
        word[index] = ThaiLetter.saraAm
    }

    private mutating func isBetter(_ new: [UInt8], than old: [UInt8], at range: Range<Int>) -> Bool {
        difference(new, old, at: range) < 0
    }

    /// How much better a place of a word reads with one writing of it than with another; below 0 where it does.
    private mutating func difference(_ new: [UInt8], _ old: [UInt8], at range: Range<Int>) -> Int {
        let before = word[max(0, range.lowerBound - Self.context)..<range.lowerBound]
        let behind = word[range.upperBound..<min(word.count, range.upperBound + Self.context)]
        lattice.load { $0 += before + new + behind }
        let cost = lattice.cost
        lattice.load { $0 += before + old + behind }
        return cost - lattice.cost
    }

    /// Puts letters in the place of others that stand side by side.
    private mutating func replace(_ range: Range<Int>, with letters: [UInt8]) {
        var bytes: [UInt8] = []
        for letter in letters { bytes.appendThai(letter) }
        builder.replace(
            places[range.lowerBound]..<places[range.upperBound - 1] + 3, with: bytes,
            kind: letters.contains(ThaiLetter.saraAm) ? .lostNikhahit : .lostVowel)
    }
}
