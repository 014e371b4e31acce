/// How light the paper of a page is from place to place: a lid that stood open, or a photograph, shades it.
private struct PaperLevels {
    /// The level of the paper at the middle of each tile, row by row.
    private var levels: [Int]
    private let columns: Int, rows: Int
    private let side: Int

    /// A tile of a third of an inch holds paper, whatever is written on it.
    private static let tile: Float = 24
    /// Of its pixels so many hundredths are ink at most.
    private static let ink = 30
    /// A tile darker than this share of the page's paper is a picture.
    private static let leastPaper = 0.45
    /// Where the levels differ by less than this one level tells ink from paper everywhere, and nothing is changed.
    private static let leastSpread = 30

    /// The levels of a page's paper; `nil` where it is evenly lit.
    init?(_ image: PageImage) {
        side = image.pixels(Self.tile, atLeast: 16)
        columns = (image.width + side - 1) / side
        rows = (image.height + side - 1) / side
        let paper = image.paperLevel()
        levels = []
        for row in 0..<rows {
            for column in 0..<columns {
                let level = Self.level(
                    of: image, column * side..<min(image.width, (column + 1) * side),
                    row * side..<min(image.height, (row + 1) * side))
                levels.append(Double(level) < Self.leastPaper * Double(paper) ? paper : level)
            }
        }
        levels = lightestBeside()
        let sorted = levels.sorted()
        guard sorted[sorted.count * 97 / 100] - sorted[sorted.count * 3 / 100] >= Self.leastSpread else { return nil }
        levels = meansBeside()
    }

    /// The level that most of a tile's pixels are darker or lighter than by noise alone.
    private static func level(of image: PageImage, _ columns: Range<Int>, _ rows: Range<Int>) -> Int {
        var counts = [Int](repeating: 0, count: 256)
        var sum = 0
        for row in stride(from: rows.lowerBound, to: rows.upperBound, by: 2) {
            for column in stride(from: columns.lowerBound, to: columns.upperBound, by: 2) {
                counts[Int(image.pixels[row * image.width + column])] += 1
                sum += 1
            }
        }
        // The middle of what is not ink.
        var rest = sum * (100 + ink) / 200
        return counts.firstIndex { count in
            rest -= count
            return rest < 0
        } ?? 255
    }

    /// A tile full of ink is as light as the lightest beside it.
    private func lightestBeside() -> [Int] { beside { $0.max() ?? 255 } }
    private func meansBeside() -> [Int] { beside { $0.reduce(0, +) / max(1, $0.count) } }

    private func beside(_ combine: ([Int]) -> Int) -> [Int] {
        (0..<rows * columns).map { place in
            let (row, column) = place.quotientAndRemainder(dividingBy: columns)
            return combine(
                (max(0, row - 1)...min(rows - 1, row + 1)).flatMap { y in
                    (max(0, column - 1)...min(columns - 1, column + 1)).map { levels[y * columns + $0] }
                })
        }
    }

    /// The level of the paper at each pixel of a row, 256 to one, between the middles of the tiles.
    func row(_ y: Int, width: Int) -> [Int] {
        let (upper, lower, share) = Self.between(y, side: side, count: rows)
        let line = (0..<columns).map { column in
            levels[upper * columns + column] * (side - share) + levels[lower * columns + column] * share
        }
        return (0..<width).map { x in
            let (left, right, share) = Self.between(x, side: side, count: columns)
            return (line[left] * (side - share) + line[right] * share) * 256 / (side * side)
        }
    }

    /// The tiles between whose middles a pixel lies, and how far it is from the first, in parts of a tile.
    private static func between(_ place: Int, side: Int, count: Int) -> (Int, Int, Int) {
        let shifted = place - side / 2
        guard shifted >= 0 else { return (0, 0, 0) }
        let tile = min(shifted / side, count - 1)
        return (tile, min(tile + 1, count - 1), shifted % side)
    }
}

extension PageImage {
    /// The picture as if its paper were equally light everywhere; itself where it is.
    func evenlyLit() -> PageImage {
        guard let levels = PaperLevels(self) else { return self }
        let paper = paperLevel()
        var even = self
        even.pixels.withUnsafeMutableBufferPointer { pixels in
            for y in 0..<height {
                let row = levels.row(y, width: width)
                for x in 0..<width {
                    let place = y * width + x
                    pixels[place] = UInt8(min(255, Int(pixels[place]) * paper * 256 / max(1, row[x])))
                }
            }
        }
        return even
    }
}
