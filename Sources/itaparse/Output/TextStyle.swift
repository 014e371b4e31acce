internal import Glibc

/// Colours of words on a terminal; none where the words go anywhere else.
struct TextStyle: Sendable {
    /// What a word is, which decides its colour.
    enum Role: String {
        case error = "1;31"
        case warning = "33"
        case info = "36"
        /// What stands above others: a file, a heading.
        case heading = "1"
        /// What stands aside: a place, a rule, a second language.
        case aside = "2"
    }

    private let isColoured: Bool

    /// Words without colours.
    static let plain = TextStyle(isColoured: false)

    private init(isColoured: Bool) { self.isColoured = isColoured }

    /// The style of standard output: coloured on a terminal, unless `NO_COLOR` is set or the terminal is a dumb one.
    static var standardOutput: TextStyle {
        guard isatty(STDOUT_FILENO) == 1 else { return plain }
        return TextStyle(isColoured: variable("NO_COLOR").isEmpty && variable("TERM") != "dumb")
    }

    /// What the environment says under a name, nothing where it says nothing.
    private static func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }

    /// The text in the colour of its role.
    func paint(_ text: String, _ role: Role) -> String {
        isColoured && !text.isEmpty ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
    }
}
