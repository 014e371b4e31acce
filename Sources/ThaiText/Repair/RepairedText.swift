/// A text after its repair, and what was changed in it.
public struct RepairedText: Sendable {
    /// A stretch of the text that was replaced by another one.
    struct Change: Hashable, Sendable {
        /// What was damaged; `nil` for a space that only keeps what follows in its column.
        var kind: Repair.Kind?
        /// The place in the text as it was, and that of the mended text in the repaired one.
        var source: Range<Int>
        var range: Range<Int>
    }

    /// The text as it was.
    public let source: [UInt8]
    /// The repaired text, in UTF-8.
    public let bytes: [UInt8]
    /// The changes in their order, none of which overlaps another.
    private let changes: [Change]
    /// For each block of the repaired text, and the end of the last, the first change that begins in it or behind.
    private let firstInBlock: [Int32]
    private static var blockBits: Int { 10 }

    /// The same, for those who hand them on.
    var allChanges: [Change] { changes }

    /// A text that needed no repair.
    init(unchanged bytes: [UInt8]) { self.init(source: bytes, bytes: bytes, changes: []) }

    init(source: [UInt8], bytes: [UInt8], changes: [Change]) {
        self.source = source
        self.bytes = bytes
        self.changes = changes
        guard !changes.isEmpty else {
            firstInBlock = []
            return
        }
        let blocks = bytes.count >> Self.blockBits + 1
        var first: [Int32] = []
        first.reserveCapacity(blocks + 1)
        var change = 0
        for block in 0...blocks {
            while change < changes.count, changes[change].range.lowerBound < block << Self.blockBits { change += 1 }
            first.append(Int32(truncatingIfNeeded: change))
        }
        firstInBlock = first
    }

    /// Whether nothing was changed.
    public var isUnchanged: Bool { changes.isEmpty }

    /// What was repaired, in the order of the text.
    public var repairs: [Repair] { repairs(in: 0..<changes.count) }

    /// What was repaired within `range` of the repaired text.
    public func repairs(within range: Range<Int>) -> [Repair] {
        let first = firstChange(at: range.lowerBound)
        var end = firstChange(at: range.upperBound)
        if end > first, changes[end - 1].range.upperBound > range.upperBound { end -= 1 }
        return first < end ? repairs(in: first..<end) : []
    }

    /// Characters side by side that were damaged in the same way are one repair where each was mended by itself.
    private func repairs(in indices: Range<Int>) -> [Repair] {
        var repairs: [Repair] = []
        for change in changes[indices] {
            guard let kind = change.kind else { continue }
            if let last = repairs.last, last.kind == kind, kind == .mojibake || kind == .fullWidth,
                last.source.upperBound == change.source.lowerBound
            {
                repairs[repairs.count - 1].source = last.source.lowerBound..<change.source.upperBound
                repairs[repairs.count - 1].range = last.range.lowerBound..<change.range.upperBound
            } else {
                repairs.append(Repair(kind: kind, source: change.source, range: change.range))
            }
        }
        return repairs
    }

