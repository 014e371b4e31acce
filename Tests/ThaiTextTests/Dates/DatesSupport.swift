import ThaiText

/// What the scanner reads in a text, on one line: `start..end`, members of a list joined by `;`, `-` for nothing.
enum DateLine {
    static func mentions(_ text: String, context: DateContext = DateContext()) -> [DateMention] {
        let bytes = Array(text.utf8)
        return DateScanner(context: context).scan(bytes, in: 0..<bytes.count)
    }

    static func of(_ text: String, context: DateContext = DateContext()) -> String {
        let dates = mentions(text, context: context).filter(\.hasValue)
        return dates.isEmpty ? "-" : dates.map { "\(start($0))..\(end($0))" }.joined(separator: ";")
    }

    static func start(_ mention: DateMention) -> String {
        switch (mention.start, mention.startTime) {
        case (nil, let time?) where mention.end == nil: "\(time)"
        case (let day?, let time?): "\(day)T\(time)"
        case (let day?, nil): "\(day)"
        default: ""
        }
    }

    static func end(_ mention: DateMention) -> String {
        switch (mention.end, mention.endTime ?? mention.startTime) {
        case (let day?, let time?): "\(day)T\(time)"
        case (let day?, nil): "\(day)"
        case (nil, let time?) where mention.start == nil: "\(time)"
        default: ""
        }
    }
}
