/// Cuts a stretch of text into the pieces that the date grammar reads.
struct DateTokenizer {
    /// A stretch with more tokens than this is cut; no date has as many.
    static let mostTokens = 400

    let text: [UInt8]
    let bounds: Range<Int>
    let vocabulary: DateVocabulary
    private(set) var tokens: [DateToken] = []
    private var position = 0
    private var gap = DateToken.Gap.none

    init(text: [UInt8], bounds: Range<Int>, vocabulary: DateVocabulary) {
        self.text = text
        self.bounds = bounds
        self.vocabulary = vocabulary
    }

    /// Reads tokens from `start` until text that no date holds is met after `anchor`; gives the place behind them.
    mutating func read(from start: Int, past anchor: Int) -> Int {
        tokens.removeAll(keepingCapacity: true)
        position = start
        gap = .none
        while position < bounds.upperBound, tokens.count < Self.mostTokens {
            readOne()
            if position > anchor, tokens.last?.kind == .other, !isLunarYear { break }
        }
        let end = max(position, start + 1)
        tokens.append(DateToken(kind: .end, gap: .line, start: position, end: position))
        return min(end, bounds.upperBound)
    }

    /// Whether the last token names a year of the moon's calendar: … ค่ำ เดือน ๑๒ ปีเถาะ.
    private var isLunarYear: Bool {
        guard tokens.count >= 4, case let before = tokens[tokens.count - 2], before.kind == .word,
            before.code == DateWord.year.rawValue
        else { return false }
        return tokens.suffix(5).contains { $0.kind == .word && $0.code == DateWord.moonDay.rawValue }
    }

    private mutating func readOne() {
        let (symbol, length) = text.dateSymbol(at: position)
        switch symbol {
        case DateSymbol.blank: readBlank(length)
        case DateSymbol.digit: readNumber()
        case DateSymbol.dot: append(.dot, length)
        case DateSymbol.comma: append(.comma, length)
        case DateSymbol.slash: append(.slash, length)
        case DateSymbol.colon: append(.colon, length)
        case DateSymbol.dash: readDash(length)
        default:
            if symbol == DateSymbol.other || symbol == DateSymbol.ampersand {
                readMark(length)
            } else if DateSymbol.isLatin(symbol) {
                readLatin()
            } else {
                readThai(symbol, length)
            }
        }
    }

    // MARK: - Adding

    mutating func append(_ kind: DateToken.Kind, _ length: Int) {
        add(DateToken(kind: kind, gap: gap, start: position, end: min(position + length, bounds.upperBound)))
    }

    mutating func add(_ token: DateToken) {
        var token = token
        // At least a byte, so that the reading goes on, and no more than there is.
        token.end = min(max(token.end, position + 1), bounds.upperBound)
        if token.kind == .other, let last = tokens.last, last.kind == .other, token.gap == .none {
            tokens[tokens.count - 1].end = token.end
        } else {
            tokens.append(token)
        }
        position = token.end
        gap = .none
    }

    /// Whether the character at the current place follows a letter of a word that no date holds.
    var isInOtherWord: Bool {
        gap == .none && tokens.last?.kind == .other && position > bounds.lowerBound && text[position - 1] >= 0x80
    }

    /// Adds a character to the word that no date holds.
    mutating func extendOther(to end: Int) {
        position = min(end, bounds.upperBound)
        tokens[tokens.count - 1].end = position
    }

    mutating func skip(_ length: Int, as newGap: DateToken.Gap) {
        position = min(position + length, bounds.upperBound)
        if newGap.rawValue > gap.rawValue { gap = newGap }
    }

    var currentPosition: Int { position }
    var currentGap: DateToken.Gap { gap }

    // MARK: - Marks

    private mutating func readBlank(_ length: Int) {
        let isLine = text[position] == 0x0A
        if isLine, gap == .line {
            // An empty line ends a paragraph, and any date in it.
            append(.other, length)
        } else {
            skip(length, as: isLine ? .line : .blank)
        }
    }

