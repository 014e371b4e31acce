/// How the numbers of a list are written.
enum ListNumeral: Sendable, Hashable {
    case decimal
    /// With leading zeros to at least this many digits.
    case padded(Int)
    case upperRoman, lowerRoman
    case upperLetter, lowerLetter
    /// ๑ ๒ ๓
    case thaiDigit
    /// ก ข ค, without ฃ ฅ ฆ
    case thaiLetter
    /// หนึ่ง สอง สาม
    case thaiWord
    /// ① ② ③
    case circled
    /// ⑴, `(1)` where there is none
    case bracketed
    /// `- 1 -`
    case dashed
    /// 1st, 2nd
    case ordinal
    case none

    /// The number as it stands before its item.
    func text(_ number: Int) -> String {
        switch self {
        case .decimal: return String(number)
        case .padded(let width):
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        case .upperRoman: return Self.roman(number)
        case .lowerRoman: return Self.roman(number).lowercased()
        case .upperLetter: return Self.letters(number, of: Self.latin).uppercased()
        case .lowerLetter: return Self.letters(number, of: Self.latin)
        case .thaiDigit: return Self.thaiDigits(String(number))
        case .thaiLetter: return Self.letters(number, of: Self.thai)
        case .thaiWord: return Self.words(number)
        case .circled:
            guard (1...20).contains(number), let sign = Unicode.Scalar(0x2460 + UInt32(number) - 1) else {
                return String(number)
            }
            return String(sign)
        case .bracketed: return "(\(number))"
        case .dashed: return "- \(number) -"
        case .ordinal: return "\(number)\(Self.ordinalEnding(number))"
        case .none: return ""
        }
    }

    /// `text` with ASCII digits replaced by Thai ones.
    static func thaiDigits(_ text: some StringProtocol) -> String {
        var digits = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if (0x30...0x39).contains(scalar.value), let thai = Unicode.Scalar(scalar.value - 0x30 + 0x0E50) {
                digits.append(thai)
            } else {
                digits.append(scalar)
            }
        }
        return String(digits)
    }

    private static let latin = (0..<26).map { String(Unicode.Scalar(0x61 + UInt8($0))) }

    /// The letters that Thai lists count by, as Word and LibreOffice do.
    private static let thai: [String] = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ".unicodeScalars.map { String($0) }

    /// a to z, then aa, bb and so on, as Word counts.
    private static func letters(_ number: Int, of alphabet: [String]) -> String {
        guard number > 0 else { return "" }
        let letter = alphabet[(number - 1) % alphabet.count]
        // A list of thousands of letters is a list that nobody reads.
        return String(repeating: letter, count: min((number - 1) / alphabet.count + 1, 50))
    }

    private static func roman(_ number: Int) -> String {
        guard (1..<4000).contains(number) else { return String(number) }
        let signs: [(Int, String)] = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
            (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var rest = number
        var text = ""
        for (value, sign) in signs {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }

    private static func ordinalEnding(_ number: Int) -> String {
        guard !(11...13).contains(number % 100) else { return "th" }
        return switch number % 10 {
        case 1: "st"
        case 2: "nd"
        case 3: "rd"
        default: "th"
        }
    }

    private static func words(_ number: Int) -> String {
        guard (1..<1_000_000).contains(number) else { return String(number) }
        let digits = ["", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"]
        let places = ["", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"]
        var text = ""
        let figures = String(number).utf8.map { Int($0) - 0x30 }
        for (index, figure) in figures.enumerated() where figure > 0 {
            let place = figures.count - 1 - index
            switch (place, figure) {
            case (1, 1): text += "สิบ"
            case (1, 2): text += "ยี่สิบ"
            case (0, 1) where figures.count > 1: text += "เอ็ด"
            default: text += digits[figure] + places[place]
            }
        }
        return text
    }
}
