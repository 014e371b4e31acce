/// A ZIP archive of reports, walked as a folder is: the folders and archives in it too.
///
/// Nothing is written to disk. The archive that was read last stays open, so that its files are best read in the order
/// in which they are listed. Not to be used by two threads at once.
public final class ReportArchive {
    /// A file in the archive, or in an archive in it.
    public struct File: Sendable {
        /// Its path in the archive, folders and inner archives parted by `/`: no part of it is empty, `.` or `..`.
        public let name: String
        /// The places of the inner archives that lead to it, and its own, each in the directory of the one before.
        fileprivate let places: [Int]
        /// Why it cannot be read, where that is known before.
        fileprivate var problem: FormatProblem?
    }

    /// Archives within archives are opened down to this depth: a report packed with others, and the bundle sent on.
    public static let deepest = 4
    /// More files than all bodies of the country publish in a year.
    public static let mostFiles = 50_000
    /// The largest file that is unpacked; the largest report that is known, a scan, has 150 MB.
    public static let largestFile = 512 << 20
    /// So much may the inner archives of one archive have together.
    public static let largestTotal = 4 << 30

    /// The archives that are open: the outer one, and those that lead to the file that was read last.
    private var open: [(place: Int, archive: ZipArchive)]
    private let outer: ZipArchive
    private var unpacked = 0

    /// Opens the archive in `bytes`.
    ///
    /// - Throws: ``FormatProblem`` where they are no archive, or a damaged one.
    public init(_ bytes: [UInt8]) throws(FormatProblem) {
        outer = try ZipArchive(bytes)
        open = []
    }

    // MARK: Walking

    /// The files in the archive by their names; hidden ones, and what systems put beside files, are left out.
    ///
    /// - Throws: ``FormatProblem`` where there are more files than reports can be.
    public func files() throws(FormatProblem) -> [File] {
        var files: [File] = []
        // Archives that are still to be walked: no recursion, however they nest.
        var rest: [(prefix: String, places: [Int])] = [("", [])]
        unpacked = 0
        while let next = rest.popLast() {
            let archive: ZipArchive
            do throws(FormatProblem) {
                archive = try self.archive(at: next.places)
            } catch {
                files.append(File(name: String(next.prefix.dropLast()), places: next.places, problem: error))
                continue
            }
            for entry in archive.entries where !entry.isFolder {
                guard let name = Self.name(entry.name) else { continue }
                let places = next.places + [entry.index]
                guard files.count + rest.count < Self.mostFiles else {
                    throw FormatProblem(.tooLarge, "the archive has more than \(Self.mostFiles) files")
                }
                guard let isArchive = isArchive(entry, in: archive) else {
                    files.append(File(name: next.prefix + name, places: places))
                    continue
                }
                if let problem = isArchive ?? depthProblem(places.count) {
                    files.append(File(name: next.prefix + name, places: places, problem: problem))
                } else {
                    rest.append(("\(next.prefix)\(name)/", places))
                }
            }
        }
        return files.map { (order: Array($0.name.utf8.map { $0 == 0x2F ? 0 : $0 }), file: $0) }
            .sorted { $0.order.lexicographicallyPrecedes($1.order) }.map(\.file)
    }

    private func depthProblem(_ depth: Int) -> FormatProblem? {
        guard depth >= Self.deepest else { return nil }
        return FormatProblem(.tooLarge, "archives lie within archives more than \(Self.deepest) deep")
    }

    /// Whether an entry is an archive of files and no document: `nil` where it is none; else what is wrong with it.
    private func isArchive(_ entry: ZipArchive.Entry, in archive: ZipArchive) -> FormatProblem?? {
        let signature: [UInt8] = [0x50, 0x4B]
        guard archive.firstBytes(of: entry, count: 4).starts(with: signature) else { return nil }
        let bytes: [UInt8]
        do throws(FormatProblem) {
            bytes = try archive.read(entry, limit: Self.largestFile)
        } catch {
            return .some(error)
        }
        guard FileFormat(sniffing: bytes) == .zip else { return nil }
        unpacked += bytes.count
        guard unpacked <= Self.largestTotal else {
            return .some(
                FormatProblem(
                    .tooLarge, "the archives within the archive unpack to more than \(Self.largestTotal >> 30) GB"))
        }
        return .some(nil)
    }

    /// The name of an entry as a path below a folder; `nil` for what is no file of anybody's.
    ///
    /// Archives name files as they like: absolute, with `..`, with the separators of Windows. What is left here can
    /// lead nowhere but down.
    static func name(_ raw: String) -> String? {
        let parts = raw.split { $0 == "/" || $0 == "\\" }.filter { $0 != "." && $0 != ".." }
        guard !parts.isEmpty, !parts.contains(where: isForeign) else { return nil }
        let isClean = raw.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
        let name = parts.joined(separator: "/")
        guard !isClean else { return name }
        return String(
            String.UnicodeScalarView(name.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "_" : $0 }))
    }

    /// Whether a part of a path is hidden, or one that a system made for itself.
    private static func isForeign(_ part: Substring) -> Bool {
        part.hasPrefix(".") || part == "__MACOSX" || part.lowercased() == "thumbs.db"
            || part.lowercased() == "desktop.ini"
    }

    // MARK: Reading

    /// The bytes of a file of this archive.
    ///
    /// - Throws: ``FormatProblem`` where it is encrypted, damaged, or larger than it may be.
    public func read(_ file: File) throws(FormatProblem) -> [UInt8] {
        if let problem = file.problem { throw problem }
        guard let place = file.places.last else { throw FormatProblem(.damaged, "the archive has no such file") }
        let archive = try self.archive(at: Array(file.places.dropLast()))
        return try archive.read(try Self.entry(place, of: archive), limit: Self.largestFile)
    }

    /// The archive that places lead to; those on the way stay open.
    private func archive(at places: [Int]) throws(FormatProblem) -> ZipArchive {
        var shared = 0
        while shared < open.count, shared < places.count, open[shared].place == places[shared] { shared += 1 }
        open.removeSubrange(shared...)
        for place in places[shared...] {
            let above = open.last?.archive ?? outer
            let bytes = try above.read(try Self.entry(place, of: above), limit: Self.largestFile)
            open.append((place, try ZipArchive(bytes)))
        }
        return open.last?.archive ?? outer
    }

    private static func entry(_ place: Int, of archive: ZipArchive) throws(FormatProblem) -> ZipArchive.Entry {
        // Entries stand by their places, but those that cannot be told are left out.
        if archive.entries.indices.contains(place), archive.entries[place].index == place {
            return archive.entries[place]
        }
        guard let entry = archive.entries.first(where: { $0.index == place }) else {
            throw FormatProblem(.damaged, "the archive has no such file")
        }
        return entry
    }
}
