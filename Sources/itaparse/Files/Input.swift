internal import Glibc

/// A file to be converted.
struct Input {
    /// Where it is; `-` for standard input.
    var path: String
    /// Its name in reports and in the output folder: the path below the folder that was named, or the file's name.
    var name: String

    /// Its bytes.
    func read() throws(FileProblem) -> [UInt8] {
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

    /// The files that the operands name: a folder is walked, hidden files in it left out, in the order of their names.
    static func all(named operands: [String]) throws(FileProblem) -> [Input] {
        var inputs: [Input] = []
        for operand in operands {
            guard operand != "-" else {
                inputs.append(Input(path: "-", name: "-"))
                continue
            }
            for path in try expand(operand) {
                if isFolder(path) {
                    let base = path.hasSuffix("/") ? path : path + "/"
                    try walk(path, below: base.utf8.count, into: &inputs, depth: 0)
                } else {
                    inputs.append(Input(path: path, name: lastComponent(path)))
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
        _ folder: String, below base: Int, into inputs: inout [Input], depth: Int
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
                try walk(path, below: base, into: &inputs, depth: depth + 1)
            } else {
                inputs.append(Input(path: path, name: String(decoding: path.utf8.dropFirst(base), as: UTF8.self)))
            }
        }
    }
}
