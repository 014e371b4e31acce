internal import CProcess
internal import Glibc

/// How a program ended.
struct ProgramEnd: Sendable {
    /// Its exit status; `nil` where a signal ended it.
    var status: Int32?
    /// The signal that ended it.
    var signal: Int32?
    /// The beginning of what it wrote to standard error.
    var errors: String

    /// Whether it says that all went well.
    var isSuccess: Bool { status == 0 }
}

extension ExternalProgram {
    /// Of what a program writes to standard error so much is kept; the first lines say what is wrong.
    private static let mostErrorBytes = 4096
    private static let chunkBytes = 1 << 16

    /// Runs the program to its end.
    ///
    /// - Parameters:
    ///   - arguments: without the program's name.
    ///   - input: the file that is its standard input; nothing where it is left out.
    ///   - folder: where it starts.
    ///   - limits: what it may take.
    ///   - sink: is given what it writes to standard output, as it comes. What it throws ends the program.
    /// - Returns: how it ended.
    /// - Throws: ``FormatProblem`` where it is not installed, takes too long or writes too much.
    func run(
        _ arguments: [String], input: borrowing MemoryFile, in folder: String? = nil, limits: ProgramLimits,
        sink: (UnsafeRawBufferPointer) throws(FormatProblem) -> Void
    ) throws(FormatProblem) -> ProgramEnd {
        try run(arguments, inputDescriptor: input.descriptor, in: folder, limits: limits, sink: sink)
    }

    /// The same without an input.
    func run(
        _ arguments: [String], in folder: String? = nil, limits: ProgramLimits,
        sink: (UnsafeRawBufferPointer) throws(FormatProblem) -> Void
    ) throws(FormatProblem) -> ProgramEnd {
        let null = open("/dev/null", O_RDONLY | O_CLOEXEC)
        defer { if null >= 0 { close(null) } }
        return try run(arguments, inputDescriptor: null, in: folder, limits: limits, sink: sink)
    }

    private func run(
        _ arguments: [String], inputDescriptor: Int32, in folder: String?, limits: ProgramLimits,
        sink: (UnsafeRawBufferPointer) throws(FormatProblem) -> Void
    ) throws(FormatProblem) -> ProgramEnd {
        guard let path else { throw missing }
        var output = try Pipe()
        var errors = try Pipe()
        let child = try start(path, arguments, inputDescriptor, output, errors, folder, limits)
        output.closeWriter()
        errors.closeWriter()
        var drain = Drain(program: self, output: output.reader, errors: errors.reader, limits: limits)
        do throws(FormatProblem) {
            try drain.run(sink)
            return try wait(for: child, drain)
        } catch {
            // The whole group, also what the program itself started.
            kill(-child, SIGKILL)
            var status: Int32 = 0
            while waitpid(child, &status, 0) < 0, errno == EINTR {}
            throw error
        }
    }

    private func start(
        _ path: String, _ arguments: [String], _ input: Int32, _ output: borrowing Pipe, _ errors: borrowing Pipe,
        _ folder: String?, _ limits: ProgramLimits
    ) throws(FormatProblem) -> pid_t {
        // The same on every machine; nothing of ours is told to the program.
        let environment = ["LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", "HOME=\(folder ?? "/nonexistent")"]
        let words = CStrings([path] + arguments)
        let variables = CStrings(environment)
        let child = cprocess_start(
            path, words.pointers, variables.pointers, input, output.writer, errors.writer, folder,
            cprocess_limits(
                processor_seconds: UInt64(limits.processorSeconds), memory_bytes: UInt64(limits.memoryBytes),
                file_bytes: UInt64(limits.outputBytes)))
        guard child > 0 else {
            throw FormatProblem(.missingProgram, "\(name) could not be started: \(String(cString: strerror(-child)))")
        }
        return child
    }

    private func wait(for child: pid_t, _ drain: Drain) throws(FormatProblem) -> ProgramEnd {
        var status: Int32 = 0
        var pause: UInt32 = 200
        // Its output has ended; a program that lives on without it is waited for as long as it may run.
        while true {
            let done = waitpid(child, &status, WNOHANG)
            if done == child { break }
            if done < 0, errno != EINTR { break }
            try drain.checkTime()
            usleep(pause)
            pause = min(pause * 2, 20_000)
        }
        let text = String(decoding: drain.errorBytes, as: UTF8.self)
        let signal = status & 0x7F
        guard signal != 0 else { return ProgramEnd(status: (status >> 8) & 0xFF, signal: nil, errors: text) }
        if signal == SIGXCPU || signal == SIGKILL { throw drain.timeProblem }
        if signal == SIGXFSZ { throw drain.sizeProblem }
        return ProgramEnd(status: nil, signal: signal, errors: text)
    }

