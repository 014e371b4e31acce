internal import Glibc
internal import ReportFormats

/// A file to be converted.
struct Input {
    /// Where it is, in words; `-` for standard input.
    ///
    /// For a file in an archive, the archive's path and the one in it.
    let path: String
    /// Its name in reports and in the output folder: the path below the folder that was named, or the file's name.
    let name: String

    /// What it is read from.
    private let origin: Origin

    /// What a file holds, and what a reviewer decided about it.
    struct Content: Sendable {
        let bytes: [UInt8]
        let review: ReviewFile?
    }

    /// A reviewer's decisions that stand in an archive.
    struct ArchivedReview {
        let file: ReportArchive.File
        /// Whether its name leaves open which of several files with one stem it is about.
        let isOfStem: Bool
    }

    private enum Origin {
        case path(PathBytes)
        /// Standard input, which can be read only once.
        case bytes([UInt8])
        /// A file in the archive at a path.
        case archive(ArchiveShelf, PathBytes, ReportArchive.File, review: ArchivedReview?)
        /// A file in an archive that came through standard input.
        case piped(ReportArchive, ReportArchive.File, review: ArchivedReview?)
        /// What cannot be read.
        case problem(FormatProblem)
    }

    /// The file at a path.
    init(_ path: PathBytes, name: PathBytes) {
        self.path = path.text
        self.name = name.text
        origin = .path(path)
    }

    /// What came through standard input.
    init(path: String, name: String, bytes: [UInt8]) {
        self.path = path
        self.name = name
        origin = .bytes(bytes)
    }

    /// A file in an archive that `input` is.
    init(
        _ file: ReportArchive.File, in archive: ReportArchive, of input: Input, shelf: ArchiveShelf,
        review: ArchivedReview?
    ) {
        path = "\(input.path)/\(file.name)"
        name = "\(input.name)/\(file.name)"
        // Standard input cannot be opened again.
        if case .path(let path) = input.origin {
            origin = .archive(shelf, path, file, review: review)
        } else {
            origin = .piped(archive, file, review: review)
        }
    }

    /// An input that was found to be unreadable.
    init(unreadable input: Input, _ problem: FormatProblem) {
        path = input.path
        name = input.name
        origin = .problem(problem)
    }

    /// Its bytes.
    func read() throws(FileProblem) -> [UInt8] {
        let archive: ReportArchive
        let file: ReportArchive.File
        switch origin {
        case .path(let path): return try Self.read(path)
        case .bytes(let bytes): return bytes
        case .problem(let problem): throw self.problem(problem)
        case .piped(let piped, let entry, _): (archive, file) = (piped, entry)
        case .archive(let shelf, let path, let entry, _): (archive, file) = (try shelf.archive(at: path), entry)
        }
        do throws(FormatProblem) {
            return try archive.read(file)
        } catch {
            throw problem(error)
        }
    }

    /// Its bytes, and a reviewer's decisions about it where they stand beside it.
    func content() throws(FileProblem) -> Content { Content(bytes: try read(), review: try review()) }

    private func review() throws(FileProblem) -> ReviewFile? {
        let archive: ReportArchive
        let found: ArchivedReview
        switch origin {
        case .path(let path): return try Self.review(beside: path)
        case .piped(let piped, _, let review?): (archive, found) = (piped, review)
        case .archive(let shelf, let path, _, let review?): (archive, found) = (try shelf.archive(at: path), review)
        default: return nil
        }
        do throws(FormatProblem) {
            return ReviewFile(path: found.file.name, bytes: try archive.read(found.file), isOfStem: found.isOfStem)
        } catch {
            throw problem(error)
        }
    }

    private static func review(beside path: PathBytes) throws(FileProblem) -> ReviewFile? {
        for candidate in ReviewFile.names(for: path.bytes) {
            let path = PathBytes(candidate.name)
            do throws(FileProblem) {
                return ReviewFile(path: path.text, bytes: try read(path), isOfStem: candidate.isOfStem)
            } catch {
                guard error.code == .notFound else { throw error }
            }
        }
        return nil
    }

    private func problem(_ problem: FormatProblem) -> FileProblem {
        FileProblem(file: path, code: .format(problem.code), message: problem.message)
    }

    /// Whether the file begins as ZIP archives do; what cannot be read does not.
    var looksPacked: Bool {
        let signature: [UInt8] = [0x50, 0x4B]
        switch origin {
        case .bytes(let bytes): return bytes.starts(with: signature)
        case .path(let path):
            let file = path.openFile()
            guard file >= 0 else { return false }
            defer { close(file) }
            var first: [UInt8] = [0, 0]
            return Glibc.read(file, &first, 2) == 2 && first == signature
        default: return false
        }
    }

    // MARK: Reading

    /// The bytes of standard input.
    static func readStandardInput() throws(FileProblem) -> [UInt8] { try readAll(of: STDIN_FILENO, named: "-") }

    /// The bytes of the file at a path.
    static func read(_ path: PathBytes) throws(FileProblem) -> [UInt8] {
        let file = path.openFile()
        guard file >= 0 else { throw .system(path.text, errno == ENOENT ? .notFound : .unreadable, "cannot open it") }
        defer { close(file) }
        return try readAll(of: file, named: path.text)
    }

    private static func readAll(of file: Int32, named name: String) throws(FileProblem) -> [UInt8] {
        var status = stat()
        let isRegular = fstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        // One byte more than the file has, to see that it ends there: most files take one read.
        var size = isRegular ? Int(status.st_size) + 1 : 1 << 16
        var bytes: [UInt8] = []
        while true {
            let more = try read(file, size, named: name)
            if bytes.isEmpty { bytes = more } else { bytes += more }
            if more.count < size { return bytes }
            size = 1 << 20
        }
    }

    /// The next `size` bytes of an open file, or fewer where it ends.
    private static func read(_ file: Int32, _ size: Int, named name: String) throws(FileProblem) -> [UInt8] {
        var isRead = true
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            while filled < size {
                let count = Glibc.read(file, buffer.baseAddress?.advanced(by: filled), size - filled)
                if count == 0 { return }
                if count < 0 {
                    if errno == EINTR { continue }
                    isRead = false
                    return
                }
                filled += count
            }
        }
        guard isRead else { throw .system(name, .unreadable, "cannot read it") }
        return bytes
    }
}
