/// The ink of a word in pieces from left to right: no piece holds more than a glyph, a glyph may be several.
struct GlyphPieces {
    /// The pieces, in the picture's pixels.
    private(set) var boxes: [PixelBox] = []
    /// The height of the tallest piece.
    private(set) var tallest = 0

    let mask: InkMask
    let origin: PixelBox

    /// More pieces than that are no word, but a picture or noise.
    private static let most = 160

    /// The pieces of a word; null where its box holds no ink, or too many pieces of it.
    init?(_ picture: GreyPicture, in box: PixelBox) {
        origin = box.intersection(picture.bounds)
        guard let mask = InkMask(picture, in: origin) else { return nil }
        self.mask = mask
        let patches = mask.patches()
        tallest = patches.map(\.box.height).max() ?? 0
        // Dust: nothing that a full stop could be.
        let least = max(3, tallest * tallest / 200)
        let kept = patches.filter { $0.area >= least }.map(\.box).sorted { ($0.left, $0.top) < ($1.left, $1.top) }
        guard !kept.isEmpty, kept.count <= Self.most else { return nil }
        for box in Self.stacked(kept) {
            boxes.append(contentsOf: cut(box).map(onPage))
        }
    }

    /// Patches joined that stand above one another: a stroke that broke, the two dots of a colon.
    private static func stacked(_ patches: [PixelBox]) -> [PixelBox] {
        var result: [PixelBox] = []
        for patch in patches {
            guard let last = result.last else {
                result.append(patch)
                continue
            }
            let shared = min(last.right, patch.right) - max(last.left, patch.left)
            guard shared * 2 > min(last.width, patch.width) else {
                result.append(patch)
                continue
            }
            result[result.count - 1] = PixelBox(
                left: min(last.left, patch.left), top: min(last.top, patch.top), right: max(last.right, patch.right),
                bottom: max(last.bottom, patch.bottom))
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
        let rows = (box.top..<box.bottom).filter { mask.span(of: $0, columns: box.left..<box.right) != nil }
        guard let first = rows.first, let last = rows.last else { return box }
        return PixelBox(left: box.left, top: first, right: box.right, bottom: last + 1)
    }

    private func onPage(_ box: PixelBox) -> PixelBox {
        PixelBox(
            left: box.left + origin.left, top: box.top + origin.top, right: box.right + origin.left,
            bottom: box.bottom + origin.top)
    }
}
