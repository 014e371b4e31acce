internal import CDigitModel

/// Tells which digit the picture of one glyph shows, Thai or ASCII, and how likely that is.
///
/// Debian's Thai model of Tesseract holds no ๔ ๖ ๗ ๘ ๙ and reads them as other digits, with high confidence. The net
/// behind this was trained on those digits and on what they are taken for; Training/digits says how. Latin o and O were
/// kept from it, being the drawing of ๐ and 0: whether a word has digits is for the caller to know.
public struct DigitClassifier: Sendable {
    private let net = DigitNet()

    /// A box with a longer side holds no glyph of a page, and would take its time.
    private static let longestSide = 1_024

    /// A classifier; one is enough for all pages and all threads.
    public init() {}

    /// What the glyph in a box is.
    ///
    /// - Parameters:
    ///   - picture: A page or a part of one, dark on light, 150 to 300 dots an inch.
    ///   - box: The glyph with little around it; what lies outside the picture does not count.
    /// - Returns: The reading; of a box without ink or contrast, that it is no digit.
    public func reading(of picture: GreyPicture, in box: PixelBox) -> DigitReading {
        guard let logits = logits(of: picture, in: box) else { return .nothing }
        return DigitReading(logits: logits, sure: digit_model_sure())
    }

    /// The net's answer: ๐ to ๙, 0 to 9, no digit, 1024 to one; null for a box without ink or contrast.
    func logits(of picture: GreyPicture, in box: PixelBox) -> [Int32]? {
        let box = box.intersection(picture.bounds)
        guard max(box.width, box.height) <= Self.longestSide,
            let levels = InkPicture(picture, in: box)?.normalised()
        else { return nil }
        return net.logits(levels)
    }
}
