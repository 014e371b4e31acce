/// A character of the Thai block, U+0E00 to U+0E7F, as its distance from U+0E00.
///
/// In UTF-8 every such character is three bytes, `E0 B8 xx` or `E0 B9 xx`. Scanners compare these one-byte values
/// instead of decoding scalars.
public enum ThaiLetter {
    /// Not a Thai character: U+0E00 itself is unassigned.
    public static let none: UInt8 = 0
    /// ฯ, which cuts a word short.
    public static let paiyannoi: UInt8 = 0x2F
    /// ะ.
    public static let saraA: UInt8 = 0x30
    /// ั.
    public static let maiHanAkat: UInt8 = 0x31
    /// า.
    public static let saraAa: UInt8 = 0x32
    /// ำ.
    public static let saraAm: UInt8 = 0x33
    /// ฤ, with ๅ one vowel.
    public static let ru: UInt8 = 0x24
    /// ฦ, with ๅ one vowel.
    public static let lu: UInt8 = 0x26
    /// ฿.
    public static let baht: UInt8 = 0x3F
    /// เ.
    public static let saraE: UInt8 = 0x40
    /// แ.
    public static let saraAe: UInt8 = 0x41
    /// ไ, the last of the vowels that are written before their consonant.
    public static let saraAiMaimalai: UInt8 = 0x44
    /// ๅ, which lengthens ฤ and ฦ and looks like า.
    public static let lakkhangyao: UInt8 = 0x45
    /// ๆ, which repeats a word.
    public static let maiYamok: UInt8 = 0x46
    /// ํ, the ring of ำ.
    public static let nikhahit: UInt8 = 0x4D
    /// ์, which silences a letter.
    public static let thanthakhat: UInt8 = 0x4C
    /// ๐.
    public static let digitZero: UInt8 = 0x50
    /// ๙.
    public static let digitNine: UInt8 = 0x59

    /// Whether the letter is ก to ฮ.
    @inlinable
    public static func isConsonant(_ letter: UInt8) -> Bool { letter >= 0x01 && letter <= 0x2E }

    /// Whether the letter stands above or below another one and takes no column of its own.
    @inlinable
    public static func isMark(_ letter: UInt8) -> Bool {
        letter == maiHanAkat || (letter >= 0x34 && letter <= 0x3A) || (letter >= 0x47 && letter <= 0x4E)
    }

    /// Whether the letter is a vowel that is written before its consonant (เ แ โ ใ ไ).
    @inlinable
    public static func isLeadingVowel(_ letter: UInt8) -> Bool { letter >= saraE && letter <= saraAiMaimalai }

    /// Whether the letter is a digit, ๐ to ๙.
    @inlinable
    public static func isDigit(_ letter: UInt8) -> Bool { letter >= digitZero && letter <= digitNine }

    /// Whether the letter is one of the tone marks ่ ้ ๊ ๋.
    @inlinable
    public static func isToneMark(_ letter: UInt8) -> Bool { letter >= 0x48 && letter <= 0x4B }

    /// Whether the letter is a vowel that is written behind its consonant (ะ า ำ ๅ).
    @inlinable
    public static func isFollowingVowel(_ letter: UInt8) -> Bool {
        (letter >= saraA && letter <= saraAm && letter != maiHanAkat) || letter == lakkhangyao
    }

    /// Whether a word may end before the letter: it is none that belongs to the letter before it.
    @inlinable
    public static func canFollowWord(_ letter: UInt8) -> Bool { !isMark(letter) && !isFollowingVowel(letter) }

    /// Whether the letter is one that words consist of: a consonant, a vowel or a mark.
    @inlinable
    public static func isWordLetter(_ letter: UInt8) -> Bool {
        letter != none && letter < 0x4F && letter != paiyannoi && letter != maiYamok && letter != baht
    }

    /// Whether the letter may begin a word: a consonant or a leading vowel.
    @inlinable
    public static func canBeginWord(_ letter: UInt8) -> Bool { isConsonant(letter) || isLeadingVowel(letter) }
}
