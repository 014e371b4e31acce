import ThaiText

/// Answers of the number scanner in the short form of the tables.
enum NumberAnswers {
    /// The values found, with their units, joined by semicolons; empty where nothing is found.
    static func of(_ text: String, as hint: NumberScanner.Hint? = nil) -> String {
        let bytes = Array(text.utf8)
        let scanner = NumberScanner()
        let mentions = hint.map { scanner.read(bytes, as: $0) } ?? scanner.scan(bytes)
        return mentions.map { mention in
            let unit = mention.unit.map { " " + $0.rawValue } ?? ""
            return mention.value.description + unit
        }.joined(separator: ";")
    }
}
