/// A shell that commands can be completed in.
enum Shell: String, CaseIterable, Sendable {
    case bash, zsh, fish

    /// A script that completes the commands.
    func completion(of commands: [CommandPage]) -> String {
        switch self {
        case .bash: Self.bash(commands)
        case .zsh: Self.zsh(commands)
        case .fish: Self.fish(commands)
        }
    }

    // MARK: bash

    private static func bash(_ commands: [CommandPage]) -> String {
        let cases = commands.map { command in
            let words = command.options.flatMap { option in
                ["--\(option.long)"] + (option.short.map { ["-\($0)"] } ?? [])
            }
            let values = command.options.compactMap { option -> String? in
                let names = (["--\(option.long)"] + (option.short.map { ["-\($0)"] } ?? [])).joined(separator: "|")
                switch option.values {
                case .none: return nil
                case .text: return "                \(names)) return ;;"
                case .file: return "                \(names)) compopt -o default; return ;;"
                case .folder: return "                \(names)) compopt -o dirnames; return ;;"
                case .words(let words):
                    return
                        "                \(names)) COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$word\")); return ;;"
                }
            }
            let operands =
                command.operandWords.isEmpty
                ? (command.operands.contains("PATH") ? "compopt -o default" : ":")
                : "COMPREPLY=($(compgen -W '\(command.operandWords.joined(separator: " "))' -- \"$word\"))"
            return """
                        \(command.name))
                            case $before in
                \(values.isEmpty ? "                *) ;;" : values.joined(separator: "\n"))
                            esac
                            if [[ $word == -* ]]; then
                                COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- "$word"))
                            else
                                \(operands)
                            fi ;;
                """
        }
        let names = commands.map(\.name).joined(separator: " ")
        // Bash takes `=` for the end of a word: `--format=c` comes as three.
        return """
            # bash completion of itaparse
            _itaparse() {
                local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
                if [[ $word == = ]]; then word=; elif [[ $before == = ]]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi
                if [[ $COMP_CWORD -eq 1 ]]; then
                    COMPREPLY=($(compgen -W '\(names) --help --version' -- "$word"))
                    return
                fi
                case ${COMP_WORDS[1]} in
            \(cases.joined(separator: "\n"))
                esac
            }
            complete -F _itaparse itaparse

            """
    }

    // MARK: zsh

    private static func zsh(_ commands: [CommandPage]) -> String {
        let names = commands.map { "        '\($0.name):\(quoted($0.summary))'" }
        let cases = commands.map { command in
            let options = command.options.map { option in
                let value =
                    switch option.values {
                    case .none: ""
                    case .text: ":\(option.placeholder ?? "value"): "
                    case .file: ":file:_files"
                    case .folder: ":folder:_files -/"
                    case .words(let words): ":word:(\(words.joined(separator: " ")))"
                    }
                let summary = quoted(option.summary).replacing("[", with: "(").replacing("]", with: ")")
                    .replacing(":", with: "\\:")
                guard let short = option.short else { return "        '--\(option.long)[\(summary)]\(value)'" }
                return "        '(-\(short) --\(option.long))'{-\(short),--\(option.long)}'[\(summary)]\(value)'"
            }
            let operands =
                command.operandWords.isEmpty
                ? (command.operands.contains("PATH") ? "        '*:path:_files'" : "        '*:text: '")
                : "        '1:word:(\(command.operandWords.joined(separator: " ")))'"
            return """
                    \(command.name))
                        _arguments -s \\
                \((options + [operands]).joined(separator: " \\\n"))
                        ;;
                """
        }
        return """
            #compdef itaparse
            _itaparse() {
                local -a commands=(
            \(names.joined(separator: "\n"))
                )
                if (( CURRENT == 2 )); then
                    _describe 'command' commands
                    return
                fi
                local command=$words[2]
                shift words
                (( CURRENT-- ))
                case $command in
            \(cases.joined(separator: "\n"))
                esac
            }
            if [[ $funcstack[1] == _itaparse ]]; then _itaparse "$@"; else compdef _itaparse itaparse; fi

            """
    }

    /// A text for the inside of single quotes.
    private static func quoted(_ text: String) -> String { text.replacing("'", with: "'\\''") }

    // MARK: fish

    private static func fish(_ commands: [CommandPage]) -> String {
        var lines = ["# fish completion of itaparse", "complete -c itaparse -f"]
        for command in commands {
            lines.append(
                "complete -c itaparse -n __fish_use_subcommand -a \(command.name) -d '\(quoted(command.summary))'")
            let condition = "-n '__fish_seen_subcommand_from \(command.name)'"
            if !command.operandWords.isEmpty {
                lines.append("complete -c itaparse \(condition) -a '\(command.operandWords.joined(separator: " "))'")
            } else if command.operands.contains("PATH") {
                lines.append("complete -c itaparse \(condition) -F")
            }
            for option in command.options {
                let short = option.short.map { " -s \($0)" } ?? ""
                let value =
                    switch option.values {
                    case .none: ""
                    case .text: " -x"
                    case .file: " -r -F"
                    case .folder: " -x -a '(__fish_complete_directories)'"
                    case .words(let words): " -x -a '\(words.joined(separator: " "))'"
                    }
                lines.append(
                    "complete -c itaparse \(condition)\(short) -l \(option.long)\(value) -d '\(quoted(option.summary))'"
                )
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
