/// The code of an ITA item: `o11` of OIT, `i20` of IIT, `e5` of EIT, `moit12` and `eb3` of health units.
public struct ItemCode: Hashable, Sendable {
    /// What the letters of the code say about the item.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A disclosure item on the website (OIT).
        case o
        /// A question to the staff (IIT).
        case i
        /// A question to those who deal with the agency (EIT).
        case e
        /// A disclosure item of a unit under the Ministry of Public Health.
        case moit
        /// The earlier name of `moit`.
        case eb
    }

    /// The instrument.
    public let kind: Kind
    /// The item's number, 1 to 99.
    public var number: Int { Int(figures) }
    /// The number in one byte: every record of a report has room for a code.
    private let figures: UInt8

    /// The code of item `number`; `nil` unless that is 1 to 99.
    public init?(kind: Kind, number: Int) {
        guard number >= 1, number <= 99 else { return nil }
        self.kind = kind
        figures = UInt8(number)
    }

    /// How much the place of a text supports reading it as a code.
    public enum Support: Int, Hashable, Sendable, Comparable {
        /// Running text: only shapes that are nothing else, such as `O๑๑`, `OIT 11` and `0๑๑`.
        case none
        /// A cell or heading where a code may stand: also letters with a gap (`o ๓๙`, `อ ๑๑`, `l๒๐`, `|๒๐`).
        case some
        /// A column of codes: also a zero in place of the letter o (`๐๑๑`, `011`, `๐๕`).
        case full

        /// Whether the left support is the weaker one.
        public static func < (left: Support, right: Support) -> Bool { left.rawValue < right.rawValue }
    }

    /// A code and how it was written.
    public struct Reading: Hashable, Sendable {
        /// The code.
        public let code: ItemCode
        /// How many bytes it took.
        public let length: Int
        /// Whether something else stood for the letter: a zero, อ, a small l.
        public let isRepaired: Bool
    }
}

extension ItemCode: Comparable, CustomStringConvertible {
    /// Orders codes by instrument (o, i, e, moit, eb), then by number.
    public static func < (left: ItemCode, right: ItemCode) -> Bool {
        (left.kind.rank, left.number) < (right.kind.rank, right.number)
    }

    /// The code in lower case, without padding: `o11`.
    public var description: String { "\(kind.rawValue)\(number)" }
}

extension ItemCode.Kind {
    fileprivate var rank: Int {
        switch self {
        case .o: 0
        case .i: 1
        case .e: 2
        case .moit: 3
        case .eb: 4
        }
    }
}

extension [UInt8] {
    /// The item code that begins at `index`: `O๑๑`, `o11`, `O.1`, `OIT ๑๑`, `i๒๐`, `MOIT 5`, and with more `support` `0๑๑`, `๐๑๑`,
    /// `อ๑๑`.
    ///
    /// `nil` where the character before the index or after the digits shows that they belong to something else.
    public func itemCode(at index: Int, to end: Int? = nil, support: ItemCode.Support = .none) -> ItemCode.Reading? {
        let end = Swift.min(end ?? count, count)
        guard index >= 0, index < end, !goesOnBefore(index), let letters = codeLetters(at: index, to: end) else {
            return nil
        }
        guard support >= letters.support else { return nil }
        guard let gap = codeGap(at: index + letters.length, to: end, after: letters, support: support),
            let number = codeNumber(at: gap, to: end, after: letters, support: support),
            let code = ItemCode(kind: letters.kind, number: number.value)
        else { return nil }
        return ItemCode.Reading(code: code, length: number.end - index, isRepaired: letters.form != .latin)
    }

