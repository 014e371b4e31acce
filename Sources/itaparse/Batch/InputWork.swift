internal import CProcess
internal import Glibc
internal import Synchronization

/// Work on many inputs at once, handed over in their order.
///
/// Files are read one at a time: they come from one disk, and an archive is read from its beginning to its end.
struct InputWork: Sendable {
    private let jobs: Int
    private let limits: ReaderProcess.Limits
    /// - Parameters:
    ///   - jobs: how many files are worked on at once; null for one for each processor.
    ///   - timeout: the seconds that reading a file that is no text may take; null for the usual ones.
    ///   - memory: the MiB of memory that it may take; null for the usual ones.
    init(jobs: Int?, timeout: Int?, memory: Int?) {
        self.jobs = jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        let usual = ReaderProcess.Limits()
        limits = ReaderProcess.Limits(
            seconds: timeout ?? usual.seconds, memoryBytes: memory.map { $0 << 20 } ?? usual.memoryBytes)
    }

    /// Works on the inputs until all are done or `deliver` gives `false`.
    ///
    /// - Parameters:
    ///   - inputs: the files.
    ///   - work: makes the result of an input, for which it is given what reads files that are no text, and what gives
    ///     what the input holds; called on several threads.
    ///   - deliver: takes the results in order, on the calling thread.
    /// - Throws: what `deliver` throws.
    func run<Result: Sendable>(
        _ inputs: sending [Input],
        work: @escaping @Sendable (Int, ReaderProcess, () throws(FileProblem) -> Input.Content) -> Result,
        deliver: (Int, Result) throws -> Bool
    ) throws {
        // The next file needs as much as this one: given back, memory would be asked for and cleared anew for each.
        cprocess_keep_freed_memory()
        let ordered = OrderedWork<Result>(count: inputs.count, width: jobs)
        let inputs = Mutex(inputs)
        let limits = limits
        try ordered.run {
            ReaderProcess(limits: limits)
        } work: { index, reader in
            work(index, reader) { () throws(FileProblem) in
                try inputs.withLock { inputs throws(FileProblem) in try inputs[index].content() }
            }
        } deliver: { index, result in
            try deliver(index, result)
        }
    }
}
