internal import Glibc
internal import ThaiText

/// A path as the system knows it: any bytes but NUL, which need not be text.
struct PathBytes: Hashable, Sendable {
    /// The bytes, without the NUL at their end.
    let bytes: [UInt8]

    init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    init(_ text: String) { self.init(text.utf8) }

    /// The path as text: a byte that is no part of a character stands as `%` and two figures.
    var text: String {
        guard !UTF8Validation.isValid(bytes) else { return String(decoding: bytes, as: UTF8.self) }
        var text = ""
        var index = 0
        while index < bytes.count {
            let length = bytes.characterLength(at: index)
            let end = min(index + max(length, 1), bytes.count)
            if UTF8Validation.isValid(Array(bytes[index..<end])) {
                text += String(decoding: bytes[index..<end], as: UTF8.self)
                index = end
            } else {
                text += "%" + (bytes[index] < 16 ? "0" : "") + String(bytes[index], radix: 16, uppercase: true)
                index += 1
            }
        }
        return text
    }

    /// The path of `name` in this folder.
    func appending(_ name: [UInt8]) -> PathBytes { PathBytes(bytes + (bytes.last == 0x2F ? [] : [0x2F]) + name) }

    /// Calls `body` with the path as C wants it.
    func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map(body) ?? body("")
        }
    }

    /// What stands at the path, links followed; `nil` where nothing does.
    var status: stat? {
        var status = stat()
        return withCString { stat($0, &status) } == 0 ? status : nil
    }

    var isFolder: Bool { status.map { $0.st_mode & S_IFMT == S_IFDIR } ?? false }

    /// Whether it is a file and no folder, device or pipe.
    var isFile: Bool { status.map { $0.st_mode & S_IFMT == S_IFREG } ?? false }

    /// Opens the file for reading; -1 where that cannot be.
    func openFile() -> Int32 { withCString { open($0, O_RDONLY | O_CLOEXEC) } }

    /// What is in the folder, hidden things left out, in the order of the bytes of their names; `nil` where it cannot be
    /// listed.
    var visibleEntries: [Entry]? {
        guard let handle = withCString({ opendir($0) }) else { return nil }
        defer { closedir(handle) }
        var entries: [Entry] = []
        while let entry = readdir(handle) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            guard name.first != 0x2E else { continue }
            entries.append(Entry(name: name, isFile: Int(entry.pointee.d_type) == DT_REG))
        }
        return entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
    }

    /// What a folder lists.
    struct Entry {
        let name: [UInt8]
        /// Whether the listing already says that it is a file; it need not say, and does not of links.
        let isFile: Bool
    }
}
