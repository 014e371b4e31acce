internal import Glibc
internal import Synchronization

/// How much processor time Tesseract took so far, in all threads: the benchmark holds it against the whole.
package enum RecognitionClock {
    private static let nanoseconds = Atomic<Int>(0)

    /// In seconds.
    package static var seconds: Double { Double(nanoseconds.load(ordering: .relaxed)) / 1e9 }

    /// The processor time of the calling thread in nanoseconds.
    static var thread: Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    /// Adds the time of the calling thread since `start`.
    static func add(since start: Int) { nanoseconds.add(thread - start, ordering: .relaxed) }
}
