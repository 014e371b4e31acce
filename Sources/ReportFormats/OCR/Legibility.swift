/// Tells text from noise: a photograph, a stain or a page too faint is read as letters here and there.
enum Legibility {
    /// Words of so many letters are what noise is read as.
    private static let shortWord = 2
    /// In noise so much stands in short words; on a page of text, even one with narrow columns, at most 0.4.
    private static let mostShort = 0.7
    /// How sure the letters of noise are at most; those of a page that was scanned badly are at 0.955 and more.
    private static let mostSure = 0.95

    /// Whether words are those of a page of text.
    static func isLegible(_ words: [PageWord]) -> Bool {
        var (letters, short, sure) = (0, 0, 0.0)
        for word in words {
            // Dashes and the like are drawn as they are read.
            let count = word.text.unicodeScalars.count {
                $0.properties.isAlphabetic || $0.properties.numericType != nil
            }
            guard count > 0 else { continue }
            letters += count
            sure += Double(count) * Double(word.confidence)
            if count <= shortWord { short += count }
        }
        return letters == 0 || Double(short) <= mostShort * Double(letters) || sure > mostSure * Double(letters)
    }
}
