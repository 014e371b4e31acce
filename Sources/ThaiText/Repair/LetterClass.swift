/// What a Thai letter is to the letter before it: which pairs are sound, and which need a closer look.
enum LetterClass: UInt8 {
    case other
    case consonant
    /// แ โ ใ ไ.
    case leadingVowel
    /// เ, which damaged text holds twice for แ.
    case saraE
    /// A vowel above or below, and ็.
    case vowelMark
    case toneMark
    /// ์ and ๎.
    case silencer
    case nikhahit
    case saraA
    case saraAa
    case saraAm
    case lakkhangyao
    case space

    /// The class of each letter of the Thai block.
    static let ofLetter: [LetterClass] = (0..<128).map { (letter: UInt8) in
        switch letter {
        case 0x01...0x2E: .consonant
        case ThaiLetter.saraA: .saraA
        case ThaiLetter.saraAa: .saraAa
        case ThaiLetter.saraAm: .saraAm
        case ThaiLetter.maiHanAkat, 0x34...0x3A, 0x47: .vowelMark
        case ThaiLetter.saraE: .saraE
        case 0x41...0x44: .leadingVowel
        case ThaiLetter.lakkhangyao: .lakkhangyao
        case 0x48...0x4B: .toneMark
        case ThaiLetter.nikhahit: .nikhahit
        case ThaiLetter.thanthakhat, 0x4E: .silencer
        default: .other
        }
    }

    private static let above: [LetterClass] = [.vowelMark, .toneMark, .silencer, .nikhahit]
    private static let behind: [LetterClass] = [.saraA, .saraAa, .saraAm, .lakkhangyao]

    /// The classes that do not follow this one in sound text.
    private var unsoundFollowers: [LetterClass] {
        switch self {
        case .other, .consonant: [.lakkhangyao]
        case .leadingVowel: [.lakkhangyao, .space]
        case .saraE: [.saraE, .lakkhangyao, .space]
        case .vowelMark: [.vowelMark, .lakkhangyao]
        case .toneMark: [.vowelMark, .toneMark, .lakkhangyao]
        case .silencer: [.vowelMark, .toneMark, .silencer, .lakkhangyao]
        case .nikhahit: Self.above + [.saraAa, .lakkhangyao]
        case .saraA: Self.above + [.saraA, .lakkhangyao]
        case .saraAa, .saraAm: Self.above + [.saraAa, .saraAm, .lakkhangyao]
        case .lakkhangyao: [.lakkhangyao]
        case .space: Self.above + Self.behind
        }
    }

    /// For each class a bit for each class that does not follow it in sound text.
    static let unsound: [UInt16] = (0...LetterClass.space.rawValue).map { value in
        (LetterClass(rawValue: value)?.unsoundFollowers ?? []).reduce(0) { $0 | 1 << UInt16($1.rawValue) }
    }

    /// Whether the letter stands above, below or behind a consonant and belongs to it.
    var belongsToConsonant: Bool { rawValue >= LetterClass.vowelMark.rawValue && self != .space }

    /// Whether the letter stands behind its consonant: ะ า ำ ๅ.
    var isBehind: Bool { rawValue >= LetterClass.saraA.rawValue && self != .space }
}
