internal import Glibc
internal import Synchronization

/// Ctrl-C: the first lets what is under way be finished, the second ends the program at once.
enum Interruption {
    /// The exit status of a run that the user stopped: 128 and the number of the signal.
    static let status: Int32 = 130

    private static let count = Atomic<Int>(0)

    /// Whether the user wants the run to end.
    static var isWanted: Bool { count.load(ordering: .relaxed) > 0 }

    /// Has Ctrl-C and a polite kill end the run in order.
    static func watch() {
        // The counter is made before a signal can come: a handler must not be the first to touch it.
        count.store(0, ordering: .relaxed)
        for number in [SIGINT, SIGTERM] {
            signal(number) { _ in
                if Interruption.count.wrappingAdd(1, ordering: .relaxed).oldValue > 0 { _exit(Interruption.status) }
            }
        }
    }
}
