/// The lines that stand at the head or foot of many pages, the numbers in them aside: they belong to the pages and not
/// to the report.
struct RunningLines: Sendable {
    /// What is alike on the pages: the text without its digits, and where it stands.
    private struct Key: Hashable {
        var text: String
        /// In steps of a few points from the top.
        var height: Int
    }

    /// Fewer pages tell no running head from lines that are alike.
    private static let fewestPages = 3
    /// Heads and feet stand in this part of a page's height, above and below.
    private static let margin: Float = 0.12
    private static let step: Float = 4

    private var counts: [Key: Int] = [:]
    private var pages = 0

    /// Learns the lines of the next page.
    mutating func learn(_ lines: [PageLine], height: Float) {
        pages += 1
        for key in Set(lines.prefix(3).map { Self.key($0) } + lines.suffix(3).map { Self.key($0) }) {
            counts[key, default: 0] += 1
        }
    }

    /// Whether a line is one of them.
    func contains(_ line: PageLine, on page: PageContent) -> Bool {
        guard pages >= Self.fewestPages,
            line.rect.middleY < Self.margin * page.height || line.rect.middleY > (1 - Self.margin) * page.height
        else { return false }
        let key = Self.key(line)
        // A line that moved a little may stand in the next step.
        let count = (key.height - 1...key.height + 1).reduce(0) {
            $0 + (counts[Key(text: key.text, height: $1)] ?? 0)
        }
        return count >= Self.fewestPages && count * 2 > pages
    }

    private static func key(_ line: PageLine) -> Key {
        var text = ""
        for word in line.words {
            for scalar in word.text.unicodeScalars {
                let isDigit = scalar.value &- 0x30 < 10 || scalar.value &- 0x0E50 < 10
                text.unicodeScalars.append(isDigit ? "0" : scalar)
            }
        }
        // 9 and 10 are one text.
        var short = ""
        for character in text where !(character == "0" && short.last == "0") { short.append(character) }
        return Key(text: short, height: Int((line.rect.middleY / step).rounded(.down)))
    }
}
