/// Repairs Thai text that PDFs, scans, old fonts and converters have damaged.
///
/// Digits, spelling and the spaces between phrases stay as they are; nothing is decomposed as NFKC would.
///
/// ```swift
/// var repair = TextRepair()
/// let repaired = repair.repair(Array("ข้อ มูลของต าบล".utf8))
/// String(decoding: repaired.bytes, as: UTF8.self)   // "ข้อมูลของตำบล"
/// repaired.repairs.map(\.kind)                      // [.layoutSpace, .lostNikhahit]
/// ```
///
/// A repair serves one task at a time: it keeps what it found out about the words of earlier texts.
public struct TextRepair: ~Copyable {
    private var spaces = LayoutSpaces()

    /// A repair that has seen no text.
    public init() {}

    /// Mends the characters and the spaces of a text, which is valid UTF-8.
    public mutating func repair(_ text: [UInt8]) -> RepairedText {
        let characters = CharacterRepair.repair(text, keepsColumns: false)
        spaces.learn(from: characters.bytes)
        return characters.followed(by: SpaceRepair.repair(characters.bytes, with: &spaces))
    }

    /// Mends the characters of a text, which is valid UTF-8: what can be told from a letter and its neighbours.
    ///
    /// Line breaks, tabs and the spaces between words stay. With `keepsColumns`, so do columns that are aligned by
    /// spaces: what is taken away in a line is added to its next gap of two spaces or more.
    public static func repairCharacters(of text: [UInt8], keepsColumns: Bool = false) -> RepairedText {
        CharacterRepair.repair(text, keepsColumns: keepsColumns)
    }
}
