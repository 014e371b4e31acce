internal import ThaiText

/// How well a page can be read, to choose between the text layer and what recognition saw.
struct Readability: Comparable {
    /// The Thai letters that belong to known words.
    private(set) var known = 0
    /// The characters that do not: of no known word, or where none stands in sound text.
    private(set) var wrong = 0

    init(of page: PageContent) {
        var text: [UInt8] = []
        // By lines: what recognition gives may cut a word in two.
        for line in PageLine.lines(of: page.words) {
            for word in line.words { text += word.text.utf8 }
            text.append(0x0A)
        }
        let repaired = TextRepair.repairCharacters(of: text).bytes
        var words = WordCoverage()
        let (letters, unknown) = words.count(in: 0..<repaired.count, of: repaired)
        known = letters - unknown
        wrong = unknown + TextLayerSoundness.strange(in: 0..<repaired.count, of: repaired)
    }

    /// The share of known letters; a page without any has none.
    private var share: Double { known == 0 ? 0 : Double(known) / Double(known + wrong) }

    /// A reading is better only where more of it is known and more is: some words read well are not the page.
    static func < (left: Readability, right: Readability) -> Bool {
        left.known < right.known && left.share < right.share
    }
}
