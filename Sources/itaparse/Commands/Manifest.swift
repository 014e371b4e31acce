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
        json.key("name")
        json.string(entry.name)
        json.key("sha256")
        json.string(entry.sha256.isEmpty ? nil : entry.sha256)
        json.key("state")
        json.string(entry.problem == nil ? "converted" : "failed" as String)
        json.key("error")
        if let problem = entry.problem {
            json.beginObject()
            json.key("code")
            json.string(problem.code.rawValue)
            json.key("text")
            json.string(problem.message)
            json.endObject()
        } else {
            json.null()
        }
        json.key("measures")
        json.int(entry.measures)
        json.key("findings")
        json.int(entry.findings)
        json.key("milliseconds")
        json.int(entry.milliseconds)
        json.endObject()
        json.endLine()
        try json.flush()
    }

    mutating func finish() throws(FileProblem) { try file?.finish() }
}
