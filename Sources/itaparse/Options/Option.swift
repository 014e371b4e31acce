/// An option of a command: how it is written, what it does to the arguments, what help says of it.
///
/// One table of these drives parsing and help, so that the two cannot disagree.
struct Option<Arguments>: Sendable {
    var long: String
    var short: Character?
    /// The name of the value in help; null for a switch.
    var placeholder: String?
    var summary: String
    var values: OptionValues
    var apply: @Sendable (inout Arguments, String) throws(UsageError) -> Void

    /// An option without a value.
    static func flag(
        _ long: String, _ short: Character? = nil, _ summary: String,
        _ path: any WritableKeyPath<Arguments, Bool> & Sendable
    ) -> Option {
        Option(long: long, short: short, placeholder: nil, summary: summary, values: .none) { arguments, _ in
            arguments[keyPath: path] = true
        }
    }

    /// An option with a text for a value.
    static func text(
        _ long: String, _ short: Character? = nil, _ placeholder: String, _ summary: String,
        values: OptionValues = .text, _ path: any WritableKeyPath<Arguments, String?> & Sendable
    ) -> Option {
        Option(long: long, short: short, placeholder: placeholder, summary: summary, values: values) {
            arguments, text in
            arguments[keyPath: path] = text
        }
    }

    /// An option that may stand more than once, with a text for a value each time.
    static func list(
        _ long: String, _ placeholder: String, _ summary: String,
        _ path: any WritableKeyPath<Arguments, [String]> & Sendable
    ) -> Option {
        Option(long: long, short: nil, placeholder: placeholder, summary: summary, values: .text) { arguments, text in
            arguments[keyPath: path].append(text)
        }
    }

    /// An option with a whole number in `range` for a value.
    static func number(
        _ long: String, _ short: Character? = nil, _ placeholder: String, _ summary: String, in range: ClosedRange<Int>,
        _ path: any WritableKeyPath<Arguments, Int?> & Sendable
    ) -> Option {
        Option(long: long, short: short, placeholder: placeholder, summary: summary, values: .text) {
            arguments, text throws(UsageError) in
            guard let value = Int(text), range.contains(value) else {
                throw UsageError(
                    "--\(long): '\(text)' is no number from \(range.lowerBound) to \(range.upperBound)")
            }
            arguments[keyPath: path] = value
        }
    }

    /// An option with one of a few words for a value.
    static func choice<Value: CaseIterable & RawRepresentable & Sendable>(
        _ long: String, _ short: Character? = nil, _ summary: String,
        _ path: any WritableKeyPath<Arguments, Value> & Sendable
    ) -> Option where Value.RawValue == String {
        choice(long, short, summary) { arguments, value in arguments[keyPath: path] = value }
    }

    /// The same for a value that may be left open.
    static func choice<Value: CaseIterable & RawRepresentable & Sendable>(
        _ long: String, _ short: Character? = nil, _ summary: String,
        _ path: any WritableKeyPath<Arguments, Value?> & Sendable
    ) -> Option where Value.RawValue == String {
        choice(long, short, summary) { arguments, value in arguments[keyPath: path] = value }
    }

    private static func choice<Value: CaseIterable & RawRepresentable & Sendable>(
        _ long: String, _ short: Character?, _ summary: String,
        _ set: @escaping @Sendable (inout Arguments, Value) -> Void
    ) -> Option where Value.RawValue == String {
        let names = Value.allCases.map(\.rawValue)
        return Option(
            long: long, short: short, placeholder: names.joined(separator: "|"), summary: summary,
            values: .words(names)
        ) { arguments, text throws(UsageError) in
            guard let value = Value(rawValue: text) else {
                throw UsageError("--\(long): '\(text)' is not one of \(names.joined(separator: ", "))")
            }
            set(&arguments, value)
        }
    }
}

/// A command line that says something the program does not know.
struct UsageError: Error {
    var message: String

    init(_ message: String) {
        self.message = message
    }
}
