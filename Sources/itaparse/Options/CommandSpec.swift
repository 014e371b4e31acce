/// What the options of a command say; the defaults where none is given.
protocol CommandArguments: Sendable {
    init()
    /// Whether `--help` was among them, which every command has.
    var wantsHelp: Bool { get set }
}

/// A command: its options, its operands, its help.
struct CommandSpec<Arguments: CommandArguments>: Sendable {
    var name: String
    var summary: String
    /// What stands behind the options in the usage line.
    var operands: String
    /// The words that the operands are taken from, where there is a list of them.
    var operandWords: [String] = []
    var details: String
    var options: [Option<Arguments>]
    /// Command lines and what each of them does.
    var examples: [(line: String, meaning: String)]

    /// Runs the command with the words behind its name: shows the help if they ask for it, else calls `body`.
    func run(
        _ words: ArraySlice<String>, _ body: (_ arguments: Arguments, _ operands: [String]) throws -> Int32
    ) throws -> Int32 {
        var arguments = Arguments()
        let operands = try parse(words, into: &arguments)
        guard arguments.wantsHelp else { return try body(arguments, operands) }
        try Terminal.out(page.help)
        return 0
    }

    /// Reads the words of a command line into `arguments`; returns the operands.
    private func parse(_ words: ArraySlice<String>, into arguments: inout Arguments) throws(UsageError) -> [String] {
        var operands: [String] = []
        var rest = words
        while let word = rest.popFirst() {
            if word == "--" {
                operands += rest
                break
            }
            if word.hasPrefix("--") {
                try parseLong(word.dropFirst(2), &rest, &arguments)
            } else if word.hasPrefix("-"), word.count > 1 {
                try parseShort(word.dropFirst(), &rest, &arguments)
            } else {
                operands.append(word)
            }
        }
        return operands
    }

    private func parseLong(
        _ word: Substring, _ rest: inout ArraySlice<String>, _ arguments: inout Arguments
    ) throws(UsageError) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        guard let option = options.first(where: { $0.long == name }) else {
            throw UsageError("unknown option --\(name)\(suggestion(for: name))")
        }
        guard option.placeholder != nil else {
            guard parts.count == 1 else { throw UsageError("--\(name) takes no value") }
            return try option.apply(&arguments, "")
        }
        if parts.count > 1 { return try option.apply(&arguments, String(parts[1])) }
        guard let value = rest.popFirst() else { throw UsageError("--\(name) needs a value") }
        try option.apply(&arguments, value)
    }

    private func parseShort(
        _ letters: Substring, _ rest: inout ArraySlice<String>, _ arguments: inout Arguments
    ) throws(UsageError) {
        var letters = letters
        while let letter = letters.popFirst() {
            guard let option = options.first(where: { $0.short == letter }) else {
                throw UsageError("unknown option -\(letter)")
            }
            guard option.placeholder != nil else {
                try option.apply(&arguments, "")
                continue
            }
            if !letters.isEmpty { return try option.apply(&arguments, String(letters)) }
            guard let value = rest.popFirst() else { throw UsageError("-\(letter) needs a value") }
            return try option.apply(&arguments, value)
        }
    }

    /// The option that was probably meant.
    private func suggestion(for name: String) -> String {
        let close = options.map(\.long).min { Spelling.distance($0, name) < Spelling.distance($1, name) }
        guard let close, Spelling.distance(close, name) <= 2 else { return "" }
        return "; did you mean --\(close)?"
    }

    /// The command as people read it.
    var page: CommandPage {
        CommandPage(
            name: name, summary: summary, operands: operands, operandWords: operandWords, details: details,
            options: options.map {
                CommandPage.Option(
                    long: $0.long, short: $0.short, placeholder: $0.placeholder, summary: $0.summary,
                    values: $0.values)
            },
            examples: examples)
    }
}

/// How far two words are from each other.
enum Spelling {
    /// The number of letters to put in, take out or exchange to make one word the other.
    static func distance(_ first: String, _ second: String) -> Int {
        let a = Array(first)
        let b = Array(second)
        var previous = Array(0...b.count)
        for (i, letter) in a.enumerated() {
            var current = [i + 1]
            for (j, other) in b.enumerated() {
                current.append(min(previous[j] + (letter == other ? 0 : 1), previous[j + 1] + 1, current[j] + 1))
            }
            previous = current
        }
        return previous.last ?? a.count
    }
}
