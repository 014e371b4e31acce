internal import Glibc

/// A program of the system that reads a format.
struct ExternalProgram: Sendable {
    /// Its name, as on the command line.
    var name: String
    /// The Debian package that it is in.
    var package: String

    static let pdftotext = ExternalProgram(name: "pdftotext", package: "poppler-utils")
    static let pdftoppm = ExternalProgram(name: "pdftoppm", package: "poppler-utils")
    static let pdfinfo = ExternalProgram(name: "pdfinfo", package: "poppler-utils")

    /// Where the program is, on the folders of `PATH`; `nil` where it is not installed.
    var path: String? {
        let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
        for folder in folders.split(separator: ":") where folder.hasPrefix("/") {
            let path = "\(folder)/\(name)"
            var status = stat()
            if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(path, X_OK) == 0 { return path }
        }
        return nil
    }

    /// What is said where it is not installed.
    var missing: FormatProblem {
        FormatProblem(.missingProgram, "\(name) is not installed; on Debian: apt-get install \(package)")
    }
}

/// What a program may take before it is stopped.
struct ProgramLimits: Sendable {
    /// Seconds from start to end.
    var seconds: Int
    /// Seconds of processor time.
    var processorSeconds: Int
    /// Address space in bytes.
    var memoryBytes: Int
    /// Bytes that it may write to standard output, or to any file.
    var outputBytes: Int
}
