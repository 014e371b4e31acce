import Foundation
import Invariants
import Testing

/// `itaparse convert` of ZIP archives, which are walked as folders are.
@Suite("Archives")
struct ArchiveTests {
    private static let report = Array(Sample.report)

    /// Reports in folders and in an archive, and files that cannot be read.
    private static var pack: Data {
        let inner = Pack().adding("d.txt", report).bytes()
        return Data(
            Pack().adding("ปี ๖๗/ก.txt", report).adding("../../up.txt", report).adding("c.gif", Array(Sample.picture))
                .adding("in.zip", inner).adding("__MACOSX/._ก.txt", [0]).bytes())
    }

    private static let names = ["a.zip/c.gif", "a.zip/in.zip/d.txt", "a.zip/up.txt", "a.zip/ปี ๖๗/ก.txt"]

    @Test("each file of an archive has its report and its line in the manifest; a bad one hurts only itself")
    func walks() throws {
        let folder = try Folder()
        try folder.write("in/a.zip", Self.pack)
        let run = try Program.run(["convert", "in", "-o", "out/deep"], in: folder.url)
        #expect(run.status == 1)
        #expect(run.errors.contains("in/a.zip/c.gif: this is a GIF picture"))
        #expect(run.errors.contains("converted 3 of 4 files to out/deep: 6 measures, 0 findings, 1 failed"))
        let written = try folder.files().filter { $0.hasSuffix(".json") }
        #expect(
            written == ["in.zip/d", "up", "ปี ๖๗/ก"].map { "out/deep/a.zip/\($0).json" }, "\(written)")
        #expect(try folder.manifest("out/deep").map { $0["name"] as? String } == Self.names)
        let report = try Parsed.object(try folder.read("out/deep/a.zip/in.zip/d.json"))
        let source = try #require(report["source"] as? [String: Any])
        #expect(source["name"] as? String == "a.zip/in.zip/d.txt")
        #expect(source["bytes"] as? Int == Self.report.count)
    }

    @Test("an archive named by itself, or through standard input, gives the same reports")
    func alone() throws {
        let folder = try Folder()
        try folder.write("a.zip", Self.pack)
        let named = try Program.run(["convert", "a.zip"], in: folder.url)
        let piped = try Program.run(["convert", "-"], input: Self.pack)
        #expect(named.lines.count == 3)
        #expect(named.text.replacing("\"name\":\"a.zip/", with: "\"name\":\"-/") == piped.text)
    }

    @Test(
        "an archive without files, encrypted or cut off is one clear error",
        arguments: [
            (Pack().bytes(), "a.zip: the archive holds no files [no-text]"),
            (Pack().adding("x.txt", report).bytes(flags: 1), "a.zip/x.txt: x.txt in the archive is encrypted"),
            (Array(Pack().adding("x.txt", report).bytes().prefix(200)), "a.zip: the ZIP archive has no directory"),
        ])
    func bad(bytes: [UInt8], message: String) throws {
        let folder = try Folder()
        try folder.write("in/a.zip", Data(bytes))
        try folder.write("in/b.txt", Sample.report)
        let run = try Program.run(["convert", "in"], in: folder.url)
        #expect(run.status == 1)
        #expect(run.lines.count == 1)
        #expect(run.errors.contains(message), "\(run.errors)")
    }
}
