/// A line of text as it is drawn: the pieces of its letters and marks.
struct InkLine {
    /// From left to right.
    var pieces: [PixelBox]
    /// The height of a letter without ascender, in pixels.
    var letterHeight: Int
    /// Whether nothing stands on it but dashes, which need not be recognised.
    var isDashes = false

    var box: PixelBox { pieces.dropFirst().reduce(pieces[0]) { $0.union($1) } }

    /// Whether a piece lies at the height of the line, or so close that it is a mark of it.
    func isBeside(_ piece: PixelBox) -> Bool {
        let (box, middle) = (box, (piece.top + piece.bottom) / 2)
        return middle > box.top - letterHeight / 3 && middle < box.bottom + letterHeight / 3
    }
}

/// Finds the lines of text among the pieces of a cell, or of what lies outside tables.
///
/// Thai stacks up to two marks over a letter and one below, so that lines touch: the bodies of letters tell the
/// lines, and each mark goes to the line whose letters it is nearest to.
struct InkLines {
    let lines: [InkLine]

    /// Letters are this high, in points: smaller are marks, higher pictures and frames.
    private static let letterHeights: ClosedRange<Float> = 3.5...40
    /// Marks lie up to so many letter heights above and below the letters.
    private static let markAbove = 1.25, markBelow = 0.8
    /// The lines of a text lie at least so many hundredths of a letter height apart.
    private static let leastPitch = 135

    /// - Parameters:
    ///   - pieces: what is drawn in the region.
    ///   - image: the page.
    init(_ pieces: [PixelBox], on image: PageImage) {
        let heights = image.pixels(Self.letterHeights.lowerBound)...image.pixels(Self.letterHeights.upperBound)
        let candidates = pieces.filter { heights.contains($0.height) && $0.width < 6 * $0.height }
        let sorted = candidates.map(\.height).sorted()
        guard let median = sorted.isEmpty ? nil : sorted[sorted.count / 2] else {
            lines = []
            return
        }
        let bodies = candidates.filter { $0.height * 100 >= median * 68 }
        var bands = Self.bands(of: bodies, letter: median)
        // A line of one letter weighs too little beside full ones.
        let lone = bodies.filter { body in
            let middle = (body.top + body.bottom) / 2
            return bands.allSatisfy { abs($0.middle - middle) * 100 >= median * Self.leastPitch }
        }
        bands = (bands + Self.bands(of: lone, letter: median)).sorted { $0.middle < $1.middle }
        guard !bands.isEmpty else {
            lines = []
            return
        }
        var members: [[PixelBox]] = bands.map { _ in [] }
        let isBody = Set(bodies)
        for body in bodies {
            let middle = (body.top + body.bottom) / 2
            let index = bands.indices.min { abs(bands[$0].middle - middle) < abs(bands[$1].middle - middle) } ?? 0
            members[index].append(body)
        }
        for index in bands.indices { bands[index].measure(members[index]) }
        for piece in pieces where !isBody.contains(piece) && piece.height <= heights.upperBound {
            guard piece.width <= 4 * median || piece.height > median / 2 else { continue }
            let index = bands.indices.min {
                bands[$0].distance(to: piece) < bands[$1].distance(to: piece)
            }
            if let index, bands[index].distance(to: piece) <= 1 { members[index].append(piece) }
        }
        lines = zip(bands, members).compactMap { band, pieces in
            let clean = Self.withoutSpecks(pieces, letter: band.bottom - band.top, baseline: band.bottom)
            return clean.isEmpty ? nil : InkLine(pieces: clean, letterHeight: band.bottom - band.top)
        }
    }

    /// The pieces from left to right, without specks of dust.
    ///
    /// A full stop is a fifth of a letter high and stands on the base line, near a letter.
    private static func withoutSpecks(_ pieces: [PixelBox], letter: Int, baseline: Int) -> [PixelBox] {
        let sorted = pieces.sorted { ($0.left, $0.top, $0.right) < ($1.left, $1.top, $1.right) }
        let large = sorted.filter { max($0.width, $0.height) * 3 > letter }
        return sorted.filter { piece in
            let side = max(piece.width, piece.height)
            if side * 3 > letter { return true }
            if side * 7 < letter { return false }
            let gap =
                large.lazy.map { max($0.left - piece.right, piece.left - $0.right, 0) }.min() ?? Int.max
            // Beside the letters it would be a full stop, over them a mark or the dot of one.
            let isStop = abs(piece.bottom - baseline) * 3 <= letter
            return gap * 10 <= (isStop ? 12 : 4) * letter
        }
    }

