internal import ReportFormats
internal import ReportParser

/// `itaparse audit`: what is wrong in reports, with the place of each finding.
enum AuditCommand: ProgramCommand {
    /// How findings are written.
    enum Format: String, CaseIterable, Sendable { case text, json }

    /// The least severity that makes the program fail.
    enum Threshold: String, CaseIterable, Sendable { case warning, error }

    struct Arguments: CommandArguments {
        var format = Format.text
        var threshold: Threshold?
        var rules: [String] = []
        var withoutRules: [String] = []
        var included: [String] = []
        var excluded: [String] = []
        var wantsHelp = false
    }

    static let spec = CommandSpec<Arguments>(
        name: "audit", summary: "Say what is wrong in ITA reports, with the place of each finding", operands: "PATH...",
        details: """
            PATH is a file, a folder or ZIP archive (all files in it, but hidden ones) or - for standard input.
            A report a paragraph: its findings, the gravest first, each with its line; then a summary by rule.
            'itaparse rules' says what is looked for.
            Exit status: 0 audited, 1 some files failed, 2 wrong usage, 3 --fail-on found something.
            """,
        options: [
            .choice("format", "f", "Write text for people (default), or a finding a line in JSON", \.format),
            .list("rule", "ID", "Only findings of this rule; may stand more than once", \.rules),
            .list("no-rule", "ID", "No findings of this rule; may stand more than once", \.withoutRules),
            .choice("fail-on", nil, "Exit with 3 if a finding is as grave as this", \.threshold),
            .list("include", "GLOB", "Of folders and archives take only files that match", \.included),
            .list("exclude", "GLOB", "Leave out files and folders that match", \.excluded),
            .flag("help", "h", "Show this help", \.wantsHelp),
        ],
        examples: [
            ("itaparse audit reports/", "what is wrong in the reports of a folder"),
            ("itaparse audit report.txt --rule sum-mismatch --fail-on error", "fail where money does not add up"),
        ])

    /// Runs the command; returns the exit status.
    static func run(_ words: ArraySlice<String>) throws -> Int32 {
        try spec.run(words) { arguments, operands in
            try check(arguments, operands)
            let walk = InputWalk(operands, including: arguments.included, excluding: arguments.excluded)
            var problems = walk.problems
            for problem in problems { Terminal.problem(problem) }
            let reader = ReaderProcess(limits: ReaderProcess.Limits())
            var listing = FindingListing(format: arguments.format)
            var isTripped = false
            for input in walk.inputs {
                do throws(FileProblem) {
                    let report = try FileReading.report(
                        in: try input.read(), path: input.path, name: input.name, with: reader)
                    let findings = report.findings.filter { isWanted($0, arguments) }
                    isTripped = isTripped || findings.contains { trips($0, arguments.threshold) }
                    try listing.write(findings, of: report, path: input.path)
                } catch {
                    // Who reads our output may stop doing so; any other problem is one of the file.
                    if error.code == .readerGone { throw error }
                    Terminal.problem(error)
                    problems.append(error)
                }
            }
            try listing.finish()
            return !problems.isEmpty ? 1 : isTripped ? 3 : 0
        }
    }

    private static func check(_ arguments: Arguments, _ operands: [String]) throws(UsageError) {
        guard !operands.isEmpty else {
            throw UsageError("nothing to audit: name a file or a folder, or - for standard input")
        }
        let known = ReportParser.rules.map(\.id)
        for id in arguments.rules + arguments.withoutRules where !known.contains(id) {
            let close = known.min { Spelling.distance($0, id) < Spelling.distance($1, id) } ?? ""
            throw UsageError(
                "unknown rule '\(id)'\(Spelling.distance(close, id) <= 4 ? "; did you mean \(close)?" : "; see itaparse rules")"
            )
        }
    }

    private static func isWanted(_ finding: Finding, _ arguments: Arguments) -> Bool {
        (arguments.rules.isEmpty || arguments.rules.contains(finding.rule))
            && !arguments.withoutRules.contains(finding.rule)
    }

    private static func trips(_ finding: Finding, _ threshold: Threshold?) -> Bool {
        switch threshold {
        case nil: false
        case .warning: finding.severity != .info
        case .error: finding.severity == .error
        }
    }
}
