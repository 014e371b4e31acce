internal import ReportOutput
internal import ThaiText

/// `itaparse normalize`: Thai text repaired.
enum NormalizeCommand: ProgramCommand {
    struct Arguments: CommandArguments {
        var isJSON = false
        var wantsHelp = false
    }

    static let spec = CommandSpec<Arguments>(
        name: "normalize", summary: "Repair Thai text that PDFs, scans and old fonts damaged", operands: "[TEXT...]",
        details: """
            Prints each text with its marks in order, lost and private-use letters put back, invisible characters and
            the spaces that a layout left inside words taken out. Digits, spelling, names and the spaces between
            phrases stay.
            \(TextCommand.input)
            """,
        options: [
            .flag("json", "j", "Print a JSON object for each text: also what was changed, and where", \.isJSON),
            .flag("help", "h", "Show this help", \.wantsHelp),
        ],
        examples: [
            ("itaparse normalize 'ข้อ มูลของต าบล'", "ข้อมูลของตำบล"),
            ("itaparse normalize --json 'อ\u{E4D}านาจ'", "the repair with its kind and place"),
            ("pdftotext -layout report.pdf - | itaparse normalize", "each line of a PDF's text"),
        ])

    static func run(_ words: ArraySlice<String>) throws -> Int32 {
        try spec.run(words) { arguments, operands in
            var repair = TextRepair()
            return try TextCommand.run(operands) { text, json in
                let repaired = repair.repair(text)
                if arguments.isJSON { write(repaired, of: text, &json) } else { json.raw(repaired.bytes) }
            }
        }
    }

    private static func write(_ repaired: RepairedText, of text: [UInt8], _ json: inout JSONWriter) {
        json.beginObject()
        json.string("text", bytes: text)
        json.string("normalized", bytes: repaired.bytes)
        json.beginArray("repairs")
        for repair in repaired.repairs {
            json.beginObject()
            json.string("kind", repair.kind.rawValue)
            json.string("from", bytes: Array(text[repair.source]))
            json.string("to", bytes: Array(repaired.bytes[repair.range]))
            json.pair("span", repair.source.lowerBound, repair.source.upperBound)
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }
}
