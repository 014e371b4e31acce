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
    /// A kind of file that nothing here reads; ``FormatReader`` says which.
    case unsupported

    /// The format of a file that is no plain text; `nil` for text of any dialect.
    public init?(sniffing bytes: [UInt8]) {
        if let found = FileSignature.match(bytes) {
            let format = found.format ?? .unsupported
            self = format == .zip ? Self.packed(bytes) : format
        } else if Self.isLatePDF(bytes) {
            self = .pdf
        } else if WebPage.isOne(bytes) {
            self = .html
        } else if BinaryData.isLikely(bytes) {
            self = .unsupported
        } else {
            return nil
        }
    }

    /// Whether the head of a PDF file stands behind blanks or a byte order mark, which servers put before it.
    private static func isLatePDF(_ bytes: [UInt8]) -> Bool {
        let blanks: Set<UInt8> = [0x09, 0x0A, 0x0D, 0x20, 0xEF, 0xBB, 0xBF]
        return bytes.prefix(1024).drop { blanks.contains($0) }.starts(with: Array("%PDF-".utf8))
    }

    /// What a ZIP archive is.
    private static func packed(_ bytes: [UInt8]) -> FileFormat {
        let format = OfficeSniffing.format(of: bytes)
        return format == .zip && ForeignPackage.name(of: bytes) != nil ? .unsupported : format
    }

    /// Why a file of ``unsupported`` kind is not read.
    static func refusal(of bytes: [UInt8]) -> FormatProblem {
        guard let kind = FileSignature.match(bytes) else {
            return FormatProblem(.unsupportedFormat, "this is binary data of no known kind, and no text")
        }
        if kind.format == .zip, let name = ForeignPackage.name(of: bytes) {
            return FormatProblem(.unsupportedFormat, "this is \(name), which is not read: save it as PDF, DOCX or XLSX")
        }
        let advice = kind.advice.isEmpty ? "" : ": \(kind.advice)"
        return FormatProblem(.unsupportedFormat, "this is \(kind.name), which is not read\(advice)")
    }
}

/// Bytes that are no text of any encoding.
private enum BinaryData {
    /// So much of a file tells what it is.
    private static let looked = 1 << 16

    /// Whether control bytes that no text has are so many that what stands between them is chance.
    static func isLikely(_ bytes: [UInt8]) -> Bool {
        let head = bytes.prefix(looked)
        guard hasControls(head) else { return false }
        var controls = 0
        var zeros = 0
        // In UTF-16 every other byte is 0 or, for Thai, 0x0E, and the bytes between may be anything.
        var high = (even: 0, odd: 0)
        for (index, byte) in head.enumerated() {
            if byte == 0 { zeros += 1 }
            if byte != 0, isControl(byte) { controls += 1 }
            guard byte == 0 || byte == 0x0E else { continue }
            if index & 1 == 0 { high.even += 1 } else { high.odd += 1 }
        }
        if max(high.even, high.odd) * 20 > head.count * 7, min(high.even, high.odd) * 10 < head.count { return false }
        return controls * 5 > head.count || zeros * 10 > head.count * 7
    }

    /// Whether there is any control byte: most texts have none, and are done with here.
    private static func hasControls(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var found: UInt8 = 0
            // `isControl` without a branch and without a way out, so that the compiler looks at many bytes at once.
            for index in 0..<bytes.count {
                let byte = bytes[index]
                found |= (byte < 0x20 ? 1 : 0) & (byte &- 0x09 > 0x04 ? 1 : 0) & (byte != 0x1B ? 1 : 0)
            }
            return found != 0
        }
    }

    /// Whether no text has a byte but by damage.
    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte &- 0x09 > 0x04 && byte != 0x1B
    }
}
