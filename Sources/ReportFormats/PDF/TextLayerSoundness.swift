internal import ReportParser
internal import ThaiText

/// Whether the text layer of a page says what stands on it.
enum TextLayerSoundness: Sendable {
    case sound
    /// It says something else, so that a recognised picture says more.
    case unsound
    /// There is none.
    case missing

    /// Pages with fewer letters tell too little of their layer to be called unsound by their words.
    private static let fewestLetters = 40
    /// Of sound reports less than one Thai letter in a hundred belongs to no known word, and on no page one in thirty;
    /// where glyphs have the wrong names, most do.
    private static let mostUnknown = 0.12
    /// Of the characters so many may be glyphs without a meaning, or stand where nothing is written so.
    private static let mostStrange = 0.04

    /// The soundness of each page of a layer.
    ///
    /// The text is judged as it is after its repair, for which the whole layer is needed.
    static func judge(_ layer: TextLayer) -> [TextLayerSoundness] {
        var text: [UInt8] = []
        var ranges: [Range<Int>] = []
        for page in layer.pages {
            let start = text.count
            // A word at a time, as they stand in the document.
            for word in page.words(with: []) {
                text += word.text.utf8
                text.append(0x0A)
            }
            ranges.append(start..<text.count)
        }
        let repaired = TextRepair.repairCharacters(of: text)
        var words = WordCoverage()
        let judged = ranges.map { range in
            let place = repaired.offset(ofSource: range.lowerBound)..<repaired.offset(ofSource: range.upperBound)
            return judge(place, of: repaired.bytes, &words)
        }
        // What is written on a page of few words is written in the fonts of the others.
        let few: TextLayerSoundness = judged.contains(.unsound) && !judged.contains(.sound) ? .unsound : .sound
        return judged.map { $0 ?? few }
    }

    /// The soundness of a page; `nil` where it has too few words to tell.
    private static func judge(
        _ range: Range<Int>, of text: [UInt8], _ words: inout WordCoverage
    ) -> TextLayerSoundness? {
        let characters = text.countCharacters(in: range)
        guard characters > 0 else { return .missing }
        guard characters >= fewestLetters else { return nil }
        if Double(strange(in: range, of: text)) > mostStrange * Double(characters) { return .unsound }
        let (letters, unknown) = words.count(in: range, of: text)
        return letters >= fewestLetters && Double(unknown) > mostUnknown * Double(letters) ? .unsound : .sound
    }

    /// How many characters stand where none does in sound text: U+FFFD, private code points that no repair knew,
    /// control characters of Latin-1, the Latin letters with accents that Thai turns into, marks without a letter.
    static func strange(in range: Range<Int>, of text: [UInt8]) -> Int {
        var count = 0
        var hasBase = false
        for scalar in String(decoding: text[range], as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0xFFFD, 0xE000...0xF8FF, 0x80...0x9F, 0xC0...0xFF: count += 1
            default: break
            }
            if LetterColumns.isMark(scalar.value) {
                if !hasBase { count += 1 }
            } else {
                hasBase = scalar.value > 0x20
            }
        }
        return count
    }
}
