public import ReportParser

/// Writes findings as SARIF 2.1.0, the form in which tools for code and documents exchange what they found.
///
/// One run holds all files: the rules, a result a finding, and what could not be read. Severities are the levels
/// `error`, `warning` and `note`. Only a text file has regions: line numbers of a PDF or an office document would be
/// those of its extracted text, and no viewer could find them.
public struct SARIFLog: ~Copyable {
    private var json: JSONWriter
    private let indices: [String: Int]
    private var failures: [Failure] = []
    /// SARIF wants each notification once, and a user may name a file twice.
    private var known: Set<Failure> = []

    private struct Failure: Hashable {
        var uri: String
        var code: String
        var text: String
    }

    /// Where the file of a finding is, and how its places count.
    public struct Artifact: Sendable {
        /// The file, as a URI or a relative reference.
        public let uri: String
        /// Whether lines of the report's text are lines of the file.
        let hasLines: Bool
        /// Whether bytes of the report's text are bytes of the file.
        let hasBytes: Bool

        /// The file at `path` that `report` was read from.
        public init(path: String, _ report: Report) {
            uri = SARIFLog.uri(path)
            let source = report.source
            hasLines = source.format == "text"
            // A byte order mark, or bytes that had to be replaced, put all places off.
            hasBytes = hasLines && source.encoding == "utf-8" && source.bytes == report.sourceText.count
        }
    }

    /// Begins a log.
    ///
    /// - Parameters:
    ///   - rules: the rules that were looked for, with the severities that they were given.
    ///   - sink: takes the bytes of the log.
    public init(rules: [RuleDescription], to sink: @escaping JSONWriter.Sink) {
        indices = Dictionary(rules.enumerated().map { ($1.id, $0) }) { first, _ in first }
        json = JSONWriter(indentation: 1, to: sink)
        json.beginObject()
        json.string(
            "$schema",
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json" as String)
        json.string("version", "2.1.0" as String)
        json.beginArray("runs")
        json.beginObject()
        json.beginObject("tool")
        json.beginObject("driver")
        json.string("name", "itaparse" as String)
        json.string("version", ReportParser.version)
        json.beginArray("rules")
        for rule in rules {
            json.beginObject()
            json.string("id", rule.id)
            Self.message("shortDescription", rule.english, &json)
            json.beginObject("defaultConfiguration")
            json.string("level", Self.level(rule.severity))
            json.endObject()
            json.beginObject("properties")
            json.string("th", rule.thai)
            json.endObject()
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.endObject()
        json.beginArray("results")
    }

    /// Adds the findings of a file.
    public mutating func add(_ findings: [PlacedFinding], in artifact: Artifact) throws {
        for finding in findings {
            result(finding, artifact)
            try json.flushIfLarge()
        }
    }

    private mutating func result(_ placed: PlacedFinding, _ artifact: Artifact) {
        let finding = placed.finding
        json.beginObject()
        json.string("ruleId", finding.rule)
        if let index = indices[finding.rule] { json.int("ruleIndex", index) }
        json.string("level", Self.level(finding.severity))
        Self.message("message", finding.english, &json)
        json.beginArray("locations")
        json.beginObject()
        json.beginObject("physicalLocation")
        json.beginObject("artifactLocation")
        json.string("uri", artifact.uri)
        json.endObject()
        if artifact.hasLines, let lines = placed.lines {
            json.beginObject("region")
            json.int("startLine", lines.lowerBound)
            json.int("endLine", lines.upperBound)
            if artifact.hasBytes, let bytes = placed.bytes {
                json.int("byteOffset", bytes.lowerBound)
                json.int("byteLength", bytes.count)
            }
            json.endObject()
        }
        json.endObject()
        if let name = placed.measureName {
            json.beginArray("logicalLocations")
            json.beginObject()
            json.string("name", name)
            json.string("fullyQualifiedName", placed.measureID)
            json.endObject()
            json.endArray()
        }
        json.endObject()
        json.endArray()
        json.beginObject("properties")
        json.string("th", finding.thai)
        if let field = finding.field { json.string("field", field) }
        if let page = placed.page { json.int("page", page) }
        json.endObject()
        json.endObject()
    }

    /// Adds a file that could not be read.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - code: the cause, for programs.
    ///   - text: the cause, for people.
    public mutating func add(failureOf path: String, code: String, text: String) {
        let failure = Failure(uri: Self.uri(path), code: code, text: text)
        if known.insert(failure).inserted { failures.append(failure) }
    }

    /// Ends the log and hands on what is left of it.
    public mutating func finish() throws {
        json.endArray()
        json.beginArray("invocations")
        json.beginObject()
        json.bool("executionSuccessful", failures.isEmpty)
        json.beginArray("toolExecutionNotifications")
        for failure in failures {
            json.beginObject()
            json.beginObject("descriptor")
            json.string("id", failure.code)
            json.endObject()
            json.string("level", "error" as String)
            Self.message("message", failure.text, &json)
            json.beginArray("locations")
            json.beginObject()
            json.beginObject("physicalLocation")
            json.beginObject("artifactLocation")
            json.string("uri", failure.uri)
            json.endObject()
            json.endObject()
            json.endObject()
            json.endArray()
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.endArray()
        json.endObject()
        json.endArray()
        json.endObject()
        json.endLine()
        try json.flush()
    }

    private static func message(_ key: StaticString, _ text: String, _ json: inout JSONWriter) {
        json.beginObject(key)
        json.string("text", text)
        json.endObject()
    }

    private static func level(_ severity: Finding.Severity) -> String {
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .info: "note"
        }
    }

    /// A path as a URI: one that begins at the root is a `file:` URI, any other is relative.
    static func uri(_ path: String) -> String {
        let figures = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in path.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: bytes.append(byte)
            default: bytes += [0x25, figures[Int(byte >> 4)], figures[Int(byte & 15)]]
            }
        }
        let text = String(decoding: bytes, as: UTF8.self)
        return text.hasPrefix("/") ? "file://\(text)" : text
    }
}
