import Foundation

/// The markup of a page taken apart by other means than the program has, and far stricter than a browser.
struct MarkupWalk {
    /// A start tag.
    struct Tag {
        var name: String
        var attributes: [String: String]
        /// The attributes of the elements around it, the innermost last.
        var around: [[String: String]]
        /// All text in it.
        var text = ""
    }

    /// All elements, in the order of their start tags.
    private(set) var tags: [Tag] = []
    /// What is wrong with the markup.
    private(set) var faults: [String] = []

    private static let void: Set<String> = ["meta", "input", "link", "br", "img", "hr"]

    init(_ page: String) {
        let scalars = Array(page.unicodeScalars)
        var open: [Int] = []
        var position = 0
        var text = String.UnicodeScalarView()
        func flush() {
            let plain = Self.plain(String(text))
            for index in open { tags[index].text += plain }
            text = String.UnicodeScalarView()
        }
        while position < scalars.count {
            guard scalars[position] == "<" else {
                if scalars[position] == ">" { faults.append("a bare > at \(position)") }
                text.append(scalars[position])
                position += 1
                continue
            }
            flush()
            guard let end = scalars[position...].firstIndex(of: ">") else {
                faults.append("an open < at \(position)")
                return
            }
            let inside = String(String.UnicodeScalarView(scalars[position + 1..<end]))
            position = end + 1
            if inside.hasPrefix("!DOCTYPE") { continue }
            if inside.hasPrefix("/") {
                let name = String(inside.dropFirst())
                guard let last = open.popLast(), tags[last].name == name else {
                    faults.append("</\(name)> closes nothing")
                    return
                }
                continue
            }
            guard let tag = Self.tag(inside, around: open.map { tags[$0].attributes }) else {
                faults.append("no tag: <\(inside)>")
                return
            }
            tags.append(tag)
            if Self.void.contains(tag.name) || inside.hasSuffix("/") { continue }
            open.append(tags.count - 1)
            // What stands in these is no markup.
            if tag.name == "script" || tag.name == "style" {
                let close = "</\(tag.name)>"
                let rest = String(String.UnicodeScalarView(scalars[position...]))
                guard let range = rest.range(of: close) else {
                    faults.append("an open \(tag.name)")
                    return
                }
                position += rest[..<range.lowerBound].unicodeScalars.count
            }
        }
        faults += open.map { "<\(tags[$0].name)> is not closed" }
    }

    private static func tag(_ inside: String, around: [[String: String]]) -> Tag? {
        guard let head = inside.prefixMatch(of: #/[a-z][a-z0-9]*/#) else { return nil }
        var tag = Tag(name: String(head.output), attributes: [:], around: around)
        var rest = inside[head.range.upperBound...]
        while let match = rest.prefixMatch(of: #/\s+([A-Za-z][-A-Za-z]*)(?:="([^"<>]*)")?/#) {
            guard tag.attributes.updateValue(plain(String(match.2 ?? "")), forKey: String(match.1)) == nil else {
                return nil
            }
            rest = rest[match.range.upperBound...]
        }
        return rest.isEmpty || rest == "/" ? tag : nil
    }

    private static func plain(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}

extension MarkupWalk.Tag {
    /// Its classes.
    var classes: [Substring] { (attributes["class"] ?? "").split(separator: " ") }
    /// What it names in an attribute that holds names.
    func names(_ attribute: String) -> [Substring] { (attributes[attribute] ?? "").split(separator: " ") }
}
