internal import CProcess
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

    private static let inputs: Set = ["reports", "table", "formats", "batch"]
    /// The inputs and the stages to measure, by their names; all where none is named.
    private static let chosenInputs = inputs.intersection(CommandLine.arguments.dropFirst())
    private static let chosen = Set(CommandLine.arguments.dropFirst()).subtracting(inputs)

    static func main() throws {
        let size = 20_000_000
        if chosenInputs.isEmpty || chosenInputs.contains("reports") {
            let repeated = Inputs.repeatedReports(size: size)
            try measure(repeated.name, repeated.bytes)
        }
        if chosenInputs.isEmpty || chosenInputs.contains("table") {
            try measure("one table of 100,000 rows", Inputs.grownTable(rows: 100_000))
        }
        if chosenInputs.contains("formats") || (chosenInputs.isEmpty && chosen.isEmpty) { FormatBench.measure() }
        if chosenInputs.contains("batch") || (chosenInputs.isEmpty && chosen.isEmpty) {
            try BatchBench.run(files: chosen.compactMap { Int($0) }.first ?? 2_000)
        }
        if chosen.isEmpty, chosenInputs.isEmpty {
            try growth()
            awkward()
        }
    }

    private static func measure(_ name: String, _ bytes: [UInt8]) throws {
        print("\(name): \(format(Double(bytes.count) / 1e6)) MB; MB/s, and how many times as fast as ICU's word break")
        let text = try DecodedText(decoding: bytes).bytes
        let icu = best { _ = wordBreak(text) }
        let line = Line(bytes: bytes.count, icu: icu)
        line.print("ICU word break", icu)
        try measureText(text, line)
        try measureParser(bytes, text, line)
    }

    /// The scanners of ThaiText, each over all of the text.
    private static func measureText(_ text: [UInt8], _ line: Line) throws {
        let all = 0..<text.count
        line.measure("words") {
            guard var segmenter = try? WordSegmenter(.words) else { return }
            _ = eachLine(of: text) { segmenter.countSegments(of: text, in: $0) }
        }
        line.measure("repair") {
            var repair = TextRepair()
            _ = repair.repair(text).bytes.count
        }
        line.measure("repair-characters") { _ = TextRepair.repairCharacters(of: text).bytes.count }
        line.measure("dates") { _ = DateScanner().scan(text, in: all).count }
        line.measure("numbers") { _ = NumberScanner().scan(text).count }
    }

    /// The stages of the parser, each with what the one before it gives, and all of them together.
    private static func measureParser(_ bytes: [UInt8], _ text: [UInt8], _ line: Line) throws {
        line.measure("decode") { _ = try? DecodedText(decoding: bytes) }
        let repaired = TextRepair.repairCharacters(of: text, keepsColumns: true)
        line.measure("read") { _ = TextReader.read(repaired) }
        let document = TextReader.read(repaired)
        line.measure("segment") { _ = Segmenter.segment(document) }
        let segmentation = Segmenter.segment(document)
        let source = ReportSource(name: "bench", sha256: String(repeating: "0", count: 64), bytes: bytes.count)
        line.measure("map") { _ = Mapper.map(segmentation, source: source) }
        var audit = 0.0
        if isChosen("audit") {
            let report = Mapper.map(segmentation, source: source)
            audit = best { _ = Auditor.findings(of: report, problems: []) }
            line.print("audit", audit)
        }
        guard isChosen("json") || isChosen("parse") else { return }
        forgetPeakMemory()
        let (report, output) = try whole(bytes)
        let peak = peakMemory()
        line.measure("json") { _ = try? json(report) }
        if isChosen("parse") {
            let parse = best { _ = try? whole(bytes) }
            line.print("parse", parse)
            if audit > 0 { print("  audit: \(format(100 * audit / parse)) % of the parse") }
        }
        print(
            "  parse: measures \(report.measures.count), dropped \(report.coverage.dropped), JSON \(output / 1_000_000) MB"
        )
        print("  parse: peak memory \(format(Double(peak) / Double(bytes.count))) times the input")
    }

    private static func isChosen(_ stage: String) -> Bool { chosen.isEmpty || chosen.contains(stage) }

    /// One input's lines of output.
    private struct Line {
        let bytes: Int
        let icu: Double

        func measure(_ stage: String, _ body: () -> Void) {
            if Bench.isChosen(stage) { print(stage, best(body)) }
        }

        func print(_ stage: String, _ seconds: Double) {
            let speed = format(Double(bytes) / 1e6 / seconds)
            let ratio = format(icu / seconds)
            Swift.print("  \(padded(stage, 20))\(padded(speed, 10, left: true))\(padded(ratio, 9, left: true))")
        }
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

    /// Whether time grows with the input and not faster where the input is made to be hard: 256 KB against 64 KB.
    private static func awkward() {
        let inputs: [(name: String, piece: String)] = [
            ("tone marks", "\u{E48}\u{E49}"), ("one letter", "ก"), ("leading vowels", "เ"),
            ("nested number words", "สิบล้าน"),
            ("cut-off vowels", "ก า"), ("months", "ม.ค."), ("digits", "๑/"), ("mojibake", "¡Í"),
        ]
        for (name, piece) in inputs {
            let small = [UInt8](String(repeating: piece, count: 65536 / piece.utf8.count).utf8)
            let large = small + small + small + small
            let growths = [
                (
                    "repair",
                    growth(small, large) {
                        var repair = TextRepair(); _ = repair.repair($0).bytes.count
                    }
                ),
                ("dates", growth(small, large) { _ = DateScanner().scan($0, in: 0..<$0.count).count }),
                ("numbers", growth(small, large) { _ = NumberScanner().scan($0).count }),
            ]
            let words = growths.map { "\($0.0) \(format($0.1))" }.joined(separator: ", ")
            print("time a byte at 256 KB against 64 KB, \(name): \(words)")
        }
    }

    private static func growth(_ small: [UInt8], _ large: [UInt8], _ body: ([UInt8]) -> Void) -> Double {
        best { body(large) } / best { body(small) } * Double(small.count) / Double(large.count)
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
        return eachLine(of: text) { breaker.countSegments(in: text, range: $0) }
    }

    /// The sum of what `body` gives for each line, as a program would work that keeps its place.
    private static func eachLine(of text: [UInt8], _ body: (Range<Int>) -> Int) -> Int {
        var total = 0
        var start = 0
        text.forEachOffset(of: 0x0A) { end in
            total += body(start..<end)
            start = end + 1
        }
        return total + body(start..<text.count)
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

    private static func padded(_ text: String, _ width: Int, left: Bool = false) -> String {
        let blanks = String(repeating: " ", count: max(0, width - text.count))
        return left ? blanks + text : text + blanks
    }

    private static func format(_ value: Double) -> String {
        let hundredths = Int(value * 100 + 0.5)
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
