/// The ways to read a run of letters as words of the dictionary, and which of them is best.
///
/// Best is what leaves the fewest letters without a word and then has the fewest words. The time is in proportion to
/// the letters.
struct WordLattice: ~Copyable {
    /// What a reading costs: 64 for a letter without a word, 1 for each word.
    typealias Cost = Int
    private static let unknownLetter = 64

    private let dictionary = WordDictionary.shared
    private var letters: [UInt8] = []
    /// The cost of the best reading from each letter to the end.
    private var costs: [Cost] = []
    /// Where the first word of that reading ends.
    private var ends: [Int] = []

    /// Reads other letters: `body` puts them into the emptied list.
    mutating func load(_ body: (inout [UInt8]) -> Void) {
        letters.removeAll(keepingCapacity: true)
        body(&letters)
        let count = letters.count
        costs.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        costs.append(contentsOf: repeatElement(0, count: count + 1))
        ends.append(contentsOf: repeatElement(count, count: count + 1))
        letters.withUnsafeBufferPointer { letters in
            var start = count - 1
            while start >= 0 {
                choose(start, letters)
                start -= 1
            }
        }
    }

    private mutating func choose(_ start: Int, _ letters: UnsafeBufferPointer<UInt8>) {
        var best = Self.unknownLetter + costs[start + 1]
        var end = start + 1
        if ThaiLetter.canBeginWord(letters[start]) {
            let rest = min(letters.count - start, WordDictionary.longestWord)
            var words = dictionary.prefixes(of: UnsafeBufferPointer(rebasing: letters[start..<start + rest]))
            while words != 0 {
                let length = words.trailingZeroBitCount + 1
                words &= words - 1
                // A word does not end before a mark or a vowel that belongs to its last consonant.
                let next = start + length
                if next < letters.count, !ThaiLetter.canFollowWord(letters[next]) { continue }
                // Of two readings as good, the one whose first word is longer.
                if 1 + costs[next] <= best {
                    best = 1 + costs[next]
                    end = next
                }
            }
        }
        costs[start] = best
        ends[start] = end
    }

    /// The cost of the best reading of all letters.
    var cost: Cost { costs.first ?? 0 }

    /// How many letters no word was found for.
    var unknownLetters: Int { cost / Self.unknownLetter }

    /// The words of the best reading; letters without a word stand by themselves.
    var words: [ArraySlice<UInt8>] {
        var result: [ArraySlice<UInt8>] = []
        var position = 0
        while position < letters.count {
            result.append(letters[position..<ends[position]])
            position = ends[position]
        }
        return result
    }

    /// The word of the best reading that lies on both sides of `seam`, an offset in letters.
    func word(across seam: Int) -> ArraySlice<UInt8>? {
        var position = 0
        while position < seam {
            if ends[position] > seam { return letters[position..<ends[position]] }
            position = ends[position]
        }
        return nil
    }
}
