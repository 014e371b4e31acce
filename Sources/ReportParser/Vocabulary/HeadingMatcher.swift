internal import ThaiText

/// Tells what a heading means, and how sure that is.
///
/// Thai puts the head noun first: `ขั้นตอนหรือวิธีการ/มาตรการ` is about steps, `ผลการดำเนินการตามมาตรการ` about results.
/// So the phrase at the start decides, then a phrase anywhere, then one that OCR may have damaged.
struct HeadingMatcher: Sendable {
    /// A meaning and its certainty, 0 to 1.
    struct Match: Sendable {
        var role: ColumnRole
        var certainty: Double
    }

    /// A heading is a few words; longer texts are cells.
    ///
    /// In bytes of the comparable form.
    static let longest = 300

    private let vocabulary = Vocabulary.standard
    private var known: [ByteKey: Match?] = [:]

    /// The meaning of a heading in comparable form.
    mutating func match(_ key: [UInt8]) -> Match? {
        guard !key.isEmpty, key.count <= Self.longest else { return nil }
        if let match = known[ByteKey(key)] { return match }
        let match = look(up: key)
        // Headings repeat on every page; cells that are no headings seldom do.
        if known.count > 4096 { known.removeAll() }
        known[ByteKey(key)] = match
        return match
    }

    /// Whether a heading says nothing of its own below one that names its group: `รายละเอียด`.
    static func saysNothing(_ key: [UInt8]) -> Bool {
        Vocabulary.standard.emptyHeadings.meaning(of: core(key)) != nil
    }

    private func look(up whole: [UInt8]) -> Match? {
        let key = Self.core(whole)
        guard !key.isEmpty else { return nil }
        // `measure_name`: the name of a field in a file of values.
        if key.contains(0x5F), key.allSatisfy({ $0 < 0x80 }) { return look(up: key.filter { $0 != 0x5F }) }
        if let role = vocabulary.wholeHeadings.meaning(of: key) { return Match(role: role, certainty: 1) }
        if Self.offersStates(key) { return Match(role: .status, certainty: 1) }
        if let (length, role) = vocabulary.headingHeads.longestPhrase(in: key) {
            return Match(role: role, certainty: 0.6 + 0.35 * Double(length) / Double(key.count))
        }
        if let match = approximate(key) { return match }
        var index = key.count > 0 ? key.characterLength(at: 0) : 0
        while index < key.count {
            if let (length, role) = vocabulary.headingWords.longestPhrase(in: key, at: index) {
                return Match(role: role, certainty: 0.4 + 0.4 * Double(length) / Double(key.count))
            }
            index += key.characterLength(at: index)
        }
        // `สิ่งที่เปลี่ยนแปลง (ผลลัพธ์)`: what stands in brackets says it in the usual word.
        guard whole.last == 0x29, let open = whole.lastIndex(of: 0x28), open > 0,
            let role = vocabulary.wholeHeadings.meaning(of: Array(whole[(open + 1)...].dropLast()))
        else { return nil }
        return role.isAction || role == .title ? Match(role: role, certainty: 0.8) : nil
    }

    /// The quarters of a chart by their months.
    private static let spans = PhraseTable([
        ("ต.ค.-ธ.ค.", ColumnRole.quarter(1)), ("ตุลาคม-ธันวาคม", .quarter(1)), ("ตค-ธค", .quarter(1)),
        ("ม.ค.-มี.ค.", .quarter(2)), ("มกราคม-มีนาคม", .quarter(2)), ("มค-มีค", .quarter(2)),
        ("เม.ย.-มิ.ย.", .quarter(3)), ("เมษายน-มิถุนายน", .quarter(3)), ("เมย-มิย", .quarter(3)),
        ("ก.ค.-ก.ย.", .quarter(4)), ("กรกฎาคม-กันยายน", .quarter(4)), ("กค-กย", .quarter(4)),
    ])

