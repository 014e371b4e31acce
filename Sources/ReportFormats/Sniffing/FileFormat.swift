/// What a file is, told by its content and never by its name.
public enum FileFormat: String, Sendable, CaseIterable {
    case pdf
    /// A ZIP archive that is no document: one of reports, perhaps.
    case zip
    case docx
    case xlsx
    case odt
    case ods
    /// Microsoft Office before 2007 (`.doc`, `.xls`).
    case oldOffice = "old-office"
    case html
    case png
    case jpeg
    case tiff

    private static let signatures: [(FileFormat, [UInt8])] = [
        (.pdf, Array("%PDF-".utf8)), (.zip, [0x50, 0x4B, 0x03, 0x04]), (.zip, [0x50, 0x4B, 0x05, 0x06]),
        (.oldOffice, [0xD0, 0xCF, 0x11, 0xE0]), (.png, [0x89, 0x50, 0x4E, 0x47]), (.jpeg, [0xFF, 0xD8, 0xFF]),
        (.tiff, [0x49, 0x49, 0x2A, 0x00]), (.tiff, [0x4D, 0x4D, 0x00, 0x2A]),
    ]

    /// The format of a file that is no plain text; `nil` for text of any dialect.
    public init?(sniffing bytes: [UInt8]) {
        guard let found = Self.signatures.first(where: { bytes.starts(with: $0.1) }) else { return nil }
        self = found.0 == .zip ? OfficeSniffing.format(of: bytes) : found.0
    }
}
