internal import ThaiText

/// Where the lines of a text begin.
public struct LineTable: Sendable {
    private let starts: [UInt32]

    /// The lines of `text`; line feeds end them.
    public init(_ text: [UInt8]) {
        var starts: [UInt32] = [0]
        text.forEachOffset(of: 0x0A) { starts.append(UInt32(truncatingIfNeeded: $0 + 1)) }
        self.starts = starts
    }

    /// The number of the line, counted from 1, that byte `offset` stands in.
    ///
    /// `from` is a line at or before it, where one is known: a record seldom ends far behind its first line.
    public func line(at offset: Int, from: Int = 1) -> Int {
        let wanted = UInt32(truncatingIfNeeded: offset)
        var low = from - 1
        if from > 1, low + 1 == starts.count || starts[low + 1] > wanted { return from }
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= wanted { low = middle } else { high = middle }
        }
        return low + 1
    }
}
