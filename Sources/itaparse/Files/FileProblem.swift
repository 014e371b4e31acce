internal import Glibc
internal import ReportFormats

/// Why a file could not be read or written: the file, a code for programs, a sentence for people.
struct FileProblem: Error {
    enum Code: Hashable {
        case notFound
        case unreadable
        case unwritable
        /// Whoever read the output has gone: no fault of the run, and nobody is left to tell.
        case readerGone
        case unknownEncoding
        case tooLarge
        /// The reviewer's decisions beside it are not in their form.
        case badReview
        /// A worker was asked for what it does not know.
        case badRequest
        /// The reader of the file's format could not read it.
        case format(FormatProblem.Code)

        /// Its name in manifests.
        var name: String {
            switch self {
            case .notFound: "not-found"
            case .unreadable: "unreadable"
            case .unwritable: "unwritable"
            case .readerGone: "reader-gone"
            case .unknownEncoding: "unknown-encoding"
            case .tooLarge: "too-large"
            case .badReview: "bad-review"
            case .badRequest: "bad-request"
            case .format(let code): code.rawValue
            }
        }
    }

    var file: String
    var code: Code
    var message: String

    /// A problem that the system reported, with its own words for it.
    static func system(_ file: String, _ code: Code, _ action: String, error number: Int32 = errno) -> FileProblem {
        FileProblem(file: file, code: code, message: "\(action): \(String(cString: strerror(number)))")
    }
}
