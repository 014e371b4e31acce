internal import Glibc

/// The time that this thread has had of a processor: what other programs take of the machine does not count.
public enum ProcessorTime {
    /// The time since the thread began.
    public static var now: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// The time that `body` takes.
    public static func of(_ body: () throws -> Void) rethrows -> Duration {
        let start = now
        try body()
        return now - start
    }
}
