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
        case .pdf: return try PDFReader.read(bytes, recogniser: TesseractRecogniser())
        case .png, .jpeg, .tiff: return try PictureReader.read(bytes, recogniser: TesseractRecogniser())
        case .zip, .docx, .xlsx, .odt, .ods, .oldOffice, .html:
            throw FormatProblem(.unsupportedFormat, "this is a \(format.rawValue) file; this version reads text only")
        }
    }
}
