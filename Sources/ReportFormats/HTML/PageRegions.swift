/// What the elements of a page are to its reader: text, or one of the things around it.
struct PageRegions {
    /// What an element is.
    enum Kind {
        case content
        /// Shown, and no part of the report: navigation, the page's foot.
        case furniture
        /// Not shown.
        case hidden
    }

    private let tree: HTMLTree
    /// For each node how many bytes that are not blank stand before it, in all and in links, and how many links.
    private var letters: [Int32] = [0]
    private var linkLetters: [Int32] = [0]
    private var links: [Int32] = [0]
    private var headings: [Int32] = [0]
    private var tables: [Int32] = [0]
    /// Where the element that is hidden, or the link, ends.
    private let all: Int

    init(_ tree: HTMLTree) {
        self.tree = tree
        var hiddenEnd = 0
        var linkEnd = 0
        var counts: (letters: Int32, linkLetters: Int32, links: Int32, headings: Int32, tables: Int32) = (0, 0, 0, 0, 0)
        for (index, node) in tree.nodes.enumerated() {
            switch node.element {
            case .text:
                if index >= hiddenEnd {
                    let count = Int32(tree.text[tree.bytes(of: index)].count { $0 > 0x20 })
                    counts.letters += count
                    if index < linkEnd { counts.linkLetters += count }
                }
            case .a:
                if index >= linkEnd, index >= hiddenEnd { counts.links += 1 }
                linkEnd = max(linkEnd, tree.end(of: index))
            case .h1, .h2, .h3: counts.headings += 1
            case .table: counts.tables += 1
            case .head: hiddenEnd = max(hiddenEnd, index + 1)
            default: break
            }
            if node.element == .title || Self.isHidden(index, in: tree) {
                hiddenEnd = max(hiddenEnd, tree.end(of: index))
            }
            letters.append(counts.letters)
            linkLetters.append(counts.linkLetters)
            links.append(counts.links)
            headings.append(counts.headings)
            tables.append(counts.tables)
        }
        all = Int(counts.letters)
    }

    /// How many bytes within an element are shown and not blank.
    func letters(in index: Int) -> Int { count(letters, index) }

    /// How many headings of the first three levels lie within an element.
    func headings(in index: Int) -> Int { count(headings, index) }

    /// How many tables lie within an element, itself among them.
    func tables(in index: Int) -> Int { count(tables, index) }

    private func count(_ sums: [Int32], _ index: Int) -> Int { Int(sums[tree.end(of: index)] - sums[index]) }

    func kind(of index: Int) -> Kind {
        if Self.isHidden(index, in: tree) { return .hidden }
        return isLandmark(index) || isLinkList(index) ? .furniture : .content
    }

    private static func isHidden(_ index: Int, in tree: HTMLTree) -> Bool {
        switch tree.element(index) {
        case .text: return false
        case .unseen: return true
        case .dialog: if tree.attribute(.open, of: index) == nil { return true }
        default: break
        }
        if tree.attribute(.hidden, of: index) != nil { return true }
        guard let style = tree.attribute(.style, of: index) else { return false }
        let plain = style.lowercased().filter { !$0.isWhitespace }
        return plain.contains("display:none") || plain.contains("visibility:hidden")
    }

    /// Whether an element says that it is a part of the site and not of the page's matter.
    private func isLandmark(_ index: Int) -> Bool {
        let isNamed =
            switch tree.element(index) {
            case .nav, .aside, .dialog: true
            case .footer, .header: !liesInArticle(index)
            case .text, .body, .main, .article, .table, .thead, .tbody, .tfoot, .tr, .td, .th: false
            default: isNamedByAttributes(index)
            }
        // Whatever it calls itself, what holds most of the page's text is the page's matter.
        return isNamed && letters(in: index) * 2 <= all
    }

    private func isNamedByAttributes(_ index: Int) -> Bool {
        if let role = tree.attribute(.role, of: index) { return Landmarks.roles.contains(role.lowercased()) }
        return [.className, .id].contains { tree.attribute($0, of: index).map(Landmarks.names) ?? false }
    }

    /// The head and foot of an article belong to it.
    private func liesInArticle(_ index: Int) -> Bool {
        var parent = Int(tree.nodes[index].parent)
        var steps = 0
        while parent >= 0, steps < 64 {
            if tree.element(parent) == .article || tree.element(parent) == .main { return true }
            parent = Int(tree.nodes[parent].parent)
            steps += 1
        }
        return false
    }

    /// A block in which nearly all is links: a menu, whatever it is made of.
    private func isLinkList(_ index: Int) -> Bool {
        switch tree.element(index) {
        case .ul, .ol, .block, .table, .td: break
        default: return false
        }
        guard count(links, index) >= 3 else { return false }
        let letters = letters(in: index)
        return count(linkLetters, index) * 10 >= letters * 8 && letters * 2 <= all && headings(in: index) == 0
            && (tree.element(index) == .table ? tables(in: index) == 1 : tables(in: index) == 0)
    }
}
