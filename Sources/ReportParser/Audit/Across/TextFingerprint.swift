/// What tells a text from others without keeping it: two hashes of its comparable form, and how long that is.
///
/// Two texts with the same fingerprint are taken for the same: among a million texts the odds that two others share one
/// are below one in 10^26.
public struct TextFingerprint: Hashable, Comparable, Sendable {
    private let first: UInt64
    private let second: UInt64
    /// The length of the comparable form in bytes of UTF-8; three a Thai letter.
    let length: Int

    /// The fingerprint of a comparable form.
    init(_ key: [UInt8]) {
        // FNV-1a, and a sum of powers of another odd number.
        var first: UInt64 = 0xCBF2_9CE4_8422_2325
        var second: UInt64 = 0x9E37_79B9_7F4A_7C15
        for byte in key {
            first = (first ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
            second = (second &+ UInt64(byte) &+ 1) &* 0xD6E8_FEB8_6659_FD93
            second ^= second >> 32
        }
        (self.first, self.second, length) = (first, second, key.count)
    }

    /// The fingerprint of a set of texts, whatever their order.
    init(of texts: [TextFingerprint]) {
        self.init(
            texts.sorted().flatMap { text in
                [text.first, text.second].flatMap { hash in
                    stride(from: 0, to: 64, by: 8).map { UInt8(truncatingIfNeeded: hash >> UInt64($0)) }
                }
            })
    }

    /// An order of fingerprints, which says nothing of their texts.
    public static func < (left: Self, right: Self) -> Bool {
        (left.first, left.second, left.length) < (right.first, right.second, right.length)
    }
}
