public import ThaiText

/// Reads ITA reports: bytes in, values out.
public enum ReportParser {
    /// The version of the program and of its reading of reports.
    public static let version = "0.1.0"

    /// The report that stands in a text file.
    ///
    /// - Parameters:
    ///   - bytes: The file, in any encoding that ``DecodedText`` knows.
    ///   - source: Where it came from; its size and encoding are filled in here.
    ///   - review: What a person decided about it.
    /// - Returns: The report; a text without measures is one too, with a finding that says so.
    /// - Throws: ``DecodedText/Failure`` where the bytes are no text.
    public static func parse(
        _ bytes: [UInt8], source: ReportSource, review: Review? = nil
    ) throws(DecodedText.Failure) -> Report {
        let decoded = try DecodedText(decoding: bytes)
        var source = source
        source.bytes = bytes.count
        source.encoding = decoded.encoding.rawValue
        // Columns that are aligned by spaces are told by their place in the line.
        let text = TextRepair.repairCharacters(of: decoded.bytes, keepsColumns: true)
        var document = TextReader.read(text)
        if let first = decoded.firstReplacement {
            let place = text.offset(ofSource: first)
            document.problems.append(
                ReadProblem(kind: .undecodableBytes, span: SourceSpan(place..<place + 3), count: decoded.replacements))
        }
        return parse(consume document, source: source, review: review)
    }

    /// The report that stands in a document, whatever format it was read from.
    public static func parse(
        _ document: consuming Document, source: ReportSource, review: Review? = nil
    ) -> Report {
        var source = source
        source.pages = document.pageCount ?? source.pages
        source.encoding = document.encoding?.rawValue ?? source.encoding
        // Moved on, not shared: a stage that adds pieces to a shared document would copy all there are.
        let segmentation = Segmenter.segment(consume document)
        var report = Mapper.map(segmentation, source: source)
        report.lowerConfidence()
        var reviewer = review.map { Reviewer($0, of: report) }
        reviewer?.settleValues(of: &report)
        report.findings = Auditor.findings(of: report, problems: segmentation.document.problems)
        reviewer?.settleFindings(of: &report)
        return report
    }
}
