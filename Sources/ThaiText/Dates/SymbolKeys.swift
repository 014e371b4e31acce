/// The keys, three symbols each, that give away a date; made to be asked for at every letter of a text.
///
/// Three bitmaps in one array: the keys by their hash, the pairs of symbols that stand in a key or hold a digit, and
/// the pairs that end a key.
struct SymbolKeys: Sendable {
    private static let hashBits = 15
    private static let pairsAt = 1 << hashBits
    private static let endingsAt = pairsAt + 1 << 14
    private static let size = endingsAt + 1 << 14

    private var bits = [UInt64](repeating: 0, count: size / 64)

    /// No keys; all pairs with a digit are told.
    init() {
        for digit in UInt32(DateSymbol.digit)..<128 {
            for other in 0..<UInt32(128) {
                insert(Self.pairsAt + Int(digit << 7 | other))
                insert(Self.pairsAt + Int(other << 7 | digit))
            }
        }
    }

    /// Adds a key: seven bits a symbol, the last one lowest.
    mutating func insert(key: UInt32) {
        insert(Self.slot(key))
        insert(Self.pairsAt + Int(key >> 7 & 0x3FFF))
        insert(Self.pairsAt + Int(key & 0x3FFF))
        insert(Self.endingsAt + Int(key & 0x3FFF))
    }

    private mutating func insert(_ bit: Int) { bits[bit >> 6] |= 1 << UInt64(bit & 63) }

    @inline(__always)
    private static func slot(_ key: UInt32) -> Int { Int((key &* 2_654_435_769) >> UInt32(32 - hashBits)) }

    /// Hands the keys to `body` in a form that is quick to ask.
    @inline(__always)
    func withView<Result>(_ body: (View) -> Result) -> Result { bits.withUnsafeBufferPointer { body(View(bits: $0)) } }

    /// The keys while they are asked for.
    struct View {
        fileprivate let bits: UnsafeBufferPointer<UInt64>

        /// Whether `key` is one of the keys, or shares its place with one.
        @inline(__always)
        func mayContain(_ key: UInt32) -> Bool { isSet(SymbolKeys.slot(key)) }

        /// Whether a key holds the pair, or the pair a digit.
        @inline(__always)
        func holdPair(_ first: UInt32, _ second: UInt32) -> Bool { isSet(pairsAt + Int(first << 7 | second)) }

        /// Whether a key ends with the pair.
        @inline(__always)
        func endWith(_ first: UInt32, _ second: UInt32) -> Bool { isSet(endingsAt + Int(first << 7 | second)) }

        @inline(__always)
        private func isSet(_ bit: Int) -> Bool { bits[bit >> 6] >> UInt64(bit & 63) & 1 != 0 }
    }
}