    /// The rows between which the letters of a line stand.
    private struct Band {
        var top: Int, bottom: Int
        var middle: Int { (top + bottom) / 2 }

        /// How far a mark lies away, 1 being as far as it may.
        func distance(to piece: PixelBox) -> Double {
            let middle = Double(piece.top + piece.bottom) / 2
            let height = Double(max(1, bottom - top))
            if middle < Double(top) { return (Double(top) - middle) / (InkLines.markAbove * height) }
            if middle > Double(bottom) { return (middle - Double(bottom)) / (InkLines.markBelow * height) }
            return 0
        }

        /// Sets its rows by the letters in it: the medians of their tops and bottoms.
        mutating func measure(_ pieces: [PixelBox]) {
            guard !pieces.isEmpty else { return }
            top = pieces.map(\.top).sorted()[pieces.count / 2]
            bottom = max(top + 1, pieces.map(\.bottom).sorted()[pieces.count / 2])
        }
    }

    /// Bands of rows that hold the middles of letters.
    private static func bands(of bodies: [PixelBox], letter: Int) -> [Band] {
        guard let first = bodies.map(\.top).min(), let last = bodies.map(\.bottom).max() else { return [] }
        var weights = [Int](repeating: 0, count: last - first + 1)
        for body in bodies {
            let middle = (body.top + body.bottom) / 2
            let half = max(1, min(body.height, letter) / 4)
            for row in max(first, middle - half)...min(last, middle + half) { weights[row - first] += body.width }
        }
        // Valleys between lines may hold a tall letter or two.
        var bands: [Band] = []
        var start: Int?
        let peak = weights.max() ?? 0
        let least = max(1, min(peak / 12, letter * 2))
        for (row, weight) in (weights + [0]).enumerated() {
            if weight >= least {
                if start == nil { start = row }
            } else if let from = start {
                bands.append(Band(top: from + first, bottom: row + first))
                start = nil
            }
        }
        let total = { (band: Band) in weights[band.top - first..<band.bottom - first].reduce(0, +) }
        // Bands closer than lines can be are a line and the marks over it.
        while let index = bands.indices.dropFirst().first(where: {
            (bands[$0].middle - bands[$0 - 1].middle) * 100 < letter * leastPitch
        }) {
            bands.remove(at: total(bands[index]) < total(bands[index - 1]) ? index : index - 1)
        }
        return bands
    }
}

extension InkPage {
    /// The lines of each cell, and behind them those outside tables.
    func lines(in tables: [RuledTable]) -> [InkLine] {
        let cells = tables.flatMap(\.cells).map { image.box(of: $0.rect) }
        var regions: [[PixelBox]] = Array(repeating: [], count: cells.count + 1)
        for piece in pieces {
            let (x, y) = ((piece.left + piece.right) / 2, (piece.top + piece.bottom) / 2)
            let index = cells.firstIndex { $0.left <= x && x < $0.right && $0.top <= y && y < $0.bottom }
            if let index, isRest(piece, of: cells[index]) { continue }
            regions[index ?? cells.count].append(piece)
        }
        return regions.enumerated().flatMap { index, pieces in
            let lines = InkLines(pieces, on: image).lines
            // Beside letters, and outside tables, what looks like a dash may be what is left of a ruling line.
            guard index < cells.count else { return lines }
            let apart = pieces.filter { piece in !lines.contains { $0.isBeside(piece) } }
            return lines + LoneDashes.lines(of: apart, in: cells[index], on: image)
        }
    }

    /// Whether a piece is what was left of a ruling line that does not lie quite straight.
    private func isRest(_ piece: PixelBox, of cell: PixelBox) -> Bool {
        let near = image.pixels(2, atLeast: 3)
        let thin = image.pixels(1.5, atLeast: 2)
        let isAtSide = piece.left - cell.left <= near || cell.right - piece.right <= near
        let isAtEnd = piece.top - cell.top <= near || cell.bottom - piece.bottom <= near
        return isAtSide && piece.width <= thin || isAtEnd && piece.height <= thin
    }
}
