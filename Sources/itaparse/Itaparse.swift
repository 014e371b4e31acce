internal import Glibc
internal import ReportOutput
internal import ReportParser

/// The program.
@main
struct Itaparse {
    private static let commands: [(name: String, summary: String)] = [
        (ConvertCommand.spec.name, ConvertCommand.spec.summary),
        (DatesCommand.spec.name, DatesCommand.spec.summary),
        (NumbersCommand.spec.name, NumbersCommand.spec.summary),
        (NormalizeCommand.spec.name, NormalizeCommand.spec.summary),
        (DoctorCommand.spec.name, DoctorCommand.spec.summary),
        ("schema", "Print the JSON Schema of a report"),
    ]

    static func main() {
        // Closed standard streams would lend their numbers to files, and words for the terminal would land in one.
        // Read-only ones in their place refuse the words instead.
        var handle = open("/dev/null", O_RDONLY)
        while handle >= 0, handle <= STDERR_FILENO { handle = open("/dev/null", O_RDONLY) }
        if handle > STDERR_FILENO { close(handle) }
        // A reader that goes away ends the program through the failing write, not through a signal.
        signal(SIGPIPE, SIG_IGN)
        exit(run(CommandLine.arguments.dropFirst()))
    }

    private static func run(_ words: ArraySlice<String>) -> Int32 {
        do {
            switch words.first {
            case "convert": return try ConvertCommand.run(words.dropFirst())
            case "dates": return try DatesCommand.run(words.dropFirst())
            case "numbers": return try NumbersCommand.run(words.dropFirst())
            case "normalize": return try NormalizeCommand.run(words.dropFirst())
            case "doctor": return try DoctorCommand.run(words.dropFirst())
            case "schema":
                if words.count > 1 {
                    let isHelp = words.dropFirst().first == "--help" || words.dropFirst().first == "-h"
                    guard isHelp else { throw UsageError("schema takes no arguments") }
                    try Terminal.out("Print the JSON Schema of a report.\n\nusage: itaparse schema\n")
                    return 0
                }
                try Terminal.out(ReportSchema.json)
                return 0
            case "--version", "-V":
                try Terminal.out("itaparse \(ReportParser.version)\n")
                return 0
            case "--help", "-h", "help":
                try Terminal.out(help)
                return 0
            case nil:
                Terminal.note(help)
                return 2
            case let word?: throw UsageError("unknown command '\(word)'\(suggestion(for: word))")
            }
        } catch let error as UsageError {
            Terminal.note("itaparse: \(error.message)\nTry 'itaparse --help'.")
            return 2
        } catch let problem as FileProblem {
            if problem.code != .readerGone { Terminal.problem(problem) }
            return 1
        } catch {
            Terminal.note("itaparse: \(error)")
            return 1
        }
    }

    private static func suggestion(for word: String) -> String {
        let close = commands.map(\.name).min { Spelling.distance($0, word) < Spelling.distance($1, word) }
        guard let close, Spelling.distance(close, word) <= 2 else { return "" }
        return "; did you mean \(close)?"
    }

    private static var help: String {
        let width = (commands.map(\.name.count).max() ?? 0) + 2
        let list = commands.map { "  \($0.name)\(String(repeating: " ", count: width - $0.name.count))\($0.summary)" }
        return """
            itaparse turns the integrity and transparency (ITA) reports of Thai public bodies into audited, structured
            measure records.

            usage: itaparse COMMAND [options] [PATH or TEXT...]

            commands:
            \(list.joined(separator: "\n"))

            'itaparse COMMAND --help' says more. Options of the program itself: --help, --version.

            examples:
              itaparse convert report.txt --pretty
              itaparse convert reports/ -o out

            """
    }
}
