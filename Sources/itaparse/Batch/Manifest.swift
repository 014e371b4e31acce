internal import FoundationEssentials
internal import Glibc
internal import ReportOutput

/// `manifest.jsonl`: a line for every input, whatever became of it.
///
/// While a batch runs its lines grow in `manifest.jsonl.part`, which is locked: a batch that was stopped at any moment
/// can be gone on with from there, and no second one writes to the same folder.
final class Manifest {
    struct Entry: Sendable, Decodable {
        /// The input's name, as in the report.
        var name: String
        var sha256 = ""
        /// The hash of a reviewer's decisions about it, where there are any.
        var review: String?
        /// The size of the input.
        var bytes = 0
        /// What the report depends on beside the input.
        var settings = ""
        var problem: FileProblem?
        var measures = 0
        var findings = 0
        var milliseconds = 0

        init(name: String, problem: FileProblem? = nil) {
            self.name = name
            self.problem = problem
        }

        private enum CodingKeys: CodingKey {
            case name, sha256, review, bytes, settings, measures, findings, milliseconds
        }
    }

    /// What to do with what an earlier batch left in the folder.
    enum Start { case new, resumed, fresh }

    private let folder: String
    private let handle: Int32
    private let settings: String
    private let isResumed: Bool
    /// What an earlier batch converted with the same settings, by the names of the inputs.
    private(set) var done: [String: Entry] = [:]

    private static let name = "manifest.jsonl"
    private static let growing = "manifest.jsonl.part"

    /// Begins, or goes on with, the manifest of `folder`.
    ///
    /// - Parameters:
    ///   - folder: the output folder.
    ///   - start: what to do with an earlier batch.
    ///   - settings: what reports depend on beside their inputs.
    /// - Throws: ``UsageError`` where an unfinished batch is there and nobody said what to do with it;
    ///   ``FileProblem`` where another batch runs, or the folder cannot be written to.
    init(folder: String, start: Start, settings: String) throws {
        self.folder = folder
        self.settings = settings
        isResumed = start == .resumed
        let path = "\(folder)/\(Self.growing)"
        try OutputFile.makeFolders(above: path)
        handle = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard handle >= 0 else { throw FileProblem.system(path, .unwritable, "cannot write it") }
        guard flock(handle, LOCK_EX | LOCK_NB) == 0 else {
            throw FileProblem(file: folder, code: .unwritable, message: "another batch writes to this folder now")
        }
        let earlier = try Input.read(PathBytes(path))
        switch start {
        case .new:
            guard earlier.isEmpty else {
                throw UsageError(
                    "'\(folder)' holds a batch that was stopped: --resume goes on with it, --fresh starts over")
            }
        case .fresh: try truncate(to: 0)
        case .resumed: try resume(earlier)
        }
    }

    deinit { close(handle) }

    /// Takes in what an earlier batch did: the lines of its finished manifest, if there is one, and of an unfinished one.
    private func resume(_ earlier: [UInt8]) throws {
        let finished = (try? Input.read(PathBytes("\(folder)/\(Self.name)"))) ?? []
        // A line that was cut off says nothing.
        let whole = (earlier.lastIndex(of: 0x0A) ?? -1) + 1
        let lines = earlier.isEmpty ? finished : Array(earlier[..<whole])
        try truncate(to: 0)
        try append(lines)
        for line in lines.split(separator: 0x0A) {
            guard let entry = Self.entry(line), entry.settings == settings else { continue }
            done[entry.name] = entry
        }
    }

    /// The entry of a line, if its input was converted.
    private static func entry(_ line: ArraySlice<UInt8>) -> Entry? {
        struct State: Decodable { var state: String }
        let (data, decoder) = (Data(line), JSONDecoder())
        guard let state = try? decoder.decode(State.self, from: data), state.state == converted else { return nil }
        return try? decoder.decode(Entry.self, from: data)
    }

    private static let converted = "converted"

    /// Adds a line; one that stands there from the batch before is left as it is.
    func add(_ entry: Entry, isKept: Bool) throws {
        guard !isKept else { return }
        try append(Self.line(entry, settings))
    }

    /// Puts the manifest in its place, a line for each input in their order.
    func finish(order: [String]) throws {
        let path = "\(folder)/\(Self.growing)"
        guard isResumed else {
            guard rename(path, "\(folder)/\(Self.name)") == 0 else {
                throw FileProblem.system(path, .unwritable, "cannot rename it")
            }
            return
        }
        // Lines of several batches stand there, the last one of an input counts.
        struct Name: Decodable { var name: String }
        var lines: [String: ArraySlice<UInt8>] = [:]
        for line in try Input.read(PathBytes(path)).split(separator: 0x0A) {
            if let name = try? JSONDecoder().decode(Name.self, from: Data(line)) { lines[name.name] = line }
        }
        let file = try OutputFile("\(folder)/\(Self.name)")
        for name in order {
            guard let line = lines[name] else { continue }
            try (line + [0x0A]).withUnsafeBufferPointer { bytes throws(FileProblem) in try file.write(bytes) }
        }
        try file.finish()
        unlink(path)
    }

    private func truncate(to length: Int) throws(FileProblem) {
        guard ftruncate(handle, length) == 0, lseek(handle, 0, SEEK_END) >= 0 else {
            throw .system("\(folder)/\(Self.growing)", .unwritable, "cannot write it")
        }
    }

    private func append(_ bytes: [UInt8]) throws(FileProblem) {
        try bytes.withUnsafeBufferPointer { bytes throws(FileProblem) in
            try OutputFile.write(bytes, to: handle, name: "\(folder)/\(Self.growing)")
        }
    }

    private static func line(_ entry: Entry, _ settings: String) -> [UInt8] {
        JSONWriter.bytes { json in
            json.beginObject()
            json.string("name", entry.name)
            json.string("sha256", entry.sha256.isEmpty ? nil : entry.sha256)
            json.string("review", entry.review)
            json.int("bytes", entry.bytes)
            json.string("settings", settings)
            json.string("state", entry.problem == nil ? converted : "failed")
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
        }
    }
}
