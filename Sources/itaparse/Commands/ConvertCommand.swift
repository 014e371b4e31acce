/// `itaparse convert`: files in, reports out.
enum ConvertCommand: ProgramCommand {
    struct Arguments: CommandArguments {
        var output: String?
        var format: ReportFormat?
        var textFolder: String?
        var isPretty = false
        var isVerbose = false
        var isQuiet = false
        var included: [String] = []
        var excluded: [String] = []
        var list: String?
        var isNullSeparated = false
        var jobs: Int?
        var isResumed = false
        var isFresh = false
        var progress = Progress.Style.auto
        var timeout: Int?
        var memory: Int?
        var wantsHelp = false
    }

    static let spec = CommandSpec<Arguments>(
        name: "convert", summary: "Convert ITA reports to measure records", operands: "PATH...",
        details: """
            PATH is a file, a folder or ZIP archive (all files in it, but hidden ones) or - for standard input.
            Without -o the reports go to standard output, one a line.
            With -o OUT each goes to OUT/NAME.json, and OUT/manifest.jsonl says what became of every file.
            An OUT that ends in .jsonl, .csv, .xlsx or .sqlite is one file for all reports, and says their form;
            one that ends in .json is the file for a single report.
            Corrections of a reviewer in NAME.review.json beside a file are applied, and marked as human.
            Exit status: 0 all converted, 1 some files failed, 2 wrong usage, 130 stopped by Ctrl-C.
            """,
        options: [
            .text("output", "o", "OUT", "Write to the folder or file OUT", values: .file, \.output),
            .choice("format", "f", "Write a report an object (json), or a measure a line or row", \.format),
            .text(
                "emit-text", nil, "DIR", "Write each text as UTF-8 below DIR: what places in bytes refer to",
                values: .folder, \.textFolder),
            .list("include", "GLOB", "Of folders and archives take only files that match", \.included),
            .list("exclude", "GLOB", "Leave out files and folders that match", \.excluded),
            .text(
                "files-from", nil, "FILE", "Convert the files that FILE names, one a line (-: standard input)",
                values: .file, \.list),
            .flag("null", "0", "The names in FILE end with NUL instead of lines", \.isNullSeparated),
            .jobs("Convert", \.jobs), .timeout(\.timeout), .memory(\.memory),
            .flag("resume", nil, "Go on with the batch in OUT: leave alone what is converted", \.isResumed),
            .flag("fresh", nil, "Start over where a batch was stopped", \.isFresh),
            .choice("progress", nil, "Tell how far the batch is (default auto: a bar on a terminal)", \.progress),
            .flag("pretty", "p", "Indent the JSON for reading", \.isPretty),
            .flag("verbose", "v", "Say for each file what was found in it", \.isVerbose),
            .flag("quiet", "q", "Say nothing but errors", \.isQuiet),
            .flag("help", "h", "Show this help", \.wantsHelp),
        ],
        examples: [
            ("itaparse convert report.txt --pretty", "show the records of one report"),
            ("itaparse convert reports/ -o out", "convert a folder, a JSON file a report"),
            (
                "itaparse convert reports/ -o reports.xlsx",
                "all measures in one Excel workbook; .csv and .sqlite likewise"
            ),
            ("itaparse convert reports/*.txt --format jsonl | jq .measure.title", "the titles of all measures"),
        ])

    /// Runs the command; returns the exit status.
    static func run(_ words: ArraySlice<String>) throws -> Int32 {
        try spec.run(words) { arguments, operands in
            try check(arguments, operands)
            var walk = InputWalk(operands, including: arguments.included, excluding: arguments.excluded)
            if let list = arguments.list {
                let separator: UInt8 = arguments.isNullSeparated ? 0 : 0x0A
                let bytes = try list == "-" ? Input.readStandardInput() : Input.read(PathBytes(list))
                for path in bytes.split(separator: separator) { walk.add(path: PathBytes(path)) }
            }
            for problem in walk.problems { Terminal.problem(problem) }
            let inputs = walk.inputs
            var batch = try Batch(
                arguments, names: inputs.map { ($0.path, $0.name) }, missing: walk.problems)
            return try batch.run(inputs)
        }
    }

    private static func check(_ arguments: Arguments, _ operands: [String]) throws(UsageError) {
        guard !operands.isEmpty || arguments.list != nil else {
            throw UsageError("nothing to convert: name a file or a folder, or - for standard input")
        }
        if arguments.list == "-", operands.contains("-") {
            throw UsageError("standard input is either a report or the list of files")
        }
        if arguments.textFolder?.isEmpty == true { throw UsageError("--emit-text needs the name of a folder") }
        if arguments.output?.isEmpty == true { throw UsageError("--output needs the name of a folder or file") }
        if arguments.isResumed, arguments.isFresh { throw UsageError("--resume and --fresh exclude each other") }
    }
}
