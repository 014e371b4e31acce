internal import CCrypto

/// Fingerprints of files.
enum ContentHash {
    /// SHA-256 in 64 lower-case hexadecimal figures.
    static func sha256(_ bytes: [UInt8]) -> String {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        _ = SHA256(bytes, bytes.count, &digest)
        let figures = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [figures[Int($0 >> 4)], figures[Int($0 & 15)]] }, as: UTF8.self)
    }
}
