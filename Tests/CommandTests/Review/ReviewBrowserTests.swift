import Foundation
import Testing

/// The pages in Chromium; skipped where it is not installed (`scripts/setup --optional`).
///
/// What is done and looked at there is in `Tests/Browser`.
@Suite("Review pages in a browser", .enabled(if: Browser.isInstalled, "Chromium or python3 is not installed"))
struct ReviewBrowserTests {
    @Test func pagesDoWhatTheyPromise() throws {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = try Folder()
        try folder.write("in/many.txt", ReviewSamples.many)
        try folder.write("in/hostile.txt", ReviewSamples.hostile)
        try folder.write("in/deep/er/# <b>? %.txt", Sample.report)
        try folder.write("in/picture.gif", Sample.picture)
        try folder.write(
            "in/doubtful.txt", try Data(contentsOf: tests.appending(path: "Corpus/reports/narrative-ticks-school.txt")))
        for name in ["sao-two-tables-budget", "ascii-grid-police", "tab-pages-town"] {
            try folder.write(
                "in/\(name).txt", try Data(contentsOf: tests.appending(path: "Corpus/reports/\(name).txt")))
        }
        #expect(try Program.run(["review", "in", "-o", "pages", "-q"], in: folder.url).status == 1)

        let log = try folder.write("log", Data())
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", "-B", tests.appending(path: "Browser/review.py").path, folder.url.appending(path: "pages").path,
        ]
        process.standardOutput = try FileHandle(forWritingTo: log)
        process.standardError = process.standardOutput
        try process.run()
        process.waitUntilExit()
        let lines = String(decoding: try Data(contentsOf: log), as: UTF8.self).split(separator: "\n")
        #expect(process.terminationStatus == 0, "\(lines.filter { !$0.hasPrefix("ok ") }.joined(separator: "\n"))")
        #expect(lines.count { $0.hasPrefix("ok ") } > 10)
    }
}

private enum Browser {
    static var isInstalled: Bool {
        ["chromium", "python3"].allSatisfy { FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)") }
    }
}
