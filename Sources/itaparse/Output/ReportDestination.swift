internal import Glibc
internal import ReportOutput
internal import ReportParser

/// Where reports go: a file each in a folder, one file for all, or standard output.
struct ReportDestination {
    /// How a report is written, and whether that is done at once: what several threads may do.
    struct Form: Sendable {
        let format: ReportFormat
        let isPretty: Bool
        /// The folder that each report has a file in; null where they go to one place.
        let folder: String?

        /// Writes a report as far as that depends on no other one.
        func write(_ report: Report, name: String) throws(FileProblem) -> Written {
            guard !format.isFileOnly else { return .report(report) }
            let bytes = bytes(of: report, withHeader: folder != nil)
            guard let folder else { return .bytes(bytes) }
            try OutputFile.write(bytes, to: "\(folder)/\(name)")
            return .file
        }

        private func bytes(of report: Report, withHeader: Bool) -> [UInt8] {
            switch format {
            case .csv: ReportCSV.bytes(of: report, withHeader: withHeader)
            case .jsonl: JSONWriter.bytes { json in try ReportJSONLines.write(report, to: &json) }
            default:
                JSONWriter.bytes(indentation: isPretty ? 1 : 0) { json in
                    try ReportJSON.write(report, to: &json)
                    json.endLine()
                }
            }
        }
    }

    /// A report as a ``Form`` leaves it.
    enum Written: Sendable {
        /// In its own file.
        case file
        /// To be added to the one place of all.
        case bytes([UInt8])
        /// For a database or a workbook, which take no bytes.
        case report(Report)
    }

    private enum Place {
        case standardOutput
        case folder
        case file(OutputFile)
        case workbook(ReportWorkbook, path: String, temporary: String)
        case database(ReportDatabase, path: String)
    }

    let form: Form
    private let place: Place

    /// Opens the place that the words of the user name.
    ///
    /// - Parameters:
    ///   - output: the folder or file, null for standard output.
    ///   - format: the format asked for, null for that of the file's suffix, or JSON.
    ///   - isPretty: whether JSON is indented.
    ///   - inputs: how many files there are to convert.
    /// - Throws: ``UsageError`` where place and format do not fit, ``FileProblem`` where the place cannot be opened.
    init(output: String?, format: ReportFormat?, isPretty: Bool, inputs: Int) throws {
        let suffix = output.flatMap { ReportFormat(suffixOf: $0) }
        let chosen = format ?? suffix ?? .json
        guard let output else {
            guard !chosen.isFileOnly else { throw UsageError("--format \(chosen.rawValue) needs -o FILE") }
            form = Form(format: chosen, isPretty: isPretty, folder: nil)
            place = .standardOutput
            try begin()
            return
        }
        guard let suffix else {
            let isFolder = !chosen.isFileOnly
            form = Form(format: chosen, isPretty: isPretty, folder: isFolder ? output : nil)
            place = isFolder ? .folder : try Self.file("\(output)/reports.\(chosen.rawValue)", chosen)
            return
        }
        guard suffix == chosen else {
            throw UsageError("the file '\(output)' and --format \(chosen.rawValue) do not fit each other")
        }
        guard chosen.isCombined || inputs <= 1 else {
            throw UsageError("\(inputs) reports do not go into one file '\(output)': name a folder")
        }
        form = Form(format: chosen, isPretty: isPretty, folder: nil)
        place = try Self.file(output, chosen)
        try begin()
    }

    private static func file(_ path: String, _ format: ReportFormat) throws -> Place {
        switch format {
        case .xlsx:
            try OutputFile.makeFolders(above: path)
            let temporary = "\(path).part-\(getpid())"
            return .workbook(try naming(path) { try ReportWorkbook(temporary) }, path: path, temporary: temporary)
        case .sqlite:
            try OutputFile.makeFolders(above: path)
            return .database(try naming(path) { try ReportDatabase(path) }, path: path)
        case .json, .jsonl, .csv: return .file(try OutputFile(path))
        }
    }

    /// Writes what stands above all reports.
    private func begin() throws {
        if form.format == .csv { try add(.bytes(ReportCSV.header)) }
    }

    /// Adds a report to the one place of all; one in its own file is there already.
    func add(_ written: Written) throws {
        switch (place, written) {
        case (.standardOutput, .bytes(let bytes)):
            try bytes.withUnsafeBufferPointer { bytes throws(FileProblem) in
                try OutputFile.writeToStandardOutput(bytes)
            }
        case (.file(let file), .bytes(let bytes)):
            try bytes.withUnsafeBufferPointer { bytes throws(FileProblem) in try file.write(bytes) }
        case (.workbook(let book, let path, _), .report(let report)):
            try Self.naming(path) { try book.write(report) }
        case (.database(let database, let path), .report(let report)):
            try Self.naming(path) { try database.write(report) }
        default: break
        }
    }

    /// Puts what is one file in its place; reports in a folder are there already.
    ///
    /// A single report that failed leaves no file.
    func finish(isEmpty: Bool) throws {
        switch place {
        case .standardOutput, .folder: break
        case .file(let file): if !isEmpty || form.format.isCombined { try file.finish() }
        case .workbook(let book, let path, let temporary):
            try Self.naming(path) { try book.finish() }
            guard rename(temporary, path) == 0 else {
                let problem = FileProblem.system(path, .unwritable, "cannot write it")
                unlink(temporary)
                throw problem
            }
        case .database(let database, let path): try Self.naming(path) { try database.finish() }
        }
    }

    /// Gives what a library says of a file the file's name.
    private static func naming<Result>(_ path: String, _ body: () throws -> Result) throws(FileProblem) -> Result {
        do {
            return try body()
        } catch let problem as DatabaseProblem {
            throw FileProblem(file: path, code: .unwritable, message: "SQLite: \(problem.message)")
        } catch let problem as WorkbookProblem {
            throw FileProblem(file: path, code: .unwritable, message: "the workbook: \(problem.message)")
        } catch {
            throw FileProblem(file: path, code: .unwritable, message: "\(error)")
        }
    }
}