    /// Whether a letter, digit or sign before `index` makes what stands there a part of something longer.
    private func goesOnBefore(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        let byte = self[index - 1]
        if byte.isLatinLetter || byte == UInt8(ascii: "_") || digit(before: index).value >= 0 { return true }
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ":"):
            // `02-0๑๑`: a sign between two digits; `No.O11`: a letter stands before the point.
            return digit(before: index - 1).value >= 0 && digit(at: index).value >= 0
        default: return false
        }
    }

    /// The letters of a code, or what stands for them.
    private struct CodeLetters {
        enum Form { case latin, word, lookalike, thai, zero, thaiZero }
        let kind: ItemCode.Kind
        let length: Int
        let form: Form
        var support: ItemCode.Support {
            switch form {
            case .latin, .word, .zero: .none
            case .lookalike, .thai: .some
            case .thaiZero: .full
            }
        }
    }

    private func codeLetters(at index: Int, to end: Int) -> CodeLetters? {
        let byte = self[index]
        switch byte {
        case 0xE0: return thaiCodeLetters(at: index)
        case UInt8(ascii: "0"): return CodeLetters(kind: .o, length: 1, form: .zero)
        case UInt8(ascii: "|"): return CodeLetters(kind: .i, length: 1, form: .lookalike)  // as OCR reads an I
        case 0xCE, 0xCF, 0xD0:  // Greek and Cyrillic letters that look like O and o
            guard index + 1 < end else { return nil }
            let isRound =
                switch (byte, self[index + 1]) {
                case (0xCE, 0x9F), (0xCE, 0xBF), (0xD0, 0x9E), (0xD0, 0xBE): true
                default: false
                }
            return isRound ? CodeLetters(kind: .o, length: 2, form: .lookalike) : nil
        case _ where byte.isLatinLetter: return latinCodeLetters(at: index, to: end)
        default: return nil
        }
    }

    private func latinCodeLetters(at index: Int, to end: Int) -> CodeLetters? {
        var length = 0
        var letters: UInt32 = 0
        while index + length < end, self[index + length].isLatinLetter {
            if length == 4 { return nil }
            letters = letters << 8 | UInt32(self[index + length] | 0x20)
            length += 1
        }
        switch letters {
        case 0x6F: return CodeLetters(kind: .o, length: 1, form: .latin)
        case 0x69: return CodeLetters(kind: .i, length: 1, form: .latin)
        case 0x65: return CodeLetters(kind: .e, length: 1, form: .latin)
        case 0x6C: return CodeLetters(kind: .i, length: 1, form: .lookalike)  // a small l for I
        case 0x6F_6974: return CodeLetters(kind: .o, length: 3, form: .word)
        case 0x69_6974: return CodeLetters(kind: .i, length: 3, form: .word)
        case 0x65_6974: return CodeLetters(kind: .e, length: 3, form: .word)
        case 0x6D6F_6974: return CodeLetters(kind: .moit, length: 4, form: .word)
        case 0x6562: return CodeLetters(kind: .eb, length: 2, form: .word)
        default: return nil
        }
    }

    /// อ for o, the letters' Thai names โอ ไอ อี, and the Thai zero.
    private func thaiCodeLetters(at index: Int) -> CodeLetters? {
        let letter = thaiLetter(at: index)
        if letter == ThaiLetter.digitZero { return CodeLetters(kind: .o, length: 3, form: .thaiZero) }
        let before = thaiLetter(before: index)
        guard before == ThaiLetter.none || ThaiLetter.isDigit(before) else { return nil }
        let next = thaiLetter(at: index + 3)
        let oAng: UInt8 = 0x2D
        switch (letter, next) {
        case (oAng, 0x35): return CodeLetters(kind: .e, length: 6, form: .thai)
        case (oAng, _): return CodeLetters(kind: .o, length: 3, form: .thai)
        case (0x42, oAng): return CodeLetters(kind: .o, length: 6, form: .thai)
        case (0x43, oAng), (0x44, oAng): return CodeLetters(kind: .i, length: 6, form: .thai)
        default: return nil
        }
    }

    /// Where the digits begin after the letters that end at `index`; `nil` where too much stands between.
    private func codeGap(at index: Int, to end: Int, after letters: CodeLetters, support: ItemCode.Support) -> Int? {
        var position = index
        var blanks = 0
        var signs = 0
        while position < end {
            let blank = blankLength(at: position)
            if blank > 0 {
                blanks += 1
                position += blank
                continue
            }
            let byte = self[position]
            let isSign = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            guard isSign || (byte == UInt8(ascii: ":") && letters.form == .word) else { break }
            signs += 1
            position += 1
        }
        guard signs <= 1, blanks <= 2 else { return nil }
        switch letters.form {
        case .word: break
        case .zero, .thaiZero: if signs + blanks > 0, support < .full { return nil }
        case .latin:
            // "type o 5" is English; a capital, or a place for codes, makes the gap harmless.
            if blanks > 0, support == .none, self[index - 1] >= UInt8(ascii: "a") { return nil }
        case .lookalike, .thai: break
        }
        return position
    }

    /// The number that begins at `index`: one or two digits after zeros, with nothing after them that makes them longer.
    private func codeNumber(
        at index: Int, to end: Int, after letters: CodeLetters, support: ItemCode.Support
    ) -> (value: Int, end: Int)? {
        var position = index
        var value = 0
        var digits = 0
        var zeros = 0
        var isThai = true
        while position < end {
            var digit = digit(at: position, to: end)
            if digit.value < 0, support != ItemCode.Support.none {
                digit = misreadDigit(at: position, to: end, behindDigit: position > index)
            }
            if digit.value < 0 { break }
            if digit.value == 0, digits == 0 { zeros += 1 } else { digits += 1 }
            guard digits <= 2, zeros <= 2 else { return nil }
            value = value * 10 + digit.value
            isThai = isThai && digit.length == 3
            position += digit.length
        }
        guard digits > 0 else { return nil }
        switch letters.form {
        case .zero:
            // An ASCII zero before two Thai digits can only be a letter; otherwise the column must say so.
            guard support == .full || (isThai && digits + zeros == 2) || (isThai && support == .some) else {
                return nil
            }
        case .word:
            // `OIT 2.1` names a part of the instrument, not an item.
            if position < end, self[position] == UInt8(ascii: "."), self.digit(at: position + 1, to: end).value >= 0 {
                return nil
            }
        default: break
        }
        return goesOnAfter(position, to: end, digitsOnly: letters.form == .zero || letters.form == .thaiZero)
            ? nil : (value, position)
    }

    /// The digit that a Latin letter stands for in a code of two digits: `i2O`, `il2`, `O4l`.
    ///
    /// The other digit beside it must be a real one, and no further letter may follow.
    private func misreadDigit(at index: Int, to end: Int, behindDigit: Bool) -> (value: Int, length: Int) {
        guard index < end else { return (-1, 0) }
        let value: Int
        switch self[index] {
        case UInt8(ascii: "O"), UInt8(ascii: "o"): value = 0
        case UInt8(ascii: "l"), UInt8(ascii: "I"): value = 1
        default: return (-1, 0)
        }
        let isBeforeDigit = digit(at: index + 1, to: end).value >= 0
        let isBehindDigit = behindDigit && digit(before: index).value >= 0
        let goesOn = index + 1 < end && self[index + 1].isLatinLetter
        return isBehindDigit && !goesOn && !isBeforeDigit || !behindDigit && isBeforeDigit && value == 1
            ? (value, 1) : (-1, 0)
    }

    /// Whether what stands at `index` makes the digits before it a part of something longer.
    private func goesOnAfter(_ index: Int, to end: Int, digitsOnly: Bool) -> Bool {
        guard index < end else { return false }
        let byte = self[index]
        if byte.isLatinLetter || byte == UInt8(ascii: "%") { return true }
        guard digitsOnly else { return false }
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ":"):
            return digit(at: index + 1, to: end).value >= 0
        default: return false
        }
    }
}
