/// How dark the pixels of a box are, by the levels of paper and ink in that box: 0 for paper to 255 for ink.
///
/// Training/digits/normalise.py does the same, to the bit: what differs here makes the net's input another than it
/// was trained on.
struct InkPicture {
    /// Darkness, row by row.
    private(set) var depths: [UInt8]
    let width: Int
    let height: Int

    /// From which darkness on a pixel is ink.
    static let ink: UInt8 = 112

    /// Levels of paper and ink that lie closer together are noise.
    private static let leastContrast = 24

    /// The ink in a box; null where the box holds no pixels of the picture, or no contrast.
    init?(_ picture: GreyPicture, in box: PixelBox) {
        let box = box.intersection(picture.bounds)
        guard box.width > 0, box.height > 0 else { return nil }
        width = box.width
        height = box.height
        depths = picture.levels(in: box)
        guard let table = Self.darkness(of: depths) else { return nil }
        for index in depths.indices {
            depths[index] = table[Int(depths[index])]
        }
    }

    /// The darkness of each level, by how often the levels occur: 4 % of the pixels are ink, 15 % paper, at the least.
    private static func darkness(of levels: [UInt8]) -> [UInt8]? {
        var counts = [Int](repeating: 0, count: 256)
        for level in levels {
            counts[Int(level)] += 1
        }
        let ink = level(below: levels.count * 4 / 100 + 1, in: counts)
        let paper = level(below: levels.count * 85 / 100 + 1, in: counts)
        guard paper - ink >= leastContrast else { return nil }
        return (0...255).map { UInt8(min(255, max(0, paper - $0) * 255 / (paper - ink))) }
    }

    /// The least level that with all below it occurs `share` times.
    private static func level(below share: Int, in counts: [Int]) -> Int {
        var sum = 0
        return counts.firstIndex { count in
            sum += count
            return sum >= share
        } ?? 255
    }

    /// Where the ink is; null where there is none.
    var inkBox: PixelBox? {
        var columns = (first: width, last: -1)
        var rows = (first: height, last: -1)
        for row in 0..<height {
            let line = depths[(row * width)..<((row + 1) * width)]
            guard let first = line.firstIndex(where: { $0 >= Self.ink }),
                let last = line.lastIndex(where: { $0 >= Self.ink })
            else { continue }
            rows = (min(rows.first, row), row)
            columns = (min(columns.first, first - row * width), max(columns.last, last - row * width))
        }
        guard rows.last >= 0 else { return nil }
        return PixelBox(left: columns.first, top: rows.first, right: columns.last + 1, bottom: rows.last + 1)
    }

    /// The ink, scaled into the middle of 28 × 28 levels by the mean of areas; null where there is none.
    func normalised() -> [UInt8]? {
        guard let box = inkBox else { return nil }
        let longer = max(box.width, box.height)
        let wide = max(1, (box.width * Self.inner * 2 + longer) / (2 * longer))
        let tall = max(1, (box.height * Self.inner * 2 + longer) / (2 * longer))
        let columns = Self.overlaps(box.width, in: wide)
        let rows = Self.overlaps(box.height, in: tall)
        var across = [Int](repeating: 0, count: wide)
        var levels = [UInt8](repeating: 0, count: Self.side * Self.side)
        let left = (Self.side - wide) / 2
        let top = (Self.side - tall) / 2
        let area = box.width * box.height
        for row in 0..<tall {
            for column in 0..<wide {
                across[column] = 0
            }
            for (source, share) in rows[row] {
                let start = (box.top + source) * width + box.left
                for column in 0..<wide {
                    var sum = 0
                    for (place, part) in columns[column] {
                        sum += Int(depths[start + place]) * part
                    }
                    across[column] += sum * share
                }
            }
            for column in 0..<wide {
                levels[(top + row) * Self.side + left + column] = UInt8((across[column] + area / 2) / area)
            }
        }
        return levels
    }

    /// The sides of the net's input, and of the ink in it.
    static let side = 28
    private static let inner = 24

    /// For each of `target` cells the source cells that it covers and how much of each, `length` in all.
    private static func overlaps(_ length: Int, in target: Int) -> [[(source: Int, share: Int)]] {
        (0..<target).map { cell in
            let start = cell * length
            let end = start + length
            return (start / target...(end - 1) / target).map { source in
                (source, min((source + 1) * target, end) - max(source * target, start))
            }
        }
    }
}
