internal import Glibc
internal import ReportFormats
internal import ReportOutput
internal import ReportParser
internal import ThaiText

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
    func convert(_ item: Item, reading read: () throws(FileProblem) -> [UInt8]) -> Outcome {
        var start = timespec()
        clock_gettime(CLOCK_MONOTONIC, &start)
        var outcome = Outcome(entry: Manifest.Entry(name: item.name))
        do throws(FileProblem) {
            let bytes = try read()
            outcome.entry.bytes = bytes.count
            outcome.entry.sha256 = ContentHash.sha256(bytes)
            if let known = done[item.name], known.sha256 == outcome.entry.sha256, isThere(item) {
                outcome.entry = known
                outcome.isKept = true
                return outcome
            }
            let report = try Self.parse(bytes, item, outcome.entry.sha256)
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
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        outcome.entry.milliseconds = (now.tv_sec - start.tv_sec) * 1000 + (now.tv_nsec - start.tv_nsec) / 1_000_000
        return outcome
    }

    /// Whether the files that an earlier run wrote are still there.
    private func isThere(_ item: Item) -> Bool {
        guard let folder = form.folder, access("\(folder)/\(item.outputName)", F_OK) == 0 else { return false }
        return textFolder.map { access("\($0)/\(item.textName)", F_OK) == 0 } ?? true
    }

    private static func parse(_ bytes: [UInt8], _ item: Item, _ sha256: String) throws(FileProblem) -> Report {
        var source = ReportSource(name: item.name, sha256: sha256, bytes: bytes.count)
        if let format = FileFormat(sniffing: bytes) {
            do throws(FormatProblem) {
                source.format = format.rawValue
                return ReportParser.parse(try FormatReader.read(bytes, as: format), source: source)
            } catch {
                throw FileProblem(file: item.path, code: .format(error.code), message: error.message)
            }
        }
        do throws(DecodedText.Failure) {
            return try ReportParser.parse(bytes, source: source)
        } catch {
            switch error {
            case .unknownEncoding(let offset):
                throw FileProblem(
                    file: item.path, code: .unknownEncoding,
                    message: "byte \(offset) is neither UTF-8 nor a known Thai encoding")
            case .tooLarge:
                throw FileProblem(file: item.path, code: .tooLarge, message: "it is larger than 4 GiB")
            case .converter(let name):
                throw FileProblem(file: item.path, code: .unknownEncoding, message: "ICU cannot decode it: \(name)")
            }
        }
    }
}
