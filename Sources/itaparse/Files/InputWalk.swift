internal import Glibc
internal import ReportFormats

/// Finds the files that the words of the user name: files, folders, patterns, archives, standard input.
struct InputWalk {
    /// Patterns that a file's name or path below its folder must match one of; empty where all are wanted.
    private let included: [String]
    /// Patterns whose files and folders are left out.
    private let excluded: [String]

    private let shelf = ArchiveShelf()
    private(set) var inputs: [Input] = []
    /// What the user named and is not there, or cannot be listed.
    private(set) var problems: [FileProblem] = []
    /// The folders from the one named down to the one being walked: a link back to one of them is a loop.
    private var above: Set<FolderID> = []

    private struct FolderID: Hashable {
        let device: UInt
        let node: UInt

        init(_ status: stat) {
            device = UInt(status.st_dev)
            node = UInt(status.st_ino)
        }
    }

    /// What operands name, by the patterns of `--include` and `--exclude`.
    init(_ operands: [String], including included: [String] = [], excluding excluded: [String] = []) {
        (self.included, self.excluded) = (included, excluded)
        for operand in operands { add(operand: operand) }
    }

    /// Adds what an operand names.
    private mutating func add(operand: String) {
        do throws(FileProblem) {
            if operand == "-" {
                add(Input(path: "-", name: "-", bytes: try Input.readStandardInput()), isFile: true)
            } else {
                for path in try Self.expand(operand) { try add(path) }
            }
        } catch {
            problems.append(error)
        }
    }

    /// Adds what stands at a path as it is, without patterns.
    mutating func add(path: PathBytes) {
        do throws(FileProblem) {
            guard path.status != nil else { throw .system(path.text, .notFound, "cannot find it") }
            try add(path)
        } catch {
            problems.append(error)
        }
    }

    private mutating func add(_ path: PathBytes) throws(FileProblem) {
        if path.isFolder {
            try walk(path, below: path.bytes.count + (path.bytes.last == 0x2F ? 0 : 1))
        } else {
            add(Input(path, name: PathBytes(path.bytes.split(separator: 0x2F).last ?? [])), isFile: path.isFile)
        }
    }

    /// The paths that a pattern matches; shells leave a pattern that matches nothing as it is.
    private static func expand(_ operand: String) throws(FileProblem) -> [PathBytes] {
        let path = PathBytes(operand)
        if path.status != nil { return [path] }
        let number = errno
        guard operand.contains(where: { "*?[".contains($0) }) else {
            throw .system(operand, number == ENOENT ? .notFound : .unreadable, "cannot find it", error: number)
        }
        var found = glob_t()
        defer { globfree(&found) }
        guard glob(operand, 0, nil, &found) == 0, let paths = found.gl_pathv else {
            throw FileProblem(file: operand, code: .notFound, message: "the pattern matches no file")
        }
        return (0..<Int(found.gl_pathc)).compactMap { index in
            paths[index].map {
                PathBytes(UnsafeBufferPointer(start: $0, count: strlen($0)).map(UInt8.init(bitPattern:)))
            }
        }
    }

    private mutating func walk(_ folder: PathBytes, below base: Int) throws(FileProblem) {
        guard let status = folder.status, above.insert(FolderID(status)).inserted else { return }
        defer { above.remove(FolderID(status)) }
        guard let entries = folder.visibleEntries else { throw .system(folder.text, .unreadable, "cannot list it") }
        for entry in entries {
            let path = folder.appending(entry.name)
            let below = PathBytes(path.bytes.dropFirst(base))
            guard !Self.matches(excluded, below), !ReviewFile.isReview(entry.name) else { continue }
            if !entry.isFile, path.isFolder {
                do throws(FileProblem) {
                    try walk(path, below: base)
                } catch {
                    problems.append(error)
                }
            } else if included.isEmpty || Self.matches(included, below) {
                add(Input(path, name: below), isFile: entry.isFile || path.isFile)
            }
        }
    }

    /// Whether one of the patterns matches a path, or the last part of it.
    private static func matches(_ patterns: [String], _ path: PathBytes) -> Bool {
        guard !patterns.isEmpty else { return false }
        let last = PathBytes(path.bytes.split(separator: 0x2F).last ?? [])
        return patterns.contains { pattern in
            [path, last].contains { candidate in candidate.withCString { fnmatch(pattern, $0, 0) } == 0 }
        }
    }

    /// Adds a file, or the files in it where it is an archive of them.
    ///
    /// What is no file, but a pipe, is not looked into: it can be read only once.
    private mutating func add(_ input: Input, isFile: Bool) {
        guard isFile, input.looksPacked, let bytes = try? input.read(), FileFormat(sniffing: bytes) == .zip else {
            return inputs.append(input)
        }
        do throws(FormatProblem) {
            let archive = try ReportArchive(bytes)
            let files = try archive.files()
            guard !files.isEmpty else { throw FormatProblem(.noText, "the archive holds no files") }
            let reviews = Dictionary(files.filter { ReviewFile.isReview($0.name.utf8) }.map { ($0.name, $0) }) { $1 }
            for file in files where !ReviewFile.isReview(file.name.utf8) {
                let below = PathBytes(file.name)
                guard !Self.matches(excluded, below), included.isEmpty || Self.matches(included, below) else {
                    continue
                }
                let review = reviews.isEmpty ? nil : Self.review(of: file.name, in: reviews)
                inputs.append(Input(file, in: archive, of: input, shelf: shelf, review: review))
            }
        } catch {
            inputs.append(Input(unreadable: input, error))
        }
    }

    /// The review of a file among those of its archive.
    private static func review(
        of name: String, in reviews: [String: ReportArchive.File]
    ) -> Input.ArchivedReview? {
        for candidate in ReviewFile.names(for: Array(name.utf8)) {
            if let file = reviews[String(decoding: candidate.name, as: UTF8.self)] {
                return Input.ArchivedReview(file: file, isOfStem: candidate.isOfStem)
            }
        }
        return nil
    }
}
