/// The ink of a word in pieces from left to right: no piece holds more than a glyph, a glyph may be several.
struct GlyphPieces {
    /// Some ink.
    struct Piece {
        /// In the picture's pixels.
        var box: PixelBox
        /// The patch that it is; null for a part of one, or for more than one.
        var patch: InkMask.Patch?
        /// The first of the pieces that one patch was cut into, which may just as well be whole; null if it was not cut.
        var firstCut: Int?
    }

    private(set) var pieces: [Piece] = []
    /// The height of the tallest piece.
    let tallest: Int
    /// The row of the picture below the tall pieces: the middle one of their ends.
    let line: Int

    let mask: InkMask
    let origin: PixelBox

    /// More pieces than that are no word, but a picture or noise.
    private static let most = 160

    /// The pieces of a word; null where its box holds no ink, or too many pieces of it.
    init?(_ picture: GreyPicture, in box: PixelBox) {
        origin = box.intersection(picture.bounds)
        guard let mask = InkMask(picture, in: origin) else { return nil }
        self.mask = mask
        let boxes = mask.patches.map(\.box)
        let tallest = boxes.map(\.height).max() ?? 0
        let ends = boxes.filter { $0.height * 20 >= tallest * 11 }.map(\.bottom).sorted()
        let line = ends.isEmpty ? mask.height : ends[ends.count / 2]
        self.tallest = tallest
        self.line = line + origin.top
        // Dust: less than a full stop, or as little, high above the line, and no part of what stands below it.
        let least = max(3, tallest * tallest / 200)
        let large = boxes.filter { max($0.width, $0.height) * 5 > tallest }
        guard large.count <= Self.most else { return nil }
        let kept = mask.patches.filter { patch in
            let box = patch.box
            guard patch.area >= least else { return false }
            return max(box.width, box.height) * 5 > tallest || box.bottom * 3 >= line * 3 - tallest
                || large.contains { min($0.right, box.right) > max($0.left, box.left) }
        }.sorted { ($0.box.left, $0.box.top) < ($1.box.left, $1.box.top) }
        guard !kept.isEmpty, kept.count <= Self.most else { return nil }
        for piece in Self.stacked(kept) {
            let parts = cut(piece.box)
            let firstCut = parts.count > 1 ? pieces.count : nil
            for part in parts {
                pieces.append(
                    Piece(box: onPage(part), patch: parts.count == 1 ? piece.patch : nil, firstCut: firstCut))
            }
        }
    }

    /// Patches joined that stand above one another: a stroke that broke, the two dots of a colon.
    private static func stacked(_ patches: [InkMask.Patch]) -> [Piece] {
        var result: [Piece] = []
        for patch in patches {
            guard let last = result.last?.box,
                (min(last.right, patch.box.right) - max(last.left, patch.box.left)) * 2
                    > min(last.width, patch.box.width)
            else {
                result.append(Piece(box: patch.box, patch: patch))
                continue
            }
            result[result.count - 1] = Piece(box: last.union(patch.box), patch: nil)
        }
        return result
    }

    /// A patch wider than most glyphs, cut where it is thinnest: two that touch.
    private func cut(_ box: PixelBox) -> [PixelBox] {
        let least = max(3, tallest * 2 / 5)
        guard box.width >= least * 2, box.width * 10 > tallest * 9 else { return [box] }
        let rows = box.top..<box.bottom
        let ink = (box.left..<box.right).map { mask.ink(in: $0, rows: rows) }
        var cuts: [Int] = []
        while cuts.count < 8 {
            let place = ink.indices.filter { place in
                place >= least && ink.count - place >= least && cuts.allSatisfy { abs($0 - place) >= least }
            }.min { (ink[$0], $0) < (ink[$1], $1) }
            // A stroke or two that pass through, not a stem.
            guard let place, ink[place] * 10 <= max(10, tallest * 3) else { break }
            cuts.append(place)
        }
        let edges = [0] + cuts.sorted() + [ink.count]
        return zip(edges, edges.dropFirst()).map { start, end in
            trimmed(PixelBox(left: box.left + start, top: box.top, right: box.left + end, bottom: box.bottom))
        }
    }

    /// A box without the rows above and below its ink.
    private func trimmed(_ box: PixelBox) -> PixelBox {
        let rows = (box.top..<box.bottom).filter { mask.hasInk($0, columns: box.left..<box.right) }
        guard let first = rows.first, let last = rows.last else { return box }
        return PixelBox(left: box.left, top: first, right: box.right, bottom: last + 1)
    }

    private func onPage(_ box: PixelBox) -> PixelBox {
        PixelBox(
            left: box.left + origin.left, top: box.top + origin.top, right: box.right + origin.left,
            bottom: box.bottom + origin.top)
    }
}
