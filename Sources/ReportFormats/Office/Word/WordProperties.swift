/// What `w:rPr` says of a run; `nil` where it says nothing.
struct WordRunProperties: Sendable {
    var style: String?
    var isBold: Bool?
    var isHidden: Bool?
    /// The font, where it is one of signs.
    var symbolFont: SymbolFont?
    /// Whether the paragraph mark or row that the properties stand on was deleted, the deletion being tracked.
    var isDeleted = false

    init() {}

    /// Reads the element that the reader stands on.
    init(_ reader: XMLPullReader) throws(FormatProblem) {
        let all = reader.children
        while try reader.next(in: all) {
            guard reader.namespace == WordNames.word else { continue }
            switch reader.name {
            case "rStyle": style = reader.attribute("val")
            case "b", "bCs": isBold = reader.isOn || isBold == true
            case "vanish": isHidden = reader.isOn
            case "rFonts":
                let name = reader.attribute("ascii") ?? reader.attribute("hAnsi") ?? reader.attribute("cs")
                symbolFont = name.flatMap { SymbolFont(name: $0) }
            case "del", "moveFrom": isDeleted = true
            default: break
            }
        }
    }
}

/// What `w:pPr` says of a paragraph; `nil` where it says nothing.
struct WordParagraphProperties: Sendable {
    var style: String?
    /// 0 for the outermost level; 9 for running text.
    var outlineLevel: Int?
    var list: Int?
    var listLevel: Int?
    var indent: Int?
    var breaksPage = false
    /// The section that ends with the paragraph.
    var section: WordSection?
    /// The properties of the paragraph mark.
    var mark = WordRunProperties()

    init() {}

    /// Reads the element that the reader stands on.
    init(_ reader: XMLPullReader) throws(FormatProblem) {
        let all = reader.children
        while try reader.next(in: all) {
            guard reader.namespace == WordNames.word else { continue }
            switch reader.name {
            case "pStyle": style = reader.attribute("val")
            case "outlineLvl": outlineLevel = reader.integer("val")
            case "pageBreakBefore": breaksPage = reader.isOn
            case "numPr":
                let parts = reader.children
                while try reader.next(in: parts) {
                    switch reader.name {
                    case "numId": list = reader.integer("val")
                    case "ilvl": listLevel = reader.integer("val")
                    default: break
                    }
                }
            case "ind":
                let start = reader.letterWidths("start") ?? reader.letterWidths("left")
                let first = reader.letterWidths("firstLine") ?? reader.letterWidths("hanging").map { -$0 }
                if start != nil || first != nil { indent = max(0, (start ?? 0) + (first ?? 0)) }
            case "rPr": mark = try WordRunProperties(reader)
            case "sectPr": section = try WordSection(reader)
            default: break
            }
        }
    }
}

/// What `w:sectPr` says of a section.
struct WordSection: Sendable {
    /// The relationships of its heads and feet.
    var margins: [String] = []
    /// Whether it does not go on on the page of the section before it.
    var breaksPage = true

    /// Reads the element that the reader stands on.
    init(_ reader: XMLPullReader) throws(FormatProblem) {
        let all = reader.children
        while try reader.next(in: all) {
            switch reader.name {
            case "headerReference", "footerReference": if let id = reader.attribute("id") { margins.append(id) }
            case "type": breaksPage = reader.attribute("val") != "continuous"
            default: break
            }
        }
    }
}
