/// `itaparse man`: the manual page.
enum ManualCommand: ProgramCommand {
    struct Arguments: CommandArguments {
        var wantsHelp = false
    }

    static let spec = CommandSpec<Arguments>(
        name: "man", summary: "Print the manual page", operands: "", details: "",
        options: [.flag("help", "h", "Show this help", \.wantsHelp)],
        examples: [
            ("itaparse man | man -l -", "read it"),
            ("itaparse man > ~/.local/share/man/man1/itaparse.1", "have man find it"),
        ])

    static func run(_ words: ArraySlice<String>) throws -> Int32 {
        try spec.run(words) { _, operands in
            guard operands.isEmpty else { throw UsageError("man takes no arguments") }
            try Terminal.out(ManualPage.text(of: Itaparse.pages))
            return 0
        }
    }
}
