internal import Glibc

/// A program of the system that reads a format.
struct ExternalProgram: Sendable {
    /// Its name, as on the command line and in the table of requirements.
    var name: String

    static let pdftotext = ExternalProgram(name: "pdftotext")
    static let pdftoppm = ExternalProgram(name: "pdftoppm")
    static let pdfinfo = ExternalProgram(name: "pdfinfo")

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
    var missing: FormatProblem { .missing(name) }
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

extension ProgramLimits {
    /// Limits that grow with a file, so that a small one cannot ask for the time of a large one.
    ///
    /// What a machine needs is a small part of them: a page takes some hundredths of a second, a scan of 100 KB a
    /// tenth.
    ///
    /// - Parameters:
    ///   - fileBytes: the size of the file.
    ///   - pages: how many of its pages are read.
    ///   - memoryBytes: address space.
    ///   - outputBytes: what may be written.
    init(fileBytes: Int, pages: Int, memoryBytes: Int, outputBytes: Int) {
        processorSeconds = 10 + fileBytes >> 20 + pages / 8
        // Other programs may take the processor meanwhile.
        seconds = 20 + 4 * processorSeconds
        self.memoryBytes = memoryBytes
        self.outputBytes = outputBytes
    }
}
