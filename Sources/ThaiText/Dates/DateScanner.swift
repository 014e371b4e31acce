/// Finds dates, periods and times in Thai text.
///
/// Text without dates costs little more than a look at each byte. The scanner holds no state of a text, so that one
/// serves any number of texts.
///
/// ```swift
/// let text = Array("ต.ค.๖๖ - มี.ค.๖๗".utf8)
/// let mention = DateScanner().scan(text, in: 0..<text.count).first
/// mention?.start   // 2023-10-01
/// mention?.end     // 2024-03-31
/// ```
public struct DateScanner: Sendable {
    /// How far before the place that gave it away a date may begin, in bytes.
    private static let longestLead = 300
    /// How far before that place, or before a number that it follows, the words of a date may begin, in bytes.
    private static let shortestLead = 60

    private let context: DateContext
    private let vocabulary = DateVocabulary.shared
    private let anchors = DateAnchors.shared

    /// Makes a scanner; dates without a year get theirs from the context.
    public init(context: DateContext = DateContext()) { self.context = context }

    /// The dates in `range` of `text`, in order.
    ///
    /// What only looks like a date is among them, without a value (see ``DateMention/hasValue``).
    public func scan(_ text: [UInt8], in range: Range<Int>) -> [DateMention] {
        var mentions: [DateMention] = []
        scan(text, in: range, into: &mentions)
        return mentions
    }

    /// Appends the dates in `range` of `text` to `mentions`, in order.
    public func scan(_ text: [UInt8], in range: Range<Int>, into mentions: inout [DateMention]) {
        let bounds = range.clamped(to: 0..<text.count)
        var done = bounds.lowerBound
        guard var anchor = nextAnchor(in: text, from: done, to: bounds.upperBound) else { return }
        var tokenizer = DateTokenizer(text: text, bounds: bounds, vocabulary: vocabulary)
        while true {
            let start = lead(in: text, before: anchor, from: done)
            done = tokenizer.read(from: start, past: anchor)
            DateGrammar(text: text, bounds: bounds, tokens: tokenizer.tokens, context: context).read(into: &mentions)
            guard done < bounds.upperBound, let next = nextAnchor(in: text, from: done, to: bounds.upperBound) else {
                return
            }
            anchor = next
        }
    }

    private func nextAnchor(in text: [UInt8], from start: Int, to end: Int) -> Int? {
        anchors.next(in: text, from: start, to: end, needsNumbers: context.isEmpty)
    }

    /// Where to begin reading, so that the words before an anchor are seen.
    private func lead(in text: [UInt8], before anchor: Int, from done: Int) -> Int {
        let limit = max(done, anchor - Self.longestLead)
        var start = anchor
        var near = max(limit, anchor - Self.shortestLead)
        while start > near {
            let letter = text.thaiLetter(before: start)
            let previous = letter != ThaiLetter.none ? start - 3 : text.characterStart(before: start)
            if text[previous] == 0x7C || previous < limit { break }
            start = previous
            if ThaiLetter.isDigit(letter) || text[previous] &- 0x30 < 10 {
                near = max(limit, previous - Self.shortestLead)
            }
        }
        return start
    }
}
