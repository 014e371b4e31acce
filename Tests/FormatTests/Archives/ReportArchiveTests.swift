import ReportFormats
import Testing

/// ZIP archives of reports, walked as folders are.
@Suite("Archives of reports")
struct ReportArchiveTests {
    private static let text = Array("รายงาน".utf8)

    private static func names(_ pack: Pack) throws -> [String] { try ReportArchive(pack.bytes()).files().map(\.name) }

    @Test("files are listed by name, folders and inner archives walked, and each is read")
    func walks() throws {
        let inner = Pack().adding("z.txt", Array("ใน".utf8)).adding("a/b.txt", Self.text)
        let pack = Pack().adding("ข.txt", Self.text).adding("ปี ๖๗/", []).adding("ปี ๖๗/ก.txt", Self.text)
            .adding("inner.zip", inner.bytes()).adding("a.txt", Array("หนึ่ง".utf8))
        let archive = try ReportArchive(pack.bytes())
        let files = try archive.files()
        #expect(files.map(\.name) == ["a.txt", "inner.zip/a/b.txt", "inner.zip/z.txt", "ข.txt", "ปี ๖๗/ก.txt"])
        let texts = try files.map { String(decoding: try archive.read($0), as: UTF8.self) }
        #expect(texts == ["หนึ่ง", "รายงาน", "ใน", "รายงาน", "รายงาน"])
        // In any order.
        #expect(try archive.read(files[2]) == Array("ใน".utf8))
    }

    @Test("hidden files and what systems put beside files are left out")
    func hidden() throws {
        let pack = Pack().adding("a.txt", Self.text).adding("__MACOSX/._a.txt", Self.text).adding(".git/x", Self.text)
            .adding("b/.DS_Store", Self.text).adding("b/Thumbs.db", Self.text).adding("desktop.ini", Self.text)
        #expect(try Self.names(pack) == ["a.txt"])
    }

    @Test(
        "no name leads out of the folder of its archive",
        arguments: [
            ("../../etc/passwd", "etc/passwd"), ("/etc/passwd", "etc/passwd"), ("a/./b/../../../c", "a/b/c"),
            ("..\\..\\win\\x.txt", "win/x.txt"),
            ("a//b.txt", "a/b.txt"), ("a\nb.txt", "a_b.txt"), ("\u{1B}[31m.txt", "_[31m.txt"),
        ])
    func names(raw: String, name: String) throws {
        #expect(try Self.names(Pack().adding(raw, Self.text)) == [name])
    }

    @Test("names of Thai Windows are Thai; a NUL in one is a blank")
    func rawNames() throws {
        #expect(try Self.names(Pack().adding([0xC3, 0xD2, 0xC2, 0x2E, 0x74], Self.text)) == ["ราย.t"])
        #expect(try Self.names(Pack().adding([0x61, 0x00, 0x62], Self.text)) == ["a b"])
    }

    @Test("an archive within an archive within an archive ends somewhere, and hurts only itself")
    func depth() throws {
        var inner = Pack().adding("x.txt", Self.text).bytes()
        for _ in 0..<8 { inner = Pack().adding("n.zip", inner).bytes() }
        let archive = try ReportArchive(Pack().adding("n.zip", inner).adding("a.txt", Self.text).bytes())
        let files = try archive.files()
        #expect(files.map(\.name) == ["a.txt", "n.zip/n.zip/n.zip/n.zip"])
        let problem = #expect(throws: FormatProblem.self) { try archive.read(files[1]) }
        #expect(problem?.message.contains("more than 4 deep") == true)
        #expect(try archive.read(files[0]) == Self.text)
    }

    @Test("an encrypted file says so, by itself")
    func encrypted() throws {
        let archive = try ReportArchive(Pack().adding("a.txt", Self.text).bytes(flags: 1))
        let files = try archive.files()
        #expect(files.map(\.name) == ["a.txt"])
        let problem = #expect(throws: FormatProblem.self) { try archive.read(files[0]) }
        #expect(problem?.code == .encrypted)
    }

    @Test("an inner archive that is damaged is one file that cannot be read")
    func damagedInner() throws {
        let inner = Array(Pack().adding("x.txt", Self.text).bytes().prefix(40))
        let archive = try ReportArchive(Pack().adding("in.zip", inner).adding("a.txt", Self.text).bytes())
        let files = try archive.files()
        #expect(files.map(\.name) == ["a.txt", "in.zip"])
        #expect(throws: FormatProblem.self) { try archive.read(files[1]) }
    }

    @Test("an archive cut anywhere, or with a byte changed, is read or refused with a sentence", arguments: 0..<150)
    func damaged(index: Int) {
        let whole = Pack().adding("a.txt", Self.text).adding("b/c.txt", Self.text).bytes()
        var bytes = whole
        if index < 75 {
            bytes = Array(whole.prefix(index * whole.count / 75))
        } else {
            bytes[(index - 75) * whole.count / 75] ^= 0x5A
        }
        do throws(FormatProblem) {
            let archive = try ReportArchive(bytes)
            for file in try archive.files() { _ = try archive.read(file) }
        } catch {
            #expect(!error.message.isEmpty)
        }
    }

    @Test("documents that are ZIP archives of a kind without a reader are no archives of reports")
    func packages() {
        for (part, says, name) in [
            ("[Content_Types].xml", "<Types>presentationml.presentation.main+xml</Types>", "PowerPoint"),
            ("mimetype", "application/epub+zip", "EPUB"),
            ("META-INF/MANIFEST.MF", "", "Java"),
        ] {
            let bytes = Pack().adding(part, Array(says.utf8)).adding("a.txt", Self.text).bytes()
            #expect(FileFormat(sniffing: bytes) == .unsupported)
            let problem = #expect(throws: FormatProblem.self) { try FormatReader.read(bytes, as: .unsupported) }
            #expect(problem?.message.contains(name) == true, "\(problem?.message ?? "")")
        }
        #expect(FileFormat(sniffing: Pack().adding("a.txt", Self.text).bytes()) == .zip)
    }
}
