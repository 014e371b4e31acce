internal import CZip
internal import Glibc

/// A ZIP archive in memory, read entry by entry under limits.
///
/// Nothing is unpacked before it is asked for, and never more than the caller's limit: what an entry says of its own
/// size is not trusted. Not to be used by two threads at once.
final class ZipArchive {
    /// A file or a folder in the archive.
    struct Entry: Sendable {
        /// Its place in the archive's directory.
        let index: Int
        /// Its path with `/` between folders, a folder's with one at its end.
        ///
        /// Names that are no UTF-8 are read as Windows-874.
        let name: String
        /// How many bytes it claims to unpack to.
        let size: UInt64
        /// How many bytes it takes in the archive.
        let packedSize: UInt64
        /// Whether it can be read with a password only.
        let isEncrypted: Bool

        /// Whether it is a folder.
        var isFolder: Bool { name.utf8.last == UInt8(ascii: "/") }
    }

    /// A document has some dozens of entries and an archive of reports some thousands; libzip keeps about 200 bytes of
    /// each.
    static let mostEntries = 20_000
    /// Text and markup pack to a tenth, a table of like rows to a fiftieth; only what was made to fill the memory packs
    /// to a thousandth, the most that deflate can do.
    static let highestRatio: UInt64 = 400
    /// Below this many bytes unpacked the ratio does no harm and is not asked for.
    static let harmlessSize: UInt64 = 8 << 20

    private let handle: OpaquePointer
    /// All entries in the order of the directory.
    let entries: [Entry]

