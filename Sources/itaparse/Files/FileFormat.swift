/// What a file is, told by its first bytes.
enum FileFormat: String {
    case pdf = "PDF"
    case zip = "ZIP (as DOCX, XLSX and ODT are)"
    case oldOffice = "old Microsoft Office"
    case png = "PNG"
    case jpeg = "JPEG"
    case tiff = "TIFF"

    private static let signatures: [(FileFormat, [UInt8])] = [
        (.pdf, Array("%PDF-".utf8)), (.zip, [0x50, 0x4B, 0x03, 0x04]), (.oldOffice, [0xD0, 0xCF, 0x11, 0xE0]),
        (.png, [0x89, 0x50, 0x4E, 0x47]), (.jpeg, [0xFF, 0xD8, 0xFF]), (.tiff, [0x49, 0x49, 0x2A, 0x00]),
        (.tiff, [0x4D, 0x4D, 0x00, 0x2A]),
    ]

    /// The format that is no text, if the bytes are of one.
    init?(sniffing bytes: [UInt8]) {
        guard let found = Self.signatures.first(where: { bytes.starts(with: $0.1) }) else { return nil }
        self = found.0
    }
}
