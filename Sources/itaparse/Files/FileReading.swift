internal import ReportFormats
internal import ReportParser
internal import ThaiText

/// Files of any format read.
enum FileReading {
    /// The report in a file.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - path: where it is, for messages.
    ///   - name: its name in the report.
    ///   - reviewFile: a reviewer's decisions about it.
    ///   - sha256: its fingerprint, where it is known already.
    ///   - reader: the process that reads what is no text; by default it is read in this process.
    /// - Returns: the report.
    /// - Throws: ``FileProblem`` where the file cannot be read.
    static func report(
        in bytes: [UInt8], path: String, name: String, reviewFile: ReviewFile? = nil, sha256: String? = nil,
        with reader: ReaderProcess? = nil
    ) throws(FileProblem) -> Report {
        let review = try reviewFile.flatMap { file throws(FileProblem) in try file.review(of: name, input: path) }
        var source = ReportSource(name: name, sha256: sha256 ?? ContentHash.sha256(bytes), bytes: bytes.count)
        guard let format = FileFormat(sniffing: bytes) else { return try text(in: bytes, path: path, source, review) }
        source.format = format.rawValue
        let document =
            if let reader { try reader.document(in: bytes, path: path) } else { try document(in: bytes, path: path) }
        return ReportParser.parse(document, source: source, review: review)
    }

    /// The document in a file of a format that needs a library or a program.
    static func document(in bytes: [UInt8], path: String) throws(FileProblem) -> Document {
        do throws(FormatProblem) {
            guard let format = FileFormat(sniffing: bytes) else {
                throw FormatProblem(.unsupportedFormat, "plain text needs no reader")
            }
            return try FormatReader.read(bytes, as: format)
        } catch {
            throw FileProblem(file: path, code: .format(error.code), message: error.message)
        }
    }

    /// The report in a text file.
    private static func text(
        in bytes: [UInt8], path: String, _ source: ReportSource, _ review: Review?
    ) throws(FileProblem) -> Report {
        do throws(DecodedText.Failure) {
            return try ReportParser.parse(bytes, source: source, review: review)
        } catch {
            switch error {
            case .unknownEncoding(let offset):
                throw FileProblem(
                    file: path, code: .unknownEncoding,
                    message: "byte \(offset) is neither UTF-8 nor a known Thai encoding")
            case .tooLarge: throw FileProblem(file: path, code: .tooLarge, message: "it is larger than 4 GiB")
            case .converter(let name):
                throw FileProblem(file: path, code: .unknownEncoding, message: "ICU cannot decode it: \(name)")
            }
        }
    }
}
