public import ReportParser

/// Reads files of formats that need a library or a program.
public enum FormatReader {
    /// The document that stands in a file.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - format: what it is.
    /// - Returns: the document, its text extracted and repaired.
    /// - Throws: ``FormatProblem`` where the file cannot be read.
    public static func read(_ bytes: [UInt8], as format: FileFormat) throws(FormatProblem) -> Document {
        switch format {
        case .unsupported: throw FileFormat.refusal(of: bytes)
        case .html: return try PageReader.read(bytes)
        case .zip:
            throw FormatProblem(
                .unsupportedFormat, "this is a ZIP archive and no document: its files are read one by one")
        case .docx: return try WordReader.read(bytes)
        case .xlsx: return try WorkbookReader.read(bytes)
        case .odt, .ods: return try OpenDocumentReader.read(bytes)
        case .oldOffice:
            return try OldOfficeReader.read(bytes) { (_, from, _) throws(FormatProblem) in
                throw FormatProblem(.unsupportedFormat, "this is a .\(from) file, which this version does not convert")
            }
        case .pdf, .png, .jpeg, .tiff:
            throw FormatProblem(.unsupportedFormat, "this is a \(format.rawValue) file; this version reads text only")
        }
    }
}
