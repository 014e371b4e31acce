internal import ReportParser

/// The archive that an office document is, and how its parts point to one another.
final class OfficePackage {
    /// A pointer from one part to another.
    struct Relationship: Sendable {
        /// The last word of its type: `header`, `worksheet`, `officeDocument`.
        var kind: String
        /// The path of the other part in the archive; the address as it stands where it leaves the archive.
        var target: String
        var isExternal: Bool
    }

    private let archive: ZipArchive
    private let entries: [String: ZipArchive.Entry]

    /// Opens the document in `bytes`.
    init(_ bytes: [UInt8]) throws(FormatProblem) {
        archive = try ZipArchive(bytes)
        entries = Dictionary(archive.entries.map { (Self.key($0.name), $0) }, uniquingKeysWith: { $1 })
    }

    /// Letter case does not count in names of parts, and some programs part folders by `\\`.
    private static func key(_ name: String) -> String {
        let name = name.utf8.contains(UInt8(ascii: "\\")) ? name.split(separator: "\\").joined(separator: "/") : name
        return name.lowercased()
    }

    /// Whether there is a part of this name.
    func contains(_ name: String) -> Bool { entries[Self.key(name)] != nil }

    /// How many pictures the document holds, which nobody reads.
    var pictureCount: Int {
        entries.keys.count { name in
            (name.contains("media/") || name.hasPrefix("pictures/")) && !name.hasSuffix("/")
        }
    }

    /// Refuses a document without text, which holds scans perhaps.
    func refuseEmpty(_ document: Document) throws(FormatProblem) {
        guard document.text.allSatisfy({ $0 <= 0x20 }) else { return }
        let pictures = pictureCount
        guard pictures > 0 else { throw FormatProblem(.noText, "the document holds no text") }
        throw FormatProblem(
            .noText, "the document holds no text but \(pictures) pictures: save it as PDF, whose pictures are read")
    }

    /// A part unpacked; `nil` where there is none of this name.
    func part(_ name: String) throws(FormatProblem) -> [UInt8]? {
        guard let entry = entries[Self.key(name)] else { return nil }
        return try archive.read(entry, limit: OfficeLimits.partSize)
    }

    /// A reader of a part that stands before its root element; `nil` where there is none of this name.
    func reader(of name: String, namespaces: [String: Int] = [:]) throws(FormatProblem) -> XMLPullReader? {
        guard let bytes = try part(name) else { return nil }
        return try XMLPullReader(bytes, part: name, namespaces: namespaces)
    }

    /// Where the part of this name points to, by the ids that it uses; the package itself for an empty name.
    func relationships(of name: String) throws(FormatProblem) -> [String: Relationship] {
        let slash = name.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { String(name[..<$0]) } ?? ""
        let file = slash.map { String(name[name.utf8.index(after: $0)...]) } ?? name
        let place = (folder.isEmpty ? "" : folder + "/") + "_rels/\(file).rels"
        guard let reader = try reader(of: place), try reader.root() else { return [:] }
        var found: [String: Relationship] = [:]
        let all = reader.children
        while try reader.next(in: all) {
            guard let id = reader.attribute("Id"), let target = reader.attribute("Target") else { continue }
            let type = reader.attribute("Type") ?? ""
            let kind = type.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(type[type.utf8.index(after: $0)...]) }
            let isExternal = reader.attribute("TargetMode") == "External"
            found[id] = Relationship(
                kind: kind ?? type, target: isExternal ? target : Self.path(target, in: folder), isExternal: isExternal)
        }
        return found
    }

    /// The part that the document begins with, as the package names it.
    func mainPart(orElse usual: String) throws(FormatProblem) -> String {
        let all = try relationships(of: "").sorted { $0.key < $1.key }
        return all.first { $0.value.kind == "officeDocument" && contains($0.value.target) }?.value.target ?? usual
    }

    /// The path of `target` seen from `folder`, without `.` and `..`.
    static func path(_ target: String, in folder: String) -> String {
        var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") {
            switch step {
            case ".": break
            case "..": _ = steps.popLast()
            default: steps.append(step)
            }
        }
        return steps.joined(separator: "/")
    }
}
