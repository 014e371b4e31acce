/// What a PDF says about itself before its text is read.
struct PDFInfo: Sendable {
    /// The number of pages, at least 1.
    var pages: Int

    /// Reports have some dozens of pages, collections of annexes some hundreds.
    static let mostPages = 2_000
    /// The longest side of a page in points: twice that of an A0 poster.
    static let longestSide: Float = 6_740

    /// The page tree is read, and nothing of what is on the pages.
    private static let limits = ProgramLimits(
        seconds: 60, processorSeconds: 20, memoryBytes: 1 << 30, outputBytes: 1 << 20)

    /// Reads a file.
    ///
    /// - Throws: ``FormatProblem`` where it is no PDF, needs a password, or its pages are more or larger than any
    ///   report's.
    init(of file: borrowing MemoryFile) throws(FormatProblem) {
        var output: [UInt8] = []
        let end = try ExternalProgram.pdfinfo.run(
            ["-f", "1", "-l", String(Self.mostPages), MemoryFile.standardInput], input: file, limits: Self.limits
        ) { bytes throws(FormatProblem) in output += bytes }
        guard end.isSuccess else { throw Self.problem(of: end, program: .pdfinfo) }
        pages = 0
        for line in String(decoding: output, as: UTF8.self).split(whereSeparator: \.isNewline) {
            if line.hasPrefix("Pages:") {
                pages = Int(line.dropFirst(6).filter { $0 != " " }) ?? 0
            } else if line.hasPrefix("Page "), let size = line.firstRange(of: " size:") {
                try Self.check(line[size.upperBound...], page: line[..<size.lowerBound])
            }
        }
        guard pages > 0 else { throw FormatProblem(.damaged, "the PDF has no pages: its page tree cannot be read") }
        guard pages <= Self.mostPages else {
            throw FormatProblem(.tooLarge, "the PDF has \(pages) pages; at most \(Self.mostPages) are read")
        }
    }

    /// `Page    1 size: 595.32 x 841.92 pts (A4)`.
    private static func check(_ size: Substring, page: Substring) throws(FormatProblem) {
        let sides = size.split(separator: " ").compactMap { Float($0) }.prefix(2)
        guard sides.contains(where: { $0 > longestSide || !$0.isFinite }) else { return }
        let told = sides.map { String(Int(clamping: $0)) }.joined(separator: " x ")
        let number = page.split(separator: " ").last ?? "?"
        throw FormatProblem(
            .tooLarge, "page \(number) of the PDF is \(told) points; the longest side may have \(Int(longestSide))")
    }

    /// What a program of Poppler means by ending as it did.
    static func problem(of end: ProgramEnd, program: ExternalProgram) -> FormatProblem {
        if end.errors.contains("Incorrect password") {
            return FormatProblem(.encrypted, "the PDF can be opened with a password only")
        }
        if end.errors.contains("Wrong page range") {
            return FormatProblem(.damaged, "the PDF has no pages: its page tree cannot be read")
        }
        if let signal = end.signal {
            return FormatProblem(.damaged, "\(program.name) crashed on the PDF (signal \(signal)): it is damaged")
        }
        // The last line is what made it give up; those before it are what it went past.
        let lines = end.errors.split(whereSeparator: \.isNewline)
        let cause = lines.last.map { ": \($0)" } ?? ""
        return FormatProblem(.damaged, "the PDF cannot be read\(cause)")
    }
}

extension Int {
    /// The whole part of a number, cut to the range of integers; 0 for what is no number.
    fileprivate init(clamping value: Float) {
        self = value.isNaN ? 0 : Int(Swift.max(-1e9, Swift.min(1e9, value)))
    }
}
