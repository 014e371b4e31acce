internal import ThaiText

/// The text of a cell in one run, and where each byte of it stands in the source.
///
/// Spaces and line ends that the layout put into words are taken out here; boxes stand as ☐ and ☑. Field readers work on
/// ``bytes`` and hand back ranges, which ``pieces(in:)`` turns into pieces of the source.
struct CellText {
    private struct Run {
        var flat: Int
        var length: Int
        var source: Int
        var sourceLength: Int
        var form: Piece.Form
    }

    /// The text: valid UTF-8.
    private(set) var bytes: [UInt8] = []
    /// The runs of the text; behind the first ``runCount`` stand some of earlier cells, whose places serve again.
    private var runs: [Run] = []
    private var runCount = 0
    /// Where lines of the layout begin, also where nothing marks them in the text.
    private(set) var lineStarts: [Int] = []
    /// Those of them above which the line had no room for the next word.
    private(set) var filledStarts: Set<Int> = []
    /// Where the items of lists begin that the markup marks, and whether they are items of a list within a list.
    private(set) var itemStarts: [(offset: Int, isInner: Bool)] = []
    /// Whether a box stands in the text.
    private(set) var hasBox = false
    /// Whether a space was taken out within a line.
    private(set) var hasLayoutSpace = false

    var isEmpty: Bool { bytes.isEmpty }
    var all: Range<Int> { 0..<bytes.count }

    static let emptyBox = Array("☐".utf8)
    static let tickedBox = Array("☑".utf8)

    /// Whether a box stands at `index`, empty or ticked.
    @inline(__always)
    static func isBox(at index: Int, of bytes: [UInt8]) -> Bool {
        // E2 98 90 and E2 98 91: most letters differ in the first byte.
        index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x98 && bytes[index + 2] | 1 == 0x91
    }

    /// The first box at or behind `index` and before `end`, or `end`.
    static func firstBox(from index: Int, to end: Int, of bytes: [UInt8]) -> Int {
        var place = bytes.firstOffset(of: 0xE2, in: index..<end)
        while place < end, !isBox(at: place, of: bytes) {
            place = bytes.firstOffset(of: 0xE2, in: place + 1..<end)
        }
        return place
    }

    /// Takes in the pieces of a cell: a range of a table of pieces.
    mutating func load(
        _ range: Range<Int>, of pieces: [Piece], of text: [UInt8], spaces: inout LayoutSpaces
    ) {
        reset()
        var lastEnd = -1
        for index in range {
            let piece = pieces[index]
            let range = piece.span.range
            if !bytes.isEmpty {
                switch piece.joint {
                case .none: break
                case .space: bytes.append(0x20)
                case .line, .item, .subitem: bytes.append(0x0A)
                case .fill, .wrap:
                    lineStarts.append(bytes.count)
                    if piece.joint == .fill { filledStarts.insert(bytes.count) }
                    if !joinsWithoutSpace(lastEnd, range.lowerBound, text, &spaces) { bytes.append(0x20) }
                }
                if piece.joint >= .line { lineStarts.append(bytes.count) }
            }
            if piece.joint >= .item { itemStarts.append((bytes.count, piece.joint == .subitem)) }
            switch piece.form {
            case .text: append(range, of: text, spaces: &spaces)
            case .reference:
                guard let reference = CharacterReference.read(text, at: range.lowerBound, end: range.upperBound) else {
                    append(range, of: text, spaces: &spaces)
                    break
                }
                append(Array(String(reference.scalar).utf8), for: range, form: .reference)
            case .emptyBox:
                hasBox = true
                append(Self.emptyBox, for: range, form: .emptyBox)
            case .tickedBox:
                hasBox = true
                append(Self.tickedBox, for: range, form: .tickedBox)
            }
            lastEnd = range.upperBound
        }
    }

    private mutating func reset() {
        bytes.removeAll(keepingCapacity: true)
        runCount = 0
        // Most cells have none of these.
        if !lineStarts.isEmpty { lineStarts.removeAll(keepingCapacity: true) }
        if !filledStarts.isEmpty { filledStarts.removeAll(keepingCapacity: true) }
        if !itemStarts.isEmpty { itemStarts.removeAll(keepingCapacity: true) }
        hasLayoutSpace = false
        hasBox = false
    }

    private mutating func append(_ replacement: [UInt8], for range: Range<Int>, form: Piece.Form) {
        add(
            Run(
                flat: bytes.count, length: replacement.count, source: range.lowerBound, sourceLength: range.count,
                form: form))
        bytes.append(contentsOf: replacement)
    }

