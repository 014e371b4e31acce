/// A run of source bytes that belongs to a text, and how it joins the run before it.
///
/// A text of the report is never a copy: it is a list of pieces, so that no value can hold what the source does not.
public struct Piece: Hashable, Sendable, BitwiseCopyable {
    /// What stands between a piece and the one before it.
    public enum Joint: UInt8, Comparable, Sendable, BitwiseCopyable {
        /// Nothing: what stood between them is markup, or a space that the layout put inside a word.
        case none
        /// One space.
        case space
        /// The end of a line that had no room for the next word: a space or nothing, not yet decided which.
        case fill
        /// A line end of the layout, not yet decided to be a space or nothing.
        case wrap
        /// A line end that the author made (`<br>`, `</p>`).
        case line
        /// The start of a list item (`<li>`).
        case item
        /// The start of an item of a list within a list.
        case subitem

        /// Whether the left joint parts less than the right one.
        @inlinable
        public static func < (left: Joint, right: Joint) -> Bool { left.rawValue < right.rawValue }
    }

    /// How the bytes of a piece are to be read.
    public enum Form: UInt8, Sendable, BitwiseCopyable {
        /// As they stand.
        case text
        /// An HTML character reference (`&amp;`), read as the character that it names.
        case reference
        /// A ticked box, however it is written: `☑`, `[x]`, `<input type="checkbox" checked="">`.
        case tickedBox
        /// An empty box.
        case emptyBox
    }

    /// The bytes of the source.
    public var span: SourceSpan
    /// What stands before the piece.
    public var joint: Joint
    /// How the bytes are to be read.
    public var form: Form

    /// A piece over `span`.
    @inlinable
    public init(_ span: SourceSpan, joint: Joint = .none, form: Form = .text) {
        self.span = span
        self.joint = joint
        self.form = form
    }

    /// A piece over the bytes of `range`.
    @inlinable
    public init(_ range: Range<Int>, joint: Joint = .none, form: Form = .text) {
        self.init(SourceSpan(range), joint: joint, form: form)
    }
}

/// A stretch of a table of pieces, or of another flat table of the document or report.
public struct Slice32: Hashable, Sendable, BitwiseCopyable {
    /// Index of the first element.
    public var first: UInt32
    /// How many elements.
    public var count: UInt32

    /// A slice of `range` of a table.
    @inlinable
    public init(_ range: Range<Int>) {
        first = UInt32(truncatingIfNeeded: range.lowerBound)
        count = UInt32(truncatingIfNeeded: range.count)
    }

    /// The slice that holds nothing.
    public static let empty = Slice32(0..<0)

    /// The slice as a range of array indices.
    @inlinable
    public var range: Range<Int> { Int(first)..<Int(first) + Int(count) }

    /// Whether the slice holds nothing.
    @inlinable
    public var isEmpty: Bool { count == 0 }
}

extension [Piece] {
    /// Adds the pieces of a further text; `joint` parts them from what stands before, if anything does.
    mutating func join(_ text: some Collection<Piece>, by joint: Piece.Joint) {
        let first = count
        append(contentsOf: text)
        if first > 0, count > first { self[first].joint = joint }
    }
}
