internal import Glibc
internal import ReportOutput

/// What the commands on plain Thai text share: texts in, a line of output for each.
enum TextCommand {
    /// Writes an answer for each text as soon as it is known, and gives the exit status.
    ///
    /// `answer` writes all of a line but its end.
    static func run(
        _ operands: [String], answer: (_ text: [UInt8], _ json: inout JSONWriter) throws -> Void
    ) throws -> Int32 {
        var lines = TextLines(operands)
        var json = JSONWriter { try OutputFile.writeToStandardOutput($0) }
        try lines.forEach(
            { text in
                try answer(text, &json)
                json.endLine()
                try json.flushIfLarge()
            }, pause: { try json.flush() })
        guard lines.brokenLines.count > 0 else { return 0 }
        Terminal.note(
            "itaparse: standard input: line \(lines.brokenLines.first)"
                + (lines.brokenLines.count > 1 ? " and \(lines.brokenLines.count - 1) more are" : " is")
                + " not UTF-8; what has no meaning became U+FFFD [unknown-encoding]")
        return 1
    }

    /// What all help texts of these commands say about their input and their status.
    static let input = """
        TEXT is an argument each; without one, or with -, each line of standard input is a text, and its answer is
        written as soon as the line has come.
        Exit status: 0 all read, 1 some lines were not UTF-8, 2 wrong usage.
        """
}
