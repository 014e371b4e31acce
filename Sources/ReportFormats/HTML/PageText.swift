internal import ThaiText

/// The characters of a page.
enum PageText {
    /// Larger than any page that a person made; what is made of it takes some twenty times as much memory.
    static let largest = 64 << 20

    /// Decodes a page by the evidence of its bytes.
    ///
    /// What a page says of its encoding is not asked: servers of Thai bodies name ISO 8859-1 or UTF-8 over pages in
    /// Windows-874, and the bytes tell these apart.
    static func decode(_ bytes: [UInt8]) throws(FormatProblem) -> DecodedText {
        guard bytes.count <= largest else {
            throw FormatProblem(.tooLarge, "the page has \(bytes.count >> 20) MB; \(largest >> 20) MB are the limit")
        }
        do throws(DecodedText.Failure) {
            return try DecodedText(decoding: bytes)
        } catch {
            switch error {
            case .unknownEncoding(let offset):
                throw FormatProblem(
                    .unknownEncoding, "byte \(offset) of the page is neither UTF-8 nor a known Thai encoding")
            case .tooLarge: throw FormatProblem(.tooLarge, "the page is larger than 4 GiB")
            case .converter(let name): throw FormatProblem(.unknownEncoding, "ICU cannot decode the page: \(name)")
            }
        }
    }
}
