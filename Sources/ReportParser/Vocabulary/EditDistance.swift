internal import ThaiText

/// Edit distance in characters between short texts.
enum EditDistance {
    /// The characters of a text.
    static func letters(_ bytes: [UInt8]) -> [UInt32] {
        var letters: [UInt32] = []
        letters.reserveCapacity(bytes.count / 3 + 1)
        var index = 0
        while index < bytes.count {
            let length = Swift.min(bytes.characterLength(at: index), bytes.count - index)
            var letter: UInt32 = 0
            for offset in index..<index + length { letter = letter << 8 | UInt32(bytes[offset]) }
            letters.append(letter)
            index += length
        }
        return letters
    }

    /// Which letters stand in a text: a bit each, which few letters share.
    static func letterSet(_ letters: [UInt32]) -> UInt64 { letters.reduce(0) { $0 | 1 << UInt64($1 & 63) } }

    /// The distance between `phrase` and the best fitting start of `text`; `limit + 1` where it is over `limit`.
    static func prefix(_ phrase: [UInt32], of text: [UInt32], atMost limit: Int) -> Int {
        lastRow(phrase, text, atMost: limit)?.min() ?? limit + 1
    }

    /// The distance between two whole texts; `limit + 1` where it is over `limit`.
    static func whole(_ a: [UInt8], _ b: [UInt8], atMost limit: Int) -> Int {
        guard abs(a.count - b.count) <= (limit + 1) * 3 else { return limit + 1 }
        return whole(letters(a), letters(b), atMost: limit)
    }

    /// The same for two texts by their characters.
    static func whole(_ a: [UInt32], _ b: [UInt32], atMost limit: Int) -> Int {
        guard abs(a.count - b.count) <= limit else { return limit + 1 }
        return lastRow(a, b, atMost: limit)?[b.count - a.count + limit] ?? limit + 1
    }

    /// The distances between all of `phrase` and the starts of `text` that are at most `limit` shorter or longer, the
    /// shortest first; null where all are over `limit`.
    private static func lastRow(_ phrase: [UInt32], _ text: [UInt32], atMost limit: Int) -> [Int]? {
        // Only cells within `limit` of the diagonal can stay below it.
        let width = limit * 2 + 1
        let far = limit + 1
        var row = (0..<width).map { $0 < limit ? far : Swift.min($0 - limit, far) }
        var next = row
        for (i, letter) in phrase.enumerated() {
            var smallest = far
            for offset in 0..<width {
                next[offset] = far
                let j = i + 1 + offset - limit
                guard j >= 0, j <= text.count else { continue }
                var cost = far
                if j > 0 { cost = Swift.min(cost, row[offset] + (text[j - 1] == letter ? 0 : 1)) }
                if offset + 1 < width { cost = Swift.min(cost, row[offset + 1] + 1) }
                if offset > 0, j > 0 { cost = Swift.min(cost, next[offset - 1] + 1) }
                next[offset] = Swift.min(cost, far)
                smallest = Swift.min(smallest, next[offset])
            }
            if smallest > limit { return nil }
            swap(&row, &next)
        }
        return row
    }
}
