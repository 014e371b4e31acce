/// Whether the words of a page's layer are what is to be read on it.
enum PageInk {
    /// A block of pixels on a side, in points.
    private static let block: Float = 3
    /// Darker pixels are ink, lighter ones are paper.
    private static let ink: UInt8 = 128, paper: UInt8 = 176
    /// So much of a page that bears text is paper; of photographs less is.
    private static let leastPaper = 0.6
    /// Words reach so many points beyond the boxes that their fonts tell.
    private static let reach: Float = 3
    /// So many lines of text and letters without a word are more than a seal or the lettering of a chart.
    private static let fewestLines = 5, fewestLetters = 60

    /// Whether most of the text on the page is in no word: a scanned page with a page number stamped on it, or letters
    /// that are drawn as shapes.
    static func isMostlyUnread(_ image: PageImage, _ content: PageContent) -> Bool {
        guard mayBeMostlyUnread(image, content) else { return false }
        let boxes = content.words.map { image.box(of: $0.rect) }
        // The pieces of letters of a page that may be askew; its tables' lines are left out as they are found.
        let page = PreparedPage(image)
        var (lines, letters, readLetters) = (0, 0, 0)
        for line in page.lines {
            let outside = line.pieces.count { piece in
                let (x, y) = ((piece.left + piece.right) / 2, (piece.top + piece.bottom) / 2)
                return !boxes.contains { x >= $0.left && x < $0.right && y >= $0.top && y < $0.bottom }
            }
            letters += outside
            readLetters += line.pieces.count - outside
            if outside >= 5, outside * 2 > line.pieces.count { lines += 1 }
        }
        return lines >= fewestLines && letters >= fewestLetters && letters > 2 * readLetters
    }

    /// Whether there is more ink outside the words than in them, on a page that may bear text.
    static func mayBeMostlyUnread(_ image: PageImage, _ content: PageContent) -> Bool {
        let (read, unread) = count(image, content)
        return unread > read && isMostlyPaper(image)
    }

    /// How many blocks with ink words lie over, and how many neither they nor the lines of tables do.
    private static func count(_ image: PageImage, _ content: PageContent) -> (read: Int, unread: Int) {
        let side = image.pixels(block, atLeast: 2)
        let columns = (image.width + side - 1) / side
        let rows = (image.height + side - 1) / side
        var covers = [UInt8](repeating: 0, count: columns * rows)
        func cover(_ rect: PageRect, reach: Float, as mark: UInt8) {
            let box = image.box(
                of: PageRect(
                    left: rect.left - reach, top: rect.top - reach, right: rect.right + reach,
                    bottom: rect.bottom + reach))
            guard box.left < box.right, box.top < box.bottom else { return }
            for row in box.top / side...(box.bottom - 1) / side {
                for column in box.left / side...(box.right - 1) / side { covers[row * columns + column] = mark }
            }
        }
        for cell in content.tables.flatMap(\.cells) {
            let rect = cell.rect
            for (left, top, right, bottom) in [
                (rect.left, rect.top, rect.right, rect.top), (rect.left, rect.bottom, rect.right, rect.bottom),
                (rect.left, rect.top, rect.left, rect.bottom), (rect.right, rect.top, rect.right, rect.bottom),
            ] {
                cover(PageRect(left: left, top: top, right: right, bottom: bottom), reach: 1, as: 2)
            }
        }
        for word in content.words { cover(word.rect, reach: reach, as: 1) }
        var inked = [Bool](repeating: false, count: columns * rows)
        image.pixels.withUnsafeBufferPointer { pixels in
            for y in 0..<image.height {
                let (line, blocks) = (y * image.width, y / side * columns)
                for column in 0..<columns where !inked[blocks + column] {
                    for x in column * side..<min((column + 1) * side, image.width) where pixels[line + x] < ink {
                        inked[blocks + column] = true
                        break
                    }
                }
            }
        }
        var (read, unread) = (0, 0)
        for (isInked, cover) in zip(inked, covers) where isInked {
            if cover == 1 { read += 1 } else if cover == 0 { unread += 1 }
        }
        return (read, unread)
    }

    private static func isMostlyPaper(_ image: PageImage) -> Bool {
        var (paper, all) = (0, 0)
        for place in stride(from: 0, to: image.pixels.count, by: 7) {
            all += 1
            if image.pixels[place] >= Self.paper { paper += 1 }
        }
        return Double(paper) >= leastPaper * Double(all)
    }
}

extension PageContent {
    /// What recognition saw, with the words of the layer in their places: they say what stands there for certain.
    ///
    /// The layer's words count only where recognition saw the page the same side up.
    func completed(by read: PageContent) -> PageContent {
        guard abs(read.width - width) < 8, abs(read.height - height) < 8 else { return read }
        var result = read
        result.words.removeAll { word in
            let area = max(word.rect.area, 1)
            return words.reduce(0) { $0 + $1.rect.intersection(word.rect) } >= 0.5 * area
        }
        // A word in the midst of what was read as one word is in it.
        let kept = result.words
        result.words += words.filter { word in
            kept.allSatisfy { $0.rect.intersection(word.rect) < 0.5 * max(word.rect.area, 1) }
        }
        return result
    }
}

extension PageRect {
    fileprivate var area: Float { max(0, width) * max(0, height) }

    /// The area that both cover.
    fileprivate func intersection(_ other: PageRect) -> Float {
        max(0, min(right, other.right) - max(left, other.left))
            * max(0, min(bottom, other.bottom) - max(top, other.top))
    }
}
