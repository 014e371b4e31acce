internal import ThaiText

/// Finds labels without a colon within a line: `เริ่ม ๑ ธันวาคม ๒๕๖๕ สิ้นสุด …`, `… ผู้รับผิดชอบ คือ กองคลัง`.
///
/// The same words stand in sentences too. So a word counts only where it is a label as a whole, blanks part it from what
/// stands around it, and what follows is of its kind: a time, a unit, a state, an amount.
enum InnerLabel {
    /// A label of fewer letters is a word like any other.
    ///
    /// In bytes.
    private static let shortest = 15
    /// So far behind a label a time may begin, in bytes: `ตั้งแต่วันที่`.
    private static let reach = 45

    /// Labels of times that stand within times as well.
    private static let timeWords = PhraseTable(words: [
        "เดือน", "วันที่", "ปี", "ไตรมาส", "ไตรมาสที่", "ภายในวันที่", "เวลา", "ภายใน", "ช่วงที่", "เริ่ม",
    ])

    static func isTimeWord(_ key: [UInt8], _ role: ColumnRole) -> Bool {
        switch role {
        case .timeframe, .deadline, .start: timeWords.meaning(of: key) != nil
        default: false
        }
    }

    private static let copulas = ["คือ", "ได้แก่"].map { Array($0.utf8) }
    private static let noMoney = Array("ไม่".utf8)
    private static let always = Array("ตลอด".utf8)

    /// The first such label in `range`, which goes on behind a label of the role `first`.
    static func label(
        in range: Range<Int>, behind first: ColumnRole, of text: [UInt8], matcher: inout HeadingMatcher
    ) -> LabelFinder.Label? {
        var position = text.skipBlanks(from: range.lowerBound, to: range.upperBound)
        while position < range.upperBound {
            let blank = LabelFinder.nextBlank(from: position, to: range.upperBound, of: text)
            let word = text.skipBlanks(from: blank, to: range.upperBound)
            guard word < range.upperBound else { return nil }
            if let label = boldLabel(at: word..<range.upperBound, of: text, matcher: &matcher)
                ?? label(at: word..<range.upperBound, behind: first, of: text, matcher: &matcher)
            {
                return label
            }
            position = word
        }
        return nil
    }

    /// A label between the dots behind one value and those before its own: `เริ่ม ....๑ พ.ย. ๖๔....  สิ้นสุด ....๓๑ มี.ค. ๖๕....`,
    /// in a line that goes on behind such dots.
    static func dottedLabel(
        in range: Range<Int>, of text: [UInt8], matcher: inout HeadingMatcher
    ) -> LabelFinder.Label? {
        guard range.lowerBound > 0, text[range.lowerBound - 1] == 0x2E || text[range.lowerBound - 1] == 0x5F,
            let behind = LabelFinder.dots(in: range, to: range.upperBound, of: text),
            let before = LabelFinder.dots(
                in: behind.upperBound..<range.upperBound, to: range.upperBound, of: text)
        else { return nil }
        // A unit may stand behind the value: `....๕,๐๐๐.... บาท   ใช้ไป ....`.
        var start = text.skipBlanks(from: behind.upperBound, to: before.lowerBound)
        while start < before.lowerBound {
            let key = LabelFinder.key(start..<before.lowerBound, in: text)
            if key.count <= 120, let match = matcher.match(key), match.certainty >= 0.6 {
                return LabelFinder.Label(
                    role: match.role, certainty: match.certainty, range: start..<before.upperBound,
                    bullet: start..<start, hasColon: true)
            }
            let blank = LabelFinder.nextBlank(from: start, to: before.lowerBound, of: text)
            start = text.skipBlanks(from: blank, to: before.lowerBound)
        }
        return nil
    }

    private static let bold = Array("**".utf8)

    /// A label that bold type sets off: `กองคลัง **ระยะเวลา** ตุลาคม ๒๕๖๖`.
    private static func boldLabel(
        at range: Range<Int>, of text: [UInt8], matcher: inout HeadingMatcher
    ) -> LabelFinder.Label? {
        let start = range.lowerBound + bold.count
        guard text.hasPrefix(bold, at: range.lowerBound) else { return nil }
        let sign = text.firstOffset(of: bold[0], in: min(start, range.upperBound)..<range.upperBound)
        let end = sign + bold.count
        guard sign > start, end <= range.upperBound, text.hasPrefix(bold, at: sign),
            let match = matcher.match(LabelFinder.key(start..<sign, in: text)), match.certainty >= 0.6,
            match.role.isLabel || match.role == .extra
        else { return nil }
        return LabelFinder.Label(
            role: match.role, certainty: match.certainty, range: range.lowerBound..<end,
            bullet: range.lowerBound..<range.lowerBound, hasColon: true)
    }

    /// The label of one word, or of two where OCR has put a blank into it, that begins `range`.
    private static func label(
        at range: Range<Int>, behind first: ColumnRole, of text: [UInt8], matcher: inout HeadingMatcher
    ) -> LabelFinder.Label? {
        guard
            Vocabulary.standard.headingHeads.longestPhrase(in: text, at: range.lowerBound) != nil
                || Vocabulary.standard.wholeHeadings.longestPhrase(in: text, at: range.lowerBound) != nil
        else { return nil }
        var stop = range.lowerBound
        for _ in 0..<2 {
            stop = LabelFinder.nextBlank(
                from: text.skipBlanks(from: stop, to: range.upperBound), to: range.upperBound, of: text)
            let key = LabelFinder.key(range.lowerBound..<stop, in: text)
            let value = text.skipBlanks(from: stop, to: range.upperBound)
            guard value < range.upperBound else { return nil }
            guard key.count >= shortest, let match = matcher.match(key), match.certainty >= 0.94, match.role.isLabel,
                match.role != first, !isTimeWord(key, match.role)
            else { continue }
            let copula = copulas.first { text.hasPrefix($0, at: value) }
            let end = value + (copula?.count ?? 0)
            guard copula != nil || holds(match.role, at: value..<range.upperBound, behind: first, of: text) else {
                continue
            }
            return LabelFinder.Label(
                role: match.role, certainty: match.certainty, range: range.lowerBound..<(copula == nil ? stop : end),
                bullet: range.lowerBound..<range.lowerBound, hasColon: false)
        }
        return nil
    }

    /// Whether what begins `value` is of the kind that a label of this role has.
    private static func holds(
        _ role: ColumnRole, at value: Range<Int>, behind first: ColumnRole, of text: [UInt8]
    ) -> Bool {
        let start = value.lowerBound
        switch role {
        case .timeframe, .deadline, .start:
            if text.hasPrefix(always, at: start) { return true }
            let window = start..<min(start + 3 * reach, value.upperBound)
            return DateScanner().scan(text, in: window).first.map { $0.range.lowerBound - start <= reach } ?? false
        case .responsible: return Vocabulary.standard.unitHeads.longestPhrase(in: text, at: start) != nil
        case .status: return Vocabulary.standard.statuses.longestPhrase(in: text, at: start) != nil
        // `เหลือ ๒๐ นาที` is no money.
        case .budget: return text.digit(at: start).value >= 0 || text.hasPrefix(noMoney, at: start)
        // Anything may be a result: it is one behind a field whose value is short.
        case .result, .outcome, .steps: return first.isShort
        default: return false
        }
    }
}

extension ColumnRole {
    /// Whether the values of the role are a few words: a time, a state, an amount.
    fileprivate var isShort: Bool {
        switch self {
        case .timeframe, .deadline, .start, .status, .budget, .spent, .balance: true
        default: false
        }
    }
}
