/// Bytes as the key of a dictionary or the member of a set.
///
/// An array gives its bytes to the hasher one by one, which costs more than reading them; this gives them as one run.
public struct ByteKey: Hashable, Sendable {
    /// The bytes.
    public let bytes: [UInt8]

    /// A key of the given bytes.
    @inlinable
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Gives the bytes to the hasher.
    @inlinable
    public func hash(into hasher: inout Hasher) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}
