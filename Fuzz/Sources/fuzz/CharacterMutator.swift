@preconcurrency import Glibc

/// Changes a text by whole characters and words: of the changes that libFuzzer makes, byte by byte, few leave the three
/// bytes of a Thai letter together.
struct CharacterMutator {
    /// The words that are put into texts: those of the file that libFuzzer too gets its dictionary from.
    static let words = readWords()

    private var text: [UInt8]
    private let limit: Int
    private var state: UInt64

    init(_ text: [UInt8], limit: Int, seed: UInt32) {
        self.text = text
        self.limit = limit
        state = UInt64(seed)
    }

    /// The text after one to five changes.
    mutating func mutated() -> [UInt8] {
        for _ in 0..<1 + below(5) { change() }
        while text.count > limit { text.removeLast() }
        return text
    }

    private mutating func change() {
        let place = anyRun()
        switch below(6) {
        case 0: text.removeSubrange(place)
        case 1:
            // A run again, elsewhere.
            let copy = Array(text[place])
            let target = anyRun().lowerBound
            text.insert(contentsOf: copy, at: target)
        case 2:
            // A run many times: what a parser does badly it does badly often.
            let copy = Array(text[place])
            guard copy.count < 64 else { return }
            for _ in 0..<1 << below(6) { text.insert(contentsOf: copy, at: place.lowerBound) }
        case 3: text.replaceSubrange(place, with: letter())
        case 4: text.insert(contentsOf: word(), at: place.lowerBound)
        default: text.replaceSubrange(place, with: word())
        }
    }

    /// A run of a few characters.
    private mutating func anyRun() -> Range<Int> {
        var start = below(text.count + 1)
        while start > 0, start < text.count, text[start] & 0xC0 == 0x80 { start -= 1 }
        var end = start
        let length = below(4) == 0 ? below(40) : below(4)
        for _ in 0..<length where end < text.count {
            end += 1
            while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
        }
        return start..<end
    }

    private mutating func letter() -> [UInt8] {
        let letter = UInt8(1 + below(0x5B))
        return [0xE0, 0xB8 | letter >> 6, 0x80 | letter & 0x3F]
    }

    private mutating func word() -> [UInt8] { Self.words.isEmpty ? letter() : Self.words[below(Self.words.count)] }

    /// A number from 0 up to but not including `bound` (SplitMix64).
    private mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) >> 1) % bound
    }

    /// Reads lines such as `"\xE0\xB8\x81"`.
    private static func readWords() -> [[UInt8]] {
        guard let path = getenv("FUZZ_DICTIONARY"), let file = fopen(path, "r") else { return [] }
        defer { fclose(file) }
        var words: [[UInt8]] = []
        var line = [CChar](repeating: 0, count: 512)
        while fgets(&line, Int32(line.count), file) != nil {
            let codes = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            let bytes = codes.split(separator: "\\x").dropFirst().compactMap { UInt8($0.prefix(2), radix: 16) }
            if !bytes.isEmpty { words.append(bytes) }
        }
        return words
    }
}
