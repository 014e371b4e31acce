internal import Glibc

/// Words for the person at the terminal: results on standard output, all else on standard error.
enum Terminal {
    static func out(_ text: String) throws(FileProblem) {
        try OutputFile.writeToStandardOutput(Array(text.utf8))
    }

    static func note(_ text: String) {
        // Nothing can be told if standard error is closed.
        try? OutputFile.write(Array("\(text)\n".utf8), to: STDERR_FILENO, name: "standard error")
    }

    static func problem(_ problem: FileProblem) {
        note("itaparse: \(problem.file): \(problem.message) [\(problem.code.rawValue)]")
    }
}
