internal import CLeptonica

extension PageImage {
    /// A scan lies at most this askew, in degrees; what seems to be more is no page of text.
    private static let mostSkew: Float = 7
    /// Less than this moves no line off its row.
    private static let leastSkew: Float = 0.05
    /// How clear the best angle must be: the ratio of its score to that of the worst one.
    private static let leastClarity: Float = 2.5

    /// How far the lines of text rise to the left or right, in degrees: positive where turning the picture clockwise
    /// sets it straight; 0 where it stands straight or nothing tells.
    func skew() -> Float {
        _ = Bitmap.silence
        // Half of the usual resolution tells it as well and takes a quarter of the time.
        guard let grey = Bitmap(self) else { return 0 }
        let factor = max(1, (dpi / 100).rounded(.down))
        guard let small = Bitmap(factor > 1 ? pixScaleAreaMap(grey.pix, 1 / factor, 1 / factor) : pixClone(grey.pix)),
            let black = Bitmap(pixConvertTo1(small.pix, Int32(Self.inkLevel(pixels))))
        else { return 0 }
        var (angle, clarity): (Float, Float) = (0, 0)
        guard
            pixFindSkewSweepAndSearch(black.pix, &angle, &clarity, 2, 1, Self.mostSkew, 1, 0.01) == 0,
            clarity >= Self.leastClarity, abs(angle) >= Self.leastSkew
        else { return 0 }
        return angle
    }

    /// The picture turned clockwise by some degrees around its middle, as large as before; what turns in is white.
    func turned(by degrees: Float) -> PageImage {
        guard degrees != 0, let grey = Bitmap(self),
            let turned = Bitmap(pixRotateAMGray(grey.pix, degrees * .pi / 180, 255))
        else { return self }
        return PageImage(width: width, height: height, pixels: turned.levels(), dpi: dpi)
    }

    /// The picture turned clockwise by a number of right angles.
    func turned(byRightAngles count: Int) -> PageImage {
        guard count % 4 != 0, let grey = Bitmap(self),
            let turned = Bitmap(pixRotateOrth(grey.pix, Int32((count % 4 + 4) % 4)))
        else { return self }
        let (width, height) = (turned.width, turned.height)
        return PageImage(width: width, height: height, pixels: turned.levels(), dpi: dpi)
    }

    /// The picture at half its resolution, or less, where that is above `most`.
    func reduced(to most: Float) -> PageImage {
        let factor = (dpi / most).rounded(.up)
        guard factor > 1, let grey = Bitmap(self), let small = Bitmap(pixScaleAreaMap(grey.pix, 1 / factor, 1 / factor))
        else { return self }
        let (width, height) = (small.width, small.height)
        return PageImage(width: width, height: height, pixels: small.levels(), dpi: dpi / factor)
    }

    /// The level below which a pixel is ink: between that of the paper and that of what is darkest.
    static func inkLevel(_ pixels: [UInt8], towardsPaper percent: Int = 55) -> Int {
        var counts = [Int](repeating: 0, count: 256)
        // Every pixel would tell no more.
        for place in stride(from: 0, to: pixels.count, by: 7) { counts[Int(pixels[place])] += 1 }
        let paper = counts.indices.max { counts[$0] < counts[$1] } ?? 255
        var rest = counts.reduce(0, +) / 200
        let ink = counts.indices.first { level in
            rest -= counts[level]
            return rest < 0
        }
        return max(1, (paper * percent + (ink ?? 0) * (100 - percent)) / 100)
    }
}