    /// Reads both outputs of a program while it runs: one that is not read would stop it.
    private struct Drain {
        let program: ExternalProgram
        let output: Int32
        let errors: Int32
        let limits: ProgramLimits
        /// When the program is stopped; what we do with its output meanwhile does not count.
        var end: Int
        var errorBytes: [UInt8] = []

        init(program: ExternalProgram, output: Int32, errors: Int32, limits: ProgramLimits) {
            self.program = program
            self.output = output
            self.errors = errors
            self.limits = limits
            end = Self.milliseconds + limits.seconds * 1000
        }

        static var milliseconds: Int {
            var time = timespec()
            clock_gettime(CLOCK_MONOTONIC, &time)
            return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
        }

        var timeProblem: FormatProblem {
            FormatProblem(
                .timeLimit,
                "\(program.name) was stopped: it may run \(limits.seconds) s, of them \(limits.processorSeconds) s of processor time"
            )
        }

        var sizeProblem: FormatProblem {
            FormatProblem(
                .tooLarge,
                "\(program.name) was stopped: it may write \(limits.outputBytes >> 20) MiB, and more came out of the file"
            )
        }

        func checkTime() throws(FormatProblem) {
            if Self.milliseconds >= end { throw timeProblem }
        }

        mutating func run(_ sink: (UnsafeRawBufferPointer) throws(FormatProblem) -> Void) throws(FormatProblem) {
            var buffer = [UInt8](repeating: 0, count: ExternalProgram.chunkBytes)
            var total = 0
            var isOpen = (output: true, errors: true)
            while isOpen.output || isOpen.errors {
                var polled = [
                    pollfd(fd: isOpen.output ? output : -1, events: Int16(POLLIN), revents: 0),
                    pollfd(fd: isOpen.errors ? errors : -1, events: Int16(POLLIN), revents: 0),
                ]
                let ready = poll(&polled, 2, Int32(clamping: max(0, min(end - Self.milliseconds, 1_000_000))))
                if ready < 0, errno == EINTR { continue }
                try checkTime()
                if polled[1].revents != 0 {
                    let count = read(errors, &buffer, buffer.count)
                    if count == 0 || (count < 0 && errno != EINTR) { isOpen.errors = false }
                    if count > 0 {
                        errorBytes += buffer[..<count].prefix(ExternalProgram.mostErrorBytes - errorBytes.count)
                    }
                }
                if polled[0].revents != 0 {
                    let count = read(output, &buffer, buffer.count)
                    if count == 0 || (count < 0 && errno != EINTR) { isOpen.output = false }
                    guard count > 0 else { continue }
                    total += count
                    if total > limits.outputBytes { throw sizeProblem }
                    let start = Self.milliseconds
                    defer { end += Self.milliseconds - start }
                    try buffer.withUnsafeBufferPointer { bytes throws(FormatProblem) in
                        try sink(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[..<count])))
                    }
                }
            }
        }
    }
}

/// Both ends of a pipe, closed with their owner.
private struct Pipe: ~Copyable {
    let reader: Int32
    private(set) var writer: Int32

    init() throws(FormatProblem) {
        var ends: [Int32] = [-1, -1]
        let error = cprocess_pipe(&ends)
        guard error == 0 else { throw FormatProblem(.tooLarge, "no more files can be opened (error \(-error))") }
        reader = ends[0]
        writer = ends[1]
    }

    mutating func closeWriter() {
        close(writer)
        writer = -1
    }

    deinit {
        close(reader)
        if writer >= 0 { close(writer) }
    }
}

/// Strings for C, with a null behind the last one, freed with their owner.
private struct CStrings: ~Copyable {
    let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    private let count: Int

    init(_ strings: [String]) {
        count = strings.count
        pointers = .allocate(capacity: count + 1)
        for (index, string) in strings.enumerated() { pointers[index] = strdup(string) }
        pointers[count] = nil
    }

    deinit {
        for index in 0..<count { free(pointers[index]) }
        pointers.deallocate()
    }
}
