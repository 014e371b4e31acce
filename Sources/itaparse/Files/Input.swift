internal import Glibc
internal import ReportFormats

/// A file to be converted.
struct Input {
    /// Where it is; `-` for standard input.
    ///
    /// For a file in an archive, the archive's path and the one in it.
    var path: String
    /// Its name in reports and in the output folder: the path below the folder that was named, or the file's name.
    var name: String

    /// What it is read from, if not from the file at ``path``.
    private var origin = Origin.path

    private enum Origin {
        case path
        /// Standard input, which can be read only once.
        case bytes([UInt8])
        /// A file in the archive at a path.
        case archive(ArchiveShelf, path: String, ReportArchive.File)
        /// A file in an archive that came through standard input.
        case piped(ReportArchive, ReportArchive.File)
        /// What cannot be read.
        case problem(FormatProblem)
    }

    private init(path: String, name: String, origin: Origin = .path) {
        self.path = path
        self.name = name
        self.origin = origin
    }

    /// Its bytes.
    func read() throws(FileProblem) -> [UInt8] {
        let archive: ReportArchive
        let file: ReportArchive.File
        switch origin {
        case .path: return try Self.read(path)
        case .bytes(let bytes): return bytes
        case .problem(let problem): throw self.problem(problem)
        case .piped(let piped, let entry): (archive, file) = (piped, entry)
        case .archive(let shelf, let archivePath, let entry):
            (archive, file) = (try shelf.archive(at: archivePath), entry)
        }
        do throws(FormatProblem) {
            return try archive.read(file)
        } catch {
            throw problem(error)
        }
    }

    private func problem(_ problem: FormatProblem) -> FileProblem {
        FileProblem(file: path, code: .format(problem.code), message: problem.message)
    }

    /// The bytes of the file at a path, or of standard input.
    static func read(_ path: String) throws(FileProblem) -> [UInt8] {
        let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .system(path, errno == ENOENT ? .notFound : .unreadable, "cannot open it") }
        defer { if path != "-" { close(file) } }
        var status = stat()
        var bytes: [UInt8] = []
        if fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
            bytes.reserveCapacity(Int(status.st_size) + 1)
        }
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw .system(path, .unreadable, "cannot read it")
            }
            bytes.append(contentsOf: buffer[0..<count])
        }
    }

    /// The files that the operands name: a folder or a ZIP archive is walked, hidden files in it left out, in the order
    /// of their names.
    static func all(named operands: [String], shelf: ArchiveShelf) throws(FileProblem) -> [Input] {
        var inputs: [Input] = []
        for operand in operands {
            guard operand != "-" else {
                add(Input(path: "-", name: "-", origin: .bytes(try read("-"))), to: &inputs, shelf: shelf)
                continue
            }
            for path in try expand(operand) {
                if isFolder(path) {
                    let base = path.hasSuffix("/") ? path : path + "/"
                    try walk(path, below: base.utf8.count, into: &inputs, depth: 0, shelf: shelf)
                } else {
                    add(Input(path: path, name: lastComponent(path)), to: &inputs, shelf: shelf)
                }
            }
        }
        return inputs
    }

    static func lastComponent(_ path: String) -> String { String(path.split(separator: "/").last ?? Substring(path)) }

    /// The paths that a pattern matches; shells leave a pattern that matches nothing as it is.
    private static func expand(_ operand: String) throws(FileProblem) -> [String] {
        var status = stat()
        if stat(operand, &status) == 0 { return [operand] }
        guard operand.contains(where: { "*?[".contains($0) }) else {
            throw .system(operand, errno == ENOENT ? .notFound : .unreadable, "cannot find it")
        }
        var found = glob_t()
        defer { globfree(&found) }
        guard glob(operand, 0, nil, &found) == 0, let paths = found.gl_pathv else {
            throw FileProblem(file: operand, code: .notFound, message: "the pattern matches no file")
        }
        return (0..<Int(found.gl_pathc)).compactMap { paths[$0].map { String(cString: $0) } }
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Folders nested deeper than this are a loop of links.
    private static let deepest = 64

    private static func walk(
        _ folder: String, below base: Int, into inputs: inout [Input], depth: Int, shelf: ArchiveShelf
    ) throws(FileProblem) {
        guard depth < deepest else { return }
        guard let handle = opendir(folder) else { throw .system(folder, .unreadable, "cannot list it") }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        closedir(handle)
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            let path = (folder.hasSuffix("/") ? folder : folder + "/") + name
            if isFolder(path) {
                try walk(path, below: base, into: &inputs, depth: depth + 1, shelf: shelf)
            } else {
                add(
                    Input(path: path, name: String(decoding: path.utf8.dropFirst(base), as: UTF8.self)), to: &inputs,
                    shelf: shelf)
            }
        }
    }

    // MARK: Archives

    /// Adds a file, or the files in it where it is an archive of them.
    private static func add(_ input: Input, to inputs: inout [Input], shelf: ArchiveShelf) {
        guard input.looksPacked, let bytes = try? input.read(), FileFormat(sniffing: bytes) == .zip else {
            return inputs.append(input)
        }
        do throws(FormatProblem) {
            let archive = try ReportArchive(bytes)
            let files = try archive.files()
            guard !files.isEmpty else { throw FormatProblem(.noText, "the archive holds no files") }
            for file in files {
                // Standard input cannot be opened again.
                let origin: Origin =
                    if case .bytes = input.origin {
                        .piped(archive, file)
                    } else {
                        .archive(shelf, path: input.path, file)
                    }
                inputs.append(
                    Input(path: "\(input.path)/\(file.name)", name: "\(input.name)/\(file.name)", origin: origin))
            }
        } catch {
            inputs.append(Input(path: input.path, name: input.name, origin: .problem(error)))
        }
    }

    /// Whether the file begins as ZIP archives do; what cannot be read does not.
    private var looksPacked: Bool {
        let signature: [UInt8] = [0x50, 0x4B]
        if case .bytes(let bytes) = origin { return bytes.starts(with: signature) }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        var first: [UInt8] = [0, 0]
        return Glibc.read(file, &first, 2) == 2 && first == signature
    }
}
