internal import ThaiText

/// Decoded text is UTF-8, and what was put in for broken bytes is where it is said to be.
enum DecodingInvariants {
    private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

    static func check(_ input: [UInt8]) throws(BrokenInvariant) {
        let decoded: DecodedText
        do throws(DecodedText.Failure) {
            decoded = try DecodedText(decoding: input)
        } catch {
            guard case .unknownEncoding(let offset) = error else { throw BrokenInvariant(description: "\(error)") }
            return try require(
                UTF8Validation.firstBroken(input) == offset, "\(offset) is not the first byte that is no UTF-8")
        }
        try check(decoded)
    }

    private static func check(_ decoded: DecodedText) throws(BrokenInvariant) {
        try require(UTF8Validation.isValid(decoded.bytes), "the decoded text is no UTF-8")
        try require(
            (decoded.replacements > 0) == (decoded.firstReplacement != nil),
            "\(decoded.replacements) replacements, the first at \(decoded.firstReplacement ?? -1)")
        if let first = decoded.firstReplacement {
            try require(decoded.bytes.hasPrefix(replacement, at: first), "no replacement stands at \(first)")
        }
        var index = 0
        var replacements = 0
        while index < decoded.bytes.count {
            if decoded.bytes.hasPrefix(replacement, at: index) { replacements += 1 }
            index += decoded.bytes.characterLength(at: index)
        }
        try require(
            decoded.replacements <= replacements, "\(decoded.replacements) replacements, \(replacements) in the text")
    }
}
