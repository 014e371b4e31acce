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
        case .pdf: return try PDFReader.read(bytes, recogniser: TesseractRecogniser())
        case .png, .jpeg, .tiff: return try PictureReader.read(bytes, recogniser: TesseractRecogniser())
        case .oldOffice: return try OldOfficeReader.read(bytes, convert: LibreOffice.convert)
        }
    }
}
