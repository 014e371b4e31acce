import Foundation
import Testing

/// The pages of `itaparse review`, as far as they can be told without a browser.
@Suite("Review pages")
struct ReviewTests {
    private static let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Corpus")

    /// The pages of some files; the folder holds these as well, below `in`.
    private static func pages(of files: [String: Data], _ options: [String] = []) throws -> (Folder, Program.Run) {
        let folder = try Folder()
        for (name, data) in files { try folder.write("in/\(name)", data) }
        let run = try Program.run(["review", "in", "-o", "pages"] + options, in: folder.url)
        return (folder, run)
    }

    private static func walk(_ name: String, in folder: Folder) throws -> MarkupWalk {
        MarkupWalk(try folder.read("pages/\(name)"))
    }

    /// Holds a page against what every page keeps to.
    private static func check(_ walk: MarkupWalk, _ file: String) {
        #expect(walk.faults.isEmpty, "\(file): \(walk.faults)")
        let ids = walk.tags.compactMap { $0.attributes["id"] }
        let known = Set(ids)
        #expect(known.count == ids.count, "\(file): an id stands twice")
        let named = walk.tags.flatMap { $0.names("data-f").map { String($0) } }
        let ways = walk.tags.compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") }.map {
            String($0.dropFirst())
        }
        #expect(Set(named + ways).subtracting(known).isEmpty, "\(file): ways that lead nowhere")
        let attributes = Set(walk.tags.flatMap(\.attributes.keys))
        #expect(!attributes.contains { $0.hasPrefix("on") || $0 == "style" || $0 == "src" }, "\(file): \(attributes)")
    }

    @Test("markup is whole, ids stand once, ways lead somewhere")
    func structure() throws {
        let folder = try Folder()
        let files = ["formats/web", "formats/word-tables.docx", "formats/sheet.ods"].map {
            Self.corpus.appending(path: $0).path
        }
        #expect(try Program.run(["review", "-o", "pages"] + files, in: folder.url).status == 0)
        for file in try folder.files() { Self.check(MarkupWalk(try folder.read(file)), file) }
    }

    @Test("every value leads to a place that leads back to it")
    func waysBack() throws {
        let (folder, _) = try Self.pages(of: ["many.txt": ReviewSamples.many, "hostile.txt": ReviewSamples.hostile])
        for name in ["many.html", "hostile.html"] {
            let tags = try Self.walk(name, in: folder).tags
            let places = Dictionary(
                tags.filter { $0.classes.contains("p") && $0.attributes["id"] != nil }.map { ($0.attributes["id"], $0) }
            ) { first, _ in first }
            let values = tags.filter { $0.name == "dd" && $0.classes.contains("place") }
            #expect(values.count >= 9)
            let ways = Dictionary(
                tags.filter { $0.classes.contains("go") }.map { ($0.around.last?["id"], $0.attributes["href"]) }
            ) { first, _ in first }
            for value in values {
                let id = try #require(value.attributes["id"])
                let way = try #require(ways[id] ?? nil, "\(name): \(id) has no way to its place")
                let place = places[String(way.dropFirst())]
                #expect(place?.names("data-f").contains(Substring(id)) == true, "\(name): \(id)")
            }
        }
    }

    @Test("the source is whole, and each value is marked just where the record says it stands")
    func places() throws {
        let folder = try Folder()
        let reports = Self.corpus.appending(path: "reports").path
        #expect(try Program.run(["review", reports, "-o", "pages", "-q"], in: folder.url).status == 0)
        #expect(
            try Program.run(["convert", reports, "-o", "json", "--emit-text", "text", "-q"], in: folder.url).status == 0
        )
        for file in try folder.files() where file.hasPrefix("json/") && file.hasSuffix(".json") {
            let stem = String(file.dropFirst(5).dropLast(5))
            let source = try folder.read("text/\(stem).txt")
            #expect(
                String(data: try folder.read("pages/\(stem).html"), encoding: .utf8) != nil, "\(stem): a cut letter")
            let walk = try Self.walk("\(stem).html", in: folder)
            Self.check(walk, stem)
            let tags = walk.tags
            let lines = tags.filter { $0.classes.contains("t") }.map(\.text)
            #expect(Self.letters(lines.joined()) == Self.letters(String(decoding: source, as: UTF8.self)), "\(stem)")
            var marked: [Substring: String] = [:]
            for tag in tags where tag.classes.contains("p") {
                for name in tag.names("data-f") { marked[name, default: ""] += tag.text }
            }
            let report = try Parsed.object(try folder.read(file))
            let measures = try #require(report["measures"] as? [[String: Any]])
            for (index, measure) in measures.enumerated() {
                let fields = try #require(measure["fields"] as? [String: [[Int]]])
                for name in ["title", "status", "result", "outcome", "monitoring", "requirement", "timeframe"] {
                    guard let spans = fields[name] else { continue }
                    let text = spans.sorted { $0[0] < $1[0] }.map {
                        String(decoding: source[$0[0]..<$0[1]], as: UTF8.self)
                    }
                    let found = marked["m\(index + 1)-\(name)"] ?? ""
                    #expect(Self.letters(found) == Self.letters(text.joined()), "\(stem): \(name) of \(index + 1)")
                }
            }
        }
    }

    /// A text without blanks, which pages may break lines at, and without what stands in no line.
    private static func letters(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }))
            .replacing("U+FEFF", with: "")
    }

    @Test("text that is made to be markup stays text")
    func hostile() throws {
        let (folder, run) = try Self.pages(of: ["<b>\"&'#%?.txt": ReviewSamples.hostile, "gone.gif": Sample.picture])
        #expect(run.status == 1)
        for file in try folder.files() where file.hasPrefix("pages/") {
            let page = String(decoding: try folder.read(file), as: UTF8.self)
            let walk = MarkupWalk(try folder.read(file))
            Self.check(walk, file)
            #expect(walk.tags.count { $0.name == "script" } == 2)
            #expect(
                !walk.tags.contains {
                    ["img", "iframe", "b", "object"].contains($0.name) && $0.around.contains { $0["id"] == "source" }
                })
            #expect(walk.tags.allSatisfy { $0.attributes["href"]?.lowercased().hasPrefix("javascript") != true })
            #expect(
                !page.unicodeScalars.contains {
                    (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value) || $0.value == 1
                        || $0.value == 0x7F
                })
            #expect(page.contains("default-src 'none'"))
        }
        let page = try #require(try folder.files().first { $0.contains("&") && $0.hasSuffix(".html") })
        let text = MarkupWalk(try folder.read(page)).tags.filter {
            $0.classes.contains("t")
        }
        let all = text.map(\.text).joined(separator: "\n")
        for part in ["<script>window.stolen = 2</script>", "U+202E", "&lt;b&gt;", "onerror=stolen=1", "<!--", "U+0001"]
        {
            #expect(all.contains(part))
        }
    }

    @Test("the index tells what failed and why, and its ways are those of the files")
    func index() throws {
        let (folder, run) = try Self.pages(of: [
            "a/one.txt": Sample.report, "a/one.csv": Sample.report, "index.txt": Sample.report,
            "picture.gif": Sample.picture,
            "# <b>?.txt": Sample.report,
        ])
        #expect(run.status == 1)
        #expect(run.errors.contains("picture.gif"))
        let tags = try Self.walk("index.html", in: folder).tags
        let failure = try #require(tags.first { $0.attributes["id"] == "failures" })
        #expect(failure.text.contains("picture.gif") && failure.text.contains("unsupported-format"))
        let ways = tags.filter { $0.name == "a" && $0.around.contains { $0["id"] == "table" } }.compactMap {
            $0.attributes["href"]
        }
        #expect(ways.count == 4)
        for way in ways {
            let path = try #require(way.removingPercentEncoding)
            let back = try #require(
                try Self.walk(path, in: folder).tags.first { $0.classes.contains("back") }?.attributes["href"])
            #expect(back == String(repeating: "../", count: path.count { $0 == "/" }) + "index.html")
        }
    }

    @Test("the same input gives the same pages, whatever the number of jobs and the time")
    func determinism() throws {
        let reports = Self.corpus.appending(path: "reports").path
        let folder = try Folder()
        for (name, jobs, zone) in [("one", "1", "Asia/Bangkok"), ("four", "4", "America/New_York")] {
            let run = try Program.run(
                ["review", reports, "-o", name, "-j", jobs], in: folder.url, shell: "TZ=\(zone) LC_ALL=C exec \"$@\"")
            #expect(run.status == 0)
        }
        let files = try folder.files()
        #expect(files.count > 100)
        for file in files where file.hasPrefix("one/") {
            #expect(try folder.read(file) == folder.read("four" + file.dropFirst(3)), "\(file)")
        }
    }

    @Test("a thousand places over one another are cut in a time that grows with them")
    func overlaps() throws {
        // Cells that cover many rows lie over the same letters in all of them.
        let rows = (1...2_000).map { "<tr><td>\($0)</td><td>มาตรการที่ \($0)</td></tr>" }.joined(separator: "\n")
        let table = """
            <table><tr><th>ที่</th><th>มาตรการ</th><th>ผู้รับผิดชอบ</th></tr>
            <tr><td>0</td><td>มาตรการแรก</td><td rowspan="2001">สำนักปลัด</td></tr>
            \(rows)</table>
            """
        let (folder, run) = try Self.pages(of: ["cover.html": Data(table.utf8)])
        #expect(run.status == 0)
        let walk = try Self.walk("cover.html", in: folder)
        #expect(walk.faults.isEmpty)
        let most = walk.tags.map { $0.names("data-f").count }.max() ?? 0
        #expect(most <= 32)
    }

    @Test("every word of the pages is in the table, in both languages, and none is there for nothing")
    func phrases() throws {
        let sources = Self.corpus.deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/ReportOutput/Review")
        let rows = try String(contentsOf: sources.appending(path: "Data/phrases.tsv"), encoding: .utf8).split(
            separator: "\n"
        )
        .dropFirst().map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        #expect(rows.allSatisfy { $0.count == 3 && !$0[1].isEmpty && !$0[2].isEmpty })
        let code = try String(contentsOf: sources.appending(path: "ReviewPhrase.swift"), encoding: .utf8)
        let named = code.split(separator: "\n").filter { $0.hasPrefix("    case ") }.flatMap {
            $0.dropFirst(9).split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        #expect(Set(named) == Set(rows.map { String($0[0]) }))
        #expect(named.count == rows.count)
    }

    @Test("wrong usage is told")
    func usage() throws {
        #expect(try Program.run(["review"]).status == 2)
        let run = try Program.run(["review", "x.txt"])
        #expect(run.status == 2 && run.errors.contains("-o DIR"))
        #expect(try Program.run(["review", "/nowhere/x.txt", "-o", try Folder().url.path]).status == 1)
        #expect(try Program.run(["review", Self.corpus.path, "-o", "/proc/nowhere"]).status == 1)
    }

    @Test("pages can begin in English")
    func english() throws {
        let (folder, _) = try Self.pages(of: ["a.txt": Sample.report], ["--language", "en"])
        for name in ["index.html", "a.html"] {
            let page = String(decoding: try folder.read("pages/\(name)"), as: UTF8.self)
            #expect(page.contains("<html lang=\"en\">") && page.contains(#/id="lang-en" checked/#))
        }
    }
}
