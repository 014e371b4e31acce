internal import ThaiText

/// What a file says of the rules of the audit.
///
/// A line a rule: its id, `=`, and `off` or a severity. Behind `#` stands a remark.
///
///     # The minutes of our office repeat words on purpose.
///     repeated-word  = off
///     missing-status = error
struct AuditConfiguration: Sendable {
    /// What becomes of a rule.
    enum Level: String, CaseIterable, Sendable { case off, info, warning, error }

    /// What becomes of the rules that are named, by their ids.
    private(set) var levels: [String: Level] = [:]

    /// A configuration that changes nothing.
    init() {}

    /// Reads the file at `path`.
    init(path: String) throws(UsageError) {
        let bytes: [UInt8]
        do throws(FileProblem) {
            bytes = try Input.read(PathBytes(path))
        } catch {
            throw UsageError("--config \(path): \(error.message)")
        }
        guard UTF8Validation.isValid(bytes) else { throw UsageError("\(path): it is not UTF-8 text") }
        try self.init(String(decoding: bytes, as: UTF8.self), name: path)
    }

    /// Reads a configuration; `name` stands in messages.
    init(_ text: String, name: String) throws(UsageError) {
        var named: [String: Int] = [:]
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        for (index, line) in lines.enumerated() {
            let place = "\(name):\(index + 1)"
            let words = Self.trimmed(line.prefix { $0 != "#" })
            // A byte order mark is no word.
            if words.isEmpty || words == "\u{FEFF}" { continue }
            let parts = words.split(separator: "=", omittingEmptySubsequences: false).map { Self.trimmed($0) }
            guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
                throw UsageError("\(place): '\(words)' is not RULE = off, info, warning or error")
            }
            let rule = parts[0]
            do throws(UsageError) {
                try RuleChoice.check(rule)
            } catch {
                throw UsageError("\(place): \(error.message)")
            }
            guard let level = Level(rawValue: parts[1]) else {
                throw UsageError("\(place): '\(parts[1])' is not off, info, warning or error")
            }
            if let line = named.updateValue(index + 1, forKey: rule) {
                throw UsageError("\(place): '\(rule)' stands in line \(line) already")
            }
            levels[rule] = level
        }
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        var text = text[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
