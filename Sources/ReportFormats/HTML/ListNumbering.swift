/// The numbers that a browser shows before the items of a list.
struct ListNumbering {
    enum Style {
        case none, decimal, leadingZero, thai, lowerLetters, upperLetters, lowerRoman, upperRoman
    }

    private let style: Style
    private let step: Int
    private var next: Int

    init(_ list: Int, in tree: HTMLTree) {
        guard tree.element(list) == .ol else {
            (style, step, next) = (Self.style(ofRule: tree.attribute(.style, of: list)) ?? .none, 1, 1)
            return
        }
        let named: Style =
            switch tree.attribute(.type, of: list) {
            case "a": .lowerLetters
            case "A": .upperLetters
            case "i": .lowerRoman
            case "I": .upperRoman
            default: .decimal
            }
        style = Self.style(ofRule: tree.attribute(.style, of: list)) ?? named
        let isReversed = tree.attribute(.isReversed, of: list) != nil
        step = isReversed ? -1 : 1
        next = tree.number(.start, of: list) ?? (isReversed ? Self.items(of: list, in: tree) : 1)
    }

    private static func items(of list: Int, in tree: HTMLTree) -> Int {
        var count = 0
        var index = list + 1
        while index < tree.end(of: list) {
            if tree.element(index) == .li { count += 1 }
            index = tree.end(of: index)
        }
        return count
    }

    /// The style that `list-style-type` or `list-style` names.
    private static func style(ofRule rule: String?) -> Style? {
        guard let rule = rule?.lowercased(), let start = rule.range(ofWord: "list-style") else { return nil }
        let words = rule[start...].prefix { $0 != ";" }.split { $0 == ":" || $0 == " " || $0 == "!" }
        for word in words.dropFirst() {
            switch word {
            case "none": return Style.none
            case "disc", "circle", "square": return Style.none
            case "decimal": return .decimal
            case "decimal-leading-zero": return .leadingZero
            case "thai": return .thai
            case "lower-alpha", "lower-latin": return .lowerLetters
            case "upper-alpha", "upper-latin": return .upperLetters
            case "lower-roman": return .lowerRoman
            case "upper-roman": return .upperRoman
            default: continue
            }
        }
        return nil
    }

    /// The sign before the next item; empty where it has a bullet or nothing.
    mutating func sign(of item: Int, in tree: HTMLTree) -> String {
        if let value = tree.number(.value, of: item) { next = value }
        let number = next
        next &+= step
        let text = Self.text(number, Self.style(ofRule: tree.attribute(.style, of: item)) ?? style)
        return text.isEmpty ? "" : "\(text)."
    }

    static func text(_ number: Int, _ style: Style) -> String {
        switch style {
        case .none: return ""
        case .decimal: return String(number)
        case .leadingZero: return (0..<10).contains(number) ? "0\(number)" : String(number)
        case .thai:
            return String(
                String.UnicodeScalarView(
                    String(number).unicodeScalars.map {
                        Unicode.Scalar($0.value &+ 0x0E50 &- 0x30).flatMap { (0x0E50...0x0E59) ~= $0.value ? $0 : nil }
                            ?? "-"
                    }))
        case .lowerLetters, .upperLetters:
            guard number > 0 else { return String(number) }
            var letters: [UInt8] = []
            var rest = number
            while rest > 0 {
                letters.append(UInt8((rest - 1) % 26) + (style == .lowerLetters ? 0x61 : 0x41))
                rest = (rest - 1) / 26
            }
            return String(decoding: letters.reversed(), as: UTF8.self)
        case .lowerRoman, .upperRoman:
            guard (1..<4000).contains(number) else { return String(number) }
            var rest = number
            var text = ""
            for (value, sign) in Self.roman {
                while rest >= value {
                    text += sign
                    rest -= value
                }
            }
            return style == .lowerRoman ? text.lowercased() : text
        }
    }

    private static let roman = [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
        (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
}

extension String {
    /// Where `word` first stands.
    fileprivate func range(ofWord word: String) -> Index? {
        var rest = self[...]
        while !rest.isEmpty {
            if rest.hasPrefix(word) { return rest.startIndex }
            rest = rest.dropFirst()
        }
        return nil
    }
}
