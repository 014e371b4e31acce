internal import ReportParser

/// Reads files of page pictures: PNG, JPEG, TIFF.
enum PictureReader {
    /// Reads a file.
    ///
    /// - Returns: the document that its pages show.
    /// - Throws: ``FormatProblem`` where the file is damaged or too large, what recognition needs is not installed, or
    ///   no page has text.
    static func read(_ bytes: [UInt8], recogniser: some PageRecogniser) throws(FormatProblem) -> Document {
        let file = try PictureFile(bytes)
        var recogniser = recogniser
        var assembler = PageAssembler()
        for page in 1...file.pageCount {
            assembler.add(try recogniser.content(of: file.image(ofPage: page), page: page))
        }
        guard !assembler.isEmpty else {
            throw FormatProblem(
                .noText,
                file.pageCount == 1
                    ? "no text can be read in the picture"
                    : "no text can be read in the \(file.pageCount) pictures of the file")
        }
        return assembler.finish()
    }
}
