internal import ReportOutput
internal import ReportParser

/// A form in which an audit is written, a report after the other.
protocol AuditListing {
    /// Adds a report.
    mutating func add(_ report: AuditedReport) throws
    /// Adds a file that could not be read; standard error has told of it.
    mutating func add(_ problem: FileProblem) throws
    /// Writes what all reports have in common; gives the severities of what it found itself.
    mutating func finish() throws -> [Finding.Severity]
}

/// Where a listing goes: to standard output, or to a file that takes its place when it is whole.
struct ListingSink {
    private let file: OutputFile?

    /// Opens the file at `path`; null is standard output.
    init(_ path: String?) throws(FileProblem) {
        if let path { file = try OutputFile(path) } else { file = nil }
    }

    func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(FileProblem) {
        if let file { try file.write(bytes) } else { try OutputFile.writeToStandardOutput(bytes) }
    }

    func write(_ bytes: [UInt8]) throws(FileProblem) {
        try bytes.withUnsafeBufferPointer { (bytes) throws(FileProblem) in try write(bytes) }
    }

    func write(_ text: String) throws(FileProblem) { try write(Array(text.utf8)) }

    /// Puts the file in its place.
    func finish() throws(FileProblem) { try file?.finish() }
}
