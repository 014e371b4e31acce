internal import ThaiText

/// Phrases in comparable form (see ``PlainText``) and what each of them means.
struct PhraseTable<Meaning: Sendable>: Sendable {
    private var meanings: [[UInt8]: Meaning] = [:]
    /// The phrases by their first three bytes (one Thai letter), the longest first.
    private var byHead: [UInt32: [[UInt8]]] = [:]
    /// The length in bytes of the longest phrase.
    private(set) var longest = 0

    /// A table of the given phrases.
    ///
    /// Of two equal phrases the first counts.
    init(_ entries: [(phrase: String, meaning: Meaning)]) {
        for entry in entries {
            let key = PlainText.key(entry.phrase)
            guard !key.isEmpty, meanings[key] == nil else { continue }
            meanings[key] = entry.meaning
            byHead[Self.head(key, at: 0), default: []].append(key)
            longest = max(longest, key.count)
            // Raw text may spell ำ in two parts, which the comparable form joins.
            let split = Self.withSplitAm(key)
            if split.count > key.count {
                meanings[split] = entry.meaning
                byHead[Self.head(split, at: 0), default: []].append(split)
            }
        }
        for head in byHead.keys {
            byHead[head]?.sort { $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1) }
        }
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

    private static func head(_ key: [UInt8], at index: Int) -> UInt32 {
        guard index + 2 < key.count else { return index < key.count ? UInt32(key[index]) : 0 }
        // A short Latin phrase shares its bucket with the longer ones of its first letter.
        return key[index] < 0x80
            ? UInt32(key[index]) : UInt32(key[index]) << 16 | UInt32(key[index + 1]) << 8 | UInt32(key[index + 2])
    }

    /// Whether a phrase begins with the letter at `index`.
    func hasPhrase(beginningLike key: [UInt8], at index: Int) -> Bool {
        index < key.count && byHead[Self.head(key, at: index)] != nil
    }

    /// What the whole of `key` means.
    func meaning(of key: [UInt8]) -> Meaning? { key.count <= longest ? meanings[key] : nil }

    /// The longest phrase that stands at `index` of `key`, and what it means.
    func longestPhrase(in key: [UInt8], at index: Int = 0) -> (length: Int, meaning: Meaning)? {
        guard index < key.count, let phrases = byHead[Self.head(key, at: index)] else { return nil }
        for phrase in phrases where key.hasPrefix(phrase, at: index) {
            if let meaning = meanings[phrase] { return (phrase.count, meaning) }
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
