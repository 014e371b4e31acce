/// A command as people read it: what help, the manual page and shell completion are made of.
struct CommandPage: Sendable {
    /// An option as people read it.
    struct Option: Sendable {
        var long: String
        var short: Character?
        /// The name of the value; null for a switch.
        var placeholder: String?
        var summary: String
        var values: OptionValues
    }

    var name: String
    /// A sentence without its full stop.
    var summary: String
    /// What stands behind the options; empty where nothing does.
    var operands: String
    /// Whether the operands are words of a list that completion can offer.
    var operandWords: [String]
    var details: String
    var options: [Option]
    var examples: [(line: String, meaning: String)]

    /// The usage line without the word `usage`.
    var usage: String {
        "itaparse \(name)\(options.isEmpty ? "" : " [options]")\(operands.isEmpty ? "" : " \(operands)")"
    }

    /// The text of `--help`.
    var help: String {
        var lines = ["\(summary).", "", "usage: \(usage)"]
        if !details.isEmpty { lines += ["", details] }
        if !options.isEmpty {
            let heads = options.map { option in
                let short = option.short.map { "-\($0), " } ?? "    "
                return "  \(short)--\(option.long)\(option.placeholder.map { " \($0)" } ?? "")"
            }
            let width = (heads.map(\.count).max() ?? 0) + 2
            lines += ["", "options:"]
            for (head, option) in zip(heads, options) {
                lines.append(head + String(repeating: " ", count: width - head.count) + option.summary)
            }
        }
        if !examples.isEmpty {
            lines += ["", "examples:"]
            for example in examples { lines += ["  \(example.line)", "      \(example.meaning)"] }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// What may stand behind an option; a shell completes it accordingly.
enum OptionValues: Sendable {
    /// Nothing: the option is a switch.
    case none
    case text
    case file
    case folder
    case words([String])
}
