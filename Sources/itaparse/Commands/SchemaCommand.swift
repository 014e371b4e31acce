internal import ReportOutput

/// `itaparse schema`: the JSON Schema of a report.
enum SchemaCommand: ProgramCommand {
    struct Arguments: CommandArguments {
        var wantsHelp = false
    }

    static let spec = CommandSpec<Arguments>(
        name: "schema", summary: "Print the JSON Schema of a report", operands: "", details: "",
        options: [.flag("help", "h", "Show this help", \.wantsHelp)],
        examples: [("itaparse schema > report.schema.json", "keep it, to check reports against")])

    static func run(_ words: ArraySlice<String>) throws -> Int32 {
        try spec.run(words) { _, operands in
            guard operands.isEmpty else { throw UsageError("schema takes no arguments") }
            try Terminal.out(ReportSchema.json)
            return 0
        }
    }
}
