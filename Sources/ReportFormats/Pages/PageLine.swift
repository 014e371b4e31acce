internal import ThaiText

/// Words that stand side by side, from left to right.
struct PageLine: Sendable {
    var words: [PageWord]
    var rect: PageRect

    /// The lines that words stand on, from the top down.
    ///
    /// Words whose boxes overlap in height stand on one line: fonts of one line differ in size, and marks make boxes of
    /// recognised words higher.
    static func lines(of words: [PageWord]) -> [PageLine] {
        // Equal words stay in their order.
        let sorted = words.enumerated().sorted {
            ($0.element.rect.middleY, $0.offset) < ($1.element.rect.middleY, $1.offset)
        }.map(\.element)
        var lines: [PageLine] = []
        for word in sorted {
            // A higher word may have come between a line and its last word.
            if let index = lines.indices.suffix(3).last(where: { lines[$0].takes(word) }) {
                lines[index].words.append(word)
                lines[index].rect = lines[index].rect.union(word.rect)
            } else {
                lines.append(PageLine(words: [word], rect: word.rect))
            }
        }
        for index in lines.indices {
            lines[index].words = lines[index].words.enumerated().sorted {
                ($0.element.rect.left, $0.offset) < ($1.element.rect.left, $1.offset)
            }.map(\.element)
        }
        return lines
    }

    /// Whether a word stands on the line, whose first words say how high it is.
    private func takes(_ word: PageWord) -> Bool {
        guard let first = words.first else { return false }
        if first.rect.isOnLine(of: word.rect) { return true }
        // A small word, a dash for one, lies within the height of its neighbours.
        return word.rect.middleY > first.rect.top + 0.3 * first.rect.height
            && word.rect.middleY < first.rect.bottom - 0.3 * first.rect.height
    }

    /// How wide a letter is, told from the line's own words.
    var letterWidth: Float {
        let letters = words.reduce(0) { $0 + LetterColumns.count(in: $1.text) }
        let width = words.reduce(0) { $0 + $1.rect.width }
        return letters > 0 ? max(width / Float(letters), 0.5) : max(0.3 * rect.height, 0.5)
    }

    /// Where on the line so wide a gap lies: the first word behind each.
    func gaps(wider width: Float) -> [Int] {
        var end = words.first?.rect.right ?? 0
        var found: [Int] = []
        for (index, word) in words.enumerated().dropFirst() {
            if word.rect.left - end > width { found.append(index) }
            end = max(end, word.rect.right)
        }
        return found
    }

    /// The line cut before each of the words of `places`.
    func cut(before places: [Int]) -> [PageLine] {
        var parts: [PageLine] = []
        for (start, end) in zip([0] + places, places + [words.count]) where start < end {
            parts.append(PageLine(Array(words[start..<end])))
        }
        return parts
    }

    /// A line of words from left to right.
    init(_ words: [PageWord]) {
        self.words = words
        rect = words.dropFirst().reduce(words[0].rect) { $0.union($1.rect) }
    }

    private init(words: [PageWord], rect: PageRect) {
        self.words = words
        self.rect = rect
    }
}
