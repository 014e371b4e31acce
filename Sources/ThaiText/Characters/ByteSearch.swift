/// Looking for bytes of one kind in long texts, eight or sixteen at a time.
extension [UInt8] {
    /// Calls `body` with the offset of every `byte`.
    @inlinable
    public func forEachOffset(of byte: UInt8, _ body: (Int) -> Void) {
        let pattern = SIMD16(repeating: byte)
        let wordPattern = UInt64(byte) &* 0x0101_0101_0101_0101
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        withUnsafeBytes { buffer in
            var index = 0
            let end = buffer.count
            while end - index >= 16 {
                if any(buffer.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self) .== pattern) {
                    for start in stride(from: index, to: index + 16, by: 8) {
                        let word = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: start, as: UInt64.self))
                        // A byte of the difference is zero where the byte stands that is looked for, and the high bit of
                        // `found` is set there and nowhere else.
                        let difference = word ^ wordPattern
                        var found = ~(((difference & low) &+ low) | difference | low)
                        while found != 0 {
                            body(start + found.trailingZeroBitCount / 8)
                            found &= found &- 1
                        }
                    }
                }
                index += 16
            }
            while index < end {
                if buffer[index] == byte { body(index) }
                index += 1
            }
        }
    }

    /// The first `byte` in `range`, or the end of the range.
    @inlinable
    public func firstOffset(of byte: UInt8, in range: Range<Int>) -> Int {
        withUnsafeBytes { buffer in
            let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
            var index = range.lowerBound
            while range.upperBound - index >= 8 {
                let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ pattern
                // The lowest bit that is found is right; a higher one may be a carry of it.
                let found = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
                if found != 0 { return index + found.trailingZeroBitCount / 8 }
                index += 8
            }
            while index < range.upperBound, buffer[index] != byte { index += 1 }
            return index
        }
    }

    /// Whether the same bytes stand in two ranges; eight at a time.
    public func areSame(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        guard first.count == second.count else { return false }
        precondition(Swift.min(first.lowerBound, second.lowerBound) >= 0)
        precondition(Swift.max(first.upperBound, second.upperBound) <= count)
        return withUnsafeBytes { bytes in
            Self.areSame(
                UnsafeRawBufferPointer(rebasing: bytes[first]), UnsafeRawBufferPointer(rebasing: bytes[second]))
        }
    }

    /// Whether another array holds the same bytes; eight at a time.
    @inlinable
    public func isSame(as other: [UInt8]) -> Bool {
        guard count == other.count else { return false }
        return withUnsafeBytes { bytes in other.withUnsafeBytes { Self.areSame(bytes, $0) } }
    }

    /// Whether two runs of equal length hold the same bytes.
    @inlinable
    static func areSame(_ bytes: UnsafeRawBufferPointer, _ others: UnsafeRawBufferPointer) -> Bool {
        var index = 0
        while bytes.count &- index >= 8 {
            let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            guard word == others.loadUnaligned(fromByteOffset: index, as: UInt64.self) else { return false }
            index &+= 8
        }
        while index < bytes.count, bytes[index] == others[index] { index &+= 1 }
        return index == bytes.count
    }

    /// The first ASCII blank or control character at or behind `index`, or the end of the text.
    func firstASCIIBlankOrControl(from index: Int) -> Int {
        withUnsafeBytes { buffer in
            var index = index
            while buffer.count - index >= 8 {
                let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                let found = (word &- 0x2121_2121_2121_2121) & ~word & 0x8080_8080_8080_8080
                if found != 0 { return index + found.trailingZeroBitCount / 8 }
                index += 8
            }
            while index < buffer.count, buffer[index] > 0x20 { index += 1 }
            return index
        }
    }

    /// The first place at or behind `index`, at most `end`, that is no Thai letter; eight bytes at a time.
    ///
    /// `index` is where a Thai letter begins.
    @inlinable
    public func skipThaiLetters(from index: Int, to end: Int) -> Int {
        withUnsafeBytes { buffer in
            var position = index
            let high: UInt64 = 0x8080_8080_8080_8080
            while end - position >= 8 {
                let word = buffer.loadUnaligned(fromByteOffset: position, as: UInt64.self)
                let other = word ^ 0xE0E0_E0E0_E0E0_E0E0
                // Bytes of ASCII, and those that begin characters but are not E0.
                let found = (~word | word << 1 & (((other & ~high) &+ ~high) | other)) & high
                if found != 0 { return position + found.trailingZeroBitCount / 8 }
                position += 8
            }
            while position < end, buffer[position] >= 0x80, buffer[position] < 0xC0 || buffer[position] == 0xE0 {
                position += 1
            }
            return position
        }
    }
}
