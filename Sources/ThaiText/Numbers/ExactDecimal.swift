/// An exact decimal number: an integer significand divided by a power of ten.
///
/// Amounts of money and scores are read and added in this type, never in binary floating point, where
/// 2.675 is a little less than it says. Values are kept in lowest terms (`87.50` is 875 with a scale of 1), so that
/// equal numbers are equal values. The significand has at most 36 digits and the scale is 0 to 36; an operation
/// whose result needs more gives `nil` and never traps.
public struct ExactDecimal: Hashable, Sendable {
    /// The digits of the number without its point; negative where the number is.
    public let significand: Int128
    /// How many of the digits stand after the point: 0 to 36.
    public let scale: Int

    /// The most digits that a significand may have.
    static let maximumDigits = 36

    /// The number `significand / 10^scale`, in lowest terms; `nil` where it has more than 36 digits.
    public init?(significand: Int128, scale: Int = 0) {
        guard scale >= 0, scale <= Self.maximumDigits, significand.magnitude < Self.limit else { return nil }
        guard scale > 0, significand != 0 else {
            self.init(lowest: significand, scale: 0)
            return
        }
        var digits = significand
        var places = scale
        while places > 0 {
            let (quotient, remainder) = digits.quotientAndRemainder(dividingBy: 10)
            if remainder != 0 { break }
            digits = quotient
            places -= 1
        }
        self.init(lowest: digits, scale: places)
    }

    /// The whole number `value`.
    public init(_ value: Int) {
        self.init(lowest: Int128(value), scale: 0)
    }

    /// For callers that know `significand` to be below the limit and to have no zero after the point.
    init(lowest significand: Int128, scale: Int) {
        self.significand = significand
        self.scale = scale
    }

    /// Zero.
    public static let zero = ExactDecimal(0)

    /// 10^36.
    private static let limit: UInt128 = {
        var power: UInt128 = 1
        for _ in 0..<maximumDigits { power *= 10 }
        return power
    }()

    /// Whether the number has no digits after the point.
    public var isWhole: Bool { scale == 0 }

    /// Whether the number is below zero.
    public var isNegative: Bool { significand < 0 }

    /// The number as an `Int`; `nil` where it is not whole or too large.
    public var integer: Int? { scale == 0 ? Int(exactly: significand) : nil }
}

extension ExactDecimal: Comparable {
    /// Whether the left number is the smaller one.
    public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        if left.scale == right.scale { return left.significand < right.significand }
        if left.scale < right.scale {
            guard let raised = raise(left.significand, by: right.scale - left.scale) else {
                // Too large to write in the other's terms: then it is also farther from zero than the other.
                return left.significand < 0
            }
            return raised < right.significand
        }
        guard let raised = raise(right.significand, by: left.scale - right.scale) else { return right.significand > 0 }
        return left.significand < raised
    }
}

extension ExactDecimal {
    /// The sum; `nil` where it needs more than 36 digits.
    public static func + (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal? {
        let scale = max(left.scale, right.scale)
        guard let first = raise(left.significand, by: scale - left.scale),
            let second = raise(right.significand, by: scale - right.scale)
        else { return nil }
        let (sum, overflow) = first.addingReportingOverflow(second)
        return overflow ? nil : ExactDecimal(significand: sum, scale: scale)
    }

    /// The difference; `nil` where it needs more than 36 digits.
    public static func - (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal? {
        left + -right
    }

    /// The number with the other sign.
    public static prefix func - (number: ExactDecimal) -> ExactDecimal {
        ExactDecimal(lowest: -number.significand, scale: number.scale)
    }

    /// The sum of `numbers`, zero where there are none; `nil` where a step needs more than 36 digits.
    public static func sum(_ numbers: some Sequence<ExactDecimal>) -> ExactDecimal? {
        var total = ExactDecimal.zero
        for number in numbers {
            guard let next = total + number else { return nil }
            total = next
        }
        return total
    }

    /// The number times 10^`exponent`; `nil` where the result needs more than 36 digits.
    public func multiplied(byPowerOfTen exponent: Int) -> ExactDecimal? {
        // No number but zero survives a longer shift, and the differences below must not overflow.
        guard exponent.magnitude <= 2 * UInt(Self.maximumDigits) else { return significand == 0 ? self : nil }
        if exponent <= scale { return ExactDecimal(significand: significand, scale: scale - exponent) }
        guard let raised = Self.raise(significand, by: exponent - scale) else { return nil }
        return ExactDecimal(significand: raised)
    }

    /// The quotient of two whole numbers, cut after `places` digits unless it ends before.
    ///
    /// `nil` for a divisor of zero and where a number has digits after its point.
    public func divided(by divisor: ExactDecimal, places: Int = 15) -> ExactDecimal? {
        guard isWhole, divisor.isWhole, divisor.significand != 0, places >= 0, places <= Self.maximumDigits,
            let raised = Self.raise(significand, by: places)
        else { return nil }
        return ExactDecimal(significand: raised / divisor.significand, scale: places)
    }

    /// `digits` times 10^`places`; `nil` where that does not fit.
    private static func raise(_ digits: Int128, by places: Int) -> Int128? {
        var raised = digits
        for _ in 0..<places {
            let (product, overflow) = raised.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            raised = product
        }
        return raised
    }
}

extension ExactDecimal: CustomStringConvertible, LosslessStringConvertible {
    /// The number in plain ASCII digits, with no grouping and no zeros after the last digit: `-1234.5`.
    public var description: String {
        if scale == 0 { return String(significand) }
        var digits = Array(String(significand.magnitude).utf8)
        if digits.count <= scale {
            digits.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: scale + 1 - digits.count), at: 0)
        }
        digits.insert(UInt8(ascii: "."), at: digits.count - scale)
        if significand < 0 { digits.insert(UInt8(ascii: "-"), at: 0) }
        return String(decoding: digits, as: UTF8.self)
    }

    /// Reads a number as `decimal(in:)` of a text in bytes does: `๓,๒๑๐.๕`, `-8`, `(1,200.00)`.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let number = bytes.decimal(in: 0..<bytes.count) else { return nil }
        self = number
    }
}
