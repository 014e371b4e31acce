internal import Glibc
internal import ReportFormats
internal import ReportOutput
internal import ReportParser
internal import ThaiText

/// `itaparse convert`: files in, reports out.
struct ConvertCommand: ProgramCommand {
    struct Arguments: CommandArguments {
        var output: String?
        var format: ReportFormat?
        var textFolder: String?
        var isPretty = false
        var isVerbose = false
        var isQuiet = false
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
            Exit status: 0 all converted, 1 some files failed, 2 wrong usage.
            """,
        options: [
            .text("output", "o", "OUT", "Write to the folder or file OUT", values: .file, \.output),
            .choice("format", "f", "Write a report an object (json), or a measure a line or row", \.format),
            .text(
                "emit-text", nil, "DIR", "Write each text as UTF-8 below DIR: what places in bytes refer to",
                values: .folder, \.textFolder),
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

    private let arguments: Arguments
    private var failed = 0
    private var converted = 0
    private var measures = 0
    private var findings = 0

    /// Runs the command; returns the exit status.
    static func run(_ words: ArraySlice<String>) throws -> Int32 {
        try spec.run(words) { arguments, operands in try run(arguments, operands) }
    }

    private static func run(_ arguments: Arguments, _ operands: [String]) throws -> Int32 {
        guard !operands.isEmpty else {
            throw UsageError("nothing to convert: name a file or a folder, or - for standard input")
        }
        if arguments.textFolder?.isEmpty == true { throw UsageError("--emit-text needs the name of a folder") }
        if arguments.output?.isEmpty == true { throw UsageError("--output needs the name of a folder or file") }
        var command = ConvertCommand(arguments: arguments)
        return try command.convert(operands)
    }

    private init(arguments: Arguments) {
        self.arguments = arguments
    }

    private mutating func convert(_ operands: [String]) throws -> Int32 {
        var inputs: [Input] = []
        var missing: [FileProblem] = []
        let shelf = ArchiveShelf()
        for operand in operands {
            do throws(FileProblem) {
                inputs += try Input.all(named: [operand], shelf: shelf)
            } catch {
                missing.append(error)
                Terminal.problem(error)
            }
        }
        failed = missing.count
        var destination = try ReportDestination(
            output: arguments.output, format: arguments.format, isPretty: arguments.isPretty, inputs: inputs.count)
        let names = OutputNames(inputs.map(\.name), suffix: ".\(destination.format.rawValue)")
        let textNames = OutputNames(inputs.map(\.name), suffix: ".txt")
        var manifest = try Manifest(folder: destination.folder)
        for problem in missing { try manifest.add(Manifest.Entry(name: problem.file, problem: problem)) }
        for (index, input) in inputs.enumerated() {
            try convert(input, names[index], textNames[index], to: &destination, &manifest)
        }
        try destination.finish(isEmpty: converted == 0)
        try manifest.finish()
        if !arguments.isQuiet {
            let place = arguments.output.map { " to \($0)" } ?? ""
            let failures = failed > 0 ? ", \(failed) failed" : ""
            Terminal.note(
                "converted \(converted) of \(inputs.count + missing.count) files\(place): \(measures) measures, \(findings) findings\(failures)"
            )
        }
        return failed > 0 ? 1 : 0
    }

    private mutating func convert(
        _ input: Input, _ outputName: String, _ textName: String, to destination: inout ReportDestination,
        _ manifest: inout Manifest
    ) throws {
        var clock = timespec()
        clock_gettime(CLOCK_MONOTONIC, &clock)
        var entry = Manifest.Entry(name: input.name)
        do {
            let bytes = try input.read()
            entry.sha256 = ContentHash.sha256(bytes)
            let report = try parse(bytes, input, entry.sha256)
            entry.measures = report.measures.count
            entry.findings = report.findings.count
            try destination.write(report, name: outputName)
            if let folder = arguments.textFolder {
                let file = try OutputFile("\(folder)/\(textName)")
                try report.sourceText.withUnsafeBufferPointer { text throws(FileProblem) in try file.write(text) }
                try file.finish()
            }
            converted += 1
            measures += report.measures.count
            findings += report.findings.count
            if arguments.isVerbose { Terminal.note(summary(of: report)) }
        } catch let problem as FileProblem {
            // The one place that all reports go to takes no more: the other files would fare no better.
            if destination.folder == nil, problem.code == .unwritable || problem.code == .readerGone { throw problem }
            failed += 1
            entry.problem = problem
            Terminal.problem(problem)
        }
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        entry.milliseconds = (now.tv_sec - clock.tv_sec) * 1000 + (now.tv_nsec - clock.tv_nsec) / 1_000_000
        try manifest.add(entry)
    }

    private func parse(_ bytes: [UInt8], _ input: Input, _ sha256: String) throws(FileProblem) -> Report {
        var source = ReportSource(name: input.name, sha256: sha256, bytes: bytes.count)
        if let format = FileFormat(sniffing: bytes) {
            do throws(FormatProblem) {
                source.format = format.rawValue
                return ReportParser.parse(try FormatReader.read(bytes, as: format), source: source)
            } catch {
                throw FileProblem(file: input.path, code: .format(error.code), message: error.message)
            }
        }
        do throws(DecodedText.Failure) {
            return try ReportParser.parse(bytes, source: source)
        } catch {
            switch error {
            case .unknownEncoding(let offset):
                throw FileProblem(
                    file: input.path, code: .unknownEncoding,
                    message: "byte \(offset) is neither UTF-8 nor a known Thai encoding")
            case .tooLarge:
                throw FileProblem(file: input.path, code: .tooLarge, message: "it is larger than 4 GiB")
            case .converter(let name):
                throw FileProblem(file: input.path, code: .unknownEncoding, message: "ICU cannot decode it: \(name)")
            }
        }
    }

    private func summary(of report: Report) -> String {
        let agency = report.agency.map { report.string($0.name) } ?? "?"
        let year = report.fiscalYear.map { String($0) } ?? "?"
        var states: [String: Int] = [:]
        for measure in report.measures { states[measure.status?.state.rawValue ?? "no status", default: 0] += 1 }
        let told = states.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
        return "\(report.source.name): \(agency), พ.ศ. \(year), \(report.measures.count) measures"
            + (told.isEmpty ? "" : " (\(told.joined(separator: ", ")))")
    }
}
