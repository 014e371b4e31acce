internal import FoundationEssentials
internal import Glibc
internal import ReportFormats
internal import ReportOutput
internal import ReportParser

/// `itaparse worker`: requests on standard input, replies on standard output, a line each.
enum WorkerCommand: ProgramCommand {
    struct Arguments: CommandArguments {
        var wantsHelp = false
    }

    static let spec = CommandSpec<Arguments>(
        name: "worker", summary: "Answer requests for reports, for programs that ask for many", operands: "",
        details: """
            A request is a JSON object on a line of standard input: {"id": 1, "path": "report.pdf"}, or with the file
            itself, {"id": 2, "name": "report.pdf", "bytes_base64": "..."}. The reply is a line of standard output, in
            the order of the requests: {"id": 1, "report": {...}, "error": null}; where the file cannot be read,
            "report" is null and "error" has a code and a text. Docs/worker.md says more.
            """,
        options: [.flag("help", "h", "Show this help", \.wantsHelp)],
        examples: [(#"echo '{"id": 1, "path": "report.txt"}' | itaparse worker"#, "one report")])

    static func run(_ words: ArraySlice<String>) throws -> Int32 {
        try spec.run(words) { _, operands in
            guard operands.isEmpty else { throw UsageError("worker takes no arguments") }
            var lines = TextLines([])
            var json = JSONWriter { try OutputFile.writeToStandardOutput($0) }
            try lines.forEach { line in
                try answer(line, &json)
                json.endLine()
                try json.flush()
            } pause: {
            }
            return 0
        }
    }

    /// What a request asks for.
    private struct Request: Decodable {
        /// The number or text that its reply is known by.
        enum ID: Decodable {
            case number(Int)
            case text(String)

            init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                self =
                    if let number = try? container.decode(Int.self) {
                        .number(number)
                    } else {
                        .text(try container.decode(String.self))
                    }
            }
        }

        var id: ID?
        var path: String?
        var name: String?
        var bytes_base64: String?
        /// `report`, or `document` for what a reader of this build makes of a file.
        var want: String?
        /// `json`, where the report is an object of the reply, or `jsonl` or `csv`, where its lines are a string.
        var format: String?
        /// Whether the reply is to hold the text that places in bytes refer to.
        var text: Bool?
    }

    private static func answer(_ line: [UInt8], _ json: inout JSONWriter) throws {
        let request: Request
        do {
            request = try JSONDecoder().decode(Request.self, from: Data(line))
        } catch {
            json.beginObject()
            json.null("id")
            json.null("report")
            failure(
                "bad-request", "the line is no request: a JSON object with an id, and a path or bytes_base64", &json)
            return json.endObject()
        }
        json.beginObject()
        switch request.id {
        case .number(let number)?: json.int("id", number)
        case .text(let text)?: json.string("id", text)
        case nil: json.null("id")
        }
        do throws(FileProblem) {
            let (bytes, name) = try file(of: request)
            if request.want == "document" {
                let document = try FileReading.document(in: bytes, path: name)
                json.string("document_base64", Data(document.encoded()).base64EncodedString())
                json.null("error")
            } else {
                let format = try format(of: request)
                let report = try FileReading.report(in: bytes, path: name, name: name)
                write(report, as: format, &json)
                if request.text == true { json.string("text", bytes: report.sourceText) }
                json.null("error")
            }
        } catch {
            json.null(request.want == "document" ? "document_base64" : "report")
            failure(error.code.name, error.message, &json)
        }
        json.endObject()
    }

    private static func format(of request: Request) throws(FileProblem) -> ReportFormat {
        guard let name = request.format else { return .json }
        guard let format = ReportFormat(rawValue: name), !format.isFileOnly else {
            throw FileProblem(
                file: request.name ?? "-", code: .badRequest,
                message: "'\(name)' is no format of a reply: json, jsonl, csv")
        }
        return format
    }

    private static func write(_ report: Report, as format: ReportFormat, _ json: inout JSONWriter) {
        switch format {
        case .jsonl:
            json.string("report", bytes: JSONWriter.bytes { lines in try ReportJSONLines.write(report, to: &lines) })
        case .csv: json.string("report", bytes: ReportCSV.bytes(of: report, withHeader: true))
        default:
            json.key("report")
            // A sink that is full ends the program, as everywhere.
            try? ReportJSON.write(report, to: &json)
        }
    }

    private static func failure(_ code: String, _ text: String, _ json: inout JSONWriter) {
        json.beginObject("error")
        json.string("code", code)
        json.string("text", text)
        json.endObject()
    }

    private static func file(of request: Request) throws(FileProblem) -> (bytes: [UInt8], name: String) {
        if let encoded = request.bytes_base64 {
            let name = request.name ?? "-"
            guard let data = Data(base64Encoded: encoded) else {
                throw FileProblem(file: name, code: .unreadable, message: "bytes_base64 is no Base64")
            }
            return (Array(data), name)
        }
        guard let path = request.path else {
            throw FileProblem(file: "-", code: .notFound, message: "the request has neither path nor bytes_base64")
        }
        return (try Input.read(PathBytes(path)), request.name ?? path)
    }
}
