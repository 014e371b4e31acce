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

    init(_ page: Data) {
        var open: [Int] = []
        var rest = page[...]
        while let start = rest.firstIndex(of: 0x3C) {
            add(rest[..<start], to: open)
            guard let end = rest[start...].firstIndex(of: 0x3E) else {
                faults.append("an open < at \(start)")
                return
            }
            let inside = String(decoding: rest[(start + 1)..<end], as: UTF8.self)
            rest = rest[(end + 1)...]
            if inside.hasPrefix("!DOCTYPE") { continue }
            if inside.hasPrefix("/") {
                guard let last = open.popLast(), tags[last].name == inside.dropFirst() else {
                    faults.append("<\(inside)> closes nothing")
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
                guard let close = rest.range(of: Data("</\(tag.name)>".utf8)) else {
                    faults.append("an open \(tag.name)")
                    return
                }
                rest = rest[close.lowerBound...]
            }
        }
        faults += open.map { "<\(tags[$0].name)> is not closed" }
    }

    private mutating func add(_ bytes: Data, to open: [Int]) {
        guard !bytes.isEmpty else { return }
        if bytes.contains(0x3E) { faults.append("a bare > before \(bytes.endIndex)") }
        let text = Self.plain(String(decoding: bytes, as: UTF8.self))
        for index in open { tags[index].text += text }
    }

    private static func tag(_ inside: String, around: [[String: String]]) -> Tag? {
        // Names and values take turns, parted by quotes.
        let parts = inside.split(separator: "\"", omittingEmptySubsequences: false)
        let isLetter: (Character) -> Bool = { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        var words = (parts.first ?? "").split(separator: " ").map { String($0) }
        guard !words.isEmpty, parts.count % 2 == 1 else { return nil }
        var tag = Tag(name: words.removeFirst(), attributes: [:], around: around)
        for (index, part) in parts.enumerated() where index % 2 == 0 {
            if index > 0 { words = part.split(separator: " ").map { String($0) } }
            if index + 1 == parts.count, words.last == "/" { words.removeLast() }
            for (place, word) in words.enumerated() {
                let hasValue = place + 1 == words.count && index + 1 < parts.count
                let name = hasValue && word.hasSuffix("=") ? String(word.dropLast()) : word
                let value = hasValue ? plain(String(parts[index + 1])) : ""
                guard name.allSatisfy(isLetter), !value.contains("<") || hasValue else { return nil }
                guard tag.attributes.updateValue(value, forKey: name) == nil else { return nil }
            }
        }
        return tag.name.allSatisfy(isLetter) ? tag : nil
    }

    private static func plain(_ text: String) -> String {
        guard text.utf8.contains(0x26) else { return text }
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}

extension MarkupWalk.Tag {
    /// Its classes.
    var classes: [Substring] { (attributes["class"] ?? "").split(separator: " ") }
    /// What it names in an attribute that holds names.
    func names(_ attribute: String) -> [Substring] { (attributes[attribute] ?? "").split(separator: " ") }
}
