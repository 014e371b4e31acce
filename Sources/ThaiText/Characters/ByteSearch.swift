/// Looking for single bytes in long texts, eight at a time.
extension [UInt8] {
    /// Calls `body` with the offset of every `byte`.
    @inlinable
    public func forEachOffset(of byte: UInt8, _ body: (Int) -> Void) {
        let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
        withUnsafeBytes { buffer in
            var index = 0
            let end = buffer.count
            while index + 8 <= end {
                let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ pattern
                // A byte of `word` is zero exactly where the byte stands that is looked for.
                if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 {
                    for offset in index..<index + 8 where buffer[offset] == byte { body(offset) }
                }
                index += 8
            }
            while index < end {
                if buffer[index] == byte { body(index) }
                index += 1
            }
        }
    }
}
