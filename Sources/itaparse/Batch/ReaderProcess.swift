internal import CProcess
internal import FoundationEssentials
internal import Glibc
internal import ReportFormats
internal import ReportOutput
internal import ReportParser

/// A process of this program that reads files for another one: what breaks it, breaks only the file at hand.
///
/// It is started with the first file and again after it died or was stopped.
final class ReaderProcess {
    /// What reading a file may take.
    struct Limits: Sendable {
        /// Seconds for a file.
        var seconds = 300
        /// Address space in bytes.
        var memoryBytes = 4 << 30
    }

    private struct Running {
        let child: pid_t
        /// Where requests are written to, and replies come from.
        let requests: Int32
        let replies: Int32
    }

    private let limits: Limits
    private var running: Running?

    init(limits: Limits) { self.limits = limits }

    deinit { stop() }

    /// The document in a file.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - path: where it is, for messages.
    /// - Returns: the document.
    /// - Throws: ``FileProblem`` where the file cannot be read within the limits.
    func document(in bytes: [UInt8], path: String) throws(FileProblem) -> Document {
        let file = try memoryFile(with: bytes, path)
        defer { close(file) }
        let process = try started(for: path)
        // The other process opens our file through the name that the system has for it.
        let request = JSONWriter.bytes { json in
            json.beginObject()
            json.int("id", 1)
            json.string("path", "/proc/\(getpid())/fd/\(file)")
            json.string("name", path)
            json.string("want", "document")
            json.endObject()
            json.endLine()
        }
        guard send(request, to: process), let line = try reply(of: process, path) else {
            throw death(of: path)
        }
        struct Reply: Decodable {
            struct Failure: Decodable {
                var code: String
                var text: String
            }

            var document_base64: String?
            var error: Failure?
        }
        guard let reply = try? JSONDecoder().decode(Reply.self, from: Data(line)) else { throw death(of: path) }
        if let error = reply.error {
            let code = FormatProblem.Code(rawValue: error.code).map { FileProblem.Code.format($0) }
            throw FileProblem(file: path, code: code ?? .unreadable, message: error.text)
        }
        guard let data = reply.document_base64.flatMap({ Data(base64Encoded: $0) }),
            let document = Document(encoded: Array(data))
        else { throw death(of: path) }
        return document
    }

    private func memoryFile(with bytes: [UInt8], _ path: String) throws(FileProblem) -> Int32 {
        let file = cprocess_memory_file("report")
        guard file >= 0 else { throw .system(path, .unreadable, "no memory for it", error: -file) }
        do throws(FileProblem) {
            try bytes.withUnsafeBufferPointer { (bytes) throws(FileProblem) in
                try OutputFile.write(bytes, to: file, name: path)
            }
        } catch {
            close(file)
            throw error
        }
        return file
    }

    // MARK: The process

    private func started(for path: String) throws(FileProblem) -> Running {
        if let running { return running }
        var (input, output): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
        guard cprocess_pipe(&input) == 0, cprocess_pipe(&output) == 0 else {
            throw .system(path, .unreadable, "no pipe for the process that reads it")
        }
        let null = open("/dev/null", O_RDWR | O_CLOEXEC)
        defer { for file in [input[0], output[1], null] where file >= 0 { close(file) } }
        let words: [UnsafeMutablePointer<CChar>?] =
            ["/proc/self/exe", "worker"].map { (word: String) in strdup(word) } + [nil]
        let environment: [UnsafeMutablePointer<CChar>?] = Self.environment.map { strdup($0) } + [nil]
        defer { for text in words + environment { free(text) } }
        let unlimited = UInt64(Int64.max)
        let child = cprocess_start(
            "/proc/self/exe", words, environment, input[0], output[1], null, nil,
            cprocess_limits(
                processor_seconds: unlimited, memory_bytes: UInt64(limits.memoryBytes), file_bytes: unlimited))
        guard child > 0 else {
            close(input[1])
            close(output[0])
            throw .system(path, .unreadable, "the process that reads it cannot be started", error: -child)
        }
        let process = Running(child: child, requests: input[1], replies: output[0])
        running = process
        return process
    }

    /// What the process must know of its surroundings.
    private static var environment: [String] {
        let names = ["PATH", "HOME", "TMPDIR", "TESSDATA_PREFIX", "LD_LIBRARY_PATH"]
        let known = names.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } }
        // A process that dies is to die at once.
        return known + ["LC_ALL=C.UTF-8", "SWIFT_BACKTRACE=enable=no"]
    }

    private func stop() {
        guard let process = running else { return }
        running = nil
        close(process.requests)
        close(process.replies)
        kill(-process.child, SIGKILL)
        var status: Int32 = 0
        while waitpid(process.child, &status, 0) < 0, errno == EINTR {}
    }

    private func send(_ request: [UInt8], to process: Running) -> Bool {
        do throws(FileProblem) {
            try request.withUnsafeBufferPointer { (bytes) throws(FileProblem) in
                try OutputFile.write(bytes, to: process.requests, name: "a reader")
            }
            return true
        } catch {
            return false
        }
    }

    /// The next line of the process; `nil` where it ended before.
    private func reply(of process: Running, _ path: String) throws(FileProblem) -> [UInt8]? {
        var line: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let deadline = ContinuousClock.now + .seconds(limits.seconds)
        while true {
            let left = (deadline - ContinuousClock.now) / .milliseconds(1)
            var ready = pollfd(fd: process.replies, events: Int16(POLLIN), revents: 0)
            let count = left > 0 ? poll(&ready, 1, Int32(min(left + 1, 60_000))) : 0
            if count < 0, errno == EINTR { continue }
            if count == 0 {
                guard left <= 0 else { continue }
                stop()
                throw FileProblem(
                    file: path, code: .format(.timeLimit),
                    message: "reading it took longer than \(limits.seconds) seconds (--timeout)")
            }
            let length = Glibc.read(process.replies, &buffer, buffer.count)
            if length < 0, errno == EINTR { continue }
            guard length > 0 else { return nil }
            line += buffer[0..<length]
            if buffer[length - 1] == 0x0A { return line }
        }
    }

    /// What became of the process that read a file and is no more.
    private func death(of path: String) -> FileProblem {
        var status: Int32 = 0
        var words = "the process that read it ended"
        if let child = running?.child {
            // It may still be about to end.
            usleep(20_000)
            if waitpid(child, &status, WNOHANG) == child, status & 0x7F != 0 {
                words = "the process that read it was ended by signal \(status & 0x7F)"
            }
        }
        stop()
        let memory = limits.memoryBytes >> 20
        return FileProblem(
            file: path, code: .format(.readerDied),
            message: "\(words); it may have needed more than \(memory) MiB of memory (--max-memory)")
    }
}
