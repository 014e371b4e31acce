/// The styles of a DOCX document, as far as they change what a reader sees.
struct WordStyles: Sendable {
    /// A style with what it inherits.
    struct Style: Sendable {
        var headingLevel = 0
        var list: Int?
        var listLevel: Int?
        var isBold = false
        var isHidden = false
        var symbolFont: SymbolFont?
    }

    private struct Definition: Sendable {
        var name = ""
        var basedOn: String?
        var paragraph = WordParagraphProperties()
        var run = WordRunProperties()
    }

    private var definitions: [String: Definition] = [:]
    private var resolved: [String: Style] = [:]
    private var defaultParagraph: String?

    /// Styles that inherit from one another in a longer chain, or in a ring, are cut off.
    private static let longestChain = 32

    init() {}

    /// Reads `styles.xml`.
    init(_ reader: XMLPullReader) throws(FormatProblem) {
        guard try reader.root() else { return }
        let all = reader.children
        while try reader.next(in: all) {
            guard reader.name == "style", let id = reader.attribute("styleId") else { continue }
            if reader.attribute("type") == "paragraph", ["1", "true", "on"].contains(reader.attribute("default")) {
                defaultParagraph = id
            }
            var style = Definition()
            let parts = reader.children
            while try reader.next(in: parts) {
                switch reader.name {
                case "name": style.name = reader.attribute("val") ?? ""
                case "basedOn": style.basedOn = reader.attribute("val")
                case "pPr": style.paragraph = try WordParagraphProperties(reader)
                case "rPr": style.run = try WordRunProperties(reader)
                default: break
                }
            }
            definitions[id] = style
        }
        for id in definitions.keys { resolved[id] = resolve(id) }
    }

    /// The style of a paragraph; the document's usual one where it names none.
    func paragraphStyle(_ id: String?) -> Style { (id ?? defaultParagraph).flatMap { resolved[$0] } ?? Style() }

    /// The style of a run, where it names one.
    func runStyle(_ id: String?) -> Style? { id.flatMap { resolved[$0] } }

    /// The numbering definition that a style of lists stands for.
    func list(ofStyle id: String) -> Int? { resolved[id]?.list }

    private func resolve(_ id: String) -> Style {
        var style = Style()
        var isHeadingKnown = false
        var isBold: Bool?
        var isHidden: Bool?
        var next: String? = id
        for _ in 0..<Self.longestChain {
            guard let current = next, let definition = definitions[current] else { break }
            if !isHeadingKnown {
                if let level = definition.paragraph.outlineLevel {
                    style.headingLevel = level < 9 ? min(level + 1, 6) : 0
                    isHeadingKnown = true
                } else if let level = Self.headingLevel(of: definition.name) {
                    style.headingLevel = level
                    isHeadingKnown = true
                }
            }
            style.list = style.list ?? definition.paragraph.list
            style.listLevel = style.listLevel ?? definition.paragraph.listLevel
            isBold = isBold ?? definition.run.isBold
            isHidden = isHidden ?? definition.run.isHidden
            style.symbolFont = style.symbolFont ?? definition.run.symbolFont
            next = definition.basedOn
        }
        style.isBold = isBold ?? false
        style.isHidden = isHidden ?? false
        return style
    }

    /// The level of `heading 2`, `หัวเรื่อง 2`; the title is of the first.
    private static func headingLevel(of name: String) -> Int? {
        let name = name.lowercased()
        if name == "title" || name == "ชื่อเรื่อง" { return 1 }
        for word in ["heading", "หัวเรื่อง", "หัวข้อ"] where name.hasPrefix(word) {
            var level = 0
            for scalar in name.unicodeScalars.dropFirst(word.unicodeScalars.count) where scalar != " " {
                switch scalar.value {
                case 0x30...0x39: level = level * 10 + Int(scalar.value - 0x30)
                case 0x0E50...0x0E59: level = level * 10 + Int(scalar.value - 0x0E50)
                default: return nil
                }
                guard level <= 9 else { return nil }
            }
            return level > 0 ? min(level, 6) : nil
        }
        return nil
    }
}
