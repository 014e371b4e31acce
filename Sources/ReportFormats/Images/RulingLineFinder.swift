internal import CLeptonica

extension RulingLines {
    /// Lines are at least this long, in points: longer than any stroke of a letter.
    private static let leastLevel: Float = 20
    private static let leastUpright: Float = 11
    /// Dashes, and what a scan leaves of a line, are at least this long.
    private static let leastDash: Float = 3
    /// Dashes are at most this far apart, in points.
    private static let dashGap: Float = 2.2
    /// A line thicker than this, in points, is a bar or a picture.
    private static let thickest: Float = 5
    /// The strokes of a double line are at most this far apart.
    private static let doubleLine: Float = 2.5
    /// How much of a line must be drawn, the gaps between dashes not counted; of a short one, which strokes of letters
    /// that stand over each other may seem to be, nearly all.
    private static let leastDrawn = 0.45, leastDrawnShort = 0.9
    private static let shortLine: Float = 40
    /// Gaps that a scan tears into a line.
    private static let tornGap: Float = 7

    /// Finds the lines of a page that stands straight.
    init(_ image: PageImage) {
        _ = Bitmap.silence
        upright = Self.lines(of: image, isLevel: false)
        // Without upright lines there is no table, and nothing that level ones would be good for.
        level = upright.isEmpty ? [] : Self.lines(of: image, isLevel: true)
    }

    /// Whether a page may have tables: without upright lines there are none.
    static func mayExist(on image: PageImage) -> Bool {
        _ = Bitmap.silence
        return !lines(of: image, isLevel: false).isEmpty
    }

    static func lines(of image: PageImage, isLevel: Bool) -> [RulingLine] {
        guard let mask = RulingMask(image, isLevel: isLevel) else { return [] }
        let length = Int32(image.pixels(isLevel ? leastLevel : leastUpright, atLeast: 8))
        let gap = Int32(image.pixels(dashGap, atLeast: 3))
        // Strokes of letters are gone before gaps are closed, lest a line of text becomes a ruling line.
        let dash = Int32(image.pixels(leastDash, atLeast: 3))
        guard
            let dashes = Bitmap(
                isLevel ? pixOpenBrick(nil, mask.bitmap.pix, dash, 1) : pixOpenBrick(nil, mask.bitmap.pix, 1, dash))
        else { return [] }
        let pix = dashes.pix
        // A line that is not quite straight steps from row to row: three rows count as one.
        guard let thick = Bitmap(isLevel ? pixDilateBrick(nil, pix, 1, 3) : pixDilateBrick(nil, pix, 3, 1)),
            let whole = Bitmap(
                isLevel ? pixCloseBrick(nil, thick.pix, gap, 1) : pixCloseBrick(nil, thick.pix, 1, gap)),
            let long = Bitmap(
                isLevel ? pixOpenBrick(nil, whole.pix, length, 1) : pixOpenBrick(nil, whole.pix, 1, length))
        else { return [] }
        let thickest = image.pixels(thickest, atLeast: 5) + 2
        let lines = long.components().compactMap { box -> RulingLine? in
            let thickness = isLevel ? box.height : box.width
            guard thickness <= thickest else { return nil }
            return isLevel
                ? RulingLine(
                    place: (box.top + box.bottom) / 2, start: box.left, end: box.right, thickness: max(1, thickness - 2)
                )
                : RulingLine(
                    place: (box.left + box.right) / 2, start: box.top, end: box.bottom, thickness: max(1, thickness - 2)
                )
        }
        let short = image.pixels(shortLine)
        return joined(lines, apart: image.pixels(doubleLine, atLeast: 3), gap: image.pixels(tornGap, atLeast: 6))
            .map { line in
                var line = line
                line.strokes = strokes(of: line, in: thick, isLevel: isLevel)
                return line
            }
            .filter { $0.density >= ($0.length < short ? leastDrawnShort : leastDrawn) }
    }

    /// Where a line is drawn.
    private static func strokes(of line: RulingLine, in mask: borrowing Bitmap, isLevel: Bool) -> [Range<Int>] {
        guard let data = pixGetData(mask.pix) else { return [] }
        let words = Int(pixGetWpl(mask.pix))
        let reach = line.thickness / 2 + 1
        let across = max(0, line.place - reach)...min((isLevel ? mask.height : mask.width) - 1, line.place + reach)
        var strokes: [Range<Int>] = []
        for along in line.start..<line.end {
            let isDrawn = across.contains { place in
                let (x, y) = isLevel ? (along, place) : (place, along)
                return data[y * words + x / 32] >> UInt32(31 - x % 32) & 1 != 0
            }
            guard isDrawn else { continue }
            if let last = strokes.last, last.upperBound == along {
                strokes[strokes.count - 1] = last.lowerBound..<along + 1
            } else {
                strokes.append(along..<along + 1)
            }
        }
        return strokes
    }
}
