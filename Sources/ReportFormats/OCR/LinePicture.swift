/// A line of text cut out of its page: nothing but its own letters on white, with a margin.
struct LinePicture {
    let image: PageImage
    /// Where its upper left corner lies on the page.
    let left: Int, top: Int
    /// The same levels for the digit recogniser.
    let grey: GreyPicture?

    /// Letters that touch the edge are read badly.
    private static let margin = 10

    init(_ pieces: [PixelBox], of page: PageImage) {
        let box = pieces.dropFirst().reduce(pieces[0]) { $0.union($1) }
        let (width, height) = (box.width + 2 * Self.margin, box.height + 2 * Self.margin)
        left = box.left - Self.margin
        top = box.top - Self.margin
        var pixels = [UInt8](repeating: 255, count: width * height)
        let bounds = PixelBox(left: 0, top: 0, right: page.width, bottom: page.height)
        for piece in pieces {
            // The soft edge of strokes lies outside of what is black.
            let cut = PixelBox(
                left: piece.left - 2, top: piece.top - 2, right: piece.right + 2, bottom: piece.bottom + 2
            ).intersection(bounds)
            for row in cut.top..<cut.bottom {
                let from = row * page.width
                let to = (row - top) * width - left
                for column in cut.left..<cut.right { pixels[to + column] = page.pixels[from + column] }
            }
        }
        image = PageImage(width: width, height: height, pixels: pixels, dpi: page.dpi)
        grey = GreyPicture(levels: pixels, width: width, height: height)
    }
}
