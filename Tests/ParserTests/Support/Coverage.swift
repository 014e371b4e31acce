import ReportParser

/// Checks promise 1, nothing lost and nothing invented, from a report and its source alone.
///
/// Nothing here asks the parser what it took: the spans that the report hands out are laid over the source again.
struct CoverageCheck {
    /// A promise that a report breaks.
    struct Problem {
        /// What is broken, the same for all cases of one kind.
        var kind: String
        var detail: String
    }

    /// A place of the output that owns characters: a record, a row of a table, a block.
    private struct Holder {
        var name: String
        var owner: Owner
        var texts: [(field: String, text: FieldText)]
        /// Whether the texts may be those of several cells side by side, each of several lines: read cell by cell.
        var mayHoldCells: Bool { owner == .text || owner == .furniture }
    }

    private enum Owner: UInt8, CaseIterable { case measures = 1, tables = 2, text = 4, furniture = 8 }

    private let report: Report
    /// The text as it was before its repair, which the places that the report tells are laid over.
    private let source: [UInt8]
    private let holders: [Holder]
    private var problems: [Problem] = []
    private var counts: [String: Int] = [:]
    /// For each byte: the kinds of owner, and how many holders name it.
    private var owners: [UInt8]
    private var claims: [UInt16]
    /// For each byte: the last holder that names it, so that one that names it twice is found.
    private var lastHolder: [Int32]

    /// The broken promises of a report.
    static func problems(of report: Report) -> [Problem] {
        var check = CoverageCheck(report)
        check.layOut()
        check.count()
        check.readTexts()
        return check.problems
    }

    private init(_ report: Report) {
        self.report = report
        source = report.sourceText
        owners = [UInt8](repeating: 0, count: report.sourceText.count)
        claims = [UInt16](repeating: 0, count: report.sourceText.count)
        lastHolder = [Int32](repeating: -1, count: report.sourceText.count)
        var holders: [Holder] = []
        for (index, measure) in report.measures.enumerated() {
            let texts = report.fields(of: measure).map { ($0.0.rawValue, $0.1) }
            holders.append(Holder(name: "measure \(index + 1)", owner: .measures, texts: texts))
        }
        for (number, table) in report.tables.enumerated() {
            for (index, row) in table.rows.enumerated() {
                let texts = row.enumerated().compactMap { column, cell in cell.map { ("column \(column)", $0) } }
                holders.append(Holder(name: "table \(number + 1) row \(index + 1)", owner: .tables, texts: texts))
            }
        }
        for block in report.blocks {
            holders.append(Holder(name: "block", owner: .text, texts: [(block.kind.rawValue, block.text)]))
        }
        for item in report.furniture {
            holders.append(Holder(name: "furniture", owner: .furniture, texts: [(item.kind.rawValue, item.text)]))
        }
        self.holders = holders
    }

    /// Keeps a few problems of each kind: more would say nothing new.
    private mutating func note(_ kind: String, _ detail: String) {
        counts[kind, default: 0] += 1
        guard (counts[kind] ?? 0) <= 3 else { return }
        problems.append(Problem(kind: kind, detail: detail))
    }

    // MARK: Owners

    private mutating func layOut() {
        for (index, holder) in holders.enumerated() {
            for (field, text) in holder.texts {
                for piece in report.pieces[text.pieces.range] {
                    claim(piece.span, holder.owner, Int32(index), "\(holder.name) \(field)")
                }
            }
        }
        for span in report.markup { claim(span, .furniture, Int32(holders.count), "markup") }
    }

    private mutating func claim(_ span: SourceSpan, _ owner: Owner, _ holder: Int32, _ name: @autoclosure () -> String)
    {
        guard span.start <= span.end, Int(span.end) <= report.text.count else {
            return note("out-of-bounds", "\(name()) has \(span.start)..<\(span.end)")
        }
        let place = report.sourceRange(of: span)
        let (start, end) = (place.lowerBound, place.upperBound)
        for edge in [start, end] where edge < source.count && source[edge] & 0xC0 == 0x80 {
            note("cut-character", "\(name()) cuts the character at \(edge)")
        }
        for index in start..<end {
            owners[index] |= owner.rawValue
            if claims[index] < .max { claims[index] += 1 }
            if lastHolder[index] == holder, Blank.length(source, at: index) == 0, source[index] & 0xC0 != 0x80 {
                note("twice-in-one-place", "\(name()) \(snippet(index)), also in \(names(of: index))")
            }
            lastHolder[index] = holder
        }
    }

    /// The places that name the byte at `index`.
    private func names(of index: Int) -> String {
        var names: [String] = []
        for holder in holders {
            for (field, text) in holder.texts
            where report.pieces[text.pieces.range].contains(where: { report.sourceRange(of: $0.span).contains(index) })
            {
                names.append("\(holder.name) \(field)")
            }
        }
        if report.markup.contains(where: { report.sourceRange(of: $0).contains(index) }) { names.append("markup") }
        return names.joined(separator: " + ")
    }

