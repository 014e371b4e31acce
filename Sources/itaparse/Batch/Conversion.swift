internal import Glibc
internal import ReportFormats
internal import ReportParser

/// Makes reports of files and their written form of reports: the part of a batch that several threads do at once.
struct Conversion: Sendable {
    /// What became of a file.
    struct Outcome: Sendable {
        var entry: Manifest.Entry
        /// The report in its written form, for the one who puts all of them in order.
        var written: ReportDestination.Written?
        /// A line about the report for `--verbose`.
        var summary: String?
        /// Whether it was left as an earlier run had made it.
        var isKept = false
    }

    /// The file to convert.
    struct Item: Sendable {
        var path: String
        var name: String
        /// The names of the files to write below the output folder and the folder of texts.
        var outputName: String
        var textName: String
    }

    let form: ReportDestination.Form
    /// The folder for the texts, if they are wanted.
    let textFolder: String?
    let wantsSummary: Bool
    /// What an earlier run converted, by the names of the files.
    let done: [String: Manifest.Entry]

    /// Converts a file, or says why it cannot be.
    ///
    /// - Parameters:
    ///   - item: the file.
    ///   - reader: reads what is no text.
    ///   - read: gives what it holds.
    /// - Returns: what became of it.
    func convert(
        _ item: Item, with reader: ReaderProcess, reading read: () throws(FileProblem) -> Input.Content
    ) -> Outcome {
        let start = ContinuousClock.now
        var outcome = Outcome(entry: Manifest.Entry(name: item.name))
        do throws(FileProblem) {
            let content = try read()
            let bytes = content.bytes
            outcome.entry.bytes = bytes.count
            outcome.entry.sha256 = ContentHash.sha256(bytes)
            outcome.entry.review = content.review.map { ContentHash.sha256($0.bytes) }
            if let known = done[item.name], known.sha256 == outcome.entry.sha256,
                known.review == outcome.entry.review, isThere(item)
            {
                outcome.entry = known
                outcome.isKept = true
                return outcome
            }
            let report = try FileReading.report(
                in: bytes, path: item.path, name: item.name, reviewFile: content.review, sha256: outcome.entry.sha256,
                with: reader)
            outcome.entry.measures = report.measures.count
            outcome.entry.findings = report.findings.count
            outcome.written = try form.write(report, name: item.outputName)
            if let textFolder {
                try OutputFile.write(report.sourceText, to: "\(textFolder)/\(item.textName)")
            }
            if wantsSummary { outcome.summary = ReportSummary.text(of: report) }
        } catch {
            outcome.entry.problem = error
        }
        outcome.entry.milliseconds = Int((ContinuousClock.now - start) / .milliseconds(1))
        return outcome
    }

    /// Whether the files that an earlier run wrote are still there.
    private func isThere(_ item: Item) -> Bool {
        guard let folder = form.folder, access("\(folder)/\(item.outputName)", F_OK) == 0 else { return false }
        return textFolder.map { access("\($0)/\(item.textName)", F_OK) == 0 } ?? true
    }
}
