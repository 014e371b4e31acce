/// Finds the places where a date may be, in one quick pass.
///
/// Three symbols in a row, blanks left out, are looked up in a table; numbers are looked at as a whole. What is found
/// is only worth a closer look, but no date is without such a place.
struct DateAnchors: Sendable {
    static let shared = DateAnchors(vocabulary: .shared)

    private let vocabulary: DateVocabulary
    private var keys = SymbolKeys()
    /// The beginnings of words that dates are made of.
    private var wordKeys: Set<UInt32> = []
    /// What is worth a look wherever it stands.
    private var otherKeys: Set<UInt32> = []

    private init(vocabulary: DateVocabulary) {
        self.vocabulary = vocabulary
        for month in DateVocabulary.months {
            let (first, second) = month.letters
            for spelling in [month.name, month.english] + month.others + month.short { wordKeys.insert(add(spelling)) }
            wordKeys.insert(add(first + "." + second))
            wordKeys.insert(add(first + second + "."))
            otherKeys.insert(add(first + second + "0"))
        }
        for word in ["พ.ศ", "พศ.", "ค.ศ", "ร.ศ", "จ.ศ", "ม.ศ", "ฮ.ศ", "พุทธ", "คริส", "จุลศัก", "มหาศัก", "ฮิจ", "รัตนโก"] {
            wordKeys.insert(add(word))
        }
        for word in ["ปีงบ", "ไตรมาส", "ครึ่ง", "รอบ", "งวด", "ค่ำ", "นาฬิกา"] { wordKeys.insert(add(word)) }
        for piece in ["พศ0", "คศ0", "ปี0", "fy0", "0น.", "ลา0", "ดปี", "งปี", "งพัน"] { otherKeys.insert(add(piece)) }
    }

    /// Enters the first three symbols of a spelling, and gives their key.
    private mutating func add(_ spelling: String) -> UInt32 {
        let bytes = Array(spelling.utf8)
        var key: UInt32 = 0
        var index = 0
        for _ in 0..<3 where index < bytes.count {
            let (symbol, length) = bytes.dateSymbol(at: index)
            key = key << 7 | UInt32(symbol)
            index += length
        }
        keys.insert(key: key)
        return key
    }

    /// The next place at or after `start` that is worth a look; `nil` where there is none before `end`.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - start: the first byte to look at.
    ///   - end: the byte behind the last one to look at.
    ///   - needsNumbers: whether a period's name is worth nothing without a number behind it.
    /// - Returns: the first byte of the place.
    func next(in text: [UInt8], from start: Int, to end: Int, needsNumbers: Bool) -> Int? {
        let end = min(end, text.count)
        var walk = AnchorWalk(index: start)
        while true {
            // Every byte of every text goes through here: buffers instead of arrays spare the checks of each index.
            text.withUnsafeBufferPointer { bytes in keys.withView { walk.skip(bytes, to: end, $0) } }
            guard walk.index < end else { return nil }
            let (symbol, length) = text.dateSymbol(at: walk.index)
            if symbol == DateSymbol.blank {
                walk.index += length
                continue
            }
            walk.key = (walk.key << 7 | UInt32(symbol)) & 0x1F_FFFF
            if keys.withView({ $0.mayContain(walk.key) }),
                isWorthwhile(text, at: walk.beforePrevious, key: walk.key, end: end, needsNumbers: needsNumbers)
            {
                return walk.beforePrevious
            }
            var next = walk.index + length
            if symbol == DateSymbol.digit {
                let run = number(in: text, at: walk.index, to: end)
                if run.isAnchor { return walk.index }
                next = run.end
            }
            walk.move(to: next)
        }
    }

    /// Whether what matched in the table is what it seems.
    private func isWorthwhile(_ text: [UInt8], at index: Int, key: UInt32, end: Int, needsNumbers: Bool) -> Bool {
        if otherKeys.contains(key) { return true }
        guard wordKeys.contains(key) else { return false }
        guard let match = vocabulary.longestMatch(in: text, at: index, end: end) else {
            // Perhaps a misspelt month; กัน begins too many other words.
            return key != Self.prevent
        }
        let next = text.skipBlanks(from: match.end, to: end)
        let symbol = next < end ? text.dateSymbol(at: next).symbol : DateSymbol.other
        switch match.entry.kind {
        case .month where match.entry.style == .bare || match.entry.style == .short:
            return next > match.end || !DateSymbol.isThaiLetter(symbol)
        case .word where needsNumbers && match.entry.code != DateWord.moonDay.rawValue:
            return symbol == DateSymbol.digit
                || match.entry.code != DateWord.round.rawValue && symbol != DateSymbol.other
        default: return true
        }
    }

    private static let prevent: UInt32 = 0x01 << 14 | 0x31 << 7 | 0x19

    /// Where the digits at `start` end, and whether they may be a year, a date or a time.
    private func number(in text: [UInt8], at start: Int, to end: Int) -> (end: Int, isAnchor: Bool) {
        var index = start
        var value = 0
        var digits = 0
        while index < end, case let (digit, length) = text.digit(at: index), digit >= 0 {
            digits += 1
            if digits <= 4 { value = value * 10 + digit }
            index += length
        }
        if digits == 4 { return (index, value >= 1800 && value <= 2699) }
        if digits == 3, index < end { return (index, value >= 180 && value < 270 && text[index] | 0x20 == 0x6F) }
        guard digits <= 2, index + 1 < end else { return (index, false) }
        switch text[index] {
        case 0x2F, 0x2D, 0x3A:
            return (index, text.digit(at: index + 1).value >= 0 && isSecond(text, index + 1, end, text[index]))
        case 0x2E: return (index, text.digit(at: index + 1).value >= 0 && isSecond(text, index + 1, end, 0x2E))
        case 0x4F, 0x6F, 0x6C, 0x49: return (index, true)
        case 0x20 where value == 25: return (index, text.digit(at: index + 1).value >= 0)
        case 0x20 where text[index + 1] == 0x2F: return (index, true)
        default: return (index, false)
        }
    }

    /// Whether the number behind a number's mark leads to a third one, or is a minute.
    private func isSecond(_ text: [UInt8], _ start: Int, _ end: Int, _ mark: UInt8) -> Bool {
        var index = start
        var digits = 0
        while index < end, digits < 5, case let (digit, length) = text.digit(at: index), digit >= 0 {
            digits += 1
            index += length
        }
        guard digits == 1 || digits == 2 else { return false }
        if mark == 0x3A { return digits == 2 }
        guard index + 1 < end else { return false }
        if text[index] == mark { return text.digit(at: index + 1).value >= 0 }
        guard mark == 0x2E else { return false }
        let next = text.skipBlanks(from: index, to: end)
        return next < end
            && (text.thaiLetter(at: next) == 0x19 || text[next] == 0x2D || text[next] == 0xE2)
    }
}
