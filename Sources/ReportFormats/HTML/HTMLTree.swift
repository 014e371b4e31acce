/// A page's elements and texts in the order of the page: what lies within one follows it up to its end.
///
/// Flat, so that neither building nor walking it recurses, however deep a page nests.
struct HTMLTree {
    /// The attributes that reading a page looks at.
    enum Attribute: String {
        case alt, checked, hidden, id, open, role, selected, start, style, type, value
        case className = "class"
        case columnSpan = "colspan"
        case rowSpan = "rowspan"
        case isReversed = "reversed"
    }

    struct Node {
        var element: HTMLElement
        /// The index of the node behind all that lies within this one.
        var end: Int32
        /// The index of the element that it lies in; -1 for the outermost.
        var parent: Int32
        /// The bytes of a text; the indices of an element's attributes.
        var content: Range<Int32>
    }

    private(set) var nodes: [Node] = []
    /// The bytes of all texts.
    private(set) var text: [UInt8] = []
    private var attributes: [(name: Attribute, value: String)] = []
    private var open: [Int32] = []

    /// How deep the element that is open lies.
    var depth: Int { open.count }

    func end(of index: Int) -> Int { Int(nodes[index].end) }

    func element(_ index: Int) -> HTMLElement { nodes[index].element }

    func bytes(of index: Int) -> Range<Int> {
        Int(nodes[index].content.lowerBound)..<Int(nodes[index].content.upperBound)
    }

    /// The value of an attribute; empty for one without a value, `nil` where the element has none of the name.
    func attribute(_ name: Attribute, of index: Int) -> String? {
        guard nodes[index].element != .text else { return nil }
        for place in nodes[index].content where attributes[Int(place)].name == name {
            return attributes[Int(place)].value
        }
        return nil
    }

    /// The number that an attribute begins with.
    func number(_ name: Attribute, of index: Int) -> Int? {
        guard let value = attribute(name, of: index) else { return nil }
        let digits = value.drop { $0 == " " }
        let isNegative = digits.first == "-"
        var number: Int?
        for byte in (isNegative ? digits.dropFirst() : digits).utf8 {
            guard byte &- 0x30 < 10, (number ?? 0) < 1_000_000_000 else { break }
            number = (number ?? 0) * 10 + Int(byte - 0x30)
        }
        return number.map { isNegative ? -$0 : $0 }
    }

    // MARK: Building

    mutating func begin(_ element: HTMLElement, attributes new: [(name: Attribute, value: String)]) {
        let first = Int32(attributes.count)
        attributes += new
        open.append(Int32(nodes.count))
        nodes.append(
            Node(
                element: element, end: 0, parent: open.dropLast().last ?? -1,
                content: first..<Int32(attributes.count)))
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let last = nodes.last, last.element == .text, last.parent == open.last ?? -1 {
            text.append(contentsOf: bytes)
            nodes[nodes.count - 1].content = last.content.lowerBound..<Int32(text.count)
            return
        }
        let first = Int32(text.count)
        text.append(contentsOf: bytes)
        nodes.append(
            Node(
                element: .text, end: Int32(nodes.count + 1), parent: open.last ?? -1,
                content: first..<Int32(text.count)))
    }

    /// Ends an element, and what is open within it; nothing where it has ended before.
    mutating func end(_ index: Int) {
        guard nodes[index].end == 0 else { return }
        while let last = open.last, last >= index { endLast() }
    }

    mutating func endAll() { while !open.isEmpty { endLast() } }

    private mutating func endLast() {
        guard let last = open.popLast() else { return }
        nodes[Int(last)].end = Int32(nodes.count)
    }

    /// Ends what an element that begins puts an end to, however much is open within: a cell ends the cell before it.
    ///
    /// libxml2 sees to this only where nothing is left open between the two; pages leave much open.
    ///
    /// - Returns: how many open elements were looked at.
    mutating func endBefore(_ element: HTMLElement) -> Int {
        let ended: (HTMLElement) -> Bool
        let limits: (HTMLElement) -> Bool
        switch element {
        case .td, .th: (ended, limits) = ({ $0 == .td || $0 == .th }, { $0 == .table })
        case .tr: (ended, limits) = ({ $0 == .tr }, { $0 == .table })
        case .thead, .tbody, .tfoot:
            (ended, limits) = ({ $0 == .thead || $0 == .tbody || $0 == .tfoot || $0 == .tr }, { $0 == .table })
        case .li: (ended, limits) = ({ $0 == .li }, { $0 == .ol || $0 == .ul || $0 == .td || $0 == .th })
        case .dt, .dd: (ended, limits) = ({ $0 == .dt || $0 == .dd }, { $0 == .dl || $0 == .td || $0 == .th })
        case .option: (ended, limits) = ({ $0 == .option }, { $0 == .select })
        default: return 0
        }
        var place = open.count - 1
        var found: Int?
        while place >= 0 {
            let other = nodes[Int(open[place])].element
            if limits(other) { break }
            if ended(other) { found = place }
            place -= 1
        }
        let looked = open.count - place
        if let found { while open.count > found { endLast() } }
        return looked
    }
}