    private static let yearWords = PhraseTable(words: ["พ.ศ.", "ปี", "ปี พ.ศ.", "ปีงบประมาณ", "ปีงบประมาณ พ.ศ.", "ค.ศ."])

    /// Whether a heading is a year, as it stands above the months of a chart: `พ.ศ. ๒๕๖๗`.
    static func isYear(_ key: [UInt8]) -> Bool {
        let digits = key.reversed().prefix { $0 &- 0x30 < 10 }.count
        return digits == 4 && yearWords.meaning(of: Array(key.dropLast(digits))) != nil
    }

    /// The month or quarter of a chart in the words of a date: `ต.ค. 66`, `ต.ค. - ธ.ค. 66`, `ไตรมาส 1/2567`.
    ///
    /// In a row of such it is a heading; elsewhere it is a date.
    static func monthOfChart(_ key: [UInt8]) -> ColumnRole? {
        let digits = key.reversed().prefix { $0 &- 0x30 < 10 }.count
        guard [0, 2, 4].contains(digits) else { return nil }
        var name = Array(key.dropLast(digits))
        if name.last == 0x2F { name.removeLast() }
        if let role = spans.meaning(of: name) { return role }
        guard digits > 0, let role = Vocabulary.standard.wholeHeadings.meaning(of: name) else { return nil }
        switch role {
        case .month, .quarter: return role
        default: return nil
        }
    }

    /// `ทำแล้ว/ยังไม่ทำ`: a heading that offers two states or three asks for one of them.
    private static func offersStates(_ key: [UInt8]) -> Bool {
        let parts = key.split(separator: 0x2F)
        return (2...3).contains(parts.count)
            && parts.allSatisfy {
                Vocabulary.standard.statuses.meaning(of: Array($0)) != nil || VerbAspect.state(of: Array($0)) != nil
            }
    }

    /// A heading without bullets, numbering, a closing colon and remarks in brackets: `1. งบประมาณ (บาท) :`.
    static func core(_ key: [UInt8]) -> [UInt8] {
        var start = 0
        while start < key.count, key[start] < 0x80, !(key[start] &- 0x61 < 26) { start += 1 }
        var end = key.count
        while end > start, [0x3A, 0x2E, 0x2D, 0x2A, 0x3B].contains(key[end - 1]) { end -= 1 }
        if end > start, key[end - 1] == 0x29, let open = key[start..<end].lastIndex(of: 0x28), open > start {
            end = open
        }
        // A symbol alone (`%`, `#`) is a heading of its own.
        return start < end ? Array(key[start..<end]) : key
    }

    /// The phrase that the heading would be but for a few letters that OCR took for others.
    private func approximate(_ key: [UInt8]) -> Match? {
        // Six Thai letters: below that, one letter more or less makes another word.
        guard key.count >= 18, key.count <= 120 else { return nil }
        let letters = EditDistance.letters(key)
        let set = EditDistance.letterSet(letters)
        var best: (distance: Int, length: Int, role: ColumnRole)?
        for candidate in vocabulary.longHeadings {
            let phrase = candidate.letters
            // OCR takes one letter for another, seldom two at the start of a word.
            guard phrase[0] == letters[0] || phrase[1] == letters[1], phrase.count <= letters.count + 3 else {
                continue
            }
            let allowed = phrase.count / 5
            // A letter that the heading lacks takes a change of its own.
            guard (candidate.set & ~set).nonzeroBitCount <= allowed else { continue }
            let distance = EditDistance.prefix(phrase, of: letters, atMost: allowed)
            guard distance <= allowed else { continue }
            let length = phrase.count * 3
            if let best, (best.distance, -best.length) <= (distance, -length) { continue }
            best = (distance, length, candidate.role)
        }
        return best.map {
            Match(role: $0.role, certainty: 0.55 + 0.3 * Double(min($0.length, key.count)) / Double(key.count))
        }
    }
}
