internal import CProcess
internal import Glibc
internal import ReportFormats
internal import ReportParser

/// Measures the readers of the other formats, the parser included: what counts is processor time, that of the programs
/// they start with it, as if all ran on one core.
enum FormatBench {
    private static let runs = 3

    static func measure() {
        print("other formats, read and parsed; the processor time of the programs they start counts")
        docx()
        pages("PDF with ruled tables", of: "ruled", times: 19)
        pages("PDF without ruled tables", of: "unruled", times: 59)
        scans()
    }

    private static func docx() {
        let bytes = Inputs.grownDOCX(rows: 20_000)
        guard let time = time(of: bytes, .docx, "DOCX") else { return }
        say("DOCX", Double(bytes.count) / 1e6 / time.all, "MB/s")
    }

    private static func pages(_ name: String, of fixture: String, times: Int) {
        guard let bytes = Inputs.repeatedPDF(fixture, times: times) else {
            return skip(name, "Tests/Corpus/formats/pdf/\(fixture).pdf is not there, or of another kind")
        }
        guard let time = time(of: bytes, .pdf, name) else { return }
        say(name, Double(time.pages) / time.all, "pages/s", ", \(percent(time.programs / time.all)) in programs")
    }

    private static func scans() {
        let scans: [(String, FileFormat)] = [("scan.jpg", .jpeg), ("two-pages.tiff", .tiff)]
        for (file, format) in scans {
            guard let bytes = Inputs.fixture(file) else { skip(file, "it is not in Tests/Corpus/formats"); continue }
            guard let time = time(of: bytes, format, file) else { continue }
            say(
                "scan \(file)", Double(time.pages) / time.all, "pages/s",
                ", \(percent(time.recognition / time.all)) in Tesseract")
        }
    }

    private struct Time {
        /// Seconds of processor time: all, and those of started programs and of Tesseract in it.
        var all: Double, programs: Double, recognition: Double
        var pages: Int
    }

    /// The best of some runs; `nil`, and a word about it, where the file cannot be read.
    private static func time(of bytes: [UInt8], _ format: FileFormat, _ name: String) -> Time? {
        var best: Time?
        for _ in 0..<runs {
            let start = (own: used(.own), programs: used(.programs), recognition: RecognitionClock.seconds)
            do throws(FormatProblem) {
                let document = try FormatReader.read(bytes, as: format)
                let source = ReportSource(
                    name: "bench", sha256: String(repeating: "0", count: 64), bytes: bytes.count,
                    format: format.rawValue)
                let report = ReportParser.parse(document, source: source)
                let programs = used(.programs) - start.programs
                let time = Time(
                    all: used(.own) - start.own + programs, programs: programs,
                    recognition: RecognitionClock.seconds - start.recognition, pages: report.source.pages ?? 1)
                if time.all < best?.all ?? .infinity { best = time }
            } catch {
                skip(name, error.message)
                return nil
            }
        }
        return best
    }

    private enum Owner { case own, programs }

    private static func used(_ owner: Owner) -> Double {
        var usage = rusage()
        switch owner {
        // The names of these numbers are an enumeration that getrusage does not take.
        case .own: getrusage(0, &usage)
        case .programs: getrusage(-1, &usage)
        }
        return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    }

    private static func percent(_ share: Double) -> String { "\(Int(share * 100 + 0.5)) %" }

    private static func say(_ name: String, _ speed: Double, _ unit: String, _ more: String = "") {
        print("  \(name): \(Int(speed * 10 + 0.5) / 10).\(Int(speed * 10 + 0.5) % 10) \(unit)\(more)")
    }

    private static func skip(_ name: String, _ reason: String) { print("  \(name): skipped, \(reason)") }
}
