internal import FoundationEssentials
internal import ReportParser

/// A reviewer's decisions about a file, as they stand beside it.
///
/// `report.txt` has `report.txt.review.json` or `report.review.json`. Docs/corrections.md describes the form.
struct ReviewFile: Sendable {
    /// What names of reviews end with; a file of such a name is no report.
    static let suffix = ".review.json"
    private static let schema = "itaparse/review/1"

    /// Where it is, for messages.
    let path: String
    let bytes: [UInt8]
    /// Whether its name leaves open which of several files with one stem it is about.
    let isOfStem: Bool

    /// The names that a review of the file `name` may have, the exact one first.
    static func names(for name: [UInt8]) -> [(name: [UInt8], isOfStem: Bool)] {
        let end = Array(suffix.utf8)
        let start = (name.lastIndex(of: 0x2F) ?? -1) + 1
        var names = [(name + end, false)]
        if let dot = name[start...].lastIndex(of: 0x2E), dot > start { names.append((name[..<dot] + end, true)) }
        return names
    }

    /// Whether a file of this name is a review.
    static func isReview(_ name: some Collection<UInt8>) -> Bool {
        name.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }

    /// The decisions about the file `name`; null where they are about another one of the same stem.
    ///
    /// - Throws: ``FileProblem`` of the file `input`, which names this one, what is wrong in it, and where.
    func review(of name: String, input: String) throws(FileProblem) -> Review? {
        do {
            let form = try JSONDecoder().decode(Form.self, from: Data(bytes))
            guard form.schema == Self.schema else {
                throw Flaw(message: "its schema is '\(form.schema)' and not \(Self.schema)")
            }
            if isOfStem, let meant = form.source.name, Self.last(meant) != Self.last(name) { return nil }
            guard form.source.sha256.utf8.count == 64 else {
                throw Flaw(message: "source.sha256 is not the 64 figures of a SHA-256")
            }
            let decisions = try form.decisions.enumerated().map { try $1.decision(at: "decisions[\($0)]") }
            return Review(sha256: form.source.sha256.lowercased(), decisions: decisions)
        } catch {
            throw FileProblem(file: input, code: .badReview, message: "its review \(path): \(Self.cause(error))")
        }
    }

    private static func last(_ path: String) -> Substring { path.split(separator: "/").last ?? "" }

    // MARK: The form

    private struct Form: Decodable {
        struct Source: Decodable {
            var name: String?
            var sha256: String
        }

        var schema: String
        var source: Source
        var decisions: [Entry]
    }

    /// A text, a number or a list of texts, as the lines of one text.
    private struct Value: Decodable {
        var text: String?

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() { return }
            if let number = try? container.decode(Decimal.self) {
                text = "\(number)"
            } else if let lines = try? container.decode([String].self) {
                text = lines.joined(separator: "\n")
            } else {
                text = try container.decode(String.self)
            }
        }
    }

    private struct Entry: Decodable {
        var action: String
        var measure: String?
        var field: String?
        var rule: String?
        /// Null where the key is missing.
        var value: Value?
        var was: Value?
        var title: String?
        var note: String?

        private enum Key: CodingKey { case action, measure, field, rule, value, was, title, note }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            action = try container.decode(String.self, forKey: .action)
            measure = try container.decodeIfPresent(String.self, forKey: .measure)
            field = try container.decodeIfPresent(String.self, forKey: .field)
            rule = try container.decodeIfPresent(String.self, forKey: .rule)
            // A value that is null is a decision, a missing one a slip.
            if container.contains(.value) { value = try container.decode(Value.self, forKey: .value) }
            was = try container.decodeIfPresent(Value.self, forKey: .was)
            title = try container.decodeIfPresent(String.self, forKey: .title)
            note = try container.decodeIfPresent(String.self, forKey: .note)
        }

        func decision(at place: String) throws(Flaw) -> ReviewDecision {
            guard let known = ReviewDecision.Action(rawValue: action) else {
                let words = ReviewDecision.Action.allCases.map(\.rawValue).joined(separator: ", ")
                throw Flaw(message: "\(place).action is '\(action)' and not one of \(words)")
            }
            // A finding may concern more than can be replaced.
            let target = try rule == nil ? self.target(at: place) : nil
            switch known {
            case .replace:
                guard target != nil, value != nil else {
                    throw Flaw(message: "\(place): replace needs a field and a value, and no rule")
                }
            case .dismiss:
                guard rule != nil, value == nil else {
                    throw Flaw(message: "\(place): dismiss needs a rule, and no value")
                }
            case .accept:
                guard target != nil || rule != nil, value == nil else {
                    throw Flaw(message: "\(place): accept needs a field or a rule, and no value")
                }
            }
            return ReviewDecision(
                known, measure: measure, field: target, rule: rule, findingField: rule == nil ? nil : field,
                value: value?.text, was: was?.text, title: title, note: note)
        }

        private func target(at place: String) throws(Flaw) -> CorrectedField? {
            guard let field else { return nil }
            guard let target = CorrectedField(rawValue: field) else {
                let words = CorrectedField.allCases.map(\.rawValue).joined(separator: ", ")
                throw Flaw(message: "\(place).field is '\(field)' and not one of \(words)")
            }
            return target
        }
    }

    /// What is wrong in a review.
    private struct Flaw: Error { var message: String }

    private static func cause(_ error: any Error) -> String {
        switch error {
        case let flaw as Flaw: flaw.message
        case DecodingError.keyNotFound(let key, let context):
            "\(place(context.codingPath)) lacks '\(key.stringValue)'"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            "\(place(context.codingPath)) is of another kind than it should be"
        default: "it is not JSON"
        }
    }

    private static func place(_ keys: [any CodingKey]) -> String {
        let path = keys.reduce("") { path, key in
            key.intValue.map { "\(path)[\($0)]" } ?? (path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)")
        }
        return path.isEmpty ? "it" : path
    }
}
