internal import CLeptonica

/// Black where a page picture has strokes that are thin in one direction: darker than what lies on both sides.
///
/// Unlike a threshold this sees grey lines, lines around shaded cells, and none at the edges of shades.
struct RulingMask: ~Copyable {
    let bitmap: Bitmap

    /// Line widths up to this many points are found.
    private static let widest: Float = 3
    /// How much darker than its sides a line on a picture without noise is at least.
    private static let leastContrast = 14

    /// Looks for strokes.
    ///
    /// - Parameters:
    ///   - image: the page.
    ///   - isLevel: whether strokes thin from top to bottom are looked for, else those thin from left to right.
    init?(_ image: PageImage, isLevel: Bool) {
        guard let bitmap = Bitmap(pixCreate(Int32(image.width), Int32(image.height), 1)) else { return nil }
        let far = image.pixels(Self.widest, atLeast: 3)
        let near = max(2, far / 2)
        let contrast = Self.leastContrast + Self.noise(of: image) * 5
        let (width, height) = (image.width, image.height)
        let words = Int(pixGetWpl(bitmap.pix))
        guard width > 2 * far, height > 2 * far, let data = pixGetData(bitmap.pix) else {
            self.bitmap = bitmap
            return
        }
        image.pixels.withUnsafeBufferPointer { pixels in
            guard let base = pixels.baseAddress else { return }
            let (rows, columns) = isLevel ? (far..<height - far, 0..<width) : (0..<height, far..<width - far)
            let (nearStep, farStep) = isLevel ? (near * width, far * width) : (near, far)
            for row in rows {
                let line = base + row * width
                let target = data + row * words
                var column = columns.lowerBound
                while column < columns.upperBound {
                    let end = min((column / 32 + 1) * 32, columns.upperBound)
                    if end - column == 32, Self.isWhite(line + column) {
                        column = end
                        continue
                    }
                    var word: UInt32 = 0
                    for x in column..<end {
                        let side = max(
                            min(line[x - nearStep], line[x + nearStep]), min(line[x - farStep], line[x + farStep]))
                        let isThin = Int16(side) - Int16(line[x]) >= Int16(truncatingIfNeeded: contrast)
                        word |= (isThin ? 1 : 0) << UInt32(31 - x % 32)
                    }
                    target[column / 32] |= word
                    column = end
                }
            }
        }
        self.bitmap = bitmap
    }

    /// Whether the 32 pixels from a place on are as bright as can be, as most of a page is: no side is brighter.
    private static func isWhite(_ pixels: UnsafePointer<UInt8>) -> Bool {
        let words = UnsafeRawPointer(pixels)
        return (0..<4).allSatisfy { words.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) == .max }
    }

    /// How much neighbouring pixels differ where nothing is drawn: the median of a sample.
    static func noise(of image: PageImage) -> Int {
        var counts = [Int](repeating: 0, count: 256)
        var sum = 0
        for row in stride(from: 0, to: image.height, by: 13) {
            for column in stride(from: 1, to: image.width, by: 7) {
                let place = row * image.width + column
                counts[abs(Int(image.pixels[place]) - Int(image.pixels[place - 1]))] += 1
                sum += 1
            }
        }
        var rest = sum / 2
        for (difference, count) in counts.enumerated() {
            rest -= count
            if rest < 0 { return difference }
        }
        return 0
    }
}
