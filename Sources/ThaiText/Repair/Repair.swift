/// One change that a repair made to a text.
public struct Repair: Hashable, Sendable {
    /// What was damaged.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// ํ and า that stand for ำ: `อํานาจ`.
        case saraAm = "sara-am"
        /// A space and า where a PDF lost the ring of ำ: `ต าบล`.
        case lostNikhahit = "lost-nikhahit"
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

    /// The same change where the repaired text before it is longer by `shift` bytes.
    fileprivate func moved(by shift: Int) -> Repair {
        Repair(kind: kind, source: source, range: range.lowerBound + shift..<range.upperBound + shift)
    }
}

/// A text after its repair, and what was changed in it.
public struct RepairedText: Sendable {
    /// The repaired text, in UTF-8.
    public private(set) var bytes: [UInt8]
    /// The changes in their order, none of which touches another.
    public private(set) var repairs: [Repair]

    /// A text that needed no repair.
    init(unchanged bytes: [UInt8]) {
        self.bytes = bytes
        repairs = []
    }

    init(bytes: [UInt8], repairs: [Repair]) {
        self.bytes = bytes
        self.repairs = repairs
    }

    /// The place in the text as it was of what stands at `range` now.
    ///
    /// A range that begins or ends inside of a mended place is widened to all of that place.
    public func source(of range: Range<Int>) -> Range<Int> {
        guard !repairs.isEmpty else { return range }
        let start = sourceOffset(of: range.lowerBound, isEnd: false)
        return start..<max(start, range.isEmpty ? start : sourceOffset(of: range.upperBound, isEnd: true))
    }

    /// This text after another repair of it; the places are those in the text as it was at first.
    ///
    /// What the later repair took away that the earlier one had mended is one change.
    func followed(by later: RepairedText) -> RepairedText {
        guard !later.repairs.isEmpty else { return self }
        guard !repairs.isEmpty else { return later }
        var merged: [Repair] = []
        merged.reserveCapacity(repairs.count + later.repairs.count)
        var earlier = 0
        var shift = 0
        for repair in later.repairs {
            while earlier < repairs.count, repairs[earlier].range.upperBound <= repair.source.lowerBound {
                merged.append(repairs[earlier].moved(by: shift))
                earlier += 1
            }
            var swallowed = repair
            swallowed.source = source(of: repair.source)
            while earlier < repairs.count, repairs[earlier].range.lowerBound < repair.source.upperBound {
                earlier += 1
            }
            merged.append(swallowed)
            shift += repair.range.count - repair.source.count
        }
        merged += repairs[earlier...].map { $0.moved(by: shift) }
        return RepairedText(bytes: later.bytes, repairs: merged)
    }

    private func sourceOffset(of offset: Int, isEnd: Bool) -> Int {
        // The first repair that ends behind the offset, or at it where a range begins.
        var low = 0
        var high = repairs.count
        while low < high {
            let middle = (low + high) / 2
            let end = repairs[middle].range.upperBound
            if end < offset || (end == offset && !isEnd) { low = middle + 1 } else { high = middle }
        }
        if low < repairs.count, repairs[low].range.lowerBound < offset {
            return isEnd ? repairs[low].source.upperBound : repairs[low].source.lowerBound
        }
        guard low > 0 else { return offset }
        let before = repairs[low - 1]
        return before.source.upperBound + (offset - before.range.upperBound)
    }
}

/// Collects the changes to a text while a pass goes over it.
struct RepairBuilder {
    private let text: [UInt8]
    private(set) var output: [UInt8] = []
    private(set) var repairs: [Repair] = []
    /// Up to where the text is in the output.
    private(set) var copied = 0

    init(_ text: [UInt8]) { self.text = text }

    /// Puts `replacement` in the place of `range`, which begins behind all earlier ones.
    mutating func replace(_ range: Range<Int>, with replacement: some Collection<UInt8>, kind: Repair.Kind) {
        if repairs.isEmpty { output.reserveCapacity(text.count + 64) }
        output.append(contentsOf: text[copied..<range.lowerBound])
        let start = output.count
        output.append(contentsOf: replacement)
        repairs.append(Repair(kind: kind, source: range, range: start..<output.count))
        copied = range.upperBound
    }

    /// The repaired text.
    consuming func finish() -> RepairedText {
        guard !repairs.isEmpty else { return RepairedText(unchanged: text) }
        output.append(contentsOf: text[copied...])
        return RepairedText(bytes: output, repairs: repairs)
    }
}
