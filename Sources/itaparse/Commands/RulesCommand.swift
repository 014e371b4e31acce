internal import ReportOutput
internal import ReportParser

/// `itaparse rules`: what the audit looks for.
enum RulesCommand: ProgramCommand {
    struct Arguments: CommandArguments {
        var isJSON = false
        var wantsHelp = false
    }

    static let spec = CommandSpec<Arguments>(
        name: "rules", summary: "List the rules of the audit and what each of them finds", operands: "",
        details: """
            A line for each rule: its id, how much its findings matter, what it finds. The last ones compare reports with
            each other, for 'itaparse audit --across'.
            """,
        options: [
            .flag("json", nil, "Write JSON for programs, with the Thai wording", \.isJSON),
            .flag("help", "h", "Show this help", \.wantsHelp),
        ],
        examples: [("itaparse rules", "what the audit looks for")])

    /// Runs the command; returns the exit status.
    static func run(_ words: ArraySlice<String>) throws -> Int32 {
        try spec.run(words) { arguments, operands in
            guard operands.isEmpty else { throw UsageError("rules takes no arguments") }
            if arguments.isJSON { try writeJSON() } else { try Terminal.out(text) }
            return 0
        }
    }

    private static var text: String {
        let width = (RuleChoice.rules.map(\.id.count).max() ?? 0) + 2
        return RuleChoice.rules.map { rule in
            let severity = rule.severity.rawValue
            return rule.id + String(repeating: " ", count: width - rule.id.count) + severity
                + String(repeating: " ", count: 9 - severity.count) + rule.english + "\n"
        }.joined()
    }

    private static func writeJSON() throws {
        var json = JSONWriter { bytes in try OutputFile.writeToStandardOutput(bytes) }
        json.beginObject()
        json.beginArray("rules")
        for rule in RuleChoice.rules {
            json.beginObject()
            json.string("id", rule.id)
            json.string("severity", rule.severity.rawValue)
            json.string("th", rule.thai)
            json.string("en", rule.english)
            json.bool("across", RuleChoice.acrossIDs.contains(rule.id))
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.endLine()
        try json.flush()
    }
}
