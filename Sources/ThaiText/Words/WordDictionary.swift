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

    private init() {
        words = try? WordTrie(named: "thaidict")
        terms = try? WordTrie(lines: PackageResources.terms_txt)
    }

    /// The words and terms that stand at the beginning of `letters`: bit n is set where the first n + 1 letters are one.
    func prefixes(of letters: UnsafeBufferPointer<UInt8>) -> UInt64 {
        (words?.prefixes(of: letters) ?? 0) | termPrefixes(of: letters)
    }

    /// The terms alone.
    func termPrefixes(of letters: UnsafeBufferPointer<UInt8>) -> UInt64 { terms?.prefixes(of: letters) ?? 0 }
}
