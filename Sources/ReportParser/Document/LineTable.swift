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
    /// `near` is a line that may be it or stand a little above it: records come in the order of their lines, and a
    /// record seldom ends far behind its first line.
    public func line(at offset: Int, near: Int = 1) -> Int {
        let wanted = UInt32(truncatingIfNeeded: offset)
        var low = 0
        var high = starts.count
        let first = near - 1
        if first >= 0, first < starts.count, starts[first] <= wanted {
            // Steps that double, until a line is behind the place.
            low = first
            var step = 1
            while low + step < starts.count, starts[low + step] <= wanted {
                low += step
                step *= 2
            }
            high = min(starts.count, low + step)
        }
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= wanted { low = middle } else { high = middle }
        }
        return low + 1
    }
}
