internal import Glibc

/// LibreOffice as a program that makes documents of today of old ones.
enum LibreOffice {
    private static let program = ExternalProgram(name: "soffice")

    /// Its start takes 5 seconds where the disk is cold, and a report of 100 pages some more.
    ///
    /// It maps far more memory than it uses.
    private static let limits = ProgramLimits(
        seconds: 120, processorSeconds: 90, memoryBytes: 4 << 30, outputBytes: 256 << 20)

    /// Converts a file.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - from: the ending that its kind has.
    ///   - to: the ending of the kind that is wanted.
    /// - Returns: the new file.
    /// - Throws: ``FormatProblem`` where LibreOffice is not installed, takes too long, or can make nothing of the file.
    static func convert(_ bytes: [UInt8], from: String, to: String) throws(FormatProblem) -> [UInt8] {
        let requirement = from == "doc" ? "libreoffice-writer" : "libreoffice-calc"
        guard program.path != nil else { throw .missing(requirement) }
        // A profile of its own: one that is in use by another LibreOffice would hand the work over to that.
        let folder = try TemporaryFolder()
        let source = "\(folder.path)/report.\(from)"
        try write(bytes, to: source)
        let end = try program.run(
            [
                "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore", "--nolockcheck",
                "--convert-to", to, "--outdir", "\(folder.path)/out", source,
            ], in: folder.path, limits: limits
        ) { _ in }
        guard let converted = read("\(folder.path)/out/report.\(to)") else {
            // LibreOffice may be there without its part for this kind.
            if Requirement.all.contains(where: { $0.key == requirement && !$0.isMet }) { throw .missing(requirement) }
            let said = end.errors.split(separator: "\n").last { $0.hasPrefix("Error") } ?? ""
            throw FormatProblem(
                .damaged, "LibreOffice can make nothing of the .\(from) file\(said.isEmpty ? "" : ": \(said)")")
        }
        return converted
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(FormatProblem) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw FormatProblem(.tooLarge, "\(path) cannot be written (error \(errno))") }
        defer { close(file) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { bytes in
                Glibc.write(file, bytes.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw FormatProblem(.tooLarge, "\(path) cannot be written (error \(errno))") }
            written += count
        }
    }

    private static func read(_ path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(file, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += chunk[..<count]
            guard bytes.count <= limits.outputBytes else { return nil }
        }
        return bytes.isEmpty ? nil : bytes
    }
}
