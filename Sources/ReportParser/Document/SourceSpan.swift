/// A run of bytes of the decoded source text.
///
/// Offsets count UTF-8 bytes from the start of the text; a span is half open and never cuts a character.
/// 32 bits hold every text that ``TextReader`` accepts (under 4 GiB) and halve the memory of a large report.
public struct SourceSpan: Hashable, Sendable, BitwiseCopyable {
    /// Offset of the first byte.
    public var start: UInt32
    /// Offset behind the last byte.
    public var end: UInt32

    /// A span of the given byte offsets.
    @inlinable
    public init(_ range: Range<Int>) {
        start = UInt32(truncatingIfNeeded: range.lowerBound)
        end = UInt32(truncatingIfNeeded: range.upperBound)
    }

    /// The span as a range of array indices.
    @inlinable
    public var range: Range<Int> { Int(start)..<Int(end) }

    /// Whether the span holds no byte.
    @inlinable
    public var isEmpty: Bool { start == end }

    /// The smallest span that holds both.
    @inlinable
    public func union(_ other: SourceSpan) -> SourceSpan {
        var result = self
        result.start = min(start, other.start)
        result.end = max(end, other.end)
        return result
    }
}
