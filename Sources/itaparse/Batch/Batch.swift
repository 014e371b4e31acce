internal import Glibc
internal import ReportParser
internal import Synchronization

/// A run of `itaparse convert` over many files: one bad file hurts only itself, and the order is that of the inputs.
struct Batch {
    private let arguments: ConvertCommand.Arguments
    private let items: [Conversion.Item]
    private let missing: [FileProblem]
    private let destination: ReportDestination
    private let manifest: Manifest?
    private var progress: Progress
    private var tally = Tally()

    /// What became of the files.
    private struct Tally {
        /// The failures by the names of their causes.
        var causes: [String: Int] = [:]
        var failed = 0
        var bytes = 0
        var converted = 0
        var kept = 0
        var measures = 0
        var findings = 0
    }

    /// Opens the places that the reports go to.
    ///
    /// - Parameters:
    ///   - arguments: what the user wants.
    ///   - names: the paths of the inputs, and their names in reports.
    ///   - missing: what the user named and is not there.
    /// - Throws: ``UsageError`` or ``FileProblem`` where a place cannot be opened.
    init(_ arguments: ConvertCommand.Arguments, names: [(path: String, name: String)], missing: [FileProblem]) throws {
        self.arguments = arguments
        self.missing = missing
        destination = try ReportDestination(
            output: arguments.output, format: arguments.format, isPretty: arguments.isPretty, inputs: names.count)
        let form = destination.form
        if form.folder == nil, arguments.isResumed || arguments.isFresh {
            throw UsageError("--resume and --fresh are for a batch that goes to a folder: -o DIR")
        }
        let start: Manifest.Start = arguments.isResumed ? .resumed : arguments.isFresh ? .fresh : .new
        let settings = "\(ReportParser.version) \(form.format.rawValue)\(form.isPretty ? " pretty" : "")"
        manifest = try form.folder.map { try Manifest(folder: $0, start: start, settings: settings) }
        let outputNames = OutputNames(names.map(\.name), suffix: ".\(form.format.rawValue)")
        let textNames = OutputNames(names.map(\.name), suffix: ".txt")
        items = names.enumerated().map { index, input in
            Conversion.Item(
                path: input.path, name: input.name, outputName: outputNames[index], textName: textNames[index])
        }
        progress = Progress(arguments.progress, total: items.count, isQuiet: arguments.isQuiet)
    }

    /// Converts the inputs, whose names the batch was made with; returns the exit status.
    mutating func run(_ inputs: sending [Input]) throws -> Int32 {
        tally.failed = missing.count
        for problem in missing {
            tally.causes[problem.code.name, default: 0] += 1
            try manifest?.add(Manifest.Entry(name: problem.file, problem: problem), isKept: false)
        }
        Interruption.watch()
        try convert(inputs)
        progress.clear()
        guard !Interruption.isWanted else {
            let advice = manifest == nil ? "" : "; --resume goes on with the others"
            Terminal.note("stopped: \(tally.converted) of \(items.count) files are converted\(advice)")
            return Interruption.status
        }
        try destination.finish(isEmpty: tally.converted == 0)
        try manifest?.finish(order: missing.map(\.file) + items.map(\.name))
        if !arguments.isQuiet { Terminal.note(summary) }
        return tally.failed > 0 ? 1 : 0
    }

    private mutating func convert(_ inputs: sending [Input]) throws {
        let conversion = Conversion(
            form: destination.form, textFolder: arguments.textFolder, wantsSummary: arguments.isVerbose,
            done: manifest?.done ?? [:])
        // Files are read one at a time: they come from one disk, and an archive is read from its beginning to its end.
        let inputs = Mutex(inputs)
        let items = items
        let work = OrderedWork<Conversion.Outcome?>(count: items.count, width: arguments.jobs ?? Self.processors)
        let limits = ReaderProcess.Limits(
            seconds: arguments.timeout ?? ReaderProcess.Limits().seconds,
            memoryBytes: arguments.memory.map { $0 << 20 } ?? ReaderProcess.Limits().memoryBytes)
        try work.run {
            ReaderProcess(limits: limits)
        } work: { index, reader in
            guard !Interruption.isWanted else { return nil }
            return conversion.convert(items[index], with: reader) { () throws(FileProblem) in
                try inputs.withLock { inputs throws(FileProblem) in try inputs[index].read() }
            }
        } deliver: { index, outcome in
            guard let outcome else { return false }
            try deliver(outcome)
            return true
        }
    }

    private mutating func deliver(_ outcome: Conversion.Outcome) throws {
        var entry = outcome.entry
        if entry.problem == nil, let written = outcome.written {
            do {
                try destination.add(written)
            } catch let problem as FileProblem {
                // The one place that all reports go to takes no more: the other files would fare no better.
                guard problem.code != .unwritable, problem.code != .readerGone else { throw problem }
                entry.problem = problem
            }
        }
        if let problem = entry.problem {
            tally.failed += 1
            tally.causes[problem.code.name, default: 0] += 1
            progress.clear()
            Terminal.problem(problem)
        } else {
            tally.converted += 1
            if outcome.isKept { tally.kept += 1 }
            tally.measures += entry.measures
            tally.findings += entry.findings
            if let summary = outcome.summary {
                progress.clear()
                Terminal.note(summary)
            }
        }
        tally.bytes += entry.bytes
        try manifest?.add(entry, isKept: outcome.isKept)
        progress.add(bytes: entry.bytes, hasFailed: entry.problem != nil)
    }

    private var summary: String {
        let place = arguments.output.map { " to \($0)" } ?? ""
        let kept = tally.kept > 0 ? ", \(tally.kept) of them before" : ""
        let causes = tally.causes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
        let failures = tally.failed > 0 ? ", \(tally.failed) failed (\(causes.joined(separator: ", ")))" : ""
        let size = Decimals.tenths(Double(tally.bytes) / 1e6)
        return "converted \(tally.converted) of \(items.count + missing.count) files\(place)\(kept): "
            + "\(tally.measures) measures, \(tally.findings) findings\(failures); "
            + "\(size) MB in \(Decimals.tenths(progress.seconds)) s"
    }

    /// How many files are worked on at once where the user says nothing of it.
    static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}

/// Numbers for people.
private enum Decimals {
    /// A number with one decimal.
    static func tenths(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
