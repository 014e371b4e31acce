internal import ReportParser
internal import ThaiText

/// Words, days, money and signs, in both languages.
extension HTMLWriter {
    /// Writes a text in Thai and in English; the style sheet shows one of them.
    mutating func both(_ thai: String, _ english: String) {
        markup("<span class=\"u\" lang=\"th\">")
        text(thai)
        markup("</span><span class=\"u\" lang=\"en\">")
        text(english)
        markup("</span>")
    }

    /// Writes words of the page's own.
    mutating func phrase(_ phrase: ReviewPhrase) { both(phrase.thai, phrase.english) }

    /// Writes words for screen readers alone.
    mutating func hidden(_ phrase: ReviewPhrase) {
        markup("<span class=\"vh\">")
        self.phrase(phrase)
        markup("</span>")
    }

    /// Writes an attribute in the page's first language, and what the script needs to change it: one for an element.
    mutating func attribute(_ name: StaticString, _ phrase: ReviewPhrase) {
        markup(" ")
        markup(name)
        markup("=\"")
        value(language == .thai ? phrase.thai : phrase.english)
        markup("\" data-say=\"")
        markup(name)
        saying(phrase)
    }

    /// Writes the attributes from which the script takes the words of an element that holds nothing but words.
    mutating func textAttributes(_ phrase: ReviewPhrase) {
        markup(" data-say=\"text")
        saying(phrase)
    }

    private mutating func saying(_ phrase: ReviewPhrase) {
        markup("\" data-th=\"")
        value(phrase.thai)
        markup("\" data-en=\"")
        value(phrase.english)
        markup("\"")
    }

    /// Writes an option of a list.
    mutating func option(_ value: String, _ phrase: ReviewPhrase) {
        markup("<option value=\"")
        self.value(value)
        markup("\"")
        textAttributes(phrase)
        markup(">")
        text(language == .thai ? phrase.thai : phrase.english)
        markup("</option>")
    }

    /// Writes a severity: its sign, and its name for who does not see the sign.
    mutating func severity(_ severity: Finding.Severity) {
        markup("<span class=\"sign\" aria-hidden=\"true\">")
        markup(severity.sign)
        markup("</span><span class=\"vh\">")
        phrase(severity.phrase)
        markup(": </span>")
    }

    /// Writes a state: a sign of its own and its name.
    mutating func state(_ state: StatusState?) {
        markup("<span class=\"state ")
        markup(state?.name ?? "none")
        markup("\"><span class=\"sign\" aria-hidden=\"true\">")
        markup(state?.sign ?? "∅")
        markup("</span> ")
        phrase(state?.phrase ?? .noStatus)
        markup("</span>")
    }

    /// Writes a day, in Thai with its year of the Buddhist Era.
    mutating func day(_ day: CivilDate) {
        markup("<time datetime=\"")
        value(day.description)
        markup("\">")
        let month = ReviewPhrase.month(day.month)
        both("\(day.day) \(month.thai) \(day.year + 543)", "\(day.day) \(month.english) \(day.year)")
        markup("</time>")
    }

    /// Writes the days from `start` to `end`, each of which may be open.
    mutating func days(_ start: CivilDate?, _ end: CivilDate?) {
        if let start {
            day(start)
            if start == end { return }
            markup(" – ")
        } else {
            phrase(.deadline)
            markup(" ")
        }
        if let end { day(end) }
    }

    /// Writes an amount of money with its thousands apart, and its hundredths where it has any.
    mutating func money(_ amount: ExactDecimal) {
        markup("<span class=\"money\">")
        text(amount.grouped)
        markup("</span> ")
        phrase(.baht)
    }
}

extension ExactDecimal {
    /// The number with commas between its thousands, and at least two figures behind its point if it has one.
    var grouped: String {
        let parts = description.split(separator: ".")
        var whole = ""
        for (index, figure) in (parts.first ?? "0").reversed().enumerated() {
            if index > 0, index % 3 == 0, figure != "-" { whole.append(",") }
            whole.append(figure)
        }
        let fraction = parts.count > 1 ? "." + parts[1] + (parts[1].count == 1 ? "0" : "") : ""
        return String(whole.reversed()) + fraction
    }
}

extension Int {
    /// The number with commas between its thousands.
    var grouped: String { ExactDecimal(self).grouped }
}

extension Finding.Severity {
    static let all: [Finding.Severity] = [.error, .warning, .info]

    /// How grave it is.
    var weight: Int {
        switch self {
        case .error: 2
        case .warning: 1
        case .info: 0
        }
    }

    /// Its class on a page.
    var name: StaticString {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .info: "info"
        }
    }

    /// The class of a place in a source that it says something of.
    var markClass: StaticString {
        switch self {
        case .error: " e-error"
        case .warning: " e-warning"
        case .info: " e-info"
        }
    }

    /// A shape that tells it from the others without colour.
    var sign: StaticString {
        switch self {
        case .error: "◆"
        case .warning: "▲"
        case .info: "●"
        }
    }

    var phrase: ReviewPhrase {
        switch self {
        case .error: .error
        case .warning: .warning
        case .info: .info
        }
    }
}

extension StatusState {
    /// Its class on a page.
    var name: StaticString {
        switch self {
        case .completed: "completed"
        case .inProgress: "in_progress"
        case .notStarted: "not_started"
        case .cancelled: "cancelled"
        case .notApplicable: "not_applicable"
        case .unknown: "unknown"
        }
    }

    /// A shape that tells it from the others without colour.
    var sign: StaticString {
        switch self {
        case .completed: "✔"
        case .inProgress: "◐"
        case .notStarted: "○"
        case .cancelled: "✕"
        case .notApplicable: "–"
        case .unknown: "?"
        }
    }

    var phrase: ReviewPhrase {
        switch self {
        case .completed: .completed
        case .inProgress: .inProgress
        case .notStarted: .notStarted
        case .cancelled: .cancelled
        case .notApplicable: .notApplicable
        case .unknown: .unknown
        }
    }
}
