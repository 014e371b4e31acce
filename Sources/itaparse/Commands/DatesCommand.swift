internal import ReportOutput
internal import ThaiText

/// `itaparse dates`: the dates and periods in Thai text.
enum DatesCommand: ProgramCommand {
    struct Arguments: CommandArguments {
        var fiscalYear: String?
        var wantsHelp = false
    }

    static let spec = CommandSpec<Arguments>(
        name: "dates", summary: "Find the dates and periods in Thai text", operands: "[TEXT...]",
        details: """
            Prints a JSON object for each text: the dates in it with kind, first and last day (Gregorian), precision,
            calendar, place in bytes and what is doubtful; under "doubtful" what looks like a date and is none.
            \(TextCommand.input)
            """,
        options: [
            .text(
                "fiscal-year", "y", "YEAR", "Take dates without a year to be in this fiscal year (2567, ๒๕๖๗)",
                \.fiscalYear),
            .flag("help", "h", "Show this help", \.wantsHelp),
        ],
        examples: [
            ("itaparse dates 'ต.ค. ๒๕๖๖ - มี.ค. ๖๗'", "one range, 2023-10-01 to 2024-03-31"),
            ("itaparse dates --fiscal-year 2567 'ไตรมาสที่ ๒'", "January to March 2024"),
            ("itaparse dates < report.txt", "the dates of each line of a file"),
        ])

    static func run(_ words: ArraySlice<String>) throws -> Int32 {
        try spec.run(words) { arguments, operands in
            let scanner = DateScanner(context: DateContext(fiscalYear: try fiscalYear(arguments.fiscalYear)))
            return try TextCommand.run(operands) { text, json in
                let mentions = scanner.scan(text, in: 0..<text.count)
                json.beginObject()
                json.string("text", bytes: text)
                json.beginArray("dates")
                for mention in mentions where mention.hasValue { write(mention, in: text, &json) }
                json.endArray()
                json.beginArray("doubtful")
                for mention in mentions where !mention.hasValue { write(mention, in: text, &json) }
                json.endArray()
                json.endObject()
            }
        }
    }

    /// The year that was given, in Buddhist years: 2567, 67 and the Gregorian 2024 are one.
    private static func fiscalYear(_ text: String?) throws(UsageError) -> Int? {
        guard let text else { return nil }
        let bytes = Array(text.utf8)
        var year = 0
        var index = 0
        while index < bytes.count, year < 10_000 {
            let digit = bytes.digit(at: index)
            guard digit.value >= 0 else {
                year = 0
                break
            }
            year = 10 * year + digit.value
            index += digit.length
        }
        switch year {
        case 1..<100: return 2500 + year
        case 1800..<2400: return year + 543
        case 2400..<3000: return year
        default: throw UsageError("--fiscal-year needs a year, such as 2567, not '\(text)'")
        }
    }

    private static func write(_ mention: DateMention, in text: [UInt8], _ json: inout JSONWriter) {
        json.beginObject()
        json.string("text", bytes: Array(text[mention.range]))
        json.string("kind", mention.kind.rawValue)
        json.string("start", moment(mention.start, mention.startTime))
        json.string(
            "end", moment(mention.end, mention.endTime ?? (mention.start == mention.end ? mention.startTime : nil)))
        json.string("precision", mention.precision.rawValue)
        json.string("calendar", mention.calendar.rawValue)
        json.pair("span", mention.range.lowerBound, mention.range.upperBound)
        json.beginArray("warnings")
        for name in mention.warnings.names { json.string(name) }
        json.endArray()
        json.endObject()
    }

    /// `YYYY-MM-DD`, `HH:MM`, or both with a T between them.
    private static func moment(_ day: CivilDate?, _ time: ClockTime?) -> String? {
        guard let day else { return time?.description }
        return time.map { "\(day)T\($0)" } ?? "\(day)"
    }
}
