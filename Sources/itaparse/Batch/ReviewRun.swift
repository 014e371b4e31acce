internal import ReportOutput
internal import ReportParser

/// A run of `itaparse review`: a page a report, and one over all of them once they are there.
struct ReviewRun {
    /// What became of a file.
    private enum Outcome: Sendable {
        case written(ReviewEntry)
        case failed(FileProblem)
        /// The user wants no more.
        case stopped
    }

    private let folder: String
    private let language: ReviewLanguage
    private let isQuiet: Bool
    private let names: [String]
    private let pages: OutputNames
    private var progress: Progress
    private var entries: [ReviewEntry] = []
    private var failures: [ReviewFailure]

    /// - Parameters:
    ///   - folder: where the pages go.
    ///   - language: the language that they show first.
    ///   - isQuiet: whether only errors are told.
    ///   - missing: what the user named and is not there.
    ///   - names: the names of the inputs.
    init(folder: String, language: ReviewLanguage, isQuiet: Bool, missing: [FileProblem], names: [String]) {
        self.folder = folder
        self.language = language
        self.isQuiet = isQuiet
        self.names = names
        pages = OutputNames(names, suffix: ".html", taken: [ReviewOverview.name])
        progress = Progress(.auto, total: names.count, isQuiet: isQuiet)
        failures = missing.map { ReviewFailure(name: $0.file, $0) }
    }

    /// Writes the pages of the inputs, whose names the run was made with; returns the exit status.
    mutating func write(_ inputs: sending [Input], _ work: InputWork) throws -> Int32 {
        Interruption.watch()
        let (folder, language, names, pages) = (folder, language, names, pages)
        let paths = inputs.map(\.path)
        try work.run(inputs) { index, reader, read -> Outcome in
            guard !Interruption.isWanted else { return .stopped }
            do throws(FileProblem) {
                let content = try read()
                let report = try FileReading.report(
                    in: content.bytes, path: paths[index], name: names[index], reviewFile: content.review, with: reader)
                try Self.write(to: "\(folder)/\(pages[index])") { sink in
                    try ReviewPage(of: report, name: pages[index], language: language).write(to: sink)
                }
                return .written(ReviewEntry(of: report, page: pages[index]))
            } catch {
                return .failed(error)
            }
        } deliver: { index, outcome in
            switch outcome {
            case .stopped: return false
            case .written(let entry): entries.append(entry)
            case .failed(let problem):
                // Where no page can be written, the others would fare no better.
                guard problem.code != .unwritable else { throw problem }
                progress.clear()
                Terminal.problem(problem)
                failures.append(ReviewFailure(name: names[index], problem))
            }
            progress.add(bytes: 0, hasFailed: false)
            return true
        }
        progress.clear()
        guard !Interruption.isWanted else {
            Terminal.note("stopped: \(entries.count) of \(names.count) pages are written, and no index")
            return Interruption.status
        }
        try writeOverview()
        return failures.isEmpty ? 0 : 1
    }

    private func writeOverview() throws(FileProblem) {
        let path = "\(folder)/\(ReviewOverview.name)"
        try Self.write(to: path) { sink in
            try ReviewOverview(entries: entries, failures: failures, language: language).write(to: sink)
        }
        guard !isQuiet else { return }
        let failed = failures.isEmpty ? "" : ", \(failures.count) failed"
        Terminal.note("wrote \(entries.count) page\(entries.count == 1 ? "" : "s")\(failed); open \(path)")
    }

    /// Writes a page beside its place and puts it there once it is whole.
    private static func write(
        to path: String, _ body: (@escaping (UnsafeBufferPointer<UInt8>) throws -> Void) throws -> Void
    ) throws(FileProblem) {
        let file = try OutputFile(path)
        do {
            try body { bytes in try file.write(bytes) }
        } catch let problem as FileProblem {
            throw problem
        } catch {
            throw FileProblem(file: path, code: .unwritable, message: "\(error)")
        }
        try file.finish()
    }
}

extension ReviewFailure {
    /// What the overview says of a problem.
    fileprivate init(name: String, _ problem: FileProblem) {
        self.init(name: name, cause: problem.message, code: problem.code.name)
    }
}