    /// The index of the first change for which `isBehind` holds, as it then does for all later ones.
    private func firstChange(_ isBehind: (Change) -> Bool) -> Int {
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if isBehind(changes[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The index of the first change that begins at `offset` of the repaired text or behind: most texts are asked for
    /// many places, so that only the changes of one block are looked at.
    private func firstChange(at offset: Int) -> Int {
        guard !changes.isEmpty else { return 0 }
        let block = min(offset >> Self.blockBits, firstInBlock.count - 2)
        var low = Int(firstInBlock[block])
        var high = offset > bytes.count ? changes.count : Int(firstInBlock[block + 1])
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].range.lowerBound >= offset { high = middle } else { low = middle + 1 }
        }
        return low
    }

    // MARK: Places

    /// The place in the text as it was of what stands at `range` now.
    ///
    /// Ranges side by side stay side by side, also where one ends within a mended place.
    public func sourceRange(of range: Range<Int>) -> Range<Int> {
        changes.isEmpty ? range : sourceOffset(of: range.lowerBound)..<sourceOffset(of: range.upperBound)
    }

    /// Where in the text as it was that stands which stands at `offset` now; the next character of it within a mended
    /// place.
    public func sourceOffset(of offset: Int) -> Int {
        // The last change that begins before the offset decides.
        let next = firstChange(at: offset)
        guard next > 0 else { return offset }
        let change = changes[next - 1]
        guard offset < change.range.upperBound else {
            return change.source.upperBound + (offset - change.range.upperBound)
        }
        var place = min(change.source.lowerBound + (offset - change.range.lowerBound), change.source.upperBound)
        while place < change.source.upperBound, source[place] & 0xC0 == 0x80 { place += 1 }
        return place
    }

    /// Where that stands now which stood at `offset`: the beginning of the mended place for what was replaced.
    public func offset(ofSource offset: Int) -> Int {
        let next = firstChange { $0.source.lowerBound > offset }
        guard next > 0 else { return offset }
        let change = changes[next - 1]
        guard offset >= change.source.upperBound else { return change.range.lowerBound }
        return change.range.upperBound + (offset - change.source.upperBound)
    }

    // MARK: One after the other

    /// This text after another repair of it; the places are those in the text as it was at first.
    ///
    /// What the later repair took away that the earlier one had mended is one change.
    func followed(by later: RepairedText) -> RepairedText {
        guard !later.changes.isEmpty else { return self }
        guard !changes.isEmpty else { return later }
        var merged: [Change] = []
        merged.reserveCapacity(changes.count + later.changes.count)
        var earlier = 0
        var shift = 0
        for change in later.changes {
            while earlier < changes.count, changes[earlier].range.upperBound <= change.source.lowerBound {
                merged.append(changes[earlier].moved(by: shift))
                earlier += 1
            }
            var swallowing = change
            swallowing.source = sourceRange(of: change.source)
            while earlier < changes.count, changes[earlier].range.lowerBound < change.source.upperBound {
                earlier += 1
            }
            merged.append(swallowing)
            shift += change.range.count - change.source.count
        }
        merged += changes[earlier...].map { $0.moved(by: shift) }
        return RepairedText(source: source, bytes: later.bytes, changes: merged)
    }
}

extension RepairedText.Change {
    /// The same change where the repaired text before it is longer by `shift` bytes.
    fileprivate func moved(by shift: Int) -> Self {
        Self(kind: kind, source: source, range: range.lowerBound + shift..<range.upperBound + shift)
    }
}

/// Collects the changes to a text while a pass goes over it.
///
/// There is but one, so that what it gives in the end is never a copy of all of the text.
struct RepairBuilder: ~Copyable {
    private let text: [UInt8]
    private(set) var output: [UInt8] = []
    private var changes: [RepairedText.Change] = []
    /// Up to where the text is in the output.
    private(set) var copied = 0

    init(_ text: [UInt8]) { self.text = text }

    /// Puts `replacement` in the place of `range`, which begins behind all earlier ones.
    mutating func replace(_ range: Range<Int>, with replacement: some Collection<UInt8>, kind: Repair.Kind?) {
        if changes.isEmpty { output.reserveCapacity(text.count + 64) }
        output.append(contentsOf: text[copied..<range.lowerBound])
        let start = output.count
        output.append(contentsOf: replacement)
        changes.append(RepairedText.Change(kind: kind, source: range, range: start..<output.count))
        copied = range.upperBound
    }

    /// Takes `length` more bytes away behind the last change, which ends where they begin.
    mutating func extendLast(by length: Int) {
        changes[changes.count - 1].source = changes[changes.count - 1].source.lowerBound..<copied + length
        copied += length
    }

    /// Puts another letter of as many bytes in the place of the one that the last change ends with.
    mutating func replaceLast(_ letter: [UInt8]) {
        output.removeLast(letter.count)
        output.append(contentsOf: letter)
    }

    /// The repaired text.
    consuming func finish() -> RepairedText {
        guard !changes.isEmpty else { return RepairedText(unchanged: text) }
        output.append(contentsOf: text[copied...])
        return RepairedText(source: text, bytes: output, changes: changes)
    }
}
