/// Counting characters, eight bytes at a time.
extension [UInt8] {
    /// How many characters of `range` are not blank (see ``Swift/Array/blankLength(at:)``).
    ///
    /// The range begins and ends between characters.
    public func countCharacters(in range: Range<Int>) -> Int {
        var total = 0
        var index = range.lowerBound
        withUnsafeBytes { bytes in
            while range.upperBound - index >= 8 {
                // A byte of the sum holds at most 255.
                let words = Swift.min((range.upperBound - index) / 8, 255)
                var sum: UInt64 = 0
                for _ in 0..<words {
                    let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                    sum &+= Self.characters(in: word) >> 7
                    if Self.mayHoldWideBlank(word) { total -= wideBlanks(in: index..<index + 8) }
                    index += 8
                }
                let pairs = (sum & 0x00FF_00FF_00FF_00FF) &+ (sum >> 8 & 0x00FF_00FF_00FF_00FF)
                total += Int((pairs &* 0x0001_0001_0001_0001) >> 48)
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

    /// The high bit of each of eight bytes that begins a character other than the blanks of ASCII.
    @inline(__always)
    private static func characters(in word: UInt64) -> UInt64 {
        let high: UInt64 = 0x8080_8080_8080_8080
        let inside = word & ~(word << 1)
        let low = word & ~high
        // Sums that reach the high bit tell what a byte is at least; none carries into the next.
        let space = ~(((low ^ 0x2020_2020_2020_2020) &+ ~high) | word)
        let control = (low &+ 0x7777_7777_7777_7777) & ~(low &+ 0x7272_7272_7272_7272) & ~word
        return high & ~(inside | space | control)
    }

    /// Whether a character of two bytes or more begins in the word that is no Thai letter: few of them are blanks.
    @inline(__always)
    private static func mayHoldWideBlank(_ word: UInt64) -> Bool {
        let high: UInt64 = 0x8080_8080_8080_8080
        let other = word ^ 0xE0E0_E0E0_E0E0_E0E0
        let notThai = ((other & ~high) &+ ~high) | other
        return word & word << 1 & notThai & high != 0
    }

    private func wideBlanks(in range: Range<Int>) -> Int {
        var count = 0
        for index in range where self[index] >= 0xC2 && self[index] != 0xE0 && wideBlankLength(at: index) > 0 {
            count += 1
        }
        return count
    }
}
