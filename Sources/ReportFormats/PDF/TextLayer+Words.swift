internal import ThaiText

/// The words of a page, from the runs that its program writes.
extension TextLayer.Page {
    /// Two runs are one word where less than this part of a letter's width lies between them; a space has half of it at
    /// least, and what moving a mark to its letter leaves behind is a fifth.
    private static let widestGap: Float = 0.34
    /// Word processors set Thai and Latin letters apart by a little more than that where no space is written.
    private static let widestScriptGap: Float = 0.45
    /// So much of a letter's width the pen may go back within a word, to set a mark or to kern.
    private static let farthestBack: Float = 0.8

    /// The words of the page.
    ///
    /// - Parameter tables: the tables on it; no word goes from one of their cells into the next.
    /// - Returns: the words in the order of the page's program.
    func words(with tables: [RuledTable]) -> [PageWord] {
        let ratio = letterRatio
        var words: [PageWord] = []
        var seen: [String: [PageRect]] = [:]
        /// What the last word belongs to, and where its pen stands.
        var place: CellPlace?
        var pen: PageRect?
        for run in runs {
            let letter = max(ratio * run.rect.height, 0.1)
            if Self.isDrawnAgain(run, letter: letter, seen: &seen) { continue }
            let isMark = LetterColumns.count(in: run.text) == 0
            let own = isMark ? nil : CellPlace(of: run.rect, in: tables)
            let gap = run.rect.left - (pen?.right ?? 0)
            if let last = pen, isMark || own == place, last.isOnLine(of: run.rect),
                gap <= (words.last?.changesScript(to: run) == true ? Self.widestScriptGap : Self.widestGap) * letter
                    || halfWidth > 0 && gap <= (halfWidth + Self.widestGap) * letter
                        && words.last?.endsInSaraAm == true,
                gap >= -Self.farthestBack * letter
            {
                words[words.count - 1].text += run.text
                words[words.count - 1].rect = words[words.count - 1].rect.union(run.rect)
                // A mark leaves the pen where its letter put it.
                if !isMark { pen = run.rect }
            } else {
                words.append(PageWord(text: run.text, rect: run.rect))
                place = own
                pen = run.rect
            }
        }
        return words
    }

    /// How wide a letter of the page is for its height: fonts say how high their lines are in ways of their own.
    var letterRatio: Float {
        var (widths, heights): (Float, Float) = (0, 0)
        for run in runs {
            let letters = LetterColumns.count(in: run.text)
            guard letters > 0 else { continue }
            widths += run.rect.width
            heights += run.rect.height * Float(letters)
        }
        return heights > 0 && widths > 0 ? max(0.1, min(1, widths / heights)) : 0.4
    }

    /// Whether a run stands in its place already: bold type is often made by drawing a text twice.
    private static func isDrawnAgain(_ run: TextLayer.Run, letter: Float, seen: inout [String: [PageRect]]) -> Bool {
        guard run.rect.width > 0 else { return false }
        let near = 0.3 * letter
        let earlier = seen[run.text, default: []]
        // Of a text that stands on a page more often, the last places tell enough.
        if earlier.suffix(32).contains(where: {
            abs($0.left - run.rect.left) < near && abs($0.top - run.rect.top) < near
                && abs($0.right - run.rect.right) < near
        }) {
            return true
        }
        seen[run.text, default: []].append(run.rect)
        return false
    }
}

extension PageRect {
    /// Whether two boxes stand side by side on one line of text.
    func isOnLine(of other: PageRect) -> Bool {
        min(bottom, other.bottom) - max(top, other.top) >= 0.6 * min(height, other.height)
    }

    /// The smallest rectangle that holds both.
    func union(_ other: PageRect) -> PageRect {
        PageRect(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }

    /// Whether a point lies in it.
    func holds(_ x: Float, _ y: Float) -> Bool { x >= left && x < right && y >= top && y < bottom }

    var middleX: Float { (left + right) / 2 }
    var middleY: Float { (top + bottom) / 2 }
}

extension PageWord {
    fileprivate var endsInSaraAm: Bool { text.unicodeScalars.last == "\u{0E33}" }

    /// Whether one of its end and the beginning of a run is Thai, and the other a Latin letter or digit.
    fileprivate func changesScript(to run: TextLayer.Run) -> Bool {
        guard let last = text.unicodeScalars.last, let first = run.text.unicodeScalars.first else { return false }
        return last.isThai && first.isLatinOrDigit || last.isLatinOrDigit && first.isThai
    }
}

extension Unicode.Scalar {
    fileprivate var isThai: Bool { 0x0E00...0x0E7F ~= value }
    fileprivate var isLatinOrDigit: Bool { isASCII && (properties.isAlphabetic || 0x30...0x39 ~= value) }
}

/// A cell among the tables of a page.
struct CellPlace: Hashable {
    var table: Int
    var cell: Int

    /// The cell in which the middle of a box lies; `nil` where it lies in none.
    init?(of rect: PageRect, in tables: [RuledTable]) {
        let (x, y) = (rect.middleX, rect.middleY)
        for (index, table) in tables.enumerated() where table.rect.holds(x, y) {
            if let cell = table.cells.firstIndex(where: { $0.rect.holds(x, y) }) {
                self.init(table: index, cell: cell)
                return
            }
        }
        return nil
    }

    init(table: Int, cell: Int) {
        self.table = table
        self.cell = cell
    }
}
