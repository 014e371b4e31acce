/// How far the lists of an OpenDocument file have been counted.
struct OpenDocumentLists: Sendable {
    /// A list that is being read.
    struct Open: Sendable {
        var style: String?
        var id: String?
        /// 1 for the outermost.
        var level = 1
        var counts: [Int: Int] = [:]
    }

    private var byID: [String: [Int: Int]] = [:]
    private var byStyle: [String: [Int: Int]] = [:]
    private var outline: [Int: Int] = [:]
    /// The list that is open; lists within it change its counts.
    private(set) var open: Open?

    /// Begins the list that the reader stands on; returns what ``end(_:)`` takes.
    mutating func begin(_ reader: XMLPullReader) -> Open? {
        let outer = open
        var list = outer ?? Open()
        list.style = reader.attribute("style-name") ?? outer?.style
        if outer != nil {
            list.level += 1
        } else {
            list.id = reader.attribute("id")
            if let id = reader.attribute("continue-list") {
                list.counts = byID[id] ?? [:]
            } else if reader.attribute("continue-numbering") == "true" {
                list.counts = list.style.flatMap { byStyle[$0] } ?? [:]
            }
        }
        open = list
        return outer
    }

    /// Ends the list that is open; `outer` is the one around it.
    mutating func end(_ outer: Open?) {
        guard let list = open else { return }
        if var outer {
            outer.counts = list.counts
            open = outer
        } else {
            if let id = list.id { byID[id] = list.counts }
            if let style = list.style { byStyle[style] = list.counts }
            open = nil
        }
    }

    /// Sets lists aside, for text that stands in a list's item without being part of it; returns the open one.
    mutating func suspend() -> Open? {
        defer { open = nil }
        return open
    }

    /// Goes on with a list that was set aside.
    mutating func resume(_ list: Open?) { open = list }

    /// Counts an item; returns what stands before it.
    mutating func next(in levels: [Int: OpenDocumentStyles.Level], start: Int?) -> String {
        guard var list = open, let level = levels[list.level] else { return "" }
        Self.count(&list.counts, level: list.level, levels: levels, start: start)
        open = list
        return Self.label(level, at: list.level, counts: list.counts, levels: levels)
    }

    /// Counts a heading; returns what stands before it.
    mutating func nextHeading(_ number: Int, in levels: [Int: OpenDocumentStyles.Level], start: Int?) -> String {
        guard let level = levels[number] else { return "" }
        Self.count(&outline, level: number, levels: levels, start: start)
        return Self.label(level, at: number, counts: outline, levels: levels)
    }

    private static func count(
        _ counts: inout [Int: Int], level: Int, levels: [Int: OpenDocumentStyles.Level], start: Int?
    ) {
        counts[level] = start ?? counts[level].map { min($0 + 1, 1_000_000_000) } ?? levels[level]?.start ?? 1
        for inner in counts.keys where inner > level { counts[inner] = nil }
    }

    private static func label(
        _ level: OpenDocumentStyles.Level, at place: Int, counts: [Int: Int], levels: [Int: OpenDocumentStyles.Level]
    ) -> String {
        if let bullet = level.bullet { return bullet.isEmpty ? "" : bullet + level.separator }
        func number(_ place: Int) -> String {
            let format = levels[place] ?? OpenDocumentStyles.Level()
            return format.numeral.text(counts[place] ?? format.start)
        }
        guard level.numeral != .none || level.pattern != nil else {
            let text = level.prefix + level.suffix
            return text.isEmpty ? "" : text + level.separator
        }
        var text = ""
        if let pattern = level.pattern {
            // Between signs of percent stand numbers of levels, all else is text.
            for (index, part) in pattern.split(separator: "%", omittingEmptySubsequences: false).enumerated() {
                if index % 2 == 1, let place = Int(part) { text += number(place) } else { text += part }
            }
        } else {
            let first = max(1, place - level.shownLevels + 1)
            text =
                level.prefix + (first...max(place, first)).map(number).filter { !$0.isEmpty }.joined(separator: ".")
                + level.suffix
        }
        return text.isEmpty ? "" : text + level.separator
    }
}
