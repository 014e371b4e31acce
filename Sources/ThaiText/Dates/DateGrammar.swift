/// Reads the dates of one stretch of tokens.
///
/// The parts are in other files: ``point(at:after:)`` reads one date or period, ``mention(at:)`` reads ranges, lists
/// and deadlines of them, and ``DatePhrase`` says what they come to.
struct DateGrammar {
    let text: [UInt8]
    let bounds: Range<Int>
    let tokens: [DateToken]
    let context: DateContext
    /// Whether what is read are the days behind the name of a period.
    var isWithinPeriod = false

    /// Appends the dates to `mentions`.
    func read(into mentions: inout [DateMention]) {
        var index = 0
        while index < tokens.count {
            if canBegin(at: index), let next = mention(at: index, into: &mentions), next > index {
                index = next
            } else {
                index += 1
            }
        }
    }

    // MARK: - Looking at tokens

    /// The token at `index`; outside the stretch, its end.
    func token(_ index: Int) -> DateToken {
        index >= 0 && index < tokens.count ? tokens[index] : DateToken(kind: .end, gap: .line, start: 0, end: 0)
    }

    func isWord(_ index: Int, _ word: DateWord) -> Bool {
        let token = token(index)
        return token.kind == .word && token.code == word.rawValue
    }

    func word(_ index: Int) -> DateWord? {
        let token = token(index)
        return token.kind == .word ? DateWord(rawValue: token.code) : nil
    }

    /// The number at `index`, where it stands for itself: not a piece of a decimal, an outline or a code.
    func number(_ index: Int) -> DateToken? {
        let token = token(index)
        return token.kind == .number && token.value >= 0 ? token : nil
    }

    /// Whether the token at `index` touches the number before it: ๑.๒ or ๑/๒.
    func continuesNumber(_ index: Int) -> Bool {
        guard token(index).gap == .none else { return false }
        switch token(index - 1).kind {
        case .dot, .slash, .comma, .colon:
            return token(index - 1).gap == .none && token(index - 2).kind == .number
        case .number: return true
        case .dash:
            return token(index - 1).gap == .none && token(index - 2).kind == .number && token(index - 3).kind == .dash
        default: return false
        }
    }

    /// Whether the number at `index` goes on behind it as a decimal, an outline, a code or an amount.
    func isContinued(_ index: Int) -> Bool {
        let next = token(index + 1)
        guard next.gap == .none, token(index + 2).gap == .none, token(index + 2).kind == .number else { return false }
        return next.kind == .dot || next.kind == .slash || next.kind == .colon || next.kind == .comma
    }

    private func canBegin(at index: Int) -> Bool {
        let token = token(index)
        switch token.kind {
        case .number: return !continuesNumber(index)
        case .month, .weekday, .era: return true
        case .word:
            switch DateWord(rawValue: token.code) {
            case .dayOf, .month, .year, .calendarYear, .fiscalYear, .throughout, .within, .before, .endOf, .from,
                .outOf,
                .between, .until, .quarter, .half, .round, .time, .moon, .budget, .schoolYear, .present:
                return true
            default: return false
            }
        default: return false
        }
    }
}
