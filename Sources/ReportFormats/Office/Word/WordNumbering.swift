/// The lists of a DOCX document, and how far each has been counted.
struct WordNumbering: Sendable {
    struct Level: Sendable {
        var start = 1
        var numeral = ListNumeral.decimal
        /// `%1.%2` with the numbers of the levels in it.
        var text = ""
        var isBullet = false
        /// The level, counted from 1, behind which this one begins anew; 0 for never, `nil` for each outer one.
        var restart: Int?
        /// Whether all numbers are shown in Western digits.
        var isLegal = false
        /// What parts the number from the text.
        var suffix = " "
        /// The paragraph style that is of this level.
        var style: String?
        var indent: Int?
    }

    /// What stands before a paragraph.
    struct Label: Sendable {
        var text: String
        var isBullet: Bool
        var level: Int
        var suffix: String
        var indent: Int?
    }

    private struct List: Sendable {
        var definition = 0
        var starts: [Int: Int] = [:]
        var levels: [Int: Level] = [:]
    }

    private static let levelCount = 9
    /// No report counts this far; numbers beyond could overflow.
    private static let highest = 1_000_000_000

    private var definitions: [Int: [Int: Level]] = [:]
    private var styleLinks: [Int: String] = [:]
    private var lists: [Int: List] = [:]
    private var counts: [Int: [Int?]] = [:]
    private var used: Set<Int> = []

    init() {}

    /// Reads `numbering.xml`.
    init(_ reader: XMLPullReader) throws(FormatProblem) {
        guard try reader.root() else { return }
        let all = reader.children
        while try reader.next(in: all) {
            switch reader.name {
            case "abstractNum":
                guard let id = reader.integer("abstractNumId") else { continue }
                var levels: [Int: Level] = [:]
                let parts = reader.children
                while try reader.next(in: parts) {
                    switch reader.name {
                    case "lvl":
                        let number = reader.integer("ilvl") ?? 0
                        levels[number] = try Level(reader)
                    case "numStyleLink": styleLinks[id] = reader.attribute("val")
                    default: break
                    }
                }
                definitions[id] = levels
            case "num":
                guard let id = reader.integer("numId") else { continue }
                lists[id] = try Self.list(reader)
            default: break
            }
        }
    }

    private static func list(_ reader: XMLPullReader) throws(FormatProblem) -> List {
        var list = List()
        let parts = reader.children
        while try reader.next(in: parts) {
            switch reader.name {
            case "abstractNumId": list.definition = reader.integer("val") ?? 0
            case "lvlOverride":
                let number = reader.integer("ilvl") ?? 0
                let overrides = reader.children
                while try reader.next(in: overrides) {
                    switch reader.name {
                    case "startOverride": list.starts[number] = clamp(reader.integer("val") ?? 1)
                    case "lvl": list.levels[number] = try Level(reader)
                    default: break
                    }
                }
            default: break
            }
        }
        return list
    }

    fileprivate static func clamp(_ number: Int) -> Int { max(-highest, min(number, highest)) }

    /// The level of a list that paragraphs of a style are of.
    func level(ofStyle style: String, in list: Int, styles: WordStyles) -> Int? {
        guard let list = lists[list] else { return nil }
        let definition = resolve(list.definition, styles: styles)
        return (0..<Self.levelCount).first { (list.levels[$0] ?? definitions[definition]?[$0])?.style == style }
    }

    /// Counts a paragraph; `nil` where there is no such list.
    mutating func next(in id: Int, level: Int, styles: WordStyles) -> Label? {
        guard id != 0, let list = lists[id], (0..<Self.levelCount).contains(level) else { return nil }
        let definition = resolve(list.definition, styles: styles)
        guard let current = list.levels[level] ?? definitions[definition]?[level] else { return nil }
        var counts = counts[definition] ?? Array(repeating: nil, count: Self.levelCount)
        if used.insert(id).inserted {
            for level in list.starts.keys where counts.indices.contains(level) { counts[level] = nil }
        }
        let levels = (0..<Self.levelCount).map { list.levels[$0] ?? definitions[definition]?[$0] ?? Level() }
        for outer in 0..<level where counts[outer] == nil { counts[outer] = list.starts[outer] ?? levels[outer].start }
        counts[level] = counts[level].map { Self.clamp($0 + 1) } ?? list.starts[level] ?? current.start
        for inner in level + 1..<max(Self.levelCount, level + 1) {
            if let restart = levels[inner].restart, restart == 0 || level >= restart { continue }
            counts[inner] = nil
        }
        self.counts[definition] = counts
        return Label(
            text: current.isBullet ? current.text : Self.text(of: current, counts: counts, levels: levels),
            isBullet: current.isBullet, level: level, suffix: current.suffix, indent: current.indent)
    }

