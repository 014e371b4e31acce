internal import CICU

/// Cuts Thai text into words, or into the pieces between which a line may be broken, with ICU's dictionary.
///
/// ICU takes letters and digits without a space between them for one word (`ข้อ๑๒มาตรการ`): the text is parted where script
/// and digits change before ICU sees it. Words that make a term of public administration together are one word.
///
/// ```swift
/// var segmenter = try WordSegmenter(.words)
/// let text = Array("ข้อ๑๒มาตรการป้องกัน".utf8)
/// segmenter.segments(of: text).map { String(decoding: text[$0], as: UTF8.self) }   // ข้อ, ๑๒, มาตรการ, ป้องกัน
/// ```
///
/// One segmenter serves one task at a time: it keeps ICU's iterator and its buffers between calls.
public struct WordSegmenter: ~Copyable {
    /// What is cut out.
    public enum Unit: Sendable {
        /// Words, numbers, and the spaces and signs between them.
        case words
        /// Pieces behind which a line may end.
        case lines
    }

    private let handle: OpaquePointer
    private let unit: Unit
    private let dictionary = WordDictionary.shared
    private var text = SegmentedText()
    private var boundaries: [Int32] = []

    /// Opens ICU's iterator over the words or lines of Thai text.
    ///
    /// - Throws: ``ICUError`` where ICU's data cannot be read.
    public init(_ unit: Unit) throws(ICUError) {
        var status: Int32 = 0
        let kind = unit == .words ? ICU_BREAK_WORDS : ICU_BREAK_LINES
        guard let handle = icu_breaker_open(Int32(kind.rawValue), "th", &status) else {
            throw ICUError(code: status)
        }
        self.handle = handle
        self.unit = unit
    }

    deinit { icu_breaker_close(handle) }

    /// The segments of `range` of a text in valid UTF-8, all of it by default: in order, without gaps, in bytes.
    ///
    /// Where ICU fails, all is one segment.
    public mutating func segments(of text: [UInt8], in range: Range<Int>? = nil) -> [Range<Int>] {
        var segments: [Range<Int>] = []
        forEachSegment(of: text, in: range ?? 0..<text.count) { segments.append($0) }
        return segments
    }

    /// Calls `body` with each segment of `range`, in order.
    public mutating func forEachSegment(of text: [UInt8], in range: Range<Int>, _ body: (Range<Int>) -> Void) {
        guard !range.isEmpty else { return }
        self.text.load(text, range, partsScripts: unit == .words)
        guard findBoundaries() else { return body(range) }
        var start = range.lowerBound
        var first = 0
        var position = 0
        while position < boundaries.count {
            if unit == .words { position = lastBoundary(ofTermAt: first, position) }
            first = Int(boundaries[position])
            position += 1
            // Between the units of a space that was put in, the text does not go on.
            let end = range.lowerBound + self.text.offset(ofUnit: first)
            if end > start { body(start..<end) }
            start = end
        }
    }

    /// How many segments there are in `range`.
    public mutating func countSegments(of text: [UInt8], in range: Range<Int>) -> Int {
        var count = 0
        forEachSegment(of: text, in: range) { _ in count += 1 }
        return count
    }

    /// The index of the boundary at which the term ends that begins at `start`; `position`, the next one, where none does.
    private func lastBoundary(ofTermAt start: Int, _ position: Int) -> Int {
        // The bit of a length of n is n - 1; the longest term that ends at a boundary is taken.
        var words = dictionary.termPrefixes(of: text.letters(from: start))
        var last = position
        var next = position
        while words != 0, next < boundaries.count {
            let length = Int(boundaries[next]) - start
            guard length < WordDictionary.longestWord else { break }
            if words >> UInt64(length - 1) & 1 != 0 { last = next }
            words &= ~0 << UInt64(length)
            next += 1
        }
        return last
    }

    private mutating func findBoundaries() -> Bool {
        boundaries.removeAll(keepingCapacity: true)
        var batch: [256 of Int32] = .init(repeating: 0)
        var status: Int32 = 0
        icu_breaker_set_text(handle, text.units, Int32(clamping: text.count), &status)
        guard status <= 0 else { return false }
        withUnsafeMutablePointer(to: &batch) { pointer in
            pointer.withMemoryRebound(to: Int32.self, capacity: 256) { output in
                var found = 256
                while found == 256 {
                    found = Int(icu_breaker_next(handle, output, 256))
                    boundaries.append(contentsOf: UnsafeBufferPointer(start: output, count: found))
                }
            }
        }
        return !boundaries.isEmpty
    }
}

