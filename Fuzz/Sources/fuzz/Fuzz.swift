@preconcurrency import Glibc
import Invariants

/// The parser to fuzz, from the environment: libFuzzer starts itself anew with arguments of its own.
private let target = FuzzTarget(rawValue: getenv("FUZZ_TARGET").map { String(cString: $0) } ?? "")

/// What libFuzzer calls with each input; a broken invariant ends the process as a trap does.
@c(LLVMFuzzerTestOneInput)
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let target else { end("FUZZ_TARGET is none of \(FuzzTarget.allCases.map(\.rawValue))") }
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    if let broken = target.brokenInvariant(of: input) { end("broken invariant: \(broken)") }
    return 0
}

/// What libFuzzer calls to change the input at `start`, in place: its own changes and ours take turns.
@c(LLVMFuzzerCustomMutator)
public func mutate(_ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int, _ seed: CUnsignedInt) -> Int {
    guard seed % 3 != 0 else { return mutateBytes(start, count, limit) }
    let text = Array(UnsafeBufferPointer(start: start, count: count))
    var mutator = CharacterMutator(text, limit: limit, seed: seed)
    let changed = mutator.mutated()
    return UnsafeMutableBufferPointer(start: start, count: limit).update(fromContentsOf: changed)
}

/// libFuzzer's own changes.
@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int) -> Int

private func end(_ message: String) -> Never {
    fputs(message + "\n", stderr)
    abort()
}
