/// Tells office documents from other ZIP archives by what they hold.
enum OfficeSniffing {
    private static let mainTypes: [(FileFormat, [String])] = [
        (.docx, ["wordprocessingml.document", "wordprocessingml.template", "ms-word.document", "ms-word.template"]),
        (.xlsx, ["spreadsheetml.sheet", "spreadsheetml.template", "ms-excel.sheet", "ms-excel.template"]),
    ]
    private static let mimeTypes: [(FileFormat, String)] = [
        (.odt, "application/vnd.oasis.opendocument.text"),
        (.ods, "application/vnd.oasis.opendocument.spreadsheet"),
    ]
    /// The list of a document's content types has a line a part.
    private static let longestList = 1 << 20

    /// The format of a ZIP archive; ``FileFormat/zip`` where it is no document.
    static func format(of bytes: [UInt8]) -> FileFormat {
        do throws(FormatProblem) {
            let archive = try ZipArchive(bytes)
            if let entry = archive.entry(named: "mimetype") {
                let type = String(decoding: try archive.read(entry, limit: 1024), as: UTF8.self)
                if let found = openDocument(type) { return found }
            }
            if let entry = archive.entry(named: "[Content_Types].xml") {
                return try packageFormat(try archive.read(entry, limit: longestList)) ?? .zip
            }
            return .zip
        } catch {
            return format(ofDamaged: bytes)
        }
    }

    private static func openDocument(_ type: String) -> FileFormat? {
        // Templates and master documents are of the types with a suffix.
        mimeTypes.first { type.hasPrefix($0.1) }?.0
    }

    private static func packageFormat(_ bytes: [UInt8]) throws(FormatProblem) -> FileFormat? {
        let reader = try XMLPullReader(bytes, part: "[Content_Types].xml")
        guard try reader.root() else { return nil }
        let all = reader.children
        while try reader.next(in: all) {
            guard let type = reader.attribute("ContentType"), type.hasSuffix("main+xml") else { continue }
            for (format, names) in mainTypes where names.contains(where: { type.contains($0) }) { return format }
        }
        return nil
    }

    /// What an archive that cannot be opened was: its first entries name themselves.
    private static func format(ofDamaged bytes: [UInt8]) -> FileFormat {
        let head = bytes.prefix(1 << 16)
        for (format, type) in mimeTypes where bytes.prefix(256).contains(Array(type.utf8)) { return format }
        guard head.contains(Array("[Content_Types].xml".utf8)) else { return .zip }
        if bytes.contains(Array("word/".utf8)) { return .docx }
        return bytes.contains(Array("xl/".utf8)) ? .xlsx : .zip
    }
}
