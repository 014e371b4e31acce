internal import ThaiText

/// Phrases in comparable form (see ``PlainText``) and what each of them means.
struct PhraseTable<Meaning: Sendable>: Sendable {
    private struct Entry: Sendable {
        var phrase: [UInt8]
        var meaning: Meaning
    }

    private var meanings: [ByteKey: Meaning] = [:]
    /// The phrases that begin with each letter, the longest first: by the byte of an ASCII letter, by the place of a Thai
    /// letter in its block, and all others together.
    private var byHead = [[Entry]](repeating: [], count: 257)
    /// The length in bytes of the longest phrase.
    private(set) var longest = 0

    /// A table of the given phrases.
    ///
    /// Of two equal phrases the first counts.
    init(_ entries: [(phrase: String, meaning: Meaning)]) {
        for entry in entries {
            let key = PlainText.key(entry.phrase)
            guard !key.isEmpty, meanings[ByteKey(key)] == nil else { continue }
            add(key, entry.meaning)
            longest = max(longest, key.count)
            // Raw text may spell ำ in two parts, which the comparable form joins.
            let split = Self.withSplitAm(key)
            if split.count > key.count { add(split, entry.meaning) }
        }
        for head in byHead.indices {
            byHead[head].sort {
                $0.phrase.count != $1.phrase.count
                    ? $0.phrase.count > $1.phrase.count : $0.phrase.lexicographicallyPrecedes($1.phrase)
            }
        }
    }

    private mutating func add(_ key: [UInt8], _ meaning: Meaning) {
        // A phrase that is the other spelling of an earlier one takes its meaning over.
        if meanings.updateValue(meaning, forKey: ByteKey(key)) != nil {
            byHead[Self.head(key, at: 0)].removeAll { $0.phrase == key }
        }
        byHead[Self.head(key, at: 0)].append(Entry(phrase: key, meaning: meaning))
    }

    /// A phrase with ํ and า in the place of every ำ.
    private static func withSplitAm(_ key: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < key.count {
            if key.thaiLetter(at: index) == ThaiLetter.saraAm {
                result += [0xE0, 0xB9, 0x8D, 0xE0, 0xB8, 0xB2]
                index += 3
            } else {
                result.append(key[index])
                index += 1
            }
        }
        return result
    }

    private static func head(_ key: [UInt8], at index: Int) -> Int {
        if key[index] < 0x80 { return Int(key[index]) }
        let letter = key.thaiLetter(at: index)
        return letter == ThaiLetter.none ? 256 : 128 + Int(letter)
    }

    /// Whether a phrase begins with the letter at `index`.
    func hasPhrase(beginningLike key: [UInt8], at index: Int) -> Bool {
        index < key.count && !byHead[Self.head(key, at: index)].isEmpty
    }

    /// What the whole of `key` means.
    func meaning(of key: [UInt8]) -> Meaning? { key.count <= longest ? meanings[ByteKey(key)] : nil }

    /// The longest phrase that stands at `index` of `key`, and what it means.
    func longestPhrase(in key: [UInt8], at index: Int = 0) -> (length: Int, meaning: Meaning)? {
        guard index < key.count else { return nil }
        for entry in byHead[Self.head(key, at: index)] where key.hasPrefix(entry.phrase, at: index) {
            return (entry.phrase.count, entry.meaning)
        }
        return nil
    }
}

extension PhraseTable where Meaning == Void {
    /// A table of phrases that mean nothing but themselves.
    init(words: [String]) {
        self.init(words.map { ($0, ()) })
    }
}
