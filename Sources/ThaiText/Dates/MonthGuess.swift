/// Finds the month that a misspelt word was meant to be.
enum MonthGuess {
    /// The letters of a month's name, with a set of them for a quick refusal.
    private struct Name: Sendable {
        let letters: [UInt8]
        let set: UInt64
    }

    /// The number of letters of the longest name and its errors.
    static let longestWord = 13
    /// How many letters a word may have that was meant to be a month.
    static let lengths = 4...longestWord

    private static let names: [Name] = DateVocabulary.months.map { month in
        let bytes = Array(month.name.utf8)
        let letters = stride(from: 0, to: bytes.count, by: 3).map { bytes.thaiLetter(at: $0) }
        return Name(letters: letters, set: set(of: letters))
    }

    /// The month, 1 to 12, whose name is nearest to the letters; `nil` where none is near, or two are equally near.
    ///
    /// One error is allowed in a short name, two in a name of seven letters or more. An exchange of neighbours counts
    /// as one.
    static func month(near letters: [UInt8]) -> UInt8? {
        guard lengths.contains(letters.count) else { return nil }
        let word = set(of: letters)
        var best = 3
        var found: UInt8?
        for (index, name) in names.enumerated() {
            let allowed = name.letters.count >= 7 ? 2 : 1
            guard abs(name.letters.count - letters.count) <= allowed,
                (name.set & ~word).nonzeroBitCount <= allowed
            else { continue }
            let distance = distance(letters, name.letters)
            guard distance <= allowed, distance <= best else { continue }
            found = distance == best ? nil : UInt8(index + 1)
            best = distance
        }
        return found
    }

    /// Whether the letters of a word, a bit each, are those of a month's name but for two at most.
    static func isNearMonth(_ word: UInt64) -> Bool {
        names.contains { name in
            // Of what is missing, the two lowest letters are left out of account.
            var missing = name.set & ~word
            missing &= missing &- 1
            missing &= missing &- 1
            return missing == 0
        }
    }

    private static func set(of letters: [UInt8]) -> UInt64 {
        letters.reduce(0) { $0 | (1 << UInt64($1 & 63)) }
    }

    /// Optimal string alignment distance.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        var current = last
        for row in 1...left.count {
            current[0] = row
            for column in 1...right.count {
                let isSame = left[row - 1] == right[column - 1]
                var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    cost = min(cost, beforeLast[column - 2] + 1)
                }
                current[column] = cost
            }
            (beforeLast, last, current) = (last, current, beforeLast)
        }
        return last[right.count]
    }
}
