internal import Glibc
internal import ReportOutput
internal import ReportParser

/// Where reports go: a file each in a folder, one file for all, or standard output.
struct ReportDestination {
    private enum Place {
        case standardOutput(ReportCSV?)
        case folder(String)
        case file(OutputFile, ReportCSV?)
        case workbook(ReportWorkbook, path: String, temporary: String)
        case database(ReportDatabase, path: String)
    }

    let format: ReportFormat
    private let isPretty: Bool
    private var place: Place

    /// The folder that reports and their manifest go to; null where they go elsewhere.
    let folder: String?

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
        self.format = chosen
        self.isPretty = isPretty
        guard let output else {
            guard !chosen.isFileOnly else { throw UsageError("--format \(chosen.rawValue) needs -o FILE") }
            folder = nil
            place = .standardOutput(
                chosen == .csv ? try ReportCSV { try OutputFile.writeToStandardOutput($0) } : nil)
            return
        }
        if let suffix {
            guard suffix == chosen else {
                throw UsageError("the file '\(output)' and --format \(chosen.rawValue) do not fit each other")
            }
            guard chosen.isCombined || inputs <= 1 else {
                throw UsageError("\(inputs) reports do not go into one file '\(output)': name a folder")
            }
            folder = nil
            place = try Self.file(output, chosen)
        } else {
            folder = output
            place = chosen.isFileOnly ? try Self.file("\(output)/reports.\(chosen.rawValue)", chosen) : .folder(output)
        }
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
        case .json, .jsonl, .csv:
            let file = try OutputFile(path)
            return .file(file, format == .csv ? try ReportCSV { try file.write($0) } : nil)
        }
    }

    /// Writes a report; `name` is that of its file in a folder.
    mutating func write(_ report: Report, name: String) throws {
        switch place {
        case .standardOutput(let table):
            if var table { return try table.write(report) }
            try writeJSON(report) { try OutputFile.writeToStandardOutput($0) }
        case .folder(let folder):
            let file = try OutputFile("\(folder)/\(name)")
            if format == .csv {
                var table = try ReportCSV { try file.write($0) }
                try table.write(report)
            } else {
                try writeJSON(report) { try file.write($0) }
            }
            try file.finish()
        case .file(let file, let table):
            if var table { return try table.write(report) }
            try writeJSON(report) { try file.write($0) }
        case .workbook(let book, let path, _): try Self.naming(path) { try book.write(report) }
        case .database(let database, let path): try Self.naming(path) { try database.write(report) }
        }
    }

    /// Puts what is one file in its place; reports in a folder are there already.
    ///
    /// A single report that failed leaves no file.
    func finish(isEmpty: Bool) throws {
        switch place {
        case .standardOutput, .folder: break
        case .file(let file, _): if !isEmpty || format.isCombined { try file.finish() }
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

    private func writeJSON(_ report: Report, to sink: @escaping JSONWriter.Sink) throws {
        if format == .jsonl {
            var json = JSONWriter(to: sink)
            try ReportJSONLines.write(report, to: &json)
        } else {
            var json = JSONWriter(indentation: isPretty ? 1 : 0, to: sink)
            try ReportJSON.write(report, to: &json)
            json.endLine()
            try json.flush()
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
