/// What a coarse picture of a page tells of it: drawing and searching a fine one takes most of the time that a page
/// takes.
struct PageSketch: Sendable {
    /// Whether the page holds its words and nothing else that counts: no ruling lines, no writing beside the words.
    var isPlain: Bool
    /// The size of the page in points.
    var width: Float, height: Float

    /// - Parameters:
    ///   - image: the page, its lines drawn at least a pixel thick, so that none is missed.
    ///   - words: those of its text layer.
    init(_ image: PageImage, words: [PageWord]) {
        width = Float(image.width) * image.pointsPerPixel
        height = Float(image.height) * image.pointsPerPixel
        let content = PageContent(number: 0, width: width, height: height, tables: [], words: words)
        guard !words.isEmpty else {
            // Faint ink may all but vanish in a coarse picture.
            isPlain = !image.pixels.contains { $0 < 240 }
            return
        }
        isPlain = !RulingLines.mayExist(on: image) && !PageInk.mayBeMostlyUnread(image, content)
    }
}
