/// Which pixels of a box are ink, by the threshold that parts its levels best, and the patches in which ink hangs
/// together.
struct InkMask {
    /// Ink that touches, at corners too.
    struct Patch {
        /// Its number in the mask.
        let number: Int
        var box: PixelBox
        /// In pixels.
        var area: Int
    }

    let width: Int
    let height: Int
    /// The patches by their first pixel, row by row.
    private(set) var patches: [Patch] = []
    /// The patch of each pixel; -1 for paper, -2 for ink that was not looked at yet.
    private var numbers: [Int32]

    /// Paper and ink that lie closer together are noise.
    private static let leastContrast = 24

    /// The ink in a box; null where the box holds no pixels, or nothing on its paper.
    init?(_ picture: GreyPicture, in box: PixelBox) {
        let box = box.intersection(picture.bounds)
        guard box.width > 0, box.height > 0 else { return nil }
        width = box.width
        height = box.height
        let levels = picture.levels(in: box)
        guard let threshold = Self.threshold(of: levels) else { return nil }
        numbers = levels.map { Int($0) <= threshold ? -2 : -1 }
        for start in numbers.indices where numbers[start] == -2 {
            patches.append(patch(from: start))
        }
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

    /// Numbers the ink that hangs together with a pixel.
    private mutating func patch(from start: Int) -> Patch {
        let number = Int32(patches.count)
        var patch = Patch(
            number: patches.count, box: PixelBox(left: width, top: height, right: 0, bottom: 0), area: 0)
        var pending = [start]
        numbers[start] = number
        while let place = pending.popLast() {
            let (row, column) = place.quotientAndRemainder(dividingBy: width)
            patch.box = PixelBox(
                left: min(patch.box.left, column), top: min(patch.box.top, row),
                right: max(patch.box.right, column + 1), bottom: max(patch.box.bottom, row + 1))
            patch.area += 1
            for y in max(0, row - 1)...min(height - 1, row + 1) {
                for x in max(0, column - 1)...min(width - 1, column + 1) where numbers[y * width + x] == -2 {
                    numbers[y * width + x] = number
                    pending.append(y * width + x)
                }
            }
        }
        return patch
    }

    /// How many pixels of a column are ink, of the rows given.
    func ink(in column: Int, rows: Range<Int>) -> Int {
        rows.count { numbers[$0 * width + column] >= 0 }
    }

    /// Whether a row has ink in the columns given.
    func hasInk(_ row: Int, columns: Range<Int>) -> Bool {
        columns.contains { numbers[row * width + $0] >= 0 }
    }

    /// From which to which column a row has ink, or ink of a patch.
    func span(of row: Int, columns: Range<Int>, in patch: Patch?) -> ClosedRange<Int>? {
        let isInk = { (column: Int) in
            let number = numbers[row * width + column]
            return patch.map { number == Int32($0.number) } ?? (number >= 0)
        }
        guard let first = columns.first(where: isInk), let last = columns.last(where: isInk) else { return nil }
        return first...last
    }
}
