internal import ReportParser

/// Reads documents of Microsoft Office before 2007, once a program has made documents of today of them.
enum OldOfficeReader {
    /// Makes a file of another kind of one: its bytes, the endings of both names; gives the bytes of the new file.
    typealias Converter = ([UInt8], _ from: String, _ to: String) throws(FormatProblem) -> [UInt8]

    /// The document in a `.doc` or `.xls` file.
    static func read(_ bytes: [UInt8], convert: Converter) throws(FormatProblem) -> Document {
        switch CompoundFile(bytes).content {
        case .word: return try WordReader.read(try convert(bytes, "doc", "docx"))
        case .excel: return try WorkbookReader.read(try convert(bytes, "xls", "xlsx"))
        case .encrypted:
            throw FormatProblem(.encrypted, "the document is encrypted: it opens with a password only")
        case .nothing:
            throw FormatProblem(.damaged, "the file of Microsoft Office has no directory: its end is missing")
        case .other:
            throw FormatProblem(
                .unsupportedFormat,
                "this is a file of Microsoft Office before 2007, but neither a text (.doc) nor a workbook (.xls)")
        }
    }
}
