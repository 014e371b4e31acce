/// How much of a text reads as known words: text that was extracted wrongly does not.
public struct WordCoverage: ~Copyable {
    private var lattice = WordLattice()
    private var word: [UInt8] = []
    /// Words without a space between them are read in stretches of so many letters.
    private static let longestStretch = 4096

    /// A coverage that has read nothing.
    public init() {}

    /// Counts the Thai letters of a part of a text, and those of them that belong to no known word.
    ///
    /// - Parameters:
    ///   - text: valid UTF-8.
    ///   - range: the part, which cuts no character.
    public mutating func count(in range: Range<Int>, of text: [UInt8]) -> (letters: Int, unknown: Int) {
        var (letters, unknown) = (0, 0)
        var index = range.lowerBound
        while index < range.upperBound {
            let letter = text[index] == 0xE0 ? text.thaiLetter(at: index) : ThaiLetter.none
            if ThaiLetter.isWordLetter(letter) { word.append(letter) }
            index += text.characterLength(at: index)
            guard !word.isEmpty, !ThaiLetter.isWordLetter(letter) || word.count == Self.longestStretch
                || index >= range.upperBound
            else { continue }
            letters += word.count
            lattice.load { $0 += word }
            unknown += lattice.unknownLetters
            word.removeAll(keepingCapacity: true)
        }
        return (letters, unknown)
    }
}
