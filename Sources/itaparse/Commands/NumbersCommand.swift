internal import ReportOutput
internal import ThaiText

/// `itaparse numbers`: the numbers in Thai text.
enum NumbersCommand: ProgramCommand {
    enum Place: String, CaseIterable, Sendable { case text, outline, code }

    struct Arguments: CommandArguments {
        var place = Place.text
        var wantsHelp = false
    }

    static let spec = CommandSpec<Arguments>(
        name: "numbers", summary: "Find the numbers, amounts and codes in Thai text", operands: "[TEXT...]",
        details: """
            Prints a JSON object for each text: the numbers in it with kind, value, unit (THB or %) and place in bytes.
            A range has both ends for its value; money is in baht. "repaired" says that letters were read as digits.
            \(TextCommand.input)
            """,
        options: [
            .choice("as", nil, "Say what the place of the text tells: a heading's number, an item's code", \.place),
            .flag("help", "h", "Show this help", \.wantsHelp),
        ],
        examples: [
            ("itaparse numbers 'งบประมาณ ๒.๗๕ ล้านบาท'", "2750000 THB"),
            ("itaparse numbers --as code '0๑๑'", "o11"),
            ("itaparse numbers < report.txt", "the numbers of each line of a file"),
        ])

    static func run(_ words: ArraySlice<String>) throws -> Int32 {
        try spec.run(words) { arguments, operands in
            let hint: NumberScanner.Hint? =
                switch arguments.place {
                case .text: nil
                case .outline: .outline
                case .code: .code
                }
            let scanner = NumberScanner()
            return try TextCommand.run(operands) { text, json in
                let mentions = hint.map { scanner.read(text, as: $0) } ?? scanner.scan(text)
                json.beginObject()
                json.string("text", bytes: text)
                json.beginArray("numbers")
                for mention in mentions { write(mention, in: text, &json) }
                json.endArray()
                json.endObject()
            }
        }
    }

    private static func write(_ mention: NumberMention, in text: [UInt8], _ json: inout JSONWriter) {
        json.beginObject()
        json.string("text", bytes: Array(text[mention.range]))
        json.string("kind", mention.kind.rawValue)
        json.key("value")
        switch mention.value {
        case .number(let number): json.decimal(number)
        case .range(let low, let high):
            json.beginArray()
            json.decimal(low)
            json.decimal(high)
            json.endArray()
        case .outline(let number): json.string(number.text)
        case .code(let code): json.string(code.description)
        }
        json.string("unit", mention.unit?.rawValue)
        json.bool("repaired", mention.isRepaired)
        json.pair("span", mention.range.lowerBound, mention.range.upperBound)
        json.endObject()
    }
}
