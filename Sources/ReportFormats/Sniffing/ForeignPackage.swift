/// ZIP archives that are one document or one program, of a kind that nothing here reads: their parts are no reports.
enum ForeignPackage {
    /// A part by which a kind is known, what the part says, and the words for the kind.
    private static let kinds: [(part: String, says: String, name: String)] = [
        ("[Content_Types].xml", "presentationml", "a PowerPoint presentation"),
        ("[Content_Types].xml", "drawingml", "an Office drawing"),
        ("[Content_Types].xml", "", "an Office document of a kind without a reader"),
        ("mimetype", "application/vnd.oasis.opendocument.presentation", "an OpenDocument presentation"),
        ("mimetype", "application/epub+zip", "an EPUB book"),
        ("mimetype", "application/", "a document of a kind without a reader"),
        ("AndroidManifest.xml", "", "an Android program"),
        ("META-INF/MANIFEST.MF", "", "a Java program"),
        ("doc.kml", "", "a map (KMZ)"),
        ("Index/Document.iwa", "", "a Pages, Numbers or Keynote document"),
    ]
    /// The part that tells has a few lines, or a line a part of the document.
    private static let longestPart = 1 << 20

    /// What the archive is, with its article; `nil` where it may be one of reports.
    static func name(of bytes: [UInt8]) -> String? {
        guard let archive = try? ZipArchive(bytes) else { return nil }
        for kind in kinds {
            guard let entry = archive.entry(named: kind.part) else { continue }
            if kind.says.isEmpty { return kind.name }
            guard let part = try? archive.read(entry, limit: longestPart) else { continue }
            if part.contains(Array(kind.says.utf8)) { return kind.name }
        }
        return nil
    }
}
