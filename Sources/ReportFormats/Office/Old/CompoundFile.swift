/// The container of Microsoft Office before 2007, as far as it tells what is in it.
struct CompoundFile: Sendable {
    enum Content: Sendable, Hashable {
        /// `.doc`
        case word
        /// `.xls`
        case excel
        /// A document of today, encrypted as a whole or in the manner of its time.
        case encrypted
        /// Nothing that names itself: the end is missing, with the directory in it.
        case nothing
        /// A presentation, a mail, an installer.
        case other
    }

    /// What the file holds.
    let content: Content

    private static let sector = 512
    private static let entrySize = 128
    /// The signature of Word's main stream, and the bit of its flags that says that it is encrypted.
    private static let wordSignature: [UInt8] = [0xEC, 0xA5]
    private static let wordEncrypted: UInt8 = 0x01

    /// Looks through the directory of the file.
    ///
    /// Directory entries stand at multiples of 128 bytes and name themselves; where they stand the file's own tables
    /// would say, which may be damaged.
    init(_ bytes: [UInt8]) {
        var names: Set<String> = []
        for start in stride(from: Self.sector, to: bytes.count - Self.entrySize + 1, by: Self.entrySize) {
            guard let name = Self.name(in: bytes, at: start) else { continue }
            names.insert(name)
        }
        if names.contains("EncryptedPackage") {
            content = .encrypted
        } else if names.contains("WordDocument") {
            content = Self.isEncryptedWord(bytes) ? .encrypted : .word
        } else if names.contains("Workbook") || names.contains("Book") {
            content = .excel
        } else {
            content = names.subtracting(["Root Entry"]).isEmpty ? .nothing : .other
        }
    }

    /// The name of the directory entry at `start`; `nil` where there is none.
    private static func name(in bytes: [UInt8], at start: Int) -> String? {
        let length = Int(bytes[start + 64]) | Int(bytes[start + 65]) << 8
        // A storage, a stream, or the root.
        guard length >= 4, length <= 64, length % 2 == 0, [1, 2, 5].contains(bytes[start + 66]) else { return nil }
        var name = String.UnicodeScalarView()
        for place in stride(from: start, to: start + length - 2, by: 2) {
            guard bytes[place + 1] == 0, bytes[place] >= 0x20 || place == start else { return nil }
            name.append(Unicode.Scalar(bytes[place]))
        }
        return String(name)
    }

    /// Whether a main stream of Word that says so begins at a sector.
    private static func isEncryptedWord(_ bytes: [UInt8]) -> Bool {
        for start in stride(from: sector, to: bytes.count - 32, by: sector)
        where bytes[start] == wordSignature[0] && bytes[start + 1] == wordSignature[1] {
            return bytes[start + 11] & wordEncrypted != 0
        }
        return false
    }
}
