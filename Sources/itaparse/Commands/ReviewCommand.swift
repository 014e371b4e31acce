internal import ReportOutput

/// `itaparse review`: pages that show reports beside their records and findings.
enum ReviewCommand: ProgramCommand {
    struct Arguments: CommandArguments {
        var output: String?
        var language = ReviewLanguage.thai
        var included: [String] = []
        var excluded: [String] = []
        var jobs: Int?
        var timeout: Int?
        var memory: Int?
        var isQuiet = false
        var wantsHelp = false
    }

    static let spec = CommandSpec<Arguments>(
        name: "review", summary: "Write pages that show each report beside its records and findings",
        operands: "PATH...",
        details: """
            PATH is a file, a folder or ZIP archive (all files in it, but hidden ones) or - for standard input.
            A report becomes DIR/NAME.html: the source on the left, records and findings on the right, each value
            with the way to its place. DIR/index.html is over all of them: open it in a browser. Nothing is asked
            of a network, so the pages can be kept, sent and printed.
            Exit status: 0 all written, 1 some files failed (the index says which), 2 wrong usage, 130 stopped by
            Ctrl-C.
            """,
        options: [
            .text("output", "o", "DIR", "Write the pages below the folder DIR", values: .folder, \.output),
            .choice("language", nil, "The language that pages show first (default th); they hold both", \.language),
            .list("include", "GLOB", "Of folders and archives take only files that match", \.included),
            .list("exclude", "GLOB", "Leave out files and folders that match", \.excluded),
            .jobs("Read", \.jobs), .timeout(\.timeout), .memory(\.memory),
            .flag("quiet", "q", "Say nothing but errors", \.isQuiet),
            .flag("help", "h", "Show this help", \.wantsHelp),
        ],
        examples: [
            ("itaparse review reports/ -o pages", "pages for all reports of a folder: open pages/index.html"),
            ("itaparse review report.pdf -o pages --language en", "one report, in English first"),
        ])

    /// Runs the command; returns the exit status.
    static func run(_ words: ArraySlice<String>) throws -> Int32 {
        try spec.run(words) { arguments, operands in
            guard !operands.isEmpty else {
                throw UsageError("nothing to review: name a file or a folder, or - for standard input")
            }
            guard let folder = arguments.output, !folder.isEmpty else {
                throw UsageError("--output needs the name of a folder for the pages: -o DIR")
            }
            let walk = InputWalk(operands, including: arguments.included, excluding: arguments.excluded)
            for problem in walk.problems { Terminal.problem(problem) }
            var run = ReviewRun(
                folder: folder, language: arguments.language, isQuiet: arguments.isQuiet, missing: walk.problems,
                names: walk.inputs.map(\.name))
            return try run.write(
                walk.inputs,
                InputWork(jobs: arguments.jobs, timeout: arguments.timeout, memory: arguments.memory))
        }
    }
}
