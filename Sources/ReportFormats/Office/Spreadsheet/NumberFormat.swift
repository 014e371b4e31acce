/// How a sheet shows the numbers of a cell: `#,##0.00`, `[$-D07041E]d mmmm yyyy`, `t0%`.
struct NumberFormat: Sendable {
    enum Token: Sendable, Hashable {
        case literal(String)
        /// `0`, `#` or `?`.
        case digit(UInt8)
        case point
        case percent
        /// `E+`, `E-`
        case exponent(showsPlus: Bool)
        case general
        /// `@`: the cell's text.
        case text
        /// A letter of a date or time and how often it stands.
        case date(UInt8, Int)
        /// `[h]`, `[m]`, `[s]`: a length of time.
        case elapsed(UInt8, Int)
        /// `.00` behind seconds.
        case fraction(Int)
        case halfDay(String, String)
        /// `/` between digit places.
        case ratio
    }

    struct Section: Sendable {
        var tokens: [Token] = []
        var groups = false
        /// How often the number is divided by a thousand.
        var thousands = 0
        var condition: Condition?
        var isThai = false
        var hasThaiDigits = false
        var isBuddhist = false
        var isDate: Bool {
            tokens.contains {
                switch $0 {
                case .date, .elapsed, .halfDay: true
                default: false
                }
            }
        }
    }

    struct Condition: Sendable {
        var sign: String
        var bound: Double

        func holds(_ value: Double) -> Bool {
            switch sign {
            case "<": value < bound
            case "<=": value <= bound
            case ">": value > bound
            case ">=": value >= bound
            case "<>": value != bound
            default: value == bound
            }
        }
    }

    let sections: [Section]

    /// A longer format is no format of a person's making.
    private static let longest = 1024

    /// Reads the code of a format.
    init(_ code: String) {
        var parser = NumberFormatParser(String(code.prefix(Self.longest)))
        sections = parser.sections()
    }

    /// The number of a cell as it is shown.
    ///
    /// - Parameters:
    ///   - value: the number as the file holds it.
    ///   - since1904: whether the workbook counts days from 1904.
    /// - Returns: the text in the cell; other text than a number as it is.
    func text(of value: String, since1904: Bool = false) -> String {
        guard let number = DecimalNumber(value), let double = Double(value) else { return value }
        guard let (section, isMagnitude) = section(for: double) else { return number.general }
        var shown = number
        if isMagnitude { shown.isNegative = false }
        let text =
            section.isDate
            ? section.dateText(double, since1904: since1904) ?? shown.general : section.numberText(shown)
        return section.hasThaiDigits ? ListNumeral.thaiDigits(text) : text
    }

    /// The text of a cell as it is shown: formats may put words around it.
    func text(around text: String) -> String {
        guard let section = sections.count == 4 ? sections[3] : sections.last(where: { $0.tokens.contains(.text) })
        else { return text }
        guard section.tokens.contains(.text) else { return text }
        return section.tokens.map {
            switch $0 {
            case .literal(let literal): literal
            case .text: text
            default: ""
            }
        }.joined()
    }

    /// The part of the format for a number, and whether it shows the sign by itself.
    private func section(for value: Double) -> (Section, Bool)? {
        let numeric = sections.filter { !$0.tokens.contains(.text) }
        guard let first = numeric.first else { return nil }
        if numeric.contains(where: { $0.condition != nil }) {
            for (index, section) in numeric.enumerated() {
                guard let condition = section.condition else {
                    // The last part is for what no condition holds of.
                    if index == numeric.count - 1 { return (section, false) }
                    continue
                }
                if condition.holds(value) { return (section, condition.bound <= 0 && condition.sign.hasPrefix("<")) }
            }
            return (numeric[numeric.count - 1], false)
        }
        if value < 0, numeric.count > 1 { return (numeric[1], true) }
        if value == 0, numeric.count > 2 { return (numeric[2], false) }
        return (first, false)
    }
}
