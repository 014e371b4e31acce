internal import CProcess
internal import Glibc
internal import ReportOutput
internal import ReportParser

/// A folder of small reports through the program itself: files a second with one job and with two, what is not
/// parsing, and whether memory stays flat.
struct BatchBench {
    private let folder: String
    private let files: Int
    private let bytes: Int

    /// One in so many files is broken, in one of ten ways.
    private static let oneBrokenIn = 50

    /// Measures `files` reports of 30 KB; the folder goes away again.
    static func run(files: Int) throws {
        guard let folder = try? makeFolder(for: files) else { return print("batch: no folder to write to") }
        defer { cprocess_remove_tree(folder) }
        var bytes = 0
        for index in 0..<files {
            let report = report(index)
            bytes += report.count
            try write(report, to: "\(folder)/in/\(index % 97)/\(index)\(suffix(index))")
        }
        let bench = BatchBench(folder: folder, files: files, bytes: bytes)
        try bench.measure()
    }

    private func measure() throws {
        let parsing = try parsingTime()
        // One, two, two, one: what the machine's memory and disk do as they fill weighs on both alike.
        var (one, two) = (try convert(jobs: 1), try convert(jobs: 2))
        two.add(try convert(jobs: 2, again: true))
        one.add(try convert(jobs: 1, again: true))
        let place = isInMemory ? "in memory" : "on a disk"
        print(
            "batch of \(files) files \(place), \(bytes / 1_000_000) MB, \(files / Self.oneBrokenIn) of them broken")
        for (jobs, run) in [(1, one), (2, two)] {
            let seconds = run.seconds / 2
            let rate = Double(files) / seconds
            let speed = Double(bytes) / 1e6 / seconds
            print(
                "  \(jobs) job\(jobs > 1 ? "s" : " "): \(Int(rate)) files/s, \(Int(speed)) MB/s, peak \(run.peak >> 10) MB"
            )
        }
        print("  two jobs against one: \(rounded(one.seconds / two.seconds)) times as fast")
        print(
            "  not parsing and writing JSON: \(Int(100 * max(0, 1 - 2 * parsing / one.processor))) % of the time of one job"
        )
        let half = try convert(jobs: 2, only: "[0-4]*")
        print("  peak memory against that of half the files: \(rounded(Double(two.peak) / Double(half.peak)))")
    }

    private func rounded(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }

    /// The processor time that parsing all files and writing their JSON takes, without files and processes.
    private func parsingTime() throws -> Double {
        // As the program does before a batch: memory that is asked for anew is no part of parsing.
        cprocess_keep_freed_memory()
        let source = ReportSource(name: "bench", sha256: String(repeating: "0", count: 64), bytes: 0)
        var total = 0.0
        for index in 0..<files {
            let bytes = Self.report(index)
            let start = Self.processorTime
            if let report = try? ReportParser.parse(bytes, source: source) {
                _ = JSONWriter.bytes { try ReportJSON.write(report, to: &$0) }
            }
            total += Self.processorTime - start
        }
        return total
    }

    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    // MARK: The program

    /// Runs of the program: seconds on the clock and of processors, and the most memory in KiB.
    private struct Run {
        var seconds: Double
        var processor: Double
        var peak: Int

        mutating func add(_ other: Run) {
            seconds += other.seconds
            processor += other.processor
            peak = max(peak, other.peak)
        }
    }

    private func convert(jobs: Int, only: String = "*", again: Bool = false) throws -> Run {
        let program = Self.ownFolder + "/itaparse"
        // A folder of its own for each run: to write over the files of another one, or where some were deleted just
        // now, takes a disk's file system longer. Memory has no such trouble, and little room.
        let out = "\(folder)/out-\(jobs)-\(only == "*" ? "all" : "some")\(again ? "-again" : "")"
        defer { if isInMemory { cprocess_remove_tree(out) } }
        let words = [program, "convert", "\(folder)/in", "-o", out, "-j", "\(jobs)", "--include", only]
        let arguments: [UnsafeMutablePointer<CChar>?] = words.map { (word: String) in strdup(word) } + [nil]
        defer { for argument in arguments { free(argument) } }
        // What an earlier run has written is on its way to the disk still, and that takes a processor.
        sync()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        defer { posix_spawn_file_actions_destroy(&actions) }
        var start = timespec()
        clock_gettime(CLOCK_MONOTONIC, &start)
        var child: pid_t = 0
        guard posix_spawn(&child, program, &actions, nil, arguments, nil) == 0 else {
            throw BenchProblem(message: "\(program) is not there: build it first")
        }
        var status: Int32 = 0
        var usage = rusage()
        wait4(child, &status, 0, &usage)
        var end = timespec()
        clock_gettime(CLOCK_MONOTONIC, &end)
        return Run(
            seconds: Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9,
            processor: Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
                + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6, peak: usage.ru_maxrss)
    }

    /// A file system that lies on no disk.
    private static let memory = "/dev/shm"

    private var isInMemory: Bool { folder.hasPrefix(Self.memory) }

    /// The program lies beside this one.
    private static var ownFolder: String {
        let path = CommandLine.arguments[0]
        return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }

    // MARK: The files

    /// A report, or what was to be one.
    private static func report(_ index: Int) -> [UInt8] {
        var bytes = Inputs.grownTable(rows: 140, seed: UInt64(index))
        guard index % oneBrokenIn == oneBrokenIn - 1 else { return bytes }
        switch index / oneBrokenIn % 10 {
        case 0: return []
        case 1: return Array("%PDF-1.7\n".utf8)
        case 2: return [0x50, 0x4B, 3, 4] + bytes.prefix(200)
        case 3: return bytes.map { $0 ^ 0x5A }
        case 4: return [UInt8](repeating: 0, count: 30_000)
        case 5: return Array(bytes.prefix(bytes.count / 2 + 1))
        case 6: return Array("{\\rtf1 a report}".utf8)
        case 7: return [0xFF, 0xD8, 0xFF, 0xE0] + bytes.prefix(100)
        case 8: return Array("<html><table><tr><td>".utf8) + bytes
        default:
            for place in stride(from: 7, to: bytes.count, by: 50) { bytes[place] = 0xFF }
            return bytes
        }
    }

    private static func suffix(_ index: Int) -> String { index % 3 == 0 ? ".csv" : ".txt" }

    /// What a file takes with the report of a run, in bytes.
    private static let bytesPerFile = 200_000

    /// A folder in memory where that has twice the room, for a disk's file system has its own good and bad moments;
    /// `TMPDIR` names another place.
    private static func makeFolder(for files: Int) throws -> String {
        var room = statvfs()
        let isRoomy =
            statvfs(memory, &room) == 0
            && UInt64(room.f_bavail) * UInt64(room.f_frsize) > 2 * UInt64(bytesPerFile * files)
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? (isRoomy ? memory : "/tmp")
        var name = Array("\(parent)/itaparse-bench-XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else { throw BenchProblem(message: "no folder") }
        let folder = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        mkdir("\(folder)/in", 0o755)
        for index in 0..<97 { mkdir("\(folder)/in/\(index)", 0o755) }
        return folder
    }

    private static func write(_ bytes: [UInt8], to path: String) throws {
        guard let file = fopen(path, "wb") else { throw BenchProblem(message: "\(path) cannot be written") }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }
}

/// Why something could not be measured.
struct BenchProblem: Error {
    let message: String
}
