/// Why a file could not be read: a code for programs, a sentence for people.
public struct FormatProblem: Error, Hashable, Sendable {
    /// What kind of problem it is; the raw value stands in manifests.
    public enum Code: String, Sendable {
        /// The bytes are not what their format asks for, or end too early.
        case damaged
        /// The file can be opened with a password only.
        case encrypted
        /// The file, or what it unpacks to, is larger than any report.
        case tooLarge = "too-large"
        /// Reading took longer than it may.
        case timeLimit = "time-limit"
        /// A program or a library that reads the format is not installed.
        case missingProgram = "missing-program"
        /// No reader knows the format.
        case unsupportedFormat = "unsupported-format"
        /// The bytes are no text in any encoding that reports come in.
        case unknownEncoding = "unknown-encoding"
        /// The program that read the file ended before it was done.
        case readerDied = "reader-died"
        /// Nothing in the file can be read as text.
        case noText = "no-text"
    }

    /// The kind of problem.
    public var code: Code
    /// What is wrong and, where it can be told, in which part of the file and what to do about it.
    public var message: String

    /// A problem.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}
