/// Whether bytes are UTF-8, and what to do with those that are not.
public enum UTF8Validation {
    /// Whether all of `source` is valid UTF-8.
    public static func isValid(_ source: [UInt8]) -> Bool { firstBroken(source) == nil }

    /// The offset of the first byte that is not valid UTF-8.
    public static func firstBroken(_ source: [UInt8]) -> Int? {
        var index = 0
        let count = source.count
        while index < count {
            let byte = source[index]
            if byte < 0x80 {
                index += 1
                continue
            }
            // Thai letters and digits: three bytes, E0 B8/B9 xx.
            if byte == 0xE0, index + 24 <= count, isThai(source, at: index) {
                index += 24
                continue
            }
            if byte == 0xE0, index + 2 < count, source[index + 1] & 0xFE == 0xB8, source[index + 2] & 0xC0 == 0x80 {
                index += 3
                continue
            }
            let length = characterLength(source, at: index)
            if length == 0 { return index }
            index += length
        }
        return nil
    }

    /// Whether the 24 bytes at `index` are eight letters of the Thai block.
    @inline(__always)
    private static func isThai(_ source: [UInt8], at index: Int) -> Bool {
        source.withUnsafeBytes { bytes in
            func word(_ number: Int) -> UInt64 {
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index + number * 8, as: UInt64.self))
            }
            // The bits that are the same in every letter, and what they are.
            return word(0) & 0xFEFF_C0FE_FFC0_FEFF == 0xB8E0_80B8_E080_B8E0
                && word(1) & 0xFFC0_FEFF_C0FE_FFC0 == 0xE080_B8E0_80B8_E080
                && word(2) & 0xC0FE_FFC0_FEFF_C0FE == 0x80B8_E080_B8E0_80B8
        }
    }

    /// The length of the valid character at `index`, 0 where none begins there.
    static func characterLength(_ source: [UInt8], at index: Int) -> Int {
        let lead = source[index]
        if lead < 0x80 { return 1 }
        let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
        guard length > 0, index + length <= source.count else { return 0 }
        let second = source[index + 1]
        // The ranges that keep out overlong forms, surrogates and values over U+10FFFF.
        let allowed: ClosedRange<UInt8> =
            switch lead {
            case 0xE0: 0xA0...0xBF
            case 0xED: 0x80...0x9F
            case 0xF0: 0x90...0xBF
            case 0xF4: 0x80...0x8F
            default: 0x80...0xBF
            }
        guard allowed.contains(second) else { return 0 }
        for offset in 2..<max(length, 2) where source[index + offset] & 0xC0 != 0x80 { return 0 }
        return length
    }

    /// The text with U+FFFD for every byte that belongs to no character.
    public static func replacingBrokenBytes(_ source: [UInt8]) -> (bytes: [UInt8], replacements: Int, first: Int?) {
        guard let first = firstBroken(source) else { return (source, 0, nil) }
        var result = Array(source[..<first])
        result.reserveCapacity(source.count + 64)
        var replacements = 0
        var index = first
        while index < source.count {
            let length = characterLength(source, at: index)
            if length == 0 {
                result.append(contentsOf: [0xEF, 0xBF, 0xBD])
                replacements += 1
                index += 1
            } else {
                for offset in 0..<length { result.append(source[index + offset]) }
                index += length
            }
        }
        return (result, replacements, first)
    }

    /// How many U+FFFD stand in a text, and where the first does.
    static func countReplacements(_ text: [UInt8]) -> (replacements: Int, first: Int?) {
        var count = 0
        var first: Int?
        var index = 0
        while index + 2 < text.count {
            if text[index] == 0xEF, text[index + 1] == 0xBF, text[index + 2] == 0xBD {
                count += 1
                first = first ?? index
            }
            index += 1
        }
        return (count, first)
    }
}
