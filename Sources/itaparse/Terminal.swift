internal import Glibc

/// Words for the person at the terminal: results on standard output, all else on standard error.
enum Terminal {
    static func out(_ text: String) throws(FileProblem) {
        try Array(text.utf8).withUnsafeBufferPointer { (bytes) throws(FileProblem) in
            try OutputFile.writeToStandardOutput(bytes)
        }
    }

    static func note(_ text: String) { noteUnended("\(text)\n") }

    /// Says something that does not end its line.
    static func noteUnended(_ text: String) {
        // Nothing can be told if standard error is closed.
        try? Array(text.utf8).withUnsafeBufferPointer {
            try OutputFile.write($0, to: STDERR_FILENO, name: "standard error")
        }
    }

    static func problem(_ problem: FileProblem) {
        note("itaparse: \(problem.file): \(problem.message) [\(problem.code.name)]")
    }
}
