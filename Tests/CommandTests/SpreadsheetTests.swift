import Foundation
import Testing

/// Our tables as LibreOffice opens them; skipped where it is not installed (`scripts/setup --optional`).
@Suite("Tables in a spreadsheet program", .enabled(if: LibreOffice.isInstalled, "LibreOffice is not installed"))
struct SpreadsheetTests {
    private static let reports = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Corpus/reports")

    /// The first sheet of a file as LibreOffice sees it.
    private func rows(of name: String, filter: String, in folder: Folder) throws -> [[String]] {
        let process = Process()
        process.executableURL = URL(filePath: LibreOffice.program)
        process.currentDirectoryURL = folder.url
        process.arguments = [
            "-env:UserInstallation=file://\(folder.url.path)/profile", "--headless", "--infilter=\(filter)",
            "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false", "--outdir",
            "seen-\(name)",
            name,
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let stem = name.prefix { $0 != "." }
        let bytes = try Data(contentsOf: folder.url.appending(path: "seen-\(name)/\(stem).csv"))
        return CSVRows.parse(String(decoding: bytes, as: UTF8.self))
    }

    @Test func everyCellIsReadBackAsItWasWritten() throws {
        let folder = try Folder()
        for name in ["table.csv", "book.xlsx"] {
            let run = try Program.run(["convert", Self.reports.path, "-q", "-o", name], in: folder.url)
            #expect(run.status == 0)
        }
        let text = try String(contentsOf: folder.url.appending(path: "table.csv"), encoding: .utf8)
        let written = CSVRows.parse(text.replacing("\u{FEFF}", with: ""))
        #expect(written.count > 400)
        for (name, filter) in [("table.csv", "CSV:44,34,76,1"), ("book.xlsx", "Calc MS Excel 2007 XML")] {
            let seen = try rows(of: name, filter: filter, in: folder)
            #expect(seen.count == written.count)
            for (row, (before, after)) in zip(written, seen).enumerated() {
                for (column, (was, now)) in zip(before, after).enumerated() {
                    // A workbook tells text from formulas by itself: it has no need of the mark before them.
                    let plain = name == "book.xlsx" && was.hasPrefix("'") ? String(was.dropFirst()) : was
                    let isSame = plain == now || Double(plain).map { $0 == Double(now) } == true
                    #expect(isSame, "\(name), row \(row), \(written[0][column]): \(plain) became \(now)")
                }
            }
        }
    }
}

private enum LibreOffice {
    static let program = "/usr/bin/soffice"
    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }
}
