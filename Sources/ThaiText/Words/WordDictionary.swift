/// The Thai words that are known: those of ICU's dictionary and the terms of public administration.
///
/// Words are sequences of letters, each a byte as in ``ThaiLetter``.
struct WordDictionary: Sendable {
    /// Words longer than this are not found.
    static let longestWord = 64

    /// ICU's words and the terms of `Data/terms.txt`; without ICU's data only the terms.
    static let shared = WordDictionary()

    private let words: WordTrie?
    private let terms: WordTrie?
    /// A bit for each beginning of a term, three letters hashed to 15 bits: most places begin none.
    private let termBeginnings: [UInt64]

    private init() {
        words = try? WordTrie(named: "thaidict")
        let lines = PackageResources.terms_txt
        terms = try? WordTrie(lines: lines)
        var beginnings = [UInt64](repeating: 0, count: 1 << 9)
        for line in lines.split(separator: 0x0A) where line.count >= 9 {
            let start = line.startIndex
            let slot = Self.slot(
                lines.thaiLetter(at: start), lines.thaiLetter(at: start + 3), lines.thaiLetter(at: start + 6))
            beginnings[slot >> 6] |= 1 << UInt64(slot & 63)
        }
        termBeginnings = beginnings
    }

    /// The words and terms that stand at the beginning of `letters`: bit n is set where the first n + 1 letters are one.
    func prefixes(of letters: UnsafeBufferPointer<UInt8>) -> UInt64 {
        (words?.prefixes(of: letters) ?? 0) | termPrefixes(of: letters)
    }

    /// The terms alone; none has fewer than three letters.
    @inline(__always)
    func termPrefixes(of letters: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard letters.count >= 3 else { return 0 }
        let slot = Self.slot(letters[0], letters[1], letters[2])
        guard termBeginnings[slot >> 6] >> UInt64(slot & 63) & 1 != 0 else { return 0 }
        return terms?.prefixes(of: letters) ?? 0
    }

    @inline(__always)
    private static func slot(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
        let key = UInt32(first) << 14 | UInt32(second) << 7 | UInt32(third)
        return Int((key &* 2_654_435_769) >> 17)
    }
}
