internal import Glibc
internal import ReportParser

/// The program.
@main
struct Itaparse {
    static let commands: [any ProgramCommand.Type] = [
        ConvertCommand.self, DatesCommand.self, NumbersCommand.self, NormalizeCommand.self, DoctorCommand.self,
        AuditCommand.self, ReviewCommand.self, RulesCommand.self, WorkerCommand.self, SchemaCommand.self,
        CompletionCommand.self, ManualCommand.self,
    ]

    /// The commands as people read them.
    static var pages: [CommandPage] { commands.map { $0.page } }

    /// What the program is for.
    static let summary = """
        itaparse turns the integrity and transparency (ITA) reports of Thai public bodies into audited, structured
        measure records.
        """

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
            case "--version", "-V":
                try Terminal.out("itaparse \(ReportParser.version)\n")
                return 0
            case "--help", "-h", "help":
                try Terminal.out(help)
                return 0
            case nil:
                Terminal.note(help)
                return 2
            case let word?:
                guard let command = commands.first(where: { $0.page.name == word }) else {
                    throw UsageError("unknown command '\(word)'\(suggestion(for: word))")
                }
                return try command.run(words.dropFirst())
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
        let close = pages.map(\.name).min { Spelling.distance($0, word) < Spelling.distance($1, word) }
        guard let close, Spelling.distance(close, word) <= 2 else { return "" }
        return "; did you mean \(close)?"
    }

    private static var help: String {
        let width = (pages.map(\.name.count).max() ?? 0) + 2
        let list = pages.map { "  \($0.name)\(String(repeating: " ", count: width - $0.name.count))\($0.summary)" }
        return """
            \(summary)

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
