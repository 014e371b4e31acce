import Foundation
import Testing

/// The built program, run as a user runs it.
enum Program {
    /// What a run gave.
    struct Run {
        var status: Int32
        var output: Data
        var errors: String

        var text: String { String(decoding: output, as: UTF8.self) }
        var lines: [Substring] { text.split(separator: "\n") }
    }

    /// The program lies beside the tests that were built with it.
    static func path() throws -> String {
        let bundles = CommandLine.arguments.filter { $0.contains(".xctest") }
        let places = [Bundle.main.executablePath, CommandLine.arguments.first].compactMap(\.self) + bundles
        for place in places {
            let path = URL(filePath: place).deletingLastPathComponent().appending(path: "itaparse").path
            if FileManager.default.isExecutableFile(atPath: path) { return path }
        }
        throw Missing(places: places)
    }

    struct Missing: Error { var places: [String] }

    /// Runs the program with `arguments`.
    ///
    /// `shell` is a command line for `sh` in which `"$@"` stands for the program and its arguments, for runs whose
    /// standard files are not plain ones.
    static func run(
        _ arguments: [String], input: Data = Data(), in folder: URL? = nil, shell: String = "exec \"$@\""
    ) throws -> Run {
        let scratch = try Folder()
        let input = try scratch.write("input", input)
        let output = try scratch.write("output", Data())
        let errors = try scratch.write("errors", Data())
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", shell, "sh", try path()] + arguments
        process.currentDirectoryURL = folder
        // Files, not pipes: nobody has to read along.
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        // A signal is never an answer: it reads as 128 and its number, as in a shell.
        let status = process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0)
        return Run(
            status: status, output: try Data(contentsOf: output),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }
}

/// A folder that goes away with its owner.
final class Folder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "itaparse-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Writes a file, and the folders above it.
    @discardableResult
    func write(_ name: String, _ data: Data) throws -> URL {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
        return file
    }

    func read(_ name: String) throws -> Data { try Data(contentsOf: url.appending(path: name)) }

    /// All files, by their paths below the folder.
    func files() throws -> [String] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: url.path)
        return names.filter { name in
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: url.appending(path: name).path, isDirectory: &isFolder)
            return !isFolder.boolValue
        }.sorted()
    }
}

/// Inputs of the tests.
enum Sample {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    /// A report of two measures.
    static let report = Data(
        """
        รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส
        เทศบาลตำบลทุ่งตัวอย่าง อำเภอเมือง จังหวัดลำปาง
        ประจำปีงบประมาณ พ.ศ. ๒๕๖๗

        ที่\tมาตรการ\tขั้นตอน\tผู้รับผิดชอบ\tระยะเวลา\tผลการดำเนินงาน
        ๑\tจัดทำคู่มือการให้บริการ\t๑. ร่างคู่มือ\tสำนักปลัด\tภายในเดือนมีนาคม ๒๕๖๗\tดำเนินการแล้วเสร็จ
        ๒\tเผยแพร่แผนการใช้จ่าย\t๑. จัดทำแผน\tกองคลัง\tต.ค. ๒๕๖๖ - มี.ค. ๒๕๖๗\tอยู่ระหว่างดำเนินการ

        """.utf8)

    /// A picture of a kind that is not read.
    static let picture = Data("GIF89a\u{1}\u{1}".utf8)

    /// No text of any encoding that Thai reports come in.
    static let noise = Data([0x00, 0xD8, 0x13, 0x80, 0xFF, 0x81, 0x04] + (0..<600).map { UInt8($0 * 151 % 256) })
}

/// JSON as Foundation reads it, which shares no code with the program.
enum Parsed {
    static func object(_ data: some DataProtocol) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(data)) as? [String: Any])
    }
}

/// Texts that users see, held against files in `Snapshots`.
enum Snapshot {
    static func check(_ actual: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = Sample.folder.appending(path: "Snapshots/\(name).txt")
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try actual.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("recorded \(name): look through it, then run the tests again", sourceLocation: sourceLocation)
            return
        }
        guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
            Issue.record("\(name).txt is missing: RECORD_GOLDENS=1 writes it", sourceLocation: sourceLocation)
            return
        }
        let (old, new) = (lines(expected), lines(actual))
        guard let index = (0..<max(old.count, new.count)).first(where: { old[at: $0] != new[at: $0] }) else { return }
        Issue.record(
            "\(name).txt, line \(index + 1):\n- \(old[at: index] ?? "(no line)")\n+ \(new[at: index] ?? "(no line)")",
            sourceLocation: sourceLocation)
    }

    private static func lines(_ text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }
}

extension [Substring] {
    fileprivate subscript(at index: Int) -> Substring? { index < count ? self[index] : nil }
}
