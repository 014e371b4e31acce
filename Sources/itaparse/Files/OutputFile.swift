internal import Glibc

/// A file that is written beside its place and renamed when it is whole, so that nobody reads half of one.
final class OutputFile {
    private let path: String
    private let temporary: String
    private var handle: Int32

    /// Begins the file at `path`, and makes the folders above it.
    init(_ path: String) throws(FileProblem) {
        self.path = path
        // One name for all runs: what a killed run left behind is taken away by the next one.
        temporary = "\(path).part"
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
        var handle = open(temporary, flags, 0o644)
        if handle < 0, errno == ENOENT {
            try Self.makeFolders(above: path)
            handle = open(temporary, flags, 0o644)
        }
        self.handle = handle
        guard handle >= 0 else { throw .system(path, .unwritable, "cannot write it") }
    }

    deinit {
        guard handle >= 0 else { return }
        close(handle)
        unlink(temporary)
    }

    /// Adds bytes to the file.
    func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(FileProblem) {
        try Self.write(bytes, to: handle, name: path)
    }

    /// Puts the file in its place.
    func finish() throws(FileProblem) {
        let result = close(handle)
        handle = -1
        guard result == 0, rename(temporary, path) == 0 else {
            let problem = FileProblem.system(path, .unwritable, "cannot write it")
            unlink(temporary)
            throw problem
        }
    }

    /// Writes a whole file; who reads it meanwhile finds the old one.
    static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
        let file = try OutputFile(path)
        try bytes.withUnsafeBufferPointer { bytes throws(FileProblem) in try file.write(bytes) }
        try file.finish()
    }

    /// Writes all of `bytes` to standard output.
    static func writeToStandardOutput(_ bytes: UnsafeBufferPointer<UInt8>) throws(FileProblem) {
        try write(bytes, to: STDOUT_FILENO, name: "standard output")
    }

    /// Writes all of `bytes` to an open file.
    static func write(_ bytes: UnsafeBufferPointer<UInt8>, to handle: Int32, name: String) throws(FileProblem) {
        var offset = 0
        while offset < bytes.count {
            let count = Glibc.write(handle, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
            if count < 0 {
                if errno == EINTR { continue }
                throw .system(name, errno == EPIPE ? .readerGone : .unwritable, "cannot write it")
            }
            offset += count
        }
    }

    /// Makes the folders that `path` lies in.
    static func makeFolders(above path: String) throws(FileProblem) {
        var position = path.startIndex
        while let slash = path[position...].firstIndex(of: "/") {
            let folder = String(path[..<slash])
            if !folder.isEmpty, mkdir(folder, 0o755) != 0, errno != EEXIST {
                throw .system(folder, .unwritable, "cannot make the folder")
            }
            position = path.index(after: slash)
        }
    }
}
