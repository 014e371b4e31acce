/// A number found in a text.
public struct NumberMention: Hashable, Sendable {
    /// What the number is.
    public enum Kind: String, Hashable, Sendable {
        /// A whole number: ๒๕๖๗, สามพัน.
        case integer
        /// A number with digits after the point, or a fraction: ๘๗.๔๒, เศษสามส่วนสี่.
        case decimal
        /// A percentage: ร้อยละ ๘๘.๒๕, ๖๐%.
        case percent
        /// An amount in baht: ๒.๗๕ ล้านบาท, ๒๕ สตางค์.
        case money
        /// A place in an order: ครั้งที่ ๓.
        case ordinal
        /// The number of a heading or list entry: ๔.๒.๑.
        case outline
        /// The code of an ITA item: O๒๙.
        case code
        /// Two ends: ๒๐ - ๓๐ คน.
        case range
    }

    /// What the number counts, where that is known.
    public enum Unit: String, Hashable, Sendable {
        /// Baht.
        case baht = "THB"
        /// Hundredths.
        case percent = "%"
    }

    /// What the number says.
    public enum Value: Hashable, Sendable {
        /// One number; money in baht, a percentage as the number before the sign.
        case number(ExactDecimal)
        /// Two ends, both included.
        case range(low: ExactDecimal, high: ExactDecimal)
        /// A heading's number, with its points.
        case outline(OutlineNumber)
        /// An item code.
        case code(ItemCode)
    }

    /// What the number is.
    public var kind: Kind
    /// What it says.
    public var value: Value
    /// Baht or percent; `nil` for other units and none.
    public var unit: Unit?
    /// The bytes of the number with its sign and unit.
    public var range: Range<Int>
    /// Whether letters were read as digits, or something else as the letter of a code.
    public var isRepaired: Bool

    /// A number found at `range`.
    public init(kind: Kind, value: Value, unit: Unit? = nil, range: Range<Int>, isRepaired: Bool = false) {
        self.kind = kind
        self.value = value
        self.unit = unit
        self.range = range
        self.isRepaired = isRepaired
    }

    /// The number; `nil` for a range, an outline number and a code.
    public var number: ExactDecimal? {
        if case .number(let number) = value { number } else { nil }
    }
}

extension NumberMention.Value: CustomStringConvertible {
    /// The value in ASCII: `-12.5`, `20..30`, `1.2.3`, `o11`.
    public var description: String {
        switch self {
        case .number(let number): number.description
        case .range(let low, let high): "\(low)..\(high)"
        case .outline(let number): number.text
        case .code(let code): code.description
        }
    }
}