    private static func text(of level: Level, counts: [Int?], levels: [Level]) -> String {
        var text = ""
        var isPlace = false
        for character in level.text.unicodeScalars {
            if isPlace, (0x31...0x39).contains(character.value) {
                let place = Int(character.value - 0x31)
                let numeral = level.isLegal && levels[place].numeral != .none ? .decimal : levels[place].numeral
                text += numeral.text(counts[place] ?? levels[place].start)
                isPlace = false
                continue
            }
            if isPlace { text += "%" }
            isPlace = character == "%"
            if !isPlace { text.unicodeScalars.append(character) }
        }
        return isPlace ? text + "%" : text
    }

    /// The definition that holds the levels: one may say no more than that a style of lists does.
    private func resolve(_ definition: Int, styles: WordStyles) -> Int {
        guard let style = styleLinks[definition], let id = styles.list(ofStyle: style), let list = lists[id] else {
            return definition
        }
        return list.definition
    }
}

extension WordNumbering.Level {
    fileprivate init(_ reader: XMLPullReader) throws(FormatProblem) {
        self.init()
        var font: SymbolFont?
        var fontName = ""
        let parts = reader.children
        while try reader.next(in: parts) {
            switch reader.name {
            case "start": start = WordNumbering.clamp(reader.integer("val") ?? 1)
            case "numFmt": read(numeral: reader.attribute("val") ?? "", format: reader.attribute("format"))
            case "AlternateContent":
                // Custom formats stand in a choice, what older programs show instead in the fallback.
                let choices = reader.children
                while try reader.next(in: choices) {
                    guard reader.name == "Choice" else { continue }
                    let inner = reader.children
                    while try reader.next(in: inner) {
                        guard reader.name == "numFmt" else { continue }
                        read(numeral: reader.attribute("val") ?? "", format: reader.attribute("format"))
                    }
                }
            case "lvlText": text = reader.attribute("val") ?? ""
            case "lvlRestart": restart = reader.integer("val")
            case "isLgl": isLegal = reader.isOn
            case "pStyle": style = reader.attribute("val")
            case "suff": suffix = reader.attribute("val") == "nothing" ? "" : " "
            case "pPr": indent = try WordParagraphProperties(reader).indent
            case "rPr":
                let inner = reader.children
                while try reader.next(in: inner) {
                    guard reader.name == "rFonts" else { continue }
                    fontName = reader.attribute("ascii") ?? reader.attribute("hAnsi") ?? ""
                    font = SymbolFont(name: fontName)
                }
            default: break
            }
        }
        guard isBullet else { return }
        text = SymbolFont.readable(text, in: font)
        // Word draws hollow bullets with the letter o of Courier New.
        if text == "o", fontName.lowercased().hasPrefix("courier") { text = "◦" }
        if text.unicodeScalars.contains(where: { (0xE000...0xF8FF).contains($0.value) }) { text = "•" }
    }

    private mutating func read(numeral name: String, format: String?) {
        isBullet = name == "bullet"
        numeral = ListNumeral(wordFormat: name, custom: format)
    }
}

extension ListNumeral {
    /// The format that a DOCX document names.
    init(wordFormat name: String, custom: String?) {
        switch name {
        case "thaiNumbers": self = .thaiDigit
        case "thaiLetters": self = .thaiLetter
        case "thaiCounting": self = .thaiWord
        case "upperRoman": self = .upperRoman
        case "lowerRoman": self = .lowerRoman
        case "upperLetter": self = .upperLetter
        case "lowerLetter": self = .lowerLetter
        case "decimalZero": self = .padded(2)
        case "custom":
            // `001, 002, 003, ...`: the first number shows the width.
            let first = custom?.prefix { $0 != "," } ?? ""
            self = .padded(max(first.utf8.count, 1))
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": self = .circled
        case "decimalEnclosedParen": self = .bracketed
        case "numberInDash": self = .dashed
        case "ordinal": self = .ordinal
        case "none": self = .none
        default: self = .decimal
        }
    }
}
