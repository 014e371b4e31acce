internal import Dispatch
internal import Synchronization

/// Work on many items at once whose results are handed over one by one, in the order of the items.
///
/// Only a few results wait for an earlier one, so that memory stays flat however long a single item takes.
struct OrderedWork<Result: Sendable>: ~Copyable {
    /// Results that may wait for an earlier one, for each of the threads.
    private static var waitingPerThread: Int { 4 }

    private let count: Int
    private let width: Int

    /// - Parameters:
    ///   - count: how many items there are.
    ///   - width: how many are worked on at once, at least 1.
    init(count: Int, width: Int) {
        self.count = count
        self.width = max(1, min(width, count))
    }

    /// Works on all items.
    ///
    /// - Parameters:
    ///   - tools: makes what a thread needs for all of its items.
    ///   - work: makes the result of an item; called on several threads.
    ///   - deliver: takes the results in order, on the calling thread; `false` ends the work early.
    /// - Throws: what `deliver` throws, once all threads have come to rest.
    func run<Tools>(
        tools: @escaping @Sendable () -> Tools, work: @escaping @Sendable (Int, Tools) -> Result,
        deliver: (Int, Result) throws -> Bool
    ) throws {
        guard width > 1 else {
            let tools = tools()
            for index in 0..<count where try !deliver(index, work(index, tools)) { return }
            return
        }
        let shared = Shared<Result>(places: width * Self.waitingPerThread)
        let (count, group) = (count, DispatchGroup())
        for _ in 0..<width {
            DispatchQueue.global().async(group: group) {
                let tools = tools()
                while let index = shared.next(below: count) { shared.add(work(index, tools), of: index) }
            }
        }
        // No thread outlives the call, whatever ends it.
        defer {
            shared.stop()
            group.wait()
        }
        for index in 0..<count where try !deliver(index, shared.take(index)) { return }
    }
}

/// What the threads share: which item is next, and the results that wait.
private final class Shared<Result: Sendable>: Sendable {
    private struct State {
        var next = 0
        var isStopped = false
        var results: [Int: Result] = [:]
    }

    private let state = Mutex(State())
    /// Free places for results.
    private let places = DispatchSemaphore(value: 0)
    /// Results added and not yet looked for.
    private let added = DispatchSemaphore(value: 0)

    init(places count: Int) {
        // Dispatch traps where a semaphore ends lower than it began.
        for _ in 0..<count { places.signal() }
    }

    /// The item to work on next, once there is a place for its result.
    func next(below count: Int) -> Int? {
        places.wait()
        let index: Int? = state.withLock { state in
            guard !state.isStopped, state.next < count else { return nil }
            defer { state.next += 1 }
            return state.next
        }
        // The next thread has nothing to do either.
        if index == nil { places.signal() }
        return index
    }

    func add(_ result: Result, of index: Int) {
        state.withLock { $0.results[index] = result }
        added.signal()
    }

    /// The result of an item, once it is there.
    func take(_ index: Int) -> Result {
        while true {
            if let result = state.withLock({ $0.results.removeValue(forKey: index) }) {
                places.signal()
                return result
            }
            added.wait()
        }
    }

    func stop() {
        state.withLock { $0.isStopped = true }
        places.signal()
    }
}
