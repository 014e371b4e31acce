/// Lines whose words stand in columns with nothing but white between them: a table without ruling lines, or columns of
/// text.
struct AlignedColumns {
    enum Kind {
        case table
        /// Two columns that are read one after the other.
        case text
    }

    let kind: Kind
    let columns: Int
    /// For each line its part in each column.
    let rows: [[PageLine?]]

    /// Columns are parted by so many widths of a letter on every line, and by so many on most.
    private static let leastGap: Float = 0.4
    private static let usualGap: Float = 1.6
    /// A table has so many lines at least that are parted everywhere, or nearly so.
    private static let fewestRows = 3
    private static let fewestTextRows = 8
    private static let mostColumns = 40
    /// More lines than a page has are looked at no further.
    private static let mostLines = 300

    /// The columns that begin at line `start`; `nil` where the line belongs to none.
    init?(at start: Int, of lines: [PageLine]) {
        guard let (all, end) = Self.gutters(at: start, of: lines) else { return nil }
        let gutters = all.filter { Self.isUsual($0, in: lines[start..<end]) }
        guard !gutters.isEmpty else { return nil }
        let rows = lines[start..<end].map { Self.parts(of: $0, between: gutters) }
        let columns = gutters.count + 1
        let whole = rows.count { row in row.count { $0 != nil } >= max(2, columns - 1) }
        guard whole >= Self.fewestRows else { return nil }
        if columns >= 3 {
            kind = .table
        } else if whole >= Self.fewestTextRows, Self.isText(rows) {
            kind = .text
        } else {
            return nil
        }
        self.columns = columns
        self.rows = rows
    }

    /// The white strips that all lines from `start` on have in common, as many lines as that goes.
    private static func gutters(at start: Int, of lines: [PageLine]) -> (gutters: [ClosedRange<Float>], end: Int)? {
        let first = lines[start]
        let width = leastGap * first.letterWidth
        var gutters = white(of: first, wider: width)
        guard !gutters.isEmpty, gutters.count < mostColumns else { return nil }
        let pitch = PageBlocks.pitch(of: Array(lines[start...].prefix(40)))
        var end = start + 1
        while end < min(lines.count, start + mostLines) {
            let line = lines[end]
            if pitch > 0, line.rect.middleY - lines[end - 1].rect.middleY > 4 * pitch { break }
            let left = intersection(of: gutters, with: line, wider: width)
            // The spaces of the first lines are soon covered by words below; a line that covers the rest is text.
            guard left.count == gutters.count || (left.count >= 2 && end - start <= 4) else { break }
            gutters = left
            end += 1
        }
        return (gutters, end)
    }

    /// Whether most lines leave a strip wide, or only numbers stand before it.
    private static func isUsual(_ gutter: ClosedRange<Float>, in lines: ArraySlice<PageLine>) -> Bool {
        let middle = (gutter.lowerBound + gutter.upperBound) / 2
        var (both, wide, numbers) = (0, 0, 0)
        for line in lines {
            guard let next = line.words.firstIndex(where: { $0.rect.middleX > middle }), next > 0 else { continue }
            both += 1
            let end = line.words[..<next].reduce(-Float.infinity) { max($0, $1.rect.right) }
            if line.words[next].rect.left - end >= usualGap * line.letterWidth { wide += 1 }
            if next == 1, line.words[0].isNumber { numbers += 1 }
        }
        return both > 0 && (wide * 2 > both || numbers >= 3 && numbers * 4 >= both * 3)
    }

    /// The gaps of a line.
    private static func white(of line: PageLine, wider width: Float) -> [ClosedRange<Float>] {
        line.gaps(wider: width).map { index in
            let end = line.words[..<index].reduce(-Float.infinity) { max($0, $1.rect.right) }
            return end...line.words[index].rect.left
        }
    }

    /// What a line leaves white of strips that have to stay so wide.
    private static func intersection(
        of gutters: [ClosedRange<Float>], with line: PageLine, wider width: Float
    ) -> [ClosedRange<Float>] {
        gutters.compactMap { gutter in
            var (low, high) = (gutter.lowerBound, gutter.upperBound)
            let middle = (low + high) / 2
            for word in line.words where word.rect.right > low && word.rect.left < high {
                // What reaches into the strip from one side makes it narrower from there.
                if word.rect.middleX < middle { low = max(low, word.rect.right) } else { high = min(high, word.rect.left) }
            }
            return high - low >= width ? low...high : nil
        }
    }

    private static func parts(of line: PageLine, between gutters: [ClosedRange<Float>]) -> [PageLine?] {
        var words = [[PageWord]](repeating: [], count: gutters.count + 1)
        for word in line.words {
            let column = gutters.firstIndex { word.rect.middleX < ($0.lowerBound + $0.upperBound) / 2 } ?? gutters.count
            words[column].append(word)
        }
        return words.map { $0.isEmpty ? nil : PageLine($0) }
    }

    /// Whether both columns hold text that fills their lines, as that of a table seldom does.
    private static func isText(_ rows: [[PageLine?]]) -> Bool {
        (0..<2).allSatisfy { column in
            let lines = rows.compactMap { $0[column] }
            guard let widest = lines.map(\.rect.width).max(), lines.count >= fewestTextRows else { return false }
            let letter = lines[0].letterWidth
            return widest > 15 * letter && lines.count { $0.rect.width > 0.75 * widest } * 2 > lines.count
        }
    }
}

extension PageWord {
    /// Whether it is a number, with a full stop or brackets perhaps.
    fileprivate var isNumber: Bool {
        text.unicodeScalars.contains { $0.value &- 0x30 < 10 || $0.value &- 0x0E50 < 10 }
            && text.unicodeScalars.allSatisfy {
                $0.value &- 0x30 < 10 || $0.value &- 0x0E50 < 10 || $0 == "." || $0 == "(" || $0 == ")"
            }
    }
}
