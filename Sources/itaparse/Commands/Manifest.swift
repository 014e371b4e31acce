internal import ReportOutput

/// `manifest.jsonl`: a line for every input, whatever became of it.
struct Manifest {
    struct Entry {
        var name: String
        var sha256 = ""
        var problem: FileProblem?
        var measures = 0
        var findings = 0
        var milliseconds = 0

        init(name: String, problem: FileProblem? = nil) {
            self.name = name
            self.problem = problem
        }
    }

    private let file: OutputFile?

    /// A manifest in `folder`; without a folder, one that keeps nothing.
    init(folder: String?) throws(FileProblem) {
        guard let folder else {
            file = nil
            return
        }
        file = try OutputFile("\(folder)/manifest.jsonl")
    }

    mutating func add(_ entry: Entry) throws {
        guard let file else { return }
        var json = JSONWriter { bytes in try file.write(bytes) }
        json.beginObject()
        json.string("name", entry.name)
        json.string("sha256", entry.sha256.isEmpty ? nil : entry.sha256)
        json.string("state", entry.problem == nil ? "converted" : "failed" as String)
        if let problem = entry.problem {
            json.beginObject("error")
            json.string("code", problem.code.name)
            json.string("text", problem.message)
            json.endObject()
        } else {
            json.null("error")
        }
        json.int("measures", entry.measures)
        json.int("findings", entry.findings)
        json.int("milliseconds", entry.milliseconds)
        json.endObject()
        json.endLine()
        try json.flush()
    }

    mutating func finish() throws(FileProblem) { try file?.finish() }
}
