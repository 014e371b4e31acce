internal import CICU

/// A set of words that answers which of them a text begins with.
///
/// A letter is a byte, the distance of a Thai character from U+0E00 (see ``ThaiLetter``). The trie is never changed, so
/// that any number of tasks may ask it at a time.
final class WordTrie: Sendable {
    // ICU reads the trie and keeps no state in it.
    private nonisolated(unsafe) let handle: OpaquePointer

    /// The words of a dictionary of ICU's break iterators, such as `thaidict`.
    init(named name: String) throws(ICUError) {
        var status: Int32 = 0
        guard let handle = icu_dictionary_open(name, &status) else { throw ICUError(code: status) }
        self.handle = handle
    }

    /// A program's own words, a line each in UTF-8; lines that are not all Thai letters are left out.
    init(lines: [UInt8]) throws(ICUError) {
        var letters: [UInt8] = []
        letters.reserveCapacity(lines.count / 3)
        var index = 0
        while index < lines.count {
            let start = letters.count
            while index < lines.count, lines.thaiLetter(at: index) != ThaiLetter.none {
                letters.append(lines.thaiLetter(at: index))
                index += 3
            }
            let isWord = letters.count > start && (index == lines.count || lines[index] == 0x0A)
            if isWord { letters.append(0) } else { letters.removeLast(letters.count - start) }
            while index < lines.count, lines[index] != 0x0A { index += 1 }
            index += 1
        }
        var status: Int32 = 0
        guard let handle = icu_dictionary_make(letters, Int32(clamping: letters.count), &status) else {
            throw ICUError(code: status)
        }
        self.handle = handle
    }

    deinit { icu_dictionary_close(handle) }

    /// The words that stand at the beginning of `letters`: bit n is set where the first n + 1 letters are a word.
    ///
    /// Words of more than 64 letters are not found.
    func prefixes(of letters: UnsafeBufferPointer<UInt8>) -> UInt64 {
        icu_dictionary_prefixes(handle, letters.baseAddress, Int32(clamping: letters.count))
    }
}
