internal import ThaiText

/// The lists of letters in a cell as far as it was read: one, and one within its items.
struct LetterLists {
    private struct List {
        var first: OutlineLetter
        var last: OutlineLetter
        /// The place of its first item among the marks.
        var start: Int
    }

    private var outer: List?
    private var inner: List?
    /// Whether the letter that was accepted last is of the list within an item.
    private(set) var isInner = false
    /// The places of letters that no second one follows, though nothing else shows that they are items.
    private(set) var lone: Set<Int> = []

    /// Whether a letter is an item's, which becomes mark number `place`.
    ///
    /// `mayBegin`: a list may begin here; `isLineStart`: there one item is enough.
    mutating func accepts(_ letter: OutlineLetter, at place: Int, mayBegin: Bool, isLineStart: Bool) -> Bool {
        if let list = outer, letter.follows(list.last) {
            lone.remove(list.start)
            outer?.last = letter
            inner = nil
            isInner = false
            return true
        }
        if let list = inner, letter.follows(list.last) {
            lone.remove(list.start)
            inner?.last = letter
            isInner = true
            return true
        }
        guard mayBegin, letter.isFirst else { return false }
        let list = List(first: letter, last: letter, start: place)
        if !isLineStart { lone.insert(place) }
        if let first = outer?.first, !Self.areAlike(first, letter) {
            inner = list
            isInner = true
        } else {
            isInner = false
            outer = list
            inner = nil
        }
        return true
    }

    /// Whether two first letters begin lists of one kind, so that the second begins the list anew.
    private static func areAlike(_ first: OutlineLetter, _ letter: OutlineLetter) -> Bool {
        first.style == letter.style && first.text == letter.text
    }
}
