/// `itaparse audit`: what is wrong in reports, with the place of each finding.
enum AuditCommand: ProgramCommand {
    /// How findings are written.
    enum Format: String, CaseIterable, Sendable { case text, json, sarif }

    /// The least severity that makes the program fail.
    enum Threshold: String, CaseIterable, Sendable { case warning, error }

    struct Arguments: CommandArguments {
        var format = Format.text
        var output: String?
        var threshold: Threshold?
        var rules: [String] = []
        var withoutRules: [String] = []
        var configuration: String?
        var isAcross = false
        var included: [String] = []
        var excluded: [String] = []
        var jobs: Int?
        var timeout: Int?
        var memory: Int?
        var wantsHelp = false
    }

    static let spec = CommandSpec<Arguments>(
        name: "audit", summary: "Say what is wrong in ITA reports, with the place of each finding", operands: "PATH...",
        details: """
            PATH is a file, a folder or ZIP archive (all files in it, but hidden ones) or - for standard input.
            text: a report a paragraph, its findings with file and line, the gravest first; then a summary by rule,
            of several reports also by body, by province and by status. Coloured on a terminal; NO_COLOR=1 is heeded.
            json: a finding a line. sarif: one SARIF 2.1.0 log for code scanners and editors.
            --across tells instead what only several reports show: measures dropped and states gone backwards
            between two periods of a body, results left as they were, texts copied from another body; and how much
            of its measures each body has completed. Its json is one object.
            FILE of --config has a line a rule, 'repeated-word = off' or 'missing-status = error'; # begins a remark.
            No configuration is read but the one that is named. 'itaparse rules' says what is looked for.
            Decisions of a reviewer in NAME.review.json beside a file are heeded.
            Exit status: 0 audited, 1 some files failed, 2 wrong usage, 3 --fail-on found something, 130 stopped.
            """,
        options: [
            .choice("format", "f", "Write text for people (default), JSON or a SARIF log", \.format),
            .text("output", "o", "OUT", "Write to the file OUT", values: .file, \.output),
            .flag("across", nil, "Compare the reports with each other", \.isAcross),
            .list("rule", "ID", "Only findings of this rule; may stand more than once", \.rules),
            .list("no-rule", "ID", "No findings of this rule; may stand more than once", \.withoutRules),
            .text(
                "config", nil, "FILE", "Take from FILE which rules are off and how grave the others are", values: .file,
                \.configuration),
            .choice("fail-on", nil, "Exit with 3 if a finding is as grave as this", \.threshold),
            .list("include", "GLOB", "Of folders and archives take only files that match", \.included),
            .list("exclude", "GLOB", "Leave out files and folders that match", \.excluded),
            .jobs("Read", \.jobs), .timeout(\.timeout), .memory(\.memory),
            .flag("help", "h", "Show this help", \.wantsHelp),
        ],
        examples: [
            ("itaparse audit reports/", "what is wrong in the reports of a folder"),
            ("itaparse audit report.txt --rule sum-mismatch --fail-on error", "fail where money does not add up"),
            ("itaparse audit reports/ --format sarif -o audit.sarif", "for a code scanner or an editor"),
            ("itaparse audit 2566/ 2567/ --across", "what became of the measures of each body"),
        ])

    /// Runs the command; returns the exit status.
    static func run(_ words: ArraySlice<String>) throws -> Int32 {
        try spec.run(words) { arguments, operands in
            try check(arguments, operands)
            let configuration = try arguments.configuration.map { path throws(UsageError) in
                try AuditConfiguration(path: path)
            }
            let choice = try RuleChoice(
                only: arguments.rules, without: arguments.withoutRules,
                configuration: configuration ?? AuditConfiguration())
            let walk = InputWalk(operands, including: arguments.included, excluding: arguments.excluded)
            for problem in walk.problems { Terminal.problem(problem) }
            let run = AuditRun(
                choice: choice, threshold: arguments.threshold, comparesReports: arguments.isAcross,
                output: arguments.output,
                work: InputWork(jobs: arguments.jobs, timeout: arguments.timeout, memory: arguments.memory))
            let sink = try ListingSink(arguments.output)
            var listing = listing(arguments, choice, sink)
            let status = try run.run(walk.inputs, missing: walk.problems, to: &listing)
            if status != Interruption.status { try sink.finish() }
            return status
        }
    }

    private static func listing(_ arguments: Arguments, _ choice: RuleChoice, _ sink: ListingSink) -> any AuditListing {
        let style = arguments.output == nil ? TextStyle.standardOutput : .plain
        if arguments.isAcross {
            return AcrossListing(sink, choice, form: arguments.format == .json ? .json : .text(style))
        }
        return switch arguments.format {
        case .text: TextListing(sink, style)
        case .json: JSONListing(sink)
        case .sarif: SARIFListing(sink, choice)
        }
    }

    private static func check(_ arguments: Arguments, _ operands: [String]) throws(UsageError) {
        guard !operands.isEmpty else {
            throw UsageError("nothing to audit: name a file or a folder, or - for standard input")
        }
        if arguments.output?.isEmpty == true { throw UsageError("--output needs the name of a file") }
        if arguments.isAcross, arguments.format == .sarif {
            throw UsageError("--across writes text or json: a SARIF result stands in one file")
        }
        if !arguments.isAcross, let rule = arguments.rules.first(where: RuleChoice.acrossIDs.contains) {
            throw UsageError("the rule '\(rule)' compares reports: add --across")
        }
    }
}
