internal import Glibc
internal import ReportOutput
internal import ReportParser
internal import ThaiText

/// Measures the stages of the parser on large inputs, and holds the whole against ICU's own word-break pass over the
/// same bytes in the same run: absolute times mean nothing on a shared machine, ratios do.
@main
struct Bench {
    /// The best of this many runs counts.
    private static let runs = 5

    static func main() throws {
        let size = 20_000_000
        let repeated = Inputs.repeatedReports(size: size)
        try measure(repeated.name, repeated.bytes)
        try measure("one table of 100,000 rows", Inputs.grownTable(rows: 100_000))
        try growth()
    }

    private static func measure(_ name: String, _ bytes: [UInt8]) throws {
        print("\(name): \(format(Double(bytes.count) / 1e6)) MB")
        forgetPeakMemory()
        let (report, output) = try whole(bytes)
        let peak = peakMemory()
        let decoded = try DecodedText(decoding: bytes)
        let document = TextReader.read(decoded.bytes)
        let segmentation = Segmenter.segment(document)
        line("dates", bytes, best { _ = DateScanner().scan(decoded.bytes, in: 0..<decoded.bytes.count).count })
        line("numbers", bytes, best { _ = NumberScanner().scan(decoded.bytes).count })
        line("decode", bytes, best { _ = try? DecodedText(decoding: bytes) })
        line("read", bytes, best { _ = TextReader.read(decoded.bytes) })
        line("segment", bytes, best { _ = Segmenter.segment(document) })
        line("map", bytes, best { _ = Mapper.map(segmentation, source: report.source) })
        line("write JSON", bytes, best { _ = try? json(report) })
        let all = best { _ = try? whole(bytes) }
        line("whole parse with JSON", bytes, all)
        let icu = best { _ = wordBreak(decoded.bytes) }
        line("ICU word break alone", bytes, icu)
        print("  ratio to ICU's word break: \(format(icu / all))")
        print("  measures \(report.measures.count), dropped \(report.coverage.dropped), JSON \(output / 1_000_000) MB")
        print("  peak memory: \(format(Double(peak) / Double(bytes.count))) times the input")
    }

    /// Whether time grows with the size of the input and not faster.
    private static func growth() throws {
        for (name, make) in [
            ("repeated reports", { (size: Int) in Inputs.repeatedReports(size: size).bytes }),
            ("one table", { (size: Int) in Inputs.grownTable(rows: size / 200) }),
        ] {
            let small = make(1_000_000)
            let large = make(20_000_000)
            let perSmall = best { _ = try? whole(small) } / Double(small.count)
            let perLarge = best { _ = try? whole(large) } / Double(large.count)
            print("time a byte at 20 MB against 1 MB, \(name): \(format(perLarge / perSmall))")
        }
    }

    private static func whole(_ bytes: [UInt8]) throws -> (Report, Int) {
        let source = ReportSource(name: "bench", sha256: String(repeating: "0", count: 64), bytes: bytes.count)
        let report = try ReportParser.parse(bytes, source: source)
        return (report, try json(report))
    }

    private static func json(_ report: Report) throws -> Int {
        let counter = Counter()
        var json = JSONWriter { counter.count += $0.count }
        try ReportJSON.write(report, to: &json)
        return counter.count
    }

    private final class Counter { var count = 0 }

    private static func wordBreak(_ text: [UInt8]) -> Int {
        guard var breaker = try? WordBreaker() else { return 0 }
        var total = 0
        var start = 0
        // Line by line, as a program would that keeps its place.
        for end in text.indices where text[end] == 0x0A {
            total += breaker.countSegments(in: text, range: start..<end)
            start = end + 1
        }
        return total + breaker.countSegments(in: text, range: start..<text.count)
    }

    // MARK: Measuring

    private static func best(_ body: () -> Void) -> Double {
        (0..<runs).map { _ in
            let start = now()
            body()
            return now() - start
        }.min() ?? 0
    }

    private static func now() -> Double {
        var time = timespec()
        // The processor's time for this process: other jobs on the machine do not count.
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Lets the kernel count the peak of memory anew.
    ///
    /// `getrusage` cannot: its peak outlives both an earlier input and the program that started this one.
    private static func forgetPeakMemory() {
        guard let file = fopen("/proc/self/clear_refs", "w") else { return }
        fputs("5", file)
        fclose(file)
    }

    /// The most memory that the process has held since then, the input included, in bytes.
    private static func peakMemory() -> Int {
        guard let file = fopen("/proc/self/status", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, Int32(line.count), file) != nil {
            let words = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
                .split(whereSeparator: \.isWhitespace)
            if words.first == "VmHWM:", words.count > 1 { return (Int(words[1]) ?? 0) * 1024 }
        }
        return 0
    }

    private static func line(_ name: String, _ bytes: [UInt8], _ seconds: Double) {
        let padded = name + String(repeating: " ", count: max(0, 24 - name.count))
        print("  \(padded)\(format(Double(bytes.count) / 1e6 / seconds)) MB/s")
    }

    private static func format(_ value: Double) -> String {
        let hundredths = Int(value * 100 + 0.5)
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
