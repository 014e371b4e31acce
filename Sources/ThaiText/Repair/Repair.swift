/// One change that a repair made to a text.
public struct Repair: Hashable, Sendable {
    /// What was damaged.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// ํ and า that stand for ำ: `อํานาจ`.
        case saraAm = "sara-am"
        /// A space and า where a PDF lost the ring of ำ: `ต าบล`.
        case lostNikhahit = "lost-nikhahit"
        /// Another mark in place of a vowel that the font of a PDF lost throughout: `ข้อม่ล` in a text without any ู.
        case lostVowel = "lost-vowel"
        /// A tone mark before its vowel or behind a following one: `น้ี`, `หนา้`.
        case markOrder = "mark-order"
        /// The same mark or following vowel twice: `นี้้`.
        case repeatedMark = "repeated-mark"
        /// A space before a mark or a following vowel: `ข ึ้น`.
        case detachedMark = "detached-mark"
        /// A space behind a leading vowel: `เ ทศบาล`.
        case detachedVowel = "detached-vowel"
        /// เเ that stands for แ.
        case doubledVowel = "doubled-vowel"
        /// ๅ that stands for า.
        case lakkhangyao
        /// A glyph of a Windows or Mac font at a private code point.
        case privateUse = "private-use"
        /// A character that nobody sees: a zero-width space, a soft hyphen.
        case invisible
        /// A space other than U+0020: a no-break space, a thin space.
        case spaceKind = "space-kind"
        /// More spaces than one.
        case spaceRun = "space-run"
        /// A space or line break that a layout put inside a word or a term: `ข้อ มูล`.
        case layoutSpace = "layout-space"
        /// A full-width form of an ASCII character: `ＯＩＴ`.
        case fullWidth = "full-width"
        /// A Latin letter and its accent apart: `e` and U+0301.
        case decomposed
        /// Thai that was read in a Latin encoding: `¡Í§`.
        case mojibake
    }

    /// What was damaged.
    public var kind: Kind
    /// The place of the damage in the text as it was, in bytes.
    public var source: Range<Int>
    /// The place of the mended text in the repaired text, in bytes; empty where something was taken away.
    public var range: Range<Int>
}
