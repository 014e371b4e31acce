internal import ReportParser
internal import ThaiText

/// Tells which lines of a cell end where the author ended them, and which had no room for the next word.
struct LineRoom {
    private var joints: [Piece.Joint] = []

    /// How much room there must be for a word of so many letters: programs break lines at longer words than we find.
    private static func room(for letters: Int) -> Float { 2 * Float(letters) + 2 }

    /// - Parameters:
    ///   - lines: the lines of the cell from the top down.
    ///   - cell: what its ruling lines enclose.
    ///   - segmenter: finds the words.
    init(_ lines: [PageLine], in cell: PageRect, _ segmenter: inout WordSegmenter?) {
        guard lines.count > 1 else { return }
        let left = lines.reduce(lines[0].rect.left) { min($0, $1.rect.left) }
        // What is left free at the left is left free at the right; lines that reach further say so.
        let right = max(
            cell.right - max(0, left - cell.left), lines.reduce(lines[0].rect.right) { max($0, $1.rect.right) })
        for (line, next) in zip(lines, lines.dropFirst()) {
            let word = Self.firstWord(of: next, &segmenter)
            let needed = Self.room(for: word) * next.letterWidth
            joints.append(right - line.rect.right > needed ? .line : .fill)
        }
    }

    /// How the line at `place`, which is not the first, joins the one above.
    func joint(before place: Int) -> Piece.Joint { joints[place - 1] }

    /// How many letters the first word of a line has, and one for the blank before it where it is no Thai one.
    private static func firstWord(of line: PageLine, _ segmenter: inout WordSegmenter?) -> Int {
        guard let text = line.words.first?.text else { return 0 }
        let bytes = Array(text.utf8)
        let end = segmenter?.segments(of: bytes).first?.upperBound ?? bytes.count
        let isThai = bytes.thaiLetter(at: 0) != ThaiLetter.none
        return LetterColumns.count(in: String(decoding: bytes[..<end], as: UTF8.self)) + (isThai ? 0 : 1)
    }
}
