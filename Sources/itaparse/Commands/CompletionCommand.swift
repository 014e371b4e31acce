/// `itaparse completion`: scripts that have a shell complete commands, options and their values.
enum CompletionCommand: ProgramCommand {
    struct Arguments: CommandArguments {
        var wantsHelp = false
    }

    static let spec = CommandSpec<Arguments>(
        name: "completion", summary: "Print a script that completes commands and options in a shell",
        operands: "bash|zsh|fish", operandWords: Shell.allCases.map(\.rawValue),
        details: """
            Have the shell read it when it starts:
              bash  itaparse completion bash > ~/.local/share/bash-completion/completions/itaparse
              zsh   itaparse completion zsh > a file _itaparse in a folder of $fpath
              fish  itaparse completion fish > ~/.config/fish/completions/itaparse.fish
            """,
        options: [.flag("help", "h", "Show this help", \.wantsHelp)],
        examples: [("source <(itaparse completion bash)", "try it in this shell")])

    static func run(_ words: ArraySlice<String>) throws -> Int32 {
        try spec.run(words) { _, operands in
            let names = Shell.allCases.map(\.rawValue).joined(separator: ", ")
            guard operands.count == 1, let shell = Shell(rawValue: operands[0]) else {
                throw UsageError("name one shell: \(names)")
            }
            try Terminal.out(shell.completion(of: Itaparse.pages))
            return 0
        }
    }
}
