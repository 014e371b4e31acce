/// Every word of the date grammar in one tree, made once.
struct DateVocabulary: Sendable {
    /// What a spelling stands for.
    struct Entry: Sendable {
        let kind: DateToken.Kind
        let code: UInt8
        let style: DateToken.Style
    }

    /// A spelling that was found.
    struct Match {
        let entry: Entry
        let end: Int
        /// Whether blanks stand within it.
        let isInterrupted: Bool
    }

    private struct Node: Sendable {
        let symbol: UInt8
        var child: UInt16 = 0
        var sibling: UInt16 = 0
        /// The entry that ends here, plus one.
        var entry: UInt16 = 0
    }

    /// The longest run of blanks that may interrupt a word, in characters.
    private static let longestInterruption = 3

    static let shared = DateVocabulary()

    /// Node 0 is no node; nodes 1 to 128 are the first symbols.
    private var nodes: [Node]
    private var entries: [Entry] = []
    /// The pairs of symbols that begin spellings, a bit each.
    private var pairs = [UInt64](repeating: 0, count: DateSymbol.count * DateSymbol.count / 64)
    /// For each pair of symbols the node behind them, 0 for none.
    private var secondNodes = [UInt16](repeating: 0, count: DateSymbol.count * DateSymbol.count)

    private init() {
        nodes = [Node(symbol: 0)] + (0..<UInt8(DateSymbol.count)).map { Node(symbol: $0) }
        for (word, spellings) in Self.words {
            add(spellings, Entry(kind: .word, code: word.rawValue, style: .full))
        }
        for (era, spellings) in Self.eras {
            add(spellings, Entry(kind: .era, code: era.rawValue, style: .full))
        }
        for (weekday, spellings) in Self.weekdays.enumerated() {
            add(spellings, Entry(kind: .weekday, code: UInt8(weekday), style: .full))
        }
        for (index, month) in Self.months.enumerated() { add(month, number: UInt8(index + 1)) }
        for first in 1...DateSymbol.count {
            var child = Int(nodes[first].child)
            while child != 0 {
                secondNodes[(first - 1) << 7 | Int(nodes[child].symbol)] = UInt16(child)
                child = Int(nodes[child].sibling)
            }
        }
    }

    private mutating func add(_ month: MonthSpelling, number: UInt8) {
        func entry(_ style: DateToken.Style) -> Entry { Entry(kind: .month, code: number, style: style) }
        let (first, second) = month.letters
        add([month.name], entry(.full))
        add(month.others, entry(.misspelt))
        add(month.short, entry(.short))
        add(month.short.map { $0 + "." }, entry(.short))
        add(
            [
                "\(first).\(second).", "\(first).\(second)", "\(first)\(second).", "\(first),\(second).",
                "\(first).\(second),",
                "\(first)..\(second).", "\(first).\(second)..",
            ],
            entry(.dotted))
        add(["\(first)\(second)"], entry(.bare))
        let brief = String(month.english.prefix(3))
        add([month.english, brief, brief + "."], entry(.english))
        if number == 9 { add(["sept", "sept."], entry(.english)) }
    }

    private mutating func add(_ spellings: [String], _ entry: Entry) {
        entries.append(entry)
        let number = UInt16(entries.count)
        for spelling in spellings {
            let bytes = Array(spelling.utf8)
            var node = 0
            var index = 0
            var first: UInt8?
            while index < bytes.count {
                let (symbol, length) = bytes.dateSymbol(at: index)
                index += length
                if symbol == DateSymbol.blank { continue }
                if node != 0, let beginning = first {
                    let pair = Int(beginning) << 7 | Int(symbol)
                    pairs[pair >> 6] |= 1 << UInt64(pair & 63)
                    first = nil
                }
                if node == 0 { first = symbol }
                node = descend(from: node, to: symbol)
            }
            if node != 0, nodes[node].entry == 0 { nodes[node].entry = number }
        }
    }

    private mutating func descend(from node: Int, to symbol: UInt8) -> Int {
        if node == 0 { return Int(symbol) + 1 }
        let existing = child(of: node, symbol: symbol)
        if existing != 0 { return existing }
        nodes.append(Node(symbol: symbol, sibling: nodes[node].child))
        nodes[node].child = UInt16(nodes.count - 1)
        return nodes.count - 1
    }

    private func child(of node: Int, symbol: UInt8) -> Int {
        var child = Int(nodes[node].child)
        while child != 0, nodes[child].symbol != symbol { child = Int(nodes[child].sibling) }
        return child
    }

    /// Whether a spelling begins with the two symbols.
    func mayBegin(_ first: UInt8, _ second: UInt8) -> Bool {
        if second == DateSymbol.blank { return true }
        let pair = Int(first) << 7 | Int(second)
        return pairs[pair >> 6] & (1 << UInt64(pair & 63)) != 0
    }

    /// The longest spelling at `start`; it ends at or before `end`.
    func longestMatch(in text: [UInt8], at start: Int, end: Int) -> Match? {
        var best: Match?
        var index = start
        var node = 0
        var interrupted = false
        var blanks = 0
        while index < end {
            let (symbol, length) = text.dateSymbol(at: index)
            if symbol == DateSymbol.blank {
                blanks += 1
                guard node != 0, blanks <= Self.longestInterruption else { break }
                index += length
                continue
            }
            if node == 0 {
                node = Int(symbol) + 1
            } else if node <= DateSymbol.count {
                node = Int(secondNodes[(node - 1) << 7 | Int(symbol)])
            } else {
                node = child(of: node, symbol: symbol)
            }
            guard node != 0 else { break }
            interrupted = interrupted || blanks > 0
            blanks = 0
            index += length
            let entry = nodes[node].entry
            if entry != 0 {
                best = Match(entry: entries[Int(entry) - 1], end: index, isInterrupted: interrupted)
            } else if nodes[node].child == 0 {
                break
            }
        }
        return best
    }
}
