/// A word of digits glyph by glyph: `๒๕๖๖`, `๑๒,๓๔๕.๕๐`, `๑/๒๕๖๗`.
public struct DigitRun: Sendable {
    /// What a glyph is.
    public enum Shape: Sendable, Hashable {
        /// A digit, likelier than none; how likely, and what else it may be, is in the reading.
        case digit(DigitReading)
        /// One of `. , - /`, told by its size and place; a blurred full stop and a comma may be either.
        case mark(Character, isSure: Bool)
        /// Something else, or more than one digit that could not be parted.
        case unknown(DigitReading)
    }

    /// A glyph of the word.
    public struct Glyph: Sendable, Hashable {
        /// Where its ink is, in the picture's pixels.
        public let box: PixelBox
        /// What it is.
        public let shape: Shape
        /// How many columns lie between it and the glyph before it; below 0 where they overlap, 0 for the first.
        public let gap: Int
    }

    /// The glyphs from left to right.
    public let glyphs: [Glyph]

    /// Reads a word.
    ///
    /// - Parameters:
    ///   - picture: A page or a part of one, dark on light, upright, without ruling lines.
    ///   - box: The word; a box of more than 4,096 × 512 pixels, or without ink, gives no glyphs.
    ///   - classifier: What reads the glyphs.
    public init(_ picture: GreyPicture, in box: PixelBox, with classifier: DigitClassifier) {
        let box = box.intersection(picture.bounds)
        guard box.width <= 4_096, box.height <= 512, let pieces = GlyphPieces(picture, in: box) else {
            glyphs = []
            return
        }
        var path = GlyphPath(pieces, of: picture, with: classifier)
        var end = box.left
        glyphs = path.glyphs().enumerated().map { index, glyph in
            defer { end = glyph.box.right }
            return Glyph(box: glyph.box, shape: glyph.shape, gap: index == 0 ? 0 : glyph.box.left - end)
        }
    }

    /// The script of most of the digits, by how likely they are.
    public var script: DigitScript {
        var balance = 0.0
        for case .digit(let reading) in glyphs.map(\.shape) {
            guard let best = reading.best else { continue }
            balance += best.script == .thai ? best.probability : -best.probability
        }
        return balance >= 0 ? .thai : .ascii
    }

    /// The word, all digits in one script, U+FFFD for an unknown glyph.
    public var text: String {
        let zero: UInt32 = script == .thai ? 0x0E50 : 0x30
        return String(
            String.UnicodeScalarView(
                glyphs.flatMap { glyph -> [Unicode.Scalar] in
                    switch glyph.shape {
                    case .digit(let reading):
                        [reading.best.flatMap { Unicode.Scalar(zero + UInt32($0.value)) } ?? "\u{FFFD}"]
                    case .mark(let mark, _): Array(mark.unicodeScalars)
                    case .unknown: ["\u{FFFD}"]
                    }
                }))
    }

    /// Whether there are glyphs, every one a digit or a mark, and sure.
    public var isSure: Bool {
        !glyphs.isEmpty
            && glyphs.allSatisfy { glyph in
                switch glyph.shape {
                case .digit(let reading): reading.isSure
                case .mark(_, let isSure): isSure
                case .unknown: false
                }
            }
    }
}
