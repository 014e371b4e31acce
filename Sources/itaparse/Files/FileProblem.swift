internal import Glibc

/// Why a file could not be read or written: the file, a code for programs, a sentence for people.
struct FileProblem: Error {
    enum Code: String {
        case notFound = "not-found"
        case unreadable
        case unwritable
        /// Whoever read the output has gone: no fault of the run, and nobody is left to tell.
        case readerGone = "reader-gone"
        case unknownEncoding = "unknown-encoding"
        case unsupportedFormat = "unsupported-format"
        case tooLarge = "too-large"
    }

    var file: String
    var code: Code
    var message: String

    /// A problem that the system reported, with its own words for it.
    static func system(_ file: String, _ code: Code, _ action: String, error number: Int32 = errno) -> FileProblem {
        FileProblem(file: file, code: code, message: "\(action): \(String(cString: strerror(number)))")
    }
}
