internal import ReportParser

/// The page over all reports: what they come to, a row each, and the files that could not be read.
public struct ReviewOverview {
    /// Its name in the folder of the pages.
    public static let name = "index.html"

    private let entries: [ReviewEntry]
    private let failures: [ReviewFailure]
    private let language: ReviewLanguage

    /// - Parameters:
    ///   - entries: the reports, in the order of the rows.
    ///   - failures: the files without a page.
    ///   - language: the language that the page shows first.
    public init(entries: [ReviewEntry], failures: [ReviewFailure], language: ReviewLanguage) {
        self.entries = entries
        self.failures = failures
        self.language = language
    }

    /// Writes the page.
    ///
    /// - Parameter sink: takes the bytes, some 64 KiB at a time.
    /// - Throws: what `sink` throws.
    public func write(to sink: @escaping (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        var html = HTMLWriter(language: language, to: sink)
        let title = language == .thai ? ReviewPhrase.overviewTitle.thai : ReviewPhrase.overviewTitle.english
        let frame = ReviewFrame(title: title, kind: .overview, scripts: [.common, .overview])
        frame.begin(&html)
        html.markup("<header class=\"top\">\n<div class=\"name\"><h1>")
        html.phrase(.overviewTitle)
        html.markup("</h1></div>\n")
        ReviewFrame.writeTools(&html)
        html.markup("</header>\n<main>\n")
        writeTiles(&html)
        writeFailures(&html)
        html.markup("<div class=\"charts\">\n")
        StatusChart(entries).write(to: &html)
        RuleChart(entries).write(to: &html)
        DeadlineChart(entries).write(to: &html)
        html.markup("</div>\n")
        try OverviewTable(entries).write(to: &html)
        html.markup("</main>\n")
        frame.end(&html)
        try html.flush()
    }

    // MARK: Sums

    private func writeTiles(_ html: inout HTMLWriter) {
        let measures = entries.reduce(0) { $0 + $1.measures }
        let completed = entries.reduce(0) { $0 + $1.completed }
        html.markup("<dl class=\"tiles\">\n")
        tile(.reports, entries.count.grouped, &html)
        tile(.records, measures.grouped, &html)
        tile(.completedShare, measures > 0 ? "\(Share(completed, of: measures).percent) %" : "–", &html)
        for severity in Finding.Severity.all {
            let count = entries.reduce(0) { $0 + ($1.severities[severity] ?? 0) }
            tile(severity.phrase, count.grouped, severity: severity, &html)
        }
        if !failures.isEmpty { tile(.failed, failures.count.grouped, &html) }
        html.markup("</dl>\n")
    }

    private func tile(
        _ phrase: ReviewPhrase, _ value: String, severity: Finding.Severity? = nil, _ html: inout HTMLWriter
    ) {
        html.markup("<div class=\"tile ")
        html.markup(severity?.name ?? "plain")
        html.markup("\"><dt>")
        if let severity {
            html.markup("<span class=\"sign\" aria-hidden=\"true\">")
            html.markup(severity.sign)
            html.markup("</span> ")
        }
        html.phrase(phrase)
        html.markup("</dt><dd>")
        html.text(value)
        html.markup("</dd></div>\n")
    }

    // MARK: Files without a page

    private func writeFailures(_ html: inout HTMLWriter) {
        guard !failures.isEmpty else { return }
        html.markup("<section id=\"failures\" aria-labelledby=\"failures-h\">\n<h2 id=\"failures-h\">")
        html.phrase(.failedTitle)
        html.markup(" <span class=\"count\">")
        html.number(failures.count)
        html.markup("</span></h2>\n<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-labelledby=\"failures-h\">")
        html.markup("<table class=\"list\"><thead><tr><th scope=\"col\">")
        html.phrase(.file)
        html.markup("</th><th scope=\"col\">")
        html.phrase(.cause)
        html.markup("</th></tr></thead>\n<tbody>\n")
        for failure in failures {
            html.markup("<tr><th scope=\"row\">")
            html.text(failure.name)
            html.markup("</th><td lang=\"en\">")
            html.text(failure.cause)
            html.markup(" <code>")
            html.text(failure.code)
            html.markup("</code></td></tr>\n")
        }
        html.markup("</tbody></table></div>\n</section>\n")
    }
}

/// A part of a whole.
struct Share {
    private let part: Int
    private let whole: Int

    init(_ part: Int, of whole: Int) {
        self.part = part
        self.whole = whole
    }

    /// The share in hundredths, rounded to a whole number; all and nothing are said of all and nothing alone.
    var percent: Int {
        guard whole > 0 else { return 0 }
        let rounded = (part * 200 + whole) / (whole * 2)
        if part > 0, rounded == 0 { return 1 }
        if part < whole, rounded == 100 { return 99 }
        return rounded
    }

    /// Its part of a length.
    func length(of total: Int) -> Int { whole > 0 ? part * total / whole : 0 }
}
