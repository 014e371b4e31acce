/// A pass over a text in search of the keys of dates: its place, and the symbols before it.
struct AnchorWalk {
    var index: Int
    /// Where the two symbols before `index` begin.
    private(set) var previous: Int
    private(set) var beforePrevious: Int
    /// The last three symbols, seven bits each.
    var key: UInt32 = 0

    init(index: Int) {
        self.index = index
        previous = index
        beforePrevious = index
    }

    mutating func move(to next: Int) {
        beforePrevious = previous
        previous = index
        index = next
    }

    /// Goes on to the next digit, the next three symbols that may be a key, or the next character that is neither
    /// ASCII nor Thai.
    @inline(never)
    mutating func skip(_ bytes: UnsafeBufferPointer<UInt8>, to end: Int, _ keys: SymbolKeys.View) {
        var (index, previous, beforePrevious, key) = (index, previous, beforePrevious, key)
        defer { (self.index, self.previous, self.beforePrevious, self.key) = (index, previous, beforePrevious, key) }
        Self.symbols.withUnsafeBufferPointer { symbols in
            while index < end {
                let byte = bytes[index]
                let symbol: UInt8
                let length: Int
                if byte == 0xE0 {
                    // Two Thai letters at a time, as long as no key holds such a pair, and none ends with the first
                    // of them.
                    var isFirst = true
                    while index + 8 <= end {
                        let word = UInt64(
                            littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
                                fromByteOffset: index, as: UInt64.self))
                        guard word & 0xFE_FF00_FEFF == 0xB8_E000_B8E0 else { break }
                        let first = UInt32(truncatingIfNeeded: (word >> 8 & 1) << 6 | word >> 16 & 0x3F)
                        let second = UInt32(truncatingIfNeeded: (word >> 32 & 1) << 6 | word >> 40 & 0x3F)
                        if isFirst, keys.endWith(key & 0x7F, first) { break }
                        guard !keys.holdPair(first, second) else { break }
                        isFirst = false
                        key = first << 7 | second
                        beforePrevious = index
                        previous = index + 3
                        index += 6
                    }
                    guard bytes[index] == 0xE0 else { continue }
                    guard index + 2 < end, bytes[index + 1] & 0xFE == 0xB8 else { return }
                    symbol = (bytes[index + 1] & 1) << 6 | bytes[index + 2] & 0x3F
                    if symbol >= ThaiLetter.digitZero { return }
                    length = 3
                } else {
                    guard byte < 0x80 else { return }
                    symbol = symbols[Int(byte)]
                    length = 1
                    if symbol == DateSymbol.blank {
                        index += 1
                        continue
                    }
                    if symbol == DateSymbol.digit { return }
                }
                let longer = (key << 7 | UInt32(symbol)) & 0x1F_FFFF
                if keys.mayContain(longer) { return }
                key = longer
                beforePrevious = previous
                previous = index
                index += length
            }
        }
    }

    /// The symbols of ASCII.
    private static let symbols: [UInt8] = (0..<128).map { DateSymbol.ofASCII($0) }
}
