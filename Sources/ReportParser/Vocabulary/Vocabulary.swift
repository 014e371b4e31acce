/// The words that reports use, as data: headings, states, units, kinds of agencies, provinces.
///
/// The tables are tab separated files compiled into the program; `Vocabulary/Data` says what each column is.
struct Vocabulary: Sendable {
    /// How a phrase of `headings.tsv` may stand in a heading.
    ///
    /// `below`: it says nothing of its own below a heading that names its group: `ผลการดำเนินการ` over `รายละเอียด`.
    enum HeadingMatch: String, Sendable { case whole, head, any, below }

    /// Headings that mean what they mean only as a whole (`ข้อ`, `ที่`).
    let wholeHeadings: PhraseTable<ColumnRole>
    /// Head nouns: a Thai heading begins with the noun that says what it is.
    let headingHeads: PhraseTable<ColumnRole>
    /// Nouns that say what a heading is wherever they stand in it, if nothing better is known.
    let headingWords: PhraseTable<ColumnRole>
    /// Headings that say nothing of their own below another one.
    let emptyHeadings: PhraseTable<ColumnRole>
    /// Headings of six letters and more, which are known through an error of OCR: their letters, in a fixed order, and
    /// which these are.
    let longHeadings: [(letters: [UInt32], set: UInt64, role: ColumnRole)]
    /// Phrases of status cells.
    let statuses: PhraseTable<StatusState>
    /// What the names of responsible units and posts begin with.
    let unitHeads: PhraseTable<Void>
    /// What signatures begin with, and the words above them.
    let signatures: PhraseTable<Signature.Word>
    /// What the names of agencies begin with, and their kinds.
    let agencyKinds: PhraseTable<String>
    /// The abbreviations among them, and what they stand for.
    let agencyAbbreviations: PhraseTable<String>
    /// The names of the 77 provinces.
    let provinces: PhraseTable<String>

    /// The vocabulary that is compiled into the program.
    static let standard = Vocabulary()

    private init() {
        var headings: [HeadingMatch: [(phrase: String, meaning: ColumnRole)]] = [:]
        for fields in DataFile.rows(PackageResources.headings_tsv) where fields.count >= 3 {
            guard let role = ColumnRole(name: fields[1]), let match = HeadingMatch(rawValue: String(fields[2])) else {
                continue
            }
            headings[match, default: []].append((String(fields[0]), role))
        }
        wholeHeadings = PhraseTable((headings[.whole] ?? []) + (headings[.head] ?? []))
        headingHeads = PhraseTable(headings[.head] ?? [])
        headingWords = PhraseTable(headings[.any] ?? [])
        emptyHeadings = PhraseTable(headings[.below] ?? [])
        var seen: Set<[UInt8]> = []
        longHeadings = ((headings[.head] ?? []) + (headings[.whole] ?? [])).compactMap { entry in
            let key = PlainText.key(entry.phrase)
            guard key.count >= 18, seen.insert(key).inserted else { return nil }
            let letters = EditDistance.letters(key)
            return (letters, EditDistance.letterSet(letters), entry.meaning)
        }
        statuses = PhraseTable(
            DataFile.rows(PackageResources.statuses_tsv).compactMap { fields in
                guard fields.count >= 2, let state = StatusState(rawValue: String(fields[1])) else { return nil }
                return (String(fields[0]), state)
            })
        unitHeads = PhraseTable(words: DataFile.rows(PackageResources.unit_heads_tsv).map { String($0[0]) })
        signatures = PhraseTable(
            DataFile.rows(PackageResources.signatures_tsv).compactMap { fields in
                guard fields.count >= 2, let word = Signature.Word(rawValue: String(fields[1])) else { return nil }
                return (String(fields[0]), word)
            })
        var kinds: [(phrase: String, meaning: String)] = []
        var abbreviations: [(phrase: String, meaning: String)] = []
        for fields in DataFile.rows(PackageResources.agency_kinds_tsv) where fields.count >= 2 {
            kinds.append((String(fields[0]), String(fields[1])))
            for abbreviation in fields.count > 2 ? fields[2].split(separator: ";") : [] {
                kinds.append((String(abbreviation), String(fields[1])))
                abbreviations.append((String(abbreviation), String(fields[0])))
            }
        }
        agencyAbbreviations = PhraseTable(abbreviations)
        agencyKinds = PhraseTable(kinds)
        provinces = PhraseTable(
            DataFile.rows(PackageResources.provinces_tsv).map { (String($0[0]), String($0[0])) })
    }
}