    private mutating func add(_ run: Run) {
        if runCount < runs.count { runs[runCount] = run } else { runs.append(run) }
        runCount += 1
    }

    /// A line end between two Thai letters is the layout's: Thai breaks lines between words, where no space stands.
    private func joinsWithoutSpace(
        _ left: Int, _ right: Int, _ text: [UInt8], _ spaces: inout LayoutSpaces
    ) -> Bool {
        let last = text.thaiLetter(before: left)
        let first = text.thaiLetter(at: right)
        guard last != ThaiLetter.none, first != ThaiLetter.none else { return false }
        guard !ThaiLetter.isDigit(last), !ThaiLetter.isDigit(first) else { return false }
        return last != ThaiLetter.paiyannoi && last != ThaiLetter.maiYamok
    }

    private mutating func append(_ range: Range<Int>, of text: [UInt8], spaces: inout LayoutSpaces) {
        var start = range.lowerBound
        let end = range.upperBound
        var position = Self.nextBlank(from: start, to: end, in: text)
        while position < end {
            let length = text.blankLength(at: position)
            guard length > 0 else {
                position += text.characterLength(at: position)
                position = Self.nextBlank(from: position, to: end, in: text)
                continue
            }
            let next = text.skipBlanks(from: position + length, to: end)
            if spaces.isLayout(from: position, to: next, in: text) {
                take(start..<position, of: text)
                hasLayoutSpace = true
                start = next
            } else if next - position != 1 || text[position] != 0x20 {
                take(start..<position, of: text)
                if !bytes.isEmpty { bytes.append(0x20) }
                start = next
            }
            position = Self.nextBlank(from: next, to: end, in: text)
        }
        take(start..<min(position, end), of: text)
    }

    /// The first place that may hold a blank, or `end`.
    private static func nextBlank(from start: Int, to end: Int, in text: [UInt8]) -> Int {
        text.withUnsafeBytes { text in
            var position = start
            let high: UInt64 = 0x8080_8080_8080_8080
            while end - position >= 8 {
                let word = text.loadUnaligned(fromByteOffset: position, as: UInt64.self)
                // Blanks begin with a byte up to 20, or with one that begins a character but no Thai letter.
                let low = ~(((word & ~high) &+ 0x5F5F_5F5F_5F5F_5F5F) | word)
                let other = word ^ 0xE0E0_E0E0_E0E0_E0E0
                let lead = word & word << 1 & (((other & ~high) &+ ~high) | other)
                let found = (low | lead) & high
                if found != 0 { return position + found.trailingZeroBitCount / 8 }
                position += 8
            }
            while position < end, text[position] > 0x20, text[position] < 0xC2 || text[position] == 0xE0 {
                position += 1
            }
            return position
        }
    }

    private mutating func take(_ range: Range<Int>, of text: [UInt8]) {
        guard !range.isEmpty else { return }
        add(
            Run(
                flat: bytes.count, length: range.count, source: range.lowerBound, sourceLength: range.count, form: .text
            ))
        text.withUnsafeBufferPointer { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// The pieces of the source that `range` of ``bytes`` stands for, added to `list`.
    func append(piecesOf range: Range<Int>, to list: inout [Piece]) {
        let range = bytes.trimmed(range)
        guard !range.isEmpty else { return }
        if runCount == 1, runs[0].form == .text {
            let source = runs[0].source + range.lowerBound
            return list.append(Piece(source..<source + range.count))
        }
        var low = 0
        var high = runCount
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].flat + runs[middle].length <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        let first = list.count
        var index = low
        while index < runCount, runs[index].flat < range.upperBound {
            let run = runs[index]
            var joint = Piece.Joint.none
            if list.count > first, run.flat > 0 {
                let before = bytes[run.flat - 1]
                let isGap = index > 0 && runs[index - 1].flat + runs[index - 1].length < run.flat
                if isGap { joint = before == 0x0A ? .line : .space }
            }
            if run.form == .text {
                let start = max(range.lowerBound, run.flat)
                let end = min(range.upperBound, run.flat + run.length)
                let source = run.source + start - run.flat..<run.source + end - run.flat
                list.append(Piece(source, joint: joint))
            } else {
                list.append(Piece(run.source..<run.source + run.sourceLength, joint: joint, form: run.form))
            }
            index += 1
        }
    }
}
