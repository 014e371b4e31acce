/// A rectangle on a page.
public struct PageBox: Hashable, Sendable, BitwiseCopyable {
    /// The page, counted from 1.
    public var page: Int
    /// The edges in points (1/72 inch) from the page's upper left corner, as the page lies in the file.
    public var left: Float, top: Float, right: Float, bottom: Float

    /// A rectangle on `page`.
    public init(page: Int, left: Float, top: Float, right: Float, bottom: Float) {
        self.page = page
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
    }

    /// The smallest rectangle that holds both, which lie on one page.
    func union(_ other: PageBox) -> PageBox {
        PageBox(
            page: page, left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }
}

/// Where on the pages of a file its extracted text stands, and how sure the reading of each stretch is.
public struct PageMap: Sendable {
    /// A word, or a longer stretch that has one box.
    public struct Entry: Hashable, Sendable, BitwiseCopyable {
        /// The bytes of the extracted text.
        public var span: SourceSpan
        /// Its place.
        public var box: PageBox
        /// How sure the reading is, from 0 to 1; 1 for text that the file itself holds.
        public var confidence: Float
        /// Whether another reading of a digit in it is nearly as likely.
        public var isDoubtful: Bool
    }

    /// The entries in the order of the text, none over another.
    public private(set) var entries: [Entry] = []

    init(entries: [Entry] = []) { self.entries = entries }

    /// Adds an entry that begins behind all others.
    mutating func append(_ entry: Entry) { entries.append(entry) }

    /// The entries that stand at least in part in `range` of the extracted text.
    func entries(in range: Range<Int>) -> ArraySlice<Entry> {
        let first = index { Int($0.span.end) > range.lowerBound }
        let end = index { Int($0.span.start) >= range.upperBound }
        return first < end ? entries[first..<end] : []
    }

    /// The rectangles that hold the text in `ranges`: one a page, in the order of the pages.
    public func boxes(of ranges: [Range<Int>]) -> [PageBox] {
        var boxes: [Int: PageBox] = [:]
        for range in ranges where !range.isEmpty {
            for entry in entries(in: range) {
                boxes[entry.box.page] = boxes[entry.box.page]?.union(entry.box) ?? entry.box
            }
        }
        return boxes.values.sorted { $0.page < $1.page }
    }

    /// How sure the reading of `range` is: the mean over its bytes, 1 where nothing is known.
    func confidence(of range: Range<Int>) -> Double {
        var sum = 0.0
        var bytes = 0
        for entry in entries(in: range) {
            sum += Double(entry.confidence) * Double(entry.span.range.count)
            bytes += entry.span.range.count
        }
        return bytes > 0 ? sum / Double(bytes) : 1
    }

    /// The index of the first entry for which `isBehind` holds, as it then does for all later ones.
    private func index(where isBehind: (Entry) -> Bool) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if isBehind(entries[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
