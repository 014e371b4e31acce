internal import CLeptonica

/// A page to be recognised: straight, its paper white, and its ink told apart piece by piece.
struct InkPage {
    /// The page, its levels stretched so that the paper is white.
    let image: PageImage
    /// The same levels for what looks at the shape of a glyph.
    let grey: GreyPicture?
    /// The boxes of what is connected, ruling lines left out.
    let pieces: [PixelBox]

    /// More pieces than this are noise, not text: a page of small print has 10,000.
    private static let mostPieces = 60_000
    /// The ruling lines of cells are this thick at most, in points, on either side of where they stand.
    private static let lineReach: Float = 1.3
    /// How far from ink to paper a pixel is that still is ink: thin strokes are never quite black.
    private static let inkPercent = 68
    /// What is smaller than a full stop in small print, in points, is noise.
    private static let leastPiece: Float = 0.75

    /// Tells ink from paper.
    ///
    /// - Parameters:
    ///   - page: the picture, upright and straight.
    ///   - tables: its tables, whose lines are left out.
    init(_ page: PageImage, tables: [RuledTable]) {
        let paper = page.paperLevel()
        let image = page.stretched(paper: paper)
        self.image = image
        grey = GreyPicture(levels: image.pixels, width: image.width, height: image.height)
        guard let bare = Bitmap(image.without(tables.flatMap(\.cells).map(\.rect), reach: Self.lineReach)),
            let black = Bitmap(
                pixThresholdToBinary(bare.pix, Int32(PageImage.inkLevel(image.pixels, towardsPaper: Self.inkPercent))))
        else {
            pieces = []
            return
        }
        let least = image.pixels(Self.leastPiece, atLeast: 2)
        let found = black.components()
        pieces = found.count > Self.mostPieces ? [] : found.filter { max($0.width, $0.height) >= least }
    }
}

extension PageImage {
    /// The level of most of the page.
    func paperLevel() -> Int {
        var counts = [Int](repeating: 0, count: 256)
        for place in stride(from: 0, to: pixels.count, by: 7) { counts[Int(pixels[place])] += 1 }
        // Scans cut the paper's level off at white.
        return counts.indices.dropFirst(64).max { counts[$0] < counts[$1] } ?? 255
    }

    /// The picture with its levels stretched so that its paper, and what is nearly as light, is white.
    func stretched(paper: Int) -> PageImage {
        let white = max(1, paper - 8)
        let levels = (0...255).map { UInt8(min(255, $0 * 255 / white)) }
        var stretched = self
        stretched.pixels = pixels.map { levels[Int($0)] }
        return stretched
    }

    /// The picture with the edges of rectangles painted white.
    fileprivate func without(_ rects: [PageRect], reach: Float) -> PageImage {
        var clean = self
        let reach = pixels(reach, atLeast: 2)
        for rect in rects {
            let box = box(of: rect)
            for (place, from, to) in [(box.top, box.left, box.right), (box.bottom, box.left, box.right)] {
                for row in max(0, place - reach)..<max(0, min(height, place + reach + 1)) {
                    for column in max(0, from - reach)..<max(0, min(width, to + reach)) {
                        clean.pixels[row * width + column] = 255
                    }
                }
            }
            for place in [box.left, box.right] {
                for row in box.top..<box.bottom {
                    for column in max(0, place - reach)..<max(0, min(width, place + reach + 1)) {
                        clean.pixels[row * width + column] = 255
                    }
                }
            }
        }
        return clean
    }
}
