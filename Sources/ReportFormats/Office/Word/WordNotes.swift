/// The notes that a document refers to, in the order in which it does.
struct WordNotes: Sendable {
    private var order: [String: [(id: String, mark: String)]] = [:]
    private var ids: [String: Set<String>] = [:]
    private var counts: [String: Int] = [:]

    /// Counts a note; returns the mark that stands in the text, empty where the text has a mark of its own.
    mutating func use(_ kind: String, _ id: String, hasOwnMark: Bool) -> String {
        var mark = ""
        if !hasOwnMark {
            counts[kind, default: 0] += 1
            mark = Self.mark(counts[kind, default: 1])
        }
        if ids[kind, default: []].insert(id).inserted { order[kind, default: []].append((id, mark)) }
        return mark
    }

    func isUsed(_ kind: String) -> Bool { order[kind] != nil }
    func isUsed(_ kind: String, _ id: String) -> Bool { ids[kind]?.contains(id) == true }
    func used(_ kind: String) -> [(id: String, mark: String)] { order[kind] ?? [] }

    /// The number as it is shown: raised, and so no part of a number that stands before it.
    static func mark(_ number: Int) -> String {
        guard number >= 0 else { return String(number) }
        let raised = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
        return String(number).utf8.map { raised[Int($0) - 0x30] }.joined()
    }
}