    private mutating func readDash(_ length: Int) {
        if let last = tokens.last, last.kind == .dash, gap == .none {
            position = min(position + length, bounds.upperBound)
            tokens[tokens.count - 1].end = position
        } else {
            append(.dash, length)
        }
    }

    private mutating func readMark(_ length: Int) {
        switch text[position] {
        case 0x28, 0x5B: append(.open, length)
        case 0x29, 0x5D: append(.close, length)
        case 0x09 where isTabInDate: skip(length, as: .blank)
        case 0x22 where isCellEdge: append(.other, length)
        case 0x2A, 0x5F, 0x27, 0x22, 0x60: skip(length, as: .none)
        case 0x3C: readTag()
        case 0x26: readEntity(length)
        default:
            append(isQuotationMark ? .close : .other, length)
            if tokens.last?.kind == .close { dropLastMark() }
        }
    }

    /// Whether the tab parts the day, the month and the year of one date, all three of them.
    private var isTabInDate: Bool {
        guard gap == .none, let last = tokens.last else { return false }
        if last.kind == .month {
            return last.start > bounds.lowerBound && text[last.start - 1] == 0x09
                && text.digit(at: position + 1).value >= 0
        }
        guard last.kind == .number, last.digits <= 2,
            let month = vocabulary.longestMatch(in: text, at: position + 1, end: bounds.upperBound),
            month.entry.kind == .month, month.end < bounds.upperBound
        else { return false }
        return text[month.end] == 0x09 && text.digit(at: month.end + 1).value >= 0
    }

    /// Whether the quotation mark stands beside a comma, as at the edge of a cell of comma-separated values.
    private var isCellEdge: Bool {
        (position > 0 && text[position - 1] == 0x2C) || (position + 1 < text.count && text[position + 1] == 0x2C)
    }

    /// Quotation marks say nothing about a date.
    private mutating func dropLastMark() {
        guard let last = tokens.popLast() else { return }
        gap = last.gap
    }

    private var isQuotationMark: Bool {
        position + 2 < text.count && text[position] == 0xE2 && text[position + 1] == 0x80
            && text[position + 2] >= 0x98 && text[position + 2] <= 0x9F
    }

    private static let inlineTags: [[UInt8]] = [
        "b", "i", "u", "em", "strong", "span", "font", "small", "sup", "sub", "a",
    ]
    .map { Array($0.utf8) }
    private static let lineTag = Array("br".utf8)
    private static let longestTag = 160

    /// A tag that keeps the line is a blank; any other ends what stands before it.
    private mutating func readTag() {
        let limit = min(position + Self.longestTag, bounds.upperBound)
        var name: [UInt8] = []
        var index = position + 1
        if index < limit, text[index] == 0x2F { index += 1 }
        while index < limit, case let letter = text[index] | 0x20, letter >= 0x61, letter <= 0x7A {
            name.append(letter)
            index += 1
        }
        while index < limit, text[index] != 0x3E, text[index] != 0x3C { index += 1 }
        guard !name.isEmpty, index < limit, text[index] == 0x3E else { return append(.other, 1) }
        let length = index + 1 - position
        if name == Self.lineTag {
            skip(length, as: .line)
        } else if Self.inlineTags.contains(name) {
            skip(length, as: .none)
        } else {
            append(.other, length)
        }
    }

    private static let blankEntities = ["&nbsp;", "&#160;", "&ensp;", "&emsp;", "&thinsp;", "&zwnj;", "&#xa0;"]
        .map { Array($0.utf8) }
    private static let dashEntities = ["&ndash;", "&mdash;", "&#8211;", "&#8212;", "&minus;"].map { Array($0.utf8) }

    private mutating func readEntity(_ length: Int) {
        if let entity = Self.blankEntities.first(where: { text.hasPrefix($0, at: position) }) {
            skip(entity.count, as: .blank)
        } else if let entity = Self.dashEntities.first(where: { text.hasPrefix($0, at: position) }) {
            append(.dash, entity.count)
        } else {
            add(
                DateToken(
                    kind: .word, gap: gap, code: DateWord.and.rawValue, start: position, end: position + length))
        }
    }
}
