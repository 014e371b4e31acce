/// The number of a heading or a list entry, as it stands: `1`, `2.10`, `1.2.3`.
///
/// It is not a quantity: `2.10` comes after `2.9`.
public struct OutlineNumber: Hashable, Sendable {
    /// The number in ASCII digits, with its points and without what closes it.
    public let text: String
    /// The outermost number, which stands before the first point.
    public let first: Int
    /// The innermost number, which stands behind the last point.
    public let last: Int
    /// How deep the number goes: 2 for `1.2`.
    public let depth: Int

    /// The numbers between the points, outermost first; never empty.
    public var parts: [Int] {
        text.utf8.split(separator: UInt8(ascii: ".")).map { $0.reduce(0) { $0 * 10 + Int($1) - 0x30 } }
    }

    /// What stands around the number.
    public enum Style: Hashable, Sendable {
        /// `๑.๒`
        case bare
        /// `๑.` or `๑.๒.`
        case dot
        /// `๑)` or `๑.๒)`
        case closingBracket
        /// `(๑)`
        case brackets
    }

    /// A number, how it was written, and how many bytes it took.
    public struct Reading: Hashable, Sendable {
        /// The number.
        public let number: OutlineNumber
        /// What stands around it.
        public let style: Style
        /// The bytes from the index to the end of what closes the number.
        public let length: Int
    }
}

extension OutlineNumber: Comparable, CustomStringConvertible {
    /// Whether the left number comes first in a document: 1.9 before 1.10, 1 before 1.1.
    public static func < (left: OutlineNumber, right: OutlineNumber) -> Bool {
        left.parts.lexicographicallyPrecedes(right.parts)
    }

    /// The same as ``text``.
    public var description: String { text }
}

extension [UInt8] {
    /// The outline number that begins at `index`: `๑`, `๑.`, `๑.๒`, `๕)`, `(๓)`, `1.1)`.
    ///
    /// Parts have one to three digits, so a year is none, and there are at most nine. `nil` also where the digits go on
    /// as an amount, a date, a percentage or a range (`๑,๐๐๐`, `๑/๑๐`, `๕%`, `๔๐๐.-`, `๑-๓`). What stands before the index and
    /// after the number is for the caller to judge: `๑๐.๕๐` may be either.
    public func outlineNumber(at index: Int, to end: Int? = nil) -> OutlineNumber.Reading? {
        let end = Swift.min(end ?? count, count)
        guard index >= 0, index < end else { return nil }
        let isOpen = self[index] == UInt8(ascii: "(")
        var position = isOpen ? skipBlanks(from: index + 1, to: end) : index
        guard digit(at: position, to: end).value >= 0 else { return nil }
        // Looked over before anything is stored: most digits in a report begin no outline number.
        guard let last = outlinePartsEnd(from: position, to: end) else { return nil }
        let style: OutlineNumber.Style
        let close: Int
        if isOpen {
            close = skipBlanks(from: last, to: end)
            guard close < end, self[close] == UInt8(ascii: ")") else { return nil }
            style = .brackets
        } else {
            guard let closing = outlineClosing(at: last, to: end) else { return nil }
            style = closing
            close = closing == .closingBracket && self[last] == UInt8(ascii: ".") ? last + 1 : last
        }
        var (first, part, depth) = (0, 0, 1)
        // Nine parts of three digits, and the points between them; as a rule few enough for a string without memory.
        let text = String(unsafeUninitializedCapacity: last - position <= 15 ? 15 : 36) { text in
            var length = 0
            while position < last {
                let digit = digit(at: position, to: end)
                if digit.value >= 0 {
                    part = part * 10 + digit.value
                    text[length] = UInt8(0x30 + digit.value)
                    position += digit.length
                } else {
                    if depth == 1 { first = part }
                    depth += 1
                    part = 0
                    text[length] = UInt8(ascii: ".")
                    position += 1
                }
                length += 1
            }
            return length
        }
        let number = OutlineNumber(text: text, first: depth == 1 ? part : first, last: part, depth: depth)
        return OutlineNumber.Reading(number: number, style: style, length: close + (style == .bare ? 0 : 1) - index)
    }

    /// Where digits and the points between them end; `nil` where they are too long for an outline number.
    private func outlinePartsEnd(from index: Int, to end: Int) -> Int? {
        var position = index
        var digits = 0
        var parts = 1
        while position < end {
            let digit = digit(at: position, to: end)
            if digit.value >= 0 {
                digits += 1
                if digits > 3 { return nil }
                position += digit.length
            } else {
                guard self[position] == UInt8(ascii: "."), self.digit(at: position + 1, to: end).value >= 0 else {
                    break
                }
                digits = 0
                parts += 1
                if parts > 9 { return nil }
                position += 1
            }
        }
        return position
    }

    /// How the number that ends at `index` is closed; `nil` where the text goes on as another kind of number.
    private func outlineClosing(at index: Int, to end: Int) -> OutlineNumber.Style? {
        guard index < end else { return .bare }
        switch self[index] {
        case UInt8(ascii: ")"): return .closingBracket
        case UInt8(ascii: "%"): return nil
        case UInt8(ascii: "."):
            if index + 1 < end, self[index + 1] == UInt8(ascii: ")") { return .closingBracket }
            return minusLength(at: index + 1) > 0 ? nil : .dot
        case UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: ":"):
            return digit(at: index + 1, to: end).value >= 0 ? nil : .bare
        case let byte where byte.isLatinLetter: return nil
        default:
            let dash = minusLength(at: index)
            return dash > 0 && digit(at: index + dash, to: end).value >= 0 ? nil : .bare
        }
    }
}
