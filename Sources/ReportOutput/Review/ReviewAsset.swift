internal import CCrypto

/// A style sheet or script of the pages, and the fingerprint by which their security policy lets it in.
///
/// Pages hold them: a page that is sent to somebody is whole.
struct ReviewAsset: Sendable {
    /// What it holds.
    let bytes: [UInt8]
    /// Its SHA-256 in Base64.
    let fingerprint: String

    /// How all pages look.
    static let style = ReviewAsset(PackageResources.review_css)
    /// What all pages do: languages, help, keys.
    static let common = ReviewAsset(PackageResources.common_js)
    /// What the page of a report does.
    static let report = ReviewAsset(PackageResources.report_js)
    /// What the page over all reports does.
    static let overview = ReviewAsset(PackageResources.overview_js)

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        _ = SHA256(bytes, bytes.count, &digest)
        var base64 = [UInt8](repeating: 0, count: 4 * ((digest.count + 2) / 3) + 1)
        let length = EVP_EncodeBlock(&base64, digest, Int32(digest.count))
        fingerprint = String(decoding: base64.prefix(Int(length)), as: UTF8.self)
    }
}
