/// The picture of a page in grey levels.
struct PageImage: Sendable {
    var width: Int, height: Int
    /// The levels row by row from the top, without gaps: 0 is black, 255 is white.
    var pixels: [UInt8]
    /// Pixels an inch.
    var dpi: Float

    /// A picture of `pixels`, which are `width` times `height`.
    init(width: Int, height: Int, pixels: [UInt8], dpi: Float) {
        precondition(width > 0 && height > 0 && pixels.count == width * height, "pixels that fill no rectangle")
        self.width = width
        self.height = height
        self.pixels = pixels
        self.dpi = dpi
    }

    /// Points (1/72 inch) a pixel.
    var pointsPerPixel: Float { 72 / dpi }

    /// How many pixels a length in points takes, at least `least`.
    func pixels(_ points: Float, atLeast least: Int = 1) -> Int { max(least, Int((points * dpi / 72).rounded())) }

    /// A rectangle of the page in pixels, cut to the picture.
    func box(of rect: PageRect) -> PixelBox {
        let scale = dpi / 72
        return PixelBox(
            left: Int((rect.left * scale).rounded(.down)), top: Int((rect.top * scale).rounded(.down)),
            right: Int((rect.right * scale).rounded(.up)), bottom: Int((rect.bottom * scale).rounded(.up))
        ).intersection(PixelBox(left: 0, top: 0, right: width, bottom: height))
    }

    /// A box of the picture in points.
    func rect(of box: PixelBox) -> PageRect {
        let scale = pointsPerPixel
        return PageRect(
            left: Float(box.left) * scale, top: Float(box.top) * scale, right: Float(box.right) * scale,
            bottom: Float(box.bottom) * scale)
    }
}

extension PageImage {
    /// A page larger than this is no page that was scanned: A3 at 600 dots an inch has 70 million.
    ///
    /// In colour, while it is decoded, a picture takes 4 bytes a pixel.
    static let mostPixels = 120_000_000

    /// Pages are as large as A5 to A2 and somewhat more; what a file says beyond is a default of the program that
    /// wrote it.
    private static let longSides: ClosedRange<Float> = 5...26
    /// The long side of A4 in inches.
    private static let longSideA4: Float = 11.693

    /// The resolution of a picture: what its file says, or what makes an A4 page of it where that cannot be.
    static func resolution(width: Int, height: Int, stated: Float?) -> Float {
        let long = Float(max(width, height))
        if let stated, stated > 0, longSides.contains(long / stated) { return stated }
        return max(long / longSideA4, 1)
    }
}
