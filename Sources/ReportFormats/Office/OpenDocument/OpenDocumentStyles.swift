/// The styles of an ODT or ODS document, as far as they change what a reader sees.
struct OpenDocumentStyles: Sendable {
    struct Style: Sendable {
        var parent: String?
        var list: String?
        var isBold: Bool?
        var isHidden: Bool?
        var breaksPage: Bool?
        /// Whether the table, row or column that has the style is hidden.
        var hidesTable = false
        var indent: Int?
        var symbolFont: SymbolFont?
    }

    struct Level: Sendable {
        var numeral = ListNumeral.decimal
        var prefix = "", suffix = ""
        /// `%1%.%2%`, where the document says it so.
        var pattern: String?
        var start = 1
        /// How many levels the number shows.
        var shownLevels = 1
        var bullet: String?
        var separator = " "
        var indent: Int?
    }

    /// Styles that inherit from one another in a longer chain, or in a ring, are cut off.
    private static let longestChain = 32

    private var styles: [String: Style] = [:]
    private(set) var lists: [String: [Int: Level]] = [:]
    /// The levels of numbered headings.
    private(set) var outline: [Int: Level] = [:]

    /// Reads the styles within the element that the reader stands on.
    mutating func read(_ reader: XMLPullReader) throws(FormatProblem) {
        let all = reader.children
        while try reader.next(in: all) {
            switch reader.name {
            case "style":
                guard let name = reader.attribute("name") else { continue }
                // Styles of one name may be of several families.
                styles[Self.key(name, family: reader.attribute("family"))] = try Self.style(reader)
            case "list-style":
                guard let name = reader.attribute("name") else { continue }
                lists[name] = try Self.levels(reader)
            case "outline-style": outline = try Self.levels(reader)
            default: break
            }
        }
    }

    /// The style of this name and family with what it inherits.
    func style(_ name: String?, family: String) -> Style {
        var merged = Style()
        var next = name
        for _ in 0..<Self.longestChain {
            guard let current = next, let style = styles[Self.key(current, family: family)] else { break }
            merged.list = merged.list ?? style.list
            merged.isBold = merged.isBold ?? style.isBold
            merged.isHidden = merged.isHidden ?? style.isHidden
            merged.symbolFont = merged.symbolFont ?? style.symbolFont
            merged.indent = merged.indent ?? style.indent
            // A break belongs to the one paragraph that asks for it.
            merged.breaksPage = merged.breaksPage ?? style.breaksPage
            merged.hidesTable = merged.hidesTable || style.hidesTable
            next = style.parent
        }
        return merged
    }

    private static func key(_ name: String, family: String?) -> String { "\(family ?? "")/\(name)" }

    private static func style(_ reader: XMLPullReader) throws(FormatProblem) -> Style {
        var style = Style()
        style.parent = reader.attribute("parent-style-name")
        style.list = reader.attribute("list-style-name")
        let all = reader.children
        while try reader.next(in: all) {
            switch reader.name {
            case "text-properties":
                if let weight = reader.attribute("font-weight") ?? reader.attribute("font-weight-complex") {
                    style.isBold = weight == "bold" || (Int(weight) ?? 0) >= 600
                }
                if let display = reader.attribute("display") { style.isHidden = display == "none" }
                style.symbolFont = (reader.attribute("font-name") ?? reader.attribute("font-family"))
                    .flatMap { SymbolFont(name: $0) }
            case "paragraph-properties":
                if let value = reader.attribute("break-before") { style.breaksPage = value == "page" }
                let start = reader.openLetterWidths("margin-left")
                let first = reader.openLetterWidths("text-indent")
                if start != nil || first != nil { style.indent = max(0, (start ?? 0) + (first ?? 0)) }
            case "table-properties": style.hidesTable = reader.attribute("display") == "false"
            case "section-properties": style.hidesTable = reader.attribute("display") == "none"
            default: break
            }
        }
        return style
    }

    private static func levels(_ reader: XMLPullReader) throws(FormatProblem) -> [Int: Level] {
        var levels: [Int: Level] = [:]
        let all = reader.children
        while try reader.next(in: all) {
            guard let number = reader.integer("level") else { continue }
            var level = Level()
            level.numeral = ListNumeral(openFormat: reader.attribute("num-format") ?? "")
            level.prefix = reader.attribute("num-prefix") ?? ""
            level.suffix = reader.attribute("num-suffix") ?? ""
            level.pattern = reader.attribute("num-list-format")
            level.start = max(0, min(reader.integer("start-value") ?? 1, 1_000_000_000))
            level.shownLevels = max(1, min(reader.integer("display-levels") ?? 1, 10))
            switch reader.name {
            case "list-level-style-bullet": level.bullet = reader.attribute("bullet-char") ?? "•"
            case "list-level-style-image": level.bullet = "•"
            default: break
            }
            var font: SymbolFont?
            let parts = reader.children
            while try reader.next(in: parts) {
                switch reader.name {
                case "list-level-properties":
                    let inner = reader.children
                    while try reader.next(in: inner) {
                        guard reader.name == "list-level-label-alignment" else { continue }
                        if reader.attribute("label-followed-by") == "nothing" { level.separator = "" }
                        level.indent = max(
                            0,
                            (reader.openLetterWidths("margin-left") ?? 0)
                                + (reader.openLetterWidths("text-indent") ?? 0))
                    }
                case "text-properties":
                    font = (reader.attribute("font-name") ?? reader.attribute("font-family"))
                        .flatMap { SymbolFont(name: $0) }
                default: break
                }
            }
            level.bullet = level.bullet.map { Self.bullet($0, in: font) }
            levels[number] = level
        }
        return levels
    }

    private static func bullet(_ sign: String, in font: SymbolFont?) -> String {
        let readable = SymbolFont.readable(sign, in: font)
        let isPrivate = readable.unicodeScalars.contains { (0xE000...0xF8FF).contains($0.value) }
        return isPrivate ? "•" : readable
    }
}

extension ListNumeral {
    /// The format that an OpenDocument file names: `1`, `a`, or the first numbers of another script.
    init(openFormat name: String) {
        switch name.prefix(while: { $0 != "," }) {
        case "": self = .none
        case "a": self = .lowerLetter
        case "A": self = .upperLetter
        case "i": self = .lowerRoman
        case "I": self = .upperRoman
        // Numbers in the script of the language: LibreOffice's word for it.
        case "๑", "Native Numbering": self = .thaiDigit
        case "ก": self = .thaiLetter
        case "หนึ่ง": self = .thaiWord
        case "①": self = .circled
        case "01": self = .padded(2)
        case "1st": self = .ordinal
        default: self = .decimal
        }
    }
}

extension XMLPullReader {
    /// A length with its unit (`1.25cm`), as widths of a letter of 6 points.
    func openLetterWidths(_ name: StaticString) -> Int? {
        guard let text = attribute(name), text.utf8.count > 2, let number = Double(text.dropLast(2)) else { return nil }
        let points: Double? =
            switch text.suffix(2) {
            case "cm": number * 72 / 2.54
            case "mm": number * 72 / 25.4
            case "in": number * 72
            case "pt": number
            default: nil
            }
        guard let points, abs(points) < 10_000 else { return nil }
        return Int(points / 6)
    }
}
