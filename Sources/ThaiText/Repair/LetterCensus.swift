/// Which of the common vowels a text holds at all: a font that lost one of them lost it everywhere.
struct LetterCensus {
    /// The vowels that no Thai text of some length goes without, ำ among them.
    static let common: [UInt8] = [
        ThaiLetter.maiHanAkat, ThaiLetter.saraAm, 0x34, 0x35, 0x37, 0x38, 0x39,
    ]
    /// In texts of this length each of the ``common`` vowels stands, the rarest of them every two hundred letters.
    private static let fewestLetters = 800
    private static let commonBits = common.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }

    /// The common vowels that are not in the text; empty for one that is too short to say.
    let missing: [UInt8]

    /// A census of a text in UTF-8. It ends where all common vowels have been seen, a line or two into most texts.
    init(of text: [UInt8]) {
        var seen: UInt64 = 0
        var letters = 0
        text.withUnsafeBufferPointer { text in
            var index = 0
            while index + 2 < text.count, seen & Self.commonBits != Self.commonBits {
                if text[index] == 0xE0, text[index + 1] & 0xFE == 0xB8 {
                    let letter = (text[index + 1] & 1) << 6 | text[index + 2] & 0x3F
                    if letter < 64 { seen |= 1 << UInt64(letter) }
                    // ํ may be half of ำ, in another place.
                    if letter == ThaiLetter.nikhahit { seen |= 1 << UInt64(ThaiLetter.saraAm) }
                    letters += 1
                    index += 3
                } else {
                    index += 1
                }
            }
        }
        missing = letters < Self.fewestLetters ? [] : Self.common.filter { seen >> UInt64($0) & 1 == 0 }
    }
}
