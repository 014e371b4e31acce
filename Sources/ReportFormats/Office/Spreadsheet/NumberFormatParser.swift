/// Reads the code of a number format.
struct NumberFormatParser {
    private let letters: [Unicode.Scalar]
    private var position = 0

    init(_ code: String) { letters = Array(code.unicodeScalars) }

    /// The parts of the format, at least one.
    mutating func sections() -> [NumberFormat.Section] {
        var sections: [NumberFormat.Section] = []
        repeat { sections.append(section()) } while position < letters.count && sections.count < 4
        return sections
    }

    private mutating func section() -> NumberFormat.Section {
        var section = NumberFormat.Section()
        while position < letters.count {
            let letter = letters[position]
            position += 1
            if letter == ";" { break }
            read(letter, into: &section)
        }
        Self.tellMinutes(&section.tokens)
        return section
    }

    private mutating func read(_ letter: Unicode.Scalar, into section: inout NumberFormat.Section) {
        switch letter {
        case "\"":
            var literal = String.UnicodeScalarView()
            while position < letters.count, letters[position] != "\"" {
                literal.append(letters[position])
                position += 1
            }
            position += 1
            section.tokens.append(.literal(String(literal)))
        case "\\":
            if position < letters.count { section.tokens.append(.literal(String(letters[position]))) }
            position += 1
        case "_":
            section.tokens.append(.literal(" "))
            position += 1
        case "*": position += 1
        case "[": readBracket(into: &section)
        case "0", "#", "?": section.tokens.append(.digit(UInt8(letter.value)))
        case ".":
            if case .date(UInt8(ascii: "s"), _)? = section.tokens.last, next == "0" {
                section.tokens.append(.fraction(count(of: "0")))
            } else {
                section.tokens.append(.point)
            }
        case ",": readComma(into: &section)
        case "%": section.tokens.append(.percent)
        case "@": section.tokens.append(.text)
        case "/" where section.tokens.contains { if case .digit = $0 { true } else { false } }:
            section.tokens.append(.ratio)
        case "t", "T": section.hasThaiDigits = true
        case "E" where next == "+" || next == "-", "e" where next == "+" || next == "-":
            section.tokens.append(.exponent(showsPlus: next == "+"))
            position += 1
        case "A", "a": readHalfDay(letter, into: &section)
        case "G", "g":
            if word("eneral") { section.tokens.append(.general) }
        case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S", "b", "B", "e":
            let lower = UInt8(letter.value) | 0x20
            var count = 1
            while position < letters.count, letters[position].value | 0x20 == UInt32(lower) {
                count += 1
                position += 1
            }
            section.tokens.append(.date(lower, count))
        default: section.tokens.append(.literal(String(letter)))
        }
    }

    private var next: Unicode.Scalar? { position < letters.count ? letters[position] : nil }

    private mutating func count(of letter: Unicode.Scalar) -> Int {
        let start = position
        while next == letter { position += 1 }
        return position - start
    }

    private mutating func word(_ rest: String) -> Bool {
        let rest = Array(rest.unicodeScalars)
        guard letters.count - position >= rest.count else { return false }
        for (index, scalar) in rest.enumerated() where letters[position + index].value | 0x20 != scalar.value | 0x20 {
            return false
        }
        position += rest.count
        return true
    }

    private mutating func readHalfDay(_ letter: Unicode.Scalar, into section: inout NumberFormat.Section) {
        if word("m/pm") {
            section.tokens.append(.halfDay("AM", "PM"))
        } else if word("/p") {
            section.tokens.append(.halfDay("A", "P"))
        } else {
            section.tokens.append(.literal(String(letter)))
        }
    }

    /// A comma groups digits, or behind the last of them divides by a thousand.
    private mutating func readComma(into section: inout NumberFormat.Section) {
        var ahead = position
        while ahead < letters.count, letters[ahead] == "," { ahead += 1 }
        let isWithin = ahead < letters.count && ["0", "#", "?"].contains(letters[ahead])
        guard case .digit? = section.tokens.last else {
            section.tokens.append(.literal(","))
            return
        }
        if isWithin { section.groups = true } else { section.thousands += ahead - position + 1 }
        position = ahead
    }

    private mutating func readBracket(into section: inout NumberFormat.Section) {
        var inner = String.UnicodeScalarView()
        while position < letters.count, letters[position] != "]" {
            inner.append(letters[position])
            position += 1
        }
        position += 1
        let text = String(inner)
        let lower = text.lowercased()
        if text.hasPrefix("$") {
            readLocale(text.dropFirst(), into: &section)
        } else if let first = lower.utf8.first, ["h", "m", "s"].contains(Character(Unicode.Scalar(first))),
            lower.utf8.allSatisfy({ $0 == first })
        {
            section.tokens.append(.elapsed(first, lower.utf8.count))
        } else if let first = text.unicodeScalars.first, first == "<" || first == ">" || first == "=" {
            let sign = text.prefix { "<>=".contains($0) }
            if let bound = Double(text.dropFirst(sign.count)) {
                section.condition = NumberFormat.Condition(sign: String(sign), bound: bound)
            }
        } else if lower == "~buddhist" {
            section.isBuddhist = true
        } else if lower.hasPrefix("natnum") {
            section.hasThaiDigits = lower != "natnum0"
        }
    }

    /// `$฿-41E`: a currency sign, and the locale in hexadecimal, with its digits and calendar before it.
    private func readLocale(_ text: Substring, into section: inout NumberFormat.Section) {
        let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        if let sign = parts.first, !sign.isEmpty { section.tokens.append(.literal(String(sign))) }
        guard parts.count == 2, let code = UInt32(parts[1].prefix { $0 != "," }, radix: 16) else { return }
        if code & 0x3FF == 0x1E { section.isThai = true }
        if code >> 16 & 0xFF == 0x07 { section.isBuddhist = true }
        if code >> 24 & 0xFF == 0x0D { section.hasThaiDigits = true }
    }

    /// An `m` is of minutes behind hours and before seconds.
    private static func tellMinutes(_ tokens: inout [NumberFormat.Token]) {
        let months = UInt8(ascii: "m")
        let minutes = UInt8(ascii: "n")
        let places = tokens.indices.filter {
            switch tokens[$0] {
            case .date, .elapsed: true
            default: false
            }
        }
        func unit(_ place: Int) -> UInt8? {
            guard places.indices.contains(place) else { return nil }
            switch tokens[places[place]] {
            case .date(let letter, _), .elapsed(let letter, _): return letter
            default: return nil
            }
        }
        for place in places.indices {
            guard case .date(months, let count) = tokens[places[place]], count <= 2 else { continue }
            if unit(place - 1) == UInt8(ascii: "h") || unit(place + 1) == UInt8(ascii: "s") {
                tokens[places[place]] = .date(minutes, count)
            }
        }
    }
}