    /// Opens the archive in `bytes`, of which a copy is held.
    init(_ bytes: [UInt8]) throws(FormatProblem) {
        try Self.checkEntryCount(bytes)
        guard let copy = malloc(max(bytes.count, 1)) else {
            throw FormatProblem(.tooLarge, "there is not enough memory for the archive's \(bytes.count) bytes")
        }
        bytes.withUnsafeBytes { source in
            if let base = source.baseAddress { memcpy(copy, base, source.count) }
        }
        var failure = zip_error_t()
        zip_error_init(&failure)
        defer { zip_error_fini(&failure) }
        guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, &failure) else {
            free(copy)
            throw FormatProblem(.damaged, "the ZIP archive cannot be opened: \(Self.text(&failure))")
        }
        guard let opened = zip_open_from_source(source, ZIP_RDONLY, &failure) else {
            zip_source_free(source)
            throw FormatProblem(
                .damaged, "the ZIP archive cannot be opened, its end may be missing: \(Self.text(&failure))")
        }
        handle = opened
        entries = (0..<Int(clamping: zip_get_num_entries(opened, 0))).compactMap { Self.entry($0, of: opened) }
    }

    deinit { zip_discard(handle) }

    /// The entry of exactly this name; of several the last, which is the one that a program would have added.
    func entry(named name: String) -> Entry? { entries.last { $0.name == name } }

    /// The bytes that an entry unpacks to.
    ///
    /// - Parameters:
    ///   - entry: an entry of this archive.
    ///   - limit: the most bytes that are wanted; an entry with more of them is refused.
    /// - Returns: the bytes, no more than `limit`.
    /// - Throws: ``FormatProblem`` where the entry is encrypted, damaged, or larger than it may be.
    func read(_ entry: Entry, limit: Int) throws(FormatProblem) -> [UInt8] {
        guard !entry.isEncrypted else {
            throw FormatProblem(.encrypted, "\(entry.name) in the archive is encrypted: it opens with a password only")
        }
        guard entry.size <= Self.harmlessSize || entry.size / max(entry.packedSize, 1) <= Self.highestRatio else {
            throw FormatProblem(
                .tooLarge,
                "\(entry.name) unpacks from \(entry.packedSize) to \(entry.size) bytes, as no report does: a ZIP bomb")
        }
        guard entry.size <= UInt64(limit) else { throw Self.tooLarge(entry, limit) }
        guard let file = zip_fopen_index(handle, zip_uint64_t(entry.index), 0) else {
            throw damaged(entry, Self.text(zip_get_error(handle)))
        }
        defer { zip_fclose(file) }
        // The size is the archive's claim: no more memory is taken for it than data has come.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(min(entry.size, Self.harmlessSize)))
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { chunk.deallocate() }
        while true {
            let count = zip_fread(file, chunk.baseAddress, zip_uint64_t(chunk.count))
            guard count >= 0 else { throw damaged(entry, Self.text(zip_file_get_error(file))) }
            guard count > 0 else { break }
            // The size that the directory gives is below the limit, and more than that is a lie.
            guard bytes.count + Int(count) <= Int(entry.size) else {
                throw damaged(entry, "it has more than the \(entry.size) bytes that the archive says")
            }
            bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: chunk[0..<Int(count)]))
        }
        guard UInt64(bytes.count) == entry.size else {
            throw damaged(entry, "it has \(bytes.count) bytes instead of \(entry.size)")
        }
        return bytes
    }

    /// The first bytes of an entry, at most `count`; none where it cannot be unpacked.
    func firstBytes(of entry: Entry, count: Int) -> [UInt8] {
        guard !entry.isEncrypted, let file = zip_fopen_index(handle, zip_uint64_t(entry.index), 0) else { return [] }
        defer { zip_fclose(file) }
        return [UInt8](unsafeUninitializedCapacity: count) { room, filled in
            filled = max(Int(zip_fread(file, room.baseAddress, zip_uint64_t(count))), 0)
        }
    }

    // MARK: Directory

    /// Refuses archives of too many entries before libzip takes memory for them.
    private static func checkEntryCount(_ bytes: [UInt8]) throws(FormatProblem) {
        let last = bytes.count - 22
        guard last >= 0 else { throw FormatProblem(.damaged, "the ZIP archive ends before its directory") }
        // The end record stands before a comment of at most 65,535 bytes.
        var position = last
        while position >= max(0, last - 0xFFFF) {
            if bytes[position] == 0x50, bytes[position + 1] == 0x4B, bytes[position + 2] == 5, bytes[position + 3] == 6
            {
                let count = Int(bytes[position + 10]) | Int(bytes[position + 11]) << 8
                guard count <= mostEntries else {
                    throw FormatProblem(.tooLarge, "the ZIP archive has more than \(mostEntries) entries")
                }
                return
            }
            position -= 1
        }
        throw FormatProblem(.damaged, "the ZIP archive has no directory: its end is missing")
    }

    private static func entry(_ index: Int, of handle: OpaquePointer) -> Entry? {
        var status = zip_stat_t()
        zip_stat_init(&status)
        guard zip_stat_index(handle, zip_uint64_t(index), zip_flags_t(ZIP_FL_ENC_RAW), &status) == 0 else { return nil }
        guard let name = status.name else { return nil }
        let raw = UnsafeBufferPointer(start: name, count: strlen(name)).map { UInt8(bitPattern: $0) }
        return Entry(
            index: index, name: Self.name(raw), size: status.size, packedSize: status.comp_size,
            isEncrypted: status.encryption_method != ZIP_EM_NONE)
    }

    /// Thai Windows writes names in its own code page and does not say so.
    private static func name(_ raw: [UInt8]) -> String {
        if let name = String(validating: raw, as: UTF8.self) { return name }
        var name = String.UnicodeScalarView()
        for byte in raw {
            switch byte {
            case 0xA1...0xDA, 0xDF...0xFB:
                if let scalar = Unicode.Scalar(0x0E00 + UInt32(byte) - 0xA0) { name.append(scalar) }
            case 0x00..<0x80: name.append(Unicode.Scalar(byte))
            default: name.append("\u{FFFD}")
            }
        }
        return String(name)
    }

    // MARK: Problems

    private static func tooLarge(_ entry: Entry, _ limit: Int) -> FormatProblem {
        FormatProblem(
            .tooLarge,
            "\(entry.name) in the archive unpacks to \(entry.size) bytes or more; the most that is read is \(limit)")
    }

    private func damaged(_ entry: Entry, _ cause: String) -> FormatProblem {
        FormatProblem(.damaged, "\(entry.name) in the archive cannot be unpacked: \(cause)")
    }

    private static func text(_ failure: UnsafeMutablePointer<zip_error_t>?) -> String {
        guard let failure, let text = zip_error_strerror(failure) else { return "unknown cause" }
        return String(cString: text)
    }
}
