import Foundation
import Glibc
import Testing

@Suite("Disks and files that do not keep still")
struct DiskTests {
    private func reports(_ count: Int) throws -> Folder {
        let folder = try Folder()
        for index in 0..<count { try folder.write("in/\(index).txt", Sample.report) }
        return folder
    }

    /// The reports below `out`.
    private func tree(_ folder: Folder, _ out: String) throws -> [String: Data] {
        var tree: [String: Data] = [:]
        for name in try folder.files() where name.hasPrefix(out + "/") && name.hasSuffix(".json") {
            tree[String(name.dropFirst(out.count))] = try Data(contentsOf: folder.url.appending(path: name))
        }
        return tree
    }

    @Test(
        "a batch that filled its disk is whole once there is room",
        .enabled(if: geteuid() == 0, "only root can make a small disk"))
    func fullDisk() throws {
        let folder = try reports(40)
        _ = try Program.run(["convert", "in", "-q", "-o", "whole"], in: folder.url)
        let script = """
            mkdir out && mount -t tmpfs -o size=64k none out || exit 77
            "$@"; echo "first $?" >&2
            mount -o remount,size=16m out
            "$@" --resume; status=$?
            cp -r out copy; umount out; rmdir out; exit $status
            """
        let run = try Program.run(["convert", "in", "-q", "-o", "out"], in: folder.url, shell: script)
        // A machine that lends no disks even to root cannot say anything here.
        guard run.status != 77 else { return }
        #expect(run.errors.contains("No space left on device"))
        #expect(run.errors.contains("first 1"))
        #expect(run.status == 0)
        #expect(try tree(folder, "copy") == tree(folder, "whole"))
        #expect(try folder.manifest("copy").count == 40)
    }

    @Test func aFileThatVanishesIsSaidToHaveGone() throws {
        let folder = try reports(2)
        // The first input holds the program up until the second one is gone.
        let run = try Program.run(
            ["convert", "in", "-o", "out", "-j", "1"], in: folder.url,
            shell:
                "cp in/0.txt report; rm in/0.txt; mkfifo in/0.txt; \"$@\" & rm in/1.txt; cat report > in/0.txt; wait $!"
        )
        // The list of files may have been made after the second one went.
        let manifest = try folder.manifest("out")
        #expect(manifest.first?["state"] as? String == "converted")
        if manifest.count == 2 {
            #expect(run.status == 1)
            #expect(run.errors.contains("in/1.txt: cannot open it: No such file or directory [not-found]"))
        }
    }

    @Test func aFileThatGrowsWhileItIsReadIsOneOfItsStates() throws {
        let folder = try reports(1)
        let run = try Program.run(
            ["convert", "in/0.txt", "-q"], in: folder.url,
            shell: "(for i in 1 2 3 4 5 6 7 8; do echo more >> in/0.txt; done) & \"$@\"; wait")
        #expect(run.status == 0)
        let report = try Parsed.object(run.output)
        let coverage = try #require(report["coverage"] as? [String: Any])
        #expect(coverage["dropped"] as? Int == 0)
    }
}
