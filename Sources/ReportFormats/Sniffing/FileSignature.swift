/// A row of the table of what is what: bytes by which a kind of file is known, and the words for it.
///
/// The table is `Data/signatures.tsv`. `offset` is where the bytes stand; `??` in them is any byte. A row without a
/// `format` is a kind that no reader knows; `advice` says what to do about it.
struct FileSignature: Sendable {
    /// What reads it; `nil` where nothing does.
    var format: FileFormat?
    var offset: Int
    /// The bytes; `nil` is any byte.
    var bytes: [UInt8?]
    /// What it is, with its article: `a PDF file`.
    var name: String
    /// What a person can do; empty where that is plain.
    var advice: String

    /// The first row of the table that fits a file.
    static func match(_ file: [UInt8]) -> FileSignature? { table.first { $0.fits(file) } }

    private func fits(_ file: [UInt8]) -> Bool {
        guard file.count >= offset + bytes.count else { return false }
        return bytes.indices.allSatisfy { bytes[$0] == nil || file[offset + $0] == bytes[$0] }
    }

    static let table: [FileSignature] = {
        let text = String(decoding: PackageResources.signatures_tsv, as: UTF8.self)
        return text.split(separator: "\n").dropFirst().compactMap { FileSignature(row: $0) }
    }()

    private init?(row: Substring) {
        let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count == 5, let offset = Int(fields[1]), !fields[2].isEmpty, fields[2].utf8.count % 2 == 0 else {
            return nil
        }
        format = fields[0].isEmpty ? nil : FileFormat(rawValue: String(fields[0]))
        guard fields[0].isEmpty || format != nil else { return nil }
        self.offset = offset
        var figures = fields[2]
        bytes = []
        while !figures.isEmpty {
            let pair = figures.prefix(2)
            let byte = UInt8(pair, radix: 16)
            guard byte != nil || pair == "??" else { return nil }
            bytes.append(byte)
            figures = figures.dropFirst(2)
        }
        name = String(fields[3])
        advice = String(fields[4])
    }
}