/// A text in UTF-16 with a space put in wherever script or digits change, and the way back to its bytes.
private struct SegmentedText: ~Copyable {
    private(set) var units: UnsafeMutablePointer<UInt16>
    /// The Thai letter of each unit, 0 for what is none.
    private var letters: UnsafeMutablePointer<UInt8>
    /// Where each unit begins in the bytes; a space that was put in, where the next one does.
    private var offsets: UnsafeMutablePointer<UInt32>
    private var capacity = 1024
    private(set) var count = 0

    init() {
        units = .allocate(capacity: capacity)
        letters = .allocate(capacity: capacity)
        offsets = .allocate(capacity: capacity)
    }

    deinit {
        units.deallocate()
        letters.deallocate()
        offsets.deallocate()
    }

    private enum Script { case thai, other, blank }

    mutating func load(_ text: [UInt8], _ range: Range<Int>, partsScripts: Bool) {
        // A byte becomes a unit at most, with a space before it at most; the end has an offset too.
        reserve(2 * range.count + 1)
        var count = 0
        var before = Script.blank
        text.withUnsafeBufferPointer { bytes in
            var index = range.lowerBound
            while index < range.upperBound {
                let lead = bytes[index]
                var script = Script.other
                var letter = ThaiLetter.none
                if lead == 0xE0, bytes[index + 1] & 0xFE == 0xB8 {
                    letter = (bytes[index + 1] & 1) << 6 | bytes[index + 2] & 0x3F
                    if !ThaiLetter.isDigit(letter) { script = .thai }
                } else if lead == 0x20 {
                    script = .blank
                }
                if partsScripts, script != before, script != .blank, before != .blank {
                    units[count] = 0x20
                    letters[count] = ThaiLetter.none
                    offsets[count] = UInt32(truncatingIfNeeded: index - range.lowerBound)
                    count += 1
                }
                before = script
                letters[count] = script == .thai ? letter : ThaiLetter.none
                offsets[count] = UInt32(truncatingIfNeeded: index - range.lowerBound)
                if letter != ThaiLetter.none {
                    units[count] = 0xE00 | UInt16(letter)
                    count += 1
                    index += 3
                } else {
                    index = append(bytes, index, &count)
                }
            }
        }
        offsets[count] = UInt32(truncatingIfNeeded: range.count)
        self.count = count
    }

    /// Puts the character at `index`, which is none of Thai's, into the units; gives where the next one begins.
    private func append(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ count: inout Int) -> Int {
        let scalar = bytes.scalar(at: index)
        if scalar < 0x10000 {
            units[count] = UInt16(truncatingIfNeeded: scalar)
            count += 1
        } else {
            units[count] = UInt16(truncatingIfNeeded: 0xD800 + ((scalar - 0x10000) >> 10))
            units[count + 1] = UInt16(truncatingIfNeeded: 0xDC00 + ((scalar - 0x10000) & 0x3FF))
            letters[count + 1] = ThaiLetter.none
            offsets[count + 1] = offsets[count]
            count += 2
        }
        return index + (scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4)
    }

    private mutating func reserve(_ more: Int) {
        guard more > capacity else { return }
        capacity = more
        units.deallocate()
        letters.deallocate()
        offsets.deallocate()
        units = .allocate(capacity: capacity)
        letters = .allocate(capacity: capacity)
        offsets = .allocate(capacity: capacity)
    }

    /// Where a unit begins, in bytes behind the beginning of the range.
    func offset(ofUnit unit: Int) -> Int { Int(offsets[unit]) }

    /// The letters at `start`, as many as a word has at most.
    func letters(from start: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: letters + start, count: min(count - start, WordDictionary.longestWord))
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The character at `index` of valid UTF-8.
    fileprivate func scalar(at index: Int) -> UInt32 {
        let lead = UInt32(self[index])
        if lead < 0x80 { return lead }
        let second = UInt32(self[index + 1] & 0x3F)
        if lead < 0xE0 { return (lead & 0x1F) << 6 | second }
        let third = UInt32(self[index + 2] & 0x3F)
        if lead < 0xF0 { return (lead & 0x0F) << 12 | second << 6 | third }
        return (lead & 0x07) << 18 | second << 12 | third << 6 | UInt32(self[index + 3] & 0x3F)
    }
}