    private func snippet(_ index: Int) -> String {
        "at \(index): " + literal(Array(source[index..<min(source.count, index + 48)]), limit: 48)
    }

    // MARK: Characters

    private mutating func count() {
        let text = source
        let spanned = SpannedCells.marks(in: text)
        var characters = 0
        var alone = [0, 0, 0, 0]
        var shared = [0, 0, 0, 0]
        var lastKind = ""
        var index = 0
        while index < text.count {
            let blank = Blank.length(text, at: index)
            guard blank == 0 else {
                index += blank
                continue
            }
            characters += 1
            for (place, owner) in Owner.allCases.enumerated() where owners[index] & owner.rawValue != 0 {
                shared[place] += 1
                if owners[index] == owner.rawValue { alone[place] += 1 }
            }
            // Only the cell of a `rowspan` may stand in several records or rows, and then in those alone.
            let isRepeated =
                claims[index] > 1
                && !(spanned[index] && owners[index] & (Owner.text.rawValue | Owner.furniture.rawValue) == 0)
            let kind = owners[index] == 0 ? "lost" : isRepeated ? "double" : ""
            if !kind.isEmpty, kind != lastKind {
                note(kind, "\(snippet(index))" + (kind == "double" ? ", in \(names(of: index))" : ""))
            }
            lastKind = kind
            index += 1
            while index < text.count, text[index] & 0xC0 == 0x80 { index += 1 }
        }
        let coverage = report.coverage
        let parts = [coverage.measures, coverage.tables, coverage.text, coverage.furniture]
        if coverage.characters != characters {
            note("characters", "\(coverage.characters) reported, \(characters) counted")
        }
        if coverage.dropped != 0 { note("dropped", "\(coverage.dropped)") }
        if parts.reduce(0, +) != coverage.characters { note("sum", "\(parts) for \(coverage.characters)") }
        for (place, owner) in Owner.allCases.enumerated() where !(alone[place]...shared[place]).contains(parts[place]) {
            note("count-of-\(owner)", "\(parts[place]) reported, \(alone[place])...\(shared[place]) counted")
        }
    }

    // MARK: Texts

    private mutating func readTexts() {
        for holder in holders {
            for (field, text) in holder.texts {
                // A timeframe is made of several cells too: where it begins and ends, or the marks of a chart.
                let isOneCell = !holder.mayHoldCells && field != MeasureField.timeframe.rawValue
                read(text, "\(holder.name) \(field)", isOneCell: isOneCell)
            }
        }
        for measure in report.measures {
            for date in report.dates[measure.dates.range] { read(date.text, "date") }
            for amount in report.amounts[measure.amounts.range] { read(amount.text, "amount") }
            for url in report.urls[measure.urls.range] { read(url, "url") }
            for extra in report.extras[measure.extra.range] { read(extra.heading, "heading of extra") }
        }
        for indicator in report.indicators { read(indicator.name, "indicator", isOneCell: false) }
        for section in report.sections { for heading in section { read(heading, "section", isOneCell: false) } }
        for table in report.tables {
            read(table.caption, "caption", isOneCell: false)
            for column in table.columns { read(column, "column") }
        }
        read(report.title, "report title", isOneCell: false)
        read(report.agency?.name, "agency")
        read(report.agency?.district, "district")
        read(report.agency?.province, "province")
        read(report.period?.text, "period")
    }

    /// Requires that a text holds nothing but characters of the source, and in their order within a cell.
    private mutating func read(_ text: FieldText?, _ name: @autoclosure () -> String, isOneCell: Bool = true) {
        guard let text else { return }
        let pieces = report.pieces[text.pieces.range]
        guard let first = pieces.first else { return note("empty-text", name()) }
        var expected: [UInt8] = []
        var end = Int(first.span.start)
        for piece in pieces {
            guard Int(piece.span.end) <= report.text.count, piece.span.start <= piece.span.end else { return }
            if isOneCell, Int(piece.span.start) < end { note("order", "\(name()): \(snippet(Int(piece.span.start)))") }
            end = Int(piece.span.end)
            expected += reading(of: piece, name())
        }
        let string = report.string(text)
        let written = Blank.strip(Array(string.utf8))
        if written != Blank.strip(expected) {
            note("string", "\(name()): \(literal(written)) for \(literal(expected))")
        }
        if written.isEmpty { note("blank-text", name()) }
        if let edge = string.unicodeScalars.first, edge == " " || edge == "\n" { note("untrimmed", name()) }
    }

