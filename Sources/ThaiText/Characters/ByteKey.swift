/// Bytes as the key of a dictionary or the member of a set.
///
/// An array gives its bytes to the hasher one by one, which costs more than reading them; this gives them as one run.
public struct ByteKey: Hashable, Sendable {
    /// The bytes.
    public let bytes: [UInt8]

    /// A key of the given bytes.
    @inlinable
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Whether the bytes are the same; arrays compare theirs one by one.
    @inlinable
    public static func == (left: ByteKey, right: ByteKey) -> Bool { left.bytes.isSame(as: right.bytes) }

    /// Gives the bytes to the hasher.
    @inlinable
    public func hash(into hasher: inout Hasher) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}
