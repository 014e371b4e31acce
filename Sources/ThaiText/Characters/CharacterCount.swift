/// Counting characters, sixteen bytes at a time.
extension [UInt8] {
    /// Sixteen bytes in two words: what is told of each byte by sums that carry into no other, is told of all at once.
    private typealias Block = SIMD2<UInt64>

    /// How many characters of `range` are not blank (see ``Swift/Array/blankLength(at:)``).
    ///
    /// The range begins and ends between characters.
    public func countCharacters(in range: Range<Int>) -> Int {
        var total = 0
        var index = range.lowerBound
        withUnsafeBytes { bytes in
            while range.upperBound - index >= 16 {
                // A byte of the sums holds at most 255.
                let blocks = Swift.min((range.upperBound - index) / 16, 255)
                var sums = Block()
                for _ in 0..<blocks {
                    let block = bytes.loadUnaligned(fromByteOffset: index, as: Block.self)
                    sums &+= Self.characters(in: block) &>> 7
                    if Self.mayHoldWideBlank(block) { total -= wideBlanks(in: index..<index + 16) }
                    index += 16
                }
                let pairs = (sums & Self.lowerBytes) &+ (sums &>> 8 & Self.lowerBytes)
                for lane in 0..<2 { total += Int((pairs[lane] &* 0x0001_0001_0001_0001) >> 48) }
            }
        }
        while index < range.upperBound {
            let byte = self[index]
            if byte & 0xC0 != 0x80, byte != 0x20, byte &- 0x09 >= 5 { total += 1 }
            if byte >= 0xC2, wideBlankLength(at: index) > 0 { total -= 1 }
            index += 1
        }
        return total
    }

    @inline(__always)
    private static func block(of byte: UInt8) -> Block { Block(repeating: UInt64(byte) &* 0x0101_0101_0101_0101) }

    private static var lowerBytes: Block { Block(repeating: 0x00FF_00FF_00FF_00FF) }

    /// The high bit of each of sixteen bytes that begins a character other than the blanks of ASCII.
    @inline(__always)
    private static func characters(in block: Block) -> Block {
        let high = Self.block(of: 0x80)
        let inside = block & ~(block &<< 1)
        let low = block & ~high
        // Sums that reach the high bit tell what a byte is at least; none carries into the next.
        let space = ~(((low ^ Self.block(of: 0x20)) &+ ~high) | block)
        let control = (low &+ Self.block(of: 0x77)) & ~(low &+ Self.block(of: 0x72)) & ~block
        return high & ~(inside | space | control)
    }

    /// Whether a character of two bytes or more begins in the block that is no Thai letter: few of them are blanks.
    @inline(__always)
    private static func mayHoldWideBlank(_ block: Block) -> Bool {
        let high = Self.block(of: 0x80)
        let other = block ^ Self.block(of: 0xE0)
        let notThai = ((other & ~high) &+ ~high) | other
        let found = block & (block &<< 1) & notThai & high
        return found[0] | found[1] != 0
    }

    private func wideBlanks(in range: Range<Int>) -> Int {
        var count = 0
        for index in range where self[index] >= 0xC2 && self[index] != 0xE0 && wideBlankLength(at: index) > 0 {
            count += 1
        }
        return count
    }
}
