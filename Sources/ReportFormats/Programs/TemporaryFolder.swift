internal import CProcess
internal import Glibc

/// A new folder that only we can read, removed with all that is in it when its owner ends.
struct TemporaryFolder: ~Copyable {
    /// Its absolute path.
    let path: String

    /// A folder below `TMPDIR`, or `/tmp`.
    init() throws(FormatProblem) {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        var template = Array("\(parent.hasPrefix("/") ? parent : "/tmp")/itaparse.XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else {
            throw FormatProblem(.tooLarge, "no temporary folder could be made (error \(errno))")
        }
        path = String(cString: made)
    }

    deinit {
        cprocess_remove_tree(path)
    }
}
