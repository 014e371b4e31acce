/// Options of all commands that read many files.
extension Option {
    /// How many files are worked on at once.
    static func jobs(_ verb: String, _ path: any WritableKeyPath<Arguments, Int?> & Sendable) -> Option {
        number("jobs", "j", "N", "\(verb) N files at once (default: a file for each processor)", in: 1...256, path)
    }

    /// How long reading a file that is no text may take.
    static func timeout(_ path: any WritableKeyPath<Arguments, Int?> & Sendable) -> Option {
        number(
            "timeout", nil, "SECONDS", "Give up a PDF, scan or document after so long (default 300)", in: 1...86_400,
            path)
    }

    /// How much memory it may take.
    static func memory(_ path: any WritableKeyPath<Arguments, Int?> & Sendable) -> Option {
        number(
            "max-memory", nil, "MB", "Give it up when it takes more than this (default 4096)", in: 64...1_048_576,
            path)
    }
}
