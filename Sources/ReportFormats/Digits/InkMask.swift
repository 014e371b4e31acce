/// Which pixels of a box are ink, by the threshold that parts its levels best, and the patches that ink hangs together
/// in.
struct InkMask {
    let width: Int
    let height: Int
    private let inked: [Bool]

    /// Paper and ink that lie closer together are noise.
    private static let leastContrast = 24

    /// The ink in a box; null where the box holds no pixels, or nothing on its paper.
    init?(_ picture: GreyPicture, in box: PixelBox) {
        let box = box.intersection(picture.bounds)
        guard box.width > 0, box.height > 0 else { return nil }
        width = box.width
        height = box.height
        var levels: [UInt8] = []
        levels.reserveCapacity(width * height)
        for row in box.top..<box.bottom {
            let start = row * picture.stride
            levels.append(contentsOf: picture.levels[(start + box.left)..<(start + box.right)])
        }
        guard let threshold = Self.threshold(of: levels) else { return nil }
        inked = levels.map { Int($0) <= threshold }
    }

    /// Otsu's threshold, the last level of ink; null where the two sides are too much alike.
    private static func threshold(of levels: [UInt8]) -> Int? {
        var counts = [Int](repeating: 0, count: 256)
        for level in levels {
            counts[Int(level)] += 1
        }
        let total = counts.enumerated().reduce(0) { $0 + $1.offset * $1.element }
        var best = (spread: -1.0, level: 0, contrast: 0)
        var count = 0
        var sum = 0
        for level in 0..<255 {
            count += counts[level]
            sum += level * counts[level]
            let rest = levels.count - count
            guard count > 0, rest > 0 else { continue }
            let apart = Double(total - sum) / Double(rest) - Double(sum) / Double(count)
            let spread = Double(count) * Double(rest) * apart * apart
            if spread > best.spread {
                best = (spread, level, Int(apart))
            }
        }
        return best.contrast >= leastContrast ? best.level : nil
    }

    subscript(row: Int, column: Int) -> Bool { inked[row * width + column] }

    /// How many pixels of a column are ink, of the rows given.
    func ink(in column: Int, rows: Range<Int>) -> Int {
        rows.count { self[$0, column] }
    }

    /// The first and the last column of ink of a row, of the columns given.
    func span(of row: Int, columns: Range<Int>) -> ClosedRange<Int>? {
        guard let first = columns.first(where: { self[row, $0] }),
            let last = columns.last(where: { self[row, $0] })
        else { return nil }
        return first...last
    }

    /// The boxes of the patches, and of how many pixels each is; corners touch.
    func patches() -> [(box: PixelBox, area: Int)] {
        var seen = [Bool](repeating: false, count: inked.count)
        var found: [(PixelBox, Int)] = []
        var pending: [Int] = []
        for start in inked.indices where inked[start] && !seen[start] {
            var box = PixelBox(left: width, top: height, right: 0, bottom: 0)
            var area = 0
            seen[start] = true
            pending.append(start)
            while let place = pending.popLast() {
                let (row, column) = place.quotientAndRemainder(dividingBy: width)
                box = PixelBox(
                    left: min(box.left, column), top: min(box.top, row), right: max(box.right, column + 1),
                    bottom: max(box.bottom, row + 1))
                area += 1
                for y in max(0, row - 1)...min(height - 1, row + 1) {
                    for x in max(0, column - 1)...min(width - 1, column + 1) where !seen[y * width + x] {
                        guard inked[y * width + x] else { continue }
                        seen[y * width + x] = true
                        pending.append(y * width + x)
                    }
                }
            }
            found.append((box, area))
        }
        return found
    }
}