    /// What a piece should read as.
    private mutating func reading(of piece: Piece, _ name: String) -> [UInt8] {
        let source = Array(report.text[piece.span.range])
        switch piece.form {
        case .text: return source
        case .tickedBox, .emptyBox:
            // A box that is drawn with a character of its own reads as that character.
            if let first = source.first, first >= 0x80, source.count <= 4 { return source }
            let isBox = [[0x5B, 0x5D], [0x28, 0x29], [0x3C, 0x3E]].contains([source.first, source.last])
            if !isBox { note("box", "\(name): \(literal(source))") }
            // A box that is a tag has no character of its own; all others read as they stand.
            guard report.text[Int(piece.span.start)] == UInt8(ascii: "<") else {
                return Array(report.text[piece.span.range])
            }
            return Array((piece.form == .tickedBox ? "☑" : "☐").utf8)
        case .reference:
            var bytes: [UInt8] = []
            report.append(piece, to: &bytes)
            let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.count
            if source.first != 0x26 || source.last != 0x3B || scalars != 1 {
                note("reference", "\(name): \(literal(source))")
            }
            return bytes
        }
    }
}

/// The blank characters, as the documentation of coverage lists them.
enum Blank {
    private static let wide: Set<UInt32> = Set(0x2000...0x200B).union([
        0x85, 0xA0, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF,
    ])

    /// The length of the blank character at `index`, 0 where another one stands.
    static func length(_ text: [UInt8], at index: Int) -> Int {
        let byte = text[index]
        if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? 1 : 0 }
        if byte & 0xE0 == 0xC0, index + 1 < text.count {
            return wide.contains(UInt32(byte & 0x1F) << 6 | UInt32(text[index + 1] & 0x3F)) ? 2 : 0
        }
        guard byte & 0xF0 == 0xE0, index + 2 < text.count else { return 0 }
        let scalar = UInt32(byte & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F)
        return wide.contains(scalar) ? 3 : 0
    }

    /// A text without its blanks.
    static func strip(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let blank = length(text, at: index)
            if blank == 0 { result.append(text[index]) }
            index += max(blank, 1)
        }
        return result
    }
}

/// The cells that an HTML `rowspan` stretches over several rows: the only text that several records may share.
///
/// A report does not say which of its texts cover several rows, so the tags of the source have to.
enum SpannedCells {
    /// For each byte, whether it lies in such a cell.
    static func marks(in text: [UInt8]) -> [Bool] {
        var marks = [Bool](repeating: false, count: text.count)
        // Whether a comment or a `<style>` hides the tags behind it depends on where it stands and ends.
        for skipsHidden in [false, true] { mark(&marks, in: text, skipsHidden: skipsHidden) }
        return marks
    }

    private static func mark(_ marks: inout [Bool], in text: [UInt8], skipsHidden: Bool) {
        // The open spanned cell: where it begins, and how many tables were open there.
        var open: (start: Int, depth: Int)?
        var depth = 0
        var isOpaque = false
        var index = 0
        while index < text.count {
            if skipsHidden, let end = commentEnd(text, at: index) { index = end }
            guard index < text.count else { break }
            guard text[index] == 0x3C, let tag = tag(text, at: index) else {
                index += 1
                continue
            }
            if ["style", "script", "noscript", "template", "svg"].contains(tag.name) { isOpaque = !tag.isClosing }
            guard !isOpaque || !skipsHidden else {
                index += 1
                continue
            }
            let isCell = tag.name == "td" || tag.name == "th"
            if isCell || tag.name == "tr" || tag.name == "table", let cell = open, depth <= cell.depth {
                if tag.name != "table" || tag.isClosing {
                    for position in cell.start..<index { marks[position] = true }
                    open = nil
                }
            }
            if tag.name == "table" { depth = max(0, depth + (tag.isClosing ? -1 : 1)) }
            if isCell, !tag.isClosing, tag.isSpanning, open == nil { open = (index, depth) }
            index = tag.end
        }
        if let cell = open { for position in cell.start..<text.count { marks[position] = true } }
    }

    /// Behind the comment that begins at `start`.
    private static func commentEnd(_ text: [UInt8], at start: Int) -> Int? {
        guard text[start...].starts(with: "<!--".utf8) else { return nil }
        return (start + 4..<min(text.count, start + 4096)).first { text[$0...].starts(with: "-->".utf8) }.map { $0 + 3 }
    }

    private static func tag(_ text: [UInt8], at start: Int) -> (
        name: String, isClosing: Bool, isSpanning: Bool, end: Int
    )? {
        var cursor = start + 1
        let isClosing = cursor < text.count && text[cursor] == 0x2F
        if isClosing { cursor += 1 }
        let nameStart = cursor
        while cursor < text.count, cursor - nameStart < 12, (text[cursor] | 0x20) &- 0x61 < 26 { cursor += 1 }
        guard cursor > nameStart else { return nil }
        let name = String(decoding: text[nameStart..<cursor], as: UTF8.self).lowercased()
        var quote: UInt8 = 0
        while cursor < text.count, cursor - start < 4096 {
            let byte = text[cursor]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == 0x3C {
                return nil
            } else if byte == 0x3E {
                let body = String(decoding: text[nameStart..<cursor], as: UTF8.self).lowercased()
                return (name, isClosing, body.contains("rowspan"), cursor + 1)
            }
            cursor += 1
        }
        return nil
    }
}
