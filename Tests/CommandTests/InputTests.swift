import Foundation
import Testing

@Suite("Which files are converted")
struct InputTests {
    /// The names in the manifest of a run over `in`.
    private func names(_ arguments: [String], in folder: Folder, shell: String = "exec \"$@\"") throws -> [String] {
        _ = try Program.run(["convert"] + arguments + ["-o", "out"], in: folder.url, shell: shell)
        return try folder.manifest("out").compactMap { $0["name"] as? String }
    }

    private func reports(_ names: String...) throws -> Folder {
        let folder = try Folder()
        for name in names { try folder.write("in/\(name)", Sample.report) }
        return folder
    }

    @Test func patternsChooseFilesAndLeaveOutFolders() throws {
        let folder = try reports("a.txt", "b.csv", "old/c.txt", "new/d.txt", "new/e.log")
        #expect(try names(["in", "--include", "*.txt", "--exclude", "old"], in: folder) == ["a.txt", "new/d.txt"])
        #expect(
            try names(["in", "--include", "new/*", "--include", "b.*"], in: folder) == [
                "b.csv", "new/d.txt", "new/e.log",
            ])
    }

    @Test func filesComeFromAList() throws {
        let folder = try reports("a.txt", "ข.txt", "c d.txt")
        try folder.write("list", Data("in/c d.txt\nin/ข.txt\nin/missing.txt\n".utf8))
        #expect(try names(["--files-from", "list"], in: folder) == ["in/missing.txt", "c d.txt", "ข.txt"])
        #expect(
            try names(
                ["--files-from", "-", "-0"], in: folder,
                shell: "printf 'in/a.txt\\0in/c d.txt\\0' | \"$@\"") == ["a.txt", "c d.txt"])
        let both = try Program.run(["convert", "-", "--files-from", "-"], in: folder.url)
        #expect(both.status == 2)
    }

    @Test func aLinkBackIsWalkedOnce() throws {
        let folder = try reports("a.txt", "deep/b.txt")
        try FileManager.default.createSymbolicLink(
            atPath: folder.url.appending(path: "in/deep/loop").path, withDestinationPath: "..")
        #expect(try names(["in"], in: folder) == ["a.txt", "deep/b.txt"])
    }

    @Test func aNameThatIsNoTextIsConvertedUnderAnother() throws {
        let folder = try reports("a.txt")
        let found = try names(
            ["in"], in: folder, shell: "cp in/a.txt \"$(printf 'in/\\270\\241.txt')\"; \"$@\"")
        #expect(found == ["a.txt", "%B8%A1.txt"])
        #expect(try folder.files().contains("out/%B8%A1.json"))
    }

    @Test func inputsOfOneNameGoToFilesOfTheirOwn() throws {
        let folder = try reports("a.txt", "a.csv", "x/a.txt")
        _ = try Program.run(["convert", "in", "in/x/a.txt", "-o", "out"], in: folder.url)
        let files = try folder.files().filter { $0.hasPrefix("out/") }
        #expect(files.count == 5, "\(files)")
    }
}
