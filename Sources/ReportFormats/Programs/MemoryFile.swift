internal import CProcess
internal import Glibc

/// A file that lives in memory, for programs that read files only: nothing is left behind, whatever happens.
struct MemoryFile: ~Copyable {
    /// Its descriptor.
    let descriptor: Int32
    /// Its size in bytes.
    let count: Int
    /// The name by which a program reads the file that is its standard input.
    static let standardInput = "/dev/stdin"

    /// A file that holds `bytes`.
    init(_ bytes: [UInt8]) throws(FormatProblem) {
        descriptor = try Self.make(bytes)
        count = bytes.count
    }

    private static func make(_ bytes: [UInt8]) throws(FormatProblem) -> Int32 {
        let made = cprocess_memory_file("itaparse")
        guard made >= 0 else { throw FormatProblem(.tooLarge, "no memory file could be made for it (error \(-made))") }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { bytes in
                let left = bytes[written...]
                return write(made, UnsafeRawBufferPointer(rebasing: left).baseAddress, left.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                close(made)
                throw FormatProblem(.tooLarge, "there is no memory for its \(bytes.count) bytes (error \(errno))")
            }
            written += count
        }
        lseek(made, 0, SEEK_SET)
        return made
    }

    deinit { close(descriptor) }
}
