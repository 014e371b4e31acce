internal import ReportParser

/// The manual page in the language of `man`.
enum ManualPage {
    static func text(of commands: [CommandPage]) -> String {
        var lines = [
            ".TH ITAPARSE 1 \"\" \"itaparse \(ReportParser.version)\" \"User Commands\"",
            ".SH NAME", "itaparse \\- ITA reports of Thai public bodies to structured measure records",
            ".SH SYNOPSIS",
        ]
        for command in commands { lines += [".B \(escaped(command.usage))", ".br"] }
        lines += [".SH DESCRIPTION", escaped(Itaparse.summary), ".SH COMMANDS"]
        for command in commands {
            lines += [
                ".SS \(command.name)", "\(escaped(command.summary)).", ".PP", ".nf", escaped(command.details), ".fi",
            ]
            for option in command.options {
                let short = option.short.map { "\\-\($0), " } ?? ""
                let value = option.placeholder.map { " \\fI\(escaped($0))\\fR" } ?? ""
                lines += [
                    ".TP", "\\fB\(short)\\-\\-\(escaped(option.long))\\fR\(value)", "\(escaped(option.summary)).",
                ]
            }
            for example in command.examples {
                lines += [
                    ".PP", "\(escaped(example.meaning)):", ".PP", ".RS", ".nf", escaped(example.line), ".fi", ".RE",
                ]
            }
        }
        lines += [
            ".SH EXIT STATUS", "0 all converted, 1 some inputs failed, 2 wrong usage.",
            ".SH ENVIRONMENT", "NO_COLOR: the program writes no colors.",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    /// Text as it is: no line of it is a request, no backslash begins an escape, a hyphen is ASCII's.
    private static func escaped(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let plain = line.replacing("\\", with: "\\e").replacing("-", with: "\\-")
            return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
        }
        .joined(separator: "\n")
    }
}
