internal import ReportFormats

/// The archive that inputs were read from last, so that the files of one are not read by opening it for each.
///
/// Only one stays open: a folder of a thousand archives does not fill the memory.
final class ArchiveShelf {
    private var path: PathBytes?
    private var open: ReportArchive?

    /// The archive at `path`.
    func archive(at path: PathBytes) throws(FileProblem) -> ReportArchive {
        if let open, path == self.path { return open }
        open = nil
        let bytes = try Input.read(path)
        do throws(FormatProblem) {
            let archive = try ReportArchive(bytes)
            open = archive
            self.path = path
            return archive
        } catch {
            throw FileProblem(file: path.text, code: .format(error.code), message: error.message)
        }
    }
}
